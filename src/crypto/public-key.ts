/** Reads a public key from PEM: SubjectPublicKeyInfo (RFC 5280), RSAPublicKey (RFC 8017 A.1.1), or that of a certificate. */
import { type BadDer, bitsOf, contentOf, readItems, tags, unsignedOf } from "./der.ts";

export type PublicKey =
  | { readonly kind: "rsa"; readonly modulus: bigint; readonly exponent: bigint }
  | { readonly kind: EllipticKind; readonly point: Uint8Array };

export type EllipticKind = "p256" | "p384" | "p521" | "ed25519" | "ed448";

/** Object identifiers as hex of their DER content. */
const rsaEncryption = "2a864886f70d010101";
const ecPublicKey = "2a8648ce3d0201";

const curves: Readonly<Record<string, EllipticKind>> = {
  "2a8648ce3d030107": "p256",
  "2b81040022": "p384",
  "2b81040023": "p521",
};

const edwardsCurves: Readonly<Record<string, EllipticKind>> = { "2b6570": "ed25519", "2b6571": "ed448" };

const readers: Readonly<Record<string, (der: Uint8Array) => PublicKey | undefined>> = {
  "PUBLIC KEY": readKeyInfo,
  "RSA PUBLIC KEY": readRsaKey,
  CERTIFICATE: (der) => readKeyInfo(keyInfoOfCertificate(der)),
};

const pemForm = /-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\s]*)-----END \1-----/;

/** Undefined for what is no public key, and for kinds and curves that no algorithm of ours uses. */
export function readPublicKey(pem: string): PublicKey | undefined {
  // As in node.ts: a private key has no place in a configuration.
  if (pem.includes("PRIVATE KEY")) return undefined;
  const [, label = "", text = ""] = pemForm.exec(pem) ?? [];
  const bytes = decodeBase64(text.replaceAll(/\s/g, ""));
  try {
    return bytes && Object.hasOwn(readers, label) ? readers[label]?.(bytes) : undefined;
  } catch (error) {
    if ((error as Partial<BadDer>).name === "BadDer") return undefined;
    throw error;
  }
}

function readKeyInfo(der: Uint8Array): PublicKey | undefined {
  const [algorithm, key] = readItems(onlySequence(der));
  const [identifier, parameter] = readItems(contentOf(algorithm, tags.sequence));
  const name = hex(contentOf(identifier, tags.oid));
  const bits = bitsOf(key);
  if (name === rsaEncryption) return readRsaKey(bits);
  const kind = name === ecPublicKey ? curves[hex(contentOf(parameter, tags.oid))] : edwardsCurves[name];
  return kind && { kind, point: bits };
}

function readRsaKey(der: Uint8Array): PublicKey {
  const [modulus, exponent] = readItems(onlySequence(der));
  return { kind: "rsa", modulus: unsignedOf(modulus), exponent: unsignedOf(exponent) };
}

/** TBSCertificate: version if it is not 1, serial, signature, issuer, validity, subject, subjectPublicKeyInfo. */
function keyInfoOfCertificate(der: Uint8Array): Uint8Array {
  const [signed] = readItems(onlySequence(der));
  const content = contentOf(signed, tags.sequence);
  const items = readItems(content);
  const before = items[0]?.tag === tags.version ? 6 : 5;
  const start = items.slice(0, before).reduce((sum, item) => sum + item.length, 0);
  return content.subarray(start, start + (items[before]?.length ?? 0));
}

function onlySequence(der: Uint8Array): Uint8Array {
  const [first] = readItems(der);
  return contentOf(first, tags.sequence);
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  const plain = text.replace(/=+$/, "");
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (const digit of plain) {
    bits = ((bits << 6) | digits.indexOf(digit)) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[at++] = (bits >> count) & 0xff;
  }
  return bytes;
}
