/** The rules that hold for a chosen target only. */

import { isAuthPlugin, isSecretReference } from "../../model/auth.ts";
import type { Entry } from "../../model/config.ts";
import { resourceFieldNames } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import { fieldsNotExecuted } from "../../model/not-executed-fields.ts";
import { patternFault } from "../../model/pcre.ts";
import type { Path } from "../../model/place.ts";
import { sharedLimitAccess, sharedLimits } from "../../model/shared-limits.ts";
import type { RawKind } from "../../source/raw.ts";
import { triedPlugins } from "./multi-auth.ts";
import { fieldOf, isDisabled, pluginSpot, textField } from "./plugins-of.ts";
import { expressionsInVars, expressionsOf } from "./regular-expressions.ts";
import type { OtherKind, Report, Rule, RuleContext, Spot } from "./rule.ts";
import { upstreamsOf } from "./upstream-nodes.ts";

/** What is valid for one gateway is refused by another, at the moment of the sync (gateway reference, section 1.2). */
export const refusedByTarget: Rule = {
  id: "target/refused",
  severity: "warning",
  visit({ targets, report }) {
    const short = [...targets].find((target) => target === "apisix" || target === "standalone");
    const withoutGroups = targets.has("api7");
    const gateway =
      short === undefined
        ? withoutGroups
          ? "API7 Enterprise (target api7)"
          : undefined
        : `Apache APISIX (target ${short})`;
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
      other(kind, entry) {
        const { place } = entry;
        for (const { path, lacks } of gateway === undefined ? [] : partialTimeouts(kind, entry)) {
          report({
            place,
            path,
            part: "key",
            message: `${gateway} takes a timeout only with connect, send and read; this lacks ${lacks.join(" and ")}`,
            help: "Give all three, in seconds.",
          });
        }
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
        const isCarried = kind === "consumers" || kind === "consumer_groups";
        // An auth plugin of a consumer is a credential, that of a group nothing.
        if (isDisabled(plugin) || isSwitchedOff(kind, holder) || (isCarried && isAuthPlugin(name))) return;
        checkPlugin(name, plugin, holder, isCarried, context);
      },
      other(kind, entry) {
        if (isSwitchedOff(kind, entry)) return;
        checkFields(kind, entry, context);
        if (kind === "routes" && checkPatterns(expressionsInVars(entry.value), entry, [], context)) {
          checkMatching(entry, context);
        }
      },
    };
  },
};

const longestUsername = 256;
const timeouts = ["connect", "send", "read"] as const;

/** The embedded proxy has defaults for what is missing. */
function partialTimeouts(kind: OtherKind, entry: Entry<unknown>): readonly { path: Path; lacks: readonly string[] }[] {
  const holders = [...(kind === "routes" ? [{ upstream: entry.value, path: [] }] : []), ...upstreamsOf(kind, entry)];
  return holders.flatMap(({ upstream, path }) => {
    const timeout = fieldOf(upstream, "timeout");
    const lacks = isMap(timeout) ? timeouts.filter((name) => !(name in timeout)) : [];
    return lacks.length > 0 ? [{ path: [...path, "timeout"], lacks }] : [];
  });
}

const proxiedSchemes: ReadonlySet<string> = new Set(["http", "https", "grpc", "grpcs"]);

/** `compile` leaves out a route with status 0, and with it whatever it would not execute. */
function isSwitchedOff(kind: RawKind, { value }: Entry<unknown>): boolean {
  return kind === "routes" && fieldOf(value, "status") === 0;
}

function checkPlugin(
  name: string,
  plugin: unknown,
  holder: Entry<unknown>,
  isCarried: boolean,
  context: RuleContext,
): void {
  const { executablePlugins, report } = context;
  const reportPlugin = (tried: string, ...path: Path): void =>
    report({
      ...pluginSpot(holder, name, ...path),
      part: "key",
      message: `the embedded proxy (target rollcall) does not execute the plugin ${tried}`,
      help: "Take it out, switch it off with _meta.disable, or serve with a gateway that has it.",
    });
  const mayRun = (tried: string): boolean => !executablePlugins || executablePlugins.has(tried);
  if (!mayRun(name) || (isCarried && name === "multi-auth")) {
    reportPlugin(name);
    return;
  }
  for (const [index, tried] of triedPlugins(name, plugin)) {
    if (!(mayRun(tried) && isAuthPlugin(tried))) reportPlugin(tried, "auth_plugins", index, tried);
  }
  const areMatchable = checkPatterns(expressionsOf(name, plugin), holder, ["plugins", name], context);
  if (isMap(plugin)) {
    for (const field of fieldsNotExecuted(name, plugin)) {
      reportField({ ...pluginSpot(holder, name, field), part: "key" }, `${field} of ${name}`, report);
    }
    checkSecretReferences(plugin, sharedLimits.has(name), pluginSpot(holder, name), report);
    // An expression is told at its own place; what multi-auth holds is looked at by itself.
    if (name !== "multi-auth" && areMatchable) checkConfiguration(name, plugin, holder, context);
  }
}

