/**
 * Credentials as they can be presented: where the caller's part is not known (a private key, a value behind a
 * reference), a secret of our own stands in for it. Equal material has equal stand-ins, so what is told apart stays so.
 */
import { type AuthPlugin, isAuthPlugin, isSecretReference, lookupField } from "../model/auth.ts";
import type { ConsumerEntry, Entry } from "../model/config.ts";
import { canonicalJson, isMap, type JsonMap } from "../model/json.ts";
import { concealedFields } from "../plan/concealed.ts";

/** One credential of a consumer, ready to be presented. */
export interface HeldCredential {
  /** Tells it from the consumer's others; the same before and after. */
  readonly id: string;
  readonly name: string;
  readonly plugin: AuthPlugin;
  readonly config: JsonMap;
  /** Whether a part of it is known by reference only. */
  readonly isReference: boolean;
}

/** The consumer with stand-ins where they are needed, for compiling. */
export function withStandIns(entry: ConsumerEntry): ConsumerEntry {
  return {
    ...entry,
    value: replaced(entry.value, entry.id),
    credentials: entry.credentials.map((credential) => ({
      ...credential,
      value: replaced(credential.value, `${entry.id}/${credential.id}`),
    })),
  };
}

/** Its credentials, those that stand in the consumer itself among them. @param entry with stand-ins */
export function heldCredentials(entry: ConsumerEntry, original: ConsumerEntry): readonly HeldCredential[] {
  const originals = new Map(original.credentials.map((credential) => [credential.id, credential]));
  const implicit = Object.entries(authPluginsOf(entry.value)).map(([plugin, config]) =>
    held(`plugins.${plugin}`, `plugins.${plugin}`, plugin, config, authPluginsOf(original.value)[plugin]),
  );
  const named = entry.credentials.flatMap((credential) =>
    Object.entries(authPluginsOf(credential.value)).map(([plugin, config]) =>
      held(
        credential.id,
        nameOf(credential),
        plugin,
        config,
        authPluginsOf(originals.get(credential.id)?.value)[plugin],
      ),
    ),
  );
  return [...implicit, ...named];
}

function held(id: string, name: string, plugin: string, config: JsonMap, original: JsonMap | undefined) {
  const texts = Object.values(original ?? {});
  return {
    id,
    name,
    plugin: plugin as AuthPlugin,
    config,
    isReference: texts.some((text) => typeof text === "string" && isSecretReference(text)),
  };
}

function nameOf({ id, value }: Entry<unknown>): string {
  return isMap(value) && typeof value["name"] === "string" ? value["name"] : id;
}

function authPluginsOf(value: unknown): Readonly<Record<string, JsonMap>> {
  const plugins = isMap(value) ? value["plugins"] : undefined;
  const entries = Object.entries(isMap(plugins) ? plugins : {});
  return Object.fromEntries(
    entries.flatMap(([name, config]) => (isAuthPlugin(name) && isMap(config) ? [[name, config] as const] : [])),
  );
}

function replaced<T extends object>(value: T, holder: string): T {
  const auth = authPluginsOf(value);
  if (Object.keys(auth).length === 0 || !("plugins" in value)) return value;
  const plugins = Object.fromEntries(
    Object.entries(auth).map(([name, config]) => [
      name,
      standIn(name as AuthPlugin, shown(name as AuthPlugin, config, holder)),
    ]),
  );
  return { ...value, plugins: { ...(value.plugins as JsonMap), ...plugins } };
}

/** What a gateway shows in place of a secret is nobody's, and often the same for everybody. */
function shown(plugin: AuthPlugin, config: JsonMap, holder: string): JsonMap {
  const fields = concealedFields(plugin, config);
  if (fields.length === 0) return config;
  return { ...config, ...Object.fromEntries(fields.map((field) => [field, `stand-in:${holder}/${field}`])) };
}

function standIn(plugin: AuthPlugin, config: JsonMap): JsonMap {
  const plain = Object.fromEntries(
    Object.entries(config).map(([field, part]) => [field, typeof part === "string" ? withoutReference(part) : part]),
  );
  if (plugin !== "jwt-auth" || !hasPublicKey(config)) return plain;
  const { algorithm, public_key: publicKey, secret: _secret, base64_secret: _isBase64, ...rest } = plain;
  return { ...rest, algorithm: "HS256", secret: `stand-in ${canonicalJson([algorithm, publicKey])}` };
}

function hasPublicKey({ algorithm }: JsonMap): boolean {
  return typeof algorithm === "string" && !algorithm.startsWith("HS");
}

/** Compiled as it is, a reference would admit nobody here; what it stands for is not known. */
function withoutReference(text: string): string {
  return isSecretReference(text) ? `stand-in:${text.slice(1)}` : text;
}

/** Whether two versions of a credential are the same to a caller. */
export function isSameCredential(left: HeldCredential, right: HeldCredential): boolean {
  return left.plugin === right.plugin && canonicalJson(left.config) === canonicalJson(right.config);
}

/** The value by which a request names the credential. */
export function lookupOf({ plugin, config }: HeldCredential): string {
  const value = config[lookupField[plugin]];
  return typeof value === "string" ? value : "";
}
