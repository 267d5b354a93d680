/** What goes into an artifact comes out of it, and nothing else does. */
import { describe, expect, test } from "vitest";
import { openArtifact } from "../../src/artifact/reader.ts";
import type { AuthPlugin } from "../../src/model/auth.ts";
import { acme, base64Secret, compileAcme, key, open, options, publicKey, secrets } from "./acme.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (secret: Uint8Array | undefined) => secret && new TextDecoder().decode(secret);
const bytes = compileAcme();
const artifact = openArtifact(bytes, options);

function holder(plugin: AuthPlugin, value: string) {
  const found = artifact.findCredential(plugin, value);
  if (found === -1) return undefined;
  const credential = artifact.credential(found);
  return `${artifact.consumer(credential.consumer).username}/${credential.id ?? ""}`;
}

describe("look-ups", () => {
  const lookups: [AuthPlugin, string, string | undefined][] = [
    ["key-auth", secrets.key, "jack/jack-main"],
    ["key-auth", secrets.legacyKey, "legacy/"],
    ["basic-auth", secrets.basicUser, "jill/main"],
    ["hmac-auth", secrets.keyId, "john/main"],
    ["jwt-auth", secrets.jwtKey, "jane/hs"],
    ["jwt-auth", secrets.publicJwtKey, "jane/ed"],
    ["key-auth", secrets.disabledKey, undefined],
    ["key-auth", secrets.keyId, undefined],
    ["basic-auth", secrets.key, undefined],
    ["key-auth", `${secrets.key}x`, undefined],
    ["key-auth", secrets.key.slice(1), undefined],
    ["key-auth", "", undefined],
    ["key-auth", "x".repeat(5000), undefined],
    ["hmac-auth", "nobody", undefined],
    ["jwt-auth", "nobody", undefined],
  ];
  test.each(lookups)("%s %s", (plugin, value, expected) => {
    expect(holder(plugin, value)).toBe(expected);
  });

  test.each([
    ["jack", true],
    ["legacy", true],
    ["nobody", false],
    ["", false],
  ])("consumer %s", (username, isThere) => {
    const found = artifact.findConsumer(username);
    expect(found === -1 ? undefined : artifact.consumer(found).username).toBe(isThere ? username : undefined);
  });

  test("a record that is not there", () => {
    expect(() => artifact.consumer(-1)).toThrow(RangeError);
    expect(() => artifact.consumer(artifact.consumerCount)).toThrow(RangeError);
    expect(() => artifact.credential(artifact.credentialCount)).toThrow(RangeError);
  });
});

describe("consumers", () => {
  const limitCount = {
    window_type: "fixed",
    key: "remote_addr",
    key_type: "var",
    rejected_code: 503,
    policy: "local",
    time_window: 60,
  };
  test.each([
    [
      "jack",
      {
        username: "jack",
        customId: "C-1",
        labels: { custom_id: "C-1", tier: "gold" },
        groupId: "gold",
        isGroupMissing: false,
        source: "all.yaml:3",
        plugins: [
          {
            name: "acl",
            owner: "consumer_groups/gold",
            config: { allow_labels: { tier: ["gold"] }, rejected_code: 403 },
          },
          { name: "limit-count", owner: "", config: { ...limitCount, count: 5 } },
        ],
      },
    ],
    ["jill", { username: "jill", labels: { tier: "gold" }, isGroupMissing: false, source: "all.yaml:20", plugins: [] }],
    ["john", { username: "john", labels: {}, groupId: "absent", isGroupMissing: true, source: "", plugins: [] }],
    ["legacy", { username: "legacy", plugins: [{ name: "acl", owner: "", config: { deny_labels: {} } }] }],
  ])("%s", (username, expected) => {
    expect(artifact.consumer(artifact.findConsumer(username))).toMatchObject(expected);
  });
  test("fields that are not there are absent", () => {
    const jill = artifact.consumer(artifact.findConsumer("jill"));
    expect([Object.hasOwn(jill, "customId"), Object.hasOwn(jill, "groupId")]).toEqual([false, false]);
  });
});

