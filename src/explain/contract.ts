/** How a decision came about, in parts that can be printed: secrets of the request are hidden already. */
import type { HeaderList } from "../engine/contract.ts";

/** `file:line`; absent if it is not known, as of what stands in an artifact. */
type Source = { readonly source?: string };

export interface ExplainedRoute extends Source {
  readonly id: string;
  readonly name?: string;
  readonly serviceId?: string;
}

export interface OtherRoute extends ExplainedRoute {
  /** Why it is not the one. */
  readonly reason: string;
}

export interface Carrier extends Source {
  /** `KIND/ID`, such as `routes/r1` or `consumers/jack`. */
  readonly owner: string;
}

/** `passed` and `refused` ran; `skipped`: its filter does not hold; `off`: switched off; `not reached`: the request ended before. */
export type StepVerdict = "passed" | "refused" | "skipped" | "off" | "not reached";

/** One plugin, in the order in which it ran. */
export interface Step extends Carrier {
  readonly plugin: string;
  readonly phase: string;
  readonly verdict: StepVerdict;
  /** Those of the same name whose place it takes. */
  readonly replaces: readonly Carrier[];
  /** What it did, each a short sentence. */
  readonly effects: readonly string[];
}

export interface ExplainedConsumer extends Source {
  readonly username: string;
  readonly groupId?: string;
  /** Absent for an anonymous consumer. */
  readonly credential?: Source & { readonly plugin: string; readonly id?: string };
}

export interface Explanation {
  readonly version: 1;
  readonly verdict: "forwarded" | "refused";
  readonly request: {
    readonly method: string;
    readonly target: string;
    readonly headers: HeaderList;
    readonly from: string;
    /** ISO 8601. */
    readonly time: string;
  };
  readonly route?: ExplainedRoute;
  /** The nearest ones, nearest first. */
  readonly otherRoutes: readonly OtherRoute[];
  readonly steps: readonly Step[];
  readonly consumer?: ExplainedConsumer;
  /** What goes upstream. */
  readonly upstream?: {
    readonly owner: string;
    readonly nodes: readonly string[];
    readonly method: string;
    readonly target: string;
    readonly host: string;
    readonly headers: HeaderList;
    /** Added to the upstream's answer. */
    readonly responseHeaders: HeaderList;
  };
  readonly answer?: {
    readonly status: number;
    readonly headers: HeaderList;
    readonly body: string;
    readonly reason: string;
    /** Empty if no plugin refused. */
    readonly plugin: string;
  };
}

/** Why a request cannot be read; `message` says how to mend it. */
export class RequestError extends Error {
  override readonly name = "RequestError";
}
