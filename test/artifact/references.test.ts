/** References to secrets: resolved at open, fail closed. */
import { describe, expect, test } from "vitest";
import { environmentReferences } from "../../src/artifact/environment.ts";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import type { AuthPlugin } from "../../src/model/auth.ts";
import { configuration, type Plain } from "../compile/configuration.ts";
import { open, options } from "./acme.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const consumer = (username: string, plugin: AuthPlugin, config: Plain) => ({
  username,
  credentials: [{ name: "c", plugins: { [plugin]: config } }],
});
const reference = "$env://VALUE";

describe("as look-up value", () => {
  const plugins: [AuthPlugin, Plain][] = [
    ["key-auth", { key: reference }],
    ["key-auth", { key: "$ENV://VALUE" }],
    ["key-auth", { key: "$secret://vault/1/jack/key" }],
    ["basic-auth", { username: reference, password: "p" }],
    ["hmac-auth", { key_id: reference, secret_key: "s" }],
    ["jwt-auth", { key: reference, secret: "s" }],
  ];
  test.each(plugins)("%s %o", (plugin, config) => {
    const environment = {
      [reference]: "the value",
      "$ENV://VALUE": "the value",
      "$secret://vault/1/jack/key": "the value",
    };
    const artifact = open({ consumers: [consumer("jack", plugin, config)] }, environment);
    expect(artifact.warnings).toEqual([]);
    expect(artifact.findCredential(plugin, "the value")).toBe(0);
    expect(artifact.findCredential(plugin, String(Object.values(config)[0]))).toBe(-1);
    expect(artifact.findCredential(plugin, "other")).toBe(-1);
  });
});

describe("as secret", () => {
  const secretOf = (plugin: AuthPlugin, config: Plain, value: string) => {
    const artifact = open({ consumers: [consumer("jack", plugin, config)] }, { [reference]: value });
    return artifact.credential(0).secret();
  };
  test.each([
    ["hmac-auth", { key_id: "k", secret_key: reference }, "s3cret", "s3cret"],
    ["jwt-auth", { key: "k", secret: reference }, "s3cret", "s3cret"],
    ["jwt-auth", { key: "k", secret: reference, base64_secret: true }, "czNjcmV0", "s3cret"],
    ["jwt-auth", { key: "k", secret: reference, base64_secret: true }, "not base64!", undefined],
    ["hmac-auth", { key_id: "k", secret_key: reference }, "", undefined],
  ] as const)("%s %o as %s", (plugin, config, value, expected) => {
    expect(secretOf(plugin, config, value)).toEqual(expected === undefined ? undefined : utf8(expected));
  });
  test("password", () => {
    const basic = consumer("jack", "basic-auth", { username: "u", password: reference });
    const artifact = open({ consumers: [basic] }, { [reference]: "p4ss" });
    const credential = artifact.credential(artifact.findCredential("basic-auth", "u"));
    const passwords = ["p4ss", reference, ""];
    expect(passwords.map((password) => credential.passwordEquals(utf8(password)))).toEqual([true, false, false]);
  });
  test("public key", () => {
    const jwt = consumer("jack", "jwt-auth", { key: "k", algorithm: "ES256", public_key: reference });
    expect(open({ consumers: [jwt] }, { [reference]: "PEM" }).credential(0).jwt?.publicKey).toBe("PEM");
    expect(open({ consumers: [jwt] }).credential(0).jwt?.publicKey).toBeUndefined();
  });
});

describe("fail closed", () => {
  const [first, second] = ["$env://A", "$env://B"];
  const keys = (...values: readonly string[]) =>
    values.map((value, index) => consumer(`u${index}`, "key-auth", { key: value }));

  test("unresolved: nobody, with a warning", () => {
    const artifact = open({ consumers: keys(first) });
    expect(artifact.findCredential("key-auth", "")).toBe(-1);
    expect(artifact.findCredential("key-auth", first)).toBe(-1);
    expect(artifact.warnings).toEqual([
      'Credential "c" (key-auth) of consumer "u0" admits nobody: $env://A does not resolve.',
    ]);
  });
  test("without a resolver, and with one that throws", () => {
    const bytes = compile(configuration({ consumers: keys(first) }), options);
    const resolveReference = () => {
      throw new Error("the secret is hunter2");
    };
    const opened = [openArtifact(bytes, options), openArtifact(bytes, { ...options, resolveReference })];
    expect(opened.map(({ warnings }) => warnings.length)).toEqual([1, 1]);
    expect(JSON.stringify(opened.map(({ warnings }) => warnings))).not.toContain("hunter2");
  });
  const collisions: [string, readonly string[], Record<string, string>][] = [
    ["two references", [first, second], { [first]: "shared-value", [second]: "shared-value" }],
    ["a reference and a value", [first, "shared-value"], { [first]: "shared-value" }],
    ["three", [first, second, "shared-value"], { [first]: "shared-value", [second]: "shared-value" }],
    ["two values", ["shared-value", "shared-value"], {}],
    ["two values and a reference", ["shared-value", "shared-value", first], { [first]: "shared-value" }],
  ];
  test.each(collisions)("%s that collide: neither answers", (_name, values, environment) => {
    const artifact = open(
      { consumers: [...keys(...values), consumer("other", "key-auth", { key: "free" })] },
      environment,
    );
    expect(artifact.findCredential("key-auth", "shared-value")).toBe(-1);
    expect(artifact.findCredential("key-auth", "free")).not.toBe(-1);
    expect(artifact.warnings.length).toBeGreaterThan(0);
    expect(artifact.warnings.join()).not.toContain("shared-value");
  });
  test("the same value under another plugin does not collide", () => {
    const artifact = open(
      { consumers: [...keys(first), consumer("v", "basic-auth", { username: "shared-value", password: "p" })] },
      { [first]: "shared-value" },
    );
    expect([
      artifact.findCredential("key-auth", "shared-value"),
      artifact.findCredential("basic-auth", "shared-value"),
    ]).toEqual([0, 1]);
  });
  test("a switched-off credential is not resolved and holds no secret", () => {
    const off = { _meta: { disable: true } };
    const artifact = open(
      {
        consumers: [
          consumer("a", "key-auth", { key: first, ...off }),
          consumer("b", "hmac-auth", { key_id: "id", secret_key: "s", ...off }),
          consumer("c", "key-auth", { key: second }),
        ],
      },
      { [first]: "shared-value", [second]: "shared-value" },
    );
    expect([artifact.findCredential("key-auth", "shared-value"), artifact.findCredential("hmac-auth", "id")]).toEqual([
      2, -1,
    ]);
    expect([artifact.credential(1).secret(), artifact.warnings]).toEqual([undefined, []]);
  });
});

test.each([
  ["$env://KEY", "plain"],
  ["$ENV://KEY", "plain"],
  ["$env://JSON/a", "one"],
  ["$env://JSON/n", undefined],
  ["$env://JSON/toString", undefined],
  ["$env://KEY/a", undefined],
  ["$env://toString", undefined],
  ["$env://ABSENT", undefined],
  ["$secret://vault/1/KEY", undefined],
  ["KEY", undefined],
])("environmentReferences: %s", (text, expected) => {
  expect(environmentReferences({ KEY: "plain", JSON: '{"a":"one","n":1}' })(text)).toBe(expected);
});
