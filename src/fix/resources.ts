/** Lists the resources of a document as they are written, in the native shape or in ADC's, with those that stand inside others. */
import { isMap, type JsonMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import type { ResourceKind, WrittenResource } from "./fixer.ts";

const sections: readonly ResourceKind[] = [
  "consumers",
  "consumer_groups",
  "routes",
  "services",
  "upstreams",
  "plugin_configs",
  "global_rules",
];

/** The list inside a resource of a kind, and the kind of its items; the same word for both. */
const innerLists: Partial<Record<ResourceKind, ResourceKind>> = {
  consumers: "credentials",
  consumer_groups: "consumers",
  services: "routes",
};

/** Nothing for a document that is not ours, such as one of Kong, or of a tool that keeps its files beside. */
export function* resourcesOf(document: unknown): Generator<WrittenResource> {
  if (!isOurs(document)) return;
  for (const kind of sections) {
    const section = document[kind];
    if (kind === "global_rules" && isMap(section)) yield { kind: "global_rule_map", path: [kind], value: section };
    else yield* itemsOf(kind, section, [kind]);
  }
}

export function isOurs(document: unknown): document is JsonMap {
  return isMap(document) && !("_format_version" in document) && sections.some((section) => section in document);
}

function* itemsOf(kind: ResourceKind, list: unknown, path: Path): Generator<WrittenResource> {
  if (!Array.isArray(list)) return;
  for (const [index, value] of list.entries()) {
    if (!isMap(value)) continue;
    const below = [...path, index];
    yield { kind, path: below, value };
    const inner = innerLists[kind];
    if (inner) yield* itemsOf(inner, value[inner], [...below, inner]);
  }
}
