/** Arguments of a raw query string and pairs of a Cookie header: found and removed without touching the rest. */

const none: readonly string[] = [];

/** Every value of the argument, decoded as forms are. @param query with its `?`, or empty */
export function argumentValues(query: string, name: string): readonly string[] {
  if (query.length < 2) return none;
  const values: string[] = [];
  for (const pair of query.slice(1).split("&")) {
    if (argumentName(pair) === name) values.push(formDecoded(pairValue(pair)));
  }
  return values;
}

/** The query without the argument; the other bytes as they were. */
export function withoutArgument(query: string, name: string): string {
  if (query.length < 2) return query;
  const pairs = query.slice(1).split("&");
  const kept = pairs.filter((pair) => argumentName(pair) !== name);
  if (kept.length === pairs.length) return query;
  return kept.length === 0 ? "" : `?${kept.join("&")}`;
}

/** Every value of the cookie (RFC 6265 section 4.2.1), quotes left as they are. */
export function cookieValues(header: string, name: string): string[] {
  return cookiePairs(header)
    .filter((pair) => cookieName(pair) === name)
    .map((pair) => pair.slice(pair.indexOf("=") + 1).trim());
}

/** The Cookie header without the cookie; empty if nothing is left. */
export function withoutCookie(header: string, name: string): string {
  return cookiePairs(header)
    .filter((pair) => cookieName(pair) !== name)
    .join("; ");
}

function argumentName(pair: string): string {
  const equals = pair.indexOf("=");
  return formDecoded(equals < 0 ? pair : pair.slice(0, equals));
}

function pairValue(pair: string): string {
  const equals = pair.indexOf("=");
  return equals < 0 ? "" : pair.slice(equals + 1);
}

function formDecoded(text: string): string {
  if (!text.includes("%") && !text.includes("+")) return text;
  const spaced = text.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function cookiePairs(header: string): string[] {
  return header
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair !== "");
}

function cookieName(pair: string): string {
  const equals = pair.indexOf("=");
  return equals < 0 ? "" : pair.slice(0, equals).trim();
}
