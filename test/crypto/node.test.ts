/** nodeCrypto against published vectors, and against keys and bytes that must not pass. */
import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";
import { describe, expect, test } from "vitest";
import type { AsymmetricAlgorithm, HmacHash } from "../../src/crypto/contract.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { portableCrypto } from "../../src/crypto/portable.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const pemOf = (key: KeyObject) => key.export({ type: "spki", format: "pem" }).toString();
const pemOfJwk = (key: JsonWebKey) => pemOf(createPublicKey({ key, format: "jwk" }));

describe("hmac", () => {
  const first = new Uint8Array(20).fill(0x0b);
  const jefe = utf8("Jefe");
  const question = "what do ya want for nothing?";
  const vectors: [string, HmacHash, Uint8Array, string, string][] = [
    ["RFC 2202 case 2", "sha1", jefe, question, "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"],
    [
      "RFC 4231 case 1",
      "sha256",
      first,
      "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    ],
    [
      "RFC 4231 case 1",
      "sha384",
      first,
      "Hi There",
      "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6",
    ],
    [
      "RFC 4231 case 1",
      "sha512",
      first,
      "Hi There",
      "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
    ],
    ["RFC 4231 case 2", "sha256", jefe, question, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"],
    [
      "RFC 4231 case 2",
      "sha512",
      jefe,
      question,
      "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
    ],
  ];
  test.each(vectors)("%s, %s", (_name, hash, key, message, expected) => {
    expect(hex(nodeCrypto.hmac(hash, key, utf8(message)))).toBe(expected);
    expect(hex(nodeCrypto.hmac(hash, key, utf8(message.slice(0, 3)), utf8(message.slice(3))))).toBe(expected);
  });
});

/** Two ways lead to an HMAC: short texts under short keys go another one. */
test.each(["sha1", "sha256", "sha384", "sha512"] as const)(
  "hmac %s round the lengths at which the way changes",
  (hash) => {
    for (const keyLength of [0, 1, 63, 64, 65, 127, 128, 129]) {
      for (const length of [0, 1, 55, 56, 63, 64, 2047, 2048, 2049]) {
        const [key, message] = [randomBytes(keyLength), randomBytes(length)];
        const expected = createHmac(hash, key).update(message).digest("hex");
        expect(hex(nodeCrypto.hmac(hash, key, message)), `key ${keyLength}, message ${length}`).toBe(expected);
        const text = message.toString("latin1");
        const sum = Buffer.from(expected, "hex");
        const acrossWords = Buffer.alloc(sum.length + 3);
        sum.copy(acrossWords, 3);
        const changed = sum.map((byte, index) => (index === length % sum.length ? byte ^ 1 : byte));
        for (const crypto of [nodeCrypto, portableCrypto]) {
          const presented = [sum, acrossWords.subarray(3), changed, sum.subarray(1), new Uint8Array()];
          const answers = presented.map((each) => crypto.isHmac(hash, key, text, each));
          expect(answers, `key ${keyLength}, message ${length}`).toEqual([true, true, false, false, false]);
        }
      }
    }
  },
);

test.each([
  ["an array of its own", new Uint8Array(32)],
  ["a Buffer", Buffer.alloc(64).subarray(8, 40)],
  ["a Buffer that lies across words", Buffer.alloc(64).subarray(7, 39)],
])("an HMAC's key that is written over is another key: %s", (_name, key) => {
  key.fill(1);
  const sums = [1, 2].map((byte) => createHmac("sha256", Buffer.alloc(32, byte)).update("text").digest());
  const answers = (): boolean[] => sums.map((sum) => nodeCrypto.isHmac("sha256", key, "text", sum));
  expect(answers()).toEqual([true, false]);
  key.fill(2);
  expect(answers()).toEqual([false, true]);
});

describe("sha256", () => {
  const expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  test.each([
    ["one part", [utf8("abc")]],
    ["parts", [utf8("a"), utf8(""), utf8("bc")]],
  ])("FIPS 180-4 abc in %s", (_name, parts) => {
    expect(hex(nodeCrypto.sha256(...parts))).toBe(expected);
  });
  test("no part is the digest of nothing", () => {
    expect(hex(nodeCrypto.sha256())).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  });
  test("shared memory", () => {
    const shared = new Uint8Array(new SharedArrayBuffer(3));
    shared.set(utf8("abc"));
    expect(hex(nodeCrypto.sha256(shared))).toBe(expected);
  });
});

test.each([
  ["equal", "abc", "abc", true],
  ["different", "abc", "abd", false],
  ["longer", "abc", "abcd", false],
  ["empty", "", "", true],
])("equal: %s", (_name, left, right, expected) => {
  expect(nodeCrypto.equal(utf8(left), utf8(right))).toBe(expected);
});

describe("seal", () => {
  const key = utf8("0123456789abcdef0123456789abcdef");
  const nonce = utf8("abcdefghijkl");
  const context = utf8("jack");
  const sealed = nodeCrypto.seal(key, nonce, utf8("a secret"), context);
  const changed = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));

  test("opens with the same key, nonce and context", () => {
    expect(sealed.length).toBe("a secret".length + 16);
    expect(nodeCrypto.unseal(key, nonce, sealed, context)).toEqual(Buffer.from("a secret"));
  });
  test("test case 13 of the GCM specification", () => {
    const zeros = nodeCrypto.seal(new Uint8Array(32), new Uint8Array(12), new Uint8Array(), new Uint8Array());
    expect(hex(zeros)).toBe("530f8afbc74536b9a963b4f1c4cb738b");
  });
  test.each([
    ["key", changed(key, 0), nonce, sealed, context],
    ["nonce", key, changed(nonce, 11), sealed, context],
    ["first byte", key, nonce, changed(sealed, 0), context],
    ["tag", key, nonce, changed(sealed, sealed.length - 1), context],
    ["cut tag", key, nonce, sealed.subarray(0, sealed.length - 1), context],
    ["nothing", key, nonce, new Uint8Array(), context],
    ["context", key, nonce, sealed, utf8("jill")],
  ])("refuses another %s", (_name, ...parts) => {
    expect(nodeCrypto.unseal(...parts)).toBeUndefined();
  });
});

