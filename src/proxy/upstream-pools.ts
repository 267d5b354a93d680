/** Connections to upstream servers: one undici pool per server and settings, shared by all routes and kept over reloads. */

import { isIP } from "node:net";
import type { Dispatcher, Pool } from "undici";
import UndiciPool from "undici/lib/dispatcher/pool.js";
import type { CompiledNode, CompiledUpstream } from "../artifact/contract.ts";
import { urlHost } from "../model/url-host.ts";
import { type Balancer, createBalancer, type NodeState } from "./balancer.ts";
import type { UpstreamTls } from "./contract.ts";
import type { CheckedNode } from "./health/checker.ts";
import type { HealthChecks } from "./health/health-checks.ts";
import { NotSendable } from "./upstream-fault.ts";
import { Http1Client, type Http1ClientSettings, type WholeRequest } from "./upstream-http1.ts";
import { Http2Client, type Http2ClientSettings } from "./upstream-http2.ts";
import type { UpstreamHandler, UpstreamRequest } from "./upstream-http2-stream.ts";

/** How long a server that could not be reached is passed over, if there is another. */
const downMs = 2_000;

/** A server without requests for this long loses its pool. */
const unusedMs = 300_000;

export interface UpstreamPools {
  /**
   * The next server to try, or undefined if there is none left.
   *
   * @param now of the monotonic clock, which costs too much to be read at each step
   */
  pick(upstream: CompiledUpstream, tried: ReadonlySet<Origin>, hashKey: string, now: number): Chosen | undefined;
  close(): Promise<void>;
}

export interface Chosen {
  readonly node: CompiledNode;
  readonly origin: Origin;
  /** undefined: it is not checked. */
  readonly checked: CheckedNode | undefined;
}

export function createUpstreamPools(tls: UpstreamTls, health: Pick<HealthChecks, "find">): UpstreamPools {
  const origins = new Map<string, Origin>();
  const balancers = new WeakMap<CompiledUpstream, Balancer<Origin>>();
  const sweeper = setInterval(sweep, unusedMs / 5, origins);
  sweeper.unref();

  function originOf(upstream: CompiledUpstream, node: CompiledNode): Origin {
    const settings = poolSettings(upstream, node, tls);
    let origin = origins.get(settings.key);
    if (origin === undefined) {
      origin = new Origin(settings);
      origins.set(settings.key, origin);
    }
    return origin;
  }

  return {
    pick(upstream, tried, hashKey, now) {
      let balancer = balancers.get(upstream);
      if (balancer === undefined) {
        balancer = createBalancer(
          upstream,
          (node) => originOf(upstream, node),
          (node) => health.find(upstream, node),
        );
        balancers.set(upstream, balancer);
      }
      const chosen = balancer.pick(now, tried, hashKey);
      return chosen && { node: chosen.node, origin: chosen.state, checked: chosen.checked };
    },
    async close() {
      clearInterval(sweeper);
      await Promise.all([...origins.values()].map((origin) => origin.closePool()));
    },
  };
}

interface PoolSettings {
  readonly key: string;
  readonly url: string;
  readonly options: Pool.Options;
  /** Undefined: undici has all requests of HTTP/1.1. */
  readonly http1: Http1ClientSettings | undefined;
  /** Undefined: HTTP/1.1 only. */
  readonly http2: Http2ClientSettings | undefined;
  /** For SNI and the certificate check; empty: undici takes the Host header. */
  readonly servername: string;
}

/** A server with the settings under which it is reached. Outlives its pool, which is made when needed. */
export class Origin implements NodeState {
  active = 0;
  downUntil = 0;
  readonly servername: string;
  readonly #settings: PoolSettings;
  #pool: Pool | undefined;
  #http1: Http1Client | undefined;
  #http2: Http2Client | undefined;
  /** HTTP/2 was offered and not taken. */
  #prefersHttp1 = false;
  #lastUsed = 0;

  constructor(settings: PoolSettings) {
    this.#settings = settings;
    this.servername = settings.servername;
  }

