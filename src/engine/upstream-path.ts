/** The path and query of a request to the upstream that a plugin makes of a text, such as `/v2$uri?from=$remote_addr`. */
import type { RequestContext } from "./context.ts";
import { BadTarget, parseTarget } from "./target.ts";
import { compileTemplate, type Template } from "./vars.ts";

/** Variables that hold a path or a query in the form in which it is sent. */
const readyVariables: ReadonlySet<string> = new Set(["uri", "request_uri", "args", "query_string", "is_args"]);

/** What a value puts into the path is a part of that path, whatever characters it has. */
export function compilePath(source: string): Template {
  return compileTemplate(source, {
    escape: (value, name) => (readyVariables.has(name) ? value : escaped(value, valueEscapes)),
  });
}

/** The text as path and query; the request's own query goes behind. Or why no one path can be made of it. */
export function upstreamTarget(
  text: string,
  { query: ownQuery, limits }: RequestContext,
): { path: string; query: string } | BadTarget {
  const mark = text.indexOf("?");
  const path = escaped(mark < 0 ? text : text.slice(0, mark), pathEscapes);
  const query = mark < 0 ? "" : escaped(text.slice(mark), pathEscapes);
  // Canonical paths have none, so a value put them there: they would lead out of the place that the text names.
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:[/;]|$)/i.test(path)) return new BadTarget("dot segments in a rewritten path");
  const target = parseTarget(path + query, limits.target);
  if (target instanceof BadTarget) return target;
  const joined = ownQuery === "" ? query : `${query === "" ? "?" : `${query}&`}${ownQuery.slice(1)}`;
  return { path: target.path, query: joined };
}

/** A decoded path as it is sent: what could be read as an escape or as the start of a query is escaped. */
export function encodedPath(decoded: string): string {
  return escaped(decoded, valueEscapes);
}

/** The path decoded, as expressions are written for it; undefined if its octets are no UTF-8. */
export function decodedPath({ path }: RequestContext): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** What no request target can hold, and `%` that begins no escape. */
const pathEscapes = /[^\x21-\x7e]|["<>\\^`{|}#]|%(?![0-9A-Fa-f]{2})/gu;

const valueEscapes = /[^\x21-\x7e]|["<>\\^`{|}#%?]/gu;

function escaped(text: string, characters: RegExp): string {
  return text.replace(characters, (character) => encodeURIComponent(/\p{Cs}/u.test(character) ? "\ufffd" : character));
}
