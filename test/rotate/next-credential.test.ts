/** What the next credential is, by the kind of the current one and by what the user gives. */
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { declaredIn, rotate } from "./files.ts";

type Options = Parameters<typeof rotate>[2];

/** A current credential, its variables, what is asked, and the next one with its variables. */
interface Case {
  readonly plugins: object;
  readonly environment?: Record<string, string>;
  readonly options?: Options;
  readonly next: object;
  readonly variables?: object;
  readonly presents?: string;
}

const longest = "x".repeat(64);

const cases: [name: string, given: Case][] = [
  [
    "key-auth: a key of 256 random bits",
    {
      plugins: { "key-auth": { key: "${MAIN}" } },
      next: { "key-auth": { key: "${ACME_MAIN_2_KEY}" } },
      variables: { ACME_MAIN_2_KEY: "random-32-base64url" },
    },
  ],
  [
    "key-auth: the variable that follows is taken",
    {
      plugins: { "key-auth": { key: "${ACME_MAIN_2_KEY}" } },
      environment: { ACME_MAIN_2_KEY_2: "of another file" },
      next: { "key-auth": { key: "${ACME_MAIN_2_KEY_3}" } },
      variables: { ACME_MAIN_2_KEY_3: "random-32-base64url" },
    },
  ],
  [
    "key-auth: in clear",
    {
      plugins: { "key-auth": { key: "${MAIN}" } },
      options: { reveal: true },
      next: { "key-auth": { key: "random-32-base64url" } },
    },
  ],
  [
    "key-auth: a key of the user's that looks like a variable, in clear",
    {
      plugins: { "key-auth": { key: "a" } },
      options: { reveal: true, secret: "a${B}c" },
      next: { "key-auth": { key: "a\\${B}c" } },
    },
  ],
  [
    "key-auth: a key of the user's",
    {
      plugins: { "key-auth": { key: "a" } },
      options: { secret: "given" },
      next: { "key-auth": { key: "${ACME_MAIN_2_KEY}" } },
      variables: { ACME_MAIN_2_KEY: "given" },
    },
  ],
  [
    "key-auth: a reference stands in the file as it is",
    {
      plugins: { "key-auth": { key: "$secret://vault/1/acme/key" } },
      options: { secret: "$secret://vault/1/acme/next" },
      next: { "key-auth": { key: "$secret://vault/1/acme/next" } },
    },
  ],
  [
    "basic-auth: another username, since the gateway looks up by it",
    {
      plugins: { "basic-auth": { username: "acme", password: "${P}" } },
      next: { "basic-auth": { username: "acme-2", password: "${ACME_MAIN_2_PASSWORD}" } },
      variables: { ACME_MAIN_2_PASSWORD: "random-32-base64url" },
      presents: "username acme-2",
    },
  ],
  [
    "basic-auth: the username of the user's",
    {
      plugins: { "basic-auth": { username: "acme", password: "${P}" } },
      options: { username: "acme-new" },
      next: { "basic-auth": { username: "acme-new", password: "${ACME_MAIN_2_PASSWORD}" } },
      variables: { ACME_MAIN_2_PASSWORD: "random-32-base64url" },
      presents: "username acme-new",
    },
  ],
  [
    "basic-auth: a username in a variable",
    {
      plugins: { "basic-auth": { username: "${U}", password: "${P}" } },
      environment: { U: "acme-9" },
      next: { "basic-auth": { username: "${ACME_MAIN_2_USERNAME}", password: "${ACME_MAIN_2_PASSWORD}" } },
      variables: { ACME_MAIN_2_USERNAME: "acme-10", ACME_MAIN_2_PASSWORD: "random-32-base64url" },
      presents: "username acme-10",
    },
  ],
  [
    "basic-auth: a username in a variable that is not set",
    {
      plugins: { "basic-auth": { username: "${U}", password: "${P}" } },
      next: { "basic-auth": { username: "${ACME_MAIN_2_USERNAME}", password: "${ACME_MAIN_2_PASSWORD}" } },
      variables: { ACME_MAIN_2_USERNAME: "acme-main-2", ACME_MAIN_2_PASSWORD: "random-32-base64url" },
      presents: "username acme-main-2",
    },
  ],
  [
    "hmac-auth",
    {
      plugins: { "hmac-auth": { key_id: "acme-key", secret_key: "${S}" } },
      next: { "hmac-auth": { key_id: "acme-key-2", secret_key: "${ACME_MAIN_2_SECRET_KEY}" } },
      variables: { ACME_MAIN_2_SECRET_KEY: "random-32-base64url" },
      presents: "key_id acme-key-2",
    },
  ],
  [
    "jwt-auth: as long as the hash; the key is not shown, as it counts as a secret",
    {
      plugins: { "jwt-auth": { key: "acme", secret: longest, algorithm: "HS512", exp: 60 } },
      next: { "jwt-auth": { key: "acme-2", secret: "${ACME_MAIN_2_SECRET}", algorithm: "HS512", exp: 60 } },
      variables: { ACME_MAIN_2_SECRET: "random-64-base64url" },
      presents: "key",
    },
  ],
  [
    "jwt-auth: in base64",
    {
      plugins: { "jwt-auth": { key: "${K}", secret: "${S}", base64_secret: true } },
      environment: { K: "acme" },
      next: { "jwt-auth": { key: "${ACME_MAIN_2_KEY}", secret: "${ACME_MAIN_2_SECRET}", base64_secret: true } },
      variables: { ACME_MAIN_2_KEY: "acme-2", ACME_MAIN_2_SECRET: "random-32-base64" },
      presents: "key",
    },
  ],
  [
    "jwt-auth: a public key",
    {
      plugins: { "jwt-auth": { key: "acme", public_key: "PEM", algorithm: "RS256" } },
      options: { publicKey: "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n" },
      next: {
        "jwt-auth": {
          key: "acme-2",
          public_key: "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n",
          algorithm: "RS256",
        },
      },
      presents: "key",
    },
  ],
];

