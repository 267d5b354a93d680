/** Reads and replaces a part of a value, without changing the value itself. */
import { isMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";

/** Undefined where there is nothing. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, step) => {
    if (typeof step === "number") return Array.isArray(found) ? found[step] : undefined;
    return isMap(found) ? found[step] : undefined;
  }, value);
}

/** A copy with another part at `path`, which must be there. */
function withValueAt(value: unknown, path: Path, part: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return part;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? withValueAt(item, rest, part) : item));
  }
  return isMap(value) ? { ...value, [step]: withValueAt(value[step], rest, part) } : value;
}

/** Documents in which one list is another one; the same where there is no list at `path`. */
export function changeList(
  documents: readonly unknown[],
  document: number,
  path: Path,
  change: (list: readonly unknown[]) => readonly unknown[],
): readonly unknown[] {
  return documents.map((value, index) => {
    const list = index === document ? valueAt(value, path) : undefined;
    return Array.isArray(list) ? withValueAt(value, path, change(list)) : value;
  });
}
