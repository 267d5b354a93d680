/** When a plan deletes too much. */
import { expect, test } from "vitest";
import type { Change, Plan } from "../../src/plan/contract.ts";
import { type DeleteGuardOptions, deleteGuard } from "../../src/plan/guard.ts";

const deletes = (count: number, more: Partial<Change> = {}): Change[] =>
  Array.from({ length: count }, (_, index) => ({
    action: "delete",
    kind: "routes",
    id: `r${index}`,
    name: `r${index}`,
    fields: [],
    ...more,
  }));

const planOf = (changes: Change[], managed: number): Plan => ({
  changes,
  managed,
  incomparable: [],
  unchanged: 0,
  liveDigest: "",
});

test.each<[name: string, plan: Plan, options: DeleteGuardOptions, isRefused: boolean]>([
  ["ten of few", planOf(deletes(10), 12), {}, false],
  ["eleven of few", planOf(deletes(11), 12), {}, true],
  ["a fifth of many", planOf(deletes(20), 100), {}, false],
  ["more than a fifth of many", planOf(deletes(21), 100), {}, true],
  ["a number", planOf(deletes(3), 100), { maxDeletes: 2 }, true],
  ["none", planOf(deletes(1), 100), { maxDeletes: 0 }, true],
  ["a share", planOf(deletes(30), 100), { maxDeletes: "30%" }, false],
  ["more than a share", planOf(deletes(31), 100), { maxDeletes: "30%" }, true],
  ["a share that is none", planOf(deletes(1), 100), { maxDeletes: "x%" as "1%" }, true],
  [
    "credentials that go along",
    planOf(deletes(1, { kind: "consumers", before: { credentials: Array(10).fill({}) } }), 20),
    {},
    true,
  ],
  ["deleted to be made again", planOf([...deletes(11), ...deletes(11, { action: "create" })], 12), {}, false],
])("%s", (_name, plan, options, isRefused) => {
  expect(deleteGuard(plan, options) !== undefined).toBe(isRefused);
});

test("says how many and how to allow it", () => {
  expect(deleteGuard(planOf(deletes(11), 12))).toBe(
    "the plan deletes 11 of 12 managed resources, and at most 10 may go (--max-deletes)",
  );
});
