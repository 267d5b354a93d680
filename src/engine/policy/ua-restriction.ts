/** ua-restriction: who may pass, by the User-Agent header (gateway reference, section 3.7). */
import { messageAnswer } from "../answer.ts";
import { wireText } from "../encoding.ts";
import { compilePattern, type Pattern, patternFault } from "../pattern.ts";
import { definePlugin, Unusable } from "../plugin.ts";
import { flagSetting, textListSetting, textSetting } from "../settings.ts";

interface AgentRule {
  readonly patterns: readonly Pattern[];
  readonly admitsListed: boolean;
  readonly bypassesMissing: boolean;
  readonly message: string;
}

export const uaRestriction = definePlugin<AgentRule>({
  name: "ua-restriction",
  priority: 2999,
  phase: "access",
  prepare(config) {
    const allowlist = textListSetting(config, "allowlist");
    const list = allowlist ?? textListSetting(config, "denylist");
    if (!list) return new Unusable("no list of user agents");
    const patterns: Pattern[] = [];
    for (const source of list) {
      const pattern = compilePattern(source);
      if (!pattern) return new Unusable(patternFault(source) ?? "a regular expression that is not understood");
      patterns.push(pattern);
    }
    return {
      patterns,
      admitsListed: allowlist !== undefined,
      bypassesMissing: flagSetting(config, "bypass_missing", false),
      message: textSetting(config, "message", "Not allowed"),
    };
  },
  run(rule, context) {
    const agents = context.headers.all("user-agent");
    const isAdmitted = agents.length === 0 ? rule.bypassesMissing : agents.every((agent) => admits(rule, agent));
    return isAdmitted ? undefined : messageAnswer(403, rule.message, "the user agent is not allowed");
  },
});

/** A header too long to be tried is admitted by neither list. */
function admits(rule: AgentRule, agent: string): boolean {
  const text = wireText(agent);
  const results = rule.patterns.map((pattern) => pattern(text));
  return !results.includes(undefined) && results.includes(true) === rule.admitsListed;
}
