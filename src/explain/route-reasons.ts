/** Why the other routes are not the one: the nearest of them, each with the first condition that does not hold. */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { RequestContext } from "../engine/context.ts";
import { compileExpression } from "../engine/expression.ts";
import { addressMatcher } from "../engine/ip.ts";
import { placeOf } from "../engine/route-match.ts";
import { canonicalRoutePath } from "../engine/target.ts";

export interface RouteReason {
  readonly route: CompiledRoute;
  readonly reason: string;
}

const listedAtMost = 3;

interface Judged extends RouteReason {
  /** Lower is nearer. */
  readonly distance: number;
}

export function routeReasons(
  routes: readonly CompiledRoute[],
  chosen: CompiledRoute | undefined,
  context: RequestContext,
): readonly RouteReason[] {
  const judged = routes.filter((route) => route.id !== chosen?.id).map((route) => judge(route, chosen, context));
  return judged
    .filter(({ distance }) => distance < unrelated)
    .sort((left, right) => left.distance - right.distance)
    .slice(0, listedAtMost)
    .map(({ route, reason }) => ({ route, reason }));
}

/** Of a route whose path has nothing to do with the request's. */
const unrelated = 1_000_000;

function judge(route: CompiledRoute, chosen: CompiledRoute | undefined, context: RequestContext): Judged {
  const at = (distance: number, reason: string): Judged => ({ route, reason, distance });
  const { path, host, request } = context;
  if (!route.uris.some((uri) => matchesPath(uri, path))) {
    const common = Math.max(0, ...route.uris.map((uri) => commonStart(uri, path)));
    // Next to one that matched, other paths say nothing; where none did, one of them may have been meant.
    const distance = !chosen && common > 1 ? 1000 - Math.min(common, 900) : unrelated;
    return at(distance, `its path ${list(route.uris)} does not match`);
  }
  if (!matchesHost(route.hosts, host)) {
    return at(2, `it takes only the host ${list(route.hosts)}, not ${host === "" ? "a request without one" : host}`);
  }
  if (route.methods.length > 0 && !route.methods.includes(request.method)) {
    return at(1, `it takes ${route.methods.join(", ")}, not ${request.method}`);
  }
  const isFromThere = route.remoteAddrs.length === 0 || addressMatcher(route.remoteAddrs)?.(request.remoteAddress);
  if (isFromThere !== true) return at(3, `it takes only requests from ${list(route.remoteAddrs)}`);
  const condition = route.vars && compileExpression(route.vars);
  const holds = condition ? condition(context) : true;
  if (holds !== true) return at(3, holds === false ? "its vars do not hold" : "its vars cannot be told");
  return at(
    0,
    chosen
      ? `it matches too, but ${chosen.name ?? chosen.id} goes first: ${precedence(chosen, route, context)}`
      : "it matches, but cannot be told apart",
  );
}

function matchesPath(uri: string, path: string): boolean {
  const { kind, key, pattern } = placeOf(canonicalRoutePath(uri));
  if (kind === "exact") return key === path;
  return kind === "prefixes" ? path.startsWith(key) : (pattern?.test(path) ?? false);
}

/** Exact, or under a wildcard before which something must stand. */
function matchesHost(hosts: readonly string[], host: string): boolean {
  if (hosts.length === 0) return true;
  return hosts.map((each) => each.toLowerCase()).some((each) => each === host || isUnder(each, host));
}

function isUnder(pattern: string, host: string): boolean {
  return pattern.startsWith("*") && host.length >= pattern.length && host.endsWith(pattern.slice(1));
}

/** Why the chosen one goes before one that matches too (gateway reference, section 1.4). */
function precedence(chosen: CompiledRoute, other: CompiledRoute, { path }: RequestContext): string {
  const own = bestPath(chosen, path);
  const its = bestPath(other, path);
  if (own.isExact !== its.isExact) return "its path is exact";
  if (own.length !== its.length) return "its path is longer";
  if (chosen.hosts.length > 0 !== other.hosts.length > 0) return "it names the host";
  if (own.hasParameters !== its.hasParameters) return "its path has parameters";
  if (chosen.priority !== other.priority) return `its priority is ${chosen.priority}, not ${other.priority}`;
  return "its path or host is more specific, or its id comes first";
}

function bestPath(route: CompiledRoute, path: string) {
  const places = route.uris
    .filter((uri) => matchesPath(uri, path))
    .map((uri) => placeOf(canonicalRoutePath(uri)))
    .map(({ kind, key }) => ({ isExact: kind === "exact", hasParameters: kind === "templates", length: key.length }));
  const [best] = places.sort(
    (left, right) => Number(right.isExact) - Number(left.isExact) || right.length - left.length,
  );
  return best ?? { isExact: false, hasParameters: false, length: 0 };
}

function commonStart(uri: string, path: string): number {
  let length = 0;
  while (length < uri.length && uri[length] === path[length]) length++;
  return length;
}

function list(items: readonly string[]): string {
  return items.length > 3 ? `${items.slice(0, 3).join(", ")} …` : items.join(", ");
}
