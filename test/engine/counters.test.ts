/** The counters in memory: windows, bounds, and clocks that are set. */
import { describe, expect, test } from "vitest";
import { createCounters } from "../../src/engine/counters.ts";

type Hit = readonly [seconds: number, remaining: number, resetSeconds: number];

describe("fixed windows of 2 in 10 s", () => {
  const table: readonly (readonly [string, readonly Hit[]])[] = [
    [
      "start with the first hit",
      [
        [3, 1, 10],
        [8, 0, 5],
        [12, -1, 1],
        [12.5, -1, 0.5],
      ],
    ],
    [
      "end and start anew",
      [
        [0, 1, 10],
        [10, 1, 10],
        [11, 0, 9],
      ],
    ],
    [
      "stand still while the clock is set back",
      [
        [5, 1, 10],
        [0, 0, 10],
        [0, -1, 10],
        [15, 1, 10],
      ],
    ],
  ];
  test.each(table)("%s", (_, hits) => {
    const counters = createCounters();
    const found = hits.map(([seconds]) => counters.hit("k", 2, 10, seconds * 1000));
    expect(found).toEqual(hits.map(([, remaining, resetSeconds]) => ({ remaining, resetSeconds })));
  });
});

test("keys do not share", () => {
  const counters = createCounters();
  expect(counters.hit("a", 1, 10, 0)).toMatchObject({ remaining: 0 });
  expect(counters.hit("b", 1, 10, 0)).toMatchObject({ remaining: 0 });
  expect(counters.hit("a", 1, 10, 0)).toMatchObject({ remaining: -1 });
});

test("a sliding window never lets more than its limit through in any stretch that evenly spread requests fill", () => {
  const counters = createCounters();
  const admittedAt: number[] = [];
  for (let time = 0; time < 40_000; time += 250) {
    const state = counters.slide?.("k", 10, 10, time);
    if (state && "remaining" in state && state.remaining >= 0) admittedAt.push(time);
  }
  const most = Math.max(
    ...admittedAt.map((start) => admittedAt.filter((at) => at >= start && at < start + 10_000).length),
  );
  expect(most).toBeGreaterThanOrEqual(10);
  // A fixed window would let 20 through around its edge.
  expect(most).toBeLessThanOrEqual(15);
});

describe("bound", () => {
  test("expired counters go first", () => {
    const counters = createCounters({ capacity: 3 });
    counters.hit("old", 1, 1, 0);
    counters.hit("a", 1, 100, 0);
    counters.hit("b", 1, 100, 0);
    counters.hit("c", 1, 100, 2000);
    expect(counters.size).toBe(3);
    expect(counters.hit("a", 1, 100, 2000)).toMatchObject({ remaining: -1 });
    expect(counters.hit("b", 1, 100, 2000)).toMatchObject({ remaining: -1 });
  });
  test("else the one that ends soonest", () => {
    const counters = createCounters({ capacity: 2 });
    counters.hit("short", 1, 10, 0);
    counters.hit("long", 1, 100, 0);
    counters.hit("new", 1, 50, 0);
    expect(counters.size).toBe(2);
    expect(counters.hit("long", 1, 100, 0)).toMatchObject({ remaining: -1 });
  });
  test("holds for many keys", () => {
    const counters = createCounters({ capacity: 100 });
    for (let index = 0; index < 5000; index++) counters.hit(`k${index}`, 1, 60, index);
    expect(counters.size).toBe(100);
  });
  test("who is over the limit stays so, however many others come; other limits are not touched", () => {
    const counters = createCounters({ capacity: 100 });
    const hit = (key: string, limit: number): number => {
      const state = counters.hit(key, limit, 60, 0);
      return "remaining" in state ? state.remaining : Number.NaN;
    };
    while (hit("public\ngreedy", 5) >= 0);
    expect(hit("consumer\nx", 5)).toBe(4);
    for (let index = 0; index < 5000; index++) hit(`public\n${index}`, 5);
    expect(hit("public\ngreedy", 5)).toBeLessThan(0);
    expect(hit("consumer\nx", 5)).toBe(3);
    expect(hit("another\nx", 5)).toBe(4);
  });
});
