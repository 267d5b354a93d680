/**
 * Finds the route of a request (gateway reference, section 1.4): exact path, then the longest prefix (one with parameters
 * before one without), host-specific before host-less, ties by priority, then id.
 */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { RequestContext } from "./context.ts";
import { compileExpression, type Expression, expressionFault } from "./expression.ts";
import { HostIndex } from "./host-index.ts";
import { type AddressMatcher, addressMatcher } from "./ip.ts";
import { canonicalRoutePath } from "./target.ts";

/** A route that may be the one, but whose conditions cannot be told: a less specific route must not take its place. */
export class Undecidable {
  readonly route: CompiledRoute;
  /** Why the route cannot be matched by any request; undefined if it is this request that cannot be judged. */
  readonly fault: string | undefined;

  constructor(route: CompiledRoute, fault: string | undefined) {
    this.route = route;
    this.fault = fault;
  }
}

export type RouteMatcher = (context: RequestContext) => CompiledRoute | Undecidable | undefined;

/** What decides whether a route can be matched at all. */
export type Matchable = Pick<CompiledRoute, "uris" | "remoteAddrs" | "vars">;

interface Candidate {
  readonly route: CompiledRoute;
  /** Length of the path pattern: among templates the longer one is the more specific. */
  readonly length: number;
  readonly methods: ReadonlySet<string> | undefined;
  readonly addresses: AddressMatcher | undefined;
  readonly condition: Expression | undefined;
  /** Of a template: the whole path. */
  readonly pattern: RegExp | undefined;
  /** Why the rest cannot be evaluated. */
  readonly fault: string | undefined;
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
  const starts = startsOf([...indexes.templates.keys(), ...indexes.prefixes.keys()]);
  return (context) => findRoute(indexes, starts, context);
}

/** Starts of one length, which a path can only have if its character at the end is one of theirs: mostly a slash. */
interface Starts {
  readonly length: number;
  readonly ends: Set<number>;
}

/** The longest first. */
function startsOf(keys: readonly string[]): readonly Starts[] {
  const byLength = new Map<number, Starts>();
  for (const key of keys) {
    const starts = byLength.get(key.length) ?? { length: key.length, ends: new Set<number>() };
    byLength.set(key.length, starts);
    starts.ends.add(key.charCodeAt(key.length - 1));
  }
  return [...byLength.values()].sort((left, right) => right.length - left.length);
}

/** Why the route cannot be matched; undefined if it can. */
export function routeFault({ uris, remoteAddrs, vars }: Matchable): string | undefined {
  const fault = vars && expressionFault(vars);
  if (fault !== undefined) return fault === "not understood" ? "its vars are not understood" : `its vars hold ${fault}`;
  if (!addressMatcher(remoteAddrs)) return "its remote_addrs are not all addresses";
  return uris.some(hasSeveralWildcards) ? "a path of it has several inner wildcards" : undefined;
}

function findRoute(
  indexes: Indexes,
  starts: readonly Starts[],
  context: RequestContext,
): CompiledRoute | Undecidable | undefined {
  const { path, host } = context;
  let isTold = true;
  const mayMatch = (candidate: Candidate): boolean => {
    const verdict = matches(candidate, context);
    isTold = verdict !== undefined;
    return verdict !== false;
  };
  const found = findCandidate(indexes, starts, path, (hosts) => hosts.find(host, mayMatch));
  return found && (isTold ? found.route : new Undecidable(found.route, found.fault));
}

function findCandidate(
  indexes: Indexes,
  starts: readonly Starts[],
  path: string,
  search: (hosts: HostIndex<Candidate>) => Candidate | undefined,
): Candidate | undefined {
  const at = (index: Index, start: string): Candidate | undefined => {
    const hosts = index.get(start);
    return hosts && search(hosts);
  };
  const exact = at(indexes.exact, path);
  if (exact) return exact;
  for (const { length, ends } of starts) {
    if (length > path.length || (length > 0 && !ends.has(path.charCodeAt(length - 1)))) continue;
    const start = path.slice(0, length);
    const found = at(indexes.templates, start) ?? at(indexes.prefixes, start);
    if (found) return found;
  }
  return undefined;
}

/** undefined if it cannot be told. */
function matches(candidate: Candidate, context: RequestContext): boolean | undefined {
  const { methods, addresses, condition, pattern } = candidate;
  if (methods && !methods.has(context.request.method)) return false;
  if (pattern && !pattern.test(context.path)) return false;
  if (candidate.fault !== undefined) return undefined;
  const isFromThere = addresses ? addresses(context.request.remoteAddress) : true;
  if (isFromThere === false) return false;
  const holds = condition ? condition(context) : true;
  return holds && isFromThere === undefined ? undefined : holds;
}

function addRoute(indexes: Indexes, route: CompiledRoute): void {
  const condition = route.vars ? compileExpression(route.vars) : undefined;
  const addresses = route.remoteAddrs.length > 0 ? addressMatcher(route.remoteAddrs) : undefined;
  const methods = route.methods.length > 0 ? methodSet(route.methods) : undefined;
  for (const uri of route.uris.map(canonicalRoutePath)) {
    const { kind, key, pattern } = placeOf(uri);
    const fault = routeFault({ uris: [uri], remoteAddrs: route.remoteAddrs, ...(route.vars && { vars: route.vars }) });
    const hosts = indexes[kind].get(key) ?? new HostIndex(byPrecedence);
    indexes[kind].set(key, hosts);
    hosts.add(route.hosts, { route, length: uri.length, methods, addresses, condition, pattern, fault });
  }
}

const methodSets = new Map<string, ReadonlySet<string>>();

/** One set for all routes with the same methods, of which there are few: it stays in the processor's cache. */
function methodSet(methods: readonly string[]): ReadonlySet<string> {
  const key = methods.join(" ");
  const known = methodSets.get(key) ?? new Set(methods);
  if (methodSets.size < 1000) methodSets.set(key, known);
  return known;
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

/** Where a path pattern is filed; one with several inner wildcards, which could take long to match, without a pattern. */
export function placeOf(uri: string): IndexPlace {
  const parameter = uri.indexOf("/:") + 1;
  const star = uri.indexOf("*");
  if (parameter === 0 && star < 0) return { kind: "exact", key: uri };
  if (parameter === 0 && star === uri.length - 1) return { kind: "prefixes", key: uri.slice(0, -1) };
  const key = uri.slice(0, Math.min(...[parameter, star].filter((position) => position > 0)));
  return { kind: "templates", key, pattern: hasSeveralWildcards(uri) ? undefined : templatePattern(uri) };
}

function hasSeveralWildcards(uri: string): boolean {
  return uri.slice(0, -1).split("*").length > 2;
}

function templatePattern(uri: string): RegExp {
  const segments = uri.split("/").map((segment) => {
    if (/^:./.test(segment)) return "[^/]+";
    return segment.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  });
  return new RegExp(`^${segments.join("/")}$`);
}
