/** Which changes a plan holds when only a part of the gateway is managed. */
import { expect, test } from "vitest";
import { plan } from "../../src/plan/plan.ts";
import type { Scope } from "../../src/plan/scope.ts";
import { declared, live, options, type Sections } from "./configs.ts";

const a = { team: "a" };
const ours = { "managed-by": "rollcall" };
const select: Scope = { select: a, own: false };
const own: Scope = { select: {}, own: true };
const credential = (name: string, labels = {}) => ({ name, labels, plugins: { "key-auth": { key: name } } });

test.each<[name: string, scope: Scope, desired: Sections, held: Sections, expected: string[]]>([
  ["an undeclared one with the label", select, { routes: [] }, { routes: [{ id: "r", labels: a }] }, ["delete r"]],
  ["an undeclared one without", select, { routes: [] }, { routes: [{ id: "r" }] }, []],
  ["another value", select, { routes: [] }, { routes: [{ id: "r", labels: { team: "b" } }] }, []],
  ["a declared one with the label", select, { routes: [{ id: "r", labels: a }] }, {}, ["create r"]],
  ["a declared one without", select, { routes: [{ id: "r" }] }, {}, []],
  ["the label is lost in the files", select, { routes: [{ id: "r" }] }, { routes: [{ id: "r", labels: a }] }, []],
  ["the label is new", select, { routes: [{ id: "r", labels: a }] }, { routes: [{ id: "r" }] }, ["update r"]],
  [
    "all labels must match",
    { select: { ...a, tier: "x" }, own: false },
    { routes: [] },
    {
      routes: [
        { id: "r", labels: a },
        { id: "s", labels: { ...a, tier: "x" } },
      ],
    },
    ["delete s"],
  ],
  [
    "credentials go with their consumer",
    select,
    {
      consumers: [
        { username: "in", labels: a, credentials: [credential("i")] },
        { username: "out", credentials: [credential("o", a)] },
      ],
    },
    { consumers: [{ username: "in", labels: a, credentials: [credential("old")] }, { username: "out" }] },
    ["create i", "delete old"],
  ],
  ["global rules are out of reach", select, { global_rules: [] }, { global_rules: [{ id: "g", plugins: {} }] }, []],
  ["owned: what is ours goes", own, { routes: [] }, { routes: [{ id: "r", labels: ours }, { id: "s" }] }, ["delete r"]],
  ["owned: the label is added", own, { routes: [{ id: "r" }] }, { routes: [{ id: "r" }] }, ["update r"]],
  ["owned: and then is there", own, { routes: [{ id: "r" }] }, { routes: [{ id: "r", labels: ours }] }, []],
  [
    "owned: a consumer that holds another's credential stays",
    own,
    { consumers: [] },
    {
      consumers: [
        { username: "j", labels: ours, credentials: [credential("x")] },
        { username: "k", labels: ours, credentials: [credential("y", ours)] },
      ],
    },
    ["delete k"],
  ],
  ["owned: global rules stay", own, { global_rules: [] }, { global_rules: [{ id: "g", plugins: {} }] }, []],
])("%s", (_name, scope, desired, held, expected) => {
  const { changes } = plan(declared(desired), live(held), { ...options, scope });
  expect(changes.map(({ action, id }) => `${action} ${id}`)).toEqual(expected);
});

test("what is written carries the label, beside its others", () => {
  const { changes } = plan(declared({ routes: [{ id: "r", labels: a }] }), live({}), { ...options, scope: own });
  expect(changes[0]?.after).toEqual({ id: "r", labels: { ...a, ...ours } });
});
