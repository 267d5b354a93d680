/** Headers that end at each hop (RFC 9110 section 7.6.1), and those that a message's own Connection header names. */

/** Proxy-* are hop-by-hop by RFC 9110 section 11.7 or by habit; Trailer because trailers are dropped. */
const hopByHop: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
]);

/**
 * What a Connection header must never take away: the message would mean something else (RFC 9110 section 7.6.1), or a
 * proxy in front that passes a client's Connection on would seem to have said nothing of that client (CVE-2022-31813).
 */
const indispensable: ReadonlySet<string> = new Set([
  "host",
  "content-length",
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-port",
  "x-forwarded-proto",
]);

const noNames: ReadonlySet<string> = new Set();

/** Whether a header with this lower-case name ends at the hop by its kind. */
export function isHopByHop(name: string): boolean {
  return hopByHop.has(name) || name.startsWith("proxy-");
}

/** Whether a header says where a message ends or what its connection is for: who sends the message decides that. */
export function isFraming(name: string): boolean {
  const lower = name.toLowerCase();
  return lower === "content-length" || isHopByHop(lower);
}

/** The lower-case names that a Connection header value takes away beyond the ones that end at the hop anyway. */
export function namedInConnection(value: string): ReadonlySet<string> {
  const lower = value.toLowerCase();
  if (lower === "keep-alive" || lower === "close" || lower === "upgrade") return noNames;
  const names = new Set<string>();
  for (const part of lower.split(",")) {
    const name = part.trim();
    if (name !== "" && name !== "close" && !hopByHop.has(name) && !indispensable.has(name)) names.add(name);
  }
  return names;
}
