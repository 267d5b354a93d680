/** Adds labels to a resource that has none of these names. */
import type { TextEdit } from "../fix/contract.ts";
import { isPlainFlow, isSpread } from "../fix/flow.ts";
import { column, entryLines, indentationAt } from "../fix/lines.ts";
import { entryOf, type Tree, type TreeNode } from "../fix/tree.ts";
import { bracketLayout, stepOf } from "./list-items.ts";
import { bracketText } from "./write-value.ts";

type Labels = Readonly<Record<string, string>>;

/** The fields behind which labels are put, where there are none yet. */
const heads: ReadonlySet<string> = new Set(["id", "name", "desc", "description"]);

/** Undefined where the text is laid out in a way that makes it unsafe. */
export function addLabels(tree: Tree, resource: TreeNode, labels: Labels): TextEdit | undefined {
  const entry = entryOf(resource, "labels");
  if (!entry) return resource.isFlow ? newInBrackets(tree, resource, labels) : newInBlock(tree, resource, labels);
  const map = entry.value;
  if (map.kind !== "map" || map.isMarked) return undefined;
  return map.isFlow ? extendBrackets(tree, map, labels) : extendBlock(tree, map, labels);
}

function newInBlock(tree: Tree, resource: TreeNode, labels: Labels): TextEdit | undefined {
  const index = headOf(resource);
  const entry = resource.entries[index];
  const lines = entry && entryLines(tree.text, resource, index);
  if (!entry || !lines) return undefined;
  const keyColumn = column(tree.text, entry.key.start);
  const text = `${" ".repeat(keyColumn)}labels:${tree.newline}${labelLines(tree, labels, keyColumn + stepOf(tree, resource))}`;
  return { start: lines.end, end: lines.end, text };
}

function extendBlock(tree: Tree, map: TreeNode, labels: Labels): TextEdit | undefined {
  const index = map.entries.length - 1;
  const last = map.entries[index];
  const lines = last && entryLines(tree.text, map, index);
  if (!last || !lines) return undefined;
  const text = labelLines(tree, labels, column(tree.text, last.key.start));
  return { start: lines.end, end: lines.end, text };
}

function newInBrackets(tree: Tree, resource: TreeNode, labels: Labels): TextEdit | undefined {
  const entry = resource.entries[headOf(resource)];
  if (!entry || !isPlainFlow(tree, resource)) return undefined;
  const outer = bracketLayout(tree, resource);
  const indentation = indentationAt(tree.text, entry.key.start);
  const written = bracketText({ labels }, { ...outer, indentation, step: undefined })
    .slice(1, -1)
    .trim();
  const separator = isSpread(tree, resource) ? `,${tree.newline}${indentation}` : ", ";
  return { start: entry.value.end, end: entry.value.end, text: `${separator}${written}` };
}

function extendBrackets(tree: Tree, map: TreeNode, labels: Labels): TextEdit | undefined {
  if (!isPlainFlow(tree, map)) return undefined;
  const layout = bracketLayout(tree, map);
  const last = map.entries.at(-1);
  if (!last) return { start: map.start, end: map.end, text: bracketText(labels, layout) };
  const separator = isSpread(tree, map) ? `,${tree.newline}${indentationAt(tree.text, last.key.start)}` : ", ";
  const parts = Object.entries(labels).map(([name, value]) =>
    bracketText({ [name]: value }, { ...layout, step: undefined })
      .slice(1, -1)
      .trim(),
  );
  return { start: last.value.end, end: last.value.end, text: parts.map((part) => separator + part).join("") };
}

/** Dates are quoted: readers of YAML 1.1 take them for times. */
function labelLines({ newline }: Tree, labels: Labels, indentation: number): string {
  const line = ([name, value]: [string, string]): string =>
    `${" ".repeat(indentation)}${name}: ${JSON.stringify(value)}${newline}`;
  return Object.entries(labels).map(line).join("");
}

/** The last of the fields that stand at the head. */
function headOf(resource: TreeNode): number {
  return resource.entries.findLastIndex(({ name, value }) => heads.has(name) && value.kind === "scalar");
}
