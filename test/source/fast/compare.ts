/** The claim to prove: the fast reader declines a text, or reads it as the reader on the `yaml` package does; so do its ways with the help of that reader for single items, and part by part. */
import type { Diagnostic } from "../../../src/model/diagnostic.ts";
import type { Part, Path, Place } from "../../../src/model/place.ts";
import type { Document } from "../../../src/source/document.ts";
import type { Environment } from "../../../src/source/environment.ts";
import {
  type Continuation,
  type Item,
  readBeginning,
  readContinuation,
  readFast,
} from "../../../src/source/fast/read-fast.ts";
import { ReadingMemory } from "../../../src/source/fast/reading-memory.ts";
import type { ReadItemAlone } from "../../../src/source/fast/rescue.ts";
import type { ParseResult } from "../../../src/source/json.ts";
import { guessColumn } from "../../../src/source/segments.ts";
import { parseYaml } from "../../../src/source/yaml.ts";
import { readItemAlone } from "../../../src/source/yaml-item.ts";

export interface Outcome {
  /** By the fast reader alone. */
  readonly isRead: boolean;
  /** With single items read by the `yaml` package. */
  readonly isRescued: boolean;
  /** Item by item. */
  readonly isReadInParts: boolean;
}

/** Compares both readings of `text`; the message of the error that it throws tells the first difference. */
export function compare(text: string, environment: Environment = {}): Outcome {
  const source = { file: "a.yaml", text };
  const fast = readFast(source, environment);
  const rescued = fast ? undefined : readFast(source, environment, readItemAlone);
  const parts = readInParts(text, environment, readItemAlone);
  const outcome = { isRead: fast !== undefined, isRescued: rescued !== undefined, isReadInParts: parts !== undefined };
  const found = fast ?? rescued;
  if (!found && !parts) return outcome;
  const expected = parseYaml(source, environment);
  const difference = (found && findDifference(found, expected)) ?? (parts && findDifferenceOfParts(parts, expected));
  if (difference === undefined) return outcome;
  throw new Error(`${difference}\n${JSON.stringify(text)}`);
}

interface Parts {
  readonly section: string;
  readonly items: readonly Item[];
  readonly diagnostics: readonly Diagnostic[];
  readonly variables: readonly string[];
  readonly comments: readonly number[];
}

/** Cuts the text before each item but the first of what looks like a list, and reads it so; undefined if that declines. */
function readInParts(text: string, environment: Environment, readAlone: ReadItemAlone): Parts | undefined {
  const column = guessColumn(text);
  if (column === undefined || text.includes("\0")) return undefined;
  const starts = [...text.matchAll(new RegExp(`^ {${column}}- `, "gm"))].map(({ index }) => index).slice(1);
  if (starts.length === 0) return undefined;
  const memory = new ReadingMemory();
  const items: Item[] = [];
  const visit = (item: Item): unknown => items.push(item);
  const results: ParseResult[] = [];
  let continuation: Continuation | undefined;
  for (const [index, end] of [...starts, text.length].entries()) {
    const start = starts[index - 1] ?? 0;
    const isLast = end === text.length;
    const ahead = isLast ? 0 : column + 2;
    const origin = { lines: text.slice(0, start).split("\n").length - 1, offset: start };
    const source = { file: "a.yaml", text: text.slice(start, end + ahead), origin };
    const part = { source, stop: isLast ? undefined : source.text.length - 2, memory, readAlone };
    const result = continuation
      ? readContinuation(part, environment, visit, continuation)
      : readBeginning(part, environment, visit);
    if (!result || result.documents.length > 1) return undefined;
    if ("continuation" in result) continuation = result.continuation as Continuation;
    const comments = result.comments?.().map((offset) => offset + start) ?? [];
    results.push({ ...result, comments: () => comments });
  }
  const section = continuation?.section ?? "";
  return {
    section,
    items: items.filter((item) => item.section === section && item.index !== undefined),
    diagnostics: results.flatMap(({ diagnostics }) => diagnostics),
    variables: results.flatMap(({ variables }) => [...variables]),
    comments: results.flatMap(({ comments }) => comments?.() ?? []),
  };
}