describe("credentials", () => {
  const credentialOf = (plugin: AuthPlugin, value: string) =>
    artifact.credential(artifact.findCredential(plugin, value));

  test.each([
    ["right", secrets.password, true],
    ["wrong", "password", false],
    ["empty", "", false],
    ["cut at the colon", secrets.password.slice(0, 8), false],
  ])("basic-auth: %s password", (_name, password, expected) => {
    expect(credentialOf("basic-auth", secrets.basicUser).passwordEquals(utf8(password))).toBe(expected);
  });

  test("two consumers may have the same password", () => {
    const twins = open({
      consumers: ["a", "b"].map((username) => ({
        username,
        credentials: [{ name: "n", plugins: { "basic-auth": { username, password: "one for both" } } }],
      })),
    });
    const matches = ["a", "b"].map((name) =>
      twins.credential(twins.findCredential("basic-auth", name)).passwordEquals(utf8("one for both")),
    );
    expect(matches).toEqual([true, true]);
  });

  test.each([
    ["hmac-auth", "hmac-auth", secrets.keyId, secrets.hmacSecret],
    ["jwt-auth", "jwt-auth", secrets.jwtKey, secrets.jwtSecret],
    ["jwt-auth with base64_secret", "jwt-auth", "b64", secrets.base64Secret],
  ] as const)("%s: secret, also the second time", (_name, plugin, value, expected) => {
    const credential = credentialOf(plugin, value);
    expect([credential.secret(), credential.secret()].map(textOf)).toEqual([expected, expected]);
    expect(credential.passwordEquals(utf8(expected))).toBe(false);
  });

  test.each([
    ["hs", secrets.jwtKey, { algorithm: "HS256", lifetimeGracePeriod: 0 }],
    ["b64", "b64", { algorithm: "HS512", lifetimeGracePeriod: 0 }],
    ["ed", secrets.publicJwtKey, { algorithm: "EdDSA", lifetimeGracePeriod: 30, publicKey }],
  ])("jwt-auth %s: parameters", (_name, value, expected) => {
    expect(credentialOf("jwt-auth", value).jwt).toEqual(expected);
  });

  test("key-auth has no secret, no jwt and its source line", () => {
    const credential = credentialOf("key-auth", secrets.key);
    expect([credential.secret(), credential.jwt, credential.source, credential.plugin]).toEqual([
      undefined,
      undefined,
      "all.yaml:9",
      "key-auth",
    ]);
    expect(credential.passwordEquals(utf8(""))).toBe(false);
  });
  test("an implicit credential has the line of its plugin and no id", () => {
    const credential = credentialOf("key-auth", secrets.legacyKey);
    expect([credential.source, Object.hasOwn(credential, "id")]).toEqual(["all.yaml:42", false]);
  });
});

test("meta", () => {
  expect(artifact.meta).toEqual({
    tool: "rollcall/test",
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    inputDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    keyId: expect.stringMatching(/^[0-9a-f]{16}$/),
    content: expect.stringMatching(/^[0-9a-f]{64}$/),
    isSigned: false,
    sections: expect.arrayContaining([{ id: 4, name: "consumers", bytes: 5 * 20 }]),
  });
  expect([artifact.consumerCount, artifact.credentialCount, artifact.warnings]).toEqual([5, 8, []]);
});

test("equal configurations are one object", () => {
  const limit = { "limit-count": { count: 1, time_window: 1 } };
  const opened = open({
    consumers: [
      { username: "a", plugins: limit },
      { username: "b", plugins: limit },
    ],
    global_rules: [{ id: "g", plugins: limit }],
  });
  expect(opened.consumer(0).plugins).toBe(opened.consumer(1).plugins);
  expect(opened.globalRules[0]?.config).toBe(opened.consumer(0).plugins[0]?.config);
});

test("no secret stands in the artifact", () => {
  const text = Buffer.from(bytes).toString("latin1");
  const haystack = Buffer.from(text, "latin1");
  const found = [...Object.values(secrets), base64Secret, Buffer.from(key).toString("latin1")].filter(
    (secret) => haystack.includes(secret) || text.includes(Buffer.from(secret).toString("base64").slice(0, -4)),
  );
  expect(found).toEqual([]);
  // The search does find what is in clear.
  expect(haystack.includes("jack-main")).toBe(true);
});

test.each([
  ["shared memory, at an odd offset", new Uint8Array(new SharedArrayBuffer(bytes.length + 3)).subarray(3)],
  ["a Buffer, at an odd offset", Buffer.alloc(bytes.length + 5).subarray(5)],
])("opens from %s", (_name, memory) => {
  memory.set(bytes);
  const opened = openArtifact(memory, options);
  const credential = opened.credential(opened.findCredential("hmac-auth", secrets.keyId));
  expect(textOf(credential.secret())).toBe(secrets.hmacSecret);
  expect(opened.consumer(credential.consumer).username).toBe("john");
  expect(opened.routes).toEqual(artifact.routes);
  expect(opened.findConsumer("jack")).toBe(artifact.findConsumer("jack"));
});

test("nothing compiles to an artifact that admits nobody", () => {
  const empty = open({});
  expect([empty.consumerCount, empty.credentialCount, empty.routes, empty.globalRules]).toEqual([0, 0, [], []]);
  expect([empty.findConsumer("jack"), empty.findCredential("key-auth", "k")]).toEqual([-1, -1]);
});

test("strings of every kind survive", () => {
  const labels = { "": "e", __proto__x: "p", long: "ä".repeat(300), bom: "\ufeffx", emoji: "👩‍💻", constructor: "c" };
  expect(open({ consumers: [{ username: "u", labels }] }).consumer(0).labels).toEqual(labels);
});

test("a thousand credentials of each kind are found, and only they", () => {
  const consumers = Array.from({ length: 1000 }, (_, index) => ({
    username: `user-${index}`,
    credentials: [
      { name: "k", plugins: { "key-auth": { key: `key ${index}` } } },
      { name: "b", plugins: { "basic-auth": { username: `name ${index}`, password: "p" } } },
    ],
  }));
  const many = open({ ...acme, consumers });
  const wrong = consumers.filter(({ username }, index) => {
    const found = [many.findCredential("key-auth", `key ${index}`), many.findCredential("basic-auth", `name ${index}`)];
    const isFound = found.every(
      (each) => each !== -1 && many.consumer(many.credential(each).consumer).username === username,
    );
    return !isFound || many.findCredential("key-auth", `key ${index + 1000}`) !== -1;
  });
  expect(wrong).toEqual([]);
});
