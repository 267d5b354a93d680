/** The search for consumers: what it finds, and that it ends and lets others run however many there are. */
import { expect, test } from "vitest";
import type { Artifact } from "../../src/artifact/contract.ts";
import { findConsumers } from "../../src/watch/find-consumers.ts";
import { acme, open } from "../artifact/acme.ts";

const artifact = open(acme, {});

test.each([
  ["a whole name, first", "jane", ["jane"], false],
  ["a part", "j", ["jack", "jill", "john", "jane"], false],
  ["whatever the case", "JA", ["jack", "jane"], false],
  ["the middle of a name", "egac", ["legacy"], false],
  ["nobody", "nobody", [], false],
  ["a pattern is text", "j.*", [], false],
])("%s", async (_name, text, expected, isPartial) => {
  const found = await findConsumers(artifact, text);
  expect([...found.usernames].sort()).toEqual([...expected].sort());
  expect(found.isPartial).toBe(isPartial);
});

/** As many consumers as asked for, of which nothing but names is known. */
function crowd(consumerCount: number): Artifact {
  const index = (username: string) => Number(/^user-(\d+)$/.exec(username)?.[1] ?? -1);
  return {
    consumerCount,
    findConsumer: (username: string) => (index(username) < consumerCount ? index(username) : -1),
    consumer: (at: number) => ({ username: `user-${at}` }),
  } as unknown as Artifact;
}

test.each([
  ["more than are listed", 1_000, "user", 25, true, "user-0"],
  ["a whole name far behind", 1_000_000, "user-999999", 1, true, "user-999999"],
  ["nobody among more than are looked at", 1_000_000, "nobody", 0, true, undefined],
  ["a whole name stands first and once", 80, "user-7", 11, false, "user-7"],
])("%s", async (_name, count, text, found, isPartial, first) => {
  const result = await findConsumers(crowd(count), text);
  expect(result.usernames).toHaveLength(found);
  expect(new Set(result.usernames).size).toBe(found);
  expect(result.isPartial).toBe(isPartial);
  expect(result.usernames[0]).toBe(first);
});

test("requests are served while it looks", async () => {
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns++;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await findConsumers(crowd(50_000), "nobody");
  isOver = true;
  expect(turns).toBeGreaterThan(100);
});
