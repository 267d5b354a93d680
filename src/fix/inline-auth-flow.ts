/** The move of auth plugins into credentials in a consumer that stands in brackets, as in JSON. */
import type { TextEdit } from "./contract.ts";
import { type FlowLayout, flowBracket, isPlainFlow, isSpread, layoutOf, quotedLike, withoutEntries } from "./flow.ts";
import type { Move } from "./inline-auth.ts";
import { beginsLine, indentationAt } from "./lines.ts";
import { flowItem } from "./plugin-item.ts";
import type { TreeEntry } from "./tree.ts";

export function moveInFlow(move: Move): readonly TextEdit[] | undefined {
  const { tree, consumer, plugins, credentials, moved, isWhole } = move;
  if (!isPlainFlow(tree, consumer)) return undefined;
  if (credentials) {
    const added = addedItems(move, credentials);
    return added && [...removal(move), added];
  }
  const layout = layoutOf(tree, plugins.key, plugins.value);
  const items = itemsOf(move, layout, 1);
  if (!items) return undefined;
  const key = quotedLike(tree.text.slice(plugins.key.start, plugins.key.end), "credentials");
  const list = `${key}${layout.colon}${flowBracket(["[", "]"], items, layout, 0, tree.newline)}`;
  if (isWhole) return [{ start: plugins.key.start, end: plugins.value.end, text: list }];
  const { end } = plugins.value;
  const separator = isSpread(tree, consumer) ? `,${tree.newline}${layout.indentation}` : comma(layout);
  const taken = new Set(moved.map(({ entry }) => entry));
  const edits = withoutEntries(plugins.value, (entry) => taken.has(entry));
  return [...edits, { start: end, end, text: `${separator}${list}` }];
}

/** The edit that adds the plugins to a list of credentials in brackets. */
export function addedItems(move: Move, { key, value }: TreeEntry): TextEdit | undefined {
  const { tree, plugins } = move;
  if (value.kind !== "list" || !value.isFlow || !isPlainFlow(tree, value)) return undefined;
  if (!plugins.value.isFlow || !isPlainFlow(tree, plugins.value)) return undefined;
  const ofPlugins = layoutOf(tree, plugins.key, plugins.value);
  const last = value.items.at(-1);
  if (!last) {
    const step = beginsLine(tree.text, key.start) ? ofPlugins.step : undefined;
    const layout = { ...ofPlugins, indentation: indentationAt(tree.text, key.start), step };
    const items = itemsOf(move, layout, 1);
    return (
      items && { start: value.start, end: value.end, text: flowBracket(["[", "]"], items, layout, 0, tree.newline) }
    );
  }
  const isListSpread = isSpread(tree, value);
  const isItemSpread = ofPlugins.step !== undefined && beginsLine(tree.text, last.start);
  const indentation = indentationAt(tree.text, last.start);
  const layout: FlowLayout = { ...ofPlugins, indentation, step: isItemSpread ? ofPlugins.step : undefined };
  const separator = isListSpread ? `,${tree.newline}${indentation}` : comma(layout);
  const items = itemsOf(move, layout, 0);
  return items && { start: last.end, end: last.end, text: items.map((item) => `${separator}${item}`).join("") };
}

/** What takes the moved plugins, or all of `plugins`, out of a consumer in brackets. */
function removal({ consumer, plugins, moved, isWhole }: Move): readonly TextEdit[] {
  if (isWhole) return withoutEntries(consumer, (entry) => entry === plugins);
  const taken = new Set(moved.map(({ entry }) => entry));
  return withoutEntries(plugins.value, (entry) => taken.has(entry));
}

function itemsOf({ tree, plugins, moved }: Move, layout: FlowLayout, depth: number): readonly string[] | undefined {
  const items = moved.flatMap(({ entry, index, name }) => {
    const fieldText = quotedLike(tree.text.slice(entry.key.start, entry.key.end), name);
    return flowItem(tree, { field: "name", fieldText, plugins: plugins.value, index }, layout, depth) ?? [];
  });
  return items.length === moved.length ? items : undefined;
}

function comma({ colon }: FlowLayout): string {
  return colon.endsWith(" ") ? ", " : ",";
}
