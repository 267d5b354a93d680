/** Plugins of a route, or of a route and a consumer, bound to their configurations and put in the order in which they run. */

import type { CompiledPlugin } from "../artifact/contract.ts";
import { isMap } from "../model/json.ts";
import { errorAnswer, jsonContentType } from "./answer.ts";
import type { RequestContext } from "./context.ts";
import { compileExpression, type Expression } from "./expression.ts";
import {
  type Answer,
  type Bound,
  isPromise,
  type MaybePromise,
  type Outcome,
  type Phase,
  type Plugin,
  type PluginConfig,
  type Respond,
  type Run,
  Unusable,
} from "./plugin.ts";
import { mapSetting } from "./settings.ts";

/** A plugin with its configuration, whoever carries it. */
interface BoundPlugin {
  readonly name: string;
  readonly phase: Phase;
  readonly priority: number;
  readonly isAuth: boolean;
  readonly isDisabled: boolean;
  readonly run: Run;
  readonly respond?: Respond;
}

/**
 * A bound plugin with the resource that carries it. Of a class, so that all have one hidden class: spread into literals, each
 * consumer's would have one of its own, and every request would look up by name where its fields are.
 */
export class ChainLink {
  readonly name: string;
  readonly phase: Phase;
  readonly priority: number;
  readonly isAuth: boolean;
  readonly isDisabled: boolean;
  readonly run: Run;
  readonly respond: Respond | undefined;
  readonly owner: string;

  constructor(bound: BoundPlugin, owner: string) {
    this.name = bound.name;
    this.phase = bound.phase;
    this.priority = bound.priority;
    this.isAuth = bound.isAuth;
    this.isDisabled = bound.isDisabled;
    this.run = bound.run;
    this.respond = bound.respond;
    this.owner = owner;
  }
}

/** `response`: those that have a say in the answer. */
export type Phases = Readonly<Record<Phase | "response", readonly ChainLink[]>>;

/** Links one carrier's plugins; made once, shared by all requests. */
export type Linker = (plugins: readonly CompiledPlugin[], ownOwner?: string) => readonly ChainLink[];

/** Binds each configuration object once, however many routes and consumers carry it. */
export function createLinker(plugins: readonly Plugin[]): Linker {
  const pluginsByName = new Map(plugins.map((plugin) => [plugin.name, plugin]));
  // Equal configurations are one object, also those of different plugins.
  const boundByConfig = new WeakMap<PluginConfig, Map<string, BoundPlugin>>();

  function boundPlugin({ name, config }: CompiledPlugin): BoundPlugin {
    const byName = boundByConfig.get(config) ?? new Map<string, BoundPlugin>();
    boundByConfig.set(config, byName);
    const bound = byName.get(name) ?? bind(name, pluginsByName.get(name), config);
    byName.set(name, bound);
    return bound;
  }

  return (compiled, ownOwner = "") =>
    compiled.map((each) => new ChainLink(boundPlugin(each), each.owner === "" ? ownOwner : each.owner));
}

/** In falling priority, phase by phase; those switched off left out. */
export function inPhases(links: readonly ChainLink[]): Phases {
  const enabled = links.filter((link) => !link.isDisabled).sort((left, right) => right.priority - left.priority);
  const phase = (name: Phase): readonly ChainLink[] => enabled.filter((link) => link.phase === name);
  return {
    rewrite: phase("rewrite"),
    access: phase("access"),
    proxy: phase("proxy"),
    response: enabled.filter((link) => link.respond),
  };
}

function bind(name: string, plugin: Plugin | undefined, config: PluginConfig): BoundPlugin {
  const meta = mapSetting(config, "_meta") ?? {};
  const isDisabled = meta.disable === true;
  if (!plugin) return broken(name, "rewrite", isDisabled, "it is not known here");
  const bound = bindFiltered(plugin, config);
  if (bound instanceof Unusable) return broken(name, plugin.phase, isDisabled, bound.reason);
  return {
    ...bound,
    name,
    phase: plugin.phase,
    priority: typeof meta.priority === "number" ? meta.priority : plugin.priority,
    isAuth: plugin.isAuth,
    isDisabled,
    run: withErrorResponse(bound.run, meta.error_response),
  };
}

/** The plugin as configured, under its filter. A configuration that makes the plugin throw is unusable too. */
export function bindFiltered(plugin: Plugin, config: PluginConfig): Bound | Unusable {
  const rules = mapSetting(config, "_meta")?.filter;
  try {
    const filter = Array.isArray(rules) ? compileExpression(rules) : undefined;
    if (rules !== undefined && !filter) return new Unusable("its filter is not understood");
    const bound = plugin.bind(config);
    return filter && !(bound instanceof Unusable) ? withFilter(bound, filter) : bound;
  } catch (error) {
    return new Unusable(`its configuration made it throw ${error instanceof Error ? error.name : typeof error}`);
  }
}

/** A plugin that we cannot execute lets nothing through. */
function broken(name: string, phase: Phase, isDisabled: boolean, reason: string): BoundPlugin {
  const answer = errorAnswer(500, `plugin ${name} cannot be executed`, `plugin ${name} cannot be executed: ${reason}`);
  return { name, phase, priority: Number.POSITIVE_INFINITY, isAuth: false, isDisabled, run: () => answer };
}

/** Where the filter cannot be told, the plugin runs: it may be the one that refuses. */
function withFilter({ run, respond }: Bound, filter: Expression): Bound {
  return {
    run: (context, owner) => (filter(context) === false ? undefined : run(context, owner)),
    ...(respond && {
      respond: (context, response) => {
        if (filter(context) !== false) respond(context, response);
      },
    }),
  };
}

function withErrorResponse(run: Run, response: unknown): Run {
  if (typeof response !== "string" && !isMap(response)) return run;
  const replace = (outcome: Outcome): Outcome =>
    outcome && outcome.status >= 400 ? { ...outcome, ...errorBody(outcome, response) } : outcome;
  return (context: RequestContext, owner): MaybePromise<Outcome> => {
    const outcome = run(context, owner);
    return isPromise(outcome) ? outcome.then(replace) : replace(outcome);
  };
}

function errorBody(answer: Answer, response: string | PluginConfig): Pick<Answer, "headers" | "body"> {
  const others = (answer.headers ?? []).filter(([name]) => name !== "Content-Type");
  const contentType =
    typeof response === "string" ? (["Content-Type", "text/plain; charset=utf-8"] as const) : jsonContentType;
  return {
    headers: [contentType, ...others],
    body: typeof response === "string" ? response : JSON.stringify(response),
  };
}
