/** What becomes of consumers, their groups and their credentials. */
import { describe, expect, test } from "vitest";
import { compileConsumers } from "../../src/compile/consumers.ts";
import { compileCredential } from "../../src/compile/credential.ts";
import type { AuthPlugin } from "../../src/model/auth.ts";
import type { Config } from "../../src/model/config.ts";
import { configuration, type Plain } from "./configuration.ts";

const off = { _meta: { disable: true } };
const bytes = (text: string) => ({ kind: "bytes", bytes: new TextEncoder().encode(text) });
const text = (written: string) => ({ kind: "text", text: written });
const value = (written: string) => ({ text: written, isReference: false });

function compiledConsumers(config: Config) {
  const holders = [...compileConsumers(config)];
  return {
    consumers: holders.map(({ consumer }) => consumer),
    credentials: holders.flatMap(({ credentials }) => credentials),
  };
}

describe("group overlay", () => {
  const group = { x: { at: "g" }, y: { at: "g" } };
  const cases: [string, Plain, [string, string, unknown][]][] = [
    [
      "group alone",
      { group_id: "g" },
      [
        ["x", "consumer_groups/g", "g"],
        ["y", "consumer_groups/g", "g"],
      ],
    ],
    [
      "own over group",
      { group_id: "g", plugins: { x: { at: "o" } } },
      [
        ["x", "", "o"],
        ["y", "consumer_groups/g", "g"],
      ],
    ],
    [
      "switched off hides, and stays to hide the route's",
      { group_id: "g", plugins: { x: off } },
      [
        ["x", "", undefined],
        ["y", "consumer_groups/g", "g"],
      ],
    ],
    ["group by number", { group_id: 7, plugins: {} }, [["z", "consumer_groups/7", "n"]]],
    ["a group that is not there", { group_id: "h", plugins: { x: { at: "o" } } }, [["x", "", "o"]]],
    ["no group", { plugins: { z: { at: "o" }, "key-auth": { key: "k" }, "multi-auth": {} } }, [["z", "", "o"]]],
  ];
  test.each(cases)("%s", (_name, consumer, expected) => {
    const groups = [
      { id: "g", plugins: { ...group, "key-auth": {} } },
      { id: 7, plugins: { z: { at: "n" } } },
    ];
    const { consumers } = compiledConsumers(
      configuration({ consumer_groups: groups, consumers: [{ username: "u", ...consumer }] }),
    );
    expect(consumers[0]?.plugins.map(({ name, owner, config }) => [name, owner, config.at])).toEqual(expected);
    expect(consumers[0]?.isGroupMissing).toBe(consumer.group_id === "h");
  });
});

describe("credentials of a consumer", () => {
  const named = (name: string, plugins: Plain) => ({ name, plugins });
  const cases: [string, Plain, string[]][] = [
    ["none", {}, []],
    [
      "in the order of ids",
      { credentials: [named("b", { "key-auth": { key: "1" } }), named("a", { "key-auth": { key: "2" } })] },
      ["a key-auth", "b key-auth"],
    ],
    [
      "implicit ones first, by plugin",
      {
        plugins: { "key-auth": { key: "1" }, "basic-auth": { username: "u", password: "p" }, cors: {} },
        credentials: [named("a", { "key-auth": { key: "2" } })],
      },
      ["- basic-auth", "- key-auth", "a key-auth"],
    ],
    [
      "two plugins admit nobody",
      { credentials: [named("a", { "key-auth": { key: "1" }, "jwt-auth": { key: "1" } })] },
      [],
    ],
    ["no plugin admits nobody", { credentials: [named("a", {})] }, []],
    ["a plugin that is no auth plugin admits nobody", { credentials: [named("a", { cors: {} })] }, []],
  ];
  test.each(cases)("%s", (_name, consumer, expected) => {
    const { credentials } = compiledConsumers(configuration({ consumers: [{ username: "u", ...consumer }] }));
    expect(credentials.map(({ id, plugin }) => `${id ?? "-"} ${plugin}`)).toEqual(expected);
  });
  test("belong to their consumer, in the order of usernames", () => {
    const consumers = ["b", "a"].map((username) => ({
      username,
      credentials: [named("c", { "key-auth": { key: username } })],
    }));
    const compiled = compiledConsumers(configuration({ consumers }));
    expect(compiled.consumers.map(({ username }) => username)).toEqual(["a", "b"]);
    expect(compiled.credentials.map(({ consumer, lookup }) => [consumer, lookup])).toEqual([
      [0, value("a")],
      [1, value("b")],
    ]);
  });
});

describe("credential", () => {
  const jwt = (algorithm: string, lifetimeGracePeriod = 0) => ({ jwt: { algorithm, lifetimeGracePeriod } });
  const cases: [string, AuthPlugin, Plain, object][] = [
    ["key", "key-auth", { key: "k" }, { lookup: value("k") }],
    ["empty key", "key-auth", { key: "" }, {}],
    ["key that is no text", "key-auth", { key: 5 }, {}],
    ["reference", "key-auth", { key: "$SECRET://m/c/k" }, { lookup: { text: "$SECRET://m/c/k", isReference: true } }],
    ["switched off", "key-auth", { key: "k", ...off }, { lookup: value("k"), isDisabled: true }],
    [
      "basic",
      "basic-auth",
      { username: "u", password: "p" },
      { lookup: value("u"), secret: { kind: "password", password: "p" } },
    ],
    ["basic without password", "basic-auth", { username: "u" }, { lookup: value("u") }],
    ["hmac", "hmac-auth", { key_id: "i", secret_key: "s" }, { lookup: value("i"), secret: text("s") }],
    [
      "hmac with a reference",
      "hmac-auth",
      { key_id: "i", secret_key: "$env://S" },
      { lookup: value("i"), secret: { kind: "reference", reference: "$env://S", isBase64: false } },
    ],
    [
      "jwt default algorithm",
      "jwt-auth",
      { key: "k", secret: "s" },
      { lookup: value("k"), secret: text("s"), ...jwt("HS256") },
    ],
    [
      "jwt base64",
      "jwt-auth",
      { key: "k", secret: "cw==", base64_secret: true },
      { lookup: value("k"), secret: bytes("s"), ...jwt("HS256") },
    ],
    [
      "jwt that is not base64",
      "jwt-auth",
      { key: "k", secret: "!", base64_secret: true },
      { lookup: value("k"), ...jwt("HS256") },
    ],
    [
      "jwt base64 reference",
      "jwt-auth",
      { key: "k", secret: "$env://S", base64_secret: true },
      { lookup: value("k"), secret: { kind: "reference", reference: "$env://S", isBase64: true }, ...jwt("HS256") },
    ],
    [
      "jwt public key, secret left alone",
      "jwt-auth",
      { key: "k", algorithm: "RS256", public_key: "PEM", secret: "s", lifetime_grace_period: 9 },
      { lookup: value("k"), secret: { kind: "publicKey", pem: "PEM" }, ...jwt("RS256", 9) },
    ],
    [
      "jwt without public key",
      "jwt-auth",
      { key: "k", algorithm: "RS256", secret: "s" },
      { lookup: value("k"), ...jwt("RS256") },
    ],
  ];
  test.each(cases)("%s", (_name, plugin, config, expected) => {
    expect(compileCredential(plugin, config)).toEqual({ isDisabled: false, ...expected });
  });
});
