/** What the embedded proxy is started with, what it tells, and how it is steered while it runs. */
import type { CompiledUpstream } from "../artifact/contract.ts";
import type { Decision, GatewayRequest, HeaderList } from "../engine/contract.ts";
import type { TrustedProxies } from "./client-origin.ts";

/** The part of the engine that the proxy uses. */
export interface DecisionMaker {
  decide(request: GatewayRequest): Decision | Promise<Decision>;
  /** Those with health checks: their nodes are probed while this engine is in use. */
  readonly checkedUpstreams?: readonly CompiledUpstream[];
}

export interface ListenAddress {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** A socket of this process that is bound already, and is listened on in place of host and port. */
  readonly fd?: number;
}

export interface ProxyLimits {
  /** Bytes of request line and headers together; more is answered with 431. */
  readonly headerBytes: number;
  /** Header lines; more is answered with 431. */
  readonly headerCount: number;
  /** Bytes of a request body; more is answered with 413. Undefined: no limit. */
  readonly bodyBytes?: number;
  /** Milliseconds in which the headers of a request must have come. */
  readonly headersTimeout: number;
  /** Milliseconds in which a whole request must have come. 0: no limit. */
  readonly requestTimeout: number;
  /** Milliseconds that an idle client connection is kept. */
  readonly keepAliveTimeout: number;
  /** Milliseconds that a client may leave a response unread before its connection is cut. */
  readonly stalledClientTimeout: number;
  /** Client connections; further ones are closed at once. */
  readonly connections: number;
  /** Requests at a time on one HTTP/2 connection; further ones are refused, and the client sends them again. */
  readonly streams: number;
  /** Requests under way to one upstream, however many nodes it has; further ones are answered with 503. */
  readonly upstreamRequests: number;
}

/** PEM of a certificate, with those that lead to its authority, and of its private key. */
export interface CertificatePair {
  readonly cert: string;
  readonly key: string;
}

/** How the listener speaks TLS. */
export interface ListenTls {
  /** At least one. The first is shown to clients that ask for no name, or for one that none of them has. */
  readonly certificates: readonly CertificatePair[];
  /** PEM certificates of authorities: only clients with a certificate of theirs are served. */
  readonly clientCa?: string;
}

/** How certificates of https upstreams are checked. */
export interface UpstreamTls {
  /** PEM certificates to trust instead of Node's own. */
  readonly ca?: string;
  /** false: any certificate is accepted (as APISIX does by default). Default true. */
  readonly isVerified?: boolean;
  /** HTTP/2 is offered to https upstreams. */
  readonly offersHttp2?: boolean;
}

/** The place of a request in a trace (W3C Trace Context). Ids are in small hex digits. */
export interface RequestTrace {
  readonly traceId: string;
  /** Of the request here. */
  readonly spanId: string;
  /** Of the client's span; absent if it named none that can be read. */
  readonly parentSpanId?: string;
  /** Of what is sent to the upstream. */
  readonly upstreamSpanId: string;
  readonly isSampled: boolean;
}

export type Trace = (headers: HeaderList) => RequestTrace;

/** One served request. Neither headers nor query, which may hold credentials. */
export interface AccessEvent {
  readonly kind: "access";
  readonly method: string;
  readonly path: string;
  /** Such as `1.1`; empty if the request could not be read. */
  readonly httpVersion: string;
  /** It came over TLS, to this proxy or to one that is trusted. */
  readonly isEncrypted?: boolean;
  /** As sent to the client; 499 if the client went away before there was an answer. */
  readonly status: number;
  readonly remoteAddress: string;
  readonly route?: string;
  readonly consumer?: string;
  /** The plugin that refused, empty if nothing refused. */
  readonly plugin: string;
  /** Why the gateway answered itself, or why the upstream failed; empty if all went well. */
  readonly reason: string;
  /** Milliseconds from the head of the request to the end of the response. */
  readonly duration: number;
  /** Of the answer's body, as far as it was sent. */
  readonly bytes: number;
  /** The upstream that the request was sent to, by its owner such as `upstreams/u1`. */
  readonly upstream?: string;
  /** Milliseconds from the last attempt to send the request until the head of its answer; absent if none came. */
  readonly upstreamDuration?: number;
  /** Milliseconds from the head of the request until the last attempt to send it on; absent if there was none, or nothing is traced. */
  readonly upstreamStart?: number;
  /** Absent: nothing is traced. */
  readonly trace?: RequestTrace;
}

