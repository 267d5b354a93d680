/** What a credential answers to and what it proves itself with, by auth plugin (gateway reference, sections 2.1 to 2.4). */
import { decodeBase64 } from "../artifact/base64.ts";
import type { CredentialInput, LookupInput, SecretInput } from "../artifact/input.ts";
import { isPublicKeyAlgorithm } from "../artifact/references.ts";
import { type AuthPlugin, isSecretReference, lookupField } from "../model/auth.ts";
import { type JsonObject, pluginDefaults } from "../model/generated/defaults.ts";
import { type Fields, isDisabled, numberOf, textOf } from "./fields.ts";

export type CompiledCredential = Pick<CredentialInput, "isDisabled" | "lookup" | "secret" | "jwt">;

const longestGracePeriod = 0xffffffff;
const noFields: JsonObject = {};

/** A field that is empty or of a wrong type is left out, and the credential admits nobody. */
export function compileCredential(plugin: AuthPlugin, written: Fields): CompiledCredential {
  return {
    isDisabled: isDisabled(written),
    lookup: compileLookup(written[lookupField[plugin]]),
    secret: compileSecret[plugin](written),
    jwt: plugin === "jwt-auth" ? compileJwt(written) : undefined,
  };
}

const compileSecret: Readonly<Record<AuthPlugin, (written: Fields) => SecretInput | undefined>> = {
  "key-auth": () => undefined,
  "basic-auth": ({ password }) =>
    referenceTo(password) ??
    (typeof password === "string" && password !== "" ? { kind: "password", password } : undefined),
  "hmac-auth": ({ secret_key: secret }) => referenceTo(secret) ?? secretOf(secret, false),
  "jwt-auth": (written) => {
    const isBase64 = jwtField(written, "base64_secret") === true;
    const { public_key: publicKey, secret } = written;
    return isPublicKeyAlgorithm(textOf(jwtField(written, "algorithm")) ?? "")
      ? (referenceTo(publicKey) ?? publicKeyOf(publicKey))
      : (referenceTo(secret, isBase64) ?? secretOf(secret, isBase64));
  },
};

/** The only credentials that have defaults, of fields without fields of their own: filling in a copy of each takes longer than all the rest. */
function jwtField(written: Fields, name: string): unknown {
  const value = written[name];
  return value === undefined ? (pluginDefaults.credential["jwt-auth"] ?? noFields)[name] : value;
}

function compileLookup(value: unknown): LookupInput | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  return { text: value, isReference: isReference(value) };
}

function compileJwt(written: Fields) {
  const gracePeriod = Math.floor(numberOf(jwtField(written, "lifetime_grace_period")) ?? 0);
  return {
    algorithm: textOf(jwtField(written, "algorithm")) ?? "",
    lifetimeGracePeriod: Math.min(Math.max(gracePeriod, 0), longestGracePeriod),
  };
}

function referenceTo(value: unknown, isBase64 = false): SecretInput | undefined {
  if (typeof value !== "string" || !isReference(value)) return undefined;
  return { kind: "reference", reference: value, isBase64 };
}

/** Hardly any value begins so. */
function isReference(value: string): boolean {
  return value.startsWith("$") && isSecretReference(value);
}

function secretOf(value: unknown, isBase64: boolean): SecretInput | undefined {
  if (typeof value !== "string" || value === "") return undefined;
  if (!isBase64) return { kind: "text", text: value };
  const bytes = decodeBase64(value);
  return bytes === undefined || bytes.length === 0 ? undefined : { kind: "bytes", bytes };
}

function publicKeyOf(value: unknown): SecretInput | undefined {
  return typeof value === "string" && value !== "" ? { kind: "publicKey", pem: value } : undefined;
}
