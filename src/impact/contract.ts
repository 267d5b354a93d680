/** What a plan means to callers, as the engine decides before and after it. Never a secret. */

/** A route as people know it. */
export interface RouteName {
  readonly id: string;
  readonly name?: string;
  /** Path patterns. */
  readonly paths: readonly string[];
}

/** A route that anyone may call after the change, and that asked for a credential before, or was not there. */
export interface OpenedRoute {
  readonly route: RouteName;
  /** Whether requests of these paths were answered by a route before. */
  readonly isNew: boolean;
  /** The anonymous consumer as whom callers without a credential pass, if any. */
  readonly anonymousConsumer?: string;
}

/** A route that anyone could call before the change, and no longer can after it. */
export interface ClosedRoute {
  readonly route: RouteName;
  readonly reason: string;
}

export interface LostAccess {
  readonly consumer: string;
  readonly reason: string;
  /** Names of the credentials that passed before and no longer do. */
  readonly credentials: readonly string[];
  /** Where. */
  readonly routes: readonly RouteName[];
  /** Whether nothing is left that it may call. */
  readonly isEverything: boolean;
  /** Credentials that it had before and that go on passing there: then only the others stop. */
  readonly remaining: readonly string[];
}

export interface GainedAccess {
  readonly consumer: string;
  readonly isNew: boolean;
  readonly routes: readonly RouteName[];
}

export type LimitDirection = "falls" | "rises" | "starts" | "ends" | "changes";

export interface LimitChange {
  readonly consumers: readonly string[];
  readonly routes: readonly RouteName[];
  readonly plugin: string;
  /** Such as `1000/min`; absent: there was none. */
  readonly before?: string;
  readonly after?: string;
  readonly direction: LimitDirection;
}

export interface Impact {
  readonly open: readonly OpenedRoute[];
  readonly closed: readonly ClosedRoute[];
  readonly lost: readonly LostAccess[];
  readonly gained: readonly GainedAccess[];
  readonly limits: readonly LimitChange[];
  /** What could not be judged, each in a sentence. */
  readonly notJudged: readonly string[];
}
