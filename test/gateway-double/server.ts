/**
 * A server that behaves as section 4 of the gateway reference says an Admin API does, written from the reference
 * and not from our client. Shares no code with src/.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { fill } from "./defaults.ts";
import { Store } from "./store.ts";
import { knownPlugins, problemOf } from "./validation.ts";

export interface LoggedCall {
  readonly method: string;
  /** Below `/apisix/admin`, without the query. */
  readonly path: string;
  readonly query: string;
  readonly key: string | undefined;
  readonly body: unknown;
  /** Number of calls being answered when this one came. */
  readonly concurrent: number;
}

/** What goes wrong, with which calls. */
export interface Failure {
  /** The calls whose `METHOD path` matches; all by default. */
  readonly on?: RegExp;
  /** Only so many matching calls; all by default. */
  readonly times?: number;
  /** Matching calls that are answered before. */
  readonly after?: number;
  readonly how:
    | { readonly status: number; readonly body: string; readonly headers?: Readonly<Record<string, string>> }
    | "drop"
    /** Does the work and drops the connection before the answer. */
    | "drop-answer"
    | { readonly delayMs: number };
}

export interface DoubleOptions {
  readonly apiKey?: string;
  /** Stores what its schemas' defaults add, as some versions do. */
  readonly fillDefaults?: boolean;
  /** The most items that a page holds, whatever is asked for. */
  readonly pageLimit?: number;
  readonly failures?: readonly Failure[];
  /** Speaks TLS; with `ca`, only to clients with a certificate of it. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer; readonly ca?: Buffer };
  /** Called before an answer is computed. */
  readonly onCall?: (call: LoggedCall, store: Store) => void;
}

export interface GatewayDouble {
  readonly url: string;
  readonly calls: readonly LoggedCall[];
  readonly store: Store;
  /** `METHOD path` of the writes so far. */
  writes(): readonly string[];
  close(): Promise<void>;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const prefix = "/apisix/admin";
const collections = [
  "consumers",
  "consumer_groups",
  "routes",
  "services",
  "upstreams",
  "plugin_configs",
  "global_rules",
];
const maxBodyBytes = 1.5 * 1024 * 1024;

export async function startGatewayDouble(options: DoubleOptions = {}): Promise<GatewayDouble> {
  const double = new Double(options);
  await new Promise<void>((resolve) => double.server.listen(0, "127.0.0.1", resolve));
  const { port } = double.server.address() as AddressInfo;
  return {
    url: `${options.tls ? "https" : "http"}://127.0.0.1:${port}`,
    calls: double.calls,
    store: double.store,
    writes: () => double.calls.filter(({ method }) => method !== "GET").map(({ method, path }) => `${method} ${path}`),
    close: () =>
      new Promise((resolve) => {
        double.server.close(() => resolve());
        double.server.closeAllConnections();
      }),
  };
}

class Double {
  readonly calls: LoggedCall[] = [];
  readonly store = new Store();
  readonly server: Server;
  readonly #options: DoubleOptions;
  readonly #hits = new Map<Failure, number>();
  #running = 0;

  constructor(options: DoubleOptions) {
    this.#options = options;
    const { tls } = options;
    const serve = (request: IncomingMessage, response: ServerResponse): void => void this.#serve(request, response);
    const wantsClient = tls?.ca ? { requestCert: true, rejectUnauthorized: true } : {};
    this.server = tls ? createTlsServer({ ...tls, ...wantsClient }, serve) : createServer(serve);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.#running += 1;
    const url = new URL(request.url ?? "/", "http://double");
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
      await this.#answer(request, response, url, Buffer.concat(chunks));
    } catch {
      response.destroy();
    } finally {
      this.#running -= 1;
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse, url: URL, bytes: Buffer): Promise<void> {
    const path = url.pathname.startsWith(prefix) ? url.pathname.slice(prefix.length) : url.pathname;
    const method = request.method ?? "GET";
    const key = request.headers["x-api-key"] ?? url.searchParams.get("api_key") ?? undefined;
    const body = parseBody(bytes);
    const call: LoggedCall = {
      method,
      path,
      query: url.search,
      key: key === undefined ? undefined : String(key),
      body: body.value,
      concurrent: this.#running,
    };
    this.calls.push(call);
    this.#options.onCall?.(call, this.store);
    const how = this.#failureOf(`${method} ${path}`);
    if (how === "drop") {
      response.destroy();
      return;
    }
    if (how && typeof how === "object" && "status" in how) {
      response.writeHead(how.status, { "content-type": "application/json", ...how.headers }).end(how.body);
      return;
    }
    if (how && typeof how === "object") await new Promise((resolve) => setTimeout(resolve, how.delayMs));
    const reply = this.#reply(call, url, bytes.length, body.error);
    if (how === "drop-answer") {
      response.destroy();
      return;
    }
    response.writeHead(reply.status, {
      "content-type": "application/json",
      "x-api-version": "v3",
      server: "APISIX/3.18.0",
    });
    response.end(JSON.stringify(reply.body));
  }

