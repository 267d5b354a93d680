/** Turns a request into a decision: the one place where it is decided (gateway reference, section 2). */
import type { Artifact, CompiledUpstream } from "../artifact/contract.ts";
import { withOwnPlugins } from "./abilities.ts";
import { errorAnswer } from "./answer.ts";
import { Callers } from "./callers.ts";
import { type ChainLink, createLinker, inPhases, type Linker, type Phases } from "./chain.ts";
import { type Chains, createChains, type RouteChain } from "./consumer-chains.ts";
import { openContext, type RequestContext } from "./context.ts";
import type { Decision, EngineServices, Forward, GatewayRequest, Refusal } from "./contract.ts";
import { CounterKeys } from "./counter-keys.ts";
import { type EngineOptions, resolveLimits } from "./limits.ts";
import type { Observer } from "./observer.ts";
import { type Answer, isPromise, type MaybePromise, type Outcome, type Plugin } from "./plugin.ts";
import { changeRefusal, changeResponse } from "./response-phase.ts";
import { createRouteMatcher, type RouteMatcher, Undecidable } from "./route-match.ts";
import { secondReading } from "./second-reading.ts";
import { BadTarget } from "./target.ts";

export interface Engine {
  /** Answers at once unless a plugin has to wait for a store or for the body. Never throws or rejects. */
  decide(request: GatewayRequest, observer?: Observer): MaybePromise<Decision>;
  /** Upstreams of the artifact that have health checks, for a proxy that runs them. */
  readonly checkedUpstreams: readonly CompiledUpstream[];
}

export interface PluginOptions {
  /** Beside those that the engine has (docs/plugins.md). A name that is taken throws a TypeError. */
  readonly plugins?: readonly Plugin[];
}

/**
 * Makes an engine of an artifact.
 *
 * @throws RangeError for a limit that is no positive whole number
 *
 * @example
 * const engine = createEngine(artifact, { crypto: nodeCrypto, now: Date.now, counters: createCounters() });
 * const decision = await engine.decide({
 *   method: "GET",
 *   target: "/orders?page=2",
 *   headers: [["apikey", "jacks-key"]],
 *   remoteAddress: "192.0.2.7",
 *   scheme: "https",
 * });
 * if (decision.kind === "forward") console.log(decision.consumer);
 */
export function createEngine(
  artifact: Artifact,
  services: EngineServices,
  options: EngineOptions & PluginOptions = {},
): Engine {
  const limits = resolveLimits(options);
  const scope = { artifact, services, limits, callers: new Callers(artifact), counterKeys: new CounterKeys() };
  const link = createLinker(withOwnPlugins(options.plugins ?? []));
  const parts: EngineParts = {
    findRoute: createRouteMatcher(artifact.routes),
    chains: createChains(link),
    globalRules: globalPhases(artifact, link),
  };
  return {
    get checkedUpstreams() {
      return [...new Set(artifact.routes.flatMap(({ upstream }) => (upstream?.checks ? [upstream] : [])))];
    },
    decide(request, observer) {
      try {
        const context = openContext(request, scope);
        return context instanceof BadTarget ? badRequest(context) : begin(parts, context, observer);
      } catch (error) {
        return asRefusal(internalError("the engine", error));
      }
    },
  };
}

function begin(parts: EngineParts, context: RequestContext, observer: Observer | undefined): MaybePromise<Decision> {
  const found = findRoute(parts, context);
  if (found instanceof BadTarget) return badRequest(found);
  observer?.routed?.(found instanceof Undecidable ? undefined : found, context);
  if (found instanceof Undecidable) return undecided(found, context);
  context.route = found;
  const chain = found && parts.chains.route(found);
  return advance({ parts, context, observer, chain, stage: 0, links: parts.globalRules.rewrite, position: 0 });
}

/** The route of the path, if a second reading of it does not lead to another one. */
function findRoute({ findRoute: find }: EngineParts, context: RequestContext) {
  const found = find(context);
  if (context.target.hasOneReading) return found;
  const { path } = context;
  const other = secondReading(path);
  if (other === undefined || other instanceof BadTarget) return other ?? found;
  context.path = other;
  const otherFound = find(context);
  context.path = path;
  return otherFound === undefined || otherFound === found ? found : new BadTarget("a path that leads to two routes");
}

const engines = new WeakMap<Artifact, { readonly services: EngineServices; readonly engine: Engine }>();

