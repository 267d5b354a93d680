/** Cuts out of a YAML text what tells where the cursor stands: the resource around it, and not the thousands beside it, which may be broken. */

export interface Excerpt {
  readonly text: string;
  /** What to add to an offset of the cursor's line in the excerpt to get the one in the whole text. */
  readonly shift: number;
  /** The cursor stands among the sections themselves. */
  readonly isTopLevel: boolean;
}

interface Line {
  readonly start: number;
  readonly text: string;
}

const sectionLine = /^["']?[\w$-]+["']?[ \t]*:[ \t]*(?:#.*)?$/;
const documentMark = /^(?:---|\.\.\.)(?:\s|$)/;

/** JSON and flow style at the top have no lines to go by: they are taken whole. */
export function excerptAt(text: string, offset: number, isJson: boolean): Excerpt {
  const whole = { text, shift: 0, isTopLevel: false };
  if (isJson || /^\s*[{[]/.test(text)) return whole;
  const current = lineAt(text, offset);
  const isBlank = current.text.trim() === "";
  const column = isBlank ? offset - current.start : indentOf(current.text);
  if (column === 0 && !current.text.startsWith("-")) return sectionsAround(text, current);
  const header = headerAbove(text, current);
  if (!header) return { ...whole, isTopLevel: true };
  if (!sectionLine.test(header.text)) return fromDocumentStart(text, header);
  return itemAround(text, header, current);
}

/** Of each line that begins at the margin its key, which is enough to see which sections there are. */
function sectionsAround(text: string, current: Line): Excerpt {
  const before: string[] = [];
  for (let line = lineBefore(text, current); line && !documentMark.test(line.text); line = lineBefore(text, line)) {
    const key = topLevelKey(line.text);
    if (key !== undefined) before.unshift(`${key}:\n`);
  }
  const after: string[] = [];
  for (let line = lineAfter(text, current); line && !documentMark.test(line.text); line = lineAfter(text, line)) {
    const key = topLevelKey(line.text);
    if (key !== undefined) after.push(`\n${key}:`);
  }
  const head = before.join("");
  return { text: head + current.text + after.join(""), shift: current.start - head.length, isTopLevel: true };
}

function topLevelKey(line: string): string | undefined {
  return /^(["']?[\w$-]+["']?)[ \t]*:(?:\s|$)/.exec(line)?.[1];
}

/** The nearest line above that begins at the margin and is no item; undefined at the start of the document. */
function headerAbove(text: string, current: Line): Line | undefined {
  for (let line = lineBefore(text, current); line; line = lineBefore(text, line)) {
    if (documentMark.test(line.text)) return undefined;
    if (isAtMargin(line.text)) return line;
  }
  return undefined;
}

/** What begins at the margin and opens or closes no section. */
function isAtMargin(line: string): boolean {
  return line.trim() !== "" && !/^[\s#]/.test(line) && !/^-(?:\s|$)/.test(line) && !/^[\]}]/.test(line);
}

function fromDocumentStart(text: string, header: Line): Excerpt {
  let start = header;
  for (let line = lineBefore(text, header); line && !documentMark.test(line.text); line = lineBefore(text, line)) {
    start = line;
  }
  return { text: text.slice(start.start), shift: start.start, isTopLevel: false };
}

function itemAround(text: string, header: Line, current: Line): Excerpt {
  const first = firstContent(text, header);
  const indent = first ? indentOf(first.text) : 0;
  const isList = first !== undefined && first.start <= current.start && /^\s*-(?:\s|$)/.test(first.text);
  const start = isList ? itemStart(text, header, current, indent) : (lineAfter(text, header) ?? current);
  const end = endOfBlock(text, current, isList ? indent : -1);
  const head = `${header.text.trimEnd()}\n`;
  return { text: head + text.slice(start.start, end), shift: start.start - head.length, isTopLevel: false };
}

function firstContent(text: string, header: Line): Line | undefined {
  for (let line = lineAfter(text, header); line; line = lineAfter(text, line)) {
    if (line.text.trim() !== "" && !/^\s*#/.test(line.text)) return isAtMargin(line.text) ? undefined : line;
  }
  return undefined;
}

function itemStart(text: string, header: Line, current: Line, indent: number): Line {
  let line = current;
  for (;;) {
    if (indentOf(line.text) === indent && /^\s*-(?:\s|$)/.test(line.text)) return line;
    const before = lineBefore(text, line);
    if (!before || before.start <= header.start) return line;
    line = before;
  }
}

/** Where the first line below begins that is no deeper than `indent`, or stands at the margin. */
function endOfBlock(text: string, current: Line, indent: number): number {
  for (let line = lineAfter(text, current); line; line = lineAfter(text, line)) {
    if (line.text.trim() === "" || /^\s*#/.test(line.text)) continue;
    if (isAtMargin(line.text) || documentMark.test(line.text) || indentOf(line.text) <= indent) return line.start;
  }
  return text.length;
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return lineFrom(text, offset === 0 ? 0 : start);
}

function lineFrom(text: string, start: number): Line {
  const end = text.indexOf("\n", start);
  return { start, text: text.slice(start, end < 0 ? text.length : end).replace(/\r$/, "") };
}

function lineBefore(text: string, { start }: Line): Line | undefined {
  if (start === 0) return undefined;
  return lineFrom(text, start === 1 ? 0 : text.lastIndexOf("\n", start - 2) + 1);
}

function lineAfter(text: string, { start }: Line): Line | undefined {
  const end = text.indexOf("\n", start);
  return end < 0 ? undefined : lineFrom(text, end + 1);
}