function fileWith(plugins: object): string {
  const consumers = [{ username: "acme", credentials: [{ name: "main", plugins }] }];
  return `# Read as YAML.\n${JSON.stringify({ consumers }, null, 2)}\n`;
}

test.each(cases)("%s", (_name, { plugins, environment = {}, options = {}, next, variables = {}, presents }) => {
  const result = rotate(declaredIn("a.yaml", fileWith(plugins), environment), "main", options);
  if ("refused" in result) throw new Error(result.refused);
  const { consumers } = parse(result.text) as { consumers: { credentials: unknown[] }[] };
  expect(consumers[0]?.credentials).toEqual([
    { name: "main", labels: { "rollcall-retire-after": "2026-12-01", "rollcall-replaced-by": "main-2" }, plugins },
    { name: "main-2", plugins: next },
  ]);
  expect(result.variables).toEqual(variables);
  expect(result.presents).toBe(presents);
});

describe("refused", () => {
  test.each([
    ["a username for a key", { "key-auth": { key: "a" } }, { username: "u" }, "--username is for basic-auth"],
    ["a username that is taken", { "basic-auth": { username: "u", password: "p" } }, { username: "u" }, "is taken"],
    ["a secret for a key pair", { "jwt-auth": { key: "a", algorithm: "ES256" } }, { secret: "s" }, "has no secret"],
    ["no public key", { "jwt-auth": { key: "a", algorithm: "EdDSA" } }, {}, "give --public-key FILE"],
    [
      "a public key for a secret",
      { "jwt-auth": { key: "a", secret: "s" } },
      { publicKey: "p" },
      "asymmetric algorithm",
    ],
    ["a secret that is kept elsewhere", { "key-auth": { key: "$env://A" } }, {}, "is kept elsewhere"],
    ["no auth plugin", { "limit-count": {} }, {}, "no auth plugin"],
  ] satisfies [string, object, Options, string][])("%s", (_name, plugins, options, reason) => {
    const result = rotate(declaredIn("a.yaml", fileWith(plugins)), "main", options);
    expect(result).toEqual({ refused: expect.stringContaining(reason) });
  });
});

test("names and lookup values that are taken are passed over, also those of other consumers", () => {
  const text = `consumers:
  - username: acme
    credentials:
      - { name: main, plugins: { basic-auth: { username: acme, password: p } } }
      - { name: main-2, plugins: { key-auth: { key: k } } }
      - { name: else, id: main-3, plugins: { key-auth: { key: l } } }
  - username: other
    credentials: [{ name: a, plugins: { basic-auth: { username: acme-2, password: p } } }]
  - username: legacy
    plugins: { basic-auth: { username: acme-3, password: p } }
`;
  expect(rotate(declaredIn("a.yaml", text), "main")).toMatchObject({
    text: expect.stringContaining(
      "- name: main-4\n        plugins:\n          basic-auth:\n            username: acme-4\n",
    ) as string,
  });
});
