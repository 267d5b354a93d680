/** Answers the sub-requests by which another proxy asks whether a request may pass: docs/guides/nginx.md. */
import type { Artifact, CompiledUpstream } from "../artifact/contract.ts";
import type { Decision, Forward, GatewayRequest, HeaderList, Refusal } from "../engine/contract.ts";
import type { DecisionMaker } from "./contract.ts";

export interface AuthRequestOptions {
  /** Whose headers are believed. A client can send those of the others. */
  readonly style: "nginx" | "forward" | "envoy";
  /** Envoy's path_prefix. */
  readonly prefix: string;
}

/** Lower-case names of the headers in which the proxy in front tells of the client's request; undefined: the request itself. */
interface Style {
  readonly method?: string;
  readonly target?: string;
  /** Undefined: Host. */
  readonly host?: string;
  readonly address: string;
  /** http if the header is missing. */
  readonly scheme: string;
  /** Names, apart by spaces, of the headers that the proxy in front takes from the answer: see nginx/nginx-files.ts. */
  readonly carry?: string;
  /** Whether any status reaches the client; nginx knows 2xx, 401 and 403. */
  readonly carriesAnyStatus: boolean;
}

const styles: Readonly<Record<AuthRequestOptions["style"], Style>> = {
  nginx: {
    method: "x-original-method",
    target: "x-original-uri",
    address: "x-real-ip",
    scheme: "x-forwarded-proto",
    carry: "x-rollcall-carry",
    carriesAnyStatus: false,
  },
  forward: {
    method: "x-forwarded-method",
    target: "x-forwarded-uri",
    host: "x-forwarded-host",
    address: "x-forwarded-for",
    scheme: "x-forwarded-proto",
    carriesAnyStatus: true,
  },
  envoy: { address: "x-forwarded-for", scheme: "x-forwarded-proto", carriesAnyStatus: true },
};

/** Given back if they may go on: what hide_credentials has removed is missing, and the proxy in front then clears it. */
const credentialHeaders: ReadonlySet<string> = new Set(["authorization", "apikey", "cookie"]);

/** Of the original request, in the sub-request's answer they would say something else. */
const neverReturned: ReadonlySet<string> = new Set(["host", "content-length", "content-type", "content-encoding"]);

/** Characters: the headers of an answer share a buffer in nginx. */
const longestToldBody = 1024;

/** Wraps an engine: its decisions come out as answers to sub-requests. */
export function createAuthRequest(engine: DecisionMaker, { style, prefix }: AuthRequestOptions): DecisionMaker {
  const rules = styles[style];
  return {
    decide(subRequest) {
      const original = originalRequest(subRequest, rules, prefix);
      if (typeof original === "string") return toAnswer(misconfigured(original), subRequest, undefined, rules);
      const carried = carriedNames(subRequest, rules);
      const decision = engine.decide(original);
      return decision instanceof Promise
        ? decision.then((settled) => toAnswer(settled, original, carried, rules))
        : toAnswer(decision, original, carried, rules);
    },
  };
}

/** The proxy in front has the upstreams, so that routes need none of their own. */
export function withoutUpstreams(artifact: Artifact): Artifact {
  const routes = artifact.routes.map((route) => (route.upstream ? route : { ...route, upstream: elsewhere }));
  return Object.create(artifact, { routes: { value: routes } }) as Artifact;
}

const elsewhere: CompiledUpstream = {
  owner: "auth-request",
  nodes: [],
  type: "roundrobin",
  scheme: "http",
  passHost: "pass",
  timeout: { connect: 60, send: 60, read: 60 },
  keepalive: { size: 320, idleTimeout: 60, requests: 1000 },
};

/** The client's request, or what is missing of it. Its body stays with the proxy in front: what needs it refuses. */
function originalRequest(subRequest: GatewayRequest, style: Style, prefix: string): GatewayRequest | string {
  const told = (name: string): string | undefined => {
    const values = subRequest.headers.filter(([each]) => each.toLowerCase() === name);
    return values.length === 1 ? values[0]?.[1] : undefined;
  };
  const method = style.method === undefined ? subRequest.method : told(style.method);
  if (method === undefined || !/^[A-Z]+$/.test(method)) return `no single ${style.method}`;
  const target = style.target === undefined ? withoutPrefix(subRequest.target, prefix) : told(style.target);
  if (target === undefined || !target.startsWith("/")) return `no single ${style.target ?? "path with the prefix"}`;
  // The last address is the one that the proxy in front has seen itself.
  const address = told(style.address)?.split(",").at(-1)?.trim();
  if (!address) return `no single ${style.address}`;
  const host = style.host === undefined ? undefined : told(style.host);
  if (style.host !== undefined && host === undefined) return `no single ${style.host}`;
  const scheme = told(style.scheme) === "https" ? "https" : "http";
  const gone = new Set([style.method, style.target, style.host, style.address, style.scheme, style.carry]);
  if (host !== undefined) gone.add("host");
  const headers: (readonly [string, string])[] = subRequest.headers.filter(([name]) => !gone.has(name.toLowerCase()));
  if (host !== undefined) headers.push(["Host", host]);
  return { method, target, headers, remoteAddress: address, scheme };
}

