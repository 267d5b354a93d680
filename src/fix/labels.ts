/** Sorts the labels of a resource by name, and takes out one that stands twice with the same value. */
import { compareText } from "../model/identity.ts";
import { isMap } from "../model/json.ts";
import type { TextEdit } from "./contract.ts";
import type { Fixer, FoundFix, Target } from "./fixer.ts";
import { isPlainFlow, withoutEntries } from "./flow.ts";
import { entryLines, trailingComment } from "./lines.ts";
import { entryOf, hasDuplicates, type Tree, type TreeEntry, type TreeNode } from "./tree.ts";

/** The text of an entry, with its comments. */
interface Slot {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export const labels: Fixer = {
  id: "labels",
  concerns({ value }, hasRepeatedKeys) {
    if (!isMap(value["labels"])) return false;
    const names = Object.keys(value["labels"]);
    return hasRepeatedKeys || names.some((name, index) => compareText(names[index - 1] ?? "", name) > 0);
  },
  find({ node, tree }: Target) {
    const map = entryOf(node, "labels")?.value;
    if (map?.kind !== "map" || map.hasMarks || (map.isFlow && !isPlainFlow(tree, map))) return undefined;
    return hasDuplicates(map) ? takeOut(tree, map) : sort(tree, map);
  },
};

/** Of labels with one name and one value, all but the first. */
function takeOut(tree: Tree, map: TreeNode): FoundFix | undefined {
  const firstByName = new Map<string, TreeEntry>();
  const repeated = new Set<TreeEntry>();
  for (const entry of map.entries) {
    const first = firstByName.get(entry.name);
    if (first) repeated.add(entry);
    else firstByName.set(entry.name, entry);
    if (first && valueText(tree, first) !== valueText(tree, entry)) return undefined;
  }
  const edits = map.isFlow ? withoutEntries(map, (entry) => repeated.has(entry)) : removeLines(tree, map, repeated);
  if (!edits) return undefined;
  const names = [...new Set([...repeated].map(({ name }) => name))].join(" and ");
  return { title: `Remove the repeated label ${names}`, rule: "source/duplicate-key", ...spanOf(map), edits };
}

function removeLines(tree: Tree, map: TreeNode, taken: ReadonlySet<TreeEntry>): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const [index, entry] of map.entries.entries()) {
    if (!taken.has(entry)) continue;
    const lines = entryLines(tree.text, map, index);
    const hasComments = lines && (lines.start < lines.keyLine || trailingComment(tree.text, entry.value.end) !== "");
    if (!lines || hasComments) return undefined;
    edits.push({ start: lines.start, end: lines.end, text: "" });
  }
  return edits;
}

function valueText({ text }: Tree, { value }: TreeEntry): string {
  return text.slice(value.start, value.end);
}

function sort(tree: Tree, map: TreeNode): FoundFix | undefined {
  const slots = slotsOf(tree, map);
  if (!slots) return undefined;
  const edits = groupsOf(map, slots).flatMap((group) => sortGroup(tree, group));
  return edits.length === 0 ? undefined : { title: "Sort the labels", ...spanOf(map), edits };
}

function slotsOf({ text }: Tree, map: TreeNode): readonly Slot[] | undefined {
  const slots = map.entries.flatMap(({ name, key, value }, index): Slot[] => {
    const isOneLine = value.kind === "scalar" && !text.slice(key.start, value.end).includes("\n");
    if (!isOneLine) return [];
    if (map.isFlow) return [{ name, start: key.start, end: value.end }];
    const lines = entryLines(text, map, index);
    return lines && !lines.isBehindDash ? [{ name, start: lines.start, end: lines.end }] : [];
  });
  return slots.length === map.entries.length ? slots : undefined;
}

/** Blank lines and comments that stand apart divide the labels of a block map; each part is sorted by itself. */
function groupsOf(map: TreeNode, slots: readonly Slot[]): readonly (readonly Slot[])[] {
  if (map.isFlow) return [slots];
  const groups: Slot[][] = [];
  let behind: number | undefined;
  for (const slot of slots) {
    if (slot.start === behind) groups.at(-1)?.push(slot);
    else groups.push([slot]);
    behind = slot.end;
  }
  return groups;
}

function sortGroup({ text }: Tree, slots: readonly Slot[]): readonly TextEdit[] {
  const sorted = [...slots].sort((left, right) => compareText(left.name, right.name));
  return slots.flatMap((slot, index) => {
    const other = sorted[index];
    return !other || other === slot
      ? []
      : [{ start: slot.start, end: slot.end, text: text.slice(other.start, other.end) }];
  });
}

function spanOf(map: TreeNode): { readonly start: number; readonly end: number } {
  return { start: map.entries[0]?.key.start ?? map.start, end: map.entries.at(-1)?.value.end ?? map.end };
}
