/** What a plugin is to the engine: a name, a place in the order, and a configuration that is prepared once and run often. */
import type { RequestContext } from "./context.ts";
import type { HeaderList } from "./contract.ts";
import type { ResponseDraft } from "./response-draft.ts";

/** Gateway reference, section 2; `proxy` runs last, on a request that will be forwarded. */
export type Phase = "rewrite" | "access" | "proxy";

export type PluginConfig = Readonly<Record<string, unknown>>;

/** An answer that ends the request. */
export interface Answer {
  readonly status: number;
  readonly headers?: HeaderList;
  readonly body: string;
  /** For the log; never sent, never a secret. */
  readonly reason: string;
}

/** Nothing: the request goes on. */
export type Outcome = Answer | undefined;

export type MaybePromise<T> = T | Promise<T>;

/** @param owner the resource that carries the configuration, `KIND/ID` */
export type Run = (context: RequestContext, owner: string) => MaybePromise<Outcome>;

/** Changes the answer, be it the upstream's or the gateway's own. Runs for every plugin of the request, whether or not it came to its `run`. */
export type Respond = (context: RequestContext, response: ResponseDraft) => void;

/** A configuration that cannot be executed; every request that meets it is refused. */
export class Unusable {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

export interface PluginDefinition<Prepared> {
  readonly name: string;
  /** Higher runs first (gateway reference, section 3.1). */
  readonly priority: number;
  readonly phase: Phase;
  readonly isAuth?: boolean;
  /** Parses the configuration; called once a configuration object. */
  prepare(config: PluginConfig): Prepared | Unusable;
  run?(prepared: Prepared, context: RequestContext, owner: string): MaybePromise<Outcome>;
  /** One that throws makes the answer a 500. */
  respond?(prepared: Prepared, context: RequestContext, response: ResponseDraft): void;
}

/** A plugin with its configuration. */
export interface Bound {
  readonly run: Run;
  readonly respond?: Respond;
}

export interface Plugin {
  readonly name: string;
  readonly priority: number;
  readonly phase: Phase;
  readonly isAuth: boolean;
  bind(config: PluginConfig): Bound | Unusable;
}

/**
 * Makes a plugin of its definition.
 *
 * @example
 * const teapot = definePlugin({
 *   name: "teapot",
 *   priority: 10,
 *   phase: "access",
 *   prepare: (config) => ({ body: String(config.body) }),
 *   run: ({ body }) => ({ status: 418, body, reason: "a teapot" }),
 * });
 */
export function definePlugin<Prepared>(definition: PluginDefinition<Prepared>): Plugin {
  return {
    name: definition.name,
    priority: definition.priority,
    phase: definition.phase,
    isAuth: definition.isAuth ?? false,
    bind(config) {
      const prepared = definition.prepare(config);
      if (prepared instanceof Unusable) return prepared;
      const { run, respond } = definition;
      return {
        run: run ? (context, owner) => run(prepared, context, owner) : goOn,
        ...(respond && { respond: (context, response) => respond(prepared, context, response) }),
      };
    },
  };
}

const goOn: Run = () => undefined;

export function isPromise<T>(value: MaybePromise<T>): value is Promise<T> {
  return typeof value === "object" && value !== null && "then" in value && typeof value.then === "function";
}
