/** The requests that both sides are asked, and which of them cannot be told apart by any caller. */
import type { CompiledPlugin, CompiledRoute } from "../artifact/contract.ts";
import type { Decision, GatewayRequest } from "../engine/contract.ts";
import { canonicalJson } from "../model/json.ts";
import type { RouteName } from "./contract.ts";
import { requestsOf } from "./requests.ts";
import type { Side } from "./side.ts";

/** Where a request without a credential ends on one side. */
export interface Landing {
  readonly route: CompiledRoute | undefined;
  readonly decision: Decision;
}

export interface Probe {
  readonly request: GatewayRequest;
  readonly before: Landing;
  readonly after: Landing;
}

/** Requests on routes that ask for the same. */
export interface ProbeClass {
  readonly probe: Probe;
  readonly routes: readonly RouteName[];
  /** Whether the two sides treat its requests by other rules. */
  readonly isChanged: boolean;
}

export interface Probes {
  readonly probes: readonly Probe[];
  readonly classes: readonly ProbeClass[];
  /** Routes that none of the requests reaches. */
  readonly unreached: readonly RouteName[];
}

/** Requests at most; a route has a few. */
const maxProbes = 50_000;

export async function probesOf(before: Side, after: Side): Promise<Probes> {
  const probes: Probe[] = [];
  const unreached: RouteName[] = [];
  for (const id of new Set([...before.routes.keys(), ...after.routes.keys()])) {
    const versions = [before.routes.get(id), after.routes.get(id)];
    let isReached = false;
    for (const request of requestsBetween(versions[0], versions[1])) {
      if (probes.length >= maxProbes) break;
      const probe = { request, before: await land(before, request), after: await land(after, request) };
      isReached ||= probe.before.route?.id === id || probe.after.route?.id === id;
      probes.push(probe);
    }
    const route = versions[1] ?? versions[0];
    if (!isReached && route) unreached.push(nameOfRoute(route));
  }
  return { probes, classes: classesOf(probes, before, after), unreached };
}

function nameOfRoute({ id, name, uris }: CompiledRoute): RouteName {
  return { id, ...(name !== undefined && { name }), paths: uris };
}

/** The route that a request is on: after the change, or before it if nothing answers any more. */
export function routeNameOf({ before, after }: Probe): RouteName | undefined {
  const route = after.route ?? before.route;
  return route && nameOfRoute(route);
}

function requestsBetween(before: CompiledRoute | undefined, after: CompiledRoute | undefined): GatewayRequest[] {
  const requests = [...(before ? requestsOf(before, after) : []), ...(after ? requestsOf(after, before) : [])];
  const key = ({ method, target, headers, remoteAddress }: GatewayRequest) =>
    JSON.stringify([method, target, headers, remoteAddress]);
  return [...new Map(requests.map((request) => [key(request), request])).values()];
}

async function land(side: Side, request: GatewayRequest): Promise<Landing> {
  const decision = await side.decide(request);
  const id = decision.kind === "forward" ? decision.route.id : decision.routeId;
  return { decision, route: id === undefined ? undefined : side.routes.get(id) };
}

function classesOf(probes: readonly Probe[], before: Side, after: Side): readonly ProbeClass[] {
  const isRouteNamed = [before, after].some(namesRoutes);
  const signatureBefore = signer(before, isRouteNamed);
  const signatureAfter = signer(after, isRouteNamed);
  const classes = new Map<string, { probe: Probe; routes: Map<string, RouteName>; isChanged: boolean }>();
  for (const probe of probes) {
    const signatures = [signatureBefore(probe.before.route), signatureAfter(probe.after.route)];
    const { method } = probe.request;
    const key = canonicalJson([...signatures, method, isRouteNamed ? probe.request.target : ""]);
    const known = classes.get(key) ?? { probe, routes: new Map(), isChanged: signatures[0] !== signatures[1] };
    const route = routeNameOf(probe);
    if (route) known.routes.set(route.id, route);
    classes.set(key, known);
  }
  return [...classes.values()].map((known) => ({ ...known, routes: [...known.routes.values()] }));
}

/** Whether a plugin anywhere asks which route, service or request it is. */
function namesRoutes(side: Side): boolean {
  const asks = ({ config }: CompiledPlugin): boolean =>
    ["route_id", "service_id"].includes(String(config["type"])) || canonicalJson(config["_meta"]).includes('"filter"');
  const ofConsumers = Array.from({ length: side.artifact.consumerCount }, (_, index) => side.artifact.consumer(index));
  return (
    side.artifact.globalRules.some(asks) ||
    side.artifact.routes.some(({ plugins }) => plugins.some(asks)) ||
    ofConsumers.some(({ plugins }) => plugins.some(asks))
  );
}

/** What decides who may pass a route, and by which limits. */
function signer(side: Side, isRouteNamed: boolean): (route: CompiledRoute | undefined) => string {
  const known = new Map<string, string>();
  return (route) => {
    if (!route) return "";
    const found = known.get(route.id);
    if (found !== undefined) return found;
    const plugins = side.pluginsFor("", route.id).map(({ name, config }) => [name, config]);
    const identity = isRouteNamed ? [route.id, route.serviceId] : [];
    const signature = canonicalJson([plugins, route.upstream !== undefined, route.remoteAddrs, ...identity]);
    known.set(route.id, signature);
    return signature;
  };
}
