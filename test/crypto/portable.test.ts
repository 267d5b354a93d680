/** portableCrypto does what nodeCrypto does: the same results on random inputs, bad keys and bad signatures. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type AsymmetricAlgorithm, asymmetricAlgorithms, type HmacHash } from "../../src/crypto/contract.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { portableCrypto } from "../../src/crypto/portable.ts";

const bytes = (buffer: Uint8Array | undefined) => buffer && Uint8Array.from(buffer);
const random = (length: number) => new Uint8Array(randomBytes(length));
const flipped = (from: Uint8Array, at: number) => from.map((byte, index) => (index === at ? byte ^ 1 : byte));
const lengths = [0, 1, 2, 15, 16, 17, 31, 32, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 1000];

describe("the same bytes as node:crypto", () => {
  test.each(lengths)("sha256, hmac, seal of %d bytes", (length) => {
    const parts = [random(length), random(length >> 1), random(3)];
    expect(bytes(portableCrypto.sha256(...parts))).toEqual(bytes(nodeCrypto.sha256(...parts)));
    for (const crypto of [portableCrypto, nodeCrypto]) {
      const firstBytes = new Uint8Array(16);
      crypto.sha256Into(firstBytes, parts[0] ?? new Uint8Array());
      expect(bytes(firstBytes)).toEqual(bytes(nodeCrypto.sha256(parts[0] ?? new Uint8Array()).subarray(0, 16)));
    }
    for (const hash of ["sha1", "sha256", "sha384", "sha512"] as HmacHash[]) {
      const key = random(length);
      expect(bytes(portableCrypto.hmac(hash, key, ...parts))).toEqual(bytes(nodeCrypto.hmac(hash, key, ...parts)));
    }
    const [key, nonce, plain, context] = [random(32), random(12), random(length), random(length >> 1)];
    const sealed = nodeCrypto.seal(key, nonce, plain, context);
    expect(bytes(portableCrypto.seal(key, nonce, plain, context))).toEqual(bytes(sealed));
    expect(bytes(portableCrypto.unseal(key, nonce, sealed, context))).toEqual(plain);
    const broken: [string, Uint8Array, Uint8Array, Uint8Array, Uint8Array][] = [
      ["key", flipped(key, 0), nonce, sealed, context],
      ["nonce", key, flipped(nonce, 3), sealed, context],
      ["text", key, nonce, flipped(sealed, 0), context],
      ["tag", key, nonce, flipped(sealed, sealed.length - 1), context],
      ["cut", key, nonce, sealed.subarray(0, 15), context],
      ["context", key, nonce, sealed, random(length + 1)],
    ];
    for (const [name, ...input] of broken) expect(portableCrypto.unseal(...input), name).toBeUndefined();
  });

  test("in shared memory", () => {
    const shared = new Uint8Array(new SharedArrayBuffer(64));
    shared.set(random(64));
    expect(bytes(portableCrypto.sha256(shared))).toEqual(bytes(nodeCrypto.sha256(shared)));
    const nonce = random(12);
    const sealed = new Uint8Array(new SharedArrayBuffer(80));
    sealed.set(nodeCrypto.seal(shared.slice(0, 32), nonce, shared, shared));
    expect(bytes(portableCrypto.unseal(shared.subarray(0, 32), nonce, sealed, shared))).toEqual(bytes(shared));
  });

  test.each([
    ["equal", [1, 2], [1, 2]],
    ["different", [1, 2], [1, 3]],
    ["longer", [1, 2], [1, 2, 0]],
    ["empty", [], []],
  ])("equal: %s", (_name, left, right) => {
    const pair = [new Uint8Array(left), new Uint8Array(right)] as const;
    expect(portableCrypto.equal(...pair)).toBe(nodeCrypto.equal(...pair));
  });
});

interface Pair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const pairs: Readonly<Record<string, Pair>> = {
  "RSA 1024": generateKeyPairSync("rsa", { modulusLength: 1024 }),
  // One bit beyond whole bytes is where PSS has a byte of its own to check.
  "RSA 1033": generateKeyPairSync("rsa", { modulusLength: 1033 }),
  "RSA 2048, e = 3": generateKeyPairSync("rsa", { modulusLength: 2048, publicExponent: 3 }),
  "P-256": generateKeyPairSync("ec", { namedCurve: "P-256" }),
  "P-384": generateKeyPairSync("ec", { namedCurve: "P-384" }),
  "P-521": generateKeyPairSync("ec", { namedCurve: "P-521" }),
  secp256k1: generateKeyPairSync("ec", { namedCurve: "secp256k1" }),
  Ed25519: generateKeyPairSync("ed25519"),
  Ed448: generateKeyPairSync("ed448"),
  "RSA-PSS": generateKeyPairSync("rsa-pss", { modulusLength: 1024 }),
};
const spki = ({ publicKey }: Pair) => publicKey.export({ type: "spki", format: "pem" }).toString();

/** Every way in which a key of this kind signs for one of the algorithms, and some that must not pass. */
function signaturesOf({ privateKey }: Pair, data: Uint8Array): Uint8Array[] {
  const type = privateKey.asymmetricKeyType;
  if (type === "ed25519" || type === "ed448") return [sign(null, data, privateKey)];
  return ["sha256", "sha384", "sha512"].flatMap((hash) => {
    if (type === "ec") return [sign(hash, data, { key: privateKey, dsaEncoding: "ieee-p1363" })];
    const salts = [32, 48, 64, 20].filter((saltLength) => saltLength <= 1024 / 8 - 2 - Number(hash.slice(3)) / 8);
    const salted = salts.map((saltLength) => sign(hash, data, { key: privateKey, padding: 6, saltLength }));
    return type === "rsa" ? [sign(hash, data, privateKey), ...salted] : salted;
  });
}

