/** Lists the fields in which two versions of a resource differ, as they may be shown. */
import { canonicalJson, isMap, type JsonMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import type { FieldChange, Fingerprint } from "./contract.ts";
import { isEqualJson } from "./json.ts";
import { isShownWhole, maskSecrets } from "./secrets.ts";

/** Objects are compared field by field, lists as one value. Either side is absent for a create or delete. */
export function fieldChanges(
  before: JsonMap | undefined,
  after: JsonMap | undefined,
  fingerprint: Fingerprint,
): readonly FieldChange[] {
  return changesAt([], before ?? {}, after ?? {}, fingerprint);
}

function changesAt(path: Path, before: unknown, after: unknown, fingerprint: Fingerprint): readonly FieldChange[] {
  if (isEqualJson(before, after)) return [];
  if (!isShownWhole(path) && canDescend(before, after)) {
    const left = isMap(before) ? before : {};
    const right = isMap(after) ? after : {};
    const names = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return names.flatMap((name) => changesAt([...path, name], left[name], right[name], fingerprint));
  }
  const shownBefore = shown(before, path, fingerprint);
  const shownAfter = shown(after, path, fingerprint);
  return [
    {
      path,
      ...(before === undefined ? {} : { before: shownBefore.text }),
      ...(after === undefined ? {} : { after: shownAfter.text }),
      isSecret: shownBefore.isSecret || shownAfter.isSecret,
    },
  ];
}

/** An empty object has no fields to list: it is shown itself. */
function canDescend(before: unknown, after: unknown): boolean {
  const isFilled = (value: unknown): boolean => isMap(value) && Object.keys(value).length > 0;
  if (before === undefined) return isFilled(after);
  if (after === undefined) return isFilled(before);
  return isMap(before) && isMap(after);
}

/** A value as it may be shown. */
export function shown(
  value: unknown,
  path: Path,
  fingerprint: Fingerprint,
): { readonly text: string; readonly isSecret: boolean } {
  const masked = maskSecrets(value, path, fingerprint);
  const text = typeof masked.value === "string" ? masked.value : canonicalJson(masked.value);
  return { text, isSecret: masked.hasSecret };
}
