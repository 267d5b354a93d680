/**
 * Finds the route of a request (gateway reference, section 1.4): exact path, then the longest prefix (one with parameters
 * before one without), host-specific before host-less, ties by priority, then id.
 */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { RequestContext } from "./context.ts";
import { compileExpression, type Expression } from "./expression.ts";
import { HostIndex } from "./host-index.ts";
import { type AddressMatcher, addressMatcher } from "./ip.ts";
import { canonicalRoutePath } from "./target.ts";

export type RouteMatcher = (context: RequestContext) => CompiledRoute | undefined;

interface Candidate {
  readonly route: CompiledRoute;
  /** Length of the path pattern: among templates the longer one is the more specific. */
  readonly length: number;
  readonly methods: ReadonlySet<string> | undefined;
  readonly addresses: AddressMatcher | undefined;
  readonly condition: Expression | undefined;
  /** Of a template: the whole path. */
  readonly pattern: RegExp | undefined;
}

type Index = Map<string, HostIndex<Candidate>>;

interface Indexes {
  readonly exact: Index;
  /** Under the literal text before the first parameter or inner wildcard. */
  readonly templates: Index;
  /** Under the text before the trailing `*`. */
  readonly prefixes: Index;
}

export function createRouteMatcher(routes: readonly CompiledRoute[]): RouteMatcher {
  const indexes: Indexes = { exact: new Map(), templates: new Map(), prefixes: new Map() };
  for (const route of routes) addRoute(indexes, route);
  for (const index of Object.values(indexes)) for (const hosts of index.values()) hosts.close();
  const starts = new Set([...indexes.templates.keys(), ...indexes.prefixes.keys()].map((start) => start.length));
  const lengths = [...starts].sort((left, right) => right - left);
  return (context) => findRoute(indexes, lengths, context);
}

function findRoute(indexes: Indexes, lengths: readonly number[], context: RequestContext): CompiledRoute | undefined {
  const { path, host } = context;
  const accepts = (candidate: Candidate): boolean => isAccepted(candidate, context);
  const exact = indexes.exact.get(path)?.find(host, accepts);
  if (exact) return exact.route;
  for (const length of lengths) {
    if (length > path.length) continue;
    const start = path.slice(0, length);
    const found = indexes.templates.get(start)?.find(host, accepts) ?? indexes.prefixes.get(start)?.find(host, accepts);
    if (found) return found.route;
  }
  return undefined;
}

function isAccepted(candidate: Candidate, context: RequestContext): boolean {
  const { methods, addresses, condition, pattern } = candidate;
  if (methods && !methods.has(context.request.method)) return false;
  if (pattern && !pattern.test(context.path)) return false;
  if (addresses && addresses(context.request.remoteAddress) !== true) return false;
  return !condition || condition(context) === true;
}

function addRoute(indexes: Indexes, route: CompiledRoute): void {
  const condition = route.vars ? compileExpression(route.vars) : undefined;
  const addresses = route.remoteAddrs.length > 0 ? addressMatcher(route.remoteAddrs) : undefined;
  // What cannot be evaluated never matches.
  if (route.vars && !condition) return;
  if (route.remoteAddrs.length > 0 && !addresses) return;
  const methods = route.methods.length > 0 ? new Set(route.methods) : undefined;
  for (const uri of route.uris.map(canonicalRoutePath)) {
    const place = placeOf(uri);
    if (!place) continue;
    const { kind, key, pattern } = place;
    const hosts = indexes[kind].get(key) ?? new HostIndex(byPrecedence);
    indexes[kind].set(key, hosts);
    hosts.add(route.hosts, { route, length: uri.length, methods, addresses, condition, pattern });
  }
}

function byPrecedence(left: Candidate, right: Candidate): number {
  if (left.length !== right.length) return right.length - left.length;
  if (left.route.priority !== right.route.priority) return right.route.priority - left.route.priority;
  return left.route.id < right.route.id ? -1 : 1;
}

interface IndexPlace {
  readonly kind: keyof Indexes;
  readonly key: string;
  readonly pattern?: RegExp | undefined;
}

/** Where a path pattern is filed; undefined for one with several inner wildcards, which could take long to match. */
function placeOf(uri: string): IndexPlace | undefined {
  const parameter = uri.indexOf("/:") + 1;
  const star = uri.indexOf("*");
  if (parameter === 0 && star < 0) return { kind: "exact", key: uri };
  if (parameter === 0 && star === uri.length - 1) return { kind: "prefixes", key: uri.slice(0, -1) };
  if (uri.slice(0, -1).split("*").length > 2) return undefined;
  const key = uri.slice(0, Math.min(...[parameter, star].filter((position) => position > 0)));
  return { kind: "templates", key, pattern: templatePattern(uri) };
}

function templatePattern(uri: string): RegExp {
  const segments = uri.split("/").map((segment) => {
    if (/^:./.test(segment)) return "[^/]+";
    return segment.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  });
  return new RegExp(`^${segments.join("/")}$`);
}
