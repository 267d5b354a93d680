/**
 * Which of two routes a request goes to: in Kong the one that matches by more things (hosts, methods, headers, paths),
 * then one with a regular expression; natively the one with the longer path. Without this, a request could pass by a
 * route that asks for less. Source: Kong Gateway 3, traditional router.
 */
import type { Route } from "./entities.ts";

/** A route on its way: its fields can still be changed. */
export interface Ranked {
  readonly route: Route;
  readonly fields: Record<string, unknown>;
}

interface Rank {
  readonly ranked: Ranked;
  /** The higher one wins in Kong. */
  readonly weight: number;
  readonly uris: Set<string>;
  readonly hosts: readonly string[];
  readonly methods: readonly string[];
  isContested: boolean;
}

/** Gives the winner the longer path, too, and a higher priority; then it wins here as well. */
export function keepPrecedence(routes: readonly Ranked[]): void {
  const ranks = routes.map(rankOf);
  // Paths are compared as they were, so that the result does not depend on the order.
  const own = new Map(ranks.map((rank) => [rank, [...rank.uris]]));
  for (const winner of ranks) {
    for (const loser of ranks) {
      if (winner.weight <= loser.weight || !overlap(winner, loser)) continue;
      for (const uri of own.get(loser) ?? []) {
        if (!(own.get(winner) ?? []).some((start) => uri.startsWith(start.slice(0, -1)))) continue;
        winner.uris.add(uri);
        winner.isContested = true;
        loser.isContested = true;
      }
    }
  }
  for (const { ranked, weight, uris, isContested } of ranks) {
    if (!isContested) continue;
    const { fields } = ranked;
    if (uris.size > 1) {
      delete fields["uri"];
      fields["uris"] = [...uris];
    }
    fields["priority"] = weight * 1000 + Number(fields["priority"] ?? 0);
  }
}

function rankOf(ranked: Ranked): Rank {
  const { foreign } = ranked.route;
  const lists = ["hosts", "methods", "paths"] as const;
  const named = lists.filter((name) => foreign.list(name).length > 0).length;
  const headers = foreign.field("headers")?.fields().length ?? 0;
  const { uri, uris, hosts, methods, vars } = ranked.fields;
  const hasPattern = ((vars ?? []) as readonly (readonly unknown[])[]).some(([variable]) => variable === "uri");
  return {
    ranked,
    weight: 2 * (named + Math.min(headers, 1)) + Number(hasPattern),
    uris: new Set((uris ?? [uri]) as readonly string[]),
    hosts: (hosts ?? []) as readonly string[],
    methods: (methods ?? []) as readonly string[],
    isContested: false,
  };
}

/** Whether one request may match both; a host with a wildcard may be any. */
function overlap(left: Rank, right: Rank): boolean {
  const areHosts = left.hosts.length > 0 && right.hosts.length > 0;
  const hasWildcard = [...left.hosts, ...right.hosts].some((host) => host.startsWith("*"));
  if (areHosts && !hasWildcard && !left.hosts.some((host) => right.hosts.includes(host))) return false;
  const areMethods = left.methods.length > 0 && right.methods.length > 0;
  return !areMethods || left.methods.some((method) => right.methods.includes(method));
}
