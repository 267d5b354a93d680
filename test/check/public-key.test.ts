/** The reader of public keys against keys that node:crypto makes, and against damaged ones. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPublicKey } from "../../src/check/public-key.ts";

const spki = (key: KeyObject): string => key.export({ type: "spki", format: "pem" }).toString();
const rsa = generateKeyPairSync("rsa", { modulusLength: 1024 });
const rsa2048 = generateKeyPairSync("rsa", { modulusLength: 2048 });
const curve = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve });
const p256 = curve("prime256v1");
const ed25519 = generateKeyPairSync("ed25519");
const pem = spki(p256.publicKey);
const der = p256.publicKey.export({ type: "spki", format: "der" });
const wrap = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString("base64")}\n-----END ${label}-----\n`;
const compressed = Buffer.concat([
  Buffer.from("3039301306072a8648ce3d020106082a8648ce3d030107032200", "hex"),
  Buffer.from([2]),
  der.subarray(-64, -32),
]);

describe("readPublicKey", () => {
  test.each<[name: string, text: string, expected: unknown]>([
    ["RSA, 1024 bits", spki(rsa.publicKey), { key: { kind: "rsa", bits: 1024 } }],
    ["RSA, 2048 bits", spki(rsa2048.publicKey), { key: { kind: "rsa", bits: 2048 } }],
    [
      "RSA, odd length",
      spki(generateKeyPairSync("rsa", { modulusLength: 1023 }).publicKey),
      { key: { kind: "rsa", bits: 1023 } },
    ],
    [
      "RSA in PKCS#1",
      rsa2048.publicKey.export({ type: "pkcs1", format: "pem" }).toString(),
      { key: { kind: "rsa", bits: 2048 } },
    ],
    ["P-256", pem, { key: { kind: "ec", curve: "P-256" } }],
    ["P-384", spki(curve("secp384r1").publicKey), { key: { kind: "ec", curve: "P-384" } }],
    ["P-521", spki(curve("secp521r1").publicKey), { key: { kind: "ec", curve: "P-521" } }],
    ["secp256k1", spki(curve("secp256k1").publicKey), { key: { kind: "ec", curve: "secp256k1" } }],
    [
      "a curve that JWT does not know",
      spki(curve("brainpoolP256r1").publicKey),
      { key: { kind: "ec", curve: "unknown" } },
    ],
    ["a compressed point", wrap("PUBLIC KEY", compressed), { key: { kind: "ec", curve: "P-256" } }],
    ["Ed25519", spki(ed25519.publicKey), { key: { kind: "ed25519" } }],
    ["Ed448", spki(generateKeyPairSync("ed448").publicKey), { key: { kind: "ed448" } }],
    ["X25519", spki(generateKeyPairSync("x25519").publicKey), { key: { kind: "other", name: "X25519" } }],
    [
      "RSASSA-PSS",
      spki(generateKeyPairSync("rsa-pss", { modulusLength: 1024 }).publicKey),
      { key: { kind: "other", name: "RSASSA-PSS" } },
    ],
    [
      "CR LF and text before",
      `Key of Acme\r\n${pem.replaceAll("\n", "\r\n")}`,
      { key: { kind: "ec", curve: "P-256" } },
    ],
    ["on one long line", wrap("PUBLIC KEY", der), { key: { kind: "ec", curve: "P-256" } }],
    [
      "a private key",
      ed25519.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
      { problem: "private-key" },
    ],
    [
      "a private key in PKCS#1 behind a public one",
      pem + rsa.privateKey.export({ type: "pkcs1", format: "pem" }).toString(),
      { problem: "private-key" },
    ],
    ["a certificate", wrap("CERTIFICATE", der), { problem: "certificate" }],
    ["another block", wrap("PGP PUBLIC KEY BLOCK", der), { problem: "other-pem" }],
    ["no PEM", "acme", { problem: "not-pem" }],
    ["no PEM, empty", "", { problem: "not-pem" }],
    ["escaped line ends", pem.replaceAll("\n", "\\n"), { problem: "escaped-lines" }],
    ["not ended", pem.replace(/-----END.*/s, ""), { problem: "not-pem" }],
    ["empty", "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----", { problem: "damaged" }],
    ["cut off", wrap("PUBLIC KEY", der.subarray(0, -1)), { problem: "damaged" }],
    ["one byte more", wrap("PUBLIC KEY", Buffer.concat([der, Buffer.alloc(1)])), { problem: "damaged" }],
    ["not base64", pem.replace("MFk", "MF_"), { problem: "not-pem" }],
    ["an RSA key under the other label", wrap("RSA PUBLIC KEY", der), { problem: "damaged" }],
  ])("%s", (_, text, expected) => {
    expect(readPublicKey(text)).toEqual(expected);
  });
});

/** What node:crypto reads in the same text, in the same words; undefined for what it refuses. */
function readByNode(text: string): unknown {
  try {
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = createPublicKey(text);
    if (kind === "rsa") return { kind, bits: details?.modulusLength };
    return kind === "ec" ? { kind, curve: details?.namedCurve === "prime256v1" ? "P-256" : "unknown" } : { kind };
  } catch {
    return undefined;
  }
}

test("wherever a byte is changed, it agrees with node:crypto or refuses what is not DER", () => {
  const keys = [p256, rsa2048, ed25519].map(({ publicKey }) => publicKey.export({ type: "spki", format: "der" }));
  let agreed = 0;
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.nat(), fc.integer({ min: 0, max: 255 }), (key, at, byte) => {
      const changed = Buffer.from(key);
      changed[at % key.length] = byte;
      const text = wrap("PUBLIC KEY", changed);
      const result = readPublicKey(text);
      if ("problem" in result) {
        expect(result.problem).toBe("damaged");
        return;
      }
      const expected = readByNode(text);
      // A kind or curve that neither knows, or a point that is not on its curve.
      if (expected === undefined || result.key.kind === "other") return;
      agreed += 1;
      expect(result.key).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
  expect(agreed).toBeGreaterThan(500);
});
