/** The quick validators must say of every value what the full ones say: what one lets pass, the other never sees. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import * as quick from "../../src/check/generated/quick.js";
import * as full from "../../src/check/generated/validators.js";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { isMap } from "../../src/model/json.ts";
import { parse } from "../../src/source/parse.ts";
import { readShapes } from "../../src/source/shapes/index.ts";
import { pick, type Random, randomFrom } from "../source/fast/random.ts";

const root = path.resolve(import.meta.dirname, "../..");
const folders = ["fixtures/harbourline", "test/schemas/values"];
const names = {
  consumers: "consumer",
  consumer_groups: "consumer_group",
  routes: "route",
  services: "service",
  upstreams: "upstream",
  global_rules: "global_rule",
  plugin_configs: "plugin_config",
} as const;

/** Right ones, of every kind and with every plugin of the schemas. */
const values = folders.flatMap((folder) =>
  readdirSync(path.join(root, folder))
    .filter((file) => /\.(?:yaml|json)$/.test(file))
    .flatMap((file) => {
      const source = { file, text: readFileSync(path.join(root, folder, file), "utf8") };
      return readShapes(parse(source, {}).documents, sha1Hex).resources;
    }),
);

const strange = [
  null,
  true,
  0,
  -1,
  1.5,
  Number.NaN,
  "",
  " ",
  "x".repeat(300),
  "é",
  "😀",
  "$env://X",
  [],
  {},
  [{}],
  { a: 1 },
];

/** Changes one spot of a copy: another value, a field more or fewer, an item twice. */
function mutate(value: unknown, random: Random): unknown {
  if (random() < 0.15) return pick(random, strange);
  if (Array.isArray(value)) {
    if (value.length === 0 || random() < 0.3) return [...value, pick(random, [...value, ...strange])];
    const at = Math.floor(random() * value.length);
    return value.map((item, index) => (index === at ? mutate(item, random) : item));
  }
  if (!isMap(value)) return random() < 0.5 ? `${String(value)}x` : pick(random, strange);
  const keys = Object.keys(value);
  const key = random() < 0.15 || keys.length === 0 ? "unknown" : pick(random, keys);
  const { [key]: chosen, ...rest } = value;
  if (random() < 0.2) return rest;
  return { ...rest, [key]: mutate(chosen, random) };
}

test("the values are of every kind, and right", () => {
  expect(new Set(values.map(({ kind }) => kind))).toEqual(new Set(Object.keys(names)));
  expect(values.filter(({ kind, value }) => !full[names[kind]](value))).toEqual([]);
});

describe("a right value and its mutations", () => {
  test.each([1, 2, 3, 4])("seed %i", (seed) => {
    const random = randomFrom(seed);
    const tally = { right: 0, wrong: 0 };
    for (let round = 0; round < 40; round += 1) {
      for (const { kind, value } of values) {
        let changed = value;
        for (let count = 0; count < 1 + round / 10; count += 1) changed = mutate(changed, random);
        const expected = full[names[kind]](changed);
        tally[expected ? "right" : "wrong"] += 1;
        if (quick[names[kind]](changed) !== expected)
          expect.fail(`${kind} ${JSON.stringify(changed)}: full says ${expected}`);
      }
    }
    expect(tally.right).toBeGreaterThan(100);
    expect(tally.wrong).toBeGreaterThan(1000);
  });
});