  #failureOf(line: string): Failure["how"] | undefined {
    for (const failure of this.#options.failures ?? []) {
      if (failure.on && !failure.on.test(line)) continue;
      const hits = (this.#hits.get(failure) ?? 0) + 1;
      this.#hits.set(failure, hits);
      const from = failure.after ?? 0;
      if (hits > from && hits <= from + (failure.times ?? Number.POSITIVE_INFINITY)) return failure.how;
    }
    return undefined;
  }

  #reply(call: LoggedCall, url: URL, size: number, bodyError: string | undefined): Reply {
    const apiKey = this.#options.apiKey ?? "test-admin-key";
    if (call.key !== apiKey) {
      const description = call.key === undefined ? "missing apikey" : "wrong apikey";
      return { status: 401, body: { error_msg: "failed to check token", description } };
    }
    if (size > maxBodyBytes) return { status: 413, body: { error_msg: "request body too large" } };
    if (!url.pathname.startsWith(`${prefix}/`)) return { status: 404, body: { error_msg: "404 Route Not Found" } };
    const [collection = "", ...segments] = call.path.slice(1).split("/").map(decodeURIComponent);
    const check = checks[`${call.method} ${[collection, ...segments].join("/")}`];
    if (check || collection === "schema") return (check ?? unsupported)(call.body);
    if (!collections.includes(collection)) {
      return { status: 404, body: { error_msg: `Unsupported resource type: ${collection}` } };
    }
    if (call.method === "PUT" && bodyError !== undefined) {
      return { status: 400, body: { error_msg: `invalid request body: ${bodyError}` } };
    }
    if (collection === "consumers" && segments[1] === "credentials") {
      return this.#credentials(call, url, segments[0] ?? "", segments[2]);
    }
    if (call.method === "PATCH" && writable.has(collection)) return this.#patch(call, url, collection, segments);
    if (segments.length > 1) return { status: 404, body: { error_msg: "not found" } };
    return this.#resources(call, url, collection, segments[0]);
  }

