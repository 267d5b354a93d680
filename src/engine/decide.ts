/** Turns a request into a decision: the one place where it is decided (gateway reference, section 2). */
import type { Artifact } from "../artifact/contract.ts";
import { errorAnswer } from "./answer.ts";
import { authenticationPlugins } from "./auth/index.ts";
import { type ChainLink, createLinker, inPhases, type Linker, type Phases } from "./chain.ts";
import { type Chains, createChains } from "./consumer-chains.ts";
import { openContext, type RequestContext } from "./context.ts";
import type { Decision, EngineServices, GatewayRequest, Refusal } from "./contract.ts";
import { type Answer, isPromise, type MaybePromise, type Outcome, type Plugin } from "./plugin.ts";
import { policyPlugins } from "./policy/index.ts";
import { createRouteMatcher, type RouteMatcher } from "./route-match.ts";
import { BadTarget } from "./target.ts";

export interface Engine {
  /** Answers at once unless a plugin has to wait for a store or for the body. Never throws or rejects. */
  decide(request: GatewayRequest): MaybePromise<Decision>;
}

const plugins: readonly Plugin[] = [...authenticationPlugins, ...policyPlugins];

/** The plugins that the engine executes. limit-count with a `policy` other than `local` counts as a store that failed. */
export const executablePlugins: ReadonlySet<string> = new Set(plugins.map((plugin) => plugin.name));

/**
 * Makes an engine of an artifact.
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
export function createEngine(artifact: Artifact, services: EngineServices): Engine {
  const link = createLinker(plugins);
  const parts: EngineParts = {
    findRoute: createRouteMatcher(artifact.routes),
    chains: createChains(link),
    globalRules: globalPhases(artifact, link),
  };
  return {
    decide(request) {
      const context = openContext(request, artifact, services);
      if (context instanceof BadTarget) return badRequest(context.reason);
      context.route = parts.findRoute(context);
      return advance({
        parts,
        context,
        stages: context.route ? routedStages : unroutedStages,
        stage: 0,
        links: [],
        position: 0,
      });
    },
  };
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
  readonly stages: readonly Stage[];
  stage: number;
  links: readonly ChainLink[];
  position: number;
}

/** The plugins of a stage, or an answer that ends the request. */
type Stage = (parts: EngineParts, context: RequestContext) => readonly ChainLink[] | Answer;

const routedStages: readonly Stage[] = [
  ({ globalRules }) => globalRules.rewrite,
  ({ chains }, { route }) => (route ? chains.route(route).phases.rewrite : []),
  ({ chains }, { route, consumer }) => {
    if (consumer?.record.isGroupMissing) return errorAnswer(503, "the consumer's group does not exist");
    return route && consumer ? chains.consumer(route, consumer).ownRewrite : [];
  },
  ({ globalRules }) => globalRules.access,
  (parts, context) => mergedPhases(parts, context).access,
  ({ globalRules }) => globalRules.proxy,
  (parts, context) => mergedPhases(parts, context).proxy,
];

const unroutedStages: readonly Stage[] = [
  ({ globalRules }) => globalRules.rewrite,
  ({ globalRules }) => globalRules.access,
];

const noPhases: Phases = { rewrite: [], access: [], proxy: [] };

function mergedPhases({ chains }: EngineParts, { route, consumer }: RequestContext): Phases {
  if (!route) return noPhases;
  return consumer ? chains.consumer(route, consumer).phases : chains.route(route).phases;
}

/** Rule after rule, each in falling priority. */
function globalPhases(artifact: Artifact, link: Linker): Phases {
  const owners = [...new Set(artifact.globalRules.map((plugin) => plugin.owner))];
  const rules = owners.map((owner) => inPhases(link(artifact.globalRules.filter((plugin) => plugin.owner === owner))));
  return {
    rewrite: rules.flatMap((rule) => rule.rewrite),
    access: rules.flatMap((rule) => rule.access),
    proxy: rules.flatMap((rule) => rule.proxy),
  };
}

/** Runs plugin after plugin; only where one has to wait does it go on in a promise. */
function advance(progress: Progress): MaybePromise<Decision> {
  for (;;) {
    const link = progress.links[progress.position];
    if (!link) {
      const next = progress.stages[progress.stage];
      if (!next) return finish(progress.context);
      const links = next(progress.parts, progress.context);
      if ("status" in links) return refusal(progress.context, links, "");
      progress.stage++;
      progress.links = links;
      progress.position = 0;
      continue;
    }
    progress.position++;
    const outcome = runLink(link, progress.context);
    if (isPromise(outcome)) {
      return outcome.then((settled) => (settled ? refusal(progress.context, settled, link.name) : advance(progress)));
    }
    if (outcome) return refusal(progress.context, outcome, link.name);
  }
}

/** A plugin that throws lets nothing through. What it threw may hold a secret, so only its kind is kept. */
function runLink(link: ChainLink, context: RequestContext): MaybePromise<Outcome> {
  const failed = (error: unknown): Answer =>
    errorAnswer(
      500,
      "internal error",
      `plugin ${link.name} threw ${error instanceof Error ? error.name : typeof error}`,
    );
  try {
    const outcome = link.run(context, link.owner);
    return isPromise(outcome) ? outcome.catch(failed) : outcome;
  } catch (error) {
    return failed(error);
  }
}

function finish(context: RequestContext): Decision {
  const { route, consumer } = context;
  if (!route) return refusal(context, errorAnswer(404, "404 Route Not Found"), "");
  if (!route.upstream) return refusal(context, errorAnswer(503, "the route has no upstream"), "");
  return {
    kind: "forward",
    route,
    upstream: route.upstream,
    method: context.method,
    target: context.path + context.query,
    headers: context.headers.list(),
    responseHeaders: context.responseHeaders,
    ...(consumer ? { consumer: consumer.record.username } : {}),
    ...(consumer?.credentialId === undefined ? {} : { credentialId: consumer.credentialId }),
  };
}

/** Headers that plugins have set for the answer, such as the quota's, go with a refusal too. */
function refusal(context: RequestContext, answer: Answer, plugin: string): Refusal {
  const { route, consumer } = context;
  return {
    kind: "respond",
    status: answer.status,
    headers: [...context.responseHeaders, ...(answer.headers ?? [])],
    body: answer.body,
    reason: answer.reason,
    plugin,
    ...(route ? { routeId: route.id } : {}),
    ...(consumer ? { consumer: consumer.record.username } : {}),
  };
}

function badRequest(reason: string): Refusal {
  const { status, headers = [], body } = errorAnswer(400, `400 Bad Request: ${reason}`);
  return { kind: "respond", status, headers, body, reason, plugin: "" };
}
