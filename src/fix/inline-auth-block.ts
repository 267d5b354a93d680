/** The move of auth plugins into credentials in a consumer that stands in block style. */
import type { TextEdit } from "./contract.ts";
import { isPlainFlow, quotedLike, withoutEntries } from "./flow.ts";
import type { Move, MovedPlugin } from "./inline-auth.ts";
import { addedItems } from "./inline-auth-flow.ts";
import { column, type EntryLines, entryLines, lineEnd, shiftLines, trailingComment } from "./lines.ts";
import { blockItem, type ListLayout, layoutOfItem } from "./plugin-item.ts";
import type { Tree, TreeEntry, TreeNode } from "./tree.ts";

export function moveInBlock(move: Move): readonly TextEdit[] | undefined {
  const { tree, consumer, plugins, credentials } = move;
  if (plugins.value.isFlow && !isPlainFlow(tree, plugins.value)) return undefined;
  const lines = entryLines(tree.text, consumer, consumer.entries.indexOf(plugins));
  if (!lines) return undefined;
  if (!credentials) return makeList(move, lines);
  const list = credentials.value;
  if (list.kind !== "list") return undefined;
  if (list.isFlow && list.items.length > 0) {
    const added = addedItems(move, credentials);
    const removed = added && removePlugins(move, lines);
    // Comments have no place in a list on one line.
    return added && removed && removed.comments === "" ? [...removed.edits, added] : undefined;
  }
  return extendList(move, lines, credentials);
}

/** `credentials` takes the place of `plugins`, or follows what stays of it. */
function makeList(move: Move, lines: EntryLines): readonly TextEdit[] | undefined {
  const { tree, plugins, isWhole } = move;
  const layout = layoutOfNewList(move);
  const items = itemsOf(move, layout);
  if (!items) return undefined;
  const key = quotedLike(tree.text.slice(plugins.key.start, plugins.key.end), "credentials");
  if (!isWhole) {
    const head = `${" ".repeat(column(tree.text, plugins.key.start))}${key}:${tree.newline}`;
    const edits = removeSome(move);
    return edits && [...edits, { start: lines.end, end: lines.end, text: head + items.join("") }];
  }
  const renamed = { start: plugins.key.start, end: plugins.key.end, text: key };
  if (!plugins.value.isFlow) return [renamed, ...replaceEach(move, items)];
  if (trailingComment(tree.text, plugins.value.end) === undefined) return undefined;
  return [
    { ...renamed, end: plugins.value.end, text: `${key}:` },
    { start: lines.end, end: lines.end, text: items.join("") },
  ];
}

/** The list that is there already gets the plugins behind its last item. */
function extendList(move: Move, lines: EntryLines, credentials: TreeEntry): readonly TextEdit[] | undefined {
  const { tree, consumer } = move;
  const list = credentials.value;
  const layout = list.isFlow ? layoutOfNewList(move) : layoutOfList(move, list);
  const listLines = entryLines(tree.text, consumer, consumer.entries.indexOf(credentials));
  const items = layout && itemsOf(move, layout);
  const removed = removePlugins(move, lines);
  if (!layout || !listLines || !items || !removed) return undefined;
  const shift = layout.dash - column(tree.text, move.plugins.key.start);
  if (shift < 0) return undefined;
  const opened = list.isFlow ? openList(tree, credentials) : [];
  const body = move.isWhole && !move.plugins.value.isFlow ? replacedBody(move, items, lines.end) : items.join("");
  const text = shiftLines(removed.comments, shift) + body;
  return opened && [...removed.edits, ...opened, { start: listLines.end, end: listLines.end, text }];
}

interface Removed {
  readonly edits: readonly TextEdit[];
  /** Lines of comments that stood at `plugins` itself, which is gone. */
  readonly comments: string;
}

