/** Adds a credential to a request in the way in which a route asks for it, as its holder would. */
import { decodeBase64 } from "../artifact/base64.ts";
import type { CompiledPlugin } from "../artifact/contract.ts";
import type { Crypto, HmacHash } from "../crypto/contract.ts";
import type { GatewayRequest } from "../engine/contract.ts";
import { utf8Bytes, wireBytes, wireValue } from "../engine/encoding.ts";
import { type AuthPlugin, isAuthPlugin } from "../model/auth.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import { type HeldCredential, lookupOf } from "./stand-in.ts";

/** What a route asks for: one of the alternatives of each gate. */
export interface Gate {
  readonly alternatives: readonly { readonly plugin: AuthPlugin; readonly config: JsonMap }[];
}

export interface PresentServices {
  readonly crypto: Crypto;
  /** Milliseconds since the epoch. */
  now(): number;
}

export function gatesOf(plugins: readonly CompiledPlugin[]): readonly Gate[] {
  return plugins.flatMap(({ name, config }) => {
    if (isAuthPlugin(name)) return [{ alternatives: [{ plugin: name, config }] }];
    const listed: unknown = name === "multi-auth" ? config["auth_plugins"] : undefined;
    if (!Array.isArray(listed)) return [];
    const alternatives = listed.flatMap((entry: unknown) =>
      Object.entries(isMap(entry) ? entry : {}).flatMap(([plugin, inner]) =>
        isAuthPlugin(plugin) ? [{ plugin, config: isMap(inner) ? inner : {} }] : [],
      ),
    );
    return [{ alternatives }];
  });
}

/** The request with `credential`, and with others of its holder where several gates ask; undefined if no gate takes it. */
export function present(
  request: GatewayRequest,
  gates: readonly Gate[],
  credential: HeldCredential,
  others: readonly HeldCredential[],
  services: PresentServices,
): GatewayRequest | undefined {
  let presented = request;
  let isUsed = false;
  for (const { alternatives } of gates) {
    const candidates = [credential, ...others.filter((other) => other !== credential)];
    const chosen = candidates.find(({ plugin }) => alternatives.some((alternative) => alternative.plugin === plugin));
    const alternative = alternatives.find(({ plugin }) => plugin === chosen?.plugin);
    if (!chosen || !alternative) return undefined;
    isUsed ||= chosen === credential;
    const headers = headersOf[chosen.plugin](chosen, alternative.config, presented, services);
    if (!headers) return undefined;
    presented = { ...presented, headers: [...presented.headers, ...headers] };
  }
  return isUsed ? presented : undefined;
}

type Headers = readonly (readonly [name: string, value: string])[];
type Presenter = (
  credential: HeldCredential,
  gate: JsonMap,
  request: GatewayRequest,
  services: PresentServices,
) => Headers | undefined;

const headersOf: Readonly<Record<AuthPlugin, Presenter>> = {
  "key-auth": (credential, gate) => {
    const key = wireValue(lookupOf(credential));
    return key === undefined ? undefined : [[textOf(gate["header"], "apikey"), key]];
  },
  "basic-auth": (credential) => {
    const pair = `${lookupOf(credential)}:${textOf(credential.config["password"], "")}`;
    return [["Authorization", `Basic ${base64(utf8Bytes(pair))}`]];
  },
  "hmac-auth": signed,
  "jwt-auth": (credential, gate, _request, services) => {
    const token = tokenOf(credential, textOf(gate["key_claim_name"], "key"), services);
    return token === undefined ? undefined : [[textOf(gate["header"], "authorization"), `Bearer ${token}`]];
  },
};

const hashes: Readonly<Record<string, HmacHash>> = {
  "hmac-sha256": "sha256",
  "hmac-sha512": "sha512",
  "hmac-sha1": "sha1",
  "hmac-sha384": "sha384",
};

/** Gateway reference, section 2.3; headers that are to be signed and that the request lacks are added. */
function signed(
  credential: HeldCredential,
  gate: JsonMap,
  request: GatewayRequest,
  { crypto, now }: PresentServices,
): Headers | undefined {
  const allowed: unknown = gate["allowed_algorithms"];
  const algorithm = Object.keys(hashes).find((name) => !Array.isArray(allowed) || allowed.includes(name));
  const hash = algorithm === undefined ? undefined : hashes[algorithm];
  const keyId = wireValue(lookupOf(credential));
  if (!algorithm || !hash || keyId === undefined) return undefined;
  const required = Array.isArray(gate["signed_headers"]) ? gate["signed_headers"].map(String) : ["date"];
  const names = [...new Set(["@request-target", ...required])];
  const has = (name: string): boolean => request.headers.some(([each]) => each.toLowerCase() === name);
  const added: (readonly [string, string])[] = has("date") ? [] : [["Date", new Date(now()).toUTCString()]];
  if (gate["validate_request_body"] === true && !has("digest"))
    added.push(["Digest", `SHA-256=${base64(crypto.sha256())}`]);
  for (const name of names) {
    const isThere = [...request.headers, ...added].some(([each]) => each.toLowerCase() === name.toLowerCase());
    if (name !== "@request-target" && !isThere) added.push([name, "rollcall-probe"]);
  }
  const values = new Map([...request.headers, ...added].map(([name, value]) => [name.toLowerCase(), value]));
  const lines = names.map((name) =>
    name === "@request-target"
      ? `${request.method} ${request.target}`
      : `${name}: ${values.get(name.toLowerCase()) ?? ""}`,
  );
  const secret = utf8Bytes(textOf(credential.config["secret_key"], ""));
  const signature = base64(crypto.hmac(hash, secret, wireBytes(`${[keyId, ...lines].join("\n")}\n`)));
  const parameters = `keyId="${keyId}",algorithm="${algorithm}",headers="${names.join(" ")}",signature="${signature}"`;
  return [...added, ["Authorization", `Signature ${parameters}`]];
}

const jwtHashes: Readonly<Record<string, HmacHash>> = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };

function tokenOf({ config }: HeldCredential, claim: string, { crypto, now }: PresentServices): string | undefined {
  const algorithm = textOf(config["algorithm"], "HS256");
  const hash = jwtHashes[algorithm];
  const text = textOf(config["secret"], "");
  const secret = config["base64_secret"] === true ? decodeBase64(text) : utf8Bytes(text);
  if (!hash || !secret || secret.length === 0) return undefined;
  const seconds = Math.floor(now() / 1000);
  const claims = { exp: seconds + 3600, nbf: seconds - 60, [claim]: textOf(config["key"], "") };
  const parts = [{ alg: algorithm, typ: "JWT" }, claims].map((part) => base64Url(utf8Bytes(JSON.stringify(part))));
  return [...parts, base64Url(crypto.hmac(hash, secret, utf8Bytes(parts.join("."))))].join(".");
}

function textOf(value: unknown, whenMissing: string): string {
  return typeof value === "string" ? value : whenMissing;
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function base64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
