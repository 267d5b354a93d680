/** Writes ADC's credential, `type` and `config`, in the native shape: a plugin in `plugins`. */
import { isMap } from "../model/json.ts";
import type { TextEdit } from "./contract.ts";
import type { Fixer, Target } from "./fixer.ts";
import { flowBracket, isPlainFlow, layoutOf, quotedLike, reindent, withoutEntries } from "./flow.ts";
import { column, type EntryLines, entryLines, lineEnd, shiftLines, trailingComment } from "./lines.ts";
import { entryOf, hasDuplicates, type Tree, type TreeEntry, type TreeNode } from "./tree.ts";

interface Shape {
  readonly tree: Tree;
  readonly credential: TreeNode;
  readonly type: TreeEntry;
  readonly config: TreeEntry;
  /** `config` stands right below, or behind, `type`. */
  readonly isTogether: boolean;
}

/** A name that can be a key as it is written, with or without quotes. */
const pluginName = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export const adcCredential: Fixer = {
  id: "adc-shape",
  concerns: ({ kind, value }) =>
    kind === "credentials" && typeof value["type"] === "string" && !("plugins" in value) && isMap(value["config"]),
  find(target) {
    const shape = findShape(target);
    if (!shape) return undefined;
    const edits = shape.credential.isFlow ? rewriteFlow(shape) : rewriteBlock(shape);
    if (!edits) return undefined;
    const { type, config } = shape;
    const name = typeof target.value["name"] === "string" ? ` "${target.value["name"]}"` : "";
    return {
      title: `Write \`type\` and \`config\` of credential${name} as \`plugins\``,
      start: Math.min(type.key.start, config.key.start),
      end: Math.max(type.value.end, config.value.end),
      edits,
    };
  },
};

function findShape({ tree, node, value }: Target): Shape | undefined {
  const type = entryOf(node, "type");
  const config = entryOf(node, "config");
  if (!type || !config || hasDuplicates(node) || type.value.isMarked || type.key.isMarked || config.key.isMarked) {
    return undefined;
  }
  const written = tree.text.slice(type.value.start, type.value.end);
  // What a variable stands for is not known to be the same next time.
  const isName = typeof value["type"] === "string" && pluginName.test(value["type"]);
  if (!isName || written.replace(/^(["'])(.*)\1$/, "$2") !== value["type"]) return undefined;
  const isTogether = node.entries.indexOf(config) === node.entries.indexOf(type) + 1;
  return { tree, credential: node, type, config, isTogether };
}

function rewriteBlock(shape: Shape): readonly TextEdit[] | undefined {
  const { tree, credential, type, config, isTogether } = shape;
  const typeLines = entryLines(tree.text, credential, credential.entries.indexOf(type));
  const configLines = entryLines(tree.text, credential, credential.entries.indexOf(config));
  if (!typeLines || !configLines) return undefined;
  const plugins = `${quotedLike(tree.text.slice(type.key.start, type.key.end), "plugins")}:`;
  const comment = trailingComment(tree.text, type.value.end);
  if (comment === undefined || typeLines.end > lineEnd(tree.text, type.value.end)) return undefined;
  const moved = movedConfig(shape, configLines);
  if (isTogether) {
    return [
      { start: type.key.start, end: type.value.end, text: plugins },
      { start: configLines.start, end: configLines.end, text: moved },
    ];
  }
  const removed = removeType(shape, typeLines);
  // Where `config` stands behind the dash there is no line above it for the comments of `type`.
  if (!removed || (configLines.isBehindDash && removed.comments !== "")) return undefined;
  const indentation = configLines.isBehindDash ? "" : " ".repeat(column(tree.text, config.key.start));
  const head = `${indentation}${plugins}${comment && ` ${comment}`}${tree.newline}`;
  const text = `${removed.comments}${head}${moved}`;
  return [removed.edit, { start: configLines.start, end: configLines.end, text }];
}

/** The lines of `config`, under the name of the plugin and one step deeper. */
function movedConfig({ tree, type, config }: Shape, { start, end, isBehindDash }: EntryLines): string {
  const { text } = tree;
  const keyColumn = column(text, config.key.start);
  const first = config.value.isFlow ? undefined : config.value.entries[0];
  const step = first ? column(text, first.key.start) - keyColumn : 2;
  const name = text.slice(type.value.start, type.value.end);
  const lead = isBehindDash ? " ".repeat(keyColumn) : "";
  return shiftLines(`${lead}${text.slice(start, config.key.start)}${name}${text.slice(config.key.end, end)}`, step);
}

interface RemovedType {
  readonly edit: TextEdit;
  /** That stood above it. */
  readonly comments: string;
}

function removeType({ tree, credential, type }: Shape, lines: EntryLines): RemovedType | undefined {
  const { text } = tree;
  if (!lines.isBehindDash) {
    return { edit: { start: lines.start, end: lines.end, text: "" }, comments: text.slice(lines.start, lines.keyLine) };
  }
  const next = credential.entries[credential.entries.indexOf(type) + 1];
  if (!next || text.slice(type.value.end, next.key.start).trim() !== "") return undefined;
  return { edit: { start: type.key.start, end: next.key.start, text: "" }, comments: "" };
}

function rewriteFlow({ tree, credential, type, config, isTogether }: Shape): readonly TextEdit[] | undefined {
  if (!isPlainFlow(tree, credential)) return undefined;
  const { text } = tree;
  const layout = layoutOf(tree, config.key, config.value);
  const { indentation, step = "" } = layout;
  const value = reindent(text.slice(config.value.start, config.value.end), indentation, indentation + step);
  if (value === undefined) return undefined;
  const name = text.slice(type.value.start, type.value.end);
  const key = quotedLike(text.slice(type.key.start, type.key.end), "plugins");
  const plugins = flowBracket(["{", "}"], [`${name}${layout.colon}${value}`], layout, 0, tree.newline);
  const rewritten = `${key}${layout.colon}${plugins}`;
  if (isTogether) return [{ start: type.key.start, end: config.value.end, text: rewritten }];
  return [
    ...withoutEntries(credential, (entry) => entry === type),
    { start: config.key.start, end: config.value.end, text: rewritten },
  ];
}
