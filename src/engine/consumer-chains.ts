/** The plugins of a route overlaid with those of a consumer (gateway reference, section 2, steps 3 and 4), kept for the next request. */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { AttachedConsumer } from "./callers.ts";
import { type ChainLink, inPhases, type Linker, type Phases } from "./chain.ts";

export interface RouteChain {
  readonly route: CompiledRoute;
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
  consumer(chain: RouteChain, consumer: Pick<AttachedConsumer, "index" | "record">): ConsumerChain;
}

/** Merged chains kept at most; when they are more, all are made anew as they are needed. */
const capacity = 50_000;

export function createChains(link: Linker): Chains {
  const routeChains = new WeakMap<CompiledRoute, RouteChain>();
  let consumerChains = new WeakMap<RouteChain, Map<number, ConsumerChain>>();
  let size = 0;

  function keep(base: RouteChain, index: number, chain: ConsumerChain): void {
    if (size++ >= capacity) {
      consumerChains = new WeakMap();
      size = 1;
    }
    const byConsumer = consumerChains.get(base) ?? new Map<number, ConsumerChain>();
    consumerChains.set(base, byConsumer.set(index, chain));
  }

  return {
    route(route) {
      let chain = routeChains.get(route);
      if (!chain) {
        const links = link(route.plugins);
        const phases = inPhases(links);
        chain = { route, links, phases, unchanged: { phases, ownRewrite: [] } };
        routeChains.set(route, chain);
      }
      return chain;
    },
    consumer(base, { index, record }) {
      if (record.plugins.length === 0) return base.unchanged;
      const known = consumerChains.get(base)?.get(index);
      if (known) return known;
      const own = link(record.plugins, `consumers/${record.username}`).filter((each) => !each.isAuth);
      const chain = overlay(base, own);
      keep(base, index, chain);
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
