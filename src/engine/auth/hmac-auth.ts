/** hmac-auth: a signed request (gateway reference, section 2.3; HTTP Signatures, draft-cavage). */
import type { Crypto, HmacHash } from "../../crypto/contract.ts";
import type { RequestContext } from "../context.ts";
import { base64Bytes, isWireText, passingBase64, utf8Bytes, wireBytes, wireText } from "../encoding.ts";
import { headerName } from "../header-names.ts";
import { several } from "../headers.ts";
import type { MaybePromise } from "../plugin.ts";
import { RecentTexts } from "../recent-texts.ts";
import { flagSetting, numberSetting, textListSetting } from "../settings.ts";
import { admitted, answered, authPlugin, denied, singleHeader, type Verdict } from "./authenticator.ts";
import { type SignatureParameters, type SignedName, signatureParameters, signedNames } from "./signature-parameters.ts";

interface SignatureRules {
  readonly algorithms: readonly Algorithm[];
  /** Seconds. */
  readonly clockSkew: number;
  readonly signedHeaders: readonly SignedName[];
  readonly validatesBody: boolean;
  /** Octets. */
  readonly longestBody: number;
}

interface Algorithm {
  readonly name: string;
  readonly hash: HmacHash;
}

const refusal = "client request can't be validated";

/** A list, because a text that comes from a client has to be hashed first before an object or a map can be asked for it. */
const algorithms: readonly Algorithm[] = [
  { name: "hmac-sha256", hash: "sha256" },
  { name: "hmac-sha1", hash: "sha1" },
  { name: "hmac-sha512", hash: "sha512" },
  { name: "hmac-sha384", hash: "sha384" },
];
const usualAlgorithms = ["hmac-sha1", "hmac-sha256", "hmac-sha512"];

const dummySecret = utf8Bytes("rollcall: no such key id");

export const hmacAuth = authPlugin<SignatureRules>({
  name: "hmac-auth",
  priority: 2530,
  scheme: "hmac",
  defaultRealm: "hmac",
  prepare: (config) => ({
    algorithms: allowedAlgorithms(textListSetting(config, "allowed_algorithms") ?? usualAlgorithms),
    clockSkew: numberSetting(config, "clock_skew", 300),
    signedHeaders: (textListSetting(config, "signed_headers") ?? ["date"]).flatMap(signedNames),
    validatesBody: flagSetting(config, "validate_request_body", false),
    longestBody: numberSetting(config, "max_req_body_size", 67_108_864),
  }),
  authenticate(rules, context) {
    const header = singleHeader(context, "authorization");
    if (header === undefined) return explained("missing Authorization header");
    if (typeof header !== "string") return header;
    if (!header.startsWith("Signature")) return explained("Authorization header does not start with 'Signature'");
    const parameters = signatureParameters(header, "Signature".length);
    return typeof parameters === "string" ? denied(refusal, parameters) : verify(rules, parameters, context);
  },
  hide: (_, context) => context.headers.remove("authorization"),
});

function allowedAlgorithms(names: readonly string[]): readonly Algorithm[] {
  return algorithms.filter(({ name }) => names.includes(name));
}

/** Only what is wrong with the header itself is told to the client. */
function explained(reason: string): Verdict {
  return denied(`${refusal}: ${reason}`, reason);
}

/** Checks a request of an unknown key id like any other, so that the time does not tell. */
function verify(
  rules: SignatureRules,
  parameters: SignatureParameters,
  context: RequestContext,
): MaybePromise<Verdict> {
  const index = context.artifact.findCredential("hmac-auth", keyIdOf(parameters, context));
  const credential = index < 0 ? undefined : context.artifact.credential(index);
  const fault = signatureFault(rules, parameters, credential?.secret() ?? dummySecret, context);
  if (!credential) return denied(refusal, "Invalid keyId");
  if (credential.secret() === undefined) return denied(refusal, "the secret cannot be opened or resolved");
  if (fault !== undefined) return denied(refusal, fault);
  return rules.validatesBody ? verifyBody(rules, index, context) : admitted(index);
}

function keyIdOf({ keyId }: SignatureParameters, { headers }: RequestContext): string {
  return headers.arePrintable ? keyId : wireText(keyId);
}

/** The first check that fails; undefined if all hold. */
function signatureFault(
  rules: SignatureRules,
  parameters: SignatureParameters,
  secret: Uint8Array,
  context: RequestContext,
): string | undefined {
  const hash = hashOf(rules, parameters.algorithm);
  if (!hash) return "Invalid algorithm";
  const dateFault = clockFault(rules, context);
  if (dateFault !== undefined) return dateFault;
  const unsigned = unsignedHeader(rules, parameters.headers);
  if (unsigned) return `expected header "${unsigned.name}" missing in signing`;
  const signed = signingText(parameters, context);
  if ("fault" in signed) return signed.fault;
  const presented = passingBase64(parameters.signature);
  return presented && isSigned(signed, hash, secret, presented, context.services.crypto)
    ? undefined
    : "Invalid signature";
}

