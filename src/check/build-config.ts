/** Makes the typed configuration of the entries: decides their order. */

import { type Config, type ConsumerEntry, type Entry, type Kind, kinds } from "../model/config.ts";
import { compareText } from "../model/identity.ts";
import type { OtherKind } from "./rules/index.ts";
import type { Others } from "./survey/survey.ts";

/** A resource of any kind but consumers, as it was found. */
export interface OtherResource {
  readonly kind: OtherKind;
  readonly entry: Entry<unknown>;
}

/**
 * Types are claimed, not proven, as long as the schema check has findings:
 * rules that run on them look at plugin configurations as unknown values.
 */
export function orderOthers(resources: readonly OtherResource[], declared: ReadonlySet<Kind>): Others {
  const byKind = new Map<Kind, Entry<unknown>[]>(kinds.map((kind) => [kind, []]));
  for (const { kind, entry } of resources) byKind.get(kind)?.push(entry);
  const ordered = <K extends OtherKind>(kind: K): Others[K] =>
    (byKind.get(kind) ?? []).sort((left, right) => compareText(left.id, right.id)) as unknown as Others[K];
  return {
    consumer_groups: ordered("consumer_groups"),
    upstreams: ordered("upstreams"),
    services: ordered("services"),
    plugin_configs: ordered("plugin_configs"),
    routes: ordered("routes"),
    global_rules: ordered("global_rules"),
    declared,
  };
}

/** @param consumers their values still have the credentials */
export function buildConfig(consumers: readonly ConsumerEntry[], others: Others): Config {
  return {
    ...others,
    consumers: consumers.map(withoutCredentials).sort((left, right) => compareText(left.id, right.id)),
  };
}

function withoutCredentials(consumer: ConsumerEntry): ConsumerEntry {
  const { credentials: _credentials, ...fields } = consumer.value as ConsumerEntry["value"] & { credentials?: unknown };
  return { ...consumer, value: fields };
}
