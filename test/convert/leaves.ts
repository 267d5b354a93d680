/** The single values of a foreign file: where each stands, and the file with that value changed. */

import { readCsv } from "../../src/convert/csv-records.ts";
import { readForeign } from "../../src/convert/documents.ts";
import { linesOf } from "../../src/convert/lines.ts";
import { isMap } from "../../src/model/json.ts";
import type { Path, Span } from "../../src/model/place.ts";
import type { SourceText } from "../../src/source/document.ts";
import { withoutMark } from "../../src/source/parse-quickly.ts";
import { spanBetween } from "../../src/source/positions.ts";

export interface Leaf {
  readonly name: string;
  /** Of the value, its key, and all that it stands in. */
  readonly places: readonly Span[];
  /** The file with another value here. */
  readonly changed: SourceText;
}

export function leavesOf(format: string, source: SourceText): readonly Leaf[] {
  if (format === "csv") return csvLeaves(source);
  if (format === "htpasswd") return htpasswdLeaves(source);
  return treeLeaves(source);
}

function treeLeaves(source: SourceText): readonly Leaf[] {
  const [document] = readForeign(source).documents;
  if (!document) throw new Error("no document");
  const file = source.file.replace(/\.\w+$/, ".json");
  return pathsOf(document.value, []).map((path) => ({
    name: path.join("."),
    places: path.flatMap((_step, depth) => {
      const outer = path.slice(0, depth + 1);
      return [document.place.span(outer), document.place.span(outer, "key")];
    }),
    changed: { file, text: JSON.stringify(withChange(document.value, path), null, 1) },
  }));
}

function pathsOf(value: unknown, path: Path): readonly Path[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => pathsOf(item, [...path, index]));
  if (isMap(value)) return Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return value === null ? [] : [path];
}

function withChange(value: unknown, [step, ...rest]: Path): unknown {
  if (step === undefined) return changed(value);
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? withChange(item, rest) : item));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, key === step ? withChange(part, rest) : part]),
  );
}

function changed(value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : changedText(String(value));
}

/** Another text of the same form: its last letter or digit but one is another (the last of base64url may say nothing). */
function changedText(text: string): string {
  const at = Math.max(text.search(/[A-Za-z0-9][^A-Za-z0-9]*[A-Za-z0-9][^A-Za-z0-9]*$/), text.search(/^[A-Za-z0-9]$/));
  const other = text[at] === "7" ? "8" : "7";
  return at < 0 ? `${text}7` : text.slice(0, at) + other + text.slice(at + 1);
}

function csvLeaves(given: SourceText): readonly Leaf[] {
  const source = withoutMark(given);
  const { records } = readCsv(source);
  const [header = []] = records;
  return records.flatMap((record, row) =>
    record.flatMap((cell, column) => {
      if (row === 0 || cell.text === "") return [];
      const grid = records.map((cells, at) =>
        cells.map(({ text }, index) => (at === row && index === column ? changedText(text) : text)),
      );
      const text = grid.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(",")).join("\n");
      const whole = { file: given.file, start: record[0]?.span.start, end: record.at(-1)?.span.end } as Span;
      const places = [whole, header[column]?.span ?? whole, cell.span];
      return [{ name: `row ${row}, ${header[column]?.text}`, places, changed: { file: given.file, text } }];
    }),
  );
}

function htpasswdLeaves(source: SourceText): readonly Leaf[] {
  return linesOf(source.text).flatMap(({ text, start }) => {
    const colon = text.indexOf(":");
    if (colon < 0) return [];
    return (
      [
        [0, colon],
        [colon + 1, text.length],
      ] as const
    )
      .filter(([from, to]) => from < to)
      .map(([from, to]) => {
        const value = source.text.slice(start + from, start + to);
        const whole = source.text.slice(0, start + from) + changedText(value) + source.text.slice(start + to);
        const places = [spanBetween(source, start + from, start + to), spanBetween(source, start, start + text.length)];
        return { name: value, places, changed: { file: source.file, text: whole } };
      });
  });
}
