/** The keys of counters in Redis. */
import { createHash } from "node:crypto";

/**
 * `rollcall:1:{DIGEST}`. What is counted by may be long or secret (an API key), so only a SHA-256 of it leaves the proxy. The braces put all that one
 * digest names into one slot of a cluster.
 */
export function keyName(kind: string, key: string): string {
  return `rollcall:1:{${createHash("sha256").update(`${kind}\0${key}`).digest("base64url")}}`;
}
