/** What the files declare, or a gateway holds: resources of every kind, typed, with identity and order decided. */
import type {
  Consumer,
  ConsumerGroup,
  Credential,
  GlobalRule,
  PluginConfig,
  Route,
  Service,
  Upstream,
} from "./generated/types.ts";
import type { Place } from "./place.ts";

/** A consumer without its credentials, which are resources of their own. */
export type ConsumerFields = Omit<Consumer, "credentials">;

/** The kinds of resources, under the names that files and the Admin API use. */
export interface ResourceTypes {
  consumer_groups: ConsumerGroup;
  consumers: ConsumerFields;
  credentials: Credential;
  upstreams: Upstream;
  services: Service;
  plugin_configs: PluginConfig;
  routes: Route;
  global_rules: GlobalRule;
}

export type Kind = keyof ResourceTypes;

/**
 * Kinds in the order in which they are written; deletes go the other way round.
 * Source: Admin API of APISIX 3.18, reference section 4; upstreams, plugin configs and global rules placed by their references.
 */
export const kinds = [
  "consumer_groups",
  "consumers",
  "credentials",
  "upstreams",
  "services",
  "plugin_configs",
  "routes",
  "global_rules",
] as const satisfies readonly Kind[];

/** What people call one resource of a kind. */
export const kindNouns: Readonly<Record<Kind, string>> = {
  consumer_groups: "consumer group",
  consumers: "consumer",
  credentials: "credential",
  upstreams: "upstream",
  services: "service",
  plugin_configs: "plugin config",
  routes: "route",
  global_rules: "global rule",
};

/** One resource. `id` is its identity in the gateway (a consumer's is its username). */
export interface Entry<T> {
  readonly id: string;
  /** Without the defaults filled in, as written. */
  readonly value: T;
  /** Absent for what was read from a gateway. */
  readonly place?: Place;
  /** false: the id was derived from the name, so a resource in the gateway with the same name is the same one. */
  readonly hasOwnId?: boolean;
}

export interface ConsumerEntry extends Entry<ConsumerFields> {
  readonly credentials: readonly Entry<Credential>[];
}

/** Consumers are ordered by username, credentials by name, the rest by id (all by code unit). */
export interface Config {
  readonly consumer_groups: readonly Entry<ConsumerGroup>[];
  readonly consumers: readonly ConsumerEntry[];
  readonly upstreams: readonly Entry<Upstream>[];
  readonly services: readonly Entry<Service>[];
  readonly plugin_configs: readonly Entry<PluginConfig>[];
  readonly routes: readonly Entry<Route>[];
  readonly global_rules: readonly Entry<GlobalRule>[];
  /** The kinds that the input declares, be it as an empty list: only these are managed. `credentials` goes with `consumers`. */
  readonly declared: ReadonlySet<Kind>;
}

/** What a gateway holds. */
export type Live = Config;
