/** What the thread that controls serve and its workers say to each other. */
import type { BucketState, PlaceState } from "../engine/contract.ts";
import type { AuthRequestOptions } from "../proxy/auth-request.ts";
import type { ListenAddress, ListenTls, NodeReport, ProxyEvent, ProxyStats } from "../proxy/contract.ts";
import type { SharedArtifact } from "./layered.ts";
import type { Believed } from "./listen-settings.ts";
import type { Closing } from "./serve-front.ts";

/** What a worker is started with. */
export interface WorkerTask {
  /** Above 0; no two workers of a process have the same. */
  readonly number: number;
  readonly listen: ListenAddress;
  readonly artifact: SharedArtifact;
  /** Of createSharedTable. */
  readonly counters: SharedArrayBuffer;
  /** With this worker's part of the limits. */
  readonly settings: Believed;
  readonly tls: ListenTls | undefined;
  readonly authRequest: AuthRequestOptions | undefined;
  /** Whether anybody wants to know of each request. */
  readonly tellsRequests: boolean;
  readonly traces: boolean;
}

/** A call of a counter that only the controlling thread keeps. */
export type CounterCall =
  | readonly ["drip", key: string, ratePerSecond: number, burst: number, now: number]
  | readonly ["enter", key: string, limit: number];

export type CounterAnswer = BucketState | PlaceState;

export type ToWorker =
  | { readonly kind: "use"; readonly artifact: SharedArtifact }
  | { readonly kind: "certificates"; readonly tls: ListenTls }
  | { readonly kind: "close"; readonly closing: Closing }
  /** Somebody asks for the counts: what is not told yet is told now. */
  | { readonly kind: "tell" }
  /** One report was taken. */
  | { readonly kind: "heard" }
  | { readonly kind: "counted"; readonly call: number; readonly answer: CounterAnswer };

export type FromWorker =
  | { readonly kind: "listening"; readonly url: string }
  /** The artifact that was sent is in force. */
  | { readonly kind: "using" }
  | {
      readonly kind: "report";
      readonly events: readonly ProxyEvent[];
      /** Requests since the last report of which nothing is told. */
      readonly lost: number;
      /** Absent before it listens. */
      readonly stats?: ProxyStats;
      readonly nodes?: readonly NodeReport[];
    }
  /** All that was known when it was told to tell is told. */
  | { readonly kind: "told" }
  | { readonly kind: "warning"; readonly text: string }
  | { readonly kind: "count"; readonly call: number; readonly what: CounterCall }
  /** Gives a place back. */
  | { readonly kind: "leave"; readonly key: string };
