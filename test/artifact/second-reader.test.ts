/** The format as its document describes it: a reader that knows nothing else finds in an artifact what ours does, and all of what went in. */
import { generateKeyPairSync, sign } from "node:crypto";
import { describe, expect, test } from "vitest";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { authPlugins } from "../../src/model/auth.ts";
import { configuration } from "../compile/configuration.ts";
import { acme, base64Secret, key, options, publicKey, secrets } from "./acme.ts";
import { readAsWritten } from "./second-reader.ts";

const signer = generateKeyPairSync("ed25519");
const pem = signer.publicKey.export({ type: "spki", format: "pem" }).toString();

/** With what the invented company lacks: references, values that several share, and secrets over the ends of blocks. */
const consumers = [
  ...(acme.consumers ?? []),
  { username: "by-reference", credentials: [{ name: "c", plugins: { "key-auth": { key: "$env://CALLER" } } }] },
  {
    username: "sealed-elsewhere",
    credentials: [{ name: "c", plugins: { "hmac-auth": { key_id: "k", secret_key: "$env://S" } } }],
  },
  ...["twin-a", "twin-b"].map((username) => ({
    username,
    credentials: [{ name: "c", plugins: { "key-auth": { key: "of both" } } }],
  })),
  ...Array.from({ length: 300 }, (_, index) => ({
    username: `many-${index}`,
    line: 1000 + index,
    credentials: [
      {
        name: "c",
        plugins: { "hmac-auth": { key_id: `id-${index}`, secret_key: `secret-${index}-${"x".repeat(index % 40)}` } },
      },
    ],
  })),
];
const bytes = compile(configuration({ ...acme, consumers }), {
  ...options,
  sign: (message) => new Uint8Array(sign(null, message, signer.privateKey)),
});
const ours = openArtifact(bytes, options);
const theirs = readAsWritten(Buffer.from(bytes), key, pem);

test("what the artifact says of itself", () => {
  const { digest, content, tool, inputDigest, keyId } = ours.meta;
  expect(theirs).toMatchObject({
    digest,
    contentDigest: content,
    metadata: { tool, inputDigest, keyId },
    isSigned: true,
  });
});

test("consumers, in their order and by name", () => {
  const read = Array.from({ length: ours.consumerCount }, (_, index) => ours.consumer(index));
  expect(theirs.consumers).toMatchObject(read.map(({ customId: _, ...consumer }) => consumer));
  for (const { username } of read) expect(theirs.findConsumer(username)?.username).toBe(username);
  expect(theirs.findConsumer("nobody")).toBeUndefined();
});

test("credentials, in their order", () => {
  const read = Array.from({ length: ours.credentialCount }, (_, index) => ours.credential(index));
  expect(theirs.credentials).toMatchObject(
    read.map(({ consumer, plugin, source, jwt }) => ({
      consumer: ours.consumer(consumer).username,
      plugin,
      source,
      algorithm: jwt?.algorithm ?? "",
      gracePeriod: jwt?.lifetimeGracePeriod ?? 0,
    })),
  );
});

describe("who answers to a value", () => {
  test.each<[plugin: (typeof authPlugins)[number], value: string, holder: string | undefined, secret?: string]>([
    ["key-auth", secrets.key, "jack/jack-main"],
    ["key-auth", secrets.legacyKey, "legacy/"],
    ["basic-auth", secrets.basicUser, "jill/main"],
    ["hmac-auth", secrets.keyId, "john/main", secrets.hmacSecret],
    ["hmac-auth", "id-299", "many-299/c", `secret-299-${"x".repeat(19)}`],
    ["hmac-auth", "k", "sealed-elsewhere/c", "$env://S"],
    ["jwt-auth", secrets.jwtKey, "jane/hs", secrets.jwtSecret],
    ["jwt-auth", "b64", "jane/b64", secrets.base64Secret],
    ["jwt-auth", secrets.publicJwtKey, "jane/ed", publicKey],
    ["key-auth", secrets.disabledKey, undefined],
    ["key-auth", "of both", undefined],
    ["key-auth", "$env://CALLER", undefined],
    ["basic-auth", secrets.key, undefined],
  ])("%s %s", (plugin, value, holder, secret) => {
    const found = theirs.findCredential(plugin, value);
    expect(found && `${found.consumer}/${found.id ?? ""}`).toBe(holder);
    expect(found?.secret).toBe(secret);
  });

  test("a password, and marks of credentials that nobody may use", () => {
    const jill = theirs.findCredential("basic-auth", secrets.basicUser);
    expect([secrets.password, "password", ""].map((password) => jill?.isPassword(password))).toEqual([
      true,
      false,
      false,
    ]);
    const marked = theirs.credentials.filter(({ isDisabled, isConflicting }) => isDisabled || isConflicting);
    expect(marked.map(({ consumer }) => consumer)).toEqual(["jack", "twin-a", "twin-b"]);
    expect(theirs.lookupReferences).toMatchObject([
      { credential: { consumer: "by-reference" }, reference: "$env://CALLER" },
    ]);
  });

  test("all of them by all of their values", () => {
    const declared: readonly { readonly credentials?: unknown }[] = consumers;
    const found = declared.flatMap(({ credentials = [] }) =>
      (credentials as readonly { readonly plugins: unknown }[]).flatMap(({ plugins }) =>
        authPlugins.flatMap((plugin) => {
          const settings = (plugins as Record<string, Record<string, string> | undefined>)[plugin];
          const value = settings?.["key"] ?? settings?.["key_id"] ?? settings?.["username"];
          if (value === undefined) return [];
          return [[theirs.findCredential(plugin, value)?.consumer, holderOf(plugin, value)]];
        }),
      ),
    );
    expect(found.length).toBeGreaterThan(300);
    expect(found.filter(([theirs, ours]) => theirs !== ours)).toEqual([]);
  });
});

function holderOf(plugin: (typeof authPlugins)[number], value: string): string | undefined {
  const number = ours.findCredential(plugin, value);
  return number === -1 ? undefined : ours.consumer(ours.credential(number).consumer).username;
}

test("routes with their plugins and upstreams, and global rules", () => {
  expect(theirs.routes).toEqual(ours.routes);
  expect(theirs.globalRules).toEqual(ours.globalRules);
});

test("nothing that is secret stands in clear, and a changed byte is told", () => {
  for (const secret of [...Object.values(secrets), base64Secret])
    expect(Buffer.from(bytes).includes(secret)).toBe(false);
  for (const at of [20, 60, 100, 300, bytes.length - 1]) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => readAsWritten(changed, key)).toThrow();
  }
});
