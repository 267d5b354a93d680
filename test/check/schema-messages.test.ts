/** What the schemas find, in the words that a user reads: one finding a wrong spot, no secret in any of them. */
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { secretFieldsByPlugin } from "../../src/model/generated/fields.ts";
import { parse } from "../../src/source/parse.ts";
import { findings, quiet } from "./findings.ts";

const consumer = (fields: string): string => `consumers: [{ username: a, ${fields} }]`;
const plugin = (text: string): string => consumer(`plugins: { ${text} }`);
const credential = (text: string): string => consumer(`credentials: [{ name: c, plugins: { ${text} } }]`);
const route = (fields: string): string => `routes: [{ id: r, ${fields} }]`;
const limit = (fields: string): string => plugin(`limit-count: { count: 1, time_window: 1, ${fields} }`);

/** Rule and message; the places are tested with the rules and in the command-line cases. */
const messages = (text: string): readonly string[] =>
  findings(text).map((finding) => finding.replace(/ \d+:\d+ /, " | "));

const algorithms = "HS256, HS384, HS512, RS256, RS384, RS512, ES256, ES384, ES512, PS256, PS384, PS512, EdDSA";

describe("messages", () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    ["required", "consumers: [{}]", ['schema/required | this consumer lacks the required field "username"']],
    [
      "required in an item",
      consumer("credentials: [{}]"),
      [
        'schema/required | item 1 of "credentials" lacks the required field "name"',
        'schema/required | item 1 of "credentials" lacks the required field "plugins"',
      ],
    ],
    [
      "additionalProperties",
      consumer("lables: {}"),
      ['schema/unknown-field | this consumer has no field "lables" Did you mean "labels"?'],
    ],
    [
      "additionalProperties, nothing like it",
      consumer("xyzzy: {}"),
      ['schema/unknown-field | this consumer has no field "xyzzy"'],
    ],
    [
      "additionalProperties, a secret where a name belongs",
      credential("key-auth: { key: a, s3cret-X9: }"),
      ['schema/unknown-field | "key-auth" has no field of this name'],
    ],
    ...["c41f8a02976be35d70fa1c6d84", "correct horse battery", "hs256-but-more", "12345678901234"].map(
      (text) =>
        [
          `a secret in the place of an algorithm: ${text}`,
          credential(`jwt-auth: { key: k, secret: s, algorithm: "${text}" }`),
          [`schema/value | "algorithm" must be one of ${algorithms}`],
        ] as [string, string, string[]],
    ),
    ...["HS-256", "hs256", "none", "RSA-SHA256"].map(
      (text) =>
        [
          `no algorithm: ${text}`,
          credential(`jwt-auth: { key: k, secret: s, algorithm: ${text} }`),
          [expect.stringContaining(`"algorithm" must be one of ${algorithms} (found "${text}")`)],
        ] as [string, string, string[]],
    ),
    [
      "a large number in the place of a count of seconds",
      credential("jwt-auth: { key: k, secret: s, exp: -7215550100339988 }"),
      ['schema/range | "exp" must be at least 1'],
    ],
    ["type", consumer("desc: 5"), ['schema/type | "desc" must be text, not a number']],
    [
      "type, several",
      plugin("limit-count: { count: 1.5, time_window: [] }"),
      [
        'schema/type | "count" must be a whole number or text, not a fraction',
        'schema/type | "time_window" must be a whole number or text, not a list',
      ],
    ],
    ["type of an item", "consumers: [5]", ["schema/type | this consumer must be a map, not a number"]],
    [
      "type, not finite",
      consumer("group_id: .inf"),
      ['schema/type | "group_id" must be text or a whole number, not infinite or not a number'],
    ],
    [
      "enum",
      limit("window_type: slidin"),
      ['schema/value | "window_type" must be one of fixed, sliding (found "slidin") Did you mean "sliding"?'],
    ],
    ["enum of numbers", route("uri: /a, status: 2"), ['schema/value | "status" must be one of 0, 1 (found 2)']],
    [
      "pattern",
      "consumers: [{ username: a b }]",
      ["schema/pattern | \"username\" may hold only letters, digits, '-' and '_' (found \"a b\")"],
    ],
    ["pattern of a path", route("uri: a"), ['schema/pattern | "uri" must begin with / (found "a")']],
    ["pattern of a label", consumer("labels: { team: a b }"), ['schema/pattern | "team" must not contain white space']],
    [
      "format",
      plugin("ip-restriction: { whitelist: [1.2.3.400] }"),
      ['schema/format | item 1 of "whitelist" is not a valid IP address or CIDR block (found "1.2.3.400")'],
    ],
    [
      "format of expressions",
      plugin("ua-restriction: { denylist: ['('] }"),
      ['schema/format | item 1 of "denylist" is not a valid regular expression (found "(")'],
    ],
    ["minLength", credential("key-auth: { key: '' }"), ['schema/length | "key" must not be empty']],
    [
      "maxLength, in characters",
      consumer(`desc: ${"😀".repeat(257)}`),
      ['schema/length | "desc" is 257 characters long; at most 256 are allowed'],
    ],
    [
      "minimum, maximum",
      limit("rejected_code: 100, redis_port: 70000"),
      [
        'schema/range | "rejected_code" must be at least 200 (found 100)',
        'schema/range | "redis_port" must be at most 65535 (found 70000)',
      ],
    ],
    [
      "exclusiveMinimum",
      plugin("limit-count: { count: 0, time_window: 1 }"),
      ['schema/range | "count" must be more than 0 (found 0)'],
    ],
    [
      "minItems",
      plugin("ip-restriction: { whitelist: [] }"),
      ['schema/length | "whitelist" must have at least 1 item'],
    ],
    [
      "minItems, several",
      route("uri: /a, plugins: { multi-auth: { auth_plugins: [{ key-auth: {} }] } }"),
      ['schema/length | "auth_plugins" must have at least 2 items'],
    ],
    [
      "maxProperties",
      route("uri: /a, plugins: { multi-auth: { auth_plugins: [{ key-auth: {}, jwt-auth: {} }, { key-auth: {} }] } }"),
      ['schema/length | item 1 of "auth_plugins" must have at most 1 field'],
    ],
    [
      "uniqueItems",
      route("uris: [/a, /b, /a]"),
      ['schema/unique-items | "uris" has the same item twice (items 1 and 3)'],
    ],
    [
      "not",
      consumer("create_time: 1"),
      ['schema/forbidden | "create_time": the gateway sets this field: leave it out'],
    ],
    ["a route without a path", route("name: x"), ["schema/required | a route needs uri or uris"]],
    [
      "limit-count with neither count nor rules",
      plugin("limit-count: {}"),
      ['schema/required | "limit-count": give count and time_window, or rules'],
    ],
    [
      "limit-count with group and rules",
      plugin("limit-count: { group: g, rules: [{ count: 1, time_window: 1, key: '$uri' }] }"),
      ['schema/forbidden | "group": group and rules cannot stand together'],
    ],
    ["redis without host", limit("policy: redis"), ['schema/required | "limit-count": policy redis needs redis_host']],
    [
      "redis-cluster without anything",
      limit("policy: redis-cluster"),
      ['schema/required | "limit-count": policy redis-cluster needs redis_cluster_nodes and redis_cluster_name'],
    ],
    [
      "jwt-auth without secret",
      credential("jwt-auth: { key: k }"),
      ['schema/required | "jwt-auth": HS256 (the default), HS384 and HS512 need a secret'],
    ],
    [
      "jwt-auth RS256 without public_key",
      credential("jwt-auth: { key: k, algorithm: RS256 }"),
      ['schema/required | "jwt-auth": this algorithm needs a public_key'],
    ],
    [
      "ip-restriction with both lists",
      plugin("ip-restriction: { whitelist: [::1], blacklist: [::1] }"),
      ['schema/forbidden | "blacklist": give either whitelist or blacklist, not both'],
    ],
    [
      "ip-restriction with no list",
      plugin("ip-restriction: {}"),
      ['schema/required | "ip-restriction": give either whitelist or blacklist'],
    ],
    [
      "consumer-restriction with no list",
      plugin("consumer-restriction: {}"),
      ['schema/required | "consumer-restriction": give at least one of whitelist, blacklist and allowed_by_methods'],
    ],
    [
      "acl with no list",
      plugin("acl: {}"),
      ['schema/required | "acl": give at least one of allow_labels and deny_labels'],
    ],
    [
      "references pass every constraint",
      credential("hmac-auth: { key_id: $env://A, secret_key: $secret://vault/1/b }"),
      [],
    ],
  ])("%s", (_, text, expected) => {
    expect(messages(text)).toEqual(expected);
  });

  test("every keyword of the schemas has a row above or is a condition", () => {
    const known = new Set(
      "required additionalProperties type enum const pattern format minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum minItems maxItems minProperties maxProperties uniqueItems not if then else allOf anyOf items properties".split(
        " ",
      ),
    );
    const annotations = new Set("$schema $id $ref title description default definitions x-secret x-message".split(" "));
    const unknown = new Set<string>();
    const visit = (schema: unknown): void => {
      if (typeof schema !== "object" || schema === null) return;
      for (const [keyword, value] of Object.entries(schema)) {
        if (!known.has(keyword) && !annotations.has(keyword)) unknown.add(keyword);
        if (keyword === "properties" || keyword === "definitions")
          for (const inner of Object.values(value as object)) visit(inner);
        else if (["items", "not", "if", "then", "else", "additionalProperties"].includes(keyword)) visit(value);
        else if (keyword === "allOf" || keyword === "anyOf") for (const inner of value as unknown[]) visit(inner);
      }
    };
    for (const folder of ["schemas", "schemas/plugins"]) {
      for (const file of readdirSync(folder).filter(
        (name) => name.endsWith(".schema.json") && name !== "policy-test.schema.json",
      )) {
        visit(JSON.parse(readFileSync(`${folder}/${file}`, "utf8")));
      }
    }
    expect([...unknown]).toEqual([]);
  });
});

