/** Reads CSV (RFC 4180) with the offset of every cell: quoted cells with doubled quotes and line breaks, LF or CRLF, an optional byte order mark. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import type { SourceText } from "../source/document.ts";
import { spanBetween } from "../source/positions.ts";

export interface Cell {
  readonly text: string;
  readonly span: Span;
}

export interface CsvRecords {
  readonly records: readonly (readonly Cell[])[];
  readonly diagnostics: readonly Diagnostic[];
}

const quotedCell = /"((?:[^"]|"")*)"/y;
const plainCell = /[^",\r\n]*/y;

/** Lines with nothing on them are passed over. @param source without a byte order mark */
export function readCsv(source: SourceText): CsvRecords {
  const { text } = source;
  const records: Cell[][] = [];
  let record: Cell[] = [];
  for (let at = 0; ; ) {
    const isQuoted = text[at] === '"';
    const pattern = isQuoted ? quotedCell : plainCell;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match)
      return failure(source, at, "this quote is not closed", 'Close it with ", and write a quote inside as "".');
    const end = at + match[0].length;
    const content = isQuoted ? (match[1] ?? "").replaceAll('""', '"') : match[0];
    record.push({ text: content, span: spanBetween(source, at, end) });
    const next = text[end];
    if (next === ",") {
      at = end + 1;
      continue;
    }
    if (next !== undefined && next !== "\n" && next !== "\r") {
      return failure(
        source,
        end,
        isQuoted ? "text stands behind a closing quote" : "a quote stands inside a cell that does not begin with one",
        'Put the whole cell in quotes, and write a quote inside as "".',
      );
    }
    if (isQuoted || record.length > 1 || content.trim() !== "") records.push(record);
    record = [];
    at = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    if (at >= text.length) return { records, diagnostics: [] };
  }
}

function failure(source: SourceText, at: number, message: string, help: string): CsvRecords {
  const span = spanBetween(source, at, at + 1);
  return { records: [], diagnostics: [{ rule: "convert/csv-syntax", severity: "error", message, span, help }] };
}
