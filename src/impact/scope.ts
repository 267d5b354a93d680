/** Which consumers a plan may touch: by themselves, by their group, or by routes that all may call. */
import type { Config, ConsumerEntry, Kind } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Change } from "../plan/contract.ts";

export interface Scope {
  /** Changed themselves, or by their group: every route counts. */
  readonly direct: ReadonlySet<string>;
  /** The others: only what has changed in routes counts. */
  readonly indirect: ReadonlySet<string>;
  /** Consumers that were left out because there are too many. */
  readonly left: number;
}

/** Judged at most; a review reads no more. */
export const maxConsumers = 20_000;

const routeKinds: ReadonlySet<Kind> = new Set(["upstreams", "services", "plugin_configs", "routes", "global_rules"]);

export function scopeOf(changes: readonly Change[], before: Config, after: Config, limit = maxConsumers): Scope {
  const groups = new Set(changes.filter(({ kind }) => kind === "consumer_groups").map(({ id }) => id));
  const named = changes.flatMap(({ kind, id, consumer }) =>
    kind === "consumers" ? [id] : consumer === undefined ? [] : [consumer],
  );
  const members = [before, after].flatMap(({ consumers }) =>
    groups.size === 0 ? [] : consumers.filter((entry) => groups.has(groupOf(entry))).map(({ id }) => id),
  );
  const all = [...new Set([...named, ...members])];
  const direct = new Set(all.slice(0, limit));
  const others = changes.some(({ kind }) => routeKinds.has(kind))
    ? new Set([...before.consumers, ...after.consumers].map(({ id }) => id).filter((id) => !direct.has(id)))
    : new Set<string>();
  for (const id of all.slice(limit)) others.delete(id);
  const indirect = new Set([...others].slice(0, limit - direct.size));
  return { direct, indirect, left: all.length - direct.size + others.size - indirect.size };
}

/** The configuration with the consumers in question, and those as whom routes let strangers in. */
export function restricted(config: Config, { direct, indirect }: Scope): Config {
  const anonymous = anonymousConsumers([config.routes, config.services, config.plugin_configs, config.global_rules]);
  const consumers = config.consumers.filter(({ id }) => direct.has(id) || indirect.has(id) || anonymous.has(id));
  return { ...config, consumers };
}

function groupOf({ value }: ConsumerEntry): string {
  const { group_id: group } = value;
  return group === undefined ? "" : String(group);
}

function anonymousConsumers(value: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (Array.isArray(value)) for (const item of value) anonymousConsumers(item, found);
  else if (isMap(value)) {
    for (const [field, part] of Object.entries(value)) {
      if (field === "anonymous_consumer" && typeof part === "string") found.add(part);
      else anonymousConsumers(part, found);
    }
  }
  return found;
}
