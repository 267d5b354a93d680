/** Walks over the plugins of a configuration, whatever shape they turn out to have. */
import type { AuthPlugin } from "../../model/auth.ts";
import { isAuthPlugin, lookupField } from "../../model/auth.ts";
import type { Config, ConsumerEntry, Entry } from "../../model/config.ts";
import type { Credential } from "../../model/generated/types.ts";
import type { Path, Place } from "../../model/place.ts";

/** A plugin of a resource; `path` leads from the resource to the plugin's configuration. */
export interface PluginUse {
  readonly name: string;
  readonly config: unknown;
  readonly place: Place | undefined;
  readonly path: Path;
}

/** The plugins of a resource; none if its `plugins` is not a map. */
export function pluginsOf({ value, place }: Entry<unknown>): readonly PluginUse[] {
  const plugins = fieldOf(value, "plugins");
  if (typeof plugins !== "object" || plugins === null || Array.isArray(plugins)) return [];
  return Object.entries(plugins).map(([name, config]) => ({ name, config, place, path: ["plugins", name] }));
}

/** Every resource but credentials that can carry plugins. */
export function pluginHolders(config: Config): readonly Entry<unknown>[] {
  const { consumers, consumer_groups, routes, services, plugin_configs, global_rules } = config;
  return [...consumers, ...consumer_groups, ...routes, ...services, ...plugin_configs, ...global_rules];
}

/** A credential's auth plugin, or one that stands in the consumer itself (then without `credential`). */
export interface CredentialUse extends PluginUse {
  readonly name: AuthPlugin;
  readonly consumer: ConsumerEntry;
  readonly credential?: Entry<Credential>;
}

/** Every credential of every consumer, implicit ones included. */
export function credentialUses(config: Config): readonly CredentialUse[] {
  return config.consumers.flatMap((consumer) => {
    const implicit = pluginsOf(consumer).flatMap((use) => authUse(use, { consumer }));
    const explicit = consumer.credentials.flatMap((credential) =>
      pluginsOf(credential).flatMap((use) => authUse(use, { consumer, credential })),
    );
    return [...implicit, ...explicit];
  });
}

/** The value that requests present to be mapped to this credential; undefined if the configuration is not right. */
export function lookupValue({ name, config }: CredentialUse): string | undefined {
  const value = fieldOf(config, lookupField[name]);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A field of an unknown value; undefined if it is no map or lacks the field. */
export function fieldOf(value: unknown, field: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, field)) return undefined;
  return (value as Record<string, unknown>)[field];
}

function authUse(
  use: PluginUse,
  holder: { readonly consumer: ConsumerEntry; readonly credential?: Entry<Credential> },
): readonly CredentialUse[] {
  const { name } = use;
  return isAuthPlugin(name) ? [{ ...use, name, ...holder }] : [];
}
