/** Starts the Admin API: the surface of APISIX (gateway reference, section 4) over a state that is kept in one file. */

import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer, type Server as TlsServer } from "node:https";
import type { SecureContextOptions } from "node:tls";
import { pluginNames } from "../model/generated/fields.ts";
import { urlHost } from "../model/url-host.ts";
import { version } from "../version.ts";
import { type Authenticate, createAuthenticator } from "./authenticate.ts";
import { type Answer, type CommitQueue, createCommitQueue } from "./commit-queue.ts";
import { configOf } from "./config-of.ts";
import type { AdminEvent, AdminOptions, AdminServer, AdminTls } from "./contract.ts";
import { type AdminContext, handle } from "./handle.ts";
import { createLimits } from "./limits.ts";
import { lockState, type StateLock } from "./state-lock.ts";
import { openStateStore, type StateStore } from "./state-store.ts";
import { validateResource } from "./validate.ts";

/** How long calls under way may take when the server closes. */
const graceMs = 5_000;

/**
 * Resolves when it listens and the stored configuration is served.
 *
 * @throws StateError if the state file is damaged, sealed with another key, of another version, or in use
 * @example
 * const admin = await startAdmin({ keys: [{ key, role: "admin" }], stateFile: "state.json", onChange: serveBy });
 */
export async function startAdmin(options: AdminOptions): Promise<AdminServer> {
  const authenticate = createAuthenticator(options.keys);
  const lock = await lockState(options.stateFile);
  try {
    return await startLocked(options, authenticate, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startLocked(options: AdminOptions, authenticate: Authenticate, lock: StateLock): Promise<AdminServer> {
  const log = options.log?.bind(options);
  const store = await openStateStore({
    path: options.stateFile,
    ...(options.stateKey && { key: options.stateKey }),
    ...(options.journalLimit !== undefined && { journalLimit: options.journalLimit }),
    onFault: (reason) => log?.({ kind: "fault", reason }),
  });
  try {
    return await startStored(options, authenticate, lock, store, log);
  } catch (error) {
    await store.release();
    throw error;
  }
}

async function startStored(
  options: AdminOptions,
  authenticate: Authenticate,
  lock: StateLock,
  store: StateStore,
  log: Log,
): Promise<AdminServer> {
  const host = options.listen?.host ?? "127.0.0.1";
  const queue = await openQueue(store, options, lock, log);
  const context: AdminContext = {
    queue,
    authenticate,
    validate: options.validate ?? validateResource,
    plugins: new Set(options.plugins ?? [...pluginNames.request, ...pluginNames.credential]),
    now: () => Math.floor(Date.now() / 1000),
    limits: createLimits(options.rate),
  };
  const { server, secure } = createListener(options.tls, (message, response) => {
    void respond(context, message, response, log);
  });
  await listen(server, host, options.listen?.port ?? 9180);
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: { host, port, url: `http${secure ? "s" : ""}://${urlHost(host)}:${port}` },
    config: () => configOf(queue.state),
    useCertificates(tls) {
      if (secure === undefined) throw new Error("the Admin API speaks no TLS");
      secure.setSecureContext(tlsOptions(tls));
    },
    async close() {
      await drain(server);
      await putAway(store, queue, lock, log);
      await lock.release();
    },
  };
}

interface Listener {
  readonly server: Server | TlsServer;
  /** The same, if it speaks TLS. */
  readonly secure?: TlsServer;
}

/** Milliseconds that a client may take; connections of clients that are admitted or not. */
const patience = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 15_000 };
const mostConnections = 2_000;

function createListener(tls: AdminTls | undefined, answer: RequestListener): Listener {
  const secure =
    tls &&
    createTlsServer(
      { ...patience, ...tlsOptions(tls), requestCert: tls.clientCa !== undefined, handshakeTimeout: 10_000 },
      answer,
    );
  const server = secure ?? createServer(patience, answer);
  server.maxConnections = mostConnections;
  return secure ? { server, secure } : { server };
}

function tlsOptions({ cert, key, clientCa }: AdminTls): SecureContextOptions {
  return { cert, key, minVersion: "TLSv1.2", ...(clientCa !== undefined && { ca: clientCa }) };
}

type Log = ((event: AdminEvent) => void) | undefined;

async function openQueue(store: StateStore, options: AdminOptions, lock: StateLock, log: Log): Promise<CommitQueue> {
  await options.onChange?.(configOf(store.initial));
  return createCommitQueue(store.initial, {
    serve: async (state) => options.onChange?.(configOf(state)),
    async store(draft) {
      await lock.confirm();
      await store.store(draft);
    },
    onFault: (reason) => log?.({ kind: "fault", reason }),
  });
}

/** The journal stays if it cannot be taken up: it is read at the next start. */
async function putAway(store: StateStore, queue: CommitQueue, lock: StateLock, log: Log): Promise<void> {
  await queue.idle();
  try {
    await lock.confirm();
    await store.close(queue.state);
  } catch {
    await store.release();
    log?.({ kind: "fault", reason: "the journal could not be taken up into the state file; keep both" });
  }
}

async function respond(
  context: AdminContext,
  message: IncomingMessage,
  response: ServerResponse,
  log: Log,
): Promise<void> {
  try {
    const answer = await handle(context, message);
    if (message.method !== "GET" && message.method !== "HEAD") {
      const path = (message.url ?? "").split("?", 1)[0] ?? "";
      log?.({ kind: "write", method: message.method ?? "", path, status: answer.status });
    }
    send(message, response, answer);
  } catch {
    // A caller that goes away in the middle of a body is no fault of ours.
    if (response.destroyed || message.destroyed) return;
    log?.({ kind: "fault", reason: "a call failed unexpectedly" });
    send(message, response, { status: 500, body: { error_msg: "internal error" } });
  }
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const closeIdle = setInterval(() => server.closeIdleConnections(), 25);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearInterval(closeIdle);
  clearTimeout(cut);
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function send(message: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer): void {
  const bytes = Buffer.from(body === undefined ? "" : `${JSON.stringify(body)}\n`);
  // A body that was not read to its end would be taken for the next request.
  if (!message.complete) response.setHeader("Connection", "close");
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": bytes.length,
    "Cache-Control": "no-store",
    "X-API-VERSION": "v3",
    Server: `rollcall/${version}`,
    ...headers,
  });
  response.end(message.method === "HEAD" ? undefined : bytes);
}
