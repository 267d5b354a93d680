/** The documents of a text as trees whose nodes tell their offsets, which is what a change of the text needs beside the values. */
import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from "yaml";
import type { Path } from "../model/place.ts";

export interface TreeNode {
  readonly kind: "map" | "list" | "scalar" | "alias";
  /** Written in brackets. */
  readonly isFlow: boolean;
  readonly start: number;
  /** Behind the last character of the value; comments and line ends below it are not of it. */
  readonly end: number;
  /** Of a map. */
  readonly entries: readonly TreeEntry[];
  /** Of a list. */
  readonly items: readonly TreeNode[];
  /** Has an anchor or a tag, or is an alias: what is done to it may be done to another place too. */
  readonly isMarked: boolean;
  /** It, or something in it, is marked. */
  readonly hasMarks: boolean;
}

export interface TreeEntry {
  readonly name: string;
  readonly key: TreeNode;
  readonly value: TreeNode;
}

export interface Tree {
  /** Ends with a line end, be it one that the file lacks. */
  readonly text: string;
  /** As the file's first line ends. */
  readonly newline: string;
  /** One for each document that holds something. */
  readonly roots: readonly TreeNode[];
}

/** A node and the entry of a map in which it stands, itself or as an item of a list. */
export interface FoundNode {
  readonly node: TreeNode;
  readonly holder: TreeEntry | undefined;
}

/** JSON is read as the YAML that it is. Undefined if the text has a syntax error. */
export function readTree(source: string): Tree | undefined {
  const newline = /\r?\n/.exec(source)?.[0] ?? "\n";
  const text = source.endsWith("\n") ? source : source + newline;
  const parsed = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "error",
  });
  const documents = Array.isArray(parsed) ? parsed : [];
  if (documents.some(({ errors, warnings }) => errors.length + warnings.length > 0)) return undefined;
  const roots = documents.flatMap(({ contents }) => (isEmpty(contents) ? [] : [treeNode(contents, text)]));
  return { text, newline, roots };
}

/** The node at `path`; undefined if a node on the way is marked, or its key stands twice. */
export function findNode(root: TreeNode, path: Path): FoundNode | undefined {
  let found: FoundNode = { node: root, holder: undefined };
  for (const step of path) {
    if (found.node.isMarked) return undefined;
    const entry = typeof step === "string" ? entryOf(found.node, step) : undefined;
    const node = typeof step === "number" ? found.node.items[step] : entry?.value;
    if (!node) return undefined;
    found = { node, holder: entry ?? found.holder };
  }
  return found.node.isMarked ? undefined : found;
}

/** The one entry of this name; undefined if there is none, or more than one. */
export function entryOf(map: TreeNode, name: string): TreeEntry | undefined {
  const entries = map.entries.filter((entry) => entry.name === name);
  return entries.length === 1 ? entries[0] : undefined;
}

export function hasDuplicates(map: TreeNode): boolean {
  return new Set(map.entries.map(({ name }) => name)).size < map.entries.length;
}

/** As src/source/yaml.ts leaves documents out. */
function isEmpty(contents: Node | null): contents is null {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === "");
}

function treeNode(node: Node | null, text: string, missingAt = 0): TreeNode {
  const [start, end] = node?.range ?? [missingAt, missingAt];
  const isMarked = isAlias(node) || Boolean(node && ("anchor" in node ? node.anchor : undefined)) || hasTag(node);
  const base = { start, end, isMarked, hasMarks: isMarked, isFlow: false, entries: [], items: [] };
  if (isAlias(node)) return { ...base, kind: "alias" };
  if (isMap(node)) {
    const entries = node.items.map(({ key, value }) => treeEntry(key as Node | null, value as Node | null, text));
    const isFlow = node.flow === true;
    const last = entries.at(-1)?.value.end ?? start;
    const hasMarks = isMarked || entries.some(({ key, value }) => key.hasMarks || value.hasMarks);
    return { ...base, kind: "map", isFlow, entries, hasMarks, end: isFlow ? end : last };
  }
  if (isSeq(node)) {
    const items = node.items.map((item) => treeNode(item as Node, text));
    const isFlow = node.flow === true;
    const last = items.at(-1)?.end ?? start;
    return {
      ...base,
      kind: "list",
      isFlow,
      items,
      hasMarks: isMarked || items.some((item) => item.hasMarks),
      end: isFlow ? end : last,
    };
  }
  const isBlock = isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED");
  return { ...base, kind: "scalar", end: isBlock ? beforeLineEnd(text, end) : end };
}

/** The range of a block scalar ends behind its last line end. */
function beforeLineEnd(text: string, end: number): number {
  if (text[end - 1] !== "\n") return end;
  return text[end - 2] === "\r" ? end - 2 : end - 1;
}

function treeEntry(keyNode: Node | null, valueNode: Node | null, text: string): TreeEntry {
  const key = treeNode(keyNode, text);
  const name = isScalar(keyNode) ? String(keyNode.source ?? keyNode.value) : "";
  return { name, key, value: treeNode(valueNode, text, key.end) };
}

/** Only a tag that is written; the reader gives each node one. */
function hasTag(node: Node | null): boolean {
  return node?.tag !== undefined;
}