function findDifferenceOfParts(parts: Parts, expected: ParseResult): string | undefined {
  const [document, ...others] = expected.documents;
  if (!document || others.length > 0) return `read in parts, but there are ${expected.documents.length} documents`;
  const found = JSON.stringify(parts.diagnostics);
  const wanted = JSON.stringify(expected.diagnostics);
  if (found !== wanted) return `diagnostics in parts: ${found}, but ${wanted}`;
  const variables = [...new Set(parts.variables)].sort().join();
  const wantedVariables = [...expected.variables].sort().join();
  if (variables !== wantedVariables) return `variables in parts ${variables}, but ${wantedVariables}`;
  const comments = parts.comments.join();
  const wantedComments = expected.comments?.().join();
  if (comments !== wantedComments) return `comments in parts at ${comments}, but ${wantedComments}`;
  const list: unknown = isObject(document.value) ? document.value[parts.section] : undefined;
  if (!Array.isArray(list) || list.length !== parts.items.length) return `${parts.items.length} items in parts`;
  for (const [index, item] of parts.items.entries()) {
    const place: Place = { span: (path = [], part) => document.place.span([parts.section, index, ...path], part) };
    const difference = findDifferenceAt(item, { ...document, place }, item.value, list[index], []);
    if (difference !== undefined) return `in parts, item ${index}: ${difference}`;
  }
  return undefined;
}

function findDifference(fast: ParseResult, expected: ParseResult): string | undefined {
  const found = JSON.stringify(fast.diagnostics);
  const wanted = JSON.stringify(expected.diagnostics);
  if (found !== wanted) return `diagnostics: ${found}, but ${wanted}`;
  const comments = fast.comments?.().join();
  const wantedComments = expected.comments?.().join();
  if (comments !== wantedComments) return `comments at ${comments}, but ${wantedComments}`;
  const variables = [...fast.variables].sort().join();
  const wantedVariables = [...expected.variables].sort().join();
  if (variables !== wantedVariables) return `variables ${variables}, but ${wantedVariables}`;
  if (fast.documents.length !== expected.documents.length) {
    return `${fast.documents.length} documents, but ${expected.documents.length}`;
  }
  for (const [index, document] of fast.documents.entries()) {
    const other = expected.documents[index];
    const difference = other && findDifferenceAt(document, other, document.value, other.value, []);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function findDifferenceAt(
  fast: Pick<Document, "place">,
  expected: Pick<Document, "place">,
  value: unknown,
  other: unknown,
  path: Path,
): string | undefined {
  const parts: readonly Part[] = ["value", "key"];
  for (const part of parts) {
    const { start, end } = fast.place.span(path, part);
    const wanted = expected.place.span(path, part);
    if (start.offset !== wanted.start.offset || end.offset !== wanted.end.offset) {
      return `${part} of /${path.join("/")} at ${start.offset}–${end.offset}, but ${wanted.start.offset}–${wanted.end.offset}`;
    }
  }
  if (!isObject(value) || !isObject(other)) {
    return Object.is(value, other) ? undefined : `/${path.join("/")}: ${String(value)}, but ${String(other)}`;
  }
  const keys = Object.keys(value);
  if (Array.isArray(value) !== Array.isArray(other) || JSON.stringify(keys) !== JSON.stringify(Object.keys(other))) {
    return `/${path.join("/")}: keys ${keys.join()}, but ${Object.keys(other).join()}`;
  }
  for (const key of [...keys, "no such key"]) {
    const step = Array.isArray(value) ? Number(key) : key;
    const difference = findDifferenceAt(fast, expected, value[key], other[key], [...path, step]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
