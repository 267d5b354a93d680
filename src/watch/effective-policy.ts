/** What holds for a consumer on a route: the route's plugins, overlaid by those of its group and its own, in the order of the engine. */
import type { CompiledPlugin, CompiledRoute, ConsumerRecord } from "../artifact/contract.ts";
import { plugins } from "../engine/abilities.ts";
import { type ChainLink, createLinker } from "../engine/chain.ts";

export interface EffectivePlugin {
  readonly name: string;
  /** The resource that carries it, such as `routes/r1`, `consumer_groups/gold` or `consumers/jane`. */
  readonly owner: string;
  readonly config: CompiledPlugin["config"];
  /** Switched off by `_meta.disable`. */
  readonly isDisabled: boolean;
  /** The resource whose plugin of that name it takes the place of. */
  readonly replaces?: string;
}

export interface EffectivePolicy {
  readonly plugins: readonly EffectivePlugin[];
  /** Whether a plugin of the route tells who calls; else no consumer is known there, and only the route's plugins run. */
  readonly isAuthenticated: boolean;
}

const link = createLinker(plugins);

export function effectivePolicy(route: CompiledRoute, consumer: ConsumerRecord): EffectivePolicy {
  const base = linked(route.plugins, "");
  const isAuthenticated = base.some(({ of }) => of.isAuth && !of.isDisabled);
  if (!isAuthenticated) return { plugins: base.sort(inOrder).map((each) => shown(each)), isAuthenticated };
  const own = linked(consumer.plugins, `consumers/${consumer.username}`).filter(({ of }) => !of.isAuth);
  const replaced = new Map(base.map(({ of }) => [of.name, of.owner]));
  const ownNames = new Set(own.map(({ of }) => of.name));
  const kept = base.filter(({ of }) => !ownNames.has(of.name));
  const merged = [...kept, ...own].sort(inOrder);
  return {
    plugins: merged.map((each) => shown(each, ownNames.has(each.of.name) ? replaced.get(each.of.name) : undefined)),
    isAuthenticated,
  };
}

interface Linked {
  readonly of: ChainLink;
  readonly config: CompiledPlugin["config"];
}

function linked(compiled: readonly CompiledPlugin[], ownOwner: string): Linked[] {
  return link(compiled, ownOwner).map((of, index) => ({ of, config: compiled[index]?.config ?? {} }));
}

const phases = ["rewrite", "access", "proxy"] as const;

function inOrder({ of: left }: Linked, { of: right }: Linked): number {
  return phases.indexOf(left.phase) - phases.indexOf(right.phase) || right.priority - left.priority || 0;
}

function shown({ of, config }: Linked, replaces?: string): EffectivePlugin {
  const { name, owner, isDisabled } = of;
  return { name, owner, config, isDisabled, ...(replaces !== undefined && { replaces }) };
}
