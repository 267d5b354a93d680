/** The plugins of a route overlaid with those of a consumer (gateway reference, section 2, steps 3 and 4), kept for the next request. */
import type { CompiledRoute } from "../artifact/contract.ts";
import { type ChainLink, inPhases, type Linker, type Phases } from "./chain.ts";
import type { AttachedConsumer } from "./context.ts";

export interface RouteChain {
  readonly links: readonly ChainLink[];
  readonly phases: Phases;
  /** For consumers that have no plugins. */
  readonly unchanged: ConsumerChain;
}

export interface ConsumerChain {
  /** Of the whole set. */
  readonly phases: Phases;
  /** The rewrite phase of the plugins that the route does not have. */
  readonly ownRewrite: readonly ChainLink[];
}

export interface Chains {
  route(route: CompiledRoute): RouteChain;
  consumer(route: CompiledRoute, consumer: AttachedConsumer): ConsumerChain;
}

/** Merged chains kept at most; when they are more, all are made anew as they are needed. */
const capacity = 50_000;

export function createChains(link: Linker): Chains {
  const routeChains = new WeakMap<CompiledRoute, RouteChain>();
  let consumerChains = new WeakMap<CompiledRoute, Map<number, ConsumerChain>>();
  let size = 0;

  function routeChain(route: CompiledRoute): RouteChain {
    let chain = routeChains.get(route);
    if (!chain) {
      const links = link(route.plugins);
      const phases = inPhases(links);
      chain = { links, phases, unchanged: { phases, ownRewrite: [] } };
      routeChains.set(route, chain);
    }
    return chain;
  }

  function keep(route: CompiledRoute, index: number, chain: ConsumerChain): void {
    if (size++ >= capacity) {
      consumerChains = new WeakMap();
      size = 1;
    }
    const byConsumer = consumerChains.get(route) ?? new Map<number, ConsumerChain>();
    consumerChains.set(route, byConsumer.set(index, chain));
  }

  return {
    route: routeChain,
    consumer(route, { index, record }) {
      if (record.plugins.length === 0) return routeChain(route).unchanged;
      const known = consumerChains.get(route)?.get(index);
      if (known) return known;
      const own = link(record.plugins, `consumers/${record.username}`).filter((each) => !each.isAuth);
      const chain = overlay(routeChain(route), own);
      keep(route, index, chain);
      return chain;
    },
  };
}

function overlay(base: RouteChain, own: readonly ChainLink[]): ConsumerChain {
  if (own.length === 0) return base.unchanged;
  const ownNames = new Set(own.map((link) => link.name));
  const baseNames = new Set(base.links.map((link) => link.name));
  const phases = inPhases([...base.links.filter((link) => !ownNames.has(link.name)), ...own]);
  const ownRewrite = phases.rewrite.filter((link) => ownNames.has(link.name) && !baseNames.has(link.name));
  return { phases, ownRewrite };
}
