/** Starts the embedded proxy: a listener, pools to the upstreams, and an engine that can be replaced while it runs. */

import { Server, type Socket } from "node:net";
import { urlHost } from "../model/url-host.ts";
import { createOriginReader, type OriginReader, type TrustedProxies, trustedMatcher } from "./client-origin.ts";
import {
  type AccessEvent,
  defaultLimits,
  type ListenAddress,
  type ProxyLimits,
  type ProxyOptions,
  type ProxyStats,
  type RunningProxy,
} from "./contract.ts";
import type { Exchange, ExchangeContext } from "./exchange.ts";
import { createHealthChecks } from "./health/health-checks.ts";
import { createHttp2Sessions } from "./http2-listener.ts";
import { createListener, type Listener, type ListenerContext } from "./listener.ts";
import { createPlainConnections } from "./plain-http1.ts";
import { createProxiedConnections, type ProxiedConnections } from "./proxied-connections.ts";
import { createUpstreamLoad } from "./upstream-load.ts";
import { createUpstreamPools } from "./upstream-pools.ts";

const defaultGraceMs = 10_000;

/**
 * Resolves when the proxy listens; rejects if it cannot.
 *
 * @example
 * const proxy = await startProxy({ listen: { host: "127.0.0.1", port: 0 }, engine });
 * proxy.use(newEngine);
 * await proxy.close({ graceMs: 5_000 });
 */
export async function startProxy(options: ProxyOptions): Promise<RunningProxy> {
  const limits: ProxyLimits = { ...defaultLimits, ...options.limits };
  const log = options.log?.bind(options);
  const logsAccess = options.logsAccess ?? true;
  const upstreamTls = options.upstreamTls ?? {};
  const health = createHealthChecks(upstreamTls, (reason) => log?.({ kind: "fault", reason }));
  const pools = createUpstreamPools(upstreamTls, health);
  const counts = {
    requests: 0,
    refused: 0,
    malformed: 0,
    forwarded: 0,
    retries: 0,
    upstreamFailures: 0,
    clientAborts: 0,
    upgrades: 0,
  };
  let active = 0;
  const exchanges: ExchangeContext = {
    pools,
    limits,
    load: createUpstreamLoad(limits.upstreamRequests),
    tunnels: new Set(),
    isClosing: false,
    counts,
    began() {
      active++;
    },
    ended(exchange) {
      active--;
      if (logsAccess) log?.(accessEvent(exchange));
    },
  };
  const proxied = options.trustedProxies?.speakProxyProtocol
    ? createProxiedConnections(trustedMatcher(options.trustedProxies))
    : undefined;
  const context: ListenerContext = {
    limits,
    exchanges,
    counts,
    readOrigin: originReader(options.trustedProxies, proxied),
    proxied,
    engine: options.engine,
    condemned: new WeakSet(),
    waiting: new WeakMap(),
    log,
    trace: options.trace,
  };
  const http2 = createHttp2Sessions(context, options.tls !== undefined || options.h2c === true);
  const listener = createListener(context, http2, createPlainConnections(context), options);
  const { server } = listener;
  const connections = new Set<Socket>();
  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  await listen(server, options.listen);
  server.on("error", () => log?.({ kind: "fault", reason: "the listener failed" }));
  health.use(options.engine.checkedUpstreams ?? []);

  return {
    address: addressOf(server, options),
    use(engine) {
      health.use(engine.checkedUpstreams ?? []);
      context.engine = engine;
    },
    useCertificates(tls) {
      if (listener.useCertificates === undefined) throw new Error("this listener speaks no TLS");
      listener.useCertificates(tls);
    },
    stats: (): ProxyStats => ({ openConnections: connections.size, activeRequests: active, ...counts }),
    nodes: () => health.report(),
    async close(closing) {
      exchanges.isClosing = true;
      await drain(listener, connections, exchanges, { graceMs: defaultGraceMs, idleMs: 0, ...closing });
      health.close();
      await pools.close();
    },
  };
}

/** Whom nobody has told of by the PROXY protocol is believed no header either: it may be the client's own. */
function originReader(trusted: TrustedProxies | undefined, proxied: ProxiedConnections | undefined): OriginReader {
  const read = createOriginReader(trusted);
  if (proxied === undefined) return read;
  return (connection, headers) => {
    const behind = proxied.behind(connection);
    return behind ? read(behind, headers) : read(connection, []);
  };
}

function listen(server: Server, { host, port, fd }: ListenAddress): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(fd === undefined ? { host, port } : { fd }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function addressOf(server: Server, { listen, tls }: ProxyOptions): RunningProxy["address"] {
  const bound = server.address();
  const { address = listen.host, port = 0 } = typeof bound === "object" && bound !== null ? bound : {};
  const host = listen.fd === undefined ? listen.host : address;
  return { host, port, url: `${tls ? "https" : "http"}://${urlHost(host)}:${port}` };
}

/** Idle connections close first, busy ones when their response has ended, the rest after the time of grace. */
async function drain(
  { server, closeIdle }: Listener,
  connections: ReadonlySet<Socket>,
  exchanges: ExchangeContext,
  { graceMs, idleMs }: { readonly graceMs: number; readonly idleMs: number },
): Promise<void> {
  const closed = stopListening(server);
  const idleUntil = performance.now() + idleMs;
  const closeSomeIdle = (): void => {
    if (performance.now() >= idleUntil) closeIdle();
  };
  closeSomeIdle();
  const closeIdleTimer = setInterval(closeSomeIdle, 25);
  const cut = setTimeout(() => {
    for (const socket of exchanges.tunnels) socket.destroy();
    for (const socket of connections) socket.destroy();
  }, graceMs);
  await closed;
  clearInterval(closeIdleTimer);
  clearTimeout(cut);
}

/** The close of node:http would cut idle connections at once, and stop looking for slow clients. */
function stopListening(server: Server): Promise<void> {
  return new Promise((resolve) => {
    Server.prototype.close.call(server, () => {
      server.close(() => {});
      resolve();
    });
  });
}

/** Built in one shape: this is done for each request, and whoever reads it is compiled for that. */
function accessEvent(exchange: Exchange): AccessEvent {
  const { request, decision, upstreamDuration, sentAt, startedAt } = exchange;
  const { trace } = request;
  const event: Writable<AccessEvent> = {
    kind: "access",
    method: request.method,
    path: request.path,
    httpVersion: request.httpVersion,
    status: exchange.status,
    remoteAddress: request.remoteAddress,
    route: decision.route.id,
    plugin: "",
    reason: exchange.reason,
    duration: performance.now() - startedAt,
    bytes: exchange.bytes,
    upstream: decision.upstream.owner,
  };
  if (request.scheme === "https") event.isEncrypted = true;
  if (decision.consumer !== undefined) event.consumer = decision.consumer;
  if (!Number.isNaN(upstreamDuration)) event.upstreamDuration = upstreamDuration;
  if (trace !== undefined) {
    event.trace = trace;
    if (sentAt !== 0) event.upstreamStart = sentAt - startedAt;
  }
  return event;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
