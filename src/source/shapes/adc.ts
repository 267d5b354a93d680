/** Turns ADC's shape of a resource into the native one: `description`, `type`/`config` credentials, routes inside services, consumers inside groups. */
import { deriveId, type Sha1Hex } from "../../model/identity.ts";
import { isMap } from "../../model/json.ts";
import type { Place } from "../../model/place.ts";
import { placeBelow, type RawKind, type RawResource, type Rewrite, rewritten } from "../raw.ts";

/** Where the resources that were found go. */
export interface AdcContext {
  readonly sha1Hex: Sha1Hex;
  add(resource: RawResource): void;
  declare(kind: RawKind): void;
}

/** Lists that ADC nests: which kind they hold, and the field by which the inner resource names the outer one. */
const nestedLists: Partial<Record<RawKind, { readonly field: RawKind; readonly reference: string }>> = {
  services: { field: "routes", reference: "service_id" },
  consumer_groups: { field: "consumers", reference: "group_id" },
};

/** Adds the resource in its native form; one that is native already goes through unchanged. */
export function readAdcItem(resource: RawResource, context: AdcContext): void {
  const { kind, value, place } = resource;
  if (!isMap(value) || isNativeConsumer(kind, value)) {
    context.add(resource);
    return;
  }
  const rewrites: Rewrite[] = [];
  const native = renameDescription(value, [], rewrites);
  const nested = nestedLists[kind];
  if (nested && Array.isArray(native[nested.field])) {
    const inner = native[nested.field] as unknown[];
    delete native[nested.field];
    if (native["id"] === undefined) setDerivedId(native, rewrites, context.sha1Hex);
    readNested(inner, placeBelow(place, [nested.field]), nested.field, nested.reference, native["id"], context);
  }
  if (kind === "consumers" && Array.isArray(native["credentials"])) {
    native["credentials"] = native["credentials"].map((credential: unknown, index) =>
      nativeCredential(credential, index, rewrites),
    );
  }
  if (kind === "consumer_groups" && native["id"] === undefined) setDerivedId(native, rewrites, context.sha1Hex);
  context.add({ kind, value: native, place: rewritten(place, rewrites) });
}

/** Nearly all of a million consumers: they need no copy. */
function isNativeConsumer(kind: RawKind, value: Readonly<Record<string, unknown>>): boolean {
  if (kind !== "consumers" || "description" in value) return false;
  const { credentials } = value;
  if (!Array.isArray(credentials)) return true;
  for (const credential of credentials) {
    if (isMap(credential) && ("type" in credential || "description" in credential)) return false;
  }
  return true;
}

/** ADC writes global rules as one map of plugins; each plugin becomes a rule with the plugin's name as its id. */
export function readGlobalRuleMap(plugins: Readonly<Record<string, unknown>>, place: Place, context: AdcContext): void {
  for (const [plugin, config] of Object.entries(plugins)) {
    const rewrites: Rewrite[] = [
      { from: [], to: [plugin] },
      { from: ["id"], to: [plugin], part: "key" },
      { from: ["plugins"], to: [] },
    ];
    const value = { id: plugin, plugins: { [plugin]: config } };
    context.add({ kind: "global_rules", value, place: rewritten(place, rewrites) });
  }
}

function readNested(
  items: readonly unknown[],
  place: Place,
  kind: RawKind,
  reference: string,
  outerId: unknown,
  context: AdcContext,
): void {
  context.declare(kind);
  for (const [index, item] of items.entries()) {
    const value = isMap(item) && item[reference] === undefined ? { ...item, [reference]: outerId } : item;
    readAdcItem({ kind, value, place: placeBelow(place, [index]) }, context);
  }
}

function setDerivedId(native: Record<string, unknown>, rewrites: Rewrite[], sha1Hex: Sha1Hex): void {
  const { name } = native;
  if (typeof name !== "string" || name === "") return;
  native["id"] = deriveId(name, undefined, sha1Hex);
  rewrites.push({ from: ["id"], to: ["name"] });
}

/** Copies the map; `description` becomes `desc` unless that stands there too (the schema then reports `description`). */
function renameDescription(
  value: Readonly<Record<string, unknown>>,
  prefix: Rewrite["from"],
  rewrites: Rewrite[],
): Record<string, unknown> {
  if (!("description" in value) || "desc" in value) return { ...value };
  const { description, ...rest } = value;
  rewrites.push({ from: [...prefix, "desc"], to: [...prefix, "description"] });
  return { ...rest, desc: description };
}

function nativeCredential(value: unknown, index: number, rewrites: Rewrite[]): unknown {
  if (!isMap(value)) return value;
  const prefix = ["credentials", index];
  const native = renameDescription(value, prefix, rewrites);
  if (typeof native["type"] !== "string" || "plugins" in native) return native;
  const { type, config, ...rest } = native;
  rewrites.push(
    { from: [...prefix, "plugins", type], to: [...prefix, "type"], onlyFor: "key", part: "value" },
    { from: [...prefix, "plugins"], to: [...prefix, "type"] },
    { from: [...prefix, "plugins", type], to: [...prefix, "config" in value ? "config" : "type"] },
  );
  return { ...rest, plugins: { [type as string]: config ?? {} } };
}
