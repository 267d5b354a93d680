/** The Forwarded header (RFC 7239): reads its elements and writes one. */

/** Of one hop; what else may stand there is not read. */
export interface ForwardedElement {
  readonly for?: string;
  readonly proto?: string;
  readonly host?: string;
}

const pair = /\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)=(?:"((?:[^"\\]|\\.)*)"|([!#$%&'*+.^_`|~0-9A-Za-z-]+))\s*([;,]|$)/y;

/** Undefined if it does not follow section 4 of the RFC, or names something twice in one element. */
export function parseForwarded(value: string): readonly ForwardedElement[] | undefined {
  const elements: ForwardedElement[] = [];
  let element: Record<string, string> = {};
  let index = 0;
  while (index < value.length) {
    pair.lastIndex = index;
    const match = pair.exec(value);
    if (match === null) return undefined;
    const [whole, name = "", quoted, token = "", separator] = match;
    const key = name.toLowerCase();
    if (Object.hasOwn(element, key)) return undefined;
    element[key] = quoted === undefined ? token : quoted.replace(/\\(.)/g, "$1");
    index += whole.length;
    if (separator !== ";") {
      elements.push(element);
      element = {};
    }
    if (separator !== "" && index === value.length) return undefined;
  }
  return elements;
}

/** @param address an IPv4 or IPv6 address, without port */
export function formatForwarded(address: string, proto: string, host: string): string {
  const node = address.includes(":") ? `"[${address}]"` : address;
  const told = host === "" ? "" : `;host="${host.replace(/["\\]/g, "\\$&")}"`;
  return `for=${node}${told};proto=${proto}`;
}
