/** basic-auth: user name and password (gateway reference, section 2.2; RFC 7617). */

import type { RequestContext } from "../context.ts";
import { base64Bytes, utf8Text } from "../encoding.ts";
import { textHash } from "../text-hash.ts";
import { admitted, authPlugin, denied, singleHeader, type Verdict } from "./authenticator.ts";

interface UserAndPassword {
  readonly username: string;
  readonly password: Uint8Array;
}

const colon = 0x3a;
const basicScheme = /^basic +(\S+) *$/i;

export const basicAuth = authPlugin<null>({
  name: "basic-auth",
  priority: 2520,
  scheme: "Basic",
  defaultRealm: "basic",
  prepare: () => null,
  authenticate(_, context) {
    const header = singleHeader(context, "authorization");
    if (header === undefined) return denied("Missing authorization in request");
    if (typeof header !== "string") return header;
    const presented = parseAuthorization(header);
    return presented ? verify(presented, context) : denied("Invalid authorization in request");
  },
  hide: (_, context) => context.headers.remove("authorization"),
});

function parseAuthorization(header: string): UserAndPassword | undefined {
  const encoded = basicScheme.exec(header)?.[1];
  const bytes = encoded === undefined ? undefined : base64Bytes(encoded);
  const split = bytes?.indexOf(colon) ?? -1;
  // RFC 7617 section 2: neither user name nor password may hold control characters.
  if (!bytes || bytes.some((byte) => byte < 0x20 || byte === 0x7f)) return undefined;
  const username = split >= 0 ? utf8Text(bytes.subarray(0, split)) : undefined;
  return username !== undefined ? { username, password: bytes.subarray(split + 1) } : undefined;
}

/** The same steps for a user that does not exist, with the password of somebody else, so that the time does not tell. */
function verify({ username, password }: UserAndPassword, context: RequestContext): Verdict {
  const { artifact } = context;
  const index = artifact.findCredential("basic-auth", username);
  // Sought for those who exist too. One record for all unknown users would lie in the processor's cache, and be read sooner.
  // Below 2^30 the number is kept without memory of its own.
  const decoy = artifact.decoy("basic-auth", textHash(username) >>> 2);
  // Without a branch that hangs on who exists: a processor that guesses branches is not equally often wrong on both sides.
  const isUnknown = index >> 31;
  const checked = (index & ~isUnknown) | (decoy & isUnknown);
  if (checked < 0) return denied("Invalid user authorization", "unknown user");
  const isEqual = artifact.credential(checked).passwordEquals(password);
  return isEqual && index >= 0 ? admitted(index) : denied("Invalid user authorization", reasons[1 + isUnknown]);
}

const reasons = ["unknown user", "wrong password"] as const;
