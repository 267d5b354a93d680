/** The examples that the RFCs print, from `vectors/`, and the attacks that RFC 8725 tells of. */
import { createHash, createHmac, createPublicKey, type JsonWebKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { CredentialRecord } from "../../src/artifact/contract.ts";
import type { HmacHash } from "../../src/crypto/contract.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { parseToken, signatureFault, type Token } from "../../src/engine/auth/jwt.ts";
import { passingBase64Url, passingBytes, utf8Bytes } from "../../src/engine/encoding.ts";

interface JwsVector {
  readonly source: string;
  readonly algorithm: string;
  readonly key: JsonWebKey;
  readonly token: string;
}

interface HmacVector {
  readonly source: string;
  readonly hash: HmacHash;
  readonly key: string;
  readonly data: string;
  readonly mac: string;
}

function read<T>(name: string): readonly T[] {
  return JSON.parse(readFileSync(new URL(`vectors/${name}.json`, import.meta.url), "utf8")) as T[];
}

const jws = read<JwsVector>("jws");
const hmac = read<HmacVector>("hmac");

test("all vectors are there", () => {
  expect([jws.length, hmac.length]).toEqual([9, 24]);
});

describe("HMAC", () => {
  test.each(hmac)("$source, $hash", ({ hash, key, data, mac }) => {
    const [keyBytes, message] = [Buffer.from(key, "hex"), Buffer.from(data, "hex")];
    expect(Buffer.from(nodeCrypto.hmac(hash, keyBytes, message)).toString("hex")).toBe(mac);
    const parts = [message.subarray(0, 3), message.subarray(3)];
    expect(Buffer.from(nodeCrypto.hmac(hash, keyBytes, ...parts)).toString("hex")).toBe(mac);
  });

  test.each(["sha1", "sha256", "sha384", "sha512"] as const)("%s at each length near a block, and long", (hash) => {
    const lengths = [0, 1, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 4095, 4096, 4097];
    for (const keyLength of lengths) {
      for (const length of lengths) {
        const [key, message] = [Buffer.alloc(keyLength, 0x5c), Buffer.alloc(length, 0x36)];
        expect(Buffer.from(nodeCrypto.hmac(hash, key, message))).toEqual(
          createHmac(hash, key).update(message).digest(),
        );
      }
    }
  });

  test("the digest of look-ups is SHA-256", () => {
    for (const length of [0, 1, 55, 64, 1000]) {
      const message = Buffer.alloc(length, 0xff);
      expect(Buffer.from(nodeCrypto.sha256(message))).toEqual(createHash("sha256").update(message).digest());
    }
  });
});

/** As an artifact hands it out. */
function credentialOf(algorithm: string, key: JsonWebKey): Pick<CredentialRecord, "jwt" | "secret"> {
  const isSecret = key.kty === "oct";
  const publicKey = isSecret
    ? undefined
    : createPublicKey({ key, format: "jwk" }).export({ type: "spki", format: "pem" });
  return {
    secret: () => (isSecret ? Buffer.from(String(key.k), "base64url") : undefined),
    jwt: { algorithm, lifetimeGracePeriod: 0, ...(publicKey !== undefined && { publicKey: publicKey.toString() }) },
  };
}

/** Payloads of some are texts; what the engine does with a compact serialisation but for reading claims. */
function tokenOf(text: string): Token {
  const [header = "", payload = "", signature = ""] = text.split(".");
  return {
    header: JSON.parse(Buffer.from(header, "base64url").toString()) as Record<string, unknown>,
    payload: {},
    signed: `${header}.${payload}`,
    signature: passingBase64Url(signature) ?? new Uint8Array(),
  };
}

function fault(text: string, { algorithm, key }: Pick<JwsVector, "algorithm" | "key">): string | undefined {
  return signatureFault(tokenOf(text), credentialOf(algorithm, key), nodeCrypto);
}

describe.each(jws)("JWS of $source, $algorithm", (vector) => {
  const [header = "", payload = "", signature = ""] = vector.token.split(".");
  test("is valid", () => expect(fault(vector.token, vector)).toBeUndefined());
  test("and not with any octet of the signature changed", () => {
    const bytes = Buffer.from(signature, "base64url");
    for (let index = 0; index < bytes.length; index += 7) {
      const changed = Buffer.from(bytes);
      changed[index] = (changed[index] ?? 0) ^ 0x10;
      expect(fault(`${header}.${payload}.${changed.toString("base64url")}`, vector)).toBe("wrong signature");
    }
  });
  test("nor for another text or key", () => {
    expect(fault(`${header}.${payload.slice(0, -4)}.${signature}`, vector)).toBe("wrong signature");
    const others = jws.filter((other) => other.algorithm === vector.algorithm && other.key !== vector.key);
    for (const other of others) {
      const isSameKey = JSON.stringify(other.key) === JSON.stringify(vector.key);
      expect(fault(vector.token, other)).toBe(isSameKey ? undefined : "wrong signature");
    }
  });
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const vectorOf = (source: string) => jws.find((each) => each.source === source) ?? jws[0];
const ec = vectorOf("RFC 7515 A.3");
const rsa = vectorOf("RFC 7515 A.2");
const oct = vectorOf("RFC 7515 A.1");

describe("attacks", () => {
  const claims = encode({ key: "k" });
  const zero = (length: number) => Buffer.alloc(length).toString("base64url");
  const pemOf = (vector = ec) => String(credentialOf("", vector?.key ?? {}).jwt?.publicKey);
  const hs = (header: object, secret: string | Buffer) => {
    const text = `${encode(header)}.${claims}`;
    return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
  };
  const order = Buffer.from("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", "hex");

  test.each([
    ["RFC 7515 A.5: no signature", `eyJhbGciOiJub25lIn0.${claims}.`, oct],
    ["none in other cases", `${encode({ alg: "nOnE" })}.${claims}.`, oct],
    ["none for a public key", `${encode({ alg: "none" })}.${claims}.`, ec],
    ["RFC 8725 2.1: the public key as secret", hs({ alg: "HS256" }, pemOf(rsa)), rsa],
    ["the same without the last line feed", hs({ alg: "HS256" }, pemOf(rsa).trim()), rsa],
    ["psychic signature: r and s zero", `${encode({ alg: "ES256" })}.${claims}.${zero(64)}`, ec],
    [
      "r and s the order of the curve",
      `${encode({ alg: "ES256" })}.${claims}.${Buffer.concat([order, order]).toString("base64url")}`,
      ec,
    ],
    ["r of one octet", `${encode({ alg: "ES256" })}.${claims}.AQ`, ec],
    ["an RSA signature of zeros", `${encode({ alg: "RS256" })}.${claims}.${zero(256)}`, rsa],
    ["a key of its own in the header", hs({ alg: "HS256", jwk: { kty: "oct", k: "YXR0YWNrZXI" } }, "attacker"), oct],
    ["a URL of a key", hs({ alg: "HS256", jku: "https://attacker.example/jwks" }, "attacker"), oct],
    ["a certificate of its own", hs({ alg: "HS256", x5c: ["MIIB"] }, "attacker"), oct],
    ["a kid that names a file", hs({ alg: "HS256", kid: "../../../../dev/null" }, ""), oct],
    ["a kid that injects", hs({ alg: "HS256", kid: "' UNION SELECT 'attacker' --" }, "attacker"), oct],
    ["an empty secret", hs({ alg: "HS256" }, ""), oct],
  ] as const)("%s", (_, token, vector) => {
    if (!vector) throw new Error("no vector");
    expect(fault(token, vector)).toMatch(/^(?:wrong signature|the token's algorithm is not the credential's)$/);
  });

  test("critical parameters, well signed (RFC 7515 4.1.11, RFC 7797)", () => {
    const secret = Buffer.from(String(oct?.key.k), "base64url");
    for (const crit of [["exp"], ["b64"], [], "exp", null]) {
      const token = hs({ alg: "HS256", crit, exp: 1, b64: false }, secret);
      expect(fault(token, oct as JwsVector)).toBe("critical header parameters that are not understood");
    }
    expect(fault(hs({ alg: "HS256", kid: "any", jku: "https://x" }, secret), oct as JwsVector)).toBeUndefined();
  });

  test.each([
    ["two parts", "a.b"],
    ["four parts", "e30.e30.AA.AA"],
    ["padding", "e30=.e30.AA"],
    ["stray bits", "e31.e30.AB"],
    ["white space", "e30 .e30.AA"],
    ["standard base64", "e30.e30.+/8"],
    ["no object", `${encode([])}.e30.AA`],
    ["a JSON text twice", `${Buffer.from("{}{}").toString("base64url")}.e30.AA`],
    ["not UTF-8", `${Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url")}.e30.AA`],
    ["JSON serialisation", '{"payload":"e30","signatures":[]}'],
  ])("%s is no token", (_, text) => expect(parseToken(text)).toBeUndefined());
});

describe("what is remembered of tokens", () => {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  /** All under one signature, so that they take each other's place. */
  const tokens = [
    ["one", { alg: "HS256" }, { key: "jack" }],
    ["another payload", { alg: "HS256" }, { key: "jill" }],
    ["another header", { alg: "HS512" }, { key: "jill" }],
    ["longer than what is remembered", { alg: "HS256" }, { key: "jack", more: "x".repeat(3000) }],
    ["the first again", { alg: "HS256" }, { key: "jack" }],
  ] as const;
  test.each(tokens)("%s", (_, header, payload) => {
    for (let times = 0; times < 2; times++) {
      const token = parseToken(`${encode(header)}.${encode(payload)}.AAAA`);
      expect(token).toEqual({
        header,
        payload,
        signed: `${encode(header)}.${encode(payload)}`,
        signature: new Uint8Array(3),
      });
    }
  });
  test("what is no token is not taken for the one before", () => {
    expect(parseToken(`${encode({ alg: "HS256" })}.${encode({ key: "jack" })}x.AAAA`)).toBeUndefined();
    expect(parseToken(`${encode({ alg: "HS256" })}.${encode({ key: "jack" })}.AA.AA`)).toBeUndefined();
  });
});

test("bytes of texts are UTF-8", () => {
  for (const text of ["", "abc", "é", "\u007f\u0080", "😀", "é".repeat(1365), "é".repeat(1366), "a".repeat(8193)])
    for (const bytes of [utf8Bytes(text), passingBytes(text)]) expect(Buffer.from(bytes)).toEqual(Buffer.from(text));
});