function removePlugins(move: Move, lines: EntryLines): Removed | undefined {
  const { tree, consumer, plugins } = move;
  const { text, newline } = tree;
  if (!move.isWhole) {
    const edits = removeSome(move);
    return edits && { edits, comments: "" };
  }
  const comment = trailingComment(text, plugins.value.isFlow ? plugins.value.end : plugins.key.end + 1);
  if (comment === undefined) return undefined;
  const below = comment === "" ? "" : `${" ".repeat(column(text, plugins.key.start))}${comment}${newline}`;
  // Below a block map, comments are a part of what moves.
  const behind = plugins.value.isFlow ? text.slice(lineEnd(text, plugins.value.end), lines.end) : "";
  if (!lines.isBehindDash) {
    const comments = text.slice(lines.start, lines.keyLine) + below + behind;
    return { edits: [{ start: lines.start, end: lines.end, text: "" }], comments };
  }
  const next = consumer.entries[consumer.entries.indexOf(plugins) + 1];
  if (!next || text.slice(lines.end, next.key.start).trim() !== "") return undefined;
  return { edits: [{ start: plugins.key.start, end: next.key.start, text: "" }], comments: below + behind };
}

function removeSome({ tree, plugins, moved }: Move): readonly TextEdit[] | undefined {
  if (plugins.value.isFlow) {
    const taken = new Set(moved.map(({ entry }) => entry));
    return withoutEntries(plugins.value, (entry) => taken.has(entry));
  }
  const edits = moved.flatMap(({ index }) => entryLines(tree.text, plugins.value, index) ?? []);
  return edits.length < moved.length ? undefined : edits.map(({ start, end }) => ({ start, end, text: "" }));
}

/** Each plugin becomes an item where it stands. */
function replaceEach({ tree, plugins, moved }: Move, items: readonly string[]): readonly TextEdit[] {
  return moved.flatMap(({ index }: MovedPlugin, position) => {
    const lines = entryLines(tree.text, plugins.value, index);
    return lines ? [{ start: lines.start, end: lines.end, text: items[position] ?? "" }] : [];
  });
}

/** The lines below `plugins:` with items in place of the plugins, and the comments between them. */
function replacedBody(move: Move, items: readonly string[], end: number): string {
  const { text } = move.tree;
  let body = "";
  let at = lineEnd(text, move.plugins.key.end);
  for (const edit of replaceEach(move, items)) {
    body += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return body + text.slice(at, end);
}

function itemsOf({ tree, plugins, moved }: Move, layout: ListLayout): readonly string[] | undefined {
  const items = moved.flatMap(
    ({ index, name }) =>
      blockItem(tree, { field: "name", fieldText: name, plugins: plugins.value, index }, layout) ?? [],
  );
  return items.length === moved.length ? items : undefined;
}

function layoutOfList(move: Move, list: TreeNode): ListLayout | undefined {
  const last = list.items.at(-1);
  const layout = last && layoutOfItem(move.tree, last);
  return layout && { ...layout, step: stepOf(move) };
}

/** As the list of consumers is laid out. */
function layoutOfNewList(move: Move): ListLayout {
  const { tree, consumer, holder, plugins } = move;
  const keyColumn = column(tree.text, plugins.key.start);
  const outer = layoutOfItem(tree, consumer);
  const offset = outer && holder ? outer.dash - column(tree.text, holder.key.start) : stepOf(move);
  return { dash: keyColumn + Math.max(0, offset), gap: outer?.gap ?? 1, step: stepOf(move) };
}

function stepOf({ tree, plugins }: Move): number {
  const first = plugins.value.isFlow ? undefined : plugins.value.entries[0];
  return first ? column(tree.text, first.key.start) - column(tree.text, plugins.key.start) : 2;
}

/** `credentials: []` loses its brackets. */
function openList({ text }: Tree, { key, value }: TreeEntry): readonly TextEdit[] | undefined {
  if (!/^[ \t]*:[ \t]*$/.test(text.slice(key.end, value.start))) return undefined;
  if (trailingComment(text, value.end) === undefined) return undefined;
  return [{ start: key.end, end: value.end, text: ":" }];
}
