/** Moves auth plugins that stand in a consumer itself into credentials. */
import { isAuthPlugin } from "../model/auth.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { TextEdit } from "./contract.ts";
import type { Fixer, FoundFix, Target } from "./fixer.ts";
import { moveInBlock } from "./inline-auth-block.ts";
import { moveInFlow } from "./inline-auth-flow.ts";
import { entryOf, hasDuplicates, type Tree, type TreeEntry, type TreeNode } from "./tree.ts";

/** What is moved out of where. */
export interface Move {
  readonly tree: Tree;
  readonly consumer: TreeNode;
  /** Of the entry of the consumer in its list. */
  readonly holder: TreeEntry | undefined;
  readonly plugins: TreeEntry;
  readonly credentials: TreeEntry | undefined;
  readonly moved: readonly MovedPlugin[];
  /** Nothing stays in `plugins`. */
  readonly isWhole: boolean;
}

export interface MovedPlugin {
  readonly entry: TreeEntry;
  /** In the map of plugins. */
  readonly index: number;
  /** Of the new credential. */
  readonly name: string;
}

const rule = "consumer/inline-auth";

export const inlineAuth: Fixer = {
  id: "inline-auth",
  concerns: ({ kind, value }) =>
    kind === "consumers" && isMap(value["plugins"]) && Object.keys(value["plugins"]).some(isAuthPlugin),
  find(target) {
    const move = findMove(target);
    const edits = move && editsOf(move);
    return move && edits && describe(target, move, edits);
  },
};

/** The plugin's name, with a number behind it if the consumer has a credential of that name or id already. */
export function credentialName(plugin: string, consumer: JsonMap): string {
  const credentials = Array.isArray(consumer["credentials"]) ? consumer["credentials"].filter(isMap) : [];
  const taken = new Set(credentials.flatMap(({ id, name }) => [String(id), String(name)]));
  let name = plugin;
  for (let number = 2; taken.has(name); number += 1) name = `${plugin}-${number}`;
  return name;
}

/** The configuration of an auth plugin that means the same in a credential. */
export function isMovable(config: unknown): boolean {
  // What a gateway makes of `_meta` (as `disable`) in a credential is not laid down.
  return isMap(config) && !("_meta" in config);
}

function findMove({ tree, node, holder, value, isSilenced }: Target): Move | undefined {
  const plugins = entryOf(node, "plugins");
  const map = plugins?.value;
  if (!plugins || map?.kind !== "map" || map.isMarked || hasDuplicates(map) || hasDuplicates(node)) return undefined;
  const configs = value["plugins"] as JsonMap;
  const moved = map.entries.flatMap((entry, index) => {
    const { name } = entry;
    const isSafe = isMovable(configs[name]) && !entry.key.isMarked && !entry.value.hasMarks;
    if (!isAuthPlugin(name) || !isSafe || isSilenced(rule, entry.key)) return [];
    return [{ entry, index, name: credentialName(name, value) }];
  });
  const credentials = entryOf(node, "credentials");
  if (moved.length === 0 || credentials?.value.isMarked) return undefined;
  return { tree, consumer: node, holder, plugins, credentials, moved, isWhole: moved.length === map.entries.length };
}

function editsOf(move: Move): readonly TextEdit[] | undefined {
  return move.consumer.isFlow ? moveInFlow(move) : moveInBlock(move);
}

function describe({ value }: Target, { moved }: Move, edits: readonly TextEdit[]): FoundFix {
  const names = moved.map(({ entry }) => entry.name).join(" and ");
  const target = moved.length === 1 ? "a credential" : "credentials";
  const consumer = typeof value["username"] === "string" ? ` of consumer "${value["username"]}"` : "";
  return {
    title: `Move ${names}${consumer} into ${target}`,
    rule,
    start: moved[0]?.entry.key.start ?? 0,
    end: moved.at(-1)?.entry.value.end ?? 0,
    edits,
  };
}
