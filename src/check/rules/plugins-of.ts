/** Looks into the plugins of a resource, whatever shape they turn out to have, without an object a plugin: there may be a million consumers. */

import { type AuthPlugin, isAuthPlugin, lookupField } from "../../model/auth.ts";
import type { ConsumerEntry, Entry } from "../../model/config.ts";
import type { Credential } from "../../model/generated/types.ts";
import { isMap } from "../../model/json.ts";
import type { Spot } from "./rule.ts";

type PluginMap = Readonly<Record<string, unknown>>;

const noPlugins: PluginMap = {};

/** Name to configuration; empty if `plugins` is not a map. */
export function pluginsOf({ value }: Entry<unknown>): PluginMap {
  const plugins = fieldOf(value, "plugins");
  return isMap(plugins) ? plugins : noPlugins;
}

/** An auth plugin of a consumer; `credential` is absent for one that stands in the consumer itself. */
export type CredentialVisitor = (
  plugin: AuthPlugin,
  config: unknown,
  consumer: ConsumerEntry,
  credential: Entry<Credential> | undefined,
) => void;

/** Calls `visit` for every credential of a consumer, implicit ones included. */
export function visitCredentialsOf(consumer: ConsumerEntry, visit: CredentialVisitor): void {
  visitAuthPlugins(consumer, consumer, undefined, visit);
  for (const credential of consumer.credentials) visitAuthPlugins(credential, consumer, credential, visit);
}

/** The value that requests present to be mapped to this credential; undefined if the configuration is not right. */
export function lookupValue(plugin: AuthPlugin, config: unknown): string | undefined {
  return textField(config, lookupField[plugin]);
}

/** A field of an unknown value that is text and not empty. */
export function textField(value: unknown, field: string): string | undefined {
  const text = fieldOf(value, field);
  return typeof text === "string" && text !== "" ? text : undefined;
}

/** A field of an unknown value that can be an id: text, or a number as text. */
export function idField(value: unknown, field: string): string | undefined {
  const id = fieldOf(value, field);
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

/** A field of an unknown value; undefined if it is no map or lacks the field. */
export function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, field)) return undefined;
  return (value as Record<string, unknown>)[field];
}

/** `_meta.disable: true`: the plugin does not run. */
export function isDisabled(plugin: unknown): boolean {
  return fieldOf(fieldOf(plugin, "_meta"), "disable") === true;
}

/** Where a plugin of a resource stands, or a part of it. */
export function pluginSpot(holder: Entry<unknown>, plugin: string, ...below: readonly (string | number)[]): Spot {
  return { place: holder.place, path: ["plugins", plugin, ...below] };
}

/** How messages name a credential. */
export function describeCredential(consumer: ConsumerEntry, credential: Entry<Credential> | undefined): string {
  return credential
    ? `credential "${credential.value.name}" of consumer "${consumer.id}"`
    : `the plugin of consumer "${consumer.id}"`;
}

function visitAuthPlugins(
  holder: Entry<unknown>,
  consumer: ConsumerEntry,
  credential: Entry<Credential> | undefined,
  visit: CredentialVisitor,
): void {
  const plugins = pluginsOf(holder);
  for (const name in plugins) if (isAuthPlugin(name)) visit(name, plugins[name], consumer, credential);
}
