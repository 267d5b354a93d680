/** Leaky buckets and places in memory: what the tables cannot show. */
import { describe, expect, test } from "vitest";
import { createBuckets } from "../../src/engine/buckets.ts";
import { createPlaces } from "../../src/engine/places.ts";

const start = 1_000_000;

describe("buckets", () => {
  test("filling the table empties nobody's bucket, one's own included", async () => {
    const drip = createBuckets(64);
    for (let count = 0; count < 6; count++) await drip("limit\nme", 1, 5, start);
    expect(await drip("limit\nme", 1, 5, start)).toMatchObject({ isAdmitted: false });
    for (let count = 0; count < 1000; count++) await drip(`limit\nother${count}`, 1, 5, start);
    const state = await drip("limit\nme", 1, 5, start);
    expect(state.isAdmitted).toBe(false);
  });

  test("whoever comes anew to a limit that lost a bucket starts from it, until it would have run empty", async () => {
    const drip = createBuckets(1);
    await drip("limit\na", 1, 5, start);
    await drip("limit\na", 1, 5, start);
    expect(await drip("limit\nb", 1, 5, start)).toEqual({ isAdmitted: true, excess: 0 });
    expect(await drip("limit\nc", 1, 5, start)).toEqual({ isAdmitted: true, excess: 2 });
    expect(await drip("limit\nd", 1, 5, start + 10_000)).toEqual({ isAdmitted: true, excess: 0 });
  });

  test("other limits do not pay for it", async () => {
    const drip = createBuckets(1);
    for (let count = 0; count < 6; count++) await drip("limit\na", 1, 5, start);
    await drip("limit\nb", 1, 5, start);
    expect(await drip("other\nc", 1, 5, start)).toEqual({ isAdmitted: true, excess: 0 });
  });

  test("those that have run empty make room first", async () => {
    const drip = createBuckets(2);
    await drip("limit\nold", 1, 5, start);
    for (let count = 0; count < 6; count++) await drip("limit\nme", 1, 5, start + 10_000);
    await drip("limit\nnew", 1, 5, start + 10_000);
    expect(await drip("limit\nme", 1, 5, start + 10_000)).toMatchObject({ isAdmitted: false });
  });
});

test("places: who was refused takes none, and leaving more often than entering frees none", async () => {
  const { enter, leave } = createPlaces();
  await leave("k", "");
  expect(await enter("k", 1, start)).toMatchObject({ isAdmitted: true, taken: 1 });
  expect(await enter("k", 1, start)).toMatchObject({ isAdmitted: false, taken: 2 });
  await leave("k", "");
  expect(await enter("k", 1, start)).toMatchObject({ isAdmitted: true, taken: 1 });
});
