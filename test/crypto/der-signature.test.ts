/** Two numbers side by side as DER: what it must look like, and that OpenSSL reads it. */
import { generateKeyPairSync, sign, verify } from "node:crypto";
import { expect, test } from "vitest";
import { derSignature } from "../../src/crypto/der-signature.ts";

const der = (signature: string) => Buffer.from(derSignature(Buffer.from(signature, "hex"))).toString("hex");
const big = "ff".repeat(66);

test.each([
  ["small numbers", "0102", "3006020101020102"],
  ["a set first bit", "80ff", "300802020080020200ff"],
  ["zeros before a number", "00007f000080", "300702017f02020080"],
  ["zero", "00000000", "3006020100020100"],
  ["longer than a byte of length says", `${big}${big}`, `30818a024300${big}024300${big}`],
])("%s", (_name, signature, expected) => {
  expect(der(signature)).toBe(expected);
});

test.each([
  ["P-256", "sha256"],
  ["P-384", "sha384"],
  ["P-521", "sha512"],
] as const)("signatures of %s hold", (namedCurve, hash) => {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve });
  for (let round = 0; round < 64; round++) {
    const data = Buffer.from(`message ${round}`);
    const signature = sign(hash, data, { key: privateKey, dsaEncoding: "ieee-p1363" });
    expect(verify(hash, data, publicKey, derSignature(signature)), signature.toString("hex")).toBe(true);
  }
});
