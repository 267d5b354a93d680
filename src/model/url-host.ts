/** A host as it stands in front of a port: an IPv6 address in brackets (RFC 3986 section 3.2.2), which it may have already. */
export function urlHost(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}
