/** Hides what may be a secret in a line of source text before it is shown. Works on the text alone, so it also serves files that do not parse. */
import { plainFieldNames } from "../model/generated/fields.ts";

/** Stands for hidden text; of fixed length, so that not even the length of a secret is told. */
export const mask = "••••••";

/** Fields whose entries have names of the user's choice and hold no secrets. */
const plainContainers: ReadonlySet<string> = new Set(["labels", "allow_labels", "deny_labels"]);

export interface MaskedLine {
  readonly text: string;
  /** Where an offset of the original line stands in the masked one. */
  column(original: number): number;
}

/**
 * The line at `index` with every value hidden that does not belong to a field known to be no secret; comments too.
 * A value without a key on its line (a list item, a line of a block text) belongs to the nearest key above it with less indentation.
 */
export function maskLine(lines: readonly string[], index: number): MaskedLine {
  const line = lines[index] ?? "";
  const shifts: Shift[] = [];
  let text = "";
  let at = 0;
  for (const [from, to] of hiddenRanges(lines, index)) {
    text += line.slice(at, from);
    shifts.push({ from, to, shown: text.length });
    text += mask;
    at = to;
  }
  text += line.slice(at);
  return { text, column: (original) => shiftedColumn(original, shifts) };
}

interface Shift {
  readonly from: number;
  readonly to: number;
  readonly shown: number;
}

function shiftedColumn(original: number, shifts: readonly Shift[]): number {
  let offset = 0;
  for (const { from, to, shown } of shifts) {
    if (original <= from) break;
    if (original < to) return shown + mask.length;
    offset = shown + mask.length - to;
  }
  return original + offset;
}

interface Text {
  readonly kind: "key" | "value";
  readonly start: number;
  readonly end: number;
  /** Of a key. */
  readonly name: string;
}

type Token = Text | { readonly kind: "open" | "close"; readonly start: number; readonly end: number };

function hiddenRanges(lines: readonly string[], index: number): readonly (readonly [number, number])[] {
  const line = lines[index] ?? "";
  const above = keyAbove(lines, index);
  if (above?.hasBlockText) return isPlain(above.name) ? [] : wholeText(line);
  const ranges: (readonly [number, number])[] = [];
  let key = above?.name;
  let depth = 0;
  let containerDepth = key !== undefined && plainContainers.has(key) ? 0 : undefined;
  for (const token of tokens(line)) {
    if (token.kind === "open") depth += 1;
    else if (token.kind === "close") {
      depth -= 1;
      if (containerDepth !== undefined && depth < containerDepth) containerDepth = undefined;
    } else if (token.kind === "key") {
      key = token.name;
      if (plainContainers.has(key)) containerDepth = depth + 1;
    } else if (!(containerDepth !== undefined || (key !== undefined && isPlain(key)))) {
      ranges.push([token.start, token.end]);
    }
  }
  return ranges;
}

function isPlain(name: string): boolean {
  return plainFieldNames.has(name);
}

function wholeText(line: string): readonly (readonly [number, number])[] {
  const start = line.search(/\S/);
  return start < 0 ? [] : [[start, line.trimEnd().length]];
}

const punctuation = /[\s,?]+|-(?=\s|$)|[|>][-+0-9]*(?=\s*$)|[&*!][\w./-]+(?=\s)/y;
const quoted = /"(?:[^"\\]|\\.)*(?:"|$)|'(?:[^']|'')*(?:'|$)/y;
const bareKey = /[^\s"'#,[\]{}:](?:[^\s,[\]{}:]|:(?!\s|$))*(?=\s*:(?:\s|$))/y;
const colon = /\s*:/y;
const flowValue = /[^,[\]{}]+/y;
const blockValue = /.+/y;

/** Keys, values (comments among them) and brackets of one line, in order; what cannot be told is a value up to the end of the line. */
function tokens(line: string): readonly Token[] {
  const found: Token[] = [];
  let depth = 0;
  for (let at = 0; at < line.length; ) {
    const skipped = endOf(punctuation, line, at);
    if (skipped > at) {
      at = skipped;
      continue;
    }
    const character = line[at] ?? "";
    if ("{[".includes(character) || "}]".includes(character)) {
      const kind = "{[".includes(character) ? "open" : "close";
      depth += kind === "open" ? 1 : -1;
      found.push({ kind, start: at, end: at + 1 });
      at += 1;
      continue;
    }
    const token = readText(line, at, depth > 0);
    found.push(token);
    at = token.kind === "key" ? endOf(colon, line, token.end) : token.end;
  }
  return found;
}

function readText(line: string, start: number, isFlow: boolean): Text {
  const quotedEnd = endOf(quoted, line, start);
  if (quotedEnd > start) {
    const kind = endOf(colon, line, quotedEnd) > quotedEnd ? "key" : "value";
    return { kind, start, end: quotedEnd, name: line.slice(start + 1, quotedEnd - 1) };
  }
  const keyEnd = endOf(bareKey, line, start);
  if (keyEnd > start) return { kind: "key", start, end: keyEnd, name: line.slice(start, keyEnd) };
  const end = endOf(isFlow ? flowValue : blockValue, line, start);
  const text = line.slice(start, end > start ? end : line.length);
  return { kind: "value", start, end: start + text.trimEnd().length || start + 1, name: "" };
}

/** The offset behind `pattern` where it matches at `at`, else `at`. */
function endOf(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : at;
}

interface KeyAbove {
  readonly name: string;
  readonly hasBlockText: boolean;
}

/** The last key of the nearest line above with less indentation; a list may stand at the indentation of its key. */
function keyAbove(lines: readonly string[], index: number): KeyAbove | undefined {
  const own = lines[index] ?? "";
  const indent = indentOf(own);
  for (let at = index - 1; at >= 0; at -= 1) {
    const line = lines[at] ?? "";
    if (line.trim() === "" || line.trimStart().startsWith("#")) continue;
    const isKeyOfList = isItem(own) && indentOf(line) === indent && !isItem(line);
    if (indentOf(line) >= indent && !isKeyOfList) continue;
    const key = tokens(line).findLast(isKey);
    if (key) return { name: key.name, hasBlockText: /[|>][-+0-9]*\s*(?:#.*)?$/.test(line.slice(key.end)) };
  }
  return undefined;
}

function isKey(token: Token): token is Text {
  return token.kind === "key";
}

function isItem(line: string): boolean {
  return /^\s*-(?:\s|$)/.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
