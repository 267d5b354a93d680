/** What holds for a consumer on a route: the engine's own chains, told plugin by plugin. */
import type { CompiledPlugin, CompiledRoute, ConsumerRecord } from "../artifact/contract.ts";
import { plugins } from "../engine/abilities.ts";
import { type ChainLink, createLinker, type Linker } from "../engine/chain.ts";
import { createChains } from "../engine/consumer-chains.ts";

export interface EffectivePlugin {
  readonly name: string;
  /** The resource that carries it, such as `routes/r1`, `consumer_groups/gold` or `consumers/jane`. */
  readonly owner: string;
  readonly config: CompiledPlugin["config"];
  /** `too late`: the route's own of that name runs before the caller is known, and it does not run twice. */
  readonly state: "runs" | "switched off" | "too late";
  /** The resource whose plugin of that name it takes the place of. */
  readonly replaces?: string;
}

export interface EffectivePolicy {
  /** First what runs, in that order; then what does not. */
  readonly plugins: readonly EffectivePlugin[];
  /** Whether a plugin of the route or of a global rule tells who calls; else no consumer is known there, and only the route's plugins run. */
  readonly isAuthenticated: boolean;
}

const configs = new WeakMap<ChainLink, CompiledPlugin["config"]>();
const bind = createLinker(plugins);

/** Links as the engine does, and remembers of each which configuration it was. */
const link: Linker = (compiled, ownOwner) => {
  const links = bind(compiled, ownOwner);
  for (const [index, each] of links.entries()) configs.set(each, compiled[index]?.config ?? {});
  return links;
};

export function effectivePolicy(
  route: CompiledRoute,
  consumer: ConsumerRecord,
  globalRules: readonly CompiledPlugin[],
): EffectivePolicy {
  const chains = createChains(link);
  const base = chains.route(route);
  const isAuthenticated = [...link(globalRules), ...base.links].some(({ isAuth, isDisabled }) => isAuth && !isDisabled);
  if (!isAuthenticated) {
    const { rewrite, access, proxy } = base.phases;
    const running = [...rewrite, ...access, ...proxy];
    const idle = base.links.filter((each) => !running.includes(each));
    return { plugins: [...running, ...idle].map((each) => shown(each, idle)), isAuthenticated };
  }
  const own = link(consumer.plugins, `consumers/${consumer.username}`).filter(({ isAuth }) => !isAuth);
  const { phases, ownRewrite } = chains.consumer(base, { index: 0, record: consumer });
  const running = [...base.phases.rewrite, ...ownRewrite, ...phases.access, ...phases.proxy];
  const ran = new Set(running.map(keyOf));
  const replacers = new Set(own.map(({ name }) => name));
  const idle = [...base.links.filter(({ name }) => !replacers.has(name)), ...own].filter(
    (each) => !ran.has(keyOf(each)),
  );
  const owners = new Map(base.links.map(({ name, owner }) => [name, owner]));
  const isOwn = new Set(own.map(keyOf));
  return {
    plugins: [...running, ...idle].map((each) => {
      const replaces = isOwn.has(keyOf(each)) ? owners.get(each.name) : undefined;
      return shown(each, idle, replaces);
    }),
    isAuthenticated,
  };
}

/** A carrier has at most one plugin of a name. */
function keyOf({ name, owner }: ChainLink): string {
  return `${name}\n${owner}`;
}

function shown(each: ChainLink, idle: readonly ChainLink[], replaces?: string): EffectivePlugin {
  const { name, owner, isDisabled } = each;
  const state = !idle.includes(each) ? "runs" : isDisabled ? "switched off" : "too late";
  const isReplacing = replaces !== undefined && state !== "too late";
  return { name, owner, config: configs.get(each) ?? {}, state, ...(isReplacing && { replaces }) };
}
