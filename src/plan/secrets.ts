/** Tells which values of a resource are secret. What no schema knows counts as secret. */

import { isSecretReference } from "../model/auth.ts";
import { pluginDefaults } from "../model/generated/defaults.ts";
import { plainFieldNames, pluginNames, secretFieldsByPlugin } from "../model/generated/fields.ts";
import { canonicalJson, isMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";

/**
 * - `opaque`: the whole value is secret, whatever its type
 * - `secret`: its texts and numbers are
 * - `plain`: it may be shown
 */
export type Secrecy = "opaque" | "secret" | "plain";

/** The value without its secrets, and whether it had any. */
export interface Masked {
  readonly value: unknown;
  readonly hasSecret: boolean;
}

interface PluginPath {
  readonly plugin: string;
  /** Below the plugin's configuration. */
  readonly rest: Path;
}

const knownPlugins: ReadonlySet<string> = new Set([...pluginNames.credential, ...pluginNames.request]);

/** Maps whose keys the user chooses, and whose values select callers. */
const plainContainers: ReadonlySet<string> = new Set(["labels", "allow_labels", "deny_labels"]);

/** Maps and lists of whole headers, in which people put tokens. */
const headerContainers: ReadonlySet<string> = new Set([
  "headers",
  "extra_headers",
  "response_headers",
  "break_response_headers",
]);

/** Secrecy of what stands at `path` of a resource. */
export function secrecyAt(path: Path): Secrecy {
  const inPlugin = pluginPath(path);
  if (!inPlugin) return hasPlainName(path) || isHashKey(path) ? "plain" : "secret";
  const { plugin, rest } = inPlugin;
  const field = rest[0];
  if (rest[0] === "_meta") return hasPlainName(rest) ? "plain" : "secret";
  if (!knownPlugins.has(plugin)) return "opaque";
  if (field === undefined) return "plain";
  if (secretFieldsByPlugin[plugin]?.includes(String(field))) return "opaque";
  if (hasPublicDefault(plugin, rest)) return "plain";
  if (rest.some((step) => headerContainers.has(String(step))) && !rest.includes("remove")) return "secret";
  return hasPlainName(rest) ? "plain" : "secret";
}

/** Replaces every secret in `value`, which stands at `path`, by what `replace` makes of it. References to secrets stay. */
export function maskSecrets(value: unknown, path: Path, replace: (secret: string) => string): Masked {
  const secrecy = secrecyAt(path);
  const isOpaquePart = secrecy === "opaque" && !isPluginRoot(path, value);
  if (isOpaquePart || (secrecy === "secret" && isScalarSecret(value))) {
    if (value === undefined || (typeof value === "string" && isSecretReference(value)))
      return { value, hasSecret: false };
    return { value: replace(typeof value === "string" ? value : canonicalJson(value)), hasSecret: true };
  }
  if (Array.isArray(value)) {
    const items = value.map((item: unknown, index) => maskSecrets(item, [...path, index], replace));
    return { value: items.map((item) => item.value), hasSecret: items.some((item) => item.hasSecret) };
  }
  if (!isMap(value)) return { value, hasSecret: false };
  const fields = Object.entries(value).map(([key, part]) => [key, maskSecrets(part, [...path, key], replace)] as const);
  return {
    value: Object.fromEntries(fields.map(([key, field]) => [key, field.value])),
    hasSecret: fields.some(([, field]) => field.hasSecret),
  };
}

/** Every text of the resource that must not be shown. */
export function secretTexts(resource: unknown): ReadonlySet<string> {
  const texts = new Set<string>();
  maskSecrets(resource, [], (secret) => {
    for (const text of textsIn(secret)) texts.add(text);
    return "";
  });
  return texts;
}

/** Whether `path` is a part that is compared and shown as one, because its inner names may be secret too. */
export function isShownWhole(path: Path): boolean {
  return secrecyAt(path) === "opaque" && (pluginPath(path)?.rest.length ?? 0) > 0;
}

function pluginPath(path: Path): PluginPath | undefined {
  const at = path.indexOf("plugins");
  const plugin = path[at + 1];
  if (at < 0 || plugin === undefined) return undefined;
  const rest = path.slice(at + 2);
  const alternative = rest[2];
  const isNested = plugin === "multi-auth" && rest[0] === "auth_plugins" && alternative !== undefined;
  return isNested ? { plugin: String(alternative), rest: rest.slice(3) } : { plugin: String(plugin), rest };
}

/** The fields of a plugin that we do not know are masked one by one. */
function isPluginRoot(path: Path, value: unknown): boolean {
  return pluginPath(path)?.rest.length === 0 && isMap(value);
}

/** What chash hashes, such as `remote_addr`; elsewhere a `key` may be a secret. */
function isHashKey(path: Path): boolean {
  return path.at(-1) === "key" && (path.length === 1 || (path.length === 2 && path[0] === "upstream"));
}

function hasPlainName(path: Path): boolean {
  if (path.some((step) => plainContainers.has(String(step)))) return true;
  const name = path.findLast((step) => typeof step === "string");
  return name === undefined || plainFieldNames.has(String(name));
}

/** A field for which the schema gives a default holds no secret, even if its name does elsewhere (limit-count `key`). */
function hasPublicDefault(plugin: string, rest: Path): boolean {
  const field = String(rest[0]);
  return [pluginDefaults.request, pluginDefaults.credential].some(
    (table) => rest.length === 1 && ["string", "number", "boolean"].includes(typeof table[plugin]?.[field]),
  );
}

function isScalarSecret(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number";
}

/** An opaque value is handed over as JSON text: the texts inside count by themselves. */
function textsIn(secret: string): readonly string[] {
  if (!/^[[{]/.test(secret)) return [secret];
  try {
    return [secret, ...leaves(JSON.parse(secret))];
  } catch {
    return [secret];
  }
}

function leaves(value: unknown): readonly string[] {
  if (typeof value === "string") return isSecretReference(value) ? [] : [value];
  if (typeof value === "number") return [String(value)];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}
