/** cors: answers browsers' questions about other origins (gateway reference, section 3.8; Apache APISIX 3.18; the Fetch standard, section 3.2). */
import type { RequestContext } from "../context.ts";
import { wireValue } from "../encoding.ts";
import { compilePattern, type Pattern } from "../pattern.ts";
import { definePlugin, type PluginConfig, Unusable } from "../plugin.ts";
import type { ResponseDraft } from "../response-draft.ts";
import { flagSetting, numberSetting, textListSetting, textSetting } from "../settings.ts";

/** The value of an allowing header for a request's origin; undefined: the origin is not allowed. */
type Origins = (origin: string | undefined) => string | undefined;

interface Cors {
  readonly origins: Origins;
  readonly timingOrigins: Origins;
  /** Whether one answer does not fit all origins. */
  readonly varies: boolean;
  readonly methods: string;
  /** undefined: those that the browser asks for. */
  readonly headers: string | undefined;
  readonly exposedHeaders: string;
  /** Seconds. */
  readonly maxAge: number;
  readonly allowsCredentials: boolean;
}

const allMethods = "GET,POST,PUT,DELETE,PATCH,HEAD,OPTIONS,CONNECT,TRACE";

export const cors = definePlugin<Cors>({
  name: "cors",
  priority: 4000,
  phase: "rewrite",
  prepare(config) {
    const allowsCredentials = flagSetting(config, "allow_credential", false);
    const [allowOrigins, methods, headers] = ["allow_origins", "allow_methods", "allow_headers"].map((name) =>
      textSetting(config, name, "*"),
    ) as [string, string, string];
    const exposedHeaders = textSetting(config, "expose_headers", "");
    const timing = textSetting(config, "timing_allow_origins");
    const open = [allowOrigins, methods, headers, exposedHeaders, timing ?? ""];
    if (allowsCredentials && open.includes("*")) return new Unusable("* beside allow_credential");
    if (open.some((text) => wireValue(text) === undefined)) return new Unusable("a text that no header can hold");
    const origins = originsOf(config, "allow_origins", allowOrigins);
    const timingOrigins = originsOf(config, "timing_allow_origins", timing);
    if (origins instanceof Unusable) return origins;
    if (timingOrigins instanceof Unusable) return timingOrigins;
    return {
      origins,
      timingOrigins,
      varies: allowOrigins !== "*" || textListSetting(config, "allow_origins_by_regex") !== undefined,
      methods: methods === "**" ? allMethods : methods,
      headers: headers === "**" ? undefined : headers,
      exposedHeaders,
      maxAge: numberSetting(config, "max_age", 5),
      allowsCredentials,
    };
  },
  // A preflight carries no credentials, so it is answered before anybody asks for them.
  run: (_rule, context) =>
    context.request.method === "OPTIONS"
      ? { status: 200, headers: [], body: "", reason: "OPTIONS is answered by cors" }
      : undefined,
  respond: allow,
});

function allow(rule: Cors, context: RequestContext, { headers }: ResponseDraft): void {
  const origin = originOf(context);
  const allowed = rule.origins(origin);
  const timing = rule.timingOrigins(origin);
  // Also where nothing is allowed: a cache must not hand that answer to an origin that is.
  if (rule.varies && !variesByOrigin(headers.all("vary"))) headers.add("Vary", "Origin");
  if (timing !== undefined) headers.set("Timing-Allow-Origin", timing);
  if (allowed === undefined) return;
  headers.set("Access-Control-Allow-Origin", allowed);
  headers.set("Access-Control-Allow-Methods", rule.methods);
  headers.set("Access-Control-Max-Age", String(rule.maxAge));
  if (rule.exposedHeaders !== "") headers.set("Access-Control-Expose-Headers", rule.exposedHeaders);
  const allowedHeaders = rule.headers ?? askedHeader(context, "access-control-request-headers");
  if (allowedHeaders !== undefined) headers.set("Access-Control-Allow-Headers", allowedHeaders);
  if (rule.allowsCredentials) headers.set("Access-Control-Allow-Credentials", "true");
}

/** As received: a plugin may have changed what goes upstream. */
function originOf({ request }: RequestContext): string | undefined {
  const values = request.headers.filter(([name]) => name.toLowerCase() === "origin").map(([, value]) => value);
  return values.length === 1 ? values[0] : undefined;
}

function askedHeader({ request }: RequestContext, name: string): string | undefined {
  return request.headers.find(([each]) => each.toLowerCase() === name)?.[1];
}

function originsOf(config: PluginConfig, field: string, list: string | undefined): Origins | Unusable {
  const sources = textListSetting(config, `${field}_by_regex`);
  if (sources) return matchedOrigins(sources);
  if (list === undefined) return () => undefined;
  if (list === "**") return (origin) => origin ?? "*";
  if (!list.includes(",")) return () => list;
  const origins = new Set(list.split(",").map((each) => each.trim()));
  return (origin) => (origin !== undefined && origins.has(origin) ? origin : undefined);
}

/** With expressions, the list is not looked at. */
function matchedOrigins(sources: readonly string[]): Origins | Unusable {
  const patterns: Pattern[] = [];
  for (const source of sources) {
    const pattern = compilePattern(source);
    if (!pattern) return new Unusable("a regular expression that is not understood");
    patterns.push(pattern);
  }
  return (origin) =>
    origin !== undefined && patterns.some((pattern) => pattern(origin) === true) ? origin : undefined;
}

function variesByOrigin(values: readonly string[]): boolean {
  const names = values.join(",").toLowerCase().split(",");
  return names.some((name) => name.trim() === "origin" || name.trim() === "*");
}
