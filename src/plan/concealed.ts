/** Secrets that a gateway does not give back: masked, hashed or left out. What stands in their place says nothing of the secret. */
import { type AuthPlugin, isAuthPlugin } from "../model/auth.ts";
import type { Kind } from "../model/config.ts";
import { secretFieldsByPlugin } from "../model/generated/fields.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import { markOf } from "./secret-mark.ts";
import { secrecyAt } from "./secrets.ts";

/** Stars or dots, of which a gateway may leave a few characters of the secret at either end. */
const mask = /^[^*•●]{0,8}[*•●]{3,}[^*•●]{0,8}$/u;

/** Such as `<redacted>`. */
const placeholder = /^[<[({](?:redacted|masked|hidden|encrypted)[>\])}]$/i;

/** The notations of crypt(3), PHC strings and RFC 2307: `$2b$10$…`, `$argon2id$v=19$…`, `{SSHA}…`. */
const hash =
  /^(?:\$(?:1|2[abxy]?|5|6|y|apr1|argon2(?:i|d|id)|scrypt|pbkdf2(?:-sha\d+)?)\$\S+|\{S?SHA(?:256|512)?\}\S+)$/;

/** Whether a gateway put this in place of a secret. */
export function isConcealed(value: unknown): boolean {
  return typeof value === "string" && (isMasked(value) || hash.test(value));
}

/** As `isConcealed`, for what can be no secret at all: a hash may have been meant as one. */
export function isMasked(secret: string): boolean {
  return mask.test(secret) || placeholder.test(secret);
}

/** Where `declared` has a secret and the gateway shows something else in its place. Paths in the order of the declared one. */
export function concealedPaths(kind: Kind, live: JsonMap, declared: JsonMap): readonly Path[] {
  return pathsIn(declared, live, [], { kind, isMarked: markOf(live) !== undefined });
}

/** Of the resource as the gateway shows it. */
interface Shown {
  readonly kind: Kind;
  readonly isMarked: boolean;
}

/** `live` with the declared secrets at these paths: as it would be if they were the same. */
export function withDeclared(live: JsonMap, declared: JsonMap, paths: readonly Path[]): JsonMap {
  return paths.reduce<JsonMap>((result, path) => put(result, declared, path) as JsonMap, live);
}

function pathsIn(declared: unknown, live: unknown, path: Path, shown: Shown): readonly Path[] {
  if (typeof declared === "string") {
    if (declared === live || secrecyAt(path) === "plain") return [];
    return isConcealed(live) ? [path] : [];
  }
  if (Array.isArray(declared)) {
    const items: readonly unknown[] = Array.isArray(live) ? live : [];
    return declared.flatMap((item: unknown, index) => pathsIn(item, items[index], [...path, index], shown));
  }
  if (!isMap(declared) || !isMap(live)) return [];
  return Object.entries(declared).flatMap(([field, part]) => {
    const at = [...path, field];
    return isLeftOut(shown, at, live) && typeof part === "string" ? [at] : pathsIn(part, live[field], at, shown);
  });
}

/** Of an auth plugin's configuration, the fields whose secret the gateway does not show. */
export function concealedFields(plugin: AuthPlugin, config: JsonMap): readonly string[] {
  const secrets = secretFieldsByPlugin[plugin] ?? [];
  return secrets.filter((field) => isConcealed(config[field]) || isKeptBack(config, field));
}

/** Of a document (`toDocument`), with a mask where the gateway keeps a credential's secret back: it would not be seen to lack one. */
export function withMasks(document: JsonMap): JsonMap {
  const consumers: readonly unknown[] = Array.isArray(document["consumers"]) ? document["consumers"] : [];
  return { ...document, consumers: consumers.map((consumer) => (isMap(consumer) ? withMasksIn(consumer) : consumer)) };
}

function withMasksIn(holder: JsonMap): JsonMap {
  const { plugins, credentials } = holder;
  const masked = (plugin: string, config: unknown): unknown => {
    if (!isAuthPlugin(plugin) || !isMap(config)) return config;
    const keptBack = concealedFields(plugin, config).filter((field) => !isConcealed(config[field]));
    return { ...config, ...Object.fromEntries(keptBack.map((field) => [field, "******"])) };
  };
  const shown = isMap(plugins)
    ? Object.fromEntries(Object.entries(plugins).map(([plugin, config]) => [plugin, masked(plugin, config)]))
    : undefined;
  return {
    ...holder,
    ...(shown && { plugins: shown }),
    ...(Array.isArray(credentials) && {
      credentials: credentials.map((each: unknown) => (isMap(each) ? withMasksIn(each) : each)),
    }),
  };
}

/**
 * A credential is nothing without its secret, so where a gateway shows none it keeps it back. The exception is a
 * jwt-auth one with a public key, which has none.
 */
function isKeptBack(config: JsonMap, field: string): boolean {
  const shown = config[field];
  return (shown === undefined || shown === null || shown === "") && typeof config["public_key"] !== "string";
}

/** Of a credential it is plain that there is one; of another plugin only a mark tells that its secret was written. */
function isLeftOut({ kind, isMarked }: Shown, path: Path, live: JsonMap): boolean {
  const [section, plugin, field] = path.map(String);
  if (path.length !== 3 || section !== "plugins" || plugin === undefined || field === undefined) return false;
  const isOfCredential = (kind === "credentials" || kind === "consumers") && isAuthPlugin(plugin);
  return (
    (isOfCredential || isMarked) && secretFieldsByPlugin[plugin]?.includes(field) === true && isKeptBack(live, field)
  );
}

function put(target: unknown, source: unknown, path: Path): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return source;
  if (Array.isArray(target) && Array.isArray(source)) {
    return target.map((item: unknown, index) => (index === step ? put(item, source[index], rest) : item));
  }
  if (!isMap(target) || !isMap(source)) return target;
  return { ...target, [step]: put(target[step], source[step], rest) };
}
