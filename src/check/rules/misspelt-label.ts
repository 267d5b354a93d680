import { type Entry, kinds } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import { fieldOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** Labels select and group; one that is misspelt falls out of both without an error. */
export const misspeltLabel: Rule = {
  id: "label/misspelt",
  severity: "info",
  check({ config, report }) {
    const uses = new Map<string, { count: number; readonly holder: Entry<unknown> }>();
    const count = (holder: Entry<unknown>): void => {
      const labels = fieldOf(holder.value, "labels");
      if (!isMap(labels)) return;
      for (const key in labels) {
        const use = uses.get(key);
        if (use) use.count += 1;
        else uses.set(key, { count: 1, holder });
      }
    };
    for (const kind of kinds) if (kind !== "credentials") for (const holder of config[kind]) count(holder);
    for (const consumer of config.consumers) for (const credential of consumer.credentials) count(credential);
    const commonByVariant = new Map<string, string>();
    for (const [key, use] of uses) {
      if (use.count >= oftenUsed && isWord(key)) for (const variant of variants(key)) commonByVariant.set(variant, key);
    }
    if (commonByVariant.size === 0) return;
    for (const [key, { count: number, holder }] of uses) {
      const common = number === 1 && isWord(key) ? nearest(key, commonByVariant) : undefined;
      if (common === undefined) continue;
      report({
        place: holder.place,
        path: ["labels", key],
        part: "key",
        message: `the label "${key}" stands here only; "${common}" stands ${uses.get(common)?.count} times`,
        help: `Did you mean "${common}"?`,
        replacement: common,
      });
    }
  },
};

const oftenUsed = 3;

/** Short names and numbered ones differ by one character on purpose; a key of hundreds of characters is no name. */
function isWord(key: string): boolean {
  return key.length >= 4 && key.length <= 64 && !/\d/.test(key);
}

/** The key and the key less one character each: two keys that are one edit apart have one of these in common. */
function variants(key: string): readonly string[] {
  return [key, ...Array.from(key, (_, index) => key.slice(0, index) + key.slice(index + 1))];
}

function nearest(key: string, commonByVariant: ReadonlyMap<string, string>): string | undefined {
  for (const variant of variants(key)) {
    const common = commonByVariant.get(variant);
    if (common !== undefined && common !== key && isOneEdit(key, common)) return common;
  }
  return undefined;
}

/** One character more, less or other, or two neighbours swapped. */
function isOneEdit(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < left.length - start && end < right.length - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (a.length <= 1 && b.length <= 1) return true;
  return a.length === 2 && b.length === 2 && a[0] === b[1] && a[1] === b[0];
}