const canary = "Zq7Canary9";
const wrongSecrets: readonly unknown[] = [[canary], { [`x`]: canary }, [[canary]], ` ${canary}\n`, canary.repeat(100)];

describe("a wrong secret is never quoted", () => {
  const fields = Object.entries(secretFieldsByPlugin).flatMap(([name, secrets]) =>
    [...secrets, "public_key"].map((field) => [name, field] as const),
  );
  test.each(fields)("%s %s", (name, field) => {
    for (const secret of wrongSecrets) {
      const plugins = { [name]: { [field]: secret } };
      const value = {
        consumers: [
          {
            username: "a",
            plugins,
            credentials: [
              { name: "c", plugins },
              { name: "d", plugins: { [name]: secret } },
            ],
          },
        ],
      };
      const { diagnostics } = run(value);
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const { message, help } of diagnostics) expect(`${message} ${help}`).not.toContain("Canary");
    }
  });
});

const run = (value: unknown) =>
  check(parse({ file: "a.json", text: JSON.stringify(value) }, {}).documents, { sha1Hex, severities: quiet });

describe("whatever stands in a file", () => {
  const good = {
    consumers: [
      {
        username: "a",
        group_id: "g",
        labels: { t: "x" },
        plugins: {
          "consumer-restriction": { whitelist: ["a"] },
          "limit-count": { rules: [{ count: 1, time_window: 1, key: "$uri" }] },
        },
        credentials: [
          { name: "c", plugins: { "key-auth": { key: "k" } } },
          { name: "d", type: "jwt-auth", config: { key: "k", secret: "s" } },
        ],
      },
    ],
    consumer_groups: [{ id: "g", plugins: {}, consumers: [{ username: "b" }] }],
    routes: [
      {
        id: "r",
        uris: ["/a"],
        service_id: "s",
        plugins: { "multi-auth": { auth_plugins: [{ "key-auth": {} }, { "jwt-auth": { anonymous_consumer: "a" } }] } },
      },
    ],
    services: [
      {
        id: "s",
        description: "x",
        upstream: { nodes: [{ host: "h", port: 1, weight: 1 }] },
        routes: [{ name: "q", uri: "/b" }],
      },
    ],
    upstreams: [{ id: "u", nodes: { "h:1": 1 } }],
    global_rules: { cors: {} },
    plugin_configs: [{ id: "p", plugins: {} }],
  };
  const kinds = [
    "consumers",
    "consumer_groups",
    "routes",
    "services",
    "upstreams",
    "global_rules",
    "plugin_configs",
  ] as const;
  const key = fc.oneof(
    fc.constantFrom(
      "__proto__",
      "constructor",
      "toString",
      "plugins",
      "id",
      "name",
      "username",
      "type",
      "config",
      "credentials",
      "",
    ),
    fc.string(),
  );
  const { anything } = fc.letrec((tie) => ({
    anything: fc.oneof(
      { depthSize: "small" },
      fc.string(),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("anything"), { maxLength: 3 }),
      fc
        .array(fc.tuple(key, tie("anything")), { maxLength: 3 })
        .map((entries) => Object.fromEntries(entries) as unknown),
    ),
  }));

  const parts = (value: unknown): number =>
    typeof value === "object" && value !== null
      ? Object.values(value).reduce((sum: number, inner) => sum + parts(inner), 1)
      : 1;

  /** A copy in which the part number `index` is another value. */
  function replacePart(value: unknown, index: { left: number }, replacement: unknown): unknown {
    if (index.left === 0) {
      index.left -= 1;
      return replacement;
    }
    index.left -= 1;
    if (Array.isArray(value)) return value.map((item: unknown) => replacePart(item, index, replacement));
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, replacePart(inner, index, replacement)]),
    );
  }

  test("the good one is good", () => {
    expect(run(good).diagnostics).toEqual([]);
  });

  test("it is checked without an exception, and a configuration has its shape", () => {
    fc.assert(
      fc.property(fc.nat(), anything, (seed, replacement) => {
        const changed = replacePart(good, { left: seed % parts(good) }, replacement);
        const { diagnostics, config } = run(changed);
        expect(config === undefined).toBe(diagnostics.some(({ severity }) => severity === "error"));
        for (const { span } of diagnostics) expect(span?.start.line).toBe(1);
        if (!config) return;
        for (const kind of kinds) {
          const ids = config[kind].map(({ id }) => id);
          expect(ids).toEqual([...new Set(ids)].sort((left, right) => (left < right ? -1 : 1)));
          for (const { id, value } of config[kind]) {
            expect(id).toMatch(/./);
            expect(typeof value).toBe("object");
          }
        }
        for (const { value, credentials } of config.consumers) {
          expect("credentials" in value).toBe(false);
          for (const each of credentials) expect(Object.keys(each.value.plugins)).toHaveLength(1);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
