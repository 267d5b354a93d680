/** Which plugins run on a route, and so whom the routes of the files can admit (gateway reference, section 2). */

import { type AuthPlugin, isAuthPlugin } from "../../model/auth.ts";
import type { Entry } from "../../model/config.ts";
import { pluginNames } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import type { Others } from "../survey/survey.ts";
import { fieldOf, idField, isDisabled, pluginsOf } from "./plugins-of.ts";

/** A plugin that runs on a route, and the resource that it comes from. */
export interface RunningPlugin {
  readonly config: unknown;
  readonly holder: Entry<unknown>;
}

export interface RouteInUse {
  readonly route: Entry<unknown>;
  /** By name; a route's own before its plugin config's before its service's. Global rules apart. */
  readonly plugins: ReadonlyMap<string, RunningPlugin>;
}

export interface Admission {
  /** By a plugin of a route or of a global rule. */
  readonly accepted: ReadonlySet<AuthPlugin>;
  /** Usernames that are attached when authentication fails. */
  readonly anonymous: ReadonlySet<string>;
}

/** Plugins that attach a consumer, or pass as authentication, in ways that rollcall does not follow. */
export const otherAuthPlugins: ReadonlySet<string> = new Set([
  "authz-casdoor",
  "cas-auth",
  "dingtalk-auth",
  "feishu-auth",
  "forward-auth",
  "jwe-decrypt",
  "ldap-auth",
  "ldap-auth-advanced",
  "openid-connect",
  "saml-auth",
  "wolf-rbac",
  "workflow",
]);

const knownPlugins: ReadonlySet<string> = new Set([...pluginNames.known, ...pluginNames.request]);

/**
 * The routes that are switched on.
 * undefined if the files do not tell: they declare no route, or one names a service or plugin config that lives elsewhere.
 */
export function routesInUse(others: Others): readonly RouteInUse[] | undefined {
  const services = new Map(others.services.map((entry) => [entry.id, entry]));
  const pluginConfigs = new Map(others.plugin_configs.map((entry) => [entry.id, entry]));
  const found: RouteInUse[] = [];
  for (const route of others.routes) {
    if (fieldOf(route.value, "status") === 0) continue;
    const service = follow(route, "service_id", services);
    const pluginConfig = follow(route, "plugin_config_id", pluginConfigs);
    if (service === "elsewhere" || pluginConfig === "elsewhere") return undefined;
    const plugins = new Map<string, RunningPlugin>();
    for (const holder of [service, pluginConfig, route]) {
      if (holder) collect(holder, plugins);
    }
    found.push({ route, plugins });
  }
  return found.length === 0 ? undefined : found;
}

/** undefined where the files do not tell; a plugin of an unknown name may be a misspelt auth plugin. */
export function admissionOf(others: Others, customPlugins: ReadonlySet<string>): Admission | undefined {
  const routes = routesInUse(others);
  if (!routes) return undefined;
  for (const { plugins } of routes) {
    for (const name of plugins.keys()) if (!knownPlugins.has(name) && !customPlugins.has(name)) return undefined;
  }
  const accepted = new Set<AuthPlugin>();
  const anonymous = new Set<string>();
  for (const plugins of [globalPlugins(others), ...routes.map((route) => route.plugins)]) {
    admitBy(plugins, accepted, anonymous);
  }
  return { accepted, anonymous };
}

/** The auth plugins among these, those inside multi-auth too. */
export function acceptedBy(...all: readonly ReadonlyMap<string, RunningPlugin>[]): ReadonlySet<AuthPlugin> {
  const accepted = new Set<AuthPlugin>();
  for (const plugins of all) admitBy(plugins, accepted, new Set());
  return accepted;
}

/** The plugins that global rules run on every route. */
export function globalPlugins(others: Others): ReadonlyMap<string, RunningPlugin> {
  const plugins = new Map<string, RunningPlugin>();
  for (const rule of others.global_rules) collect(rule, plugins);
  return plugins;
}

function follow(
  route: Entry<unknown>,
  field: string,
  entries: ReadonlyMap<string, Entry<unknown>>,
): Entry<unknown> | "elsewhere" | undefined {
  if (fieldOf(route.value, field) === undefined) return undefined;
  return entries.get(idField(route.value, field) ?? "") ?? "elsewhere";
}

function collect(holder: Entry<unknown>, plugins: Map<string, RunningPlugin>): void {
  for (const [name, config] of Object.entries(pluginsOf(holder))) {
    // A plugin that is switched off still replaces the service's.
    if (isDisabled(config)) plugins.delete(name);
    else plugins.set(name, { config, holder });
  }
}

function admitBy(plugins: ReadonlyMap<string, RunningPlugin>, accepted: Set<AuthPlugin>, anonymous: Set<string>): void {
  for (const [name, { config }] of plugins) admit(name, config, accepted, anonymous);
}

function admit(name: string, plugin: unknown, accepted: Set<AuthPlugin>, anonymous: Set<string>): void {
  const tried = name === "multi-auth" ? fieldOf(plugin, "auth_plugins") : [{ [name]: plugin }];
  for (const item of Array.isArray(tried) ? tried : []) {
    for (const [inner, config] of Object.entries(isMap(item) ? item : {})) {
      if (!isAuthPlugin(inner)) continue;
      accepted.add(inner);
      const username = fieldOf(config, "anonymous_consumer");
      if (typeof username === "string") anonymous.add(username);
    }
  }
}
