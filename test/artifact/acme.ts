/** An invented configuration with every kind of record, the secrets in it, and the artifact that it compiles to. */
import { generateKeyPairSync } from "node:crypto";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import type { Config } from "../../src/model/config.ts";
import { configuration, type PlainConfig } from "../compile/configuration.ts";

export const key = new Uint8Array(32).map((_, index) => index * 7 + 1);
export const options = { crypto: nodeCrypto, key, tool: "rollcall/test" };

export const publicKey = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }).toString();

/** Every one of them, in clear or as base64, must be absent from the artifact. */
export const secrets = {
  key: "jack-key-7f3a9c",
  legacyKey: "legacy-key-0b1d2e",
  basicUser: "jill-login-name",
  password: "pässword:with:colons",
  keyId: "john-hmac-key-id",
  hmacSecret: "john-secret-key-91c2",
  jwtKey: "jane-jwt-key-claim",
  jwtSecret: "jane-jwt-secret-of-thirty-two-bytes!",
  base64Secret: "decoded-secret-of-thirty-two-byte",
  publicJwtKey: "eddsa-key-claim",
  redisPassword: "redis-password-55aa",
  disabledKey: "disabled-key-c0ffee",
} as const;

export const base64Secret = Buffer.from(secrets.base64Secret).toString("base64");

export const acme: PlainConfig = {
  consumer_groups: [
    {
      id: "gold",
      plugins: {
        "limit-count": { count: 100, time_window: 60, redis_password: secrets.redisPassword },
        acl: { allow_labels: { tier: ["gold"] } },
      },
    },
  ],
  consumers: [
    {
      username: "jack",
      line: 3,
      labels: { custom_id: "C-1", tier: "gold" },
      group_id: "gold",
      plugins: { "limit-count": { count: 5, time_window: 60 } },
      credentials: [
        { name: "main", id: "jack-main", line: 9, plugins: { "key-auth": { key: secrets.key } } },
        { name: "old", line: 12, plugins: { "key-auth": { key: secrets.disabledKey, _meta: { disable: true } } } },
      ],
    },
    {
      username: "jill",
      line: 20,
      labels: { tier: "gold" },
      credentials: [
        { name: "main", plugins: { "basic-auth": { username: secrets.basicUser, password: secrets.password } } },
      ],
    },
    {
      username: "john",
      group_id: "absent",
      credentials: [
        { name: "main", plugins: { "hmac-auth": { key_id: secrets.keyId, secret_key: secrets.hmacSecret } } },
      ],
    },
    {
      username: "jane",
      credentials: [
        { name: "hs", plugins: { "jwt-auth": { key: secrets.jwtKey, secret: secrets.jwtSecret } } },
        {
          name: "b64",
          plugins: { "jwt-auth": { key: "b64", secret: base64Secret, base64_secret: true, algorithm: "HS512" } },
        },
        {
          name: "ed",
          plugins: {
            "jwt-auth": {
              key: secrets.publicJwtKey,
              algorithm: "EdDSA",
              public_key: publicKey,
              lifetime_grace_period: 30,
            },
          },
        },
      ],
    },
    { username: "legacy", line: 40, plugins: { "key-auth": { key: secrets.legacyKey }, acl: { deny_labels: {} } } },
  ],
  services: [
    {
      id: "web",
      hosts: ["web.example"],
      plugins: { "key-auth": {}, cors: {} },
      upstream: { nodes: { "127.0.0.1:80": 1 } },
    },
  ],
  routes: [
    { id: "r1", uri: "/a/*", service_id: "web", plugins: { cors: { _meta: { disable: true } } } },
    { id: "r2", uris: ["/b"], methods: ["GET"], vars: [["arg_x", "==", "1"]], upstream: { nodes: [] } },
  ],
  global_rules: [{ id: "1", plugins: { "request-id": {} } }],
};

export function acmeConfig(): Config {
  return configuration(acme);
}

export function compileAcme(): Uint8Array {
  return compile(acmeConfig(), options);
}

export function open(plain: PlainConfig, environment: Readonly<Record<string, string>> = {}) {
  return openArtifact(compile(configuration(plain), options), {
    ...options,
    resolveReference: (reference) => environment[reference],
  });
}
