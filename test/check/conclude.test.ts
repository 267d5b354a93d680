/** What the files come to together: however much was found, and whatever the hashes of two values say. */
import { expect, test } from "vitest";
import type { FileCheck } from "../../src/check/check-file.ts";
import { conclude } from "../../src/check/conclude.ts";
import { FactsGatherer } from "../../src/check/survey/file-facts.ts";
import { HashColumn } from "../../src/check/survey/hash-column.ts";
import { hashText } from "../../src/check/survey/text-hash.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import type { ConsumerEntry } from "../../src/model/config.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";

const options = { environment: {}, sha1Hex, severities: { "credential/weak-secret": "off" } as const };

function checkOf(parts: Partial<FileCheck>): FileCheck {
  return {
    file: "a.yaml",
    parsed: [],
    isDeclined: false,
    isRescued: false,
    found: [],
    byRules: [],
    unexplained: [],
    leftOut: [],
    suppressions: undefined,
    variables: new Set(),
    facts: new FactsGatherer().facts,
    declared: new Set(),
    others: [],
    consumers: [],
    ...parts,
  };
}

function consumer(username: string, key: string): ConsumerEntry {
  const value = { name: "main", plugins: { "key-auth": { key } } };
  return { id: username, value: { username }, credentials: [{ id: "main", value }] };
}

test("more findings than a call can have arguments", () => {
  const one: Diagnostic = { rule: "plugin/unknown", severity: "error", message: "unknown plugin" };
  const many = new Array<Diagnostic>(300_000).fill(one);
  const { diagnostics } = conclude([checkOf({ byRules: many }), checkOf({ found: many })], options, () => new Map());
  expect(diagnostics.length).toBe(600_000);
});

/** As if both keys had one hash. */
function collided(consumers: readonly ConsumerEntry[]): FileCheck {
  const gatherer = new FactsGatherer();
  for (const each of consumers) gatherer.add(each);
  const { facts } = gatherer;
  facts.lookups.halves.fill(7, 0, facts.lookups.length * 2);
  facts.usernames.halves.fill(7, 0, facts.usernames.length * 2);
  return checkOf({ facts });
}

test.each<[name: string, consumers: readonly ConsumerEntry[], rules: readonly string[]]>([
  ["other values", [consumer("a", "key-1"), consumer("b", "key-2")], []],
  ["equal keys", [consumer("a", "key-1"), consumer("b", "key-1")], ["credential/unique-key"]],
  [
    "equal keys among others",
    [consumer("a", "key-1"), consumer("b", "key-2"), consumer("c", "key-1")],
    ["credential/unique-key"],
  ],
  ["equal names", [consumer("a", "key-1"), consumer("a", "key-2")], ["consumer/unique-username"]],
])("equal hashes of %s", (_name, consumers, rules) => {
  const fetch = (rows: ReadonlySet<number>): Map<number, ConsumerEntry> =>
    new Map([...rows].flatMap((row) => (consumers[row] ? [[row, consumers[row]] as const] : [])));
  const { diagnostics } = conclude([collided(consumers)], options, fetch);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(rules);
});

test("a consumer that is gone when it is looked for again is no finding, and no crash", () => {
  const { diagnostics } = conclude(
    [collided([consumer("a", "key-1"), consumer("b", "key-1")])],
    options,
    () => new Map(),
  );
  expect(diagnostics).toEqual([]);
});

test("a hash column finds what is in it, nothing else, and what is in it twice", () => {
  const column = new HashColumn();
  const texts = Array.from({ length: 5000 }, (_, index) => `caller-${index % 4990}`);
  for (const text of texts) {
    hashText(text);
    column.pushHashed();
  }
  column.pushNothing();
  column.pushNothing();
  expect(column.repeated()).toEqual(Array.from({ length: 10 }, (_, index) => [index, index + 4990]));
  const isIn = (text: string): boolean => {
    hashText(text);
    return column.includesHashed();
  };
  expect(texts.every(isIn)).toBe(true);
  expect(Array.from({ length: 5000 }, (_, index) => `other-${index}`).some(isIn)).toBe(false);
  expect(["", "caller-", "caller-4990", "\u0000"].some(isIn)).toBe(false);
});
