/** The search for consumers: what it finds, and that it reads little however many there are. */
import { describe, expect, test } from "vitest";
import type { Artifact } from "../../src/artifact/contract.ts";
import { findConsumers } from "../../src/watch/find-consumers.ts";
import { acme, open } from "../artifact/acme.ts";

const artifact = open(acme, {});

test.each([
  ["a whole name", "jane", ["jane"], []],
  ["the beginning, in order", "j", ["jack", "jane", "jill", "john"], []],
  ["another case is a part", "JA", [], ["jack", "jane"]],
  ["the middle of a name", "egac", [], ["legacy"]],
  ["the beginning of some, a part of others", "l", ["legacy"], ["jill"]],
  ["nobody", "nobody", [], []],
  ["a pattern is text", "j.*", [], []],
])("%s", async (_name, text, usernames, elsewhere) => {
  expect(await findConsumers(artifact, { text })).toEqual({ usernames, elsewhere, isPartial: false });
});

/** As many consumers as asked for, of which nothing but names is known; counts the names that are read. */
function crowd(consumerCount: number): { readonly artifact: Artifact; read(): number } {
  let read = 0;
  const nameAt = (index: number): string => `user-${String(index).padStart(7, "0")}`;
  function* usernamesFrom(start: string): Generator<string> {
    const digits = /^user-(\d{0,7})/.exec(start)?.[1];
    const first = start > nameAt(consumerCount) ? consumerCount : Number((digits ?? "").padEnd(7, "0"));
    for (let index = first; index < consumerCount; index++) {
      read++;
      if (nameAt(index) >= start) yield nameAt(index);
    }
  }
  return { artifact: { consumerCount, usernamesFrom } as unknown as Artifact, read: () => read };
}

describe("among a million", () => {
  test.each([
    ["all", { text: "" }, 25, "user-0000024", 26],
    ["the last page", { text: "user-", after: "user-0999989" }, 10, undefined, 11],
    ["a beginning", { text: "user-07" }, 25, "user-0700024", 26],
    ["its next page", { text: "user-07", after: "user-0700024" }, 25, "user-0700049", 27],
  ])("%s takes one page of names", async (_name, search, count, next, most) => {
    const { artifact: many, read } = crowd(1_000_000);
    const found = await findConsumers(many, search);
    expect([found.usernames.length, found.next]).toEqual([count, next]);
    expect(read()).toBeLessThanOrEqual(most);
  });

  test.each([
    ["a whole name far behind", "user-0999999", ["user-0999999"], false, 2],
    ["nobody: who has it elsewhere is looked for among some only", "nobody", [], true, 50_002],
  ])("%s", async (_name, text, usernames, isPartial, most) => {
    const { artifact: many, read } = crowd(1_000_000);
    expect(await findConsumers(many, { text })).toEqual({ usernames, elsewhere: [], isPartial });
    expect(read()).toBeLessThanOrEqual(most);
  });
});

test("going from page to page shows each name once, in order", async () => {
  const { artifact: many } = crowd(103);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const found = await findConsumers(many, { text: "user", ...(after !== undefined && { after }) });
    seen.push(...found.usernames);
    after = found.next;
  } while (after !== undefined);
  expect(seen).toEqual([...many.usernamesFrom("")]);
});

test("requests are served while it looks", async () => {
  let turns = 0;
  let isOver = false;
  const turn = (): void => {
    turns++;
    if (!isOver) setImmediate(turn);
  };
  setImmediate(turn);
  await findConsumers(crowd(50_000).artifact, { text: "nobody" });
  isOver = true;
  expect(turns).toBeGreaterThan(25);
});
