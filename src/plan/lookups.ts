/** The values by which requests find a credential: two credentials must not have the same one (gateway reference, section 1.3). */

import { authPlugins, isSecretReference, lookupField } from "../model/auth.ts";
import { isMap, type JsonMap } from "../model/json.ts";

/** Every `plugin value` that the resource answers to, its nested credentials' too. References to secrets are unknown values. */
export function lookupsOf(value: JsonMap | undefined): readonly string[] {
  if (!value) return [];
  const { plugins, credentials } = value;
  const own = isMap(plugins) ? authPlugins.flatMap((plugin) => lookupOf(plugin, plugins[plugin])) : [];
  const nested: readonly unknown[] = Array.isArray(credentials) ? credentials : [];
  return [...own, ...nested.flatMap((credential) => (isMap(credential) ? lookupsOf(credential) : []))];
}

function lookupOf(plugin: (typeof authPlugins)[number], config: unknown): readonly string[] {
  const value = isMap(config) ? config[lookupField[plugin]] : undefined;
  return typeof value === "string" && !isSecretReference(value) ? [`${plugin} ${value}`] : [];
}
