/** What nginx has to carry between a sub-request and the request itself: it takes no header and no status that it is not told of. */
import type { Artifact, CompiledPlugin } from "../../artifact/contract.ts";
import { editedNames } from "../../engine/header-edits.ts";
import { identityHeaders } from "../../engine/header-names.ts";
import { quotaHeaderNames } from "../../engine/policy/limit-count.ts";
import { mapListSetting } from "../../engine/settings.ts";
import { isMap, type JsonMap } from "../../model/json.ts";

export interface Carried {
  /** Headers of the request that the engine may set, change or remove, as written, in alphabetical order. */
  readonly request: readonly string[];
  /** Headers for the client. */
  readonly response: readonly string[];
  /** Statuses of refusals, ascending. */
  readonly statuses: readonly number[];
}

interface Collected {
  readonly request: Set<string>;
  readonly response: Set<string>;
  readonly statuses: Set<number>;
}

/** The engine's own, whatever is configured: bad requests, no route, too large, faults. */
const ownStatuses = [400, 401, 403, 404, 413, 414, 429, 431, 500, 502, 503, 504];

/** Of all plugins of all routes and consumers: a million consumers have few plugins that differ. */
export function carriedBy(artifact: Artifact): Carried {
  const collected: Collected = {
    request: new Set(Object.values(identityHeaders).map(({ name }) => name)),
    response: new Set(["Retry-After"]),
    statuses: new Set(ownStatuses),
  };
  const seen = new Set<CompiledPlugin["config"]>();
  const collect = (plugins: readonly CompiledPlugin[]): void => {
    for (const { name, config } of plugins) {
      if (seen.has(config)) continue;
      seen.add(config);
      collectPlugin(name, config, collected);
    }
  };
  collect(artifact.globalRules);
  for (const { plugins } of artifact.routes) collect(plugins);
  for (let index = 0; index < artifact.consumerCount; index++) collect(artifact.consumer(index).plugins);
  return {
    request: sorted(collected.request),
    response: sorted(collected.response),
    statuses: [...collected.statuses].sort((left, right) => left - right),
  };
}

function collectPlugin(name: string, config: JsonMap, collected: Collected): void {
  collectors[name]?.(config, collected);
  const code = config.rejected_code;
  if (typeof code === "number" && code >= 300) collected.statuses.add(code);
}

type Collector = (config: JsonMap, collected: Collected) => void;

const authorization: Collector = (_, { request }) => request.add("Authorization");

const collectors: Readonly<Record<string, Collector>> = {
  "key-auth": (config, { request }) => request.add(textOf(config.header, "apikey")),
  "basic-auth": authorization,
  "hmac-auth": authorization,
  "jwt-auth": (config, { request }) => {
    request.add(textOf(config.header, "Authorization"));
    request.add("Cookie");
  },
  "multi-auth": (config, collected) => {
    for (const each of mapListSetting(config, "auth_plugins") ?? []) {
      for (const [name, inner] of Object.entries(each)) collectPlugin(name, isMap(inner) ? inner : {}, collected);
    }
  },
  "attach-consumer-label": ({ headers }, { request }) => {
    for (const name of isMap(headers) ? Object.keys(headers) : []) request.add(name);
  },
  "request-id": (config, { request, response }) => {
    const name = textOf(config.header_name, "X-Request-Id");
    request.add(name);
    if (config.include_in_response !== false) response.add(name);
  },
  "proxy-rewrite": ({ headers }, { request }) => {
    for (const name of editedNames(headers)) request.add(name);
  },
  "limit-count": (config, { response }) => {
    for (const name of quotaHeaderNames(config)) response.add(name);
  },
  // Of the answers that rollcall gives itself: a preflight, and refusals.
  cors: (_, { response, statuses }) => {
    statuses.add(200);
    for (const name of corsHeaders) response.add(name);
  },
  "fault-injection": ({ abort }, { response, statuses }) => {
    if (!isMap(abort)) return;
    if (typeof abort.http_status === "number") statuses.add(abort.http_status);
    addShown(isMap(abort.headers) ? Object.keys(abort.headers) : [], response);
  },
  mocking: ({ response_status, response_headers, with_mock_header }, { response, statuses }) => {
    statuses.add(typeof response_status === "number" ? response_status : 200);
    addShown(isMap(response_headers) ? Object.keys(response_headers) : [], response);
    if (with_mock_header !== false) response.add("x-mock-by");
  },
  "response-rewrite": ({ status_code, headers }, { response, statuses }) => {
    if (typeof status_code === "number") statuses.add(status_code);
    addShown(editedNames(headers), response);
  },
};

const corsHeaders = [
  "Access-Control-Allow-Credentials",
  "Access-Control-Allow-Headers",
  "Access-Control-Allow-Methods",
  "Access-Control-Allow-Origin",
  "Access-Control-Expose-Headers",
  "Access-Control-Max-Age",
  "Timing-Allow-Origin",
  "Vary",
];

/** nginx gives an answer its own content type and length. */
function addShown(names: readonly string[], response: Set<string>): void {
  for (const name of names) if (!/^content-(?:type|length)$/i.test(name)) response.add(name);
}

function textOf(value: unknown, fallback: string): string {
  return typeof value === "string" && value !== "" ? value : fallback;
}

/** One name is enough where others differ from it in case only. */
function sorted(names: ReadonlySet<string>): readonly string[] {
  const byLower = new Map([...names].map((name) => [name.toLowerCase(), name]));
  return [...byLower].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, name]) => name);
}
