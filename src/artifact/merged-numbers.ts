/**
 * Numbers the records of a base and its overlay as one list without gaps: what is hidden in the base leaves its number to a
 * record of the overlay, or to the last ones of the list. So a base of a million records costs nothing but its changes.
 */

export interface MergedNumbers {
  readonly count: number;
  /** The number in the base, or in the overlay as `-1 - number`. */
  where(merged: number): number;
  /** @param number of a record of the base that is not hidden */
  ofBase(number: number): number;
  ofOverlay(number: number): number;
}

/** @param hidden numbers of the base, rising */
export function mergeNumbers(baseCount: number, hidden: readonly number[], overlayCount: number): MergedNumbers {
  const count = baseCount - hidden.length + overlayCount;
  /** Where it is not the same number of the base. */
  const moved = new Map<number, number>();
  const mergedOfBase = new Map<number, number>();
  const mergedOfOverlay = new Uint32Array(overlayCount);
  const holes = hidden.filter((number) => number < count);
  for (let number = 0; number < overlayCount; number++) {
    const merged = holes[number] ?? baseCount + number - holes.length;
    moved.set(merged, -1 - number);
    mergedOfOverlay[number] = merged;
  }
  // With more holes than records of the overlay, the last of the base move up.
  const gone = new Set(hidden);
  let last = count;
  for (const hole of holes.slice(overlayCount)) {
    while (gone.has(last)) last++;
    moved.set(hole, last);
    mergedOfBase.set(last, hole);
    last++;
  }
  return {
    count,
    where: (merged) => moved.get(merged) ?? merged,
    ofBase: (number) => mergedOfBase.get(number) ?? number,
    ofOverlay: (number) => mergedOfOverlay[number] ?? -1,
  };
}
