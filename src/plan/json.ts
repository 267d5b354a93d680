/** Equality of JSON values. */
import { isMap } from "../model/json.ts";

const noFields: ReadonlySet<string> = new Set();

/** Whether two JSON values are equal, whatever the order of keys; of two objects without the fields `left out`. */
export function isEqualJson(left: unknown, right: unknown, leftOut: ReadonlySet<string> = noFields): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) &&
      left.length === right.length &&
      left.every((item, index) => isEqualJson(item, right[index]))
    );
  }
  if (!isMap(left) || !isMap(right)) return false;
  let fields = 0;
  for (const key of Object.keys(left)) {
    if (leftOut.has(key)) continue;
    if (!Object.hasOwn(right, key) || !isEqualJson(left[key], right[key])) return false;
    fields += 1;
  }
  for (const key of Object.keys(right)) if (!leftOut.has(key)) fields -= 1;
  return fields === 0;
}
