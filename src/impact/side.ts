/** One side of a change, before or after, ready to be asked: an artifact in memory and an engine on it. */
import type { Artifact, CompiledPlugin, CompiledRoute } from "../artifact/contract.ts";
import { openArtifact } from "../artifact/reader.ts";
import { compile } from "../compile/compile.ts";
import { compileConsumers } from "../compile/consumers.ts";
import { compileGlobalRules, compileRoutes } from "../compile/routes.ts";
import type { Crypto } from "../crypto/contract.ts";
import type { CounterStore, Decision, GatewayRequest } from "../engine/contract.ts";
import { createEngine } from "../engine/decide.ts";
import type { MaybePromise } from "../engine/plugin.ts";
import type { Config } from "../model/config.ts";
import { judgeable } from "./judgeable.ts";
import { type Gate, gatesOf } from "./present.ts";
import { type HeldCredential, heldCredentials } from "./stand-in.ts";

export interface Side {
  readonly artifact: Artifact;
  readonly routes: ReadonlyMap<string, CompiledRoute>;
  readonly notJudged: readonly string[];
  decide(request: GatewayRequest): MaybePromise<Decision>;
  hasConsumer(username: string): boolean;
  credentialsOf(username: string): readonly HeldCredential[];
  /** What a route asks for, global rules included. */
  gatesAt(route: CompiledRoute | undefined): readonly Gate[];
  /** Everything that would run for this consumer on this route, limits and plugins that are not executed included. */
  pluginsFor(username: string, routeId: string): readonly CompiledPlugin[];
}

export interface SideServices {
  readonly crypto: Crypto;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Of an artifact that never leaves this function: the configuration in clear lies beside it. */
const passingKey = new Uint8Array(32);

const endless: CounterStore = {
  hit: (_key, limit, windowSeconds) => ({ remaining: limit, resetSeconds: windowSeconds }),
  slide: (_key, limit, windowSeconds) => ({ remaining: limit, resetSeconds: windowSeconds }),
};

/** @param config with only those consumers that are asked about, and those that routes name as anonymous */
export function openSide(config: Config, services: SideServices): Side {
  const judged = judgeable(config);
  const bytes = compile(judged.config, { crypto: services.crypto, key: passingKey, tool: "rollcall impact" });
  const artifact = openArtifact(bytes, { crypto: services.crypto, key: passingKey });
  const engine = createEngine(artifact, { ...services, counters: endless });
  const consumers = new Map(judged.config.consumers.map((entry) => [entry.id, entry]));
  const originals = new Map(config.consumers.map((entry) => [entry.id, entry]));
  const globalGates = gatesOf(artifact.globalRules);
  const effective = effectivePlugins(config);
  return {
    artifact,
    routes: new Map(artifact.routes.map((route) => [route.id, route])),
    notJudged: judged.notJudged,
    decide: (request) => engine.decide(request),
    hasConsumer: (username) => consumers.has(username),
    credentialsOf(username) {
      const entry = consumers.get(username);
      const original = originals.get(username);
      return entry && original ? heldCredentials(entry, original) : [];
    },
    gatesAt: (route) => [...globalGates, ...gatesOf(route?.plugins ?? [])],
    pluginsFor: effective,
  };
}

function effectivePlugins(config: Config): Side["pluginsFor"] {
  const own = new Map([...compileConsumers(config)].map(({ consumer }) => [consumer.username, consumer.plugins]));
  const routes = new Map(compileRoutes(config).map(({ id, plugins }) => [id, plugins]));
  const globalRules = compileGlobalRules(config);
  return (username, routeId) => {
    const merged = new Map((routes.get(routeId) ?? []).map((plugin) => [plugin.name, plugin]));
    for (const plugin of own.get(username) ?? []) merged.set(plugin.name, plugin);
    return [...globalRules, ...merged.values()];
  };
}
