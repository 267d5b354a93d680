/** The rules that hold for a chosen target only. */

import { isAuthPlugin } from "../../model/auth.ts";
import type { Entry } from "../../model/config.ts";
import { resourceFieldNames } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import { patternFault } from "../../model/pcre.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf, isDisabled, pluginSpot, textField } from "./plugins-of.ts";
import { expressionsInVars, expressionsOf } from "./regular-expressions.ts";
import type { OtherKind, Rule, RuleContext } from "./rule.ts";

/** What is valid for one gateway is refused by another, at the moment of the sync (gateway reference, section 1.2). */
export const refusedByTarget: Rule = {
  id: "target/refused",
  severity: "warning",
  visit({ targets, report }) {
    const short = [...targets].find((target) => target === "apisix" || target === "standalone");
    const withoutGroups = targets.has("api7");
    return {
      consumer({ id, value, place }) {
        if (short !== undefined && id.length > longestUsername) {
          report({
            place,
            path: ["username"],
            message: `Apache APISIX (target ${short}) takes usernames of at most ${longestUsername} characters`,
            help: "Shorten the username; the card's 512 hold for API7 Enterprise only.",
          });
        }
        if (withoutGroups && fieldOf(value, "group_id") !== undefined) {
          report({
            place,
            path: ["group_id"],
            part: "key",
            message: "API7 Enterprise (target api7) has no consumer groups",
            help: "Give the consumer the plugins of its group.",
          });
        }
      },
      other(kind, { place }) {
        if (!withoutGroups || kind !== "consumer_groups") return;
        report({
          place,
          message: "API7 Enterprise (target api7) has no consumer groups",
          help: "Give the plugins of the group to its consumers.",
        });
      },
    };
  },
};

/** The embedded proxy refuses to serve what it would have to skip: a restriction that is left out lets everybody in. */
export const notExecuted: Rule = {
  id: "target/not-executed",
  severity: "warning",
  visit(context) {
    if (!context.targets.has("rollcall")) return {};
    return {
      plugin(name, plugin, holder, kind) {
        // An auth plugin of a consumer is a credential.
        if (!isDisabled(plugin) && !(kind === "consumers" && isAuthPlugin(name)))
          checkPlugin(name, plugin, holder, context);
      },
      other(kind, entry) {
        checkFields(kind, entry, context);
        if (kind === "routes") checkPatterns(expressionsInVars(entry.value), entry, [], context);
      },
    };
  },
};

const longestUsername = 256;
const proxiedSchemes: ReadonlySet<string> = new Set(["http", "https", "grpc", "grpcs"]);

function checkPlugin(name: string, plugin: unknown, holder: Entry<unknown>, context: RuleContext): void {
  const { executablePlugins, report } = context;
  if (executablePlugins && !executablePlugins.has(name)) {
    report({
      ...pluginSpot(holder, name),
      part: "key",
      message: `the embedded proxy (target rollcall) does not execute the plugin ${name}`,
      help: "Take it out, switch it off with _meta.disable, or serve with a gateway that has it.",
    });
    return;
  }
  checkPatterns(expressionsOf(name, plugin), holder, ["plugins", name], context);
}

/** Regular expressions that only backtracking could match; the embedded proxy matches in linear time. */
function checkPatterns(
  patterns: ReturnType<typeof expressionsOf>,
  { place }: Entry<unknown>,
  above: Path,
  { report }: RuleContext,
): void {
  for (const [path, text] of patterns) {
    const fault = typeof text === "string" ? patternFault(text) : undefined;
    if (!fault) continue;
    report({
      place,
      path: [...above, ...path],
      message: `the embedded proxy (target rollcall) does not execute ${fault.construct} (character ${fault.at + 1})`,
      help: "Write the expression without it, so that it can be matched in linear time: docs/strict-parsing.md says how.",
    });
  }
}

/** Fields that the schemas let pass because gateways have them. */
function checkFields(kind: OtherKind, { value, place }: Entry<unknown>, { report }: RuleContext): void {
  if (!isMap(value) || (kind !== "routes" && kind !== "services" && kind !== "upstreams")) return;
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
  if (scheme === undefined || proxiedSchemes.has(scheme)) return;
  report({
    place,
    path: kind === "upstreams" ? ["scheme"] : ["upstream", "scheme"],
    message: `the embedded proxy (target rollcall) does not speak "${scheme}"`,
    help: "Use http or https, or serve with a gateway that speaks the other protocol.",
  });
}
