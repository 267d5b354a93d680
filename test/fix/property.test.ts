/** Whatever the layout: after all fixes the files declare the same, but for what the fixes are there to change, and every comment is kept. */
import { expect, test } from "vitest";
import { checkSources } from "../../src/check/check-sources.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { fixSource } from "../../src/fix/fix-source.ts";
import type { Config, ConsumerEntry } from "../../src/model/config.ts";
import { compareText } from "../../src/model/identity.ts";
import { mutate } from "../source/fast/mutate.ts";
import { randomFrom } from "../source/fast/random.ts";
import { environment, type Printed, printConfiguration } from "./printed.ts";

const runs = Number(process.env["FIX_RUNS"] ?? 400);

interface Plain {
  readonly id: string;
  readonly value: unknown;
}

test(`${runs} configurations`, { timeout: 20_000 + runs * 100 }, () => {
  const totals = { changed: 0, moved: 0, stayed: 0 };
  for (let seed = 1; seed <= runs; seed += 1) {
    const source = printConfiguration(seed);
    const before = configOf(source);
    const fixed = fixSource(source, { environment });
    const result = { ...source, text: fixed.text };
    const after = configOf(result);
    const where = `seed ${seed}`;
    expect(fixed.isGivenUp, where).toBe(false);
    expect(plain(after, true), where).toEqual(plain(before, true));
    expect(fixSource(result, { environment }).applied, where).toEqual([]);
    expect(notes(result), where).toEqual(notes(source));
    if (fixed.text !== source.text) totals.changed += 1;
    totals.moved += inlineAuth(before) - inlineAuth(after);
    totals.stayed += inlineAuth(after);
  }
  // A generator that makes nothing to fix, or fixes that leave everything alone, would prove nothing.
  expect(totals.changed).toBeGreaterThan(runs * 0.8);
  expect(totals.stayed / totals.moved).toBeLessThan(0.2);
});

test(`${runs} damaged configurations are fixed without loss, or left alone`, { timeout: 20_000 + runs * 100 }, () => {
  let changed = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const { file, text: whole } = printConfiguration(seed);
    const source = { file, text: mutate(whole, randomFrom(seed)) };
    const fixed = fixSource(source, { environment });
    expect(fixed.isGivenUp, `seed ${seed}`).toBe(false);
    expect(fixSource({ file, text: fixed.text }, { environment }).applied, `seed ${seed}`).toEqual([]);
    if (fixed.text !== source.text) changed += 1;
  }
  expect(changed).toBeGreaterThan(runs * 0.1);
});

function configOf(source: Printed): Config {
  const { config, diagnostics } = checkSources([source], { environment, sha1Hex });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect({ errors, text: errors.length > 0 ? source.text : "" }).toEqual({ errors: [], text: "" });
  if (!config) throw new Error("no configuration");
  return config;
}

/** The configuration without places; what a move of the auth plugins makes of it, worked out apart from src/fix. */
function plain(config: Config, isMoved: boolean): unknown {
  return {
    rules: config.global_rules.map(({ id, value }) => ({ id, value })),
    declared: [...config.declared].sort(),
    consumers: config.consumers.map((consumer) => plainConsumer(consumer, isMoved)),
  };
}

function plainConsumer({ id, value, credentials }: ConsumerEntry, isMoved: boolean): unknown {
  const plugins = { ...value.plugins } as Record<string, unknown>;
  const all: Plain[] = credentials.map((credential) => ({ id: credential.id, value: credential.value }));
  for (const plugin of isMoved ? ["basic-auth", "hmac-auth", "jwt-auth", "key-auth"] : []) {
    if (!(plugin in plugins)) continue;
    const names = [plugin, `${plugin}-2`, `${plugin}-3`];
    const name = names.find((free) => credentials.every((credential) => credential.id !== free)) ?? "";
    all.push({ id: name, value: { name, plugins: { [plugin]: plugins[plugin] } } });
    delete plugins[plugin];
  }
  const rest = { ...value, plugins: Object.keys(plugins).length > 0 ? plugins : undefined };
  return { id, value: rest, credentials: all.sort((left, right) => compareText(left.id, right.id)) };
}

function inlineAuth(config: Config): number {
  return config.consumers
    .flatMap(({ value }) => Object.keys(value.plugins ?? {}))
    .filter((name) => name.endsWith("-auth")).length;
}

/** The generator numbers its comments. */
function notes({ text }: Printed): readonly string[] {
  return (text.match(/# (?:above|behind|in brackets) \d+/g) ?? []).sort();
}
