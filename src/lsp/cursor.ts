/** Tells which key or value of a text the cursor stands on, be the text as broken as a text is while somebody types. */
import { isMap, isScalar, isSeq, type Node, parseAllDocuments, type Scalar } from "yaml";
import type { Path } from "../model/place.ts";
import { excerptAt } from "./excerpt.ts";
import { lacksColon, withoutOpenEnds } from "./mend.ts";

export interface Cursor {
  readonly part: "key" | "value";
  /** Of the map that holds the key; or of the value itself. Indexes count within what was looked at, as in `root`. */
  readonly path: Path;
  /** The key or value as it is written so far, without quotes. */
  readonly written: string;
  /** The token in the text; for nothing yet, an empty stretch at the cursor. */
  readonly start: number;
  readonly end: number;
  /** What surrounds the cursor, as plain values. */
  readonly root: unknown;
  readonly isTopLevel: boolean;
  /** In brackets, where the style of JSON holds. */
  readonly isFlow: boolean;
}

/** Stands in the text where the cursor is, so that something stands there. A private use character, which no file holds. */
const mark = "\uE000";

interface Found {
  readonly part: "key" | "value";
  readonly path: Path;
  readonly scalar: Scalar;
  readonly isFlow: boolean;
}

/** For completion: whatever may be written at the cursor. */
export function cursorForTyping(text: string, offset: number, isJson: boolean): Cursor | undefined {
  const { text: cut, shift, isTopLevel } = excerptAt(text, offset, isJson);
  const at = offset - shift;
  const part = isJson ? cut : withoutOpenEnds(cut, at);
  // A quote that is opened and not closed is read only if a line ends behind it.
  const marked = `${markedAt(part, at, isJson ? "" : ":")}\n`;
  const found = search(marked, ({ value, source }) => String(source ?? value).includes(mark));
  if (!found) return undefined;
  const lineStart = marked.lastIndexOf("\n", at - 1) + 1;
  const [from, to] = tokenRange(found.scalar, marked, at, lineStart);
  const token = marked.slice(from, to).replace(mark, "");
  const isMoved = found.path.length === 0 && !isTopLevel && !isJson && !found.isFlow;
  // The reader took it for a section, which cannot be where the cursor stands.
  if (isMoved && at > lineStart) return undefined;
  return {
    ...found,
    written: unquoted(token),
    start: from + shift,
    end: to - mark.length + shift,
    root: found.root,
    isTopLevel,
  };
}

/** For hover and definition: what stands at the cursor. */
export function cursorAt(text: string, offset: number, isJson: boolean): Cursor | undefined {
  const { text: cut, shift, isTopLevel } = excerptAt(text, offset, isJson);
  const at = offset - shift;
  const part = isJson ? cut : withoutOpenEnds(cut, at);
  const found = search(part, ({ range }) => range !== undefined && range !== null && range[0] <= at && at <= range[1]);
  const [start = at, end = at] = found?.scalar.range ?? [];
  if (!found || start === end) return undefined;
  const written = unquoted(part.slice(start, end));
  return { ...found, written, start: start + shift, end: end + shift, root: found.root, isTopLevel };
}

/** @param colon what to put behind a word that would otherwise run into the key below it */
function markedAt(text: string, at: number, colon: string): string {
  const before = text.slice(0, at);
  const rest = text.slice(at);
  if (colon === "" || !lacksColon(before.slice(before.lastIndexOf("\n") + 1), rest)) return before + mark + rest;
  const word = /^[\w$.-]*/.exec(rest)?.[0] ?? "";
  return before + mark + word + colon + rest.slice(word.length);
}

function search(text: string, isIt: (scalar: Scalar) => boolean): (Found & { readonly root: unknown }) | undefined {
  const documents = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    strict: false,
    prettyErrors: false,
    logLevel: "silent",
  });
  for (const { contents } of Array.isArray(documents) ? documents : []) {
    const found = contents && searchNode(contents as Node, [], false, isIt);
    if (found) return { ...found, root: plain(contents) };
  }
  return undefined;
}

function searchNode(
  node: unknown,
  path: Path,
  isInFlow: boolean,
  isIt: (scalar: Scalar) => boolean,
): Found | undefined {
  if (isScalar(node)) {
    return isIt(node) ? { part: "value", path, scalar: node, isFlow: isInFlow } : undefined;
  }
  if (isMap(node)) {
    const isFlow = isInFlow || node.flow === true;
    for (const { key, value } of node.items) {
      if (isScalar(key) && isIt(key)) return { part: "key", path, scalar: key, isFlow };
      const found = searchNode(value, [...path, nameOf(key)], isFlow, isIt);
      if (found) return found;
    }
  }
  if (isSeq(node)) {
    const isFlow = isInFlow || node.flow === true;
    for (const [index, item] of node.items.entries()) {
      const found = searchNode(item, [...path, index], isFlow, isIt);
      if (found) return found;
    }
  }
  return undefined;
}

/** Of a text that runs over lines or words, because what ends it is not typed yet, only what the cursor touches. */
function tokenRange(scalar: Scalar, text: string, at: number, lineStart: number): readonly [number, number] {
  const [start = at, end = at + mark.length] = scalar.range ?? [];
  const indent = /^\s*/.exec(text.slice(lineStart, at))?.[0].length ?? 0;
  const from = start < lineStart ? lineStart + indent : start;
  const behind = text.slice(at + mark.length, end);
  if (/^["']/.test(text.slice(from, end))) return [from, behind.includes("\n") ? at + mark.length : end];
  return [from, at + mark.length + (/^[^\s"',:{}[\]]*/.exec(behind)?.[0].length ?? 0)];
}

function unquoted(token: string): string {
  return token.replace(/^["']/, "").replace(/["']$/, "");
}

function nameOf(key: unknown): string {
  return isScalar(key) ? String(key.value).replace(mark, "") : "";
}

/** Aliases and what else cannot be told are left out. */
function plain(node: unknown): unknown {
  if (isScalar(node)) return typeof node.value === "string" ? node.value.replace(mark, "") : node.value;
  if (isSeq(node)) return node.items.map(plain);
  if (!isMap(node)) return undefined;
  return Object.fromEntries(node.items.map(({ key, value }) => [nameOf(key), plain(value)]));
}
