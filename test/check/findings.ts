/** Runs the check over YAML text and writes each finding on one line. */
import type { CheckOptions } from "../../src/check/check.ts";
import { checkSources } from "../../src/check/check-sources.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";

/** Rules that would find something in nearly every short example: off in the tests of the others. */
export const quiet = {
  "consumer/unreachable": "off",
  "consumer-group/unused": "off",
  "credential/short-jwt-secret": "off",
  "route/auth-missing": "off",
  "credential/weak-secret": "off",
  "upstream/no-nodes": "off",
} as const satisfies CheckOptions["severities"];

export type FindingsOptions = Omit<CheckOptions, "sha1Hex"> & {
  readonly environment?: Readonly<Record<string, string>>;
};

/** `FILE` is left out for the first file; related places follow in brackets. */
export function findings(
  texts: string | readonly string[],
  options: FindingsOptions = { severities: quiet },
): readonly string[] {
  const sources = [texts].flat().map((text, index) => ({ file: index === 0 ? "" : `${index + 1}.yaml`, text }));
  return checkSources(sources, { environment: {}, sha1Hex, ...options }).diagnostics.map(
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
