/** The texts that a lint's findings are shown in: whole files, and of those that were read in parts the items that are pointed at. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import type { Excerpt, FileText } from "../report/file-text.ts";
import { readSegment } from "../source/segments.ts";
import type { OriginOf, Piece, PiecePart } from "./lint-pieces.ts";
import type { Texts } from "./lint-texts.ts";

export function textsFor(
  diagnostics: readonly Diagnostic[],
  pieces: readonly Piece[],
  texts: Texts,
  originOf: OriginOf,
): ReadonlyMap<string, FileText> {
  const spansByFile = groupByFile(diagnostics);
  const found = new Map<string, FileText>();
  const excerptsByFile = new Map<string, Excerpt[]>();
  for (const piece of pieces) {
    const { file } = piece.check;
    const spans = spansByFile.get(file);
    if (!spans) continue;
    if (piece.part) {
      const excerpts = excerptsByFile.get(file) ?? [];
      excerpts.push(...excerptsOf(piece.part, spans, originOf));
      excerptsByFile.set(file, excerpts);
    } else found.set(file, texts.read(piece.index).text);
  }
  return new Map([...found, ...excerptsByFile]);
}

/** Every span that a diagnostic points at, related ones too, by its file. */
export function groupByFile(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, readonly Span[]> {
  const spansByFile = new Map<string, Span[]>();
  for (const { span, related = [] } of diagnostics) {
    for (const each of [span, ...related.map((other) => other.span)]) {
      if (!each) continue;
      const known = spansByFile.get(each.file);
      if (known) known.push(each);
      else spansByFile.set(each.file, [each]);
    }
  }
  return spansByFile;
}

/** The items of this part in which one of the spans begins. */
function excerptsOf(part: PiecePart, spans: readonly Span[], originOf: OriginOf): readonly Excerpt[] {
  const isWithin = ({ start }: Span): boolean =>
    start.offset >= part.offset && start.offset < part.offset + part.length;
  const own = spans.filter(isWithin);
  if (own.length === 0) return [];
  const { segment, continuation } = part.unit;
  const { text, length } = readSegment(segment);
  // The first part is short, and may hold more than items.
  if (!continuation) return [{ firstLine: 1, text: text.slice(0, length), context: "" }];
  const { lines } = originOf(part);
  const starts = new Set(own.map(({ start }) => itemStart(text, start.offset - part.offset, segment.column)));
  let counted = 0;
  let firstLine = lines + 1;
  return [...starts]
    .sort((left, right) => left - right)
    .map((from) => {
      const behind = text.indexOf(dashAt(segment.column), from);
      const to = behind < 0 || behind >= length ? length : behind;
      firstLine += countLineFeeds(text, counted, from);
      counted = from;
      return { firstLine, text: text.slice(from, to).replace(/\r$/, ""), context: `${continuation.section}:` };
    });
}

/** Where the item begins that holds the offset: all that is inside an item is indented more than its dash. */
function itemStart(text: string, offset: number, column: number): number {
  const before = text.lastIndexOf(dashAt(column), offset);
  return before < 0 ? 0 : before + 1;
}

function dashAt(column: number): string {
  return `\n${" ".repeat(column)}- `;
}

function countLineFeeds(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", start); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
