/** What goes into a decision and what comes out of it. The engine touches no socket, file or clock of its own. */
import type { CompiledRoute, CompiledUpstream } from "../artifact/contract.ts";
import type { Crypto } from "../crypto/contract.ts";

/** Header names and values in the order received; names as written. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

export interface GatewayRequest {
  /** Upper case. */
  readonly method: string;
  /** The raw request target: path and query, as received. */
  readonly target: string;
  readonly headers: HeaderList;
  /** IPv4 or IPv6 address of the client, without port. */
  readonly remoteAddress: string;
  readonly scheme: "http" | "https";
  /** Reads the whole body, up to `limit` bytes; undefined if it is longer. Called only when a plugin needs the body. */
  readBody?(limit: number): Promise<Uint8Array | undefined>;
}

/** An answer that the gateway gives itself. */
export interface Refusal {
  readonly kind: "respond";
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string;
  /** Sent in place of `body` where the answer was rewritten to what is no text. */
  readonly bytes?: Uint8Array;
  /** For the log and `explain`; never sent, never a secret. */
  readonly reason: string;
  /** The plugin that answered; empty when no route matched. */
  readonly plugin: string;
  readonly routeId?: string;
  readonly consumer?: string;
}

/** Send the request on. */
export interface Forward {
  readonly kind: "forward";
  readonly route: CompiledRoute;
  readonly upstream: CompiledUpstream;
  readonly method: string;
  readonly target: string;
  /** Complete: client headers without the stripped ones, with the consumer headers added. Hop-by-hop headers are the proxy's business. */
  readonly headers: HeaderList;
  /** To add to the upstream's answer, such as X-RateLimit-*. */
  readonly responseHeaders: HeaderList;
  readonly consumer?: string;
  readonly credentialId?: string;
  /** Sent as Host in place of the client's if the upstream passes that on (proxy-rewrite). */
  readonly host?: string;
  /** Call once when the response has ended or was aborted (limit-conn). */
  release?(): void;
  /**
   * What becomes of the answer before the client sees it; absent if it goes back as it is. Call at most once an answer, also for one that the
   * proxy makes itself because the upstream fails. Never throws.
   *
   * @param head the upstream's status, and its headers with `responseHeaders` merged in
   */
  onResponse?(head: ResponseHead): ResponseChange;
}

export interface ResponseHead {
  readonly status: number;
  /** Header values are byte strings: one character an octet. */
  readonly headers: HeaderList;
}

/** Framing (Content-Length, Transfer-Encoding, Connection) stays the business of who sends it. */
export interface ResponseChange extends ResponseHead {
  /** Sent in place of the body. */
  readonly body?: Uint8Array;
  /** Makes the new body of the whole one; undefined if it cannot. Only where there is no `body`. */
  rewriteBody?(whole: Uint8Array): Uint8Array | undefined;
}

export type Decision = Refusal | Forward;

/** Counters of limit-count, limit-req and limit-conn. `hit` adds one and tells the state after it; it may answer at once or later. */
export interface CounterStore {
  /**
   * @param key the whole counter key: what owns the limit, a line feed, and the counted value
   * @param limit requests a window
   * @param windowSeconds length of the window
   * @param now milliseconds since the epoch
   * @returns requests left after this one (negative: over the limit) and seconds until the window ends
   * @throws (or rejects) if the store cannot be reached
   */
  hit(key: string, limit: number, windowSeconds: number, now: number): CounterState | Promise<CounterState>;
  /** The same with a sliding window; a store that lacks it fails for `window_type: sliding`. */
  slide?(key: string, limit: number, windowSeconds: number, now: number): CounterState | Promise<CounterState>;
  /**
   * A leaky bucket (limit-req): lets a request in unless more than `burst` are ahead of the rate. A refused one does not count. A store that lacks
   * it fails for limit-req.
   *
   * @param ratePerSecond requests a second, above 0
   */
  drip?(key: string, ratePerSecond: number, burst: number, now: number): BucketState | Promise<BucketState>;
  /**
   * Takes one of `limit` places (limit-conn); who is refused holds none. `leave` gives the place back: once for each that was admitted, with the
   * ticket that came with it. A store that can lose its callers frees their places after a time of its own.
   */
  enter?(key: string, limit: number, now: number): PlaceState | Promise<PlaceState>;
  /** Comes when nobody waits for it any more: what it throws or rejects with is not looked at. */
  leave?(key: string, ticket: string): void | Promise<void>;
}

export interface BucketState {
  readonly isAdmitted: boolean;
  /** Requests ahead of the rate, this one included; 0 for one that comes in time. */
  readonly excess: number;
}

export interface PlaceState {
  readonly isAdmitted: boolean;
  /** Places taken, this one included. */
  readonly taken: number;
  /** Names the place that was taken; never a secret. */
  readonly ticket: string;
}

export interface CounterState {
  readonly remaining: number;
  readonly resetSeconds: number;
}

/** What a decision needs beside request and artifact. */
export interface EngineServices {
  readonly crypto: Crypto;
  /** Milliseconds since the epoch. */
  now(): number;
  readonly counters: CounterStore;
  /**
   * The store outside this process that a limit with another `policy` than `local` names. Without it such a limit counts as a store that failed.
   *
   * @param settings the configuration of the plugin, `policy` and `redis_…` included; the same object for the same configuration
   */
  remoteCounters?(settings: Readonly<Record<string, unknown>>): CounterStore;
  /** Resolves after so many milliseconds; by a timer of the runtime if left out. */
  sleep?(milliseconds: number): Promise<void>;
  /** At least 0 and below 1, no secret depends on it; Math.random if left out. */
  random?(): number;
}
