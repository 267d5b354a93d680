/** What may be wrong with the header row of a CSV file. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import { spanBetween } from "../source/positions.ts";
import type { Cell } from "./csv-records.ts";

/** The first row names the columns, each once, and one of them `username`. */
export function headerProblems(header: readonly Cell[]): Diagnostic[] {
  const names = header.map(({ text }) => text);
  const [first] = header;
  const report = (message: string, help: string, span = first?.span): Diagnostic => ({
    rule: "convert/csv-header",
    severity: "error",
    message,
    help,
    ...(span && { span }),
  });
  const problems = header.flatMap(({ text, span }, index) =>
    names.indexOf(text) < index ? [report(`the column "${text}" stands twice`, "Keep one of the two.", span)] : [],
  );
  if (names.includes("username")) return problems;
  // A file without a header row could show secrets as names of columns: nothing of it is quoted.
  const help =
    names.length === 1 && /[;\t]/.test(names[0] ?? "")
      ? "Separate the columns by commas (RFC 4180)."
      : "The first row names the columns; one is `username`.";
  return [report("the header has no column `username`", help)];
}

export function noHeader(source: SourceText): Diagnostic {
  const message = "there is no header row";
  return {
    rule: "convert/csv-header",
    severity: "error",
    message,
    span: spanBetween(source, 0, 0),
    help: "The first row names the columns; one is `username`.",
  };
}
