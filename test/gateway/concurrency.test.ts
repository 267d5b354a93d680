/** Bounded work, and a clean stop at the first failure. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { mapBounded } from "../../src/gateway/concurrency.ts";

test("keeps the order and the bound", async () => {
  let running = 0;
  let most = 0;
  const results = await mapBounded([5, 1, 3, 2, 4], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(item);
    running -= 1;
    return item * 10;
  });
  expect([results, most]).toEqual([[50, 10, 30, 20, 40], 2]);
});

test("after a failure starts nothing, awaits what runs, passes the failure on", async () => {
  const finished: number[] = [];
  const started: number[] = [];
  const work = mapBounded([1, 2, 3, 4, 5, 6], 2, async (item) => {
    started.push(item);
    if (item === 1) throw new Error("first");
    await sleep(10);
    finished.push(item);
  });
  await expect(work).rejects.toThrow("first");
  expect([started, finished]).toEqual([[1, 2], [2]]);
});

test("nothing to do", async () => {
  expect(await mapBounded([], 4, async () => 1)).toEqual([]);
});
