/** Reads DER, as far as public keys and certificates need it (X.690). */

export const tags = { integer: 0x02, bitString: 0x03, oid: 0x06, sequence: 0x30, version: 0xa0 } as const;

/** One value with its tag; `content` is a view. */
export interface DerItem {
  readonly tag: number;
  readonly content: Uint8Array;
  /** Bytes of the whole item. */
  readonly length: number;
}

/** What is not DER in its one allowed form. */
export class BadDer extends Error {
  override readonly name = "BadDer";
}

/** The items that stand one behind the other in `bytes`. @throws BadDer */
export function readItems(bytes: Uint8Array): DerItem[] {
  const items: DerItem[] = [];
  for (let at = 0; at < bytes.length; ) {
    const item = readItem(bytes.subarray(at));
    items.push(item);
    at += item.length;
  }
  return items;
}

/** The content of `item`, which must have this tag. @throws BadDer */
export function contentOf(item: DerItem | undefined, tag: number): Uint8Array {
  if (item?.tag !== tag) throw new BadDer(`no item of tag ${tag}`);
  return item.content;
}

/** A whole number that is not negative. @throws BadDer */
export function unsignedOf(item: DerItem | undefined): bigint {
  const bytes = contentOf(item, tags.integer);
  const [first, second] = bytes;
  if (first === undefined || first >= 0x80) throw new BadDer("a number below zero");
  if (first === 0 && second !== undefined && second < 0x80) throw new BadDer("a number with needless zeros");
  return bigIntOf(bytes);
}

/** Big-endian. */
export function bigIntOf(bytes: Uint8Array): bigint {
  let text = "0x0";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return BigInt(text);
}

/** The bytes of a bit string of whole bytes. @throws BadDer */
export function bitsOf(item: DerItem | undefined): Uint8Array {
  const content = contentOf(item, tags.bitString);
  if (content[0] !== 0) throw new BadDer("a bit string that ends within a byte");
  return content.subarray(1);
}

function readItem(bytes: Uint8Array): DerItem {
  const [tag, short] = bytes;
  if (tag === undefined || short === undefined || (tag & 0x1f) === 0x1f) throw new BadDer("no item");
  const { length, at } = short < 0x80 ? { length: short, at: 2 } : readLongLength(bytes, short & 0x7f);
  if (at + length > bytes.length) throw new BadDer("an item that is cut off");
  return { tag, content: bytes.subarray(at, at + length), length: at + length };
}

function readLongLength(bytes: Uint8Array, digits: number): { readonly length: number; readonly at: number } {
  if (digits === 0 || digits > 3 || bytes.length < 2 + digits) throw new BadDer("a length of no allowed form");
  const length = bytes.subarray(2, 2 + digits).reduce((sum, byte) => sum * 256 + byte, 0);
  if (length < 0x80 || bytes[2] === 0) throw new BadDer("a length that could be shorter");
  return { length, at: 2 + digits };
}
