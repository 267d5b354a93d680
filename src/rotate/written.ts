/** The values of a file as they are written: no variable is replaced. */
import type { SourceText } from "../source/document.ts";
import { asWritten } from "../source/environment.ts";
import { parse } from "../source/parse.ts";

/** One for each document that holds something. Undefined if the text is not right. */
export function writtenValues(source: SourceText): readonly unknown[] | undefined {
  const { documents, diagnostics } = parse(source, asWritten);
  if (diagnostics.some(({ severity }) => severity === "error")) return undefined;
  return documents.map(({ value }) => value);
}
