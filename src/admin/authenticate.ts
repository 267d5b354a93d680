/** Who calls: the key is taken from header, query or cookie and compared in constant time (reference, section 4). */
import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { AdminKey } from "./contract.ts";

export interface Caller {
  /** Place of the key among those that are known; undefined: it is none of them. */
  readonly key?: number;
  /** Undefined: the call may go on. */
  readonly refusal?: string;
}

export type Authenticate = (message: IncomingMessage, query: URLSearchParams) => Caller;

/** Characters. */
export const minKeyLength = 16;

export function createAuthenticator(keys: readonly AdminKey[]): Authenticate {
  if (keys.length === 0) throw new Error("the Admin API needs a key");
  if (keys.some(({ key }) => key.length < minKeyLength))
    throw new Error(`a key of the Admin API must have at least ${minKeyLength} characters`);
  const known = keys.map(({ key, role }) => ({ digest: digestOf(key), role }));
  return (message, query) => {
    const presented = headerKey(message) ?? query.get("api_key") ?? cookieKey(message.headers.cookie);
    if (presented === undefined || presented === "") return { refusal: "missing apikey" };
    const digest = digestOf(presented);
    let key: number | undefined;
    for (const [index, each] of known.entries()) if (timingSafeEqual(each.digest, digest)) key = index;
    if (key === undefined) return { refusal: "wrong apikey" };
    const isReading = message.method === "GET" || message.method === "HEAD";
    if (known[key]?.role === "viewer" && !isReading) return { key, refusal: "invalid method for role viewer" };
    return { key };
  };
}

function digestOf(key: string): Buffer {
  return createHash("sha256").update(key).digest();
}

/** A header sent twice is joined by Node and so is no known key. */
function headerKey(message: IncomingMessage): string | undefined {
  const value = message.headers["x-api-key"];
  return Array.isArray(value) ? value.join(", ") : value;
}

function cookieKey(cookies: string | undefined): string | undefined {
  for (const part of (cookies ?? "").split(";")) {
    const [name, ...rest] = part.split("=");
    if (name?.trim().toLowerCase() === "x_api_key") return rest.join("=").trim();
  }
  return undefined;
}
