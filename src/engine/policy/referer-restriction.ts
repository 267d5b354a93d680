/** referer-restriction: who may pass, by the host of the Referer header (gateway reference, section 3.7). */
import { messageAnswer } from "../answer.ts";
import { definePlugin, Unusable } from "../plugin.ts";
import { flagSetting, textListSetting, textSetting } from "../settings.ts";

interface RefererRule {
  readonly hosts: ReadonlySet<string>;
  /** Of `*.x`: `.x`. */
  readonly suffixes: readonly string[];
  readonly admitsListed: boolean;
  readonly bypassesMissing: boolean;
  readonly message: string;
}

export const refererRestriction = definePlugin<RefererRule>({
  name: "referer-restriction",
  priority: 2990,
  phase: "access",
  prepare(config) {
    const whitelist = textListSetting(config, "whitelist");
    const list = (whitelist ?? textListSetting(config, "blacklist"))?.map((host) => host.toLowerCase());
    if (!list) return new Unusable("no list of hosts");
    return {
      hosts: new Set(list.filter((host) => !host.startsWith("*"))),
      suffixes: list.filter((host) => host.startsWith("*")).map((host) => host.slice(1)),
      admitsListed: whitelist !== undefined,
      bypassesMissing: flagSetting(config, "bypass_missing", false),
      message: textSetting(config, "message", "Your referer host is not allowed"),
    };
  },
  run(rule, context) {
    const host = refererHost(context.headers.all("referer"));
    const isAdmitted = host === undefined ? rule.bypassesMissing : isListed(rule, host) === rule.admitsListed;
    return isAdmitted ? undefined : messageAnswer(403, rule.message, "the referer is not allowed");
  },
});

/** As gateways do, a Referer that is no URL counts as none. */
function refererHost(values: readonly string[]): string | undefined {
  const host = /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:@]+)(?::\d*)?(?:[/?#]|$)/i.exec(values[0] ?? "")?.[1];
  return values.length === 1 ? host?.toLowerCase() : undefined;
}

function isListed(rule: RefererRule, host: string): boolean {
  return rule.hosts.has(host) || rule.suffixes.some((suffix) => host.length > suffix.length && host.endsWith(suffix));
}
