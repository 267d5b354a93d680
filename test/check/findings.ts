/** Runs the check over YAML text and writes each finding on one line. */
import { checkSources } from "../../src/check/check-sources.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";

/** `FILE` is left out for the first file; related places follow in brackets. */
export function findings(texts: string | readonly string[], customPlugins: readonly string[] = []): readonly string[] {
  const sources = [texts].flat().map((text, index) => ({ file: index === 0 ? "" : `${index + 1}.yaml`, text }));
  return checkSources(sources, { environment: {}, sha1Hex, customPlugins }).diagnostics.map(
    ({ rule, severity, message, span, related = [], help }) => {
      const place = `${span?.file}${span?.file && ":"}${span?.start.line}:${span?.start.column}`;
      const others = related.map(
        (other) =>
          ` [${other.span.file}${other.span.file && ":"}${other.span.start.line}:${other.span.start.column} ${other.message}]`,
      );
      const meant = help?.startsWith("Did you mean") ? ` ${help}` : "";
      return `${severity === "error" ? "" : `${severity} `}${rule} ${place} ${message}${meant}${others.join("")}`;
    },
  );
}
