/** What is known of a header's name: judged once for the names that come again and again, which are nearly all. */
import { BoundedCache } from "../crypto/bounded-cache.ts";

/** Identity headers that only the gateway may set (gateway reference, section 2). */
export const identityHeaders = {
  username: identityHeader("X-Consumer-Username"),
  credential: identityHeader("X-Credential-Identifier"),
  customId: identityHeader("X-Consumer-Custom-ID"),
} as const;

export interface IdentityHeader {
  readonly name: string;
  readonly lower: string;
}

function identityHeader(name: string): IdentityHeader {
  return { name, lower: name.toLowerCase() };
}

export interface HeaderName {
  readonly written: string;
  readonly lower: string;
  /** Whether it can be a header's name (RFC 9110 section 5.1). */
  readonly isName: boolean;
  /** Whether an upstream could take it for an identity header. */
  readonly isIdentity: boolean;
}

const headerNameForm = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const identityForm = alikeForm(...Object.values(identityHeaders).map(({ name }) => name));

/** Bounded in number and in length: the names come from clients. */
const longestKept = 64;
const known = new BoundedCache<string, HeaderName>(1024);

/** Of those, the one that came last to its place: comparing two texts takes less than hashing one. A power of two. */
const places = 512;
const recent = new Array<HeaderName | undefined>(places).fill(undefined);

/** @param name as written */
export function headerName(name: string): HeaderName {
  const place = placeOf(name);
  const last = recent[place];
  if (last !== undefined && last.written === name) return last;
  const found = knownName(name);
  if (name.length <= longestKept) recent[place] = found;
  return found;
}

/** The usual names differ in this. */
function placeOf(name: string): number {
  const { length } = name;
  if (length === 0) return 0;
  const letters = name.charCodeAt(0) * 31 + name.charCodeAt(length >> 1) * 17 + name.charCodeAt(length - 1) * 7;
  return (length + letters) & (places - 1);
}

function knownName(name: string): HeaderName {
  const found = known.get(name);
  if (found) return found;
  const lower = name.toLowerCase();
  const judged = { written: name, lower, isName: headerNameForm.test(name), isIdentity: identityForm.test(lower) };
  if (name.length <= longestKept) known.set(name, judged);
  return judged;
}

/** CGI and its kin put one character for everything in a name that is neither letter nor digit. */
export function alikeForm(...names: readonly string[]): RegExp {
  const words = names.map((name) => name.toLowerCase().match(/[a-z0-9]+/g) ?? []);
  const forms = words.map((each) => each.join("[^a-z0-9]+"));
  return new RegExp(`^[^a-z0-9]*(?:${forms.join("|")})[^a-z0-9]*$`);
}
