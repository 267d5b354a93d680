/** Reads services and routes of Kong, and writes them with the plugins that they got. */
import { deriveId, type Sha1Hex } from "../../model/identity.ts";
import type { Draft } from "../draft.ts";
import type { Foreign } from "../foreign.ts";
import { addTags, type Labels } from "../labels.ts";
import { type KongFile, type Route, referenceOf, type Service } from "./entities.ts";
import { keepPrecedence } from "./precedence.ts";
import { planRoute, type RoutePlan, writeRoute } from "./routes.ts";
import { settings } from "./turn.ts";
import { connectionFields, nodesOf, type ServiceAddress, serviceAddress, upstreamFields } from "./upstreams.ts";

export function readService(foreign: Foreign, position: number, file: KongFile, sha1Hex: Sha1Hex): void {
  const { id, name, shown } = identify(foreign, "service", `service-${position}`, sha1Hex);
  const service: Service = { foreign, id, name, shown, plugins: {}, routes: [] };
  foreign.ignore("created_at", "updated_at");
  file.services.add(service, name, foreign.text("id"));
  for (const [index, route] of foreign.list("routes").entries()) readRoute(route, service, index + 1, file, sha1Hex);
}

export function readRoute(
  foreign: Foreign,
  outer: Service | undefined,
  position: number,
  file: KongFile,
  sha1Hex: Sha1Hex,
): void {
  const reference = referenceOf(foreign.field("service"));
  const service = outer ?? file.services.find(reference);
  const identity = identify(foreign, "route", `${service?.id ?? "route"}-${position}`, sha1Hex);
  if (reference !== undefined && !service) {
    foreign.lose("dropped", identity.shown, `its service "${reference}" is not in the file`, "Add the service.");
    return;
  }
  const route: Route = { foreign, ...identity, service, plugins: {}, isOff: false };
  service?.routes.push(route);
  file.routes.add(route, route.name, foreign.text("id"));
}

/** @param upstreamTargets targets at the top of the file, by the upstream that they name */
export function writeServices(
  file: KongFile,
  draft: Draft,
  upstreamTargets: ReadonlyMap<Foreign, readonly Foreign[]>,
  sha1Hex: Sha1Hex,
): void {
  const used = new Set<Foreign>();
  const addresses = new Map(file.services.all.map((service) => [service, serviceAddress(service.foreign)]));
  const plans = new Map(
    file.routes.all
      .filter(({ service }) => !service || addresses.get(service))
      .map((route) => [route, planRoute(route, (route.service && addresses.get(route.service)?.path) ?? "", file)]),
  );
  const copies = keepPrecedence(
    [...plans].map(([route, { fields }]) => ({ route, fields })),
    (route) => ({ ...route, id: deriveId(`${route.id}-with-host`, undefined, sha1Hex) }),
  );
  for (const { route, fields } of copies) {
    const original = file.routes.all.find(({ foreign }) => foreign === route.foreign);
    const plan = original && plans.get(original);
    if (!plan) continue;
    const { name: _name, ...unnamed } = fields;
    plans.set(route, { ...plan, fields: unnamed });
    route.service?.routes.push(route);
  }
  for (const [service, address] of addresses) {
    if (address) writeService(service, address, plans, file, draft, upstreamTargets, used);
    else leaveOut(service);
  }
  for (const [route, { fields, rewrites }] of plans) {
    if (route.service) continue;
    rewritePaths(route, rewrites, undefined);
    writeRoute(route, fields, draft);
  }
  for (const upstream of file.upstreams.all) {
    const name = upstream.text("name") ?? upstream.text("id");
    if (used.has(upstream) || name === undefined) continue;
    const fields = { name, ...upstreamFields(upstream, upstreamTargets.get(upstream) ?? []) };
    draft.addOther("upstreams", deriveId(name, undefined, sha1Hex), upstream.span(), fields);
  }
}

type Plans = ReadonlyMap<Route, RoutePlan>;

function leaveOut({ foreign, shown, routes }: Service): void {
  for (const route of routes) route.foreign.lose("dropped", route.shown, `${shown} is left out`, "See there.");
  const became = "it is not spoken to over HTTP, or has no host: it is left out with its routes and plugins";
  foreign.lose("dropped", shown, became, "Use a stream route of the gateway.");
}

function writeService(
  service: Service,
  address: ServiceAddress,
  plans: Plans,
  file: KongFile,
  draft: Draft,
  upstreamTargets: ReadonlyMap<Foreign, readonly Foreign[]>,
  used: Set<Foreign>,
): void {
  const { foreign, routes: all } = service;
  const routes = all.flatMap((route) => {
    const plan = plans.get(route);
    return plan ? [{ route, plan }] : [];
  });
  if (foreign.flag("enabled") === false) {
    for (const { route } of routes) route.isOff = true;
  }
  const upstream = file.upstreams.find(address.host);
  if (upstream) used.add(upstream);
  upstream?.ignore("name", "id");
  const target = upstream
    ? upstreamFields(upstream, upstreamTargets.get(upstream) ?? [])
    : { nodes: nodesOf([{ ...address, weight: 1 }]), pass_host: "node" };
  const { labels: upstreamLabels, ...place } = target;
  const connection = connectionFields(foreign, address.scheme);
  const native = settings({ ...place, labels: upstreamLabels, ...connection });
  const keepsHost = routes.length > 0 && routes.every(({ plan }) => plan.keepsHost);
  const labels: Labels = {};
  addTags(labels, foreign.texts("tags"));
  draft.addOther("services", service.id, foreign.span(), {
    ...(service.name !== undefined && { name: service.name }),
    ...(Object.keys(labels).length > 0 && { labels }),
    ...(Object.keys(service.plugins).length > 0 && { plugins: service.plugins }),
    upstream: keepsHost ? withClientHost(native) : native,
    // Kong lets every request upgrade.
    enable_websocket: true,
  });
  for (const { route, plan } of routes) {
    rewritePaths(route, plan.rewrites, service.plugins["proxy-rewrite"]);
    const own = plan.keepsHost && !keepsHost ? { upstream: withClientHost(native) } : {};
    writeRoute(route, { ...plan.fields, ...own }, draft);
  }
}

function withClientHost({ upstream_host: _host, ...upstream }: Record<string, unknown>): Record<string, unknown> {
  return { ...upstream, pass_host: "pass" };
}

/** A route's proxy-rewrite takes the place of its service's: it must do both. */
function rewritePaths(route: Route, rewrites: readonly string[], outer: Record<string, unknown> | undefined): void {
  if (rewrites.length === 0) return;
  const former = route.plugins["proxy-rewrite"] ?? outer ?? {};
  route.plugins["proxy-rewrite"] = { ...former, regex_uri: [...rewrites] };
}

function identify(
  foreign: Foreign,
  kind: string,
  fallback: string,
  sha1Hex: Sha1Hex,
): { readonly id: string; readonly name: string | undefined; readonly shown: string } {
  const name = foreign.text("name");
  const id = foreign.text("id");
  const identity = name ?? id ?? fallback;
  return { id: deriveId(identity, undefined, sha1Hex), name, shown: `${kind} "${identity}"` };
}
