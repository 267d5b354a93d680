/** What the embedded proxy would not execute: a plugin or field that restricts must never be skipped in silence. */
import { isAuthPlugin } from "../model/auth.ts";
import type { Config, Entry, Kind } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { resourceFieldNames } from "../model/generated/fields.ts";
import type { Path, Place } from "../model/place.ts";
import { byCodeUnit, type Fields, fieldsOf, isDisabled, numberOf, pluginsOf, sortedById, textOf } from "./fields.ts";
import { isProxiedScheme } from "./upstream.ts";

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
  readonly rule: "plugin" | "policy" | "scheme" | "field";
  readonly message: string;
  readonly path: Path;
}

type Inspection = (subject: Subject, executable: ReadonlySet<string>) => readonly Finding[];

const help: Readonly<Record<Finding["rule"], string>> = {
  plugin:
    "Remove the plugin, switch it off with _meta.disable, do without it with --ignore-plugin, or serve with a gateway that has it.",
  policy: "Use the policy local, or serve with a gateway that has the other one.",
  scheme: "Use http or https, or serve with a gateway that speaks the other protocol.",
  field: "Remove the field, or serve with a gateway that executes it.",
};

const kindNames: Readonly<Record<Inspected, string>> = {
  consumer_groups: "consumer group",
  consumers: "consumer",
  upstreams: "upstream",
  services: "service",
  plugin_configs: "plugin config",
  routes: "route",
  global_rules: "global rule",
};

const inspections: Readonly<Record<Inspected, readonly Inspection[]>> = {
  consumer_groups: [carriedPlugins],
  consumers: [carriedPlugins],
  upstreams: [ownScheme, unknownFields],
  services: [requestPlugins, nestedUpstream, unknownFields],
  plugin_configs: [requestPlugins],
  routes: [requestPlugins, nestedUpstream, unknownFields],
  global_rules: [requestPlugins],
};

/** @param executable names of the plugins that the engine runs */
export function unsupportedByProxy(config: Config, executable: ReadonlySet<string>): Diagnostic[] {
  const kinds = Object.keys(inspections) as Inspected[];
  return kinds.flatMap((kind) =>
    sortedById<Entry<object>>(config[kind]).flatMap(({ id, value, place }) => {
      const subject = { kind, at: `${kindNames[kind]} "${id}"`, fields: value as Fields, place };
      if (kind === "routes" && numberOf(subject.fields.status) === 0) return [];
      return inspections[kind]
        .flatMap((inspect) => inspect(subject, executable))
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

function requestPlugins(subject: Subject, executable: ReadonlySet<string>): readonly Finding[] {
  const { at } = subject;
  return activePlugins(subject).flatMap(([name, config]) => {
    const path = ["plugins", name];
    if (!executable.has(name)) return [notExecuted(name, at, path)];
    const policy = textOf(config.policy) ?? "local";
    const isOtherPolicy = name.startsWith("limit-") && policy !== "local";
    const otherPolicy: Finding = {
      rule: "policy",
      message: `The embedded proxy does not have the policy "${policy}" of plugin ${name} in ${at}.`,
      path: [...path, "policy"],
    };
    return [...(isOtherPolicy ? [otherPolicy] : []), ...nestedAuthPlugins(config, executable, at, path)];
  });
}

/** Auth plugins of consumers and groups are credentials or nothing: they never run. */
function carriedPlugins(subject: Subject, executable: ReadonlySet<string>): readonly Finding[] {
  const plugins = Object.entries(pluginsOf(subject.fields)).filter(([name]) => !isAuthPlugin(name));
  const inspected = { ...subject, fields: { plugins: Object.fromEntries(plugins) } };
  const isRunnable = new Set([...executable].filter((name) => name !== "multi-auth"));
  return requestPlugins(inspected, isRunnable);
}

/** The plugins that multi-auth tries. */
function nestedAuthPlugins(
  config: Fields,
  executable: ReadonlySet<string>,
  at: string,
  path: Path,
): readonly Finding[] {
  if (!Array.isArray(config.auth_plugins)) return [];
  return config.auth_plugins.flatMap((entry: unknown, index) =>
    Object.keys(fieldsOf(entry) ?? {})
      .filter((name) => !executable.has(name))
      .map((name) => notExecuted(name, at, [...path, "auth_plugins", index, name])),
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
    .sort(byCodeUnit)
    .map((name) => ({
      rule: "field",
      message: `The embedded proxy does not execute the field ${name} of ${subject.at}.`,
      path: [name],
    }));
}

function activePlugins({ fields }: Subject): [string, Fields][] {
  return Object.entries(pluginsOf(fields))
    .filter(([, config]) => !isDisabled(config))
    .sort(([left], [right]) => byCodeUnit(left, right));
}
