/** Fills in what a gateway would, so that it does not matter which side has stored its defaults. */
import { isMap, type JsonMap } from "../model/json.ts";
import { impliedObjects } from "./equivalences.ts";

/**
 * `value` with the defaults of `table` (the shape of `src/model/generated/defaults.ts`): a table inside a table applies
 * where the object is present or implied, a list of one table applies to each of the list's objects.
 */
export function fillDefaults(value: JsonMap, table: JsonMap): JsonMap {
  const filled: Record<string, unknown> = { ...value };
  for (const [field, fallback] of Object.entries(table)) {
    const given = filled[field];
    const itemTable = tableOfItems(fallback);
    if (itemTable) {
      if (Array.isArray(given))
        filled[field] = given.map((item) => (isMap(item) ? fillDefaults(item, itemTable) : item));
    } else if (isMap(fallback)) {
      if (isMap(given)) filled[field] = fillDefaults(given, fallback);
      else if (given === undefined && impliedObjects.has(field)) filled[field] = fallback;
    } else if (given === undefined) {
      filled[field] = fallback;
    }
  }
  return filled;
}

function tableOfItems(fallback: unknown): JsonMap | undefined {
  if (!Array.isArray(fallback) || fallback.length !== 1) return undefined;
  const first: unknown = fallback[0];
  return isMap(first) ? first : undefined;
}