/** The reason of an access event whose client did not wait for all of its answer: no failure of anybody. */
export const clientWentAway = "the client went away";

/** Something that no request of its own tells. */
export interface FaultEvent {
  readonly kind: "fault";
  readonly reason: string;
}

export type ProxyEvent = AccessEvent | FaultEvent;

export interface ProxyOptions {
  readonly listen: ListenAddress;
  readonly engine: DecisionMaker;
  readonly limits?: Partial<ProxyLimits>;
  readonly upstreamTls?: UpstreamTls;
  /** The listener speaks TLS, with HTTP/2 and HTTP/1.1. */
  readonly tls?: ListenTls;
  /** The listener takes HTTP/2 without TLS too, from clients that know so before (RFC 9113 section 3.3). */
  readonly h2c?: boolean;
  /** false: Node's own server reads all requests of HTTP/1.1, also the plain ones. Default true; both do the same. */
  readonly readsPlainly?: boolean;
  /** Whose word on where a request comes from is taken. */
  readonly trustedProxies?: TrustedProxies;
  log?(event: ProxyEvent): void;
  /** false: nobody looks at events of requests, so those that were sent on need not be told. Default true. */
  readonly logsAccess?: boolean;
  /** Asked for each request. Without it, trace headers are passed on like any other. */
  readonly trace?: Trace;
}

/** Counts since the start, but for the first two, which are of this moment. */
export interface ProxyStats {
  readonly openConnections: number;
  readonly activeRequests: number;
  readonly requests: number;
  readonly refused: number;
  readonly malformed: number;
  readonly forwarded: number;
  readonly retries: number;
  readonly upstreamFailures: number;
  readonly clientAborts: number;
  readonly upgrades: number;
}

/** What health checks have found of a node. */
export interface NodeReport {
  /** By its owner, such as `upstreams/u1`. */
  readonly upstream: string;
  /** Host and port. */
  readonly node: string;
  readonly isHealthy: boolean;
  /** Undefined: it has been healthy since its checks began. */
  readonly change?: NodeChange;
}

/** What has made a node healthy or unhealthy. */
export interface NodeChange {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** A probe, or the answer to a client's request. */
  readonly by: "active" | "passive";
  readonly found: "success" | "httpFailure" | "tcpFailure" | "timeout";
}

export interface RunningProxy {
  readonly address: { readonly host: string; readonly port: number; readonly url: string };
  /** Decides all requests that come from now on; those under way keep the engine that they began with. */
  use(engine: DecisionMaker): void;
  /** For handshakes from now on. Throws if they cannot be used: then the old ones stay. */
  useCertificates(tls: ListenTls): void;
  stats(): ProxyStats;
  /** Of the nodes that are checked. */
  nodes(): readonly NodeReport[];
  /**
   * Takes no new connections, lets requests under way end, and cuts what is left after `graceMs` (default 10 000). Idle
   * connections are closed after `idleMs` (default 0); what comes on them before is answered, and closes them.
   */
  close(options?: { readonly graceMs?: number; readonly idleMs?: number }): Promise<void>;
}

export const defaultLimits: ProxyLimits = {
  headerBytes: 16 * 1024,
  headerCount: 100,
  headersTimeout: 10_000,
  requestTimeout: 300_000,
  keepAliveTimeout: 65_000,
  stalledClientTimeout: 60_000,
  connections: 10_000,
  streams: 100,
  upstreamRequests: 10_000,
};
