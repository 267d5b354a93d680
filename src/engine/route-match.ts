/**
 * Finds the route of a request (gateway reference, section 1.4): exact path, then the longest prefix (one with parameters
 * before one without), host-specific before host-less, ties by priority, then id.
 */
import type { CompiledRoute } from "../artifact/contract.ts";
import type { RequestContext } from "./context.ts";
import { compileExpression, type Expression, expressionFault } from "./expression.ts";
import { HostIndex } from "./host-index.ts";
import { type HostRule, HostRules } from "./host-rules.ts";
import { type AddressMatcher, addressMatcher } from "./ip.ts";
import { RuleCodes } from "./rule-codes.ts";
import { StartIndex } from "./start-index.ts";
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
  /** Of the route in the list. */
  readonly number: number;
  /** Length of the path pattern: among templates the longer one is the more specific. */
  readonly length: number;
  readonly methods: ReadonlySet<string> | undefined;
  readonly addresses: AddressMatcher | undefined;
  readonly condition: Expression | undefined;
  /** Of a template: what follows the literal text that it begins with. Sticky, and shared by all that go on alike. */
  readonly pattern: RegExp | undefined;
  /** Where that begins. */
  readonly patternStart: number;
  /** Why the rest cannot be evaluated. */
  readonly fault: string | undefined;
  /** Whether it can always be told. */
  readonly isPlain: boolean;
}

/** Routes whose pattern is one literal text, or begins with it. */
type Group = Record<Kind, HostIndex<Candidate> | undefined>;

/**
 * `exact`: the text is the whole path. `templates`: it ends before the first parameter or inner wildcard. `prefixes`: it ends before the trailing `*`.
 */
type Kind = "exact" | "templates" | "prefixes";

/**
 * What a text of the index has for a kind: 0 for nothing; the code of its only route; -1 - 2 n for the group n, -2 - 2 n for what the host rules have at n.
 */
const kinds: readonly Kind[] = ["exact", "templates", "prefixes"];
const [exact, templates, prefixes] = [0, 1, 2];

interface Matcher {
  readonly index: StartIndex;
  readonly codes: RuleCodes;
  readonly hostRules: HostRules;
  readonly routes: readonly CompiledRoute[];
  readonly groups: readonly Group[];
}

export function createRouteMatcher(routes: readonly CompiledRoute[]): RouteMatcher {
  const groups = new Map<string, Group>();
  for (const [number, route] of routes.entries()) addRoute(groups, route, number);
  for (const group of groups.values()) for (const hosts of Object.values(group)) hosts?.close();
  const [codes, hostRules] = [new RuleCodes(), new HostRules()];
  const indexed = [...groups].map(([text, group], number) => {
    const notes = kinds.map((kind) => noteOf(group[kind], number, codes, hostRules));
    return { text, isStart: notes[templates] !== 0 || notes[prefixes] !== 0, notes };
  });
  hostRules.close();
  const matcher = { index: new StartIndex(indexed), codes, hostRules, routes, groups: [...groups.values()] };
  return (context) => findRoute(matcher, context);
}

function noteOf(
  hosts: HostIndex<Candidate> | undefined,
  group: number,
  codes: RuleCodes,
  hostRules: HostRules,
): number {
  if (!hosts) return 0;
  const rules = plainRules(hosts, codes);
  const [sole] = rules ?? [];
  if (sole && rules?.length === 1 && sole.host === undefined) return sole.code;
  const start = rules && hostRules.add(rules);
  return start === undefined ? -1 - 2 * group : -2 - 2 * start;
}

/** undefined where something is asked that has no code. */
function plainRules(hosts: HostIndex<Candidate>, codes: RuleCodes): readonly HostRule[] | undefined {
  const rules: HostRule[] = [];
  for (const { host, item } of hosts.entries ?? []) {
    const code = item.isPlain ? codes.encode(item.number, item.methods, item.pattern) : undefined;
    if (code === undefined) return undefined;
    rules.push({ host, code });
  }
  return hosts.entries && rules;
}

/** Why the route cannot be matched; undefined if it can. */
export function routeFault({ uris, remoteAddrs, vars }: Matchable): string | undefined {
  const fault = vars && expressionFault(vars);
  if (fault !== undefined) return fault === "not understood" ? "its vars are not understood" : `its vars hold ${fault}`;
  if (!addressMatcher(remoteAddrs)) return "its remote_addrs are not all addresses";
  return uris.some(hasSeveralWildcards) ? "a path of it has several inner wildcards" : undefined;
}

