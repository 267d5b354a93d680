/** Sealing and digesting: bound to identity and key, and the same for the same input. */

import { describe, expect, test } from "vitest";
import { decodeBase64 } from "../../src/artifact/base64.ts";
import { lookupDigest } from "../../src/artifact/digest.ts";
import { deriveKeys, hex } from "../../src/artifact/keys.ts";
import { credentialContext, passwordDigest, seal, unseal } from "../../src/artifact/seal.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { canonicalJson } from "../../src/model/json.ts";
import { key } from "./acme.ts";

const keys = deriveKeys(nodeCrypto, key);
const otherKeys = deriveKeys(
  nodeCrypto,
  key.map((byte) => byte ^ 1),
);
const jack = credentialContext("jack", "main", "hmac-auth");
const plain = new TextEncoder().encode("a secret");

describe("seal", () => {
  const sealed = seal(nodeCrypto, keys, jack, plain);
  const others: [string, Uint8Array][] = [
    ["consumer", credentialContext("jill", "main", "hmac-auth")],
    ["credential", credentialContext("jack", "other", "hmac-auth")],
    ["plugin", credentialContext("jack", "main", "jwt-auth")],
    ["split of the same letters", credentialContext("jackm", "ain", "hmac-auth")],
    ["implicit credential", credentialContext("jack", undefined, "hmac-auth")],
  ];
  test("opens where it was sealed, and is the same each time", () => {
    expect(unseal(nodeCrypto, keys, jack, sealed)).toEqual(Buffer.from(plain));
    expect(seal(nodeCrypto, keys, jack, plain)).toEqual(sealed);
  });
  test.each(others)("another %s: does not open, has another nonce and another password digest", (_name, context) => {
    expect(unseal(nodeCrypto, keys, context, sealed)).toBeUndefined();
    expect(seal(nodeCrypto, keys, context, plain).slice(0, 12)).not.toEqual(sealed.slice(0, 12));
    expect(passwordDigest(nodeCrypto, keys, context, plain)).not.toEqual(passwordDigest(nodeCrypto, keys, jack, plain));
  });
  test("another key, and too few bytes", () => {
    expect(unseal(nodeCrypto, otherKeys, jack, sealed)).toBeUndefined();
    expect([0, 11, 12, 27].map((length) => unseal(nodeCrypto, keys, jack, sealed.slice(0, length)))).toEqual(
      Array(4).fill(undefined),
    );
  });
});

describe("lookupDigest", () => {
  const digest = lookupDigest(nodeCrypto, keys);
  test.each([["short"], [""], ["ä€👩‍💻"], ["x".repeat(5000)], ["\ud800"]])(
    "is the digest that the format states: %s",
    (value) => {
      const stated = nodeCrypto.sha256(keys.lookup, Uint8Array.of(4), new TextEncoder().encode(value));
      expect(hex(digest("jwt-auth", value))).toBe(hex(stated));
    },
  );
  test("depends on plugin, value and key", () => {
    const other = lookupDigest(nodeCrypto, otherKeys);
    const digests = [digest("key-auth", "a"), digest("jwt-auth", "a"), digest("key-auth", "b"), other("key-auth", "a")];
    expect(new Set(digests.map(hex)).size).toBe(4);
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
