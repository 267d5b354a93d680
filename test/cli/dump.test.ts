/** Whatever a gateway holds, its dump reads back as the same: odd texts in every field, through the functions that the commands use. */
import { parseEnv } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSources } from "../../src/check/check-sources.ts";
import { envFileText } from "../../src/cli/environment.ts";
import { toYaml } from "../../src/cli/write-document.ts";
import { toDocument } from "../../src/plan/dump.ts";
import { extractSecrets } from "../../src/plan/extract-secrets.ts";
import { plan } from "../../src/plan/plan.ts";
import { live, options, type Sections, sha1Hex } from "../plan/configs.ts";

/** Texts that YAML, env files, variables or references would like to read as something else. */
const traps = [
  "${X}",
  "\\${X}",
  "\\\\${X}",
  "${a.b}",
  "${",
  "$X",
  "$env://A",
  "$secret://vault/a/b",
  "$ENV://x",
  "`",
  "'",
  '"',
  "'\"`",
  "\n",
  "\r\n",
  "\r",
  "\t",
  " ",
  "#",
  " #",
  ": ",
  "- ",
  "? ",
  "|",
  ">",
  "&a",
  "*a",
  "!t",
  "%",
  "@",
  "{",
  "}",
  "[",
  "]",
  ",",
  "null",
  "~",
  "true",
  "No",
  "0",
  "007",
  "0x1F",
  "0o7",
  "1e3",
  ".5",
  "-.inf",
  ".NaN",
  "2024-01-01",
  "12:30:45",
  "1_000",
  "---",
  "...",
  "<<",
  "=",
  "\\",
  "\\n",
  "\\",
  "export A=1",
  "é",
  "日本",
  "🔑",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\ufeff",
  "\u0007",
  "\u0000",
  "\ufffd",
  "\u001b[31m",
  "\u007f",
  "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n",
  "x".repeat(100),
  "__proto__",
  "constructor",
] as const;

const odd = fc
  .oneof(
    fc
      .array(
        fc.oneof(fc.constantFrom(...traps), fc.string({ maxLength: 4 }), fc.string({ unit: "grapheme", maxLength: 3 })),
        { minLength: 1, maxLength: 6 },
      )
      .map((parts) => parts.join("")),
    fc.constantFrom(...traps),
  )
  .filter((text) => text !== "");
const bounded = odd.map((text) => [...text].slice(0, 200).join(""));
/** Labels have no white space. */
const label = bounded.map((text) => text.replace(/\s/gu, "")).filter((text) => text !== "");
const labels = fc.dictionary(fc.oneof(odd, fc.constantFrom("a", "b")), label, { maxKeys: 3 });

const credential = fc
  .tuple(fc.nat(3), bounded, odd, odd, bounded, labels)
  .map(([type, name, lookup, secret, desc, marks]) => ({
    name,
    desc,
    labels: marks,
    plugins: [
      { "key-auth": { key: lookup } },
      { "basic-auth": { username: lookup, password: secret } },
      { "hmac-auth": { key_id: [...lookup].slice(0, 60).join(""), secret_key: [...secret].slice(0, 60).join("") } },
      { "jwt-auth": { key: lookup, secret } },
    ][type],
  }));

const custom = fc.dictionary(
  odd,
  fc.oneof(odd, fc.integer(), fc.boolean(), fc.array(odd, { maxLength: 2 }), fc.dictionary(odd, odd, { maxKeys: 2 })),
  { maxKeys: 3 },
);

const consumer = fc.record({
  desc: bounded,
  labels,
  credentials: fc.uniqueArray(credential, { maxLength: 3, selector: ({ name }) => name }),
  plugins: fc.record(
    {
      "my-plugin": custom,
      "response-rewrite": fc.record({
        headers: fc.record({ set: fc.dictionary(fc.constantFrom("X-A", "Authorization"), odd) }),
        body: odd,
      }),
      "limit-count": fc.record({ count: fc.constant(1), time_window: fc.constant(1), rejected_msg: odd }),
    },
    { requiredKeys: [] },
  ),
});

const state = fc
  .tuple(fc.array(consumer, { maxLength: 3 }), bounded, bounded, bounded)
  .map(([consumers, name, desc, groupDesc]): Sections => {
    // Lookup keys are unique over all consumers.
    let count = 0;
    const unique = (plugins: object | undefined) =>
      JSON.parse(JSON.stringify(plugins), (field, value: unknown) =>
        field === "key" || field === "key_id" || field === "username" ? `${++count}${value}` : value,
      ) as object;
    return {
      consumers: consumers.map(({ credentials, ...rest }, index) => ({
        username: ["jack", "JACK", "7-up"][index],
        ...rest,
        credentials: credentials.map((one) => ({ ...one, plugins: unique(one.plugins) })),
      })),
      consumer_groups: [{ id: "1e3", desc: groupDesc, plugins: {} }],
      routes: [{ id: "007", name, desc, uri: "/a", plugins: { cors: {} } }],
    };
  });

test.each([
  ["secrets in an env file", true],
  ["secrets in clear", false],
])("%s", (_name, isExtracted) => {
  fc.assert(
    fc.property(state, (sections) => {
      const held = live(sections);
      const document = toDocument(held, sha1Hex);
      const { document: shown, variables } = isExtracted
        ? extractSecrets(document)
        : { document, variables: new Map<string, string>() };
      const environment = parseEnv(envFileText(variables));
      const { diagnostics, config } = checkSources([{ file: "dump.yaml", text: toYaml(shown) }], {
        environment,
        sha1Hex,
        customPlugins: ["my-plugin"],
      });
      expect(
        diagnostics.filter(({ severity }) => severity === "error").map(({ rule, message }) => `${rule}: ${message}`),
      ).toEqual([]);
      if (!config) throw new Error("no configuration");
      expect(
        plan(config, held, options).changes.map(({ action, kind, name, fields }) => ({ action, kind, name, fields })),
      ).toEqual([]);
    }),
    { numRuns: 300, seed: 20261124 },
  );
});
