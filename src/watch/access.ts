/** Who may read the status listener: with a token, who knows it; without, programs of this machine only. */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Characters of a token at least. */
export const minTokenLength = 16;

export type Admission = "admitted" | "no token" | "foreign host";

export type Admit = (message: IncomingMessage) => Admission;

/** @param token undefined: the listener is on a loopback address */
export function createAdmission(token: string | undefined): Admit {
  if (token === undefined) return ({ headers }) => (isOwnName(headers.host ?? "") ? "admitted" : "foreign host");
  const known = digestOf(token);
  return ({ headers }) => {
    const presented = presentedToken(headers.authorization ?? "");
    return presented !== undefined && timingSafeEqual(digestOf(presented), known) ? "admitted" : "no token";
  };
}

/**
 * A page of the web whose name resolves to 127.0.0.1 (DNS rebinding) may read what it asks for under its own name: only
 * the names of this machine are answered.
 */
function isOwnName(host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/** As a bearer token (RFC 6750), or as the password of a browser's prompt (RFC 7617), whatever the user. */
function presentedToken(authorization: string): string | undefined {
  const [, scheme, value = ""] = /^(bearer|basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme === undefined) return undefined;
  if (scheme.toLowerCase() === "bearer") return value;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
