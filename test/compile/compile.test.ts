/** The same bytes for the same input, and what the digest of the input depends on. */
import { describe, expect, test } from "vitest";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import type { Config } from "../../src/model/config.ts";
import { acme, acmeConfig, compileAcme, key, options } from "../artifact/acme.ts";
import { configuration, type Plain, type PlainConfig } from "./configuration.ts";

type Random = () => number;

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([left], [right]) => left - right)
    .map(([, item]) => item);
}

/** The same value with the keys of every object in another order; lists keep theirs. */
function withShuffledKeys(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) return value.map((item) => withShuffledKeys(item, random));
  if (typeof value !== "object" || value === null) return value;
  const fields = shuffled(Object.entries(value), random);
  return Object.fromEntries(fields.map(([name, field]) => [name, withShuffledKeys(field, random)]));
}

function shuffledConfig(random: Random): Config {
  const config = configuration(withShuffledKeys(acme, random) as PlainConfig);
  const consumers = config.consumers.map((consumer) => ({
    ...consumer,
    credentials: shuffled(consumer.credentials, random),
  }));
  return {
    ...config,
    consumers: shuffled(consumers, random),
    consumer_groups: shuffled(config.consumer_groups, random),
    services: shuffled(config.services, random),
    routes: shuffled(config.routes, random),
    global_rules: shuffled(config.global_rules, random),
  };
}

function random(seed: number): Random {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

describe("determinism", () => {
  test.each(Array.from({ length: 25 }, (_, index) => [index + 1]))("shuffle %i gives the same bytes", (seed) => {
    const bytes = compile(shuffledConfig(random(seed)), options);
    expect(Buffer.compare(bytes, compileAcme())).toBe(0);
  });
  test("the input is not changed", () => {
    const config = acmeConfig();
    const before = JSON.stringify(config);
    compile(config, options);
    expect(JSON.stringify(config)).toBe(before);
  });
});

describe("digests", () => {
  const metaOf = (plain: PlainConfig, changes: object = {}, file?: string) => {
    const bytes = compile(configuration(plain, file), { ...options, ...changes });
    return openArtifact(bytes, { ...options, ...changes }).meta;
  };
  const original = metaOf(acme);
  const other = key.map((byte) => byte ^ 1);
  const [first, ...rest] = acme.consumers ?? [];
  const renamed: PlainConfig = { ...acme, consumers: [{ ...first, desc: "another" } as Plain, ...rest] };
  test.each([
    ["the same", metaOf(acme), [true, true, true]],
    ["another file name", metaOf(acme, {}, "b.yaml"), [false, true, true]],
    ["another tool", metaOf(acme, { tool: "rollcall/2" }), [false, true, true]],
    ["another description, which no gateway uses", metaOf(renamed), [true, true, true]],
    ["another key", metaOf(acme, { key: other }), [false, false, false]],
  ])("%s: equality of digest, input digest and key id", (_name, meta, expected) => {
    const equalities = [
      meta.digest === original.digest,
      meta.inputDigest === original.inputDigest,
      meta.keyId === original.keyId,
    ];
    expect(equalities).toEqual(expected);
  });
});

test("a key of the wrong length", () => {
  expect(() => compile(acmeConfig(), { ...options, key: key.slice(1) })).toThrow("must be 32 bytes long, not 31");
});

test("ten thousand mixed credentials take at most 128 bytes each", () => {
  const credentials = [
    (index: number) => ({ "key-auth": { key: `key-${index}-0123456789abcdef` } }),
    (index: number) => ({ "basic-auth": { username: `user${index}`, password: `password-${index}` } }),
    (index: number) => ({ "hmac-auth": { key_id: `id-${index}`, secret_key: `secret-key-of-32-characters-${index}` } }),
    (index: number) => ({ "jwt-auth": { key: `claim-${index}`, secret: `secret-of-thirty-two-bytes-----${index}` } }),
  ];
  const count = 10_000;
  const consumers = Array.from({ length: count / 2 }, (_, index) => ({
    username: `customer-${index}`,
    line: index * 12 + 1,
    labels: { tier: index % 3 === 0 ? "gold" : "silver" },
    ...(index % 20 === 0 && { plugins: { "limit-count": { count: index + 1, time_window: 60 } } }),
    credentials: [index * 2, index * 2 + 1].map((number, slot) => ({
      name: slot === 0 ? "primary" : "secondary",
      line: index * 12 + 4 + slot * 3,
      plugins: credentials[number % credentials.length]?.(number),
    })),
  }));
  const bytes = compile(configuration({ consumers }), options);
  expect(bytes.length / count).toBeLessThanOrEqual(128);
});
