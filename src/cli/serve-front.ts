/** What takes the requests of serve: an engine behind a listener, in this thread. serve-workers.ts has several of them. */
import type { Artifact } from "../artifact/contract.ts";
import type { EngineServices } from "../engine/contract.ts";
import { createEngine } from "../engine/decide.ts";
import { type AuthRequestOptions, createAuthRequest, withoutUpstreams } from "../proxy/auth-request.ts";
import type { DecisionMaker, ListenTls, NodeReport, ProxyOptions, ProxyStats } from "../proxy/contract.ts";
import { startProxy } from "../proxy/start-proxy.ts";

export interface FrontOptions extends Omit<ProxyOptions, "engine"> {
  /** Undefined: the mode of a gateway. */
  readonly authRequest: AuthRequestOptions | undefined;
}

export interface Front {
  readonly url: string;
  /** Settles when all requests that come from now on are decided by it. */
  use(artifact: Artifact): Promise<void> | void;
  /** For handshakes from now on. */
  useCertificates(tls: ListenTls): void;
  stats(): ProxyStats;
  /** Of the nodes that are checked. */
  nodes(): readonly NodeReport[];
  /** Settles when all that was answered before is told of, and is in the stats; soon in any case. Absent: it always is. */
  caughtUp?(): Promise<void>;
  close(closing: Closing): Promise<void>;
}

export interface Closing {
  /** Milliseconds that requests under way may take. */
  readonly graceMs: number;
  /** Milliseconds that idle connections are kept open: what comes on them is answered, and closes them. */
  readonly idleMs?: number;
}

/** Rejects if it cannot listen. */
export async function startFront(
  artifact: Artifact,
  { authRequest, ...options }: FrontOptions,
  services: EngineServices,
): Promise<Front> {
  const engineOf = (next: Artifact): DecisionMaker =>
    authRequest
      ? createAuthRequest(createEngine(withoutUpstreams(next), services), authRequest)
      : createEngine(next, services);
  const proxy = await startProxy({ ...options, engine: engineOf(artifact) });
  return {
    url: proxy.address.url,
    use: (next) => proxy.use(engineOf(next)),
    useCertificates: (tls) => proxy.useCertificates(tls),
    stats: proxy.stats,
    nodes: proxy.nodes,
    close: (closing) => proxy.close(closing),
  };
}
