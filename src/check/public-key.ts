/** Reads a public key in PEM (RFC 7468): the kind of key, and what decides its strength. Sources: RFC 5280 section 4.1.2.7, RFC 8017 appendix A.1.1, RFC 5480, RFC 8410; DER as in ITU-T X.690. */
import { decodeBase64 } from "./base64.ts";

export type PublicKey =
  | { readonly kind: "rsa"; readonly bits: number }
  | { readonly kind: "ec"; readonly curve: string }
  | { readonly kind: "ed25519" | "ed448" }
  /** A public key of a kind that no JWT algorithm uses. */
  | { readonly kind: "other"; readonly name: string };

export type KeyProblem = "private-key" | "certificate" | "escaped-lines" | "not-pem" | "other-pem" | "damaged";

export type PublicKeyResult = { readonly key: PublicKey } | { readonly problem: KeyProblem };

const block = /-----BEGIN ([A-Z0-9 ]+)-----[ \t]*\r?\n([A-Za-z0-9+/=\s]*?)\r?\n?-----END \1-----/;
const privateLabel = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/;

/** Says what the text holds; never throws, whatever the bytes are. */
export function readPublicKey(pem: string): PublicKeyResult {
  if (holdsPrivateKey(pem)) return { problem: "private-key" };
  const [, label, body] = block.exec(pem) ?? [];
  if (label === undefined || body === undefined) return { problem: describeText(pem) };
  const readKey = readers[label];
  if (!readKey) return { problem: label.includes("CERTIFICATE") ? "certificate" : "other-pem" };
  const bytes = decodeBase64(body.replace(/\s+/g, ""));
  const key = bytes === undefined ? undefined : readKey(bytes);
  return key ? { key } : { problem: "damaged" };
}

/** A private key of any kind, encrypted or not, also behind a public one. */
export function holdsPrivateKey(pem: string): boolean {
  return pem.includes("PRIVATE KEY-----") && privateLabel.test(pem);
}

/** By the label of the PEM block. A DER value is kept as text of one character a byte. */
const readers: Readonly<Record<string, (der: string) => PublicKey | undefined>> = {
  "PUBLIC KEY": readSubjectPublicKeyInfo,
  "RSA PUBLIC KEY": readRsa,
};

function describeText(pem: string): KeyProblem {
  const isEscaped = pem.includes("-----BEGIN ") && pem.includes("\\n");
  return isEscaped ? "escaped-lines" : "not-pem";
}

interface Element {
  readonly tag: number;
  readonly content: string;
  /** Offset just behind the element. */
  readonly end: number;
}

const tags = { integer: 0x02, bitString: 0x03, oid: 0x06, sequence: 0x30 } as const;

interface Algorithm {
  readonly parameters: Element | undefined;
  readonly key: string;
}

/** By object identifier, in hex. */
const algorithms: Readonly<Record<string, (algorithm: Algorithm) => PublicKey | undefined>> = {
  // 1.2.840.113549.1.1.1; OpenSSL, and so a gateway, does not look at the parameters
  "2a864886f70d010101": ({ key }) => readRsa(key),
  // 1.2.840.113549.1.1.10
  "2a864886f70d01010a": () => ({ kind: "other", name: "RSASSA-PSS" }),
  // 1.2.840.10045.2.1
  "2a8648ce3d0201": readElliptic,
  // 1.3.101.112 and 113
  "2b6570": ({ parameters, key }) => (!parameters && key.length === 32 ? { kind: "ed25519" } : undefined),
  "2b6571": ({ parameters, key }) => (!parameters && key.length === 57 ? { kind: "ed448" } : undefined),
  // 1.3.101.110 and 111
  "2b656e": () => ({ kind: "other", name: "X25519" }),
  "2b656f": () => ({ kind: "other", name: "X448" }),
  // 1.2.840.10040.4.1
  "2a8648ce380401": () => ({ kind: "other", name: "DSA" }),
};

/** Names of curves by object identifier, with the bytes of a coordinate. */
const curves: Readonly<Record<string, readonly [name: string, size: number]>> = {
  "2a8648ce3d030107": ["P-256", 32],
  "2b81040022": ["P-384", 48],
  "2b81040023": ["P-521", 66],
  "2b8104000a": ["secp256k1", 32],
};

function readSubjectPublicKeyInfo(der: string): PublicKey | undefined {
  const [algorithm, bits] = readSequence(der) ?? [];
  if (algorithm?.tag !== tags.sequence || bits?.tag !== tags.bitString) return undefined;
  const [oid, parameters, ...rest] = readElements(algorithm.content) ?? [];
  // The first byte of a bit string counts the unused bits of the last one: none in a key.
  if (oid?.tag !== tags.oid || rest.length > 0 || bits.content.charCodeAt(0) !== 0) return undefined;
  const key = bits.content.slice(1);
  const read = algorithms[hexOf(oid.content)];
  return read ? read({ parameters, key }) : { kind: "other", name: "unknown" };
}

function readRsa(der: string): PublicKey | undefined {
  const [modulus, exponent, ...rest] = readSequence(der) ?? [];
  if (!isPositive(modulus) || !isPositive(exponent) || rest.length > 0) return undefined;
  const digits = modulus.content.replace(/^\0/, "");
  return { kind: "rsa", bits: digits.length * 8 - Math.clz32(digits.charCodeAt(0)) + 24 };
}

function readElliptic({ parameters, key }: Algorithm): PublicKey | undefined {
  if (parameters?.tag !== tags.oid) return undefined;
  const [name, size] = curves[hexOf(parameters.content)] ?? [];
  if (name === undefined || size === undefined) return { kind: "ec", curve: "unknown" };
  const isWhole = key.charCodeAt(0) === 4 && key.length === 1 + 2 * size;
  const isCompressed = (key.charCodeAt(0) === 2 || key.charCodeAt(0) === 3) && key.length === 1 + size;
  return isWhole || isCompressed ? { kind: "ec", curve: name } : undefined;
}

/** The elements of a sequence that is all of `der`. */
function readSequence(der: string): readonly Element[] | undefined {
  const outer = readElement(der, 0);
  return outer?.tag === tags.sequence && outer.end === der.length ? readElements(outer.content) : undefined;
}

function readElements(der: string): readonly Element[] | undefined {
  const elements: Element[] = [];
  for (let at = 0; at < der.length; ) {
    const element = readElement(der, at);
    if (!element) return undefined;
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** One element with a definite length in its shortest form; undefined for anything else. */
function readElement(der: string, at: number): Element | undefined {
  const tag = der.charCodeAt(at);
  const first = der.charCodeAt(at + 1);
  if (Number.isNaN(first)) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 3) return undefined;
  let length = first < 0x80 ? first : 0;
  for (let index = 0; index < lengthBytes; index += 1) length = length * 256 + der.charCodeAt(at + 2 + index);
  const shortest = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
  const start = at + 2 + lengthBytes;
  const end = start + length;
  // A comparison with NaN, which a cut-off length gives, is false.
  return shortest === lengthBytes && end <= der.length ? { tag, content: der.slice(start, end), end } : undefined;
}

/** An integer above 0 in its shortest form. */
function isPositive(element: Element | undefined): element is Element {
  if (element?.tag !== tags.integer) return false;
  const [first, second] = [element.content.charCodeAt(0), element.content.charCodeAt(1)];
  if (first === 0) return second >= 0x80;
  return first < 0x80;
}

function hexOf(bytes: string): string {
  return Array.from(bytes, (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}
