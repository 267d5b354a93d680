/** What the proxy does with a header by its name: judged once for the names that come again and again, which are nearly all. */
import { BoundedCache } from "../crypto/bounded-cache.ts";
import { alikeForm, headerName } from "../engine/header-names.ts";
import { isHopByHop } from "./hop-by-hop.ts";

export interface FieldName {
  /** As written. One and the same text for all that are written alike, so that it is looked up faster. */
  readonly name: string;
  readonly lower: string;
  /** What stands in front of its value in a head, from the end of the line before it on. */
  readonly lineStart: string;
  /** RFC 9110 section 5.1. */
  readonly isName: boolean;
  readonly isHopByHop: boolean;
  /** Of a request: it says where the message ends, whom it is for or what its connection is for, or could be taken for that. */
  readonly isLookedAt: boolean;
  /** It does not go to an upstream as it came: it ends here, the proxy writes its own, or it could be taken for one of those. */
  readonly isKeptBack: boolean;
}

/** What servers that turn all but letters and digits into `_` (CGI, WSGI) take for the headers that frame a message. */
export const framingLookAlike = /^(?:content[^a-z0-9]length|transfer[^a-z0-9]encoding)$/;

/** What the client says about where it comes from is not believed; X-Forwarded-For is kept and added to. */
const replaced: ReadonlySet<string> = new Set([
  "host",
  "x-forwarded-for",
  "x-forwarded-proto",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-real-ip",
  "forwarded",
  "content-length",
  "expect",
  // CGI would hand it on as HTTP_PROXY, by which many clients choose their proxy (CVE-2016-5385).
  "proxy",
]);

/** Nearly all names are of this form, and no server takes one for another. */
const plainName = /^[a-z0-9-]+$/;

/** What servers that turn all but letters and digits into `_` (CGI, WSGI) take for headers that the proxy writes. */
const lookAlike = alikeForm(...[...replaced].filter((name) => name.startsWith("x-")));

/** A character that no value of a header may hold (RFC 9110 section 5.5); text is latin1 here. */
export const notInFieldValue = /[^\t\x20-\x7e\x80-\xff]/;

/** Bounded in number and in length: the names come from clients and upstreams. */
const longestKept = 64;
const known = new BoundedCache<string, FieldName>(1024);

/** @param name as written */
export function fieldName(name: string): FieldName {
  const found = known.get(name);
  if (found !== undefined) return found;
  const { lower, isName, isIdentity } = headerName(name);
  const endsHere = isHopByHop(lower);
  const judged = {
    name,
    lower,
    lineStart: `\r\n${name}: `,
    isName,
    isHopByHop: endsHere,
    isLookedAt: endsHere || lower === "host" || lower === "expect" || framingLookAlike.test(lower),
    isKeptBack: endsHere || replaced.has(lower) || (!plainName.test(lower) && (isIdentity || lookAlike.test(lower))),
  };
  if (name.length <= longestKept) known.set(name, judged);
  return judged;
}
