/** fault-injection: delays and refuses some requests, to test callers (gateway reference, section 3.8; Apache APISIX 3.18). */
import type { RequestContext } from "../context.ts";
import type { HeaderList } from "../contract.ts";
import { wireValue } from "../encoding.ts";
import { compileExpression, type Expression } from "../expression.ts";
import { isFramingName, isHeaderName } from "../headers.ts";
import { type Answer, definePlugin, type MaybePromise, type Outcome, type PluginConfig, Unusable } from "../plugin.ts";
import { mapSetting, numberSetting, textSetting } from "../settings.ts";
import { compileTemplate, type Template } from "../vars.ts";
import { wait } from "../wait.ts";

interface FaultInjection {
  readonly delay: Delay | undefined;
  readonly abort: Abort | undefined;
}

interface Chance {
  /** Of a hundred requests. */
  readonly percentage: number;
  /** One of them must hold; none: no condition. */
  readonly conditions: readonly Expression[] | undefined;
}

interface Delay extends Chance {
  /** Milliseconds. */
  readonly duration: number;
}

interface Abort extends Chance {
  readonly status: number;
  readonly body: Template;
  readonly headers: readonly (readonly [name: string, value: Template])[];
}

export const faultInjection = definePlugin<FaultInjection>({
  name: "fault-injection",
  priority: 11000,
  phase: "rewrite",
  prepare(config) {
    const delay = delayOf(mapSetting(config, "delay"));
    const abort = abortOf(mapSetting(config, "abort"));
    if (delay instanceof Unusable) return delay;
    if (abort instanceof Unusable) return abort;
    return { delay, abort };
  },
  run({ delay, abort }, context): MaybePromise<Outcome> {
    // Drawn before the wait, so that one request sees one moment.
    const isDelayed = delay !== undefined && hits(delay, context);
    const answer = abort !== undefined && hits(abort, context) ? aborted(abort, context) : undefined;
    return isDelayed && delay.duration > 0 ? wait(context.services, delay.duration).then(() => answer) : answer;
  },
});

function chanceOf(config: PluginConfig): Chance | Unusable {
  const percentage = numberSetting(config, "percentage", 100);
  if (!Array.isArray(config.vars)) return { percentage, conditions: undefined };
  const conditions: Expression[] = [];
  for (const rules of config.vars) {
    const condition = Array.isArray(rules) ? compileExpression(rules) : undefined;
    if (!condition) return new Unusable("vars that are not understood");
    conditions.push(condition);
  }
  return { percentage, conditions };
}

function delayOf(config: PluginConfig | undefined): Delay | Unusable | undefined {
  const chance = config && chanceOf(config);
  if (!chance || chance instanceof Unusable) return chance;
  return { ...chance, duration: numberSetting(config, "duration", 0) * 1000 };
}

function abortOf(config: PluginConfig | undefined): Abort | Unusable | undefined {
  const chance = config && chanceOf(config);
  if (!chance || chance instanceof Unusable) return chance;
  const headers = Object.entries(mapSetting(config, "headers") ?? {});
  const wrong = headers.find(([name]) => !isHeaderName(name) || isFramingName(name));
  if (wrong) return new Unusable(`a header ${JSON.stringify(wrong[0])} that cannot be sent`);
  return {
    ...chance,
    status: numberSetting(config, "http_status", 500),
    body: compileTemplate(textSetting(config, "body", "")),
    headers: headers.map(([name, value]) => [name, compileTemplate(String(value))]),
  };
}

/** A list of conditions that is empty holds for no request, as in APISIX. */
function hits({ percentage, conditions }: Chance, context: RequestContext): boolean {
  const isMeant = conditions === undefined || conditions.some((condition) => condition(context) === true);
  if (!isMeant || percentage >= 100) return isMeant;
  return Math.floor((context.services.random ?? Math.random)() * 100) < percentage;
}

function aborted({ status, body, headers }: Abort, context: RequestContext): Answer {
  const text = body(context).text;
  const own: HeaderList = headers.flatMap(([name, value]) => {
    const written = wireValue(value(context).text);
    return written ? [[name, written] as const] : [];
  });
  const hasType = own.some(([name]) => name.toLowerCase() === "content-type");
  const type: HeaderList = text === "" || hasType ? [] : [["Content-Type", "text/plain; charset=utf-8"]];
  return { status, headers: [...type, ...own], body: text, reason: "a fault was injected" };
}
