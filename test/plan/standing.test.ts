/** Where a gateway stands on the way of a plan: replayed change by change, and moved by others. */
import { describe, expect, test } from "vitest";
import type { Live } from "../../src/model/config.ts";
import type { Change, Plan } from "../../src/plan/contract.ts";
import { plan } from "../../src/plan/plan.ts";
import { isReached, standingOf } from "../../src/plan/standing.ts";
import { declared, live, options, type Sections } from "./configs.ts";

const credential = (name: string, key: string) => ({ name, plugins: { "key-auth": { key } } });
const consumer = (username: string, ...credentials: unknown[]) => ({ username, credentials });

const held: Sections = {
  consumers: [
    consumer("a", credential("m", "1")),
    consumer("b", credential("m", "2")),
    consumer("c", credential("x", "3"), credential("y", "4")),
  ],
  routes: [{ id: "r", uri: "/r" }],
};
/** Two keys exchanged in a circle, a consumer gone, one come, a route changed. */
const wanted: Sections = {
  consumers: [
    consumer("a", credential("m", "2")),
    consumer("b", credential("m", "1")),
    consumer("d", credential("n", "5")),
  ],
  routes: [{ id: "r", uri: "/s" }],
};
const whole = plan(declared(wanted), live(held), options);
const { fingerprint } = options;

/** The gateway after these changes. */
function after(start: Live, changes: readonly Change[]): Live {
  let state = start;
  for (const change of changes) state = afterOne(state, change);
  return state;
}

function afterOne(state: Live, { kind, id, consumer: owner, action, after: value }: Change): Live {
  const replaced = <T extends { readonly id: string }>(list: readonly T[], entry: object): T[] => [
    ...list.filter((item) => item.id !== id),
    ...(action === "delete" ? [] : [{ id, value, ...entry } as unknown as T]),
  ];
  if (kind === "routes") return { ...state, routes: replaced(state.routes, {}) };
  if (kind === "consumers") {
    const credentials = state.consumers.find((item) => item.id === id)?.credentials ?? [];
    return { ...state, consumers: replaced(state.consumers, { credentials }) };
  }
  const consumers = state.consumers.map((item) =>
    item.id === owner ? { ...item, credentials: replaced(item.credentials, {}) } : item,
  );
  return { ...state, consumers };
}

test("the plan takes a circle apart", () => {
  expect(
    whole.changes.map(({ action, kind, id, consumer: owner }) => `${action} ${kind}/${owner ?? ""}/${id}`),
  ).toContain("delete credentials/a/m");
});

describe.each(whole.changes.map((_, count) => count).concat(whole.changes.length))("after %i changes", (count) => {
  const state = after(live(held), whole.changes.slice(0, count));

  test.each([
    ["all noted", count],
    ["the last not noted", Math.max(0, count - 1)],
    ["nothing noted", 0],
  ])("%s", (_name, noted) => {
    const resumed = new Set(Array.from({ length: noted }, (_, index) => index));
    const { left, done, moved } = standingOf(whole, state, { fingerprint, resumed });
    expect({ left, done: done.length, moved }).toEqual({ left: whole.changes.slice(count), done: count, moved: [] });
    expect(isReached(whole, state, fingerprint)).toBe(count === whole.changes.length);
  });

  test("a plan that was not begun is refused", () => {
    expect(standingOf(whole, state, { fingerprint }).moved.length > 0).toBe(count > 0);
  });
});

describe("moved", () => {
  const edit = (more: Sections): Sections => ({ ...held, ...more });
  const consumers = held.consumers ?? [];
  const added = consumer("c", credential("x", "3"), credential("y", "4"), credential("z", "6"));
  const lessened = consumer("c", credential("y", "4"));
  const moves = (of: Plan, state: Sections, resumed?: ReadonlySet<number>): string[] =>
    standingOf(of, live(state), { fingerprint, ...(resumed && { resumed }) }).moved.map(
      ({ change, reason }) => `${change.consumer ?? ""}/${change.name} ${reason}`,
    );

  test.each<[name: string, state: Sections, resumed: ReadonlySet<number> | undefined, expected: string[]]>([
    ["nothing", held, undefined, []],
    ["an untouched kind", edit({ services: [{ id: "s" }] }), undefined, []],
    ["a default is stored", edit({ routes: [{ id: "r", uri: "/r", priority: 0, status: 1 }] }), undefined, []],
    ["a route", edit({ routes: [{ id: "r", uri: "/other" }] }), undefined, ["/r changed"]],
    ["a route is gone", edit({ routes: [] }), undefined, ["/r gone"]],
    ["a credential more", edit({ consumers: [...consumers.slice(0, 2), added] }), undefined, ["/c changed"]],
    ["a credential less", edit({ consumers: [...consumers.slice(0, 2), lessened] }), undefined, ["/c changed"]],
    [
      "a credential less of a delete that was begun",
      edit({ consumers: [...consumers.slice(0, 2), lessened] }),
      new Set(),
      [],
    ],
    [
      "a credential more, though begun",
      edit({ consumers: [...consumers.slice(0, 2), added] }),
      new Set(),
      ["/c changed"],
    ],
    ["what comes is there", edit({ consumers: [...consumers, consumer("d")] }), undefined, ["/d appeared"]],
  ])("%s", (_name, state, resumed, expected) => {
    expect(moves(whole, state, resumed)).toEqual(expected);
  });

  test("noted as applied, and changed back", () => {
    const route = whole.changes.findIndex(({ kind }) => kind === "routes");
    expect(moves(whole, held, new Set([route]))).toEqual(["/r reverted"]);
  });

  test("the consumer of a new credential is gone", () => {
    const more = plan(
      declared({ consumers: [consumer("a", credential("m", "1"), credential("n", "9"))] }),
      live({ consumers: [consumers[0] ?? {}] }),
      options,
    );
    expect(moves(more, { consumers: [] })).toEqual(["a/n consumer-gone"]);
  });
});