/** Decides one request; the engine of the artifact is kept for the next call with the same services. */
export function decide(request: GatewayRequest, artifact: Artifact, services: EngineServices): MaybePromise<Decision> {
  let known = engines.get(artifact);
  if (known?.services !== services) {
    known = { services, engine: createEngine(artifact, services) };
    engines.set(artifact, known);
  }
  return known.engine.decide(request);
}

interface EngineParts {
  readonly findRoute: RouteMatcher;
  readonly chains: Chains;
  readonly globalRules: Phases;
}

/** Where a request is: in which stage, and before which of its plugins. */
interface Progress {
  readonly parts: EngineParts;
  readonly context: RequestContext;
  readonly observer: Observer | undefined;
  /** Absent where no route was found. */
  readonly chain: RouteChain | undefined;
  stage: number;
  links: readonly ChainLink[];
  position: number;
}

const lastStage = 6;

/** The plugins of a stage, or an answer that ends the request. A switch, because it is passed seven times in each request. */
function enterStage({ stage, chain, context, parts }: Progress): readonly ChainLink[] | Answer {
  const { globalRules } = parts;
  const { consumer } = context;
  switch (stage) {
    case 0:
      return globalRules.rewrite;
    case 1:
      return chain ? chain.phases.rewrite : nothing;
    case 2:
      if (!chain || !consumer || consumer.isPlain) return nothing;
      if (consumer.record.isGroupMissing) return errorAnswer(503, "the consumer's group does not exist");
      return parts.chains.consumer(chain, consumer).ownRewrite;
    case 3:
      return globalRules.access;
    case 4:
      return chain ? mergedPhases(parts, chain, context).access : nothing;
    case 5:
      return chain ? globalRules.proxy : nothing;
    case lastStage:
      return chain ? mergedPhases(parts, chain, context).proxy : nothing;
    default:
      throw new Error(`no stage ${stage}`);
  }
}

const nothing: readonly ChainLink[] = [];

function mergedPhases({ chains }: EngineParts, chain: RouteChain, { consumer }: RequestContext): Phases {
  return !consumer || consumer.isPlain ? chain.phases : chains.consumer(chain, consumer).phases;
}

/** Rule after rule, each in falling priority. */
function globalPhases(artifact: Artifact, link: Linker): Phases {
  const owners = [...new Set(artifact.globalRules.map((plugin) => plugin.owner))];
  const rules = owners.map((owner) => inPhases(link(artifact.globalRules.filter((plugin) => plugin.owner === owner))));
  return {
    rewrite: rules.flatMap((rule) => rule.rewrite),
    access: rules.flatMap((rule) => rule.access),
    proxy: rules.flatMap((rule) => rule.proxy),
    response: rules.flatMap((rule) => rule.response),
  };
}

/** Runs plugin after plugin; only where one has to wait does it go on in a promise. */
function advance(progress: Progress): MaybePromise<Decision> {
  for (;;) {
    if (progress.position === progress.links.length) {
      if (progress.stage === lastStage) return finish(progress);
      progress.stage++;
      const links = enterStage(progress);
      if (isAnswer(links)) return end(progress, links, "");
      progress.links = links;
      progress.position = 0;
      continue;
    }
    const link = progress.links[progress.position++] as ChainLink;
    const outcome = progress.observer
      ? observedLink(link, progress.context, progress.observer)
      : runLink(link, progress.context);
    if (!outcome) continue;
    if (!isPromise(outcome)) return end(progress, outcome, link.name);
    return outcome
      .then((settled) => (settled ? end(progress, settled, link.name) : advance(progress)))
      .catch((error: unknown) => end(progress, internalError("the engine", error), ""));
  }
}

/** A list has no `status`; this is the cheaper question. */
function isAnswer(found: readonly ChainLink[] | Answer): found is Answer {
  return !Array.isArray(found);
}

/** A plugin that throws lets nothing through. */
function runLink(link: ChainLink, context: RequestContext): MaybePromise<Outcome> {
  try {
    const outcome = link.run(context, link.owner);
    return isPromise(outcome) ? outcome.catch((error: unknown) => pluginError(link, error)) : outcome;
  } catch (error) {
    return pluginError(link, error);
  }
}