const payload = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
const published: [string, AsymmetricAlgorithm, JsonWebKey, string, string][] = [
  [
    "RFC 7515 A.2",
    "RS256",
    {
      kty: "RSA",
      n: "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
      e: "AQAB",
    },
    `eyJhbGciOiJSUzI1NiJ9.${payload}`,
    "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
  ],
  [
    "RFC 7515 A.3",
    "ES256",
    {
      kty: "EC",
      crv: "P-256",
      x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    },
    `eyJhbGciOiJFUzI1NiJ9.${payload}`,
    "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
  ],
  [
    "RFC 8037 A.4",
    "EdDSA",
    { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" },
    "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc",
    "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
  ],
];
const decoded = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));

describe("verify", () => {
  test.each(published)("%s, %s", (_name, algorithm, key, input, signature) => {
    const pem = pemOfJwk(key);
    expect(nodeCrypto.verify(algorithm, pem, utf8(input), decoded(signature))).toBe(true);
    expect(nodeCrypto.verify(algorithm, pem, utf8(`${input}x`), decoded(signature))).toBe(false);
    expect(nodeCrypto.verify(algorithm, pem, utf8(input), decoded(signature).subarray(1))).toBe(false);
    expect(nodeCrypto.verify(algorithm, pem, utf8(input), new Uint8Array())).toBe(false);
  });

  const data = utf8("header.payload");
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
  const p521 = generateKeyPairSync("ec", { namedCurve: "P-521" });
  const koblitz = generateKeyPairSync("ec", { namedCurve: "secp256k1" });
  const ed25519 = generateKeyPairSync("ed25519");
  const ed448 = generateKeyPairSync("ed448");
  const pss = (hash: string, saltLength: number) => sign(hash, data, { key: rsa.privateKey, padding: 6, saltLength });
  const raw = (hash: string, { privateKey }: { privateKey: KeyObject }) =>
    sign(hash, data, { key: privateKey, dsaEncoding: "ieee-p1363" });

  const cases: [string, AsymmetricAlgorithm, KeyObject, Uint8Array, boolean][] = [
    ["RS384", "RS384", rsa.publicKey, sign("sha384", data, rsa.privateKey), true],
    ["RS512", "RS512", rsa.publicKey, sign("sha512", data, rsa.privateKey), true],
    ["PS256", "PS256", rsa.publicKey, pss("sha256", 32), true],
    ["PS384", "PS384", rsa.publicKey, pss("sha384", 48), true],
    ["PS512", "PS512", rsa.publicKey, pss("sha512", 64), true],
    ["ES384", "ES384", p384.publicKey, raw("sha384", p384), true],
    ["ES512", "ES512", p521.publicKey, raw("sha512", p521), true],
    ["EdDSA with Ed448", "EdDSA", ed448.publicKey, sign(null, data, ed448.privateKey), true],
    ["PS256 with another salt length", "PS256", rsa.publicKey, pss("sha256", 20), false],
    ["a PS256 signature as RS256", "RS256", rsa.publicKey, pss("sha256", 32), false],
    ["an RS256 signature as PS256", "PS256", rsa.publicKey, sign("sha256", data, rsa.privateKey), false],
    ["another hash", "RS256", rsa.publicKey, sign("sha512", data, rsa.privateKey), false],
    ["ES256 in DER", "ES256", p256.publicKey, sign("sha256", data, p256.privateKey), false],
    ["ES256 on P-384", "ES256", p384.publicKey, raw("sha256", p384), false],
    ["ES256 on secp256k1", "ES256", koblitz.publicKey, raw("sha256", koblitz), false],
    ["ES384 on P-521", "ES384", p521.publicKey, raw("sha384", p521), false],
    ["ES256 of zeros", "ES256", p256.publicKey, new Uint8Array(64), false],
    ["RS256 with an EC key", "RS256", p256.publicKey, sign("sha256", data, p256.privateKey), false],
    ["ES256 with an RSA key", "ES256", rsa.publicKey, sign("sha256", data, rsa.privateKey).subarray(0, 64), false],
    ["EdDSA with an RSA key", "EdDSA", rsa.publicKey, sign("sha512", data, rsa.privateKey), false],
    ["RS256 with an Ed25519 key", "RS256", ed25519.publicKey, sign(null, data, ed25519.privateKey), false],
  ];
  test.each(cases)("%s", (_name, algorithm, key, signature, expected) => {
    expect(nodeCrypto.verify(algorithm, pemOf(key), data, signature)).toBe(expected);
    // Again, with the parsed key remembered.
    expect(nodeCrypto.verify(algorithm, pemOf(key), data, signature)).toBe(expected);
  });

  const privatePem = rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  test.each([
    ["no PEM", "not a key"],
    ["an empty text", ""],
    ["a private key", privatePem],
  ])("%s as public key", (_name, pem) => {
    expect(nodeCrypto.verify("RS256", pem, data, sign("sha256", data, rsa.privateKey))).toBe(false);
  });
  test("an algorithm that is none", () => {
    const none = "none" as AsymmetricAlgorithm;
    expect(nodeCrypto.verify(none, pemOf(rsa.publicKey), data, randomBytes(256))).toBe(false);
  });
});
