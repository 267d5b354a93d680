/** The one document of a standalone APISIX (gateway reference, section 4.2): what it holds, and the same with changes made. */
import { type ConsumerEntry, type Entry, type Kind, kinds, type Live, type ResourceTypes } from "../model/config.ts";
import { compareText } from "../model/identity.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { Change } from "../plan/contract.ts";
import { compareNames } from "../plan/match.ts";
import { GatewayError } from "./contract.ts";

type Section = Exclude<Kind, "credentials">;

/** One item of a section, by what tells it from the others. */
interface Item {
  readonly id: string;
  /** Of a credential: its consumer. */
  readonly consumer?: string;
  readonly value: JsonMap;
}

const sections: readonly Section[] = kinds.filter((kind) => kind !== "credentials");

/** @throws GatewayError if a section is no list of resources, or holds one twice */
export function liveOf(document: JsonMap, asked: ReadonlySet<Kind>): Live {
  const declared = new Set(asked);
  if (declared.has("consumers")) declared.add("credentials");
  if (declared.has("credentials")) declared.add("consumers");
  const entries = <K extends Section>(section: K): Entry<ResourceTypes[K]>[] =>
    declared.has(section)
      ? itemsOf(document, section)
          .filter(({ consumer }) => consumer === undefined)
          .map(({ id, value }) => ({ id, hasOwnId: true, value: ownFields(value) as unknown as ResourceTypes[K] }))
          .sort((left, right) => compareText(left.id, right.id))
      : [];
  return {
    consumer_groups: entries("consumer_groups"),
    consumers: consumersOf(document, entries("consumers")),
    upstreams: entries("upstreams"),
    services: entries("services"),
    plugin_configs: entries("plugin_configs"),
    routes: entries("routes"),
    global_rules: entries("global_rules"),
    declared,
  };
}

/**
 * The document after these changes, and the sections that they touch. Items and fields that they do not touch are the
 * same objects as before, in the same order; what is new stands at the end of its section.
 */
export function withChanges(
  document: JsonMap,
  changes: readonly Change[],
): { readonly document: JsonMap; readonly touched: ReadonlySet<string> } {
  const touched = new Set(changes.map(({ kind }) => sectionOf(kind)));
  const result: Record<string, unknown> = { ...document };
  for (const section of touched) {
    const former = itemsOf(document, section);
    const items = new Map(former.map((item) => [identityOf(item), item.value]));
    const credentials = credentialsByConsumer(former);
    for (const change of changes) if (sectionOf(change.kind) === section) make(change, items, credentials);
    result[section] = [...items.values()];
  }
  return { document: result, touched };
}

/** @param credentials identities of those that go with a consumer */
function make(change: Change, items: Map<string, JsonMap>, credentials: ReadonlyMap<string, readonly string[]>): void {
  const identity = identityOf(change);
  if (change.action !== "delete") {
    items.set(identity, itemOf(change, items.get(identity)));
    return;
  }
  items.delete(identity);
  if (change.kind !== "consumers") return;
  for (const below of credentials.get(change.id) ?? []) items.delete(below);
}

function credentialsByConsumer(items: readonly Item[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const item of items) {
    if (item.consumer === undefined) continue;
    const others = found.get(item.consumer);
    if (others) others.push(identityOf(item));
    else found.set(item.consumer, [identityOf(item)]);
  }
  return found;
}

/** A number as an id stays a number. */
function itemOf({ kind, id, consumer, after }: Change, former: JsonMap | undefined): JsonMap {
  const { id: _id, credentials: _credentials, ...value } = ownFields(after ?? {});
  if (kind === "consumers") return value;
  if (consumer !== undefined) return { id: `${consumer}/credentials/${id}`, ...value };
  return { id: former?.["id"] ?? id, ...value };
}

function consumersOf(document: JsonMap, consumers: readonly Entry<ResourceTypes["consumers"]>[]): ConsumerEntry[] {
  if (consumers.length === 0) return [];
  const credentials = new Map<string, ConsumerEntry["credentials"][number][]>();
  for (const { id, consumer, value } of itemsOf(document, "consumers")) {
    if (consumer === undefined) continue;
    const { id: _id, ...fields } = ownFields(value);
    const entry = {
      id,
      hasOwnId: true,
      value: { ...fields, name: value["name"] || id } as unknown as ResourceTypes["credentials"],
    };
    const others = credentials.get(consumer);
    if (others) others.push(entry);
    else credentials.set(consumer, [entry]);
  }
  return consumers.map((consumer) => ({
    ...consumer,
    credentials: (credentials.get(consumer.id) ?? []).sort(compareNames),
  }));
}

function itemsOf(document: JsonMap, section: Section): readonly Item[] {
  const list = document[section];
  // Lua has one kind of table: an empty list may be written as an empty object.
  if (list === undefined || list === null || (isMap(list) && Object.keys(list).length === 0)) return [];
  if (!Array.isArray(list)) throw new GatewayError(`${section} of the configuration is not a list`, 200);
  const seen = new Set<string>();
  return list.map((value: unknown, index) => {
    const item = isMap(value) ? identified(section, value, index) : undefined;
    if (!item) throw new GatewayError(`item ${index + 1} of ${section} is no resource with an id of its kind`, 200);
    if (seen.has(identityOf(item)))
      throw new GatewayError(`item ${index + 1} of ${section} has the id of another`, 200);
    seen.add(identityOf(item));
    return item;
  });
}

function identified(section: Section, value: JsonMap, index: number): Item | undefined {
  const { id, username } = value;
  if (section !== "consumers") {
    // What APISIX itself calls an item of a file without an id, which it counts from 1.
    if (id === undefined) return { id: `arr_${index + 1}`, value };
    return typeof id === "string" || typeof id === "number" ? { id: String(id), value } : undefined;
  }
  const [, consumer, credential] = /^([^/]+)\/credentials\/([^/]+)$/.exec(String(id ?? "")) ?? [];
  if (consumer !== undefined && credential !== undefined) return { id: credential, consumer, value };
  return typeof username === "string" && username !== "" ? { id: username, value } : undefined;
}

/** Without what the server sets. */
function ownFields(value: JsonMap): Record<string, unknown> {
  const { create_time: _created, update_time: _updated, modifiedIndex: _modified, ...fields } = value;
  return fields;
}

function identityOf({ id, consumer }: { readonly id: string; readonly consumer?: string }): string {
  return consumer === undefined ? id : `${consumer}\n${id}`;
}

function sectionOf(kind: Kind): Section {
  return sections.find((section) => section === kind) ?? "consumers";
}
