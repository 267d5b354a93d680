/** The rules that hold for a chosen target only. */

import { isAuthPlugin } from "../../model/auth.ts";
import type { Config, Entry } from "../../model/config.ts";
import { resourceFieldNames } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import { fieldOf, isDisabled, pluginSpot, textField, visitPlugins } from "./plugins-of.ts";
import type { Rule, RuleContext } from "./rule.ts";

/** What is valid for one gateway is refused by another, at the moment of the sync (gateway reference, section 1.2). */
export const refusedByTarget: Rule = {
  id: "target/refused",
  severity: "warning",
  check({ config, targets, report }) {
    const short = [...targets].find((target) => target === "apisix" || target === "standalone");
    const withoutGroups = targets.has("api7");
    if (short === undefined && !withoutGroups) return;
    for (const consumer of config.consumers) {
      if (short !== undefined && consumer.id.length > longestUsername) {
        report({
          place: consumer.place,
          path: ["username"],
          message: `Apache APISIX (target ${short}) takes usernames of at most ${longestUsername} characters`,
          help: "Shorten the username; the card's 512 hold for API7 Enterprise only.",
        });
      }
      if (withoutGroups && fieldOf(consumer.value, "group_id") !== undefined) {
        report({
          place: consumer.place,
          path: ["group_id"],
          part: "key",
          message: "API7 Enterprise (target api7) has no consumer groups",
          help: "Give the consumer the plugins of its group.",
        });
      }
    }
  },
};

/** The embedded proxy refuses to serve what it would have to skip: a restriction that is left out lets everybody in. */
export const notExecuted: Rule = {
  id: "target/not-executed",
  severity: "warning",
  check(context) {
    if (!context.targets.has("rollcall")) return;
    visitPlugins(context.config, (name, plugin, holder) => checkPlugin(name, plugin, holder, context));
    checkFields(context.config, context);
  },
};

const longestUsername = 256;
const proxiedSchemes: ReadonlySet<string> = new Set(["http", "https"]);

function checkPlugin(
  name: string,
  plugin: unknown,
  holder: Entry<unknown>,
  { config, executablePlugins, report }: RuleContext,
): void {
  // An auth plugin of a consumer is a credential.
  if (isDisabled(plugin) || (isAuthPlugin(name) && isConsumer(holder, config))) return;
  if (executablePlugins && !executablePlugins.has(name)) {
    report({
      ...pluginSpot(holder, name),
      part: "key",
      message: `the embedded proxy (target rollcall) does not execute the plugin ${name}`,
      help: "Take it out, switch it off with _meta.disable, or serve with a gateway that has it.",
    });
    return;
  }
  const policy = name.startsWith("limit-") ? textField(plugin, "policy") : undefined;
  if (policy === undefined || policy === "local") return;
  report({
    ...pluginSpot(holder, name, "policy"),
    message: `the embedded proxy (target rollcall) does not have the policy "${policy}"`,
    help: "Use the policy local, or serve with a gateway that has the other one.",
  });
}

function isConsumer({ value }: Entry<unknown>, { declared }: Config): boolean {
  return declared.has("consumers") && isMap(value) && "username" in value;
}

/** Fields that the schemas let pass because gateways have them. */
function checkFields(config: Config, { report }: RuleContext): void {
  for (const kind of ["routes", "services", "upstreams"] as const) {
    for (const { value, place } of config[kind]) {
      for (const field of Object.keys(value)) {
        if (resourceFieldNames[kind].includes(field)) continue;
        report({
          place,
          path: [field],
          part: "key",
          message: `the embedded proxy (target rollcall) does not execute the field "${field}"`,
          help: "Take the field out, or serve with a gateway that executes it.",
        });
      }
      const owner = kind === "upstreams" ? value : fieldOf(value, "upstream");
      const scheme = textField(owner, "scheme");
      if (scheme === undefined || proxiedSchemes.has(scheme)) continue;
      report({
        place,
        path: kind === "upstreams" ? ["scheme"] : ["upstream", "scheme"],
        message: `the embedded proxy (target rollcall) does not speak "${scheme}"`,
        help: "Use http or https, or serve with a gateway that speaks the other protocol.",
      });
    }
  }
}
