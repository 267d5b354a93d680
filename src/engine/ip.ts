/** IPv4 and IPv6 addresses and CIDR blocks (RFC 4632, RFC 4291); an IPv4-mapped IPv6 address counts as IPv4. */

/** Four 32-bit words; an IPv4 address stands as `::ffff:a.b.c.d`. */
type Words = readonly [number, number, number, number];

interface Block {
  readonly words: Words;
  /** Bits that count, of 128. */
  readonly bits: number;
}

/** Whether an address is in one of the blocks; undefined if the address does not parse. */
export type AddressMatcher = (address: string) => boolean | undefined;

/** A matcher for addresses and blocks; undefined if one of them does not parse. */
export function addressMatcher(list: readonly string[]): AddressMatcher | undefined {
  const blocks: Block[] = [];
  for (const text of list) {
    const block = parseBlock(text);
    if (!block) return undefined;
    blocks.push(block);
  }
  return (address) => {
    const words = parseAddress(address);
    return words && blocks.some((block) => contains(block, words));
  };
}

function parseBlock(text: string): Block | undefined {
  const slash = text.indexOf("/");
  const address = slash < 0 ? text : text.slice(0, slash);
  const words = parseAddress(address);
  if (!words) return undefined;
  if (slash < 0) return { words, bits: 128 };
  const length = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(length)) return undefined;
  const bits = Number(length) + (address.includes(":") ? 0 : 96);
  return bits <= 128 ? { words, bits } : undefined;
}

function parseAddress(text: string): Words | undefined {
  if (!text.includes(":")) {
    const word = parseIpv4(text);
    return word === undefined ? undefined : [0, 0, 0xffff, word];
  }
  return parseIpv6(text);
}

function parseIpv4(text: string): number | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  let word = 0;
  for (const part of parts) {
    if (!/^(?:0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined;
    word = word * 256 + Number(part);
  }
  return word;
}

function parseIpv6(text: string): Words | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const head = parseGroups(halves[0] ?? "", halves.length === 1);
  const tail = halves.length === 2 ? parseGroups(halves[1] ?? "", true) : [];
  if (!head || !tail) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...new Array<number>(missing).fill(0), ...tail];
  const word = (index: number): number => (groups[index * 2] ?? 0) * 65536 + (groups[index * 2 + 1] ?? 0);
  return [word(0), word(1), word(2), word(3)];
}

/** 16-bit groups; the last may be an IPv4 address. */
function parseGroups(text: string, mayEndInIpv4: boolean): number[] | undefined {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    if (part.includes(".") && mayEndInIpv4 && index === parts.length - 1) {
      const word = parseIpv4(part);
      if (word === undefined) return undefined;
      groups.push(Math.floor(word / 65536), word % 65536);
    } else {
      if (!/^[0-9A-Fa-f]{1,4}$/.test(part)) return undefined;
      groups.push(Number.parseInt(part, 16));
    }
  }
  return groups;
}

function contains(block: Block, words: Words): boolean {
  // `::/0` is all of IPv6; IPv4 stands inside it only in our way of writing it.
  if (block.bits < 96 && isIpv4(words)) return false;
  let bits = block.bits;
  for (let index = 0; index < 4 && bits > 0; index++, bits -= 32) {
    const shift = bits >= 32 ? 0 : 32 - bits;
    const difference = ((block.words[index] ?? 0) ^ (words[index] ?? 0)) >>> 0;
    if (difference >>> shift !== 0) return false;
  }
  return true;
}

function isIpv4([first, second, third]: Words): boolean {
  return first === 0 && second === 0 && third === 0xffff;
}
