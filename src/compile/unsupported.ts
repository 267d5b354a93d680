/** What the embedded proxy would not execute: a plugin or field that restricts must never be skipped in silence. */

import type { CompiledRoute } from "../artifact/contract.ts";
import { isAuthPlugin, isSecretReference } from "../model/auth.ts";
import { type Config, type Entry, type Kind, kindNouns } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { resourceFieldNames } from "../model/generated/fields.ts";
import { compareText } from "../model/identity.ts";
import { fieldsNotExecuted } from "../model/not-executed-fields.ts";
import type { Path, Place } from "../model/place.ts";
import { sharedLimitAccess, sharedLimits } from "../model/shared-limits.ts";
import { type Fields, fieldsOf, isDisabled, numberOf, pluginsOf, sortedById, textOf, textsOf } from "./fields.ts";
import { isProxiedScheme } from "./upstream.ts";

/** What the engine executes; `engineAbilities` of the embedded one. */
export interface Abilities {
  readonly plugins: ReadonlySet<string>;
  /** Why it could not execute this configuration of one of its plugins. */
  pluginFault(name: string, config: Fields): string | undefined;
  /** Why it could not match this route. */
  routeFault(route: Pick<CompiledRoute, "uris" | "remoteAddrs" | "vars">): string | undefined;
}

type Inspected = Exclude<Kind, "credentials">;

/** A resource under examination. */
interface Subject {
  readonly kind: Inspected;
  /** As messages name it, such as `route "r1"`. */
  readonly at: string;
  readonly fields: Fields;
  readonly place: Place | undefined;
}

interface Finding {
  readonly rule: "plugin" | "configuration" | "reference" | "route" | "scheme" | "field";
  readonly message: string;
  readonly path: Path;
}

type Inspection = (subject: Subject, abilities: Abilities) => readonly Finding[];

const help: Readonly<Record<Finding["rule"], string>> = {
  plugin:
    "Remove the plugin, switch it off with _meta.disable, do without it with --ignore-plugin, or serve with a gateway that has it.",
  configuration: "Change the configuration, or serve with a gateway that executes it.",
  reference: "Write the value itself, or `${VAR}`, which is replaced from the environment when the file is read.",
  route: "Change the route, or serve with a gateway that matches it.",
  scheme: "Use http or https, or serve with a gateway that speaks the other protocol.",
  field: "Remove the field, or serve with a gateway that executes it.",
};

const inspections: Readonly<Record<Inspected, readonly Inspection[]>> = {
  consumer_groups: [carriedPlugins],
  consumers: [carriedPlugins],
  upstreams: [ownScheme, unknownFields],
  services: [requestPlugins, nestedUpstream, unknownFields],
  plugin_configs: [requestPlugins],
  routes: [matching, requestPlugins, nestedUpstream, unknownFields],
  global_rules: [requestPlugins],
};

export function unsupportedByProxy(config: Config, abilities: Abilities): Diagnostic[] {
  const kinds = Object.keys(inspections) as Inspected[];
  return kinds.flatMap((kind) =>
    sortedById<Entry<object>>(config[kind]).flatMap(({ id, value, place }) => {
      const subject = { kind, at: `${kindNouns[kind]} "${id}"`, fields: value as Fields, place };
      if (kind === "routes" && numberOf(subject.fields.status) === 0) return [];
      return inspections[kind]
        .flatMap((inspect) => inspect(subject, abilities))
        .map((finding) => report(subject, finding));
    }),
  );
}

function report({ place }: Subject, { rule, message, path }: Finding): Diagnostic {
  return {
    rule: `compile/${rule}-not-executed`,
    severity: "error",
    message,
    ...(place && { span: place.span(path, "key") }),
    help: help[rule],
  };
}

function requestPlugins(subject: Subject, abilities: Abilities): readonly Finding[] {
  const { at } = subject;
  return activePlugins(subject).flatMap(([name, config]) => {
    const path = ["plugins", name];
    if (!abilities.plugins.has(name)) return [notExecuted(name, at, path)];
    const nested = nestedAuthPlugins(config, abilities, at, path);
    const fault = nested.length > 0 ? undefined : abilities.pluginFault(name, config);
    return [
      ...pluginFields(name, config, at, path),
      ...references(sharedLimits.has(name) ? withoutAccess(config) : config, at, path),
      ...(fault === undefined ? [] : [unusable(name, fault, at, path)]),
      ...nested,
    ];
  });
}

function pluginFields(name: string, config: Fields, at: string, path: Path): readonly Finding[] {
  return fieldsNotExecuted(name, config).map((field) =>
    fieldNotExecuted(`${field} of plugin ${name}`, at, [...path, field]),
  );
}