/** What the engine finds only when it reads the configuration: such requests would all be refused. */
function checkConfiguration(
  name: string,
  plugin: Readonly<Record<string, unknown>>,
  holder: Entry<unknown>,
  { engineFaults, report }: RuleContext,
): void {
  const fault = whatIsRight(() => engineFaults?.pluginFault(name, plugin));
  if (fault === undefined) return;
  report({
    ...pluginSpot(holder, name),
    part: "key",
    message: `the embedded proxy (target rollcall) cannot execute ${name} as it is configured: ${fault}`,
    help: "Change the configuration, or serve with a gateway that executes it.",
  });
}

/** A route that could not be matched would leave its requests to a less restricted one. */
function checkMatching({ value, place }: Entry<unknown>, { engineFaults, report }: RuleContext): void {
  const listOf = (one: string, more: string): readonly string[] => {
    const [text, texts] = [fieldOf(value, one), fieldOf(value, more)];
    return [...(typeof text === "string" ? [text] : []), ...(Array.isArray(texts) ? (texts as string[]) : [])];
  };
  const vars = fieldOf(value, "vars");
  const fault = whatIsRight(() =>
    engineFaults?.routeFault({
      uris: listOf("uri", "uris"),
      remoteAddrs: listOf("remote_addr", "remote_addrs"),
      ...(Array.isArray(vars) && { vars }),
    }),
  );
  if (fault === undefined) return;
  report({
    place,
    message: `the embedded proxy (target rollcall) cannot match this route: ${fault}`,
    help: "Change the route, or serve with a gateway that matches it.",
  });
}

/** The engine is made for what is right by the schemas; what is not has been found already. */
function whatIsRight(find: () => string | undefined): string | undefined {
  try {
    return find();
  } catch {
    return undefined;
  }
}

/** References resolve in credentials, and in what opens a store of counters; elsewhere one would be taken as the text that it is. */
function checkSecretReferences(value: unknown, opensStore: boolean, spot: Spot, report: Report): void {
  if (typeof value === "string" && isSecretReference(value)) {
    report({
      ...spot,
      message: "the embedded proxy (target rollcall) does not resolve a reference to a secret here",
      help: "Write the value itself, or `${VAR}`, which is replaced from the environment when the file is read.",
    });
  }
  if (typeof value !== "object" || value === null) return;
  const items: readonly [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  for (const [key, item] of items) {
    if (opensStore && typeof key === "string" && sharedLimitAccess.has(key)) continue;
    checkSecretReferences(item, false, { ...spot, path: [...(spot.path ?? []), key] }, report);
  }
}

/** Regular expressions that only backtracking could match; the embedded proxy matches in linear time. Returns whether there are none. */
function checkPatterns(
  patterns: ReturnType<typeof expressionsOf>,
  { place }: Entry<unknown>,
  above: Path,
  { report }: RuleContext,
): boolean {
  let areMatchable = true;
  for (const [path, text] of patterns) {
    const fault = typeof text === "string" ? patternFault(text) : undefined;
    if (!fault) continue;
    areMatchable = false;
    report({
      place,
      path: [...above, ...path],
      message: `the embedded proxy (target rollcall) does not execute ${fault.construct} (character ${fault.at + 1})`,
      help: "Write the expression without it, so that it can be matched in linear time: docs/strict-parsing.md says how.",
    });
  }
  return areMatchable;
}

/** Fields that the schemas let pass because gateways have them. */
function checkFields(kind: OtherKind, { value, place }: Entry<unknown>, { report }: RuleContext): void {
  if (!isMap(value) || (kind !== "routes" && kind !== "services" && kind !== "upstreams")) return;
  checkFieldsOf(kind, value, { place, path: [] }, report);
  const upstream = kind === "upstreams" ? undefined : fieldOf(value, "upstream");
  if (isMap(upstream)) checkFieldsOf("upstreams", upstream, { place, path: ["upstream"] }, report);
}

function checkFieldsOf(
  kind: "routes" | "services" | "upstreams",
  fields: Readonly<Record<string, unknown>>,
  { place, path }: Required<Pick<Spot, "place" | "path">>,
  report: Report,
): void {
  for (const field of Object.keys(fields)) {
    if (resourceFieldNames[kind].includes(field)) continue;
    reportField({ place, path: [...path, field], part: "key" }, `"${field}"`, report);
  }
  const scheme = kind === "upstreams" ? textField(fields, "scheme") : undefined;
  if (scheme === undefined || proxiedSchemes.has(scheme)) return;
  report({
    place,
    path: [...path, "scheme"],
    message: `the embedded proxy (target rollcall) does not speak "${scheme}"`,
    help: "Use http or https, or serve with a gateway that speaks the other protocol.",
  });
}

function reportField(spot: Spot, field: string, report: Report): void {
  report({
    ...spot,
    message: `the embedded proxy (target rollcall) does not execute the field ${field}`,
    help: "Take the field out, or serve with a gateway that executes it.",
  });
}
