/** ADC's files (gateway reference, section 5): src/source reads them; here they are written in the native shape. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { readShapes } from "../source/shapes/index.ts";
import type { Converter } from "./contract.ts";
import { readForeign } from "./documents.ts";
import type { Draft } from "./draft.ts";
import { NativeReader } from "./native-shape.ts";

export const convertAdc: Converter = (source, draft, { environment, sha1Hex }) => {
  const { documents, diagnostics } = readForeign(source, environment);
  if (diagnostics.length > 0) return diagnostics;
  const { resources, declared, diagnostics: found } = readShapes(documents, sha1Hex);
  for (const kind of declared) draft.declare(kind);
  const reader = new NativeReader(draft, sha1Hex);
  for (const { kind, value, place } of resources) reader.add(kind, value, place);
  return found.filter((diagnostic) => !isLeftOut(diagnostic, draft));
};

/** A section that rollcall does not manage, or does not know, is a loss; whatever else is wrong makes the file unreadable. */
function isLeftOut({ rule, span, message }: Diagnostic, draft: Draft): boolean {
  if (!span || (rule !== "document/unmanaged-section" && rule !== "document/unknown-section")) return false;
  const [name = ""] = /`[^`]+`/.exec(message) ?? [];
  const became = "rollcall does not manage this section, and it is left out";
  const instead = "Keep it in a file that is applied with ADC, or set it up in the gateway.";
  draft.lose({ span, found: `the section ${name}`, outcome: "dropped", became, instead });
  return true;
}