function findRoute(matcher: Matcher, context: RequestContext): CompiledRoute | Undecidable | undefined {
  const { index } = matcher;
  index.setPath(context.path);
  const whole = index.whole();
  if (whole >= 0) {
    const found = findAt(matcher, whole, exact, context);
    // Not asked for its truth, for which the route itself would be read, out of memory that is in no cache.
    if (found !== undefined) return found;
  }
  const { count } = index;
  for (let nth = 0; nth < count; nth++) {
    const place = index.at(nth);
    if (place < 0) continue;
    const found = findAt(matcher, place, templates, context) ?? findAt(matcher, place, prefixes, context);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @param place of a text in the index */
function findAt(
  { index, codes, hostRules, routes, groups }: Matcher,
  place: number,
  kind: number,
  context: RequestContext,
) {
  const note = index.note(place, kind);
  if (note === 0) return undefined;
  if (note > 0) {
    const number = codes.route(note, context.request.method, context.path, index.lengthAt(place));
    return number < 0 ? undefined : routes[number];
  }
  if ((note & 1) === 0) {
    const { request, path, host } = context;
    const length = index.lengthAt(place);
    const number = hostRules.find(-(note + 2) >> 1, host, (code) => codes.route(code, request.method, path, length));
    return number < 0 ? undefined : routes[number];
  }
  const found = groups[-(note + 1) >> 1]?.[kinds[kind] as Kind]?.find(context.host, mayMatch, context);
  if (!found || found.isPlain || matches(found, context) !== undefined) return found?.route;
  return new Undecidable(found.route, found.fault);
}

function mayMatch(candidate: Candidate, context: RequestContext): boolean {
  return matches(candidate, context) !== false;
}

/** undefined if it cannot be told. */
function matches(candidate: Candidate, context: RequestContext): boolean | undefined {
  const { methods, addresses, condition, pattern } = candidate;
  if (methods && !methods.has(context.request.method)) return false;
  if (pattern) {
    pattern.lastIndex = candidate.patternStart;
    if (!pattern.test(context.path)) return false;
  }
  if (candidate.fault !== undefined) return undefined;
  const isFromThere = addresses ? addresses(context.request.remoteAddress) : true;
  if (isFromThere === false) return false;
  const holds = condition ? condition(context) : true;
  return holds && isFromThere === undefined ? undefined : holds;
}

function addRoute(groups: Map<string, Group>, route: CompiledRoute, number: number): void {
  const condition = route.vars ? compileExpression(route.vars) : undefined;
  const addresses = route.remoteAddrs.length > 0 ? addressMatcher(route.remoteAddrs) : undefined;
  const methods = route.methods.length > 0 ? methodSet(route.methods) : undefined;
  for (const uri of route.uris.map(canonicalRoutePath)) {
    const { kind, key, pattern } = placeOf(uri);
    const fault = routeFault({ uris: [uri], remoteAddrs: route.remoteAddrs, ...(route.vars && { vars: route.vars }) });
    const group: Group = groups.get(key) ?? { exact: undefined, templates: undefined, prefixes: undefined };
    groups.set(key, group);
    group[kind] ??= new HostIndex<Candidate>(byPrecedence);
    const isPlain = fault === undefined && !addresses && !condition;
    const rules = { methods, addresses, condition, pattern, patternStart: key.length, fault, isPlain };
    group[kind].add(route.hosts, { route, number, length: uri.length, ...rules });
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
  readonly kind: Kind;
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
  return { kind: "templates", key, pattern: hasSeveralWildcards(uri) ? undefined : restPattern(uri.slice(key.length)) };
}

function hasSeveralWildcards(uri: string): boolean {
  return uri.slice(0, -1).split("*").length > 2;
}

const restPatterns = new Map<string, RegExp>();

/** One expression for all that end alike, as thousands of `/things17/:id` do: one that runs often stays in the processor's cache. */
function restPattern(rest: string): RegExp {
  const known = restPatterns.get(rest) ?? templatePattern(rest);
  if (restPatterns.size < 1000) restPatterns.set(rest, known);
  return known;
}

/** @param rest of a path pattern, from its first parameter or wildcard */
function templatePattern(rest: string): RegExp {
  const segments = rest.split("/").map((segment) => {
    if (/^:./.test(segment)) return "[^/]+";
    return segment.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  });
  return new RegExp(`${segments.join("/")}$`, "y");
}
