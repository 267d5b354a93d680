/** Makes the next credential of a current one: all that is in it but name, id, and what the caller presents. */
import { type AuthPlugin, isSecretReference } from "../model/auth.ts";
import { isMap, type JsonMap } from "../model/json.ts";
import { variableName } from "../plan/extract-secrets.ts";
import { secrecyAt } from "../plan/secrets.ts";
import { type Refusal, rotationLabels } from "./contract.ts";
import { authOf, type DeclaredCredential } from "./locate.ts";
import { nextName } from "./names.ts";
import { describe } from "./standing.ts";

export interface NextRequest {
  readonly current: DeclaredCredential;
  /** As it is written, with its variables. */
  readonly written: JsonMap;
  /** Of the next credential. */
  readonly name: string;
  /** For basic-auth, in place of a name that follows from the current one. */
  readonly username?: string;
  /** In place of a random secret. */
  readonly secret?: string;
  /** For jwt-auth with an asymmetric algorithm. */
  readonly publicKey?: string;
  /** Write secrets in clear, without variables. */
  readonly reveal: boolean;
  isLookupTaken(plugin: AuthPlugin, lookup: string): boolean;
  isVariableTaken(name: string): boolean;
  makeSecret: MakeSecret;
}

/** A random text of so many bytes. */
export type MakeSecret = (bytes: number, encoding: "base64" | "base64url") => string;

export interface NextCredential {
  /** As it is to be written. */
  readonly value: JsonMap;
  /** Name to secret. */
  readonly variables: ReadonlyMap<string, string>;
  /** What the caller has to change beside the secret, such as `username acme-2`; without the value where that is secret. */
  readonly presents: string | undefined;
}

interface Fields {
  /** By which the gateway finds the credential, where that is not the secret itself. */
  readonly lookup?: string;
  readonly secret: string;
}

const fieldsOf: Readonly<Record<AuthPlugin, Fields>> = {
  "key-auth": { secret: "key" },
  "basic-auth": { lookup: "username", secret: "password" },
  "hmac-auth": { lookup: "key_id", secret: "secret_key" },
  "jwt-auth": { lookup: "key", secret: "secret" },
};

const variable = /(?<!\\)\$\{[A-Za-z_][A-Za-z0-9_]*\}/;

export function nextCredential(request: NextRequest): NextCredential | Refusal {
  const auth = authOf(request.current.value);
  const written = authOf(request.written);
  if (!auth || !written) return refuse(request, "it has no auth plugin that can be rotated.");
  const refused = refusalOf(request, auth.plugin, auth.config);
  if (refused) return refused;
  const variables = new Map<string, string>();
  const put = (field: string, text: string): string => {
    if (request.reveal) return escaped(text);
    const words = [request.current.username, request.name, field];
    const name = variableName(words, (taken) => variables.has(taken) || request.isVariableTaken(taken));
    variables.set(name, text);
    return `\${${name}}`;
  };
  const { lookup, secret } = fieldsOf[auth.plugin];
  const config: Record<string, unknown> = { ...written.config };
  let presents: string | undefined;
  if (lookup !== undefined) {
    const next = nextLookup(request, auth.plugin, auth.config[lookup], written.config[lookup]);
    config[lookup] = next.isVariable ? put(lookup, next.text) : escaped(next.text);
    const isShown = secrecyAt(["plugins", auth.plugin, lookup]) === "plain";
    presents = isShown ? `${lookup} ${next.text}` : lookup;
  }
  if (isAsymmetric(auth.plugin, auth.config)) config["public_key"] = escaped(request.publicKey ?? "");
  else {
    const text = request.secret ?? request.makeSecret(...strengthOf(auth.config));
    config[secret] = isSecretReference(text) ? text : put(secret, text);
  }
  return { value: withConfig(request, auth.plugin, config), variables, presents };
}

function refusalOf(request: NextRequest, plugin: AuthPlugin, config: JsonMap): Refusal | undefined {
  const { secret, publicKey, username } = request;
  const field = fieldsOf[plugin].secret;
  if (username !== undefined && plugin !== "basic-auth") {
    return refuse(request, `--username is for basic-auth, and this is ${plugin}.`);
  }
  if (username !== undefined && request.isLookupTaken(plugin, username)) {
    return refuse(request, `the username "${username}" is taken: the gateway finds a credential by it alone.`);
  }
  if (isAsymmetric(plugin, config)) {
    if (secret !== undefined) return refuse(request, `${config["algorithm"]} has no secret: give --public-key FILE.`);
    if (publicKey !== undefined) return undefined;
    return refuse(
      request,
      `${config["algorithm"]} needs the public half of the caller's next key pair: give --public-key FILE.`,
    );
  }
  if (publicKey !== undefined) {
    return refuse(request, "--public-key is for jwt-auth with an asymmetric algorithm (RS, PS, ES, EdDSA).");
  }
  const current = config[field];
  if (secret !== undefined || typeof current !== "string" || !isSecretReference(current)) return undefined;
  return refuse(
    request,
    "its secret is kept elsewhere ($env:// or $secret://). Put the next one there, and give the reference to it with " +
      "--secret-from FILE (or - for standard input).",
  );
}

function refuse({ current }: NextRequest, reason: string): Refusal {
  return { refused: `${describe(current)} is not rotated: ${reason}` };
}

function isAsymmetric(plugin: AuthPlugin, { algorithm }: JsonMap): boolean {
  return plugin === "jwt-auth" && typeof algorithm === "string" && !algorithm.startsWith("HS");
}

/** As long as the output of the hash (RFC 7518, section 3.2); a key of 256 bits where no algorithm says more. */
function strengthOf({ algorithm, base64_secret: isBase64 }: JsonMap): Parameters<MakeSecret> {
  const bits = /^HS(384|512)$/.exec(String(algorithm))?.[1] ?? "256";
  return [Number(bits) / 8, isBase64 === true ? "base64" : "base64url"];
}

function nextLookup(
  { current, name, username, isLookupTaken }: NextRequest,
  plugin: AuthPlugin,
  value: unknown,
  written: unknown,
): { readonly text: string; readonly isVariable: boolean } {
  if (username !== undefined) return { text: username, isVariable: false };
  const isVariable = typeof written === "string" && variable.test(written);
  const isKnown = typeof value === "string" && !isSecretReference(value) && !(isVariable && variable.test(value));
  const base = isKnown ? value : `${current.username}-${name}`;
  const isTaken = (text: string): boolean => isLookupTaken(plugin, text);
  return { text: isKnown || isTaken(base) ? nextName(base, isTaken) : base, isVariable };
}

/** In the shape and the order of the current one, without an id of its own and without the labels of its rotation. */
function withConfig({ written, name }: NextRequest, plugin: AuthPlugin, config: JsonMap): JsonMap {
  const labels = isMap(written["labels"]) ? written["labels"] : {};
  const kept = Object.entries(labels).filter(([label]) => !ownLabels.has(label));
  const { id: _id, ...next }: Record<string, unknown> = { ...written, name: escaped(name) };
  if (kept.length > 0) next["labels"] = Object.fromEntries(kept);
  else delete next["labels"];
  if ("plugins" in written) next["plugins"] = { [plugin]: config };
  else next["config"] = config;
  return next;
}

const ownLabels: ReadonlySet<string> = new Set(Object.values(rotationLabels));

/** A text that the reader would take for a variable. */
function escaped(text: string): string {
  return text.replace(/\$\{[A-Za-z_][A-Za-z0-9_]*\}/g, (written) => `\\${written}`);
}
