/** Which fields name another resource, and which resources there are to be named. */
import { referenceFields, restrictionTargets } from "../check/survey/references.ts";
import type { Config, Entry, Kind } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import type { RawKind } from "../source/raw.ts";
import { valueAt } from "./schema.ts";

export type NamedKind = Exclude<Kind, "credentials">;

/** The kind of resource that the value at `path` names; undefined if it names none. */
export function targetOf(path: Path, root: unknown): NamedKind | undefined {
  const field = path.at(-1);
  if (field === "anonymous_consumer" && path.includes("plugins")) return "consumers";
  const restriction = path.lastIndexOf("consumer-restriction");
  if (restriction >= 0) return targetOfRestriction(path.slice(restriction + 1), path.slice(0, restriction + 1), root);
  const holder = kindAt(path.slice(0, -1));
  return referenceFields[holder as RawKind]?.[String(field)];
}

/** The kind of resource that stands at `path`, be it inside another one. */
function kindAt(path: Path): string | undefined {
  const list = path.at(-2);
  return typeof path.at(-1) === "number" && (path.length === 2 || path.length === 4) ? String(list) : undefined;
}

function targetOfRestriction(below: Path, path: Path, root: unknown): NamedKind | undefined {
  const [list, , field] = below;
  const isListed = (list === "whitelist" || list === "blacklist") && below.length === 2;
  const isUser = list === "allowed_by_methods" && field === "user" && below.length === 3;
  if (!isListed && !isUser) return undefined;
  let plugin = root;
  for (const key of path) plugin = valueAt(plugin, key);
  const type = isMap(plugin) ? plugin["type"] : undefined;
  return restrictionTargets.get(typeof type === "string" ? type : undefined);
}

/** All resources of this name; more than one where that is the mistake. */
export function named(config: Config, kind: NamedKind, id: string): readonly Entry<unknown>[] {
  const entries: readonly Entry<unknown>[] = config[kind];
  return entries.filter((entry) => entry.id === id);
}

/** The field that holds the name. */
export function nameField(kind: NamedKind, { value }: Entry<unknown>): string {
  if (kind === "consumers") return "username";
  return valueAt(value, "id") === undefined ? "name" : "id";
}
