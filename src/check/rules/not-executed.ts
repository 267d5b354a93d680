import type { Entry } from "../../model/config.ts";
import { isMap } from "../../model/json.ts";
import { patternFault } from "../../model/pcre.ts";
import {
  type Executor,
  findUnexecuted,
  type Located,
  type ResourceKind,
  type Unexecuted,
} from "../../model/unexecuted.ts";
import { expressionsInVars, expressionsOf } from "./regular-expressions.ts";
import type { Finding, Rule, RuleContext, Spot } from "./rule.ts";

/** The embedded proxy refuses to serve what it would have to skip: a restriction that is left out lets everybody in. */
export const notExecuted: Rule = {
  id: "target/not-executed",
  severity: "warning",
  visit(context) {
    if (!context.targets.has("rollcall")) return {};
    const executor = executorOf(context);
    const look = (kind: ResourceKind, { value, place }: Entry<unknown>): void => {
      for (const found of findUnexecuted(kind, value, executor)) context.report(findingOf(found, place));
    };
    return { consumer: (consumer) => look("consumers", consumer), other: look };
  },
};

/** What is wrong with a configuration or route as a whole, or with an expression in it. */
type Fault = { readonly reason: string } | { readonly construct: string; readonly at: number };

function executorOf({ executablePlugins, engineFaults }: RuleContext): Executor<Fault> {
  return {
    executes: (plugin) => !executablePlugins || executablePlugins.has(plugin),
    pluginFaults: (name, config) =>
      faultsOf(expressionsOf(name, config), () =>
        isMap(config) ? engineFaults?.pluginFault(name, config) : undefined,
      ),
    routeFaults: (route) => faultsOf(expressionsInVars(route), () => engineFaults?.routeFault(route)),
  };
}

/** The engine's fault only if no expression explains it. */
function faultsOf(
  expressions: ReturnType<typeof expressionsOf>,
  find: () => string | undefined,
): readonly Located<Fault>[] {
  const unmatchable = expressions.flatMap(([path, text]) => {
    const fault = typeof text === "string" ? patternFault(text) : undefined;
    return fault ? [{ path, fault }] : [];
  });
  if (unmatchable.length > 0) return unmatchable;
  const reason = whatIsRight(find);
  return reason === undefined ? [] : [{ path: [], fault: { reason } }];
}

/** The engine is made for what is right by the schemas; what is not has been found already. */
function whatIsRight(find: () => string | undefined): string | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

const proxy = "the embedded proxy (target rollcall)";

function findingOf(found: Unexecuted<Fault>, place: Spot["place"]): Finding {
  const { path } = found;
  switch (found.what) {
    case "plugin":
      return {
        place,
        path,
        part: "key",
        message: `${proxy} does not execute the plugin ${found.plugin}`,
        help: "Take it out, switch it off with _meta.disable, or serve with a gateway that has it.",
      };
    case "configuration":
      if (!("reason" in found.fault)) return expressionFinding(found.fault, path, place);
      return {
        place,
        path,
        part: "key",
        message: `${proxy} cannot execute ${found.plugin} as it is configured: ${found.fault.reason}`,
        help: "Change the configuration, or serve with a gateway that executes it.",
      };
    case "route":
      if (!("reason" in found.fault)) return expressionFinding(found.fault, path, place);
      return {
        place,
        message: `${proxy} cannot match this route: ${found.fault.reason}`,
        help: "Change the route, or serve with a gateway that matches it.",
      };
    case "reference":
      return {
        place,
        path,
        message: `${proxy} does not resolve a reference to a secret here`,
        help: "Write the value itself, or `${VAR}`, which is replaced from the environment when the file is read.",
      };
    case "scheme":
      return {
        place,
        path,
        message: `${proxy} does not speak "${found.scheme}"`,
        help: "Use http or https, or serve with a gateway that speaks the other protocol.",
      };
    case "field":
      return {
        place,
        path,
        part: "key",
        message: `${proxy} does not execute the field ${nameOf(found)}`,
        help: "Take the field out, or serve with a gateway that executes it.",
      };
  }
}

/** Regular expressions that only backtracking could match; the embedded proxy matches in linear time. */
function expressionFinding(
  { construct, at }: Extract<Fault, { readonly construct: string }>,
  path: Spot["path"] & object,
  place: Spot["place"],
): Finding {
  return {
    place,
    path,
    message: `${proxy} does not execute ${construct} (character ${at + 1})`,
    help: "Write the expression without it, so that it can be matched in linear time: docs/strict-parsing.md says how.",
  };
}

function nameOf({ field, plugin, isTried }: Extract<Unexecuted<Fault>, { readonly what: "field" }>): string {
  if (plugin === undefined) return `"${field}"`;
  return `${field} of ${plugin}${isTried ? " in multi-auth" : ""}`;
}
