/** Cuts two versions of a long text into pairs of parts that begin with the same line, since the cost of a diff grows with the square of what differs. */

export interface AlignedPart {
  readonly before: string;
  readonly after: string;
  /** Lines of the whole texts above the part. */
  readonly linesBefore: number;
  readonly linesAfter: number;
}

/** Long enough that few changes touch a cut, where the diff shows less context. */
const partLines = 200;

/** Cuts at lines that stand once in each text, in the same order in both. */
export function alignParts(before: string, after: string): readonly AlignedPart[] {
  const old = linesWithEnds(before);
  const now = linesWithEnds(after);
  const oldIndexes = indexesOfUnique(old);
  const newIndexes = indexesOfUnique(now);
  const parts: AlignedPart[] = [];
  let from = 0;
  let fromNew = 0;
  const cut = (to: number, toNew: number): void => {
    const part = { before: old.slice(from, to).join(""), after: now.slice(fromNew, toNew).join("") };
    parts.push({ ...part, linesBefore: from, linesAfter: fromNew });
    from = to;
    fromNew = toNew;
  };
  for (const [line, index] of oldIndexes) {
    const newIndex = newIndexes.get(line);
    if (newIndex !== undefined && index >= from + partLines && newIndex > fromNew) cut(index, newIndex);
  }
  cut(old.length, now.length);
  return parts;
}

function linesWithEnds(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** In the order of the text. */
function indexesOfUnique(lines: readonly string[]): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (indexes.has(line)) repeated.add(line);
    indexes.set(line, index);
  }
  for (const line of repeated) indexes.delete(line);
  return indexes;
}
