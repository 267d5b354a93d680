/** What is remembered of a running proxy, for its metrics and its status page. */
import type { Artifact } from "../artifact/contract.ts";
import type { NodeReport, ProxyStats } from "../proxy/contract.ts";

/** An attempt to load an artifact, or files, anew. */
export interface ReloadOutcome {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly isGood: boolean;
  /** What was told of it; never a secret. */
  readonly text: string;
}

/** A request that the gateway answered itself, or that no upstream answered. */
export interface Incident {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly status: number;
  /** Empty if no plugin refused. */
  readonly plugin: string;
  readonly reason: string;
  /** Empty if none matched. */
  readonly route: string;
  /** Empty if none is known. */
  readonly consumer: string;
  readonly method: string;
  /** As the client wrote it, without its query; long ones are cut. */
  readonly path: string;
  readonly remoteAddress: string;
}

/** What the status listener asks of the process that it stands beside. */
export interface Watched {
  /** Undefined until the first one is loaded. */
  artifact(): Artifact | undefined;
  /** Milliseconds since the epoch at which the artifact came into force. */
  loadedAt(): number;
  /** Where artifacts come from, for people; without user, query and secrets. */
  readonly source: string;
  /** Newest first. */
  reloads(): readonly ReloadOutcome[];
  readonly reloadCounts: { good: number; failed: number };
  /** Whether new requests are taken. */
  isServing(): boolean;
  isDraining(): boolean;
  /** Undefined until the proxy listens. */
  stats(): ProxyStats | undefined;
  /** Settles when the counts hold all that was answered before; soon in any case. */
  caughtUp(): Promise<void>;
  /** What health checks have found, of upstreams that have some. */
  nodes(): readonly NodeReport[];
  /** Lines of the access log that were dropped; undefined: there is no such log. */
  droppedLogLines(): number | undefined;
  /** Requests by whether a collector took their spans; undefined: nothing is traced. */
  traced(): { readonly exported: number; readonly dropped: number } | undefined;
}
