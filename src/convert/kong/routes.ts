/** Routes of Kong as native ones; what a native one cannot match by is never left out in silence, as the route would match more. */
import type { Draft } from "../draft.ts";
import type { Foreign } from "../foreign.ts";
import { addTags, type Labels } from "../labels.ts";
import type { KongFile, Route } from "./entities.ts";
import { routePaths } from "./paths.ts";
import { settings } from "./turn.ts";

const knownMethods: ReadonlySet<string> = new Set([
  ...["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "CONNECT", "TRACE", "PURGE"],
]);

const hostForm = /^\*?[0-9a-zA-Z-._[\]:]+$/;

/** Ways to match that have no equivalent: without them the route would match more. */
const unmatched = ["snis", "sources", "destinations", "expression"] as const;

export interface RoutePlan {
  readonly fields: Record<string, unknown>;
  readonly keepsHost: boolean;
  /** For proxy-rewrite. */
  readonly rewrites: readonly string[];
}

/** @param servicePath of its service, to which requests are sent */
export function planRoute(route: Route, servicePath: string, file: KongFile): RoutePlan {
  const { foreign } = route;
  foreign.ignore("created_at", "updated_at", "service");
  foreign.ignoreIf("path_handling", "v0");
  foreign.ignoreIf("https_redirect_status_code", 426);
  foreign.ignoreIf("request_buffering", true);
  foreign.ignoreIf("response_buffering", true);
  for (const name of unmatched) {
    const field = foreign.field(name);
    if (!field || (Array.isArray(field.value) && field.value.length === 0)) continue;
    route.isOff = true;
    field.lose(
      "dropped",
      `\`${name}\` of ${route.shown}`,
      "a route cannot match by it, and would match more: it is switched off (status: 0)",
      "Match by host, path, method or `vars`, and set status: 1.",
      "key",
    );
  }
  const { uris, condition, rewrites } = routePaths(
    foreign.texts("paths"),
    file.version,
    foreign.flag("strip_path") ?? true,
    servicePath,
  );
  const vars = [condition, schemeCondition(route), ...headerConditions(foreign)].filter((part) => part !== undefined);
  const labels: Labels = {};
  addTags(labels, foreign.texts("tags"));
  const fields = settings({
    name: route.name,
    labels: Object.keys(labels).length > 0 ? labels : undefined,
    ...(uris.length === 1 ? { uri: uris[0] } : { uris }),
    hosts: hostsOf(route),
    methods: methodsOf(route),
    vars,
    priority: priorityOf(foreign),
    service_id: route.service?.id,
  });
  return { fields, keepsHost: foreign.flag("preserve_host") ?? false, rewrites };
}

export function writeRoute(route: Route, fields: Record<string, unknown>, draft: Draft): void {
  const status = route.isOff ? { status: 0 } : {};
  const plugins = Object.keys(route.plugins).length > 0 ? { plugins: route.plugins } : {};
  draft.addOther("routes", route.id, route.foreign.span(), { ...fields, ...plugins, ...status });
}

function hostsOf(route: Route): readonly string[] {
  const items = route.foreign.list("hosts");
  const kept = items.flatMap((item) => {
    const host = item.asText() ?? "";
    const withoutPort = host.replace(/:\d+$/, "");
    if (withoutPort.endsWith(".*") || !hostForm.test(withoutPort)) {
      item.lose(
        "dropped",
        `the host "${host}" of ${route.shown}`,
        "a route matches whole hosts and `*.` with a suffix",
        "List the hosts.",
      );
      return [];
    }
    if (withoutPort !== host) {
      item.lose(
        "approximated",
        `the host "${host}" of ${route.shown}`,
        "it is matched on every port",
        "Add a condition on `server_port` to `vars`.",
      );
    }
    return [withoutPort];
  });
  if (kept.length === 0 && items.length > 0) shut(route, "hosts");
  return [...new Set(kept)];
}

function methodsOf(route: Route): readonly string[] {
  const items = route.foreign.list("methods");
  const kept = items.flatMap((item) => {
    const method = item.asText() ?? "";
    if (knownMethods.has(method)) return [method];
    item.lose("dropped", `the method "${method}" of ${route.shown}`, "no route can match it", "Leave it out.");
    return [];
  });
  if (kept.length === 0 && items.length > 0) shut(route, "methods");
  return [...new Set(kept)];
}

/** None of what it matched by is left, and it would match everything. */
function shut(route: Route, name: string): void {
  route.isOff = true;
  route.foreign
    .field(name)
    ?.lose(
      "dropped",
      `\`${name}\` of ${route.shown}`,
      "none is left, and the route would match all: it is switched off (status: 0)",
      "Match by something else, and set status: 1.",
      "key",
    );
}

/** A route for HTTPS alone, or HTTP alone. */
function schemeCondition({ foreign, shown }: Route): readonly unknown[] | undefined {
  const protocols = foreign.texts("protocols").map((name) => name.replace("grpc", "http"));
  const isPlain = protocols.includes("http");
  const isSecure = protocols.includes("https");
  if (isPlain === isSecure) return undefined;
  const scheme = isSecure ? "https" : "http";
  foreign
    .field("protocols")
    ?.lose(
      "approximated",
      `${shown} for ${scheme} alone`,
      "it matches only such requests: others get 404, where Kong answers 426 or redirects",
      "Add the plugin redirect with `http_to_https` to a route of its own.",
      "key",
    );
  return ["scheme", "==", scheme];
}

function headerConditions(foreign: Foreign): readonly (readonly unknown[])[] {
  return (foreign.field("headers")?.fields() ?? []).map(([name, values]) => {
    const texts = values.items().flatMap((item) => item.asText() ?? []);
    const variable = `http_${name.toLowerCase().replaceAll("-", "_")}`;
    const [first = ""] = texts;
    if (texts.length === 1 && first.startsWith("~*")) return [variable, "~*", first.slice(2)];
    return texts.length === 1 ? [variable, "==", first] : [variable, "in", texts];
  });
}

function priorityOf(foreign: Foreign): number | undefined {
  const priority = foreign.number("regex_priority");
  return priority === 0 ? undefined : priority;
}
