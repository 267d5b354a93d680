/**
 * A server that behaves as section 4 of the gateway reference says an Admin API does: APISIX, API7 or standalone; written from the reference
 * and not from our client. Shares no code with src/.
 */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { parse as parseYaml } from "yaml";
import { Api7 } from "./api7.ts";
import { type Concealment, conceal } from "./conceal.ts";
import { Resources } from "./resources.ts";
import { Standalone } from "./standalone.ts";
import { Store } from "./store.ts";
import { knownPlugins, problemOf } from "./validation.ts";

export interface LoggedCall {
  readonly method: string;
  /** Below `/apisix/admin`, without the query. */
  readonly path: string;
  readonly query: string;
  readonly key: string | undefined;
  readonly body: unknown;
  readonly headers: IncomingHttpHeaders;
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
  /** Which of section 4: APISIX with etcd (default), API7 (4.1), or standalone (4.2). */
  readonly mode?: "apisix" | "api7" | "standalone";
  /** The gateway groups of an API7, by id; one by default. */
  readonly groups?: Readonly<Record<string, string>>;
  readonly apiKey?: string;
  /** Stores what its schemas' defaults add, as some versions do. */
  readonly fillDefaults?: boolean;
  /** The most items that a page holds, whatever is asked for. */
  readonly pageLimit?: number;
  readonly failures?: readonly Failure[];
  /** Reads do not show the secrets, as the reference does not have it. */
  readonly conceals?: Concealment;
  /** Speaks TLS; with `ca`, only to clients with a certificate of it. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer; readonly ca?: Buffer };
  /** Called before an answer is computed. */
  readonly onCall?: (call: LoggedCall, store: Store) => void;
}

export interface GatewayDouble {
  readonly url: string;
  readonly calls: readonly LoggedCall[];
  /** Of an API7, what its groups share. */
  readonly store: Store;
  /** Of an API7, what each group holds by itself. */
  storeOf(group: string): Store;
  /** Of a standalone APISIX. */
  readonly standalone: Standalone;
  /** `METHOD path` of the writes so far. */
  writes(): readonly string[];
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  /** Absent: no body at all. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of the body as JSON. */
  readonly text?: string;
}

const prefix = "/apisix/admin";
const maxBodyBytes = 1.5 * 1024 * 1024;

export async function startGatewayDouble(options: DoubleOptions = {}): Promise<GatewayDouble> {
  const double = new Double(options);
  await new Promise<void>((resolve) => double.server.listen(0, "127.0.0.1", resolve));
  const { port } = double.server.address() as AddressInfo;
  return {
    url: `${options.tls ? "https" : "http"}://127.0.0.1:${port}`,
    calls: double.calls,
    store: double.store,
    storeOf: (group) => double.api7.storeOf(group),
    standalone: double.standalone,
    writes: () =>
      double.calls
        .filter(({ method }) => method !== "GET" && method !== "HEAD")
        .map(({ method, path }) => `${method} ${path}`),
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
  readonly standalone: Standalone;
  readonly api7: Api7;
  readonly #resources: Resources;
  readonly #options: DoubleOptions;
  readonly #hits = new Map<Failure, number>();
  #running = 0;

  constructor(options: DoubleOptions) {
    this.#options = options;
    this.#resources = new Resources(this.store, options);
    this.api7 = new Api7(options.groups ?? { default: "default" }, this.#resources, options);
    this.standalone = new Standalone(options);
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
    const body = parseBody(bytes, String(request.headers["content-type"] ?? ""));
    const call: LoggedCall = {
      method,
      path,
      query: url.search,
      key: key === undefined ? undefined : String(key),
      body: body.value,
      headers: request.headers,
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
      ...(this.#options.mode === "api7" ? { server: "openresty" } : { "x-api-version": "v3", server: "APISIX/3.18.0" }),
      ...reply.headers,
    });
    const { conceals } = this.#options;
    const shown = conceals && method === "GET" ? conceal(reply.body, conceals) : reply.body;
    const hasBody = reply.text !== undefined || reply.body !== undefined;
    response.end(hasBody && method !== "HEAD" ? (reply.text ?? JSON.stringify(shown)) : undefined);
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
    if (this.#options.mode === "api7" && url.pathname === "/api/gateway_groups") return this.api7.groups(call);
    if (!url.pathname.startsWith(`${prefix}/`)) return { status: 404, body: { error_msg: "404 Route Not Found" } };
    if (this.#options.mode === "standalone") return this.standalone.reply(call, bodyError);
    const [collection = "", ...segments] = call.path.slice(1).split("/").map(decodeURIComponent);
    const check = checks[`${call.method} ${[collection, ...segments].join("/")}`];
    if (check || collection === "schema") return (check ?? unsupported)(call.body);
    const resources = this.#options.mode === "api7" ? this.api7 : this.#resources;
    return resources.reply({ call, url, bodyError }, [collection, ...segments]);
  }
}

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

function parseBody(bytes: Buffer, contentType: string): { readonly value?: unknown; readonly error?: string } {
  if (bytes.length === 0) return { error: "empty body" };
  try {
    const text = bytes.toString("utf8");
    const value: unknown = contentType.startsWith("application/yaml") ? parseYaml(text) : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? { value }
      : { value, error: "not an object" };
  } catch (error) {
    return { error: (error as Error).message.slice(0, 20) };
  }
}
