/** limit-count: so many requests a window (gateway reference, section 3.2). */
import { jsonContentType } from "../answer.ts";
import type { RequestContext } from "../context.ts";
import type { CounterState } from "../contract.ts";
import { headerName } from "../header-names.ts";
import { isHeaderName } from "../headers.ts";
import { configIdentity } from "../identity.ts";
import { keyValue } from "../limit-key.ts";
import { overLimit } from "../limit-outcome.ts";
import { counterStore, limitPolicies, withoutAccess } from "../limit-store.ts";
import { definePlugin, isPromise, type MaybePromise, type Outcome, type PluginConfig, Unusable } from "../plugin.ts";
import { flagSetting, mapListSetting, numberSetting, textSetting } from "../settings.ts";
import { twoDecimals } from "../two-decimals.ts";
import { compileTemplate, type Template } from "../vars.ts";
import { wholeText } from "../whole-text.ts";

/** A number, or a text with variables that gives one. */
type Amount = number | Template;

interface Rule {
  readonly count: Amount;
  /** Seconds. */
  readonly timeWindow: Amount;
  /** The counted value; undefined: the rule does not apply to this request. */
  readonly value: (context: RequestContext) => string | undefined;
  readonly quotaHeaders: QuotaHeaders;
}

/** The names of the headers that tell the quota. */
interface QuotaHeaders {
  readonly limit: string;
  readonly remaining: string;
  readonly reset: string;
  /** The three in lower case. */
  readonly lowers: readonly string[];
}

interface Limit {
  readonly rules: readonly Rule[];
  readonly isMultiple: boolean;
  readonly group: string | undefined;
  readonly identity: string;
  readonly isSliding: boolean;
  /** The configuration that says where the counters are kept; undefined: here, in memory. */
  readonly remote: PluginConfig | undefined;
  readonly rejectedCode: number;
  readonly rejectedMessage: string | undefined;
  readonly allowsDegradation: boolean;
  readonly showsQuota: boolean;
  /** What counter keys begin with, as the last request had it: mostly the next one has the same. */
  readonly ofOwner: { owner: string | undefined; index: number; start: string };
}

const largestAmount = Number.MAX_SAFE_INTEGER;

export const limitCount = definePlugin<Limit>({
  name: "limit-count",
  priority: 1002,
  phase: "access",
  prepare(config) {
    const rules = mapListSetting(config, "rules");
    const policy = textSetting(config, "policy", "local");
    if (!limitPolicies.has(policy)) return new Unusable("an unknown policy");
    if (!(rules ?? []).every((rule) => isHeaderName(textSetting(rule, "header_prefix", "1")))) {
      return new Unusable("a header_prefix that cannot be part of a header name");
    }
    return {
      rules: rules ? rules.map(listedRule) : [singleRule(config)],
      isMultiple: rules !== undefined,
      group: textSetting(config, "group"),
      identity: configIdentity(withoutAccess(config)),
      isSliding: config.window_type === "sliding",
      remote: policy === "local" ? undefined : config,
      rejectedCode: numberSetting(config, "rejected_code", 503),
      rejectedMessage: textSetting(config, "rejected_msg"),
      allowsDegradation: flagSetting(config, "allow_degradation", false),
      showsQuota: flagSetting(config, "show_limit_quota_header", true),
      ofOwner: { owner: undefined, index: 0, start: "" },
    };
  },
  run(limit, context, owner) {
    if (limit.isMultiple && !limit.rules.some((rule) => isApplicable(rule, context))) {
      return storeFailure(limit, "no rule applies");
    }
    return runFrom(limit, 0, context, owner);
  },
});

function singleRule(config: PluginConfig): Rule {
  return {
    count: amountOf(config.count),
    timeWindow: amountOf(config.time_window),
    value: keyValue(textSetting(config, "key", "remote_addr"), textSetting(config, "key_type", "var")),
    quotaHeaders: quotaHeaders("X-"),
  };
}

/** Rules name their headers by `header_prefix`, or by their place from 1. */
function listedRule(config: PluginConfig, index: number): Rule {
  const key = compileTemplate(textSetting(config, "key", ""));
  return {
    count: amountOf(config.count),
    timeWindow: amountOf(config.time_window),
    value: (context) => {
      const { text, resolved } = key(context);
      return resolved > 0 ? text : undefined;
    },
    quotaHeaders: quotaHeaders(prefixOf(config, index)),
  };
}

function prefixOf(rule: PluginConfig, index: number): string {
  return `X-${textSetting(rule, "header_prefix", String(index + 1))}-`;
}

/** Of the headers by which a configuration tells the quota. */
export function quotaHeaderNames(config: PluginConfig): readonly string[] {
  if (!flagSetting(config, "show_limit_quota_header", true)) return [];
  const prefixes = mapListSetting(config, "rules")?.map(prefixOf) ?? ["X-"];
  return prefixes.flatMap((prefix) => {
    const { limit, remaining, reset } = quotaHeaders(prefix);
    return [limit, remaining, reset];
  });
}