function withoutPrefix(target: string, prefix: string): string | undefined {
  return target.startsWith(prefix) ? target.slice(prefix.length) : undefined;
}

function misconfigured(reason: string): Refusal {
  return {
    kind: "respond",
    status: 500,
    headers: [["Content-Type", "application/json"]],
    body: JSON.stringify({ error_msg: "the proxy in front is not configured for auth-request" }),
    reason: `the sub-request has ${reason}`,
    plugin: "",
  };
}

/** Lower-case names; undefined where the proxy in front does not say: then it takes what docs/guides/nginx.md lists. */
function carriedNames({ headers }: GatewayRequest, { carry }: Style): ReadonlySet<string> | undefined {
  const lists = headers.filter(([name]) => name.toLowerCase() === carry);
  if (lists.length === 0) return undefined;
  return new Set(lists.flatMap(([, names]) => names.toLowerCase().split(" ")));
}

type CarriedNames = ReadonlySet<string> | undefined;

function toAnswer(decision: Decision, original: GatewayRequest, carried: CarriedNames, style: Style): Refusal {
  if (decision.kind === "forward" && !decision.release) {
    const lost = carried && uncarried(decision.headers, original.headers, carried);
    if (lost === undefined) return passing(decision, original, carried);
    return toAnswer(misconfigured(`no ${lost} in its ${style.carry}`), original, carried, style);
  }
  const refusal = decision.kind === "respond" ? decision : endless(decision);
  // A plugin may answer with a status that would let pass here.
  const isCarried = style.carriesAnyStatus ? refusal.status >= 300 : refusal.status === 401;
  const told: HeaderList = [
    ...refusal.headers,
    ["X-Rollcall-Status", String(refusal.status)],
    ...toldBody(refusal, carried),
  ];
  return { ...refusal, status: isCarried ? refusal.status : 403, headers: told };
}

/** nginx drops the body of a refusal: a short one goes in a header. */
function toldBody({ body, bytes, headers }: Refusal, carried: CarriedNames): HeaderList {
  const isJson = headers.some(
    ([name, value]) => name.toLowerCase() === "content-type" && /^application\/json\b/i.test(value),
  );
  const isTold = carried && isJson && !bytes && body.length <= longestToldBody && /^[ -~]*\n?$/.test(body);
  return isTold ? [["X-Rollcall-Body", body.trimEnd()]] : [];
}

/** limit-conn wants to be told when the request has ended, which nobody does here. */
function endless(decision: Forward): Refusal {
  decision.release?.();
  return {
    ...misconfigured("limit-conn"),
    reason: "limit-conn cannot be kept in auth-request: nobody tells when a request ends",
    body: JSON.stringify({ error_msg: "limit-conn cannot be kept in auth-request" }),
  };
}

function passing(decision: Forward, original: GatewayRequest, carried: CarriedNames): Refusal {
  return {
    kind: "respond",
    status: 200,
    headers: [
      ...returnedHeaders(decision.headers, original.headers, carried),
      ...decision.responseHeaders,
      ["X-Rollcall-Target", decision.target],
    ],
    body: "",
    reason: "",
    plugin: "",
    routeId: decision.route.id,
    ...(decision.consumer === undefined ? {} : { consumer: decision.consumer }),
  };
}

/** What the engine has added or changed, and the credentials that it left; or all that the proxy in front takes over. */
function returnedHeaders(headers: HeaderList, original: HeaderList, carried: CarriedNames): HeaderList {
  const same = new Set(original);
  return headers.filter((field) => {
    const name = field[0].toLowerCase();
    if (neverReturned.has(name)) return false;
    return carried ? carried.has(name) : credentialHeaders.has(name) || !same.has(field);
  });
}

/** The first header that is another one after the decision, and that the proxy in front would leave as the client sent it. */
function uncarried(headers: HeaderList, original: HeaderList, carried: ReadonlySet<string>): string | undefined {
  const [before, after] = [new Set(original), new Set(headers)];
  const changed = [...headers.filter((field) => !before.has(field)), ...original.filter((field) => !after.has(field))];
  return changed
    .map(([name]) => name)
    .find((name) => !carried.has(name.toLowerCase()) && !neverReturned.has(name.toLowerCase()));
}