/** Without the fields whose references resolve when the store is opened. */
function withoutAccess(config: Fields): Fields {
  return Object.fromEntries(Object.entries(config).filter(([name]) => !sharedLimitAccess.has(name)));
}

/** Elsewhere references resolve in credentials only; here one would be compared as the text that it is written with. */
function references(value: unknown, at: string, path: Path): readonly Finding[] {
  if (typeof value === "string" && isSecretReference(value)) {
    const message = `The embedded proxy does not resolve the reference in ${path.slice(1).join(".")} of ${at}.`;
    return [{ rule: "reference", message, path }];
  }
  if (typeof value !== "object" || value === null) return [];
  const entries: readonly [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return entries.flatMap(([key, item]) => references(item, at, [...path, key]));
}

function unusable(name: string, fault: string, at: string, path: Path): Finding {
  const message = `The embedded proxy cannot execute the plugin ${name} of ${at} as it is configured: ${fault}.`;
  return { rule: "configuration", message, path };
}

/** A route that could not be matched would leave its requests to a less restricted one. */
function matching({ at, fields }: Subject, { routeFault }: Abilities): readonly Finding[] {
  const { vars } = fields;
  const fault = routeFault({
    uris: textsOf(fields.uri, fields.uris),
    remoteAddrs: textsOf(fields.remote_addr, fields.remote_addrs),
    ...(Array.isArray(vars) && { vars: vars as readonly unknown[] }),
  });
  if (fault === undefined) return [];
  return [{ rule: "route", message: `The embedded proxy cannot match ${at}: ${fault}.`, path: [] }];
}

/** Auth plugins of consumers and groups are credentials or nothing: they never run. */
function carriedPlugins(subject: Subject, abilities: Abilities): readonly Finding[] {
  const plugins = Object.entries(pluginsOf(subject.fields)).filter(([name]) => !isAuthPlugin(name));
  const inspected = { ...subject, fields: { plugins: Object.fromEntries(plugins) } };
  const runnable = new Set([...abilities.plugins].filter((name) => name !== "multi-auth"));
  return requestPlugins(inspected, { ...abilities, plugins: runnable });
}

/** The plugins that multi-auth tries. */
function nestedAuthPlugins(config: Fields, abilities: Abilities, at: string, path: Path): readonly Finding[] {
  if (!Array.isArray(config.auth_plugins)) return [];
  return config.auth_plugins.flatMap((entry: unknown, index) =>
    Object.entries(fieldsOf(entry) ?? {}).flatMap(([name, nested]) => {
      const nestedPath = [...path, "auth_plugins", index, name];
      if (!isAuthPlugin(name) || !abilities.plugins.has(name)) return [notExecuted(name, at, nestedPath)];
      // multi-auth calls the plugins itself: it looks at none of the fields that say whether and when they run.
      const hasMeta = fieldsOf(nested)?._meta !== undefined;
      return hasMeta ? [fieldNotExecuted(`_meta of plugin ${name} in multi-auth`, at, [...nestedPath, "_meta"])] : [];
    }),
  );
}

function notExecuted(name: string, at: string, path: Path): Finding {
  return { rule: "plugin", message: `The embedded proxy does not execute the plugin ${name} of ${at}.`, path };
}

function nestedUpstream(subject: Subject): readonly Finding[] {
  const upstream = fieldsOf(subject.fields.upstream);
  if (upstream === undefined) return [];
  const nested = { ...subject, kind: "upstreams" as const, at: `the upstream of ${subject.at}`, fields: upstream };
  const findings = [...ownScheme(nested), ...unknownFields(nested)];
  return findings.map((finding) => ({ ...finding, path: ["upstream", ...finding.path] }));
}

function ownScheme(subject: Subject): readonly Finding[] {
  const scheme = textOf(subject.fields.scheme) ?? "http";
  if (isProxiedScheme(scheme)) return [];
  const message = `The embedded proxy does not speak "${scheme}", the scheme of ${subject.at}.`;
  return [{ rule: "scheme", message, path: ["scheme"] }];
}

function unknownFields(subject: Subject): readonly Finding[] {
  const known = resourceFieldNames[subject.kind];
  return Object.keys(subject.fields)
    .filter((name) => !known.includes(name))
    .sort(compareText)
    .map((name) => fieldNotExecuted(name, subject.at, [name]));
}

function fieldNotExecuted(name: string, at: string, path: Path): Finding {
  return { rule: "field", message: `The embedded proxy does not execute the field ${name} of ${at}.`, path };
}

function activePlugins({ fields }: Subject): [string, Fields][] {
  return Object.entries(pluginsOf(fields))
    .filter(([, config]) => !isDisabled(config))
    .sort(([left], [right]) => compareText(left, right));
}