function observedLink(link: ChainLink, context: RequestContext, observer: Observer): MaybePromise<Outcome> {
  observer.begins?.(link, context);
  const outcome = runLink(link, context);
  const ended = (answer: Outcome): Outcome => {
    observer.ended?.(link, context, answer);
    return answer;
  };
  return isPromise(outcome) ? outcome.then(ended) : ended(outcome);
}

function pluginError({ name }: ChainLink, error: unknown): Answer {
  return internalError(`plugin ${name}`, error);
}

/** What was thrown may hold a secret, so only its kind is kept. */
function internalError(thrower: string, error: unknown): Answer {
  return errorAnswer(500, "internal error", `${thrower} threw ${error instanceof Error ? error.name : typeof error}`);
}

function finish(progress: Progress): Decision {
  const { context } = progress;
  const { route, consumer, upstreamHost } = context;
  if (!route) return end(progress, errorAnswer(404, "404 Route Not Found"), "");
  if (!route.upstream) return end(progress, errorAnswer(503, "the route has no upstream"), "");
  const responders = respondersOf(progress);
  const forward: { -readonly [Field in keyof Forward]: Forward[Field] } = {
    kind: "forward",
    route,
    upstream: upstreamFor(route.upstream, context),
    method: context.method,
    target: context.path + context.query,
    headers: context.headers.list(),
    responseHeaders: context.responseHeaders,
  };
  // Assigned, because spreading what may be absent costs more than all of the rest.
  if (consumer) forward.consumer = consumer.username;
  if (consumer?.credentialId !== undefined) forward.credentialId = consumer.credentialId;
  if (upstreamHost !== undefined) forward.host = upstreamHost;
  if (context.holdsAnything) forward.release = () => context.release();
  if (responders.length > 0) forward.onResponse = (head) => changeResponse(responders, context, head);
  return forward;
}

/** The route's upstream under another scheme; one object for all requests, since pools and balancers go by it. */
function upstreamFor(upstream: CompiledUpstream, { upstreamScheme }: RequestContext) {
  if (upstreamScheme === undefined || upstreamScheme === upstream.scheme) return upstream;
  const known = otherSchemes.get(upstream) ?? { ...upstream, scheme: upstreamScheme };
  otherSchemes.set(upstream, known);
  return known;
}

const otherSchemes = new WeakMap<CompiledUpstream, CompiledUpstream>();

/** Global rules first. */
function respondersOf({ parts, chain, context }: Progress): readonly ChainLink[] {
  const { response } = parts.globalRules;
  if (!chain) return response;
  const own = mergedPhases(parts, chain, context).response;
  return response.length === 0 ? own : [...response, ...own];
}

/** Ends the request with an answer of the gateway. */
function end(progress: Progress, answer: Answer, plugin: string): Refusal {
  const { context } = progress;
  try {
    return changeRefusal(respondersOf(progress), context, refusal(context, answer, plugin));
  } finally {
    context.release();
  }
}

/** Headers that plugins have set for the answer, such as the quota's, go with a refusal too. */
function refusal(context: RequestContext, answer: Answer, plugin: string): Refusal {
  const { route, consumer } = context;
  return {
    kind: "respond",
    // Configurations may ask for a code that is none.
    status: answer.status >= 200 && answer.status <= 599 ? answer.status : 500,
    headers: [...context.responseHeaders, ...(answer.headers ?? [])],
    body: answer.body,
    reason: answer.reason,
    plugin,
    ...(route ? { routeId: route.id } : {}),
    ...(consumer ? { consumer: consumer.username } : {}),
  };
}

/** Sent on by another route, the request could pass a restriction that its own route has. */
function undecided({ route, fault }: Undecidable, context: RequestContext): Refusal {
  context.route = route;
  const answer = fault
    ? errorAnswer(500, "the route cannot be matched", `route ${route.id} cannot be matched: ${fault}`)
    : errorAnswer(
        400,
        "400 Bad Request: the route cannot be told",
        `the conditions of route ${route.id} cannot be told`,
      );
  return refusal(context, answer, "");
}

const phrases = { 400: "Bad Request", 414: "URI Too Long", 431: "Request Header Fields Too Large" } as const;

function badRequest({ status, reason }: BadTarget): Refusal {
  return asRefusal(errorAnswer(status, `${status} ${phrases[status]}: ${reason}`, reason));
}

/** Before anything is known of the request. */
function asRefusal({ status, headers = [], body, reason }: Answer): Refusal {
  return { kind: "respond", status, headers, body, reason, plugin: "" };
}
