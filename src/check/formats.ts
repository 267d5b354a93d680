/** The string formats that the schemas name: addresses (RFC 4291, RFC 4632, RFC 5952 spellings) and regular expressions. */

/** By the name that `format` carries in a schema. */
export const formats = {
  "ip-or-cidr": isIpOrCidr,
  regex: isRegularExpression,
} as const;

/** An IPv4 or IPv6 address, alone or with a prefix length: `10.0.0.0/8`, `2001:db8::/32`. */
function isIpOrCidr(text: string): boolean {
  const slash = text.indexOf("/");
  const address = slash === -1 ? text : text.slice(0, slash);
  const widestPrefix = isIpv4(address) ? 32 : isIpv6(address) ? 128 : undefined;
  if (widestPrefix === undefined) return false;
  return slash === -1 || isIntegerUpTo(text.slice(slash + 1), widestPrefix);
}

/** Four decimal numbers up to 255, without leading zeros (which some readers take for octal). */
function isIpv4(text: string): boolean {
  const parts = text.split(".");
  return parts.length === 4 && parts.every((part) => isIntegerUpTo(part, 255));
}

/** Eight groups of hex digits, one run of zero groups as `::`, the last two groups as IPv4 if wanted; no zone. */
function isIpv6(text: string): boolean {
  const halves = text.split("::");
  if (halves.length > 2) return false;
  let groupCount = 0;
  for (const [index, half] of halves.entries()) {
    const isLast = index === halves.length - 1;
    const count = half === "" && halves.length === 2 ? 0 : countGroups(half, isLast);
    if (count === undefined) return false;
    groupCount += count;
  }
  return halves.length === 2 ? groupCount <= 7 : groupCount === 8;
}

/** What only PCRE, which gateways use, knows; and what JavaScript has for it that is well-formed in the same cases. */
const pcreOnly: readonly [construct: RegExp, standIn: string][] = [
  [/\\Q.*?(?:\\E|$)/gs, "q"],
  [/\(\?(?:[a-zA-Z^-]+|#[^)]*)\)/g, ""],
  [/\(\?[a-zA-Z^-]+:/g, "(?:"],
  [/\(\?[>|]/g, "(?:"],
  [/\(\?P</g, "(?<"],
  [/\(\?(?:P[=>]\w+|&\w+|[+-]?\d+)\)/g, "(?:)"],
  [/([*+?}])\+/g, "$1"],
];

/** A regular expression that a gateway can compile: refuses only what is surely broken, such as unbalanced brackets. */
function isRegularExpression(text: string): boolean {
  const rewritten = pcreOnly.reduce((rest, [construct, standIn]) => rest.replace(construct, standIn), text);
  try {
    new RegExp(rewritten);
    return true;
  } catch {
    return false;
  }
}

function countGroups(text: string, mayEndInIpv4: boolean): number | undefined {
  const groups = text.split(":");
  const last = groups.at(-1) ?? "";
  const endsInIpv4 = mayEndInIpv4 && isIpv4(last);
  const hexGroups = endsInIpv4 ? groups.slice(0, -1) : groups;
  if (!hexGroups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined;
  return hexGroups.length + (endsInIpv4 ? 2 : 0);
}

function isIntegerUpTo(text: string, limit: number): boolean {
  return /^(?:0|[1-9][0-9]{0,2})$/.test(text) && Number(text) <= limit;
}
