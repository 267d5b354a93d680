/** What a credential answers to and what it proves itself with, by auth plugin (gateway reference, sections 2.1 to 2.4). */
import { decodeBase64 } from "../artifact/base64.ts";
import type { CredentialInput, LookupInput, SecretInput } from "../artifact/input.ts";
import { isPublicKeyAlgorithm } from "../artifact/references.ts";
import { type AuthPlugin, isSecretReference, lookupField } from "../model/auth.ts";
import { pluginDefaults } from "../model/generated/defaults.ts";
import { type Fields, isDisabled, numberOf, textOf, withDefaults } from "./fields.ts";

export type CompiledCredential = Pick<CredentialInput, "isDisabled" | "lookup" | "secret" | "jwt">;

const longestGracePeriod = 0xffffffff;
const encoder = new TextEncoder();

/** A field that is empty or of a wrong type is left out, and the credential admits nobody. */
export function compileCredential(plugin: AuthPlugin, written: Fields): CompiledCredential {
  const config = withDefaults(written, pluginDefaults.credential[plugin] ?? {});
  const lookup = compileLookup(config[lookupField[plugin]]);
  const secret = compileSecret[plugin](config);
  return {
    isDisabled: isDisabled(config),
    ...(lookup && { lookup }),
    ...(secret && { secret }),
    ...(plugin === "jwt-auth" && { jwt: compileJwt(config) }),
  };
}

const compileSecret: Readonly<Record<AuthPlugin, (config: Fields) => SecretInput | undefined>> = {
  "key-auth": () => undefined,
  "basic-auth": ({ password }) =>
    referenceTo(password) ??
    (typeof password === "string" && password !== "" ? { kind: "password", password } : undefined),
  "hmac-auth": ({ secret_key: secret }) => referenceTo(secret) ?? secretBytes(secret, false),
  "jwt-auth": ({ algorithm, public_key: publicKey, secret, base64_secret: base64 }) =>
    isPublicKeyAlgorithm(textOf(algorithm) ?? "")
      ? (referenceTo(publicKey) ?? publicKeyOf(publicKey))
      : (referenceTo(secret, base64 === true) ?? secretBytes(secret, base64 === true)),
};

function compileLookup(value: unknown): LookupInput | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return isSecretReference(value) ? { reference: value } : { value };
}

function compileJwt(config: Fields) {
  const gracePeriod = Math.floor(numberOf(config.lifetime_grace_period) ?? 0);
  return {
    algorithm: textOf(config.algorithm) ?? "",
    lifetimeGracePeriod: Math.min(Math.max(gracePeriod, 0), longestGracePeriod),
  };
}

function referenceTo(value: unknown, isBase64 = false): SecretInput | undefined {
  if (typeof value !== "string" || !isSecretReference(value)) return undefined;
  return { kind: "reference", reference: value, isBase64 };
}

function secretBytes(value: unknown, isBase64: boolean): SecretInput | undefined {
  if (typeof value !== "string") return undefined;
  const bytes = isBase64 ? decodeBase64(value) : encoder.encode(value);
  return bytes === undefined || bytes.length === 0 ? undefined : { kind: "bytes", bytes };
}

function publicKeyOf(value: unknown): SecretInput | undefined {
  return typeof value === "string" && value !== "" ? { kind: "publicKey", pem: value } : undefined;
}
