/** Makes the typed configuration of the raw resources: decides identity and order. Resources without a usable identity are left out (and reported). */

import {
  type Config,
  type ConsumerEntry,
  type ConsumerFields,
  type Entry,
  type Kind,
  kinds,
  type ResourceTypes,
} from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Credential } from "../model/generated/types.ts";
import { compareText, deriveId, type Sha1Hex } from "../model/identity.ts";
import { isMap } from "../model/json.ts";
import type { Place } from "../model/place.ts";
import { placeBelow, type RawConfig, type RawKind, type RawResource } from "../source/raw.ts";

export interface BuiltConfig {
  /**
   * Types are claimed, not proven, as long as the schema check has findings:
   * rules that run on it look at plugin configurations as unknown values.
   */
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
  /** Resources without a usable identity. They are the schema's findings, but those can be switched off. */
  readonly leftOut: readonly Place[];
}

type PlainKind = Exclude<RawKind, "consumers">;

export function buildConfig(raw: RawConfig, sha1Hex: Sha1Hex): BuiltConfig {
  const diagnostics: Diagnostic[] = [];
  const leftOut: Place[] = [];
  const consumers: ConsumerEntry[] = [];
  const others = new Map<Kind, Entry<unknown>[]>(kinds.map((kind) => [kind, []]));
  for (const resource of raw.resources) {
    if (resource.kind === "consumers") {
      const entry = consumerEntry(resource, sha1Hex, leftOut);
      if (entry) consumers.push(entry);
      else leftOut.push(resource.place);
    } else {
      const entry = plainEntry(resource, sha1Hex, diagnostics);
      if (entry) others.get(resource.kind)?.push(entry);
      else leftOut.push(resource.place);
    }
  }
  const ordered = <K extends PlainKind>(kind: K): Entry<ResourceTypes[K]>[] =>
    (others.get(kind) ?? []).sort((left, right) => compareText(left.id, right.id)) as Entry<ResourceTypes[K]>[];
  const config: Config = {
    consumer_groups: ordered("consumer_groups"),
    consumers: consumers.sort((left, right) => compareText(left.id, right.id)),
    upstreams: ordered("upstreams"),
    services: ordered("services"),
    plugin_configs: ordered("plugin_configs"),
    routes: ordered("routes"),
    global_rules: ordered("global_rules"),
    declared: raw.declared,
  };
  return { config, diagnostics, leftOut };
}

/** A missing or wrong username is the schema's finding. */
function consumerEntry({ value, place }: RawResource, sha1Hex: Sha1Hex, leftOut: Place[]): ConsumerEntry | undefined {
  if (!isMap(value) || typeof value["username"] !== "string" || value["username"] === "") return undefined;
  const { credentials: list, ...fields } = value;
  const username = value["username"];
  const credentials: Entry<Credential>[] = [];
  if (list !== undefined && !Array.isArray(list)) leftOut.push(placeBelow(place, ["credentials"]));
  for (const [index, credential] of (Array.isArray(list) ? list : []).entries()) {
    const { id, name } = isMap(credential) ? credential : {};
    if (typeof name !== "string" || name === "") {
      leftOut.push(placeBelow(place, ["credentials", index]));
      continue;
    }
    credentials.push({
      id: hasId(id) ? String(id) : deriveId(name, username, sha1Hex),
      hasOwnId: hasId(id),
      value: credential as unknown as Credential,
      place: placeBelow(place, ["credentials", index]),
    });
  }
  return {
    id: username,
    hasOwnId: true,
    value: fields as unknown as ConsumerFields,
    place,
    credentials: credentials.sort((left, right) => compareText(left.value.name, right.value.name)),
  };
}

function plainEntry(resource: RawResource, sha1Hex: Sha1Hex, diagnostics: Diagnostic[]): Entry<unknown> | undefined {
  const { kind, value, place } = resource;
  if (!isMap(value)) return undefined;
  const { id, name } = value;
  if (hasId(id)) return { id: String(id), hasOwnId: true, value, place };
  if (typeof name === "string" && name !== "") {
    // ADC qualifies a route's name by its service's; ours are unique by themselves (rule resource/unique-id).
    return { id: deriveId(name, undefined, sha1Hex), hasOwnId: false, value, place };
  }
  // An id or name of a wrong form is the schema's finding.
  if (id !== undefined || name !== undefined) return undefined;
  if (kind === "routes" || kind === "services" || kind === "upstreams") {
    diagnostics.push({
      rule: "resource/identity",
      severity: "error",
      message: `this ${kind.slice(0, -1)} has neither an id nor a name`,
      span: place.span(),
      help: "Give it an `id`, by which it is recognised in the gateway.",
    });
  }
  return undefined;
}

function hasId(id: unknown): id is string | number {
  return (typeof id === "string" && id !== "") || typeof id === "number";
}
