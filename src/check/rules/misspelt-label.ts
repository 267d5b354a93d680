import { type Entry, kinds } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import type { Survey } from "../survey/survey.ts";
import { commonLabelMeantBy } from "./common-labels.ts";
import { fieldOf } from "./plugins-of.ts";
import type { Rule } from "./rule.ts";

/** Labels select and group; one that is misspelt falls out of both without an error. */
export const misspeltLabel: Rule = {
  id: "label/misspelt",
  severity: "info",
  conclude(survey, { lookAgain, report }) {
    const uses = usesOf(survey);
    const commonByVariant = new Map<string, string>();
    for (const [key, { count }] of uses) {
      if (count >= oftenUsed && isWord(key)) for (const variant of variants(key)) commonByVariant.set(variant, key);
    }
    for (const [key, { count, first }] of uses) {
      if (count >= oftenUsed) continue;
      const often = count === 1 && commonByVariant.size > 0 && isWord(key) ? nearest(key, commonByVariant) : undefined;
      const common = often ?? commonLabelMeantBy(key);
      if (common === undefined) continue;
      const reportAt = (holder: Entry<unknown>): void =>
        report({
          place: holder.place,
          path: ["labels", key],
          part: "key",
          message:
            often === undefined
              ? `the label "${key}" looks like the common "${common}"`
              : `the label "${key}" stands here only; "${common}" stands ${uses.get(common)?.count} times`,
          help: `Did you mean "${common}"?`,
          replacement: common,
        });
      if (typeof first !== "number") reportAt(first);
      else {
        lookAgain([first], ([consumer]) => {
          const holder = consumer && [consumer, ...consumer.credentials].find((each) => hasLabel(each, key));
          if (holder) reportAt(holder);
        });
      }
    }
  },
};

interface Use {
  count: number;
  /** The row of the consumer, or the resource itself. */
  readonly first: number | Entry<unknown>;
}

function usesOf({ others, consumers }: Survey): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const [key, { count, firstRow }] of consumers.labels) uses.set(key, { count, first: firstRow });
  for (const kind of kinds) {
    if (kind === "consumers" || kind === "credentials") continue;
    for (const holder of others[kind]) {
      const labels = fieldOf(holder.value, "labels");
      for (const key of isMap(labels) ? Object.keys(labels) : []) {
        const use = uses.get(key);
        if (use) use.count += 1;
        else uses.set(key, { count: 1, first: holder });
      }
    }
  }
  return uses;
}

function hasLabel({ value }: Entry<unknown>, key: string): boolean {
  const labels = fieldOf(value, "labels");
  return isMap(labels) && Object.hasOwn(labels, key);
}

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