function hashOf({ algorithms: allowed }: SignatureRules, name: string): HmacHash | undefined {
  for (const algorithm of allowed) if (algorithm.name === name) return algorithm.hash;
  return undefined;
}

/** A header that has to be signed and is not. */
function unsignedHeader({ signedHeaders }: SignatureRules, signed: readonly SignedName[]): SignedName | undefined {
  for (const expected of signedHeaders) if (!isAmong(signed, expected.lower)) return expected;
  return undefined;
}

function isAmong(names: readonly SignedName[], lower: string): boolean {
  for (const name of names) if (name.lower === lower) return true;
  return false;
}

function isSigned(
  { pieces, isWireText: isWire }: SigningText,
  hash: HmacHash,
  secret: Uint8Array,
  sum: Uint8Array,
  crypto: Crypto,
): boolean {
  if (isWire) return crypto.isHmac(hash, secret, pieces, sum);
  return crypto.equal(crypto.hmac(hash, secret, wireBytes(pieces.join(""))), sum);
}

function clockFault(rules: SignatureRules, context: RequestContext): string | undefined {
  const { headers, services } = context;
  const date = headers.sole("date");
  const time = typeof date === "string" ? imfFixdate(date) : undefined;
  if (time === undefined) return "Invalid GMT format time";
  const now = Math.floor(services.now() / 1000) * 1000;
  return Math.abs(now - time) > rules.clockSkew * 1000 ? "Clock skew exceeded" : undefined;
}

/** Requests that come together bear the same few dates. */
const dates = new RecentTexts<number>(64, 29);

function imfFixdate(text: string): number | undefined {
  const known = dates.get(text);
  if (known !== undefined) return known;
  const time = parseImfFixdate(text);
  if (time !== undefined) dates.set(text, time);
  return time;
}

/** RFC 9110 section 5.6.7; toUTCString writes this form, so the round trip checks all of it, the weekday too. */
function parseImfFixdate(text: string): number | undefined {
  if (!/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isFinite(time) && new Date(time).toUTCString() === text ? time : undefined;
}

/** In pieces: put together, they would be taken apart again to be hashed. */
interface SigningText {
  readonly pieces: readonly string[];
  /** One octet a character. */
  readonly isWireText: boolean;
}

/** The signing string, or why there is none. */
function signingText(
  { keyId, headers }: SignatureParameters,
  context: RequestContext,
): SigningText | { readonly fault: string } {
  const pieces = [keyId, "\n"];
  // Of every value that was received, and of the target always.
  const arePrintable = context.headers.arePrintable && isWireText(context.request.method);
  let isWire = arePrintable || isWireText(keyId);
  for (const { name, lower, label } of headers) {
    if (name === "@request-target") {
      pieces.push(context.request.method, " ", context.target.raw, "\n");
      if (!arePrintable) isWire &&= isWireText(context.request.method);
      continue;
    }
    const value = originalValue(context, lower);
    if (value === several) return { fault: `signed header ${name} is sent more than once` };
    if (value === undefined) return { fault: `signed header ${name} is not in the request` };
    if (!arePrintable) isWire &&= isWireText(value) && isWireText(name);
    pieces.push(label, value, "\n");
  }
  return { pieces, isWireText: isWire };
}

/** What the client signed, whatever other plugins have changed since; the host that counts is that of an absolute target. */
function originalValue({ request, target }: RequestContext, lower: string): string | typeof several | undefined {
  if (lower === "host" && target.authority !== undefined) return target.authority;
  let value: string | undefined;
  for (const field of request.headers) {
    // Most are told by their length alone.
    if (field[0].length !== lower.length || headerName(field[0]).lower !== lower) continue;
    if (value !== undefined) return several;
    value = field[1];
  }
  return value;
}

async function verifyBody(rules: SignatureRules, credential: number, context: RequestContext): Promise<Verdict> {
  const { crypto } = context.services;
  const digests = context.headers.all("digest");
  const presented = /^SHA-256=(.+)$/i.exec(digests.length === 1 ? (digests[0] ?? "") : "")?.[1];
  const digest = presented === undefined ? undefined : base64Bytes(presented);
  if (!digest || !context.request.readBody) return denied(refusal, "Invalid digest");
  const body = await context.request.readBody(rules.longestBody);
  if (!body) return answered(413, refusal, "request body over max_req_body_size");
  return crypto.equal(crypto.sha256(body), digest) ? admitted(credential) : denied(refusal, "Invalid digest");
}
