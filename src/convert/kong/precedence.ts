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
  /** As the route itself has them. */
  readonly starts: readonly string[];
  readonly uris: Set<string>;
  readonly hosts: Set<string>;
  readonly methods: readonly string[];
  /** For every host, a route must be repeated for the hosts at which it would lose to one that names them. */
  readonly copy: Rank | undefined;
  isContested: boolean;
}

/** Above the lengths of paths, and the priorities that Kong compares among regular expressions alone. */
const tier = 10_000;

/** More would be a router of its own; what one round adds can matter to the next. */
const mostRounds = 8;

/**
 * Gives the winner the longer path, too, and a higher priority; then it wins here as well. One for every host is
 * repeated for the hosts of the routes that it wins over, as a route that names the host comes first.
 * @returns the repeated ones
 */
export function keepPrecedence(routes: readonly Ranked[], copyOf: (route: Route) => Route): readonly Ranked[] {
  const ranks = routes.flatMap((ranked) => {
    const rank = rankOf(ranked, copyOf);
    return rank.copy ? [rank, rank.copy] : [rank];
  });
  for (let round = 0; round < mostRounds && ranks.filter((rank) => settle(rank, ranks)).length > 0; round += 1);
  for (const rank of ranks) if (rank.isContested) writeRank(rank);
  return ranks.flatMap(({ copy }) => (copy && copy.hosts.size > 0 ? [copy.ranked] : []));
}

/** Whether something was added. */
function settle(winner: Rank, ranks: readonly Rank[]): boolean {
  const before = winner.uris.size + (winner.copy?.hosts.size ?? 0);
  for (const loser of ranks) {
    if (winner.weight <= loser.weight || !overlap(winner, loser)) continue;
    for (const uri of loser.uris) {
      if (!winner.starts.some((start) => uri.startsWith(start.slice(0, -1)))) continue;
      winner.uris.add(uri);
      winner.isContested = true;
      loser.isContested = true;
      if (!winner.copy) continue;
      winner.copy.uris.add(uri);
      for (const host of loser.hosts) winner.copy.hosts.add(host);
      winner.copy.isContested = true;
    }
  }
  return winner.uris.size + (winner.copy?.hosts.size ?? 0) > before;
}

function writeRank({ ranked: { fields }, weight, uris, hosts }: Rank): void {
  if (uris.size > 1) {
    delete fields["uri"];
    fields["uris"] = [...uris];
  }
  if (hosts.size > 0) fields["hosts"] = [...hosts];
  fields["priority"] = weight;
}

function rankOf(ranked: Ranked, copyOf: (route: Route) => Route): Rank {
  const { foreign } = ranked.route;
  const lists = ["hosts", "methods", "paths"] as const;
  const named = lists.filter((name) => foreign.list(name).length > 0).length;
  const headers = foreign.field("headers")?.fields().length ?? 0;
  const { uri, uris, hosts, methods, vars } = ranked.fields;
  const hasPattern = ((vars ?? []) as readonly (readonly unknown[])[]).some(([variable]) => variable === "uri");
  const longest = Math.max(0, ...foreign.list("paths").map(({ value }) => String(value).length));
  const priority = Number(ranked.fields["priority"] ?? 0);
  const starts = (uris ?? [uri]) as readonly string[];
  const rank = (own: Ranked, copy: Rank | undefined): Rank => ({
    ranked: own,
    weight: (2 * (named + Math.min(headers, 1)) + Number(hasPattern)) * tier + (hasPattern ? priority : longest),
    starts,
    uris: new Set(starts),
    hosts: new Set((hosts ?? []) as readonly string[]),
    methods: (methods ?? []) as readonly string[],
    copy,
    isContested: false,
  });
  if (hosts !== undefined) return rank(ranked, undefined);
  return rank(ranked, rank({ route: copyOf(ranked.route), fields: { ...ranked.fields } }, undefined));
}

/** Whether one request may match both; a host with a wildcard may be any. A copy without hosts is none yet. */
function overlap(left: Rank, right: Rank): boolean {
  const areHosts = left.hosts.size > 0 && right.hosts.size > 0;
  const hasWildcard = [...left.hosts, ...right.hosts].some((host) => host.startsWith("*"));
  if (areHosts && !hasWildcard && ![...left.hosts].some((host) => right.hosts.has(host))) return false;
  const areMethods = left.methods.length > 0 && right.methods.length > 0;
  return !areMethods || left.methods.some((method) => right.methods.includes(method));
}