  /** @param now of the monotonic clock */
  dispatch(options: UpstreamRequest & Dispatcher.DispatchOptions, handler: UpstreamHandler, now: number): void {
    this.#lastUsed = now;
    const { http1, http2 } = this.#settings;
    if (http1 !== undefined && !options.upgrade && isWhole(options)) {
      this.#http1 ??= new Http1Client(http1);
      this.#http1.dispatch(options, handler, now);
      return;
    }
    // Only a connection of HTTP/1.1 can change its protocol.
    if (http2 === undefined || this.#prefersHttp1 || (options.upgrade && http2.tls?.offersHttp1)) {
      this.#overHttp1(options, handler);
      return;
    }
    if (options.upgrade) throw new NotSendable("a gRPC upstream takes no websocket");
    this.#http2 ??= new Http2Client(http2, (request, itsHandler) => {
      this.#prefersHttp1 = true;
      this.#overHttp1(request as typeof options, itsHandler);
    });
    this.#http2.dispatch(options, handler);
  }

  #overHttp1(options: Dispatcher.DispatchOptions, handler: UpstreamHandler): void {
    this.#pool ??= new UndiciPool(this.#settings.url, this.#settings.options);
    this.#pool.dispatch(options, handler);
  }

  markDown(): void {
    this.downUntil = performance.now() + downMs;
  }

  isUnused(now: number): boolean {
    return (
      this.active === 0 && (this.#pool ?? this.#http1 ?? this.#http2) !== undefined && now - this.#lastUsed > unusedMs
    );
  }

  async closePool(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    this.#http1?.destroy();
    this.#http1 = undefined;
    this.#http2?.destroy();
    this.#http2 = undefined;
    this.#prefersHttp1 = false;
    await pool?.destroy();
  }
}

function isWhole(request: UpstreamRequest): request is WholeRequest {
  return request.body === null || Buffer.isBuffer(request.body);
}

function sweep(origins: ReadonlyMap<string, Origin>): void {
  const now = performance.now();
  for (const origin of origins.values()) if (origin.isUnused(now)) void origin.closePool();
}

function poolSettings(upstream: CompiledUpstream, node: CompiledNode, tls: UpstreamTls): PoolSettings {
  const bare = node.host.replace(/^\[(.*)\]$/, "$1");
  const isSecure = upstream.scheme === "https" || upstream.scheme === "grpcs";
  const isGrpc = upstream.scheme === "grpc" || upstream.scheme === "grpcs";
  const url = `${isSecure ? "https" : "http"}://${urlHost(bare)}:${node.port}`;
  const { size, idleTimeout, requests } = upstream.keepalive;
  const idleMs = Math.max(1, idleTimeout * 1000);
  const rewritten = upstream.passHost === "rewrite" ? upstream.upstreamHost?.replace(/:\d+$/, "") : undefined;
  const servername = !isSecure ? "" : (rewritten ?? (isIP(bare) === 0 ? bare : ""));
  return {
    key: [upstream.scheme, url, servername, upstream.timeout.connect, size, idleTimeout, requests].join(" "),
    url,
    servername,
    http1:
      isSecure || isGrpc
        ? undefined
        : {
            host: bare,
            port: node.port,
            connectTimeoutMs: upstream.timeout.connect * 1000,
            idleMs,
            maxRequests: requests,
          },
    http2:
      isGrpc || (isSecure && tls.offersHttp2)
        ? {
            host: bare,
            port: node.port,
            tls: isSecure ? { servername, ...tls, offersHttp1: !isGrpc } : undefined,
            connectTimeoutMs: upstream.timeout.connect * 1000,
            acceptsTrailers: isGrpc,
            idleMs,
            maxRequests: requests,
          }
        : undefined,
    options: {
      pipelining: 1,
      keepAliveTimeout: idleMs,
      keepAliveMaxTimeout: idleMs,
      maxRequestsPerClient: requests,
      maxHeaderSize: 64 * 1024,
      connect: {
        timeout: upstream.timeout.connect * 1000,
        ...(tls.ca === undefined ? {} : { ca: tls.ca }),
        ...(tls.isVerified === false ? { rejectUnauthorized: false } : {}),
      },
    },
  };
}
