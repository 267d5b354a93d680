/** What a credential must have for a gateway to take it (gateway reference, sections 2.1 to 2.4). */
import { isMap, type JsonMap } from "../model/json.ts";

const sharedKeyAlgorithms: ReadonlySet<unknown> = new Set(["HS256", "HS384", "HS512"]);
const publicKeyAlgorithms: ReadonlySet<unknown> = new Set([
  ...["RS256", "RS384", "RS512", "ES256", "ES384", "ES512", "PS256", "PS384", "PS512", "EdDSA"],
]);

type Check = (settings: JsonMap) => string | undefined;

const checks: Readonly<Record<string, Check>> = {
  "key-auth": (settings) => missing(settings, "key"),
  "basic-auth": (settings) => missing(settings, "username", "password"),
  "hmac-auth": (settings) => missing(settings, "key_id", "secret_key") ?? tooLong(settings, "key_id", "secret_key"),
  "jwt-auth": (settings) => missing(settings, "key") ?? jwtLack(settings),
};

/** What is wrong with it, in words without secrets; undefined if nothing is. */
export function lackOf(plugin: string, settings: unknown): string | undefined {
  return checks[plugin]?.(isMap(settings) ? settings : {});
}

function jwtLack(settings: JsonMap): string | undefined {
  const algorithm = settings["algorithm"] ?? "HS256";
  if (publicKeyAlgorithms.has(algorithm)) return missing(settings, "public_key");
  if (!sharedKeyAlgorithms.has(algorithm)) return "its algorithm is none of jwt-auth's";
  const lack = missing(settings, "secret");
  if (lack !== undefined || settings["base64_secret"] !== true) return lack;
  return isBase64(String(settings["secret"])) ? undefined : "its secret is not base64";
}

function missing(settings: JsonMap, ...fields: readonly string[]): string | undefined {
  const lacking = fields.filter((field) => typeof settings[field] !== "string" || settings[field] === "");
  return lacking.length === 0 ? undefined : `it has no ${lacking.join(" and no ")}`;
}

function tooLong(settings: JsonMap, ...fields: readonly string[]): string | undefined {
  const long = fields.find((field) => String(settings[field]).length > 256);
  return long === undefined ? undefined : `its ${long} is longer than 256 characters`;
}

function isBase64(text: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text);
}
