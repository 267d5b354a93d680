/** What changes in the text of a file, as a unified diff with secrets hidden. */
import { type StructuredPatchHunk, structuredPatch } from "diff";
import { alignParts } from "./align.ts";
import { mask, maskLine } from "./mask.ts";
import { type Paint, printable, type Style } from "./style.ts";

export interface TextChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

const context = 3;

/** Lines are found by their real text and shown as in a frame: for people to read, not for `patch` to apply. */
export function renderUnifiedDiff({ file, before, after }: TextChange, style: Style): string {
  const name = printable(file);
  const shown = { old: linesOf(before), new: linesOf(after) };
  const output = [style.bold(`--- ${name}`), style.bold(`+++ ${name}`)];
  for (const hunk of hunksOf(before, after)) {
    output.push(style.blue(`@@ -${hunk.oldStart},${hunk.oldLines} +${hunk.newStart},${hunk.newLines} @@`));
    let oldIndex = hunk.oldStart - 1;
    let newIndex = hunk.newStart - 1;
    for (const line of hunk.lines) {
      const sign = line[0] ?? " ";
      if (sign === "\\") output.push(line);
      else if (sign === "+") output.push(paintFor(sign, style)(`+${shownLine(shown.new, newIndex)}`));
      else output.push(paintFor(sign, style)(`${sign}${shownLine(shown.old, oldIndex)}`));
      if (sign === "+" || sign === " ") newIndex += 1;
      if (sign === "-" || sign === " ") oldIndex += 1;
    }
  }
  return output.join("\n");
}

function hunksOf(before: string, after: string): readonly StructuredPatchHunk[] {
  return alignParts(before, after).flatMap((part) => {
    const { hunks } = structuredPatch("", "", part.before, part.after, undefined, undefined, { context });
    return hunks.map((hunk) => ({
      ...hunk,
      oldStart: hunk.oldStart + part.linesBefore,
      newStart: hunk.newStart + part.linesAfter,
    }));
  });
}

/** For the words that explain it. */
export function hidesText(diff: string): boolean {
  return diff.includes(mask);
}

function linesOf(text: string): readonly string[] {
  return text.replace(/^\uFEFF/, "").split(/\r?\n/);
}

/** Tabs may stay: they are a part of the layout, which is what changes. */
function shownLine(lines: readonly string[], index: number): string {
  return maskLine(lines, index).text.split("\t").map(printable).join("\t");
}

function paintFor(sign: string, style: Style): Paint {
  if (sign === "+") return style.green;
  return sign === "-" ? style.red : (line) => line;
}
