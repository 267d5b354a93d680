/** What a kind of fix is: says which resources concern it, and finds the change in the text of one. */
import type { JsonMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import type { FixId, TextEdit } from "./contract.ts";
import type { Tree, TreeEntry, TreeNode } from "./tree.ts";

export type ResourceKind =
  | "consumers"
  | "credentials"
  | "consumer_groups"
  | "routes"
  | "services"
  | "upstreams"
  | "plugin_configs"
  | "global_rules"
  /** ADC's form of the global rules: one map of plugins. */
  | "global_rule_map";

/** A resource as written, before ADC's shape is made native. */
export interface WrittenResource {
  readonly kind: ResourceKind;
  /** In its document. */
  readonly path: Path;
  readonly value: JsonMap;
}

/** The same in the text. */
export interface Target extends WrittenResource {
  readonly tree: Tree;
  readonly node: TreeNode;
  /** The entry of the list that holds the resource, or of the resource itself. */
  readonly holder: TreeEntry | undefined;
  /** Whether a comment or the settings silence a rule here: then it is meant to be so. */
  isSilenced(rule: string, node: TreeNode): boolean;
}

/** A fix with offsets in the tree's text. */
export interface FoundFix {
  readonly title: string;
  readonly rule?: string;
  readonly start: number;
  readonly end: number;
  /** In any order; several at one offset are joined in the order given. */
  readonly edits: readonly TextEdit[];
}

export interface Fixer {
  readonly id: FixId;
  /**
   * Looks at the value alone, so that the text of a file without anything to fix is not read again.
   * A key that stands twice in its map is not to be seen there: whether the file has such keys is said beside.
   */
  concerns(resource: WrittenResource, hasRepeatedKeys: boolean): boolean;
  /** Undefined where the text is laid out in a way that makes the change unsafe. */
  find(target: Target): FoundFix | undefined;
}
