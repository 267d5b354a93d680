/** Makes a text readable around the cursor: what somebody has opened and not closed yet must not swallow the lines below it. */

/** A bracket or quote behind a key or a dash, and where on its line that value stands. */
const openedValue = /^(\s*(?:-\s+)*)(?:[^\s"'#{}[\],][^"'#{}[\]]*?:[ \t]+|"[^"]*":[ \t]+)?(?=["'[{])/;

/**
 * The same text, of the same length, without values that never end. A value may go on over several lines, but these
 * are deeper than its key, so one whose next line is not is only half written. The cursor's own line stays as it is.
 */
export function withoutOpenEnds(text: string, offset: number): string {
  const lines = text.split("\n");
  let start = 0;
  return lines
    .map((line, index) => {
      const isCursors = start <= offset && offset <= start + line.length;
      start += line.length + 1;
      const [lead, dashes = ""] = openedValue.exec(line) ?? [];
      if (isCursors || lead === undefined || lead.length === dashes.length) return line;
      const next = nextContent(lines, index);
      const isDeeper = next !== undefined && indentOf(next) > dashes.length;
      return isDeeper || !staysOpen(line.slice(lead.length)) ? line : lead + " ".repeat(line.length - lead.length);
    })
    .join("\n");
}

function nextContent(lines: readonly string[], index: number): string | undefined {
  let next = index + 1;
  while (lines[next]?.trim() === "") next += 1;
  return lines[next];
}

function staysOpen(value: string): boolean {
  const outside = value.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, "").replace(/(?:^|\s)#.*$/, "");
  const count = (bracket: RegExp): number => outside.match(bracket)?.length ?? 0;
  return /["']/.test(outside.slice(0, 1)) || count(/[[{]/g) > count(/[\]}]/g);
}

/** Whether the line of a lone word is followed by a key at its column: then the word is on its way to be one too. */
export function lacksColon(lineBefore: string, rest: string): boolean {
  const [line = "", ...below] = rest.split("\n");
  if (!/^[\s-]*[\w$.-]*$/.test(lineBefore) || !/^[\w$.-]*\s*$/.test(line)) return false;
  const next = below.find((each) => each.trim() !== "" && !/^\s*#/.test(each));
  const column = /^\s*(?:-\s+)*/.exec(lineBefore)?.[0].length ?? 0;
  return next !== undefined && indentOf(next) === column && /^\s*["']?[\w$.-]+["']?[ \t]*:(?:\s|$)/.test(next);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
