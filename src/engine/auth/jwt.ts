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

/** The token of a compact serialisation, not yet verified; undefined if it is none. */
export function parseToken(text: string): Token | undefined {
  const headerEnd = text.indexOf(".");
  const payloadEnd = text.indexOf(".", headerEnd + 1);
  if (headerEnd < 0 || payloadEnd < 0) return undefined;
  // A third dot is no character of base64url.
  const signature = passingBase64Url(text.slice(payloadEnd + 1));
  const said = signature && saidBy(text.slice(0, payloadEnd), headerEnd, signature);
  return said && { header: said.header, payload: said.payload, signed: said.signed, signature };
}

/** What a signed text says. */
interface Said {
  readonly signed: string;
  readonly header: Token["header"];
  readonly payload: Token["payload"];
}

/**
 * A token comes with each request of its caller, and mostly says what it said before: the whole text is compared, and it alone says what it means.
 * Nothing is remembered of signatures, which are verified each time, but four bytes; one is as good as a hash of its text spares making one. Bounded
 * in number and in length: tokens come from clients, verified or not.
 */
const places = 4096;
const longestRemembered = 1024;
const remembered = new Array<Said | undefined>(places).fill(undefined);
/** Of the token that was seen last at a place. One is remembered when it comes again: what is kept of each that comes once, the collector has to copy. */
const seen = new Int32Array(places);

function saidBy(signed: string, headerEnd: number, signature: Uint8Array): Said | undefined {
  const place = wordOf(signature, 0) & (places - 1);
  const known = remembered[place];
  if (known !== undefined && known.signed === signed) return known;
  const header = parseHeader(signed.slice(0, headerEnd));
  const payload = header && parseObject(signed.slice(headerEnd + 1));
  if (!payload) return undefined;
  const mark = wordOf(signature, 4);
  // The text's own characters: a piece of a text keeps all of that in memory, here the signature too.
  if (seen[place] === mark && signed.length <= longestRemembered)
    remembered[place] = { signed: ownText(signed), header, payload };
  seen[place] = mark;
  return { signed, header, payload };
}

function wordOf(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
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
  if (token.header["crit"] !== undefined) return "critical header parameters that are not understood";
  if (!jwt || token.header.alg !== jwt.algorithm) return "the token's algorithm is not the credential's";
  const hash = hmacHash(jwt.algorithm);
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

/** A switch, because a table is asked for a name that may be any in several times the time. */
function hmacHash(algorithm: string): HmacHash | undefined {
  switch (algorithm) {
    case "HS256":
      return "sha256";
    case "HS384":
      return "sha384";
    case "HS512":
      return "sha512";
    default:
      return undefined;
  }
}

/** @param now seconds @param grace seconds @returns why the token is not valid now; undefined if it is */
export function timeFault(token: Token, required: ReadonlySet<string>, now: number, grace: number): string | undefined {
  for (const claim of timeClaims) {
    const time = claim === "exp" ? token.payload["exp"] : token.payload["nbf"];
    if (time === undefined) {
      if (required.size > 0 && required.has(claim)) return `claim ${claim} is missing`;
      continue;
    }
    if (typeof time !== "number" || !Number.isFinite(time)) return `claim ${claim} is not a number`;
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
