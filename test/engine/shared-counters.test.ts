/** Counters that threads share: exact, the same as those of one thread, and no gain from a full table. */
import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { rolldown } from "rolldown";
import { describe, expect, test } from "vitest";
import type { CounterStore } from "../../src/engine/contract.ts";
import { createCounters } from "../../src/engine/counters.ts";
import { openSharedCounters } from "../../src/engine/shared-counters.ts";
import { createSharedTable, freeSharedLocks } from "../../src/engine/shared-table.ts";
import { sipHash128 } from "../../src/engine/siphash.ts";

const seed = new Uint8Array(16).map((_, index) => index);
const open = (capacity = 64): Required<Pick<CounterStore, "hit" | "slide">> =>
  openSharedCounters(createSharedTable({ capacity, seed }), 1);

test.each([
  [0, "a3817f04ba25a8e66df67214c7550293"],
  [1, "da87c1d86b99af44347659119b22fc45"],
  [2, "8177228da4a45dc7fca38bdef60affe4"],
])("SipHash-2-4-128 of %d bytes, as its authors print it", (length, hex) => {
  const out = new Int32Array(4);
  sipHash128(new Int32Array(seed.buffer), seed, length, out);
  expect(Buffer.from(out.buffer).toString("hex")).toBe(hex);
});

const step = fc.record({
  key: fc.constantFrom("a", "b", "c"),
  kind: fc.constantFrom("hit" as const, "slide" as const),
  ms: fc.integer({ min: 0, max: 8000 }),
  limit: fc.integer({ min: 1, max: 4 }),
});

test("the same answers as the counters of one thread", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const shared = open();
      const local = createCounters() as Required<Pick<CounterStore, "hit" | "slide">>;
      let now = 1_790_000_000_000;
      for (const { key, kind, ms, limit } of steps) {
        now += ms;
        const name = `${key}-${kind}`;
        expect(shared[kind](name, limit, 10, now)).toEqual(local[kind](name, limit, 10, now));
      }
    }),
  );
});

test.each(["hit", "slide"] as const)("a clock that is set back lets nobody pass more often: %s", (kind) => {
  const counters = open();
  const start = 1_790_000_000_000;
  const passed = [9, 9, 0, -100, 5, 9].map((seconds) => counters[kind]("k", 3, 10, start + seconds * 1000));
  expect(passed.map((state) => "remaining" in state && state.remaining)).toEqual([2, 1, 0, -1, -1, -1]);
});

describe("a full table", () => {
  const remaining = (counters: CounterStore, key: string, limit = 5, now = 0): number => {
    const state = counters.hit(key, limit, 60, now);
    return "remaining" in state ? state.remaining : Number.NaN;
  };

  test("who is over the limit stays so, however many others come", () => {
    const counters = open(64);
    while (remaining(counters, "greedy") >= 0);
    for (let index = 0; index < 10_000; index++) remaining(counters, `flood-${index}`, 1000);
    expect(remaining(counters, "greedy")).toBeLessThan(0);
  });

  test("a flood of one limit's counters costs the callers of another limit nothing", () => {
    const counters = open(64);
    for (let index = 0; index < 10_000; index++) remaining(counters, `public\n${index}`, 1);
    expect(remaining(counters, "public\nlate", 1)).toBeLessThan(0);
    for (let index = 0; index < 4; index++) {
      const others = Array.from({ length: 8 }, (_, consumer) => remaining(counters, `consumer-${consumer}\nx`));
      expect(others).toEqual(others.map(() => 4 - index));
      for (let flood = 0; flood < 500; flood++) remaining(counters, `public\n${index}-${flood}`, 1);
    }
  });

  test.each([
    ["of threads", () => open(8)],
    ["of one thread", () => createCounters({ capacity: 8 })],
  ])("no order of requests lets anybody pass more often than the limit: counters %s", (_, create) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 100, maxLength: 400 }), (requests) => {
        const counters = create();
        const passed = new Map<number, number>();
        for (const who of requests) {
          const key = `owner-${who % 2}\n${who}`;
          const state = who % 5 === 0 ? counters.slide?.(key, 3, 60, 0) : counters.hit(key, 3, 60, 0);
          if (state && "remaining" in state && state.remaining >= 0) passed.set(who, (passed.get(who) ?? 0) + 1);
        }
        expect(Math.max(0, ...passed.values())).toBeLessThanOrEqual(3);
      }),
    );
  });

  test("is as if new when its windows have ended", () => {
    const counters = open(8);
    for (let index = 0; index < 1000; index++) remaining(counters, `flood-${index}`);
    expect(remaining(counters, "late")).toBeLessThan(4);
    expect(remaining(counters, "later", 5, 61_000)).toBe(4);
  });
});

describe("threads", () => {
  const hammer = `
    const { parentPort, workerData: { buffer, holder, start, times } } = require("node:worker_threads");
    const counters = openSharedCounters(buffer, holder);
    parentPort.postMessage("ready");
    Atomics.wait(start, 0, 0);
    const passed = { hit: 0, slide: 0 };
    for (let index = 0; index < times; index++) {
      for (const kind of ["hit", "slide"]) if (counters[kind](kind, 50_000, 3600, 1e12).remaining >= 0) passed[kind]++;
    }
    parentPort.postMessage(passed);`;

  test("four of them on one counter: exactly as many pass as the limit says", async () => {
    const bundle = await rolldown({ input: "src/engine/shared-counters.ts" });
    const { output } = await bundle.generate({ format: "cjs" });
    const buffer = createSharedTable({ capacity: 1024, seed });
    const start = new Int32Array(new SharedArrayBuffer(4));
    const workers = [1, 2, 3, 4].map(
      (holder) =>
        new Worker(output[0].code + hammer, { eval: true, workerData: { buffer, holder, start, times: 30_000 } }),
    );
    const message = (worker: Worker) => new Promise((resolve) => worker.once("message", resolve));
    await Promise.all(workers.map(message));
    const results = workers.map(message);
    Atomics.store(start, 0, 1);
    Atomics.notify(start, 0);
    const passed = (await Promise.all(results)) as { readonly hit: number; readonly slide: number }[];
    await Promise.all(workers.map((worker) => worker.terminate()));
    expect(passed.reduce((sum, { hit }) => sum + hit, 0)).toBe(50_000);
    expect(passed.reduce((sum, { slide }) => sum + slide, 0)).toBe(50_000);
    // They did meet.
    expect(passed.filter(({ hit }) => hit > 0).length).toBeGreaterThan(1);
  });

  test("a lock of a thread that died fails the store until it is freed", () => {
    const buffer = createSharedTable({ capacity: 8, seed });
    const counters = openSharedCounters(buffer, 1);
    // The first bucket's lock: after the 16 words of the head.
    Atomics.store(new Int32Array(buffer), 16, 7);
    expect(() => counters.hit("k", 1, 60, 0)).toThrow("locked by another thread");
    freeSharedLocks(buffer, 7);
    expect(counters.hit("k", 1, 60, 0)).toEqual({ remaining: 0, resetSeconds: 60 });
  });
});