  #resources(call: LoggedCall, url: URL, collection: string, id: string | undefined): Reply {
    const root = `/apisix/${collection}`;
    if (call.method === "GET") return id === undefined ? this.#list(root, url) : this.#get(`${root}/${id}`);
    if (call.method === "DELETE") {
      if (id === undefined) return { status: 400, body: { error_msg: `missing ${collection} id` } };
      const holder = this.store.holderOf(collection, id);
      if (holder) return { status: 400, body: { error_msg: holder } };
      if (collection === "consumers") this.store.deleteBelow(`${root}/${id}/credentials/`);
      return this.#delete(`${root}/${id}`);
    }
    if (call.method === "POST" && writable.has(collection)) {
      const { id: given } = call.body as Record<string, unknown>;
      if (given !== undefined || id !== undefined)
        return { status: 400, body: { error_msg: `wrong ${collection.slice(0, -1)} id, do not need it` } };
      return this.#resources({ ...call, method: "PUT" }, url, collection, this.store.nextId());
    }
    if (call.method !== "PUT") return { status: 405, body: { error_msg: "method not allowed" } };
    const body = call.body as Record<string, unknown>;
    const bodyId = collection === "consumers" ? body["username"] : (body["id"] ?? id);
    const identified = collection === "consumers" || bodyId === undefined ? body : { ...body, id: bodyId };
    const problem = problemOf(collection, identified) ?? this.store.missingReference(collection, body);
    if (problem) return { status: 400, body: { error_msg: problem } };
    if (bodyId === undefined || (id !== undefined && String(bodyId) !== id)) {
      return { status: 400, body: { error_msg: collection === "consumers" ? "wrong username" : "wrong id" } };
    }
    const stored = collection === "consumers" ? body : { ...body, id: bodyId };
    return this.#put(`${root}/${bodyId}`, this.#filled(collection, stored));
  }

  /** A merge, or with a path below the resource a replacement of that field. */
  #patch(call: LoggedCall, url: URL, collection: string, [id = "", field]: readonly string[]): Reply {
    const former = this.store.get(`/apisix/${collection}/${id}`);
    if (!former) return { status: 404, body: { message: "Key not found" } };
    const { create_time: _created, update_time: _updated, ...value } = former.value;
    const body = field === undefined ? merged(value, call.body) : { ...value, [field]: call.body };
    return this.#resources({ ...call, method: "PUT", body }, url, collection, id);
  }

  #credentials(call: LoggedCall, url: URL, username: string, id: string | undefined): Reply {
    const root = `/apisix/consumers/${username}/credentials`;
    if (call.method === "GET") {
      if (id !== undefined) return this.#get(`${root}/${id}`);
      const isEmpty = this.store.below(`${root}/`).length === 0;
      return isEmpty ? { status: 404, body: { message: "Key not found" } } : this.#list(root, url);
    }
    if (call.method === "POST" || call.method === "PATCH")
      return { status: 405, body: { error_msg: "method not allowed" } };
    if (id === undefined) return { status: 400, body: { error_msg: "missing credential id" } };
    if (call.method === "DELETE") return this.#delete(`${root}/${id}`);
    if (call.method !== "PUT") return { status: 405, body: { error_msg: "method not allowed" } };
    const body = call.body as Record<string, unknown>;
    const problem = problemOf("credentials", body);
    if (problem) return { status: 400, body: { error_msg: problem } };
    if (body["id"] !== undefined && String(body["id"]) !== id)
      return { status: 400, body: { error_msg: "wrong credential id" } };
    if (!this.store.has(`/apisix/consumers/${username}`))
      return { status: 404, body: { error_msg: "consumer not found" } };
    const duplicate = this.store.duplicateLookup(username, id, body);
    if (duplicate) return { status: 400, body: { error_msg: duplicate } };
    return this.#put(`${root}/${id}`, this.#filled("credentials", { ...body, id }));
  }

  #list(root: string, url: URL): Reply {
    const page = Number(url.searchParams.get("page") ?? "0");
    const asked = Number(url.searchParams.get("page_size") ?? "10");
    if (url.searchParams.has("page") && (page < 1 || asked < 10 || asked > 500)) {
      return { status: 400, body: { error_msg: "page or page_size out of range" } };
    }
    const size = Math.min(asked, this.#options.pageLimit ?? 500);
    const name = url.searchParams.get("name");
    const label = url.searchParams.get("label");
    const uri = url.searchParams.get("uri");
    const nodes = this.store.directlyBelow(`${root}/`).filter(({ value }) => {
      if (name !== null && !new RegExp(name).test(String(value["name"] ?? value["username"] ?? ""))) return false;
      const uris = [value["uri"], value["uris"]].flat();
      if (uri !== null && !uris.some((each) => new RegExp(uri).test(String(each ?? "")))) return false;
      return label === null || Object.hasOwn((value["labels"] as object | undefined) ?? {}, label);
    });
    const list = page === 0 ? nodes : nodes.slice((page - 1) * size, page * size);
    return { status: 200, body: { total: nodes.length, list } };
  }

  #get(key: string): Reply {
    const node = this.store.get(key);
    return node ? { status: 200, body: node } : { status: 404, body: { message: "Key not found" } };
  }

  #put(key: string, value: Record<string, unknown>): Reply {
    const isNew = !this.store.has(key);
    return { status: isNew ? 201 : 200, body: this.store.put(key, value) };
  }

  #delete(key: string): Reply {
    if (!this.store.delete(key)) return { status: 404, body: { message: "Key not found" } };
    return { status: 200, body: { key, deleted: "1" } };
  }

  #filled(collection: string, value: Record<string, unknown>): Record<string, unknown> {
    return this.#options.fillDefaults ? fill(collection, value) : value;
  }
}

/** What these collections take beyond PUT: POST and PATCH. */
const writable: ReadonlySet<string> = new Set(["routes", "services", "upstreams"]);

const refusal = (error_msg: string): Reply => ({ status: 400, body: { error_msg } });

const unsupported = (): Reply => ({ status: 404, body: { error_msg: "Unsupported resource type" } });

/** The calls that store nothing. */
const checks: Readonly<Record<string, (body: unknown) => Reply>> = {
  "GET plugins/list": () => ({ status: 200, body: knownPlugins }),
  "POST schema/validate/consumers": (body) => {
    const problem = problemOf("consumers", body as Record<string, unknown>);
    return problem === undefined ? { status: 200, body: {} } : refusal(problem);
  },
  "POST configs/validate": (body) => {
    const { consumers = [] } = body as { consumers?: { id?: string; username?: string }[] };
    const seen = new Set<string>();
    const errors = consumers.flatMap(({ username = "" }, index) => {
      const isSecond = seen.has(username) && username !== "";
      seen.add(username);
      const error = `found duplicate username ${username} in consumers`;
      return isSecond ? [{ resource_type: "consumers", index, error }] : [];
    });
    if (errors.length === 0) return { status: 200, body: {} };
    return { status: 400, body: { error_msg: "Configuration validation failed", errors } };
  },
};

/** RFC 7396. */
function merged(target: unknown, change: unknown): unknown {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return change;
  const result: Record<string, unknown> = { ...(target as object | undefined) };
  for (const [field, value] of Object.entries(change)) {
    if (value === null) delete result[field];
    else result[field] = merged(result[field], value);
  }
  return result;
}

function parseBody(bytes: Buffer): { readonly value?: unknown; readonly error?: string } {
  if (bytes.length === 0) return { error: "empty body" };
  try {
    const value = JSON.parse(bytes.toString("utf8")) as unknown;
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { value }
      : { value, error: "not an object" };
  } catch (error) {
    return { error: (error as Error).message.slice(0, 20) };
  }
}
