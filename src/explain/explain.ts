/** Asks the engine with somebody watching, and tells how the decision came about. */
import type { Artifact, CompiledRoute } from "../artifact/contract.ts";
import type { RequestContext } from "../engine/context.ts";
import type { Decision, EngineServices, GatewayRequest } from "../engine/contract.ts";
import { createEngine } from "../engine/decide.ts";
import type { ExplainedConsumer, ExplainedRoute, Explanation, OtherRoute } from "./contract.ts";
import { noPlaces, type Places } from "./places.ts";
import { routeReasons } from "./route-reasons.ts";
import { type Shown, shownHeaders, shownOf } from "./shown.ts";
import { StepRecorder } from "./steps.ts";
import { upstreamHostOf } from "./upstream-host.ts";

export interface ExplainOptions extends EngineServices {
  /** Of a configuration that was compiled from files. */
  readonly places?: Places;
}

export async function explain(
  request: GatewayRequest,
  artifact: Artifact,
  { places = noPlaces, ...services }: ExplainOptions,
): Promise<Explanation> {
  const shown = shownOf(request, artifact);
  const recorder = new StepRecorder(artifact, places, shown);
  let route: CompiledRoute | undefined;
  let context: RequestContext | undefined;
  let others: readonly OtherRoute[] = [];
  const decision = await createEngine(artifact, services).decide(request, {
    routed(found, opened) {
      route = found;
      context = opened;
      const reasons = routeReasons(artifact.routes, found, opened);
      others = reasons.map(({ route: other, reason }) => ({ ...explainedRoute(other, places), reason }));
    },
    begins: (link, opened) => recorder.begins(link, opened),
    ended: (link, opened, answer) => recorder.ended(link, opened, answer),
  });
  if (decision.kind === "forward") decision.release?.();
  const consumer = context && explainedConsumer(context, artifact, recorder.authenticatedBy);
  return {
    version: 1,
    verdict: decision.kind === "forward" ? "forwarded" : "refused",
    request: {
      method: request.method,
      target: shown.target(request.target),
      headers: shownHeaders(request.headers, shown),
      from: request.remoteAddress,
      time: new Date(services.now()).toISOString(),
    },
    ...(route && { route: explainedRoute(route, places) }),
    otherRoutes: others,
    steps: recorder.steps(route, context?.consumer?.record, decision.kind === "forward"),
    ...(consumer && { consumer }),
    ...outcome(decision, shown),
  };
}

function explainedRoute({ id, name, serviceId }: CompiledRoute, places: Places): ExplainedRoute {
  const source = places.resource(`routes/${id}`);
  return {
    id,
    ...(name !== undefined && name !== id && { name }),
    ...(serviceId !== undefined && { serviceId }),
    ...(source !== undefined && { source }),
  };
}

function explainedConsumer(
  { consumer }: RequestContext,
  artifact: Artifact,
  plugin: string | undefined,
): ExplainedConsumer | undefined {
  if (!consumer) return undefined;
  const { username, groupId, source } = consumer.record;
  const credential = plugin === undefined ? undefined : credentialOf(artifact, consumer.index, consumer.credentialId);
  return {
    username,
    ...(groupId !== undefined && { groupId }),
    ...(source !== "" && { source }),
    ...(credential && { credential }),
  };
}

function credentialOf(artifact: Artifact, consumer: number, id: string | undefined): ExplainedConsumer["credential"] {
  if (id === undefined) return undefined;
  for (const record of artifact.credentialsOf(consumer).map((index) => artifact.credential(index))) {
    if (record.id === id) return { plugin: record.plugin, id, ...(record.source !== "" && { source: record.source }) };
  }
  return undefined;
}

function outcome(decision: Decision, shown: Shown): Pick<Explanation, "upstream" | "answer"> {
  if (decision.kind === "respond") {
    const { status, headers, body, reason, plugin } = decision;
    const told = { headers: shownHeaders(headers, shown), body: shown.text(body), reason: shown.text(reason) };
    return { answer: { status, plugin, ...told } };
  }
  const { upstream, method, target, headers, responseHeaders } = decision;
  const host = upstreamHostOf(upstream, headers);
  return {
    upstream: {
      owner: upstream.owner,
      nodes: upstream.nodes.map((node) => `${upstream.scheme}://${node.host}:${node.port}`),
      method,
      target: shown.target(target),
      host,
      headers: shownHeaders(
        headers.filter(([name]) => name.toLowerCase() !== "host"),
        shown,
      ),
      responseHeaders: shownHeaders(responseHeaders, shown),
    },
  };
}
