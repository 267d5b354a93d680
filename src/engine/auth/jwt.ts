/** Reads a JSON Web Token and judges its signature and times (RFC 7515, RFC 7519; gateway reference, section 2.4). */

import type { CredentialRecord } from "../../artifact/contract.ts";
import { asymmetricAlgorithms, type Crypto, type HmacHash } from "../../crypto/contract.ts";
import { isMap } from "../../model/json.ts";
import { base64UrlText, passingBase64Url, passingBytes } from "../encoding.ts";
import { ownText, RecentTexts } from "../recent-texts.ts";

export interface Token {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** The text that was signed: base64url and a dot. */
  readonly signed: string;
  /** Holds until the next token is read. */
  readonly signature: Uint8Array;
}

type SigningCredential = Pick<CredentialRecord, "jwt" | "secret">;

const timeClaims = ["exp", "nbf"] as const;

const hmacHashes: Readonly<Record<string, HmacHash>> = { HS256: "sha256", HS384: "sha384", HS512: "sha512" };

/** The token of a compact serialisation, not yet verified; undefined if it is none. */
export function parseToken(text: string): Token | undefined {
  const headerEnd = text.indexOf(".");
  const payloadEnd = text.indexOf(".", headerEnd + 1);
  if (headerEnd < 0 || payloadEnd < 0) return undefined;
  // A third dot is no character of base64url.
  const signature = passingBase64Url(text.slice(payloadEnd + 1));
  const said = signature && saidBy(text.slice(0, payloadEnd), headerEnd, signature);
  return said && { header: said.header, payload: said.payload, signed: text.slice(0, payloadEnd), signature };
}

/** What a signed text says. */
interface Said {
  readonly signed: string;
  readonly header: Token["header"];
  readonly payload: Token["payload"];
}

/**
 * A token comes with each request of its caller, and mostly says what it said before: the whole text is compared, and it alone says what it means.
 * Nothing is remembered of signatures, which are verified each time; that one is as good as a hash of its text spares making one. Bounded in
 * number and in length: tokens come from clients, verified or not.
 */
const remembered: (Said | undefined)[] = new Array(1024).fill(undefined);
const longestRemembered = 2048;

function saidBy(signed: string, headerEnd: number, signature: Uint8Array): Said | undefined {
  const place = ((signature[0] ?? 0) | ((signature[1] ?? 0) << 8)) % remembered.length;
  const known = remembered[place];
  if (known?.signed === signed) return known;
  const header = parseHeader(signed.slice(0, headerEnd));
  const payload = header && parseObject(signed.slice(headerEnd + 1));
  if (!payload) return undefined;
  const said = { signed: ownText(signed), header, payload };
  if (signed.length <= longestRemembered) remembered[place] = said;
  return said;
}

const headers = new RecentTexts<Token["header"]>(256, 256);

/** The tokens of an issuer mostly begin with the same few texts. */
function parseHeader(encoded: string): Token["header"] | undefined {
  const known = headers.get(encoded);
  if (known !== undefined) return known;
  const header = parseObject(encoded);
  if (header) headers.set(encoded, header);
  return header;
}

/** Why the signature is not this credential's; undefined if it is. */
export function signatureFault(token: Token, credential: SigningCredential, crypto: Crypto): string | undefined {
  const { jwt } = credential;
  // We know no critical extension, so each one is refused (RFC 7515 section 4.1.11).
  if (Object.hasOwn(token.header, "crit")) return "critical header parameters that are not understood";
  if (!jwt || token.header.alg !== jwt.algorithm) return "the token's algorithm is not the credential's";
  const hash = Object.hasOwn(hmacHashes, jwt.algorithm) ? hmacHashes[jwt.algorithm] : undefined;
  if (hash) {
    const secret = credential.secret();
    if (!secret || secret.length === 0) return "the secret cannot be opened or resolved";
    return crypto.isHmac(hash, secret, token.signed, token.signature) ? undefined : "wrong signature";
  }
  const algorithm = asymmetricAlgorithms.find((each) => each === jwt.algorithm);
  if (!algorithm || jwt.publicKey === undefined) return "no public key for the algorithm";
  return crypto.verify(algorithm, jwt.publicKey, passingBytes(token.signed), token.signature)
    ? undefined
    : "wrong signature";
}

/** @param now seconds @param grace seconds @returns why the token is not valid now; undefined if it is */
export function timeFault(token: Token, required: ReadonlySet<string>, now: number, grace: number): string | undefined {
  for (const claim of timeClaims) {
    const isPresent = Object.hasOwn(token.payload, claim);
    if (!isPresent && required.has(claim)) return `claim ${claim} is missing`;
    const time = token.payload[claim];
    if (isPresent && (typeof time !== "number" || !Number.isFinite(time))) return `claim ${claim} is not a number`;
    if (typeof time !== "number") continue;
    const holds = claim === "exp" ? time > now - grace : time < now + grace;
    if (!holds) return `claim ${claim} does not hold`;
  }
  return undefined;
}

function parseObject(encoded: string): Readonly<Record<string, unknown>> | undefined {
  const text = base64UrlText(encoded);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
