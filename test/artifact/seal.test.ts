/** Sealing and digesting: bound to identity and key, and the same for the same input. */

import { describe, expect, test } from "vitest";
import { decodeBase64 } from "../../src/artifact/base64.ts";
import { ArtifactError } from "../../src/artifact/contract.ts";
import { lookupDigest } from "../../src/artifact/digest.ts";
import { deriveKeys, hex } from "../../src/artifact/keys.ts";
import { type Identity, passwordDigest } from "../../src/artifact/password-digest.ts";
import { seal, sealContext, unseal } from "../../src/artifact/seal.ts";
import { openSealedStream, sealStream } from "../../src/artifact/sealed-stream.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { canonicalJson } from "../../src/model/json.ts";
import { key } from "./acme.ts";

const keys = deriveKeys(nodeCrypto, key);
const otherKeys = deriveKeys(
  nodeCrypto,
  key.map((byte) => byte ^ 1),
);
const plain = new TextEncoder().encode("a secret");

describe("seal", () => {
  const context = sealContext("secrets", "1");
  const sealed = seal(nodeCrypto, keys, context, plain);
  test("opens where it was sealed, and is the same each time", () => {
    expect(unseal(nodeCrypto, keys, context, sealed)).toEqual(Buffer.from(plain));
    expect(seal(nodeCrypto, keys, context, plain)).toEqual(sealed);
  });
  test.each([
    ["another block", sealContext("secrets", "2")],
    ["a split of the same letters", sealContext("secrets1", "")],
  ])("%s: does not open, and has another nonce", (_name, other) => {
    expect(unseal(nodeCrypto, keys, other, sealed)).toBeUndefined();
    expect(seal(nodeCrypto, keys, other, plain).slice(0, 12)).not.toEqual(sealed.slice(0, 12));
  });
  test("another key, and too few bytes", () => {
    expect(unseal(nodeCrypto, otherKeys, context, sealed)).toBeUndefined();
    expect([0, 11, 12, 27].map((length) => unseal(nodeCrypto, keys, context, sealed.slice(0, length)))).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe("sealed stream", () => {
  const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) % 251);
  test.each([0, 1, 4095, 4096, 4097, 8192, 10_000])("of %i bytes: every part is what was sealed", (length) => {
    const secrets = bytesOf(length);
    const sealed = sealStream(secrets, nodeCrypto, keys);
    expect(sealed).toEqual(sealStream(secrets, nodeCrypto, keys));
    expect(sealed.length).toBe(length + Math.ceil(length / 4096) * 28);
    const stream = openSealedStream(sealed, nodeCrypto, keys);
    expect(stream.length).toBe(length);
    const starts = [0, 1, 4090, 4095, 4096, 8191].filter((start) => start < length);
    for (const start of starts) {
      for (const count of [1, 2, 10, 4096, length].filter((wanted) => start + wanted <= length)) {
        expect(stream.read(start, count)).toEqual(secrets.slice(start, start + count));
      }
    }
  });
  test.each([1, 4096, 10_000])("of %i bytes in memory with room behind: the same bytes, in their place", (length) => {
    const roomy = new Uint8Array(8 + length + 200);
    const secrets = roomy.subarray(8, 8 + length);
    secrets.set(bytesOf(length));
    const sealed = sealStream(secrets, nodeCrypto, keys);
    expect(sealed).toEqual(sealStream(bytesOf(length), nodeCrypto, keys));
    expect(sealed.buffer).toBe(roomy.buffer);
  });
  test.each([1, 27, 28, 4096 + 28 + 1, 4096 + 28 + 28])("%i bytes are none", (length) => {
    expect(() => openSealedStream(new Uint8Array(length), nodeCrypto, keys)).toThrow(ArtifactError);
  });
  test("a block that was changed, or stands at another place, opens nowhere", () => {
    const sealed = sealStream(bytesOf(9000), nodeCrypto, keys);
    const changed = sealed.slice();
    changed[20] = (changed[20] ?? 0) ^ 1;
    const swapped = sealed.slice();
    swapped.set(sealed.subarray(0, 4124), 4124);
    swapped.set(sealed.subarray(4124, 8248), 0);
    for (const bytes of [changed, swapped])
      expect(openSealedStream(bytes, nodeCrypto, keys).read(0, 3)).toBeUndefined();
    expect(openSealedStream(changed, nodeCrypto, keys).read(4096, 3)).toBeDefined();
    expect(openSealedStream(changed, nodeCrypto, keys).read(4095, 2)).toBeUndefined();
    expect(openSealedStream(sealed, nodeCrypto, otherKeys).read(0, 3)).toBeUndefined();
  });
});

describe("passwordDigest", () => {
  const digest = passwordDigest(nodeCrypto, keys);
  const jack: Identity = { username: "jack", id: "main", plugin: "basic-auth" };
  const utf8 = (text: string) => new TextEncoder().encode(text);
  test.each<[password: string]>([["short"], [""], ["pässword"], ["x".repeat(5000)]])(
    "is what the format states: %s",
    (password) => {
      const stated = nodeCrypto.sha256(
        keys.password,
        sealContext("credential", "jack", "main", "basic-auth"),
        utf8(password),
      );
      expect(hex(digest(jack, utf8(password)))).toBe(hex(stated.slice(0, 16)));
    },
  );
  test.each<[name: string, other: Identity]>([
    ["consumer", { ...jack, username: "jill" }],
    ["credential", { ...jack, id: "other" }],
    ["plugin", { ...jack, plugin: "jwt-auth" }],
    ["split of the same letters", { ...jack, username: "jackm", id: "ain" }],
    ["implicit credential", { ...jack, id: undefined }],
  ])("another %s has another", (_name, other) => {
    expect(digest(other, plain)).not.toEqual(digest(jack, plain));
  });
  test("another key has another", () => {
    expect(passwordDigest(nodeCrypto, otherKeys)(jack, plain)).not.toEqual(digest(jack, plain));
  });
});

describe("lookupDigest", () => {
  const digest = lookupDigest(nodeCrypto, keys);
  const beyondBlock = [53, 54, 55, 56].map((length) => "x".repeat(length));
  const beyondRoom = [1023, 1024, 1025].map((length) => "x".repeat(length));
  test.each([
    "short",
    "",
    "ä€👩‍💻",
    "\ud800",
    "ä".repeat(27),
    "ä".repeat(28),
    ...beyondBlock,
    ...beyondRoom,
    "x".repeat(5000),
  ])("is the digest that the format states: %s", (value) => {
    const stated = nodeCrypto.sha256(keys.lookup, Uint8Array.of(4), new TextEncoder().encode(value));
    expect(hex(digest("jwt-auth", value))).toBe(hex(stated.subarray(0, 16)));
  });
  test("depends on plugin, value and key", () => {
    const other = lookupDigest(nodeCrypto, otherKeys);
    // One array for all that a key makes, so each is written down before the next.
    const digests = [
      hex(digest("key-auth", "a")),
      hex(digest("jwt-auth", "a")),
      hex(digest("key-auth", "b")),
      hex(other("key-auth", "a")),
    ];
    expect(new Set(digests).size).toBe(4);
  });
});

test("every derived key is another one", () => {
  const { keyId, ...secretKeys } = keys;
  const all = Object.values(secretKeys).map((bytes) => hex(bytes).slice(0, 16));
  expect(new Set([...all, hex(keyId), hex(key).slice(0, 16)]).size).toBe(8);
});

test.each([
  ["", ""],
  ["czNjcmV0", "s3cret"],
  ["YQ==", "a"],
  ["YQ", "a"],
  ["YWI=", "ab"],
  ["YQ=", undefined],
  ["Y", undefined],
  ["Y Q==", undefined],
  ["YQ==YQ==", undefined],
  ["_-_-", undefined],
])("base64 %j", (text, expected) => {
  const bytes = decodeBase64(text);
  expect(bytes && new TextDecoder().decode(bytes)).toBe(expected);
});

test.each([
  [{ b: 1, a: [2, { d: null, c: "x" }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
  [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  ["ä\n", '"ä\\n"'],
])("canonical JSON of %j", (value, expected) => {
  expect(canonicalJson(value)).toBe(expected);
});
