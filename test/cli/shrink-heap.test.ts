import { getHeapStatistics } from "node:v8";
import { expect, test } from "vitest";
import { shrinkHeap } from "../../src/cli/shrink-heap.ts";

const megabytes = (bytes: number): number => bytes / 1e6;

test("what is no longer used is given back to the system at once", async () => {
  let held: unknown[] | undefined = Array.from({ length: 300_000 }, (_, index) => ({ index, text: `text ${index}` }));
  const full = getHeapStatistics().total_physical_size;
  expect(held).toHaveLength(300_000);
  held = undefined;
  await shrinkHeap();
  expect(megabytes(full - getHeapStatistics().total_physical_size)).toBeGreaterThan(20);
});
