/** What limit-req and limit-conn have in common: how they are configured, how they refuse (limit-count too) and how they fail. */
import { errorAnswer } from "./answer.ts";
import type { RequestContext } from "./context.ts";
import type { CounterStore } from "./contract.ts";
import { configIdentity } from "./identity.ts";
import { keyValue } from "./limit-key.ts";
import { counterStore, limitPolicies, withoutAccess } from "./limit-store.ts";
import { type Answer, type Outcome, type PluginConfig, Unusable } from "./plugin.ts";
import { flagSetting, numberSetting, textSetting } from "./settings.ts";

export interface KeyedLimit {
  readonly name: string;
  readonly identity: string;
  readonly value: (context: RequestContext) => string;
  /** The configuration that says where the counters are kept; undefined: here, in memory. */
  readonly remote: PluginConfig | undefined;
  readonly rejectedCode: number;
  readonly rejectedMessage: string | undefined;
  readonly allowsDegradation: boolean;
}

export function keyedLimit(name: string, config: PluginConfig): KeyedLimit | Unusable {
  const key = textSetting(config, "key");
  const policy = textSetting(config, "policy", "local");
  if (!key) return new Unusable("no key");
  if (!limitPolicies.has(policy)) return new Unusable("an unknown policy");
  return {
    name,
    identity: configIdentity(withoutAccess(config)),
    value: keyValue(key, textSetting(config, "key_type", "var")),
    remote: policy === "local" ? undefined : config,
    rejectedCode: numberSetting(config, "rejected_code", 503),
    rejectedMessage: textSetting(config, "rejected_msg"),
    allowsDegradation: flagSetting(config, "allow_degradation", false),
  };
}

/** Each owner counts for itself, and anew when its limit is changed. */
export function counterKey({ name, identity, value }: KeyedLimit, context: RequestContext, owner: string): string {
  return `${name}:${owner}:${identity}\n${value(context)}`;
}

/** @throws if there is no such store: the limit fails as it is configured */
export function storeOf({ remote }: KeyedLimit, { services }: RequestContext): CounterStore {
  return counterStore(services, remote);
}

export function overLimit({
  rejectedCode,
  rejectedMessage,
}: Pick<KeyedLimit, "rejectedCode" | "rejectedMessage">): Answer {
  const reason = "over the limit";
  if (rejectedMessage !== undefined) return errorAnswer(rejectedCode, rejectedMessage, reason);
  return { status: rejectedCode, headers: [], body: "", reason };
}

/** Closed, unless it is configured to open. */
export function storeFailure({ allowsDegradation }: KeyedLimit): Outcome {
  return allowsDegradation ? undefined : { status: 500, headers: [], body: "", reason: "the counter store failed" };
}