function quotaHeaders(prefix: string): QuotaHeaders {
  const names = {
    limit: `${prefix}RateLimit-Limit`,
    remaining: `${prefix}RateLimit-Remaining`,
    reset: `${prefix}RateLimit-Reset`,
  };
  return { ...names, lowers: Object.values(names).map((name) => headerName(name).lower) };
}

function amountOf(value: unknown): Amount {
  return typeof value === "string" ? compileTemplate(value) : Number(value);
}

/** A positive whole number; undefined if the amount gives none for this request. */
function resolve(amount: Amount, context: RequestContext): number | undefined {
  if (typeof amount === "number" && Number.isSafeInteger(amount) && amount > 0) return amount;
  const text = typeof amount === "number" ? String(amount) : amount(context).text.trim();
  const value = /^\d+(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
  return value > 0 && value <= largestAmount ? value : undefined;
}

function isApplicable(rule: Rule, context: RequestContext): boolean {
  return (
    resolve(rule.count, context) !== undefined &&
    resolve(rule.timeWindow, context) !== undefined &&
    rule.value(context) !== undefined
  );
}

/** The rules in order; the first that is exceeded answers. */
function runFrom(limit: Limit, position: number, context: RequestContext, owner: string): MaybePromise<Outcome> {
  for (let index = position; index < limit.rules.length; index++) {
    const rule = limit.rules[index];
    if (!rule || (limit.isMultiple && !isApplicable(rule, context))) continue;
    const outcome = runRule(limit, rule, index, context, owner);
    if (isPromise(outcome)) return outcome.then((settled) => settled ?? runFrom(limit, index + 1, context, owner));
    if (outcome) return outcome;
  }
  return undefined;
}

function runRule(
  limit: Limit,
  rule: Rule,
  index: number,
  context: RequestContext,
  owner: string,
): MaybePromise<Outcome> {
  const count = resolve(rule.count, context);
  const seconds = resolve(rule.timeWindow, context);
  if (count === undefined || seconds === undefined) return storeFailure(limit, "count or time_window is no number");
  const key = counterKey(limit, index, owner, rule.value(context) ?? "", context);
  try {
    const state = countRequest(limit, key, count, seconds, context);
    if (!isPromise(state)) return judge(limit, rule, count, state, context);
    return state.then(
      (settled) => judge(limit, rule, count, settled, context),
      () => storeFailure(limit, "the counter store failed"),
    );
  } catch {
    return storeFailure(limit, "the counter store failed");
  }
}

function counterKey(
  limit: Limit,
  index: number,
  owner: string,
  value: string,
  { counterKeys }: RequestContext,
): string {
  const rule = limit.rules[index] as Rule;
  return (
    counterKeys.find(rule, owner, value) ?? counterKeys.keep(rule, owner, value, keyStart(limit, index, owner) + value)
  );
}

/** A group counts over all that name it; otherwise each owner counts for itself, and anew when its limit is changed. */
function keyStart(limit: Limit, index: number, owner: string): string {
  const { ofOwner } = limit;
  if (ofOwner.owner !== owner || ofOwner.index !== index) {
    const scope = limit.group === undefined ? `${owner}:${limit.identity}` : `group:${JSON.stringify(limit.group)}`;
    ofOwner.owner = owner;
    ofOwner.index = index;
    ofOwner.start = `limit-count:${scope}:${limit.isMultiple ? index : ""}\n`;
  }
  return ofOwner.start;
}

function countRequest(
  limit: Limit,
  key: string,
  count: number,
  seconds: number,
  { services }: RequestContext,
): MaybePromise<CounterState> {
  const counters = counterStore(services, limit.remote);
  if (!limit.isSliding) return counters.hit(key, count, seconds, services.now());
  if (!counters.slide) throw new Error("the counter store has no sliding windows");
  return counters.slide(key, count, seconds, services.now());
}

function judge(limit: Limit, rule: Rule, count: number, state: CounterState, context: RequestContext): Outcome {
  if (limit.showsQuota) {
    const { lowers, limit: ofWindow, remaining, reset } = rule.quotaHeaders;
    context.setResponseFields(lowers, [
      [ofWindow, String(count)],
      [remaining, wholeText(Math.max(0, state.remaining))],
      [reset, twoDecimals(state.resetSeconds)],
    ]);
  }
  if (state.remaining >= 0) return undefined;
  return overLimit(limit);
}

function storeFailure(limit: Limit, reason: string): Outcome {
  if (limit.allowsDegradation) return undefined;
  return { status: 500, headers: [jsonContentType], body: '{"error_msg":"failed to limit count"}', reason };
}