describe("the same verdicts as node:crypto", () => {
  test.each(Object.entries(pairs))("%s", (name, pair) => {
    let passed = 0;
    for (const data of [random(name.length % 2 ? 0 : 100)]) {
      for (const signature of signaturesOf(pair, data)) {
        const tries: [Uint8Array, Uint8Array][] = [
          [data, signature],
          [random(100), signature],
          [data, flipped(signature, 0)],
          [data, flipped(signature, signature.length - 1)],
          [data, signature.subarray(1)],
          [data, new Uint8Array([0, ...signature])],
          [data, new Uint8Array(signature.length)],
          [data, new Uint8Array(signature.length).fill(255)],
          [data, new Uint8Array()],
        ];
        for (const algorithm of asymmetricAlgorithms) {
          for (const [index, [text, tried]] of tries.entries()) {
            // OpenSSL takes a PSS signature without its leading zeros; RFC 8017 section 8.1.2 does not.
            const isShort = tried.length < signature.length;
            const expected = !isShort && nodeCrypto.verify(algorithm, spki(pair), text, tried);
            expect(portableCrypto.verify(algorithm, spki(pair), text, tried), `${algorithm} ${index}`).toBe(expected);
            if (expected) passed++;
          }
        }
      }
    }
    const isUseless = name === "secp256k1" || name === "RSA-PSS";
    expect(passed > 0).toBe(!isUseless);
  });

  const data = random(40);
  const rsa = pairs["RSA 1024"] as Pair;
  const p256 = pairs["P-256"] as Pair;
  const rsaSignature = sign("sha256", data, rsa.privateKey);
  const ecSignature = sign("sha256", data, { key: p256.privateKey, dsaEncoding: "ieee-p1363" });
  const rsaPem = spki(rsa);
  const damaged = (at: number) => {
    const der = rsa.publicKey.export({ type: "spki", format: "der" });
    der[at] = (der[at] ?? 0) ^ 0x41;
    return `-----BEGIN PUBLIC KEY-----\n${der.toString("base64")}\n-----END PUBLIC KEY-----\n`;
  };
  const highS = () => {
    const order = BigInt("0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    const s = BigInt(`0x${ecSignature.subarray(32).toString("hex")}`);
    return Buffer.concat([ecSignature.subarray(0, 32), Buffer.from((order - s).toString(16).padStart(64, "0"), "hex")]);
  };
  const serverCertificate = readFileSync("test/gateway/tls/server.cert.pem", "utf8");
  const serverKey = readFileSync("test/gateway/tls/server.key.pem", "utf8");
  const cases: [string, AsymmetricAlgorithm, string, Uint8Array, boolean][] = [
    ["PKCS1", "RS256", rsa.publicKey.export({ type: "pkcs1", format: "pem" }).toString(), rsaSignature, true],
    ["CR LF", "RS256", rsaPem.replaceAll("\n", "\r\n"), rsaSignature, true],
    ["text before the key", "RS256", `a key:\n${rsaPem}`, rsaSignature, true],
    ["another s of the same signature", "ES256", spki(p256), highS(), true],
    ["no PEM", "RS256", "not a key", rsaSignature, false],
    ["nothing", "RS256", "", rsaSignature, false],
    ["a private key", "RS256", rsa.privateKey.export({ type: "pkcs8", format: "pem" }).toString(), rsaSignature, false],
    ["no base64", "RS256", rsaPem.replace("MI", "M*"), rsaSignature, false],
    ["a key cut short", "RS256", rsaPem.replace(/\n.{64}\n/, "\n"), rsaSignature, false],
    ["an algorithm that is none", "none" as AsymmetricAlgorithm, rsaPem, rsaSignature, false],
    ...[0, 1, 5, 20, 25, 60].map((at): (typeof cases)[number] => [
      `byte ${at}`,
      "RS256",
      damaged(at),
      rsaSignature,
      false,
    ]),
  ];
  test.each(cases)("%s", (_name, algorithm, pem, signature, expected) => {
    expect(nodeCrypto.verify(algorithm, pem, data, signature)).toBe(expected);
    expect(portableCrypto.verify(algorithm, pem, data, signature)).toBe(expected);
  });
  test("a name that every object has is no algorithm", () => {
    const name = "constructor" as AsymmetricAlgorithm;
    expect(portableCrypto.verify(name, rsaPem, data, rsaSignature)).toBe(false);
  });
  test("the key of a certificate", () => {
    const isEc = nodeCrypto.verify(
      "ES256",
      serverCertificate,
      data,
      sign("sha256", data, { key: serverKey, dsaEncoding: "ieee-p1363" }),
    );
    const [algorithm, signature]: [AsymmetricAlgorithm, Uint8Array] = isEc
      ? ["ES256", sign("sha256", data, { key: serverKey, dsaEncoding: "ieee-p1363" })]
      : ["RS256", sign("sha256", data, serverKey)];
    expect(nodeCrypto.verify(algorithm, serverCertificate, data, signature)).toBe(true);
    expect(portableCrypto.verify(algorithm, serverCertificate, data, signature)).toBe(true);
  });
});
