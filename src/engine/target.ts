/**
 * Splits a request target and brings its path into one form, which is both matched and sent upstream.
 * Sources: RFC 9112 section 3.2, RFC 3986 section 6.2.2. What two servers could read in two ways is refused.
 */

export interface Target {
  /** Canonical: dot segments and repeated slashes resolved, characters that a path may hold in clear, the others `%XX`. */
  readonly path: string;
  /** As received, with its `?`; empty if there is none. */
  readonly query: string;
  /** Path and query as received, without scheme and authority: what hmac-auth signs. */
  readonly raw: string;
  /** Of a target in absolute form: it takes the place of the Host header. */
  readonly authority?: string;
  /** No server reads the path in another way: nothing in it is escaped, and nothing could be a parameter. */
  readonly hasOneReading: boolean;
}

/** Why a request is refused before it is matched: it could be read in two ways, or is too large. */
export class BadTarget {
  readonly reason: string;
  readonly status: 400 | 414 | 431;

  constructor(reason: string, status: 400 | 414 | 431 = 400) {
    this.reason = reason;
    this.status = status;
  }
}

const absoluteForm = /^https?:\/\/([^/?#]*)(.*)$/i;
const authorityForm = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._~-]+)(?::\d{0,5})?$/;
// Paths that are canonical already: most of them, and most of those have no parameters.
const plainPath = /^(?:\/(?!\.)[A-Za-z0-9\-._~!$&'()*+,=:@]+)*\/?$/;
const canonicalPath = /^(?:\/(?!\.)[A-Za-z0-9\-._~!$&'()*+,;=:@]+)*\/?$/;
const notPrintable = /[^\x21-\x7e]/;
const malformedEscape = /%(?![0-9A-Fa-f]{2})/;
const refusedEscape = /%(?:2f|5c|[01][0-9a-f]|7f)/i;
const pathCharacter = /[A-Za-z0-9\-._~!$&'()*+,;=:@/]/;
// `..;x` is a dot segment to servers that cut parameters off segments.
const dotsWithParameter = /^\.\.?;/;

/** @param longest characters that the target may have */
export function parseTarget(target: string, longest: number): Target | BadTarget {
  if (target.length > longest) return new BadTarget("the request target is too long", 414);
  if (plainPath.test(target) && target !== "") return { path: target, query: "", raw: target, hasOneReading: true };
  if (notPrintable.test(target)) return new BadTarget("a character that is not printable ASCII in the request target");
  if (target.includes("#")) return new BadTarget("a fragment in the request target");
  const [authority, origin] = withoutAuthority(target);
  if (origin === undefined) return new BadTarget("a request target that is not a path");
  if (authority !== undefined && !isAuthority(authority)) return new BadTarget("a malformed authority");
  const mark = origin.indexOf("?");
  const rawPath = mark < 0 ? origin : origin.slice(0, mark);
  const hasOneReading = plainPath.test(rawPath);
  const path = hasOneReading || canonicalPath.test(rawPath) ? rawPath : canonical(rawPath);
  if (path instanceof BadTarget) return path;
  const query = mark < 0 ? "" : origin.slice(mark);
  return { path, query, raw: origin, hasOneReading, ...(authority === undefined ? {} : { authority }) };
}

/** Host and maybe port, as in a Host header. */
export function isAuthority(text: string): boolean {
  return authorityForm.test(text);
}

/** A route's path in the same form, so that `/caf\u00e9` and `/a b` can be met. */
export function canonicalRoutePath(uri: string): string {
  const escaped = uri.replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character));
  const path = canonicalPath.test(escaped) ? escaped : canonical(escaped);
  return path instanceof BadTarget ? uri : path;
}

function withoutAuthority(target: string): [authority: string | undefined, origin: string | undefined] {
  if (target.startsWith("/")) return [undefined, target];
  const parts = absoluteForm.exec(target);
  if (!parts) return [undefined, undefined];
  const rest = parts[2] ?? "";
  return [parts[1] ?? "", rest.startsWith("/") ? rest : `/${rest}`];
}

/** The one form of a path, in which it stays however often this is done. */
export function canonical(rawPath: string): string | BadTarget {
  if (rawPath.includes("\\")) return new BadTarget("a backslash in the path");
  if (malformedEscape.test(rawPath)) return new BadTarget("a malformed percent-escape in the path");
  if (refusedEscape.test(rawPath)) return new BadTarget("an escaped slash, backslash or control character in the path");
  const clear = rawPath.replace(/%([0-9A-Fa-f]{2})|[^%]/g, (text, hex: string | undefined) => {
    const character = hex === undefined ? text : String.fromCharCode(Number.parseInt(hex, 16));
    if (pathCharacter.test(character)) return character;
    return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
  });
  return isUtf8(clear) ? withoutDotSegments(clear) : new BadTarget("a path that is not UTF-8");
}

/**
 * Overlong forms (`%C0%AF` for `/`) and broken sequences, which lenient decoders take for other characters or let
 * swallow the next one (RFC 3629 section 3).
 */
function isUtf8(escaped: string): boolean {
  if (!/%[89A-F]/.test(escaped)) return true;
  try {
    // The result has to be used: bundlers take the call for one without effect, and would leave it out.
    return decodeURIComponent(escaped).length <= escaped.length;
  } catch {
    return false;
  }
}

function withoutDotSegments(path: string): string | BadTarget {
  const kept: string[] = [];
  const segments = path.split("/").slice(1);
  for (const segment of segments) {
    if (dotsWithParameter.test(segment)) return new BadTarget("a dot segment with a parameter in the path");
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") kept.push(segment);
    else if (kept.pop() === undefined) return new BadTarget("a path that leaves the root");
  }
  const last = segments.at(-1);
  const endsAtFolder = last === "" || last === "." || last === "..";
  return endsAtFolder && kept.length > 0 ? `/${kept.join("/")}/` : `/${kept.join("/")}`;
}
