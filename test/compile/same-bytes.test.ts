/** Format version 1 as it was first written: who compiles anew with a later release must not get other bytes. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { configuration, type PlainConfig } from "./configuration.ts";

const limits = { "limit-count": { count: 2, time_window: 60 } };

/** With every kind of credential, secret and flag, and what two share. */
const plain: PlainConfig = {
  consumer_groups: [{ id: "gold", plugins: { ...limits, acl: { allow_labels: { tier: ["gold"] } } } }],
  global_rules: [{ id: "g", plugins: { cors: {} } }],
  routes: [{ id: "r", uri: "/*", plugins: { "key-auth": {} }, upstream: { nodes: { "127.0.0.1:9": 1 } } }],
  consumers: [
    {
      username: "ann",
      labels: { tier: "gold", custom_id: "C-1" },
      group_id: "gold",
      credentials: [
        { id: "a", plugins: { "key-auth": { key: "ann-key" } } },
        { id: "b", plugins: { "basic-auth": { username: "ann", password: "pässword" } } },
        { id: "c", plugins: { "hmac-auth": { key_id: "ann-id", secret_key: "s".repeat(70) } } },
      ],
    },
    {
      username: "bob",
      labels: { custom_id: "C-1", tier: "gold" },
      plugins: limits,
      credentials: [
        { id: "a", plugins: { "jwt-auth": { key: "bob-key", secret: "bob-secret" } } },
        {
          id: "b",
          plugins: { "jwt-auth": { key: "bob-64", secret: "Ym9i", base64_secret: true, algorithm: "HS512" } },
        },
        { id: "c", plugins: { "key-auth": { key: "shared" } } },
      ],
    },
    {
      username: "cat",
      plugins: { "key-auth": { key: "cat-key" } },
      credentials: [
        { id: "a", plugins: { "key-auth": { key: "shared" } } },
        { id: "b", plugins: { "key-auth": { key: "$env://CAT" } } },
        {
          id: "c",
          plugins: { "jwt-auth": { key: "cat", algorithm: "EdDSA", public_key: "PEM", lifetime_grace_period: 7 } },
        },
        { id: "d", plugins: { "key-auth": { key: "off", _meta: { disable: true } } } },
        { id: "e", plugins: { "basic-auth": { username: "cat", password: "$secret://v/p" } } },
      ],
    },
  ],
};

test("a configuration gives the bytes that it always gave", () => {
  const key = new Uint8Array(32).map((_, index) => index * 7 + 1);
  const bytes = compile(configuration(plain), { crypto: nodeCrypto, key, tool: "rollcall/test" });
  expect([bytes.length, createHash("sha256").update(bytes).digest("hex")]).toEqual([
    3528,
    "046e359339aea6751f722a8a1af8a78c2947ab804f30c78dabed2e598537a242",
  ]);
});

test("a value that three of four credentials share is blocked for these alone", () => {
  const key = new Uint8Array(32).fill(1);
  const options = { crypto: nodeCrypto, key };
  const names = ["a", "b", "c", "d"];
  const consumers = names.map((username, index) => ({
    username,
    credentials: [{ id: "k", plugins: { "key-auth": { key: index < 3 ? "shared" : "own" } } }],
  }));
  const artifact = openArtifact(compile(configuration({ consumers }), { ...options, tool: "rollcall/test" }), options);
  expect(artifact.findCredential("key-auth", "shared")).toBe(-1);
  expect(artifact.findCredential("key-auth", "own")).toBe(3);
  expect(artifact.warnings).toHaveLength(3);
});

test.each([1, 2, 3, 16, 17, 40])("%i labels and credentials give the same bytes in any order", (count) => {
  const options = { crypto: nodeCrypto, key: new Uint8Array(32).fill(1) };
  const numbers = Array.from({ length: count }, (_, index) => (index * 7) % 41);
  const bytesOf = (order: readonly number[]): Buffer => {
    const labels = Object.fromEntries(order.map((number) => [`label-${number}`, `of ${number}`]));
    const credentials = order.map((number) => ({ id: `${number}`, plugins: { "key-auth": { key: `key-${number}` } } }));
    const config = configuration({ consumers: [{ username: "ann", labels, credentials }] });
    const bytes = compile(config, { ...options, tool: "rollcall/test" });
    const artifact = openArtifact(bytes, options);
    expect(artifact.consumer(0).labels).toEqual(labels);
    expect(artifact.credentialsOf(0)).toHaveLength(count);
    return Buffer.from(bytes);
  };
  const sorted = numbers.toSorted((left, right) => (`label-${left}` < `label-${right}` ? -1 : 1));
  for (const order of [numbers.toReversed(), sorted, sorted.toReversed()])
    expect(bytesOf(order).equals(bytesOf(numbers))).toBe(true);
});
