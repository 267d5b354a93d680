/** Whose each difference is: base, gateway and files in, origins out. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../../src/plan/contract.ts";
import { plan } from "../../../src/plan/plan.ts";
import { baseOfConfig } from "../../../src/plan/three-way/base-of-config.ts";
import { baseOfPlan } from "../../../src/plan/three-way/base-of-plan.ts";
import type { ThreeWay } from "../../../src/plan/three-way/contract.ts";
import { createMarkers } from "../../../src/plan/three-way/missing.ts";
import { threeWay } from "../../../src/plan/three-way/three-way.ts";
import { declared, live, options, type Sections } from "../configs.ts";

const keyAuth = (name: string, key: string, more: object = {}) => ({ name, plugins: { "key-auth": { key } }, ...more });
const jack = (fields: object = {}): Sections => ({ consumers: [{ username: "jack", ...fields }] });
const held = (...credentials: object[]): Sections => jack({ credentials });
const limit = (count: number, more: object = {}) => ({
  plugins: { "limit-count": { count, time_window: 60, ...more } },
});
const none: Sections = { consumers: [] };

/** Such as `update consumers/jack: conflict (added-twice) desc=conflict`, one for each change. */
function told(made: Plan, { origins }: ThreeWay): string[] {
  return made.changes.map((change) => {
    const { kind, action, consumer, id } = change;
    const origin = origins.get(change);
    const fields = origin?.fields.map((field) => ` ${field.path.join(".")}=${field.origin}`) ?? [];
    const cause = origin?.cause ? ` (${origin.cause})` : "";
    return `${action} ${[kind, consumer, id].filter(Boolean).join("/")}: ${origin?.origin}${cause}${fields.join("")}`;
  });
}

const fromDump = (base: Sections, gateway: Sections, files: Sections, extra: object = {}): string[] => {
  const [held, wanted] = [live(gateway), declared(files)];
  const made = plan(wanted, held, { ...options, ...extra });
  return told(made, threeWay(made, baseOfConfig(declared(base), held, options), options));
};

describe("a dump", () => {
  test.each<[name: string, base: Sections, gateway: Sections, files: Sections, expected: string[]]>([
    ["nothing changed", jack(), jack(), jack(), []],
    ["the same change on both sides", jack({ desc: "a" }), jack({ desc: "b" }), jack({ desc: "b" }), []],
    [
      "a field of the files",
      jack({ desc: "a" }),
      jack({ desc: "a" }),
      jack({ desc: "b" }),
      ["update consumers/jack: intended desc=intended"],
    ],
    [
      "a field of the gateway",
      jack({ desc: "a" }),
      jack({ desc: "x" }),
      jack({ desc: "a" }),
      ["update consumers/jack: drifted desc=drifted"],
    ],
    [
      "a field of both",
      jack({ desc: "a" }),
      jack({ desc: "x" }),
      jack({ desc: "b" }),
      ["update consumers/jack: conflict desc=conflict"],
    ],
    [
      "different fields: sync writes the whole resource",
      jack({ desc: "a", labels: { team: "a" } }),
      jack({ desc: "x", labels: { team: "a" } }),
      jack({ desc: "a", labels: { team: "b" } }),
      ["update consumers/jack: drifted desc=drifted labels.team=intended"],
    ],
    [
      "a new field of the files",
      jack(),
      jack(),
      jack({ desc: "b" }),
      ["update consumers/jack: intended desc=intended"],
    ],
    [
      "a new field of the gateway",
      jack(),
      jack({ desc: "x" }),
      jack(),
      ["update consumers/jack: drifted desc=drifted"],
    ],
    [
      "a plugin that is gone there and changed here",
      jack({ plugins: { "referer-restriction": { whitelist: ["a.example"] } } }),
      jack(),
      jack({ plugins: { "referer-restriction": { whitelist: ["b.example"] } } }),
      [
        "update consumers/jack: conflict plugins.referer-restriction.bypass_missing=drifted " +
          "plugins.referer-restriction.message=drifted plugins.referer-restriction.whitelist=conflict",
      ],
    ],
    [
      "defaults that only one of them has",
      jack(limit(1)),
      jack(limit(1, { policy: "local" })),
      jack(limit(2)),
      ["update consumers/jack: intended plugins.limit-count.count=intended"],
    ],
    ["new in the files", none, none, jack(), ["create consumers/jack: intended"]],
    ["new in the gateway", none, jack(), none, ["delete consumers/jack: drifted (added-by-hand)"]],
    [
      "new in both, differently",
      none,
      jack({ desc: "x" }),
      jack({ desc: "b" }),
      ["update consumers/jack: conflict (added-twice) desc=conflict"],
    ],
    ["gone from the files", jack(), jack(), none, ["delete consumers/jack: intended"]],
    ["gone from the gateway", jack(), none, jack(), ["create consumers/jack: drifted (removed-by-hand)"]],
    ["gone from both", jack(), none, none, []],
    [
      "gone there, changed here",
      jack({ desc: "a" }),
      none,
      jack({ desc: "b" }),
      ["create consumers/jack: conflict (removed-by-hand-and-changed) desc=conflict"],
    ],
    [
      "gone here, changed there",
      jack({ desc: "a" }),
      jack({ desc: "x" }),
      none,
      ["delete consumers/jack: conflict (changed-by-hand-and-removed) desc=conflict"],
    ],
    [
      "gone here, a credential added there",
      held(keyAuth("a", "1")),
      held(keyAuth("a", "1"), keyAuth("b", "2")),
      none,
      [
        "delete consumers/jack: conflict (changed-by-hand-and-removed) credentials.b.name=conflict " +
          "credentials.b.plugins.key-auth.key=conflict",
      ],
    ],
    [
      "credentials",
      held(keyAuth("a", "1"), keyAuth("b", "2"), keyAuth("c", "3")),
      held(keyAuth("a", "9"), keyAuth("b", "2"), keyAuth("e", "5")),
      held(keyAuth("a", "1"), keyAuth("b", "8"), keyAuth("c", "3"), keyAuth("d", "4")),
      [
        "update credentials/jack/a: drifted plugins.key-auth.key=drifted",
        "update credentials/jack/b: intended plugins.key-auth.key=intended",
        "create credentials/jack/c: drifted (removed-by-hand)",
        "create credentials/jack/d: intended",
        "delete credentials/jack/e: drifted (added-by-hand)",
      ],
    ],
    [
      "credentials of a consumer that the base lacks",
      none,
      held(keyAuth("a", "1"), keyAuth("b", "2")),
      held(keyAuth("a", "9"), keyAuth("c", "3")),
      [
        "update credentials/jack/a: conflict (added-twice) plugins.key-auth.key=conflict",
        "create credentials/jack/c: intended",
        "delete credentials/jack/b: drifted (added-by-hand)",
      ],
    ],
    [
      "a credential under another id there",
      held(keyAuth("a", "1", { id: "0f" })),
      held(),
      held(keyAuth("a", "1")),
      ["create credentials/jack/a: drifted (removed-by-hand)"],
    ],
    [
      "keys that change places, in two steps",
      held(keyAuth("a", "1"), keyAuth("b", "2")),
      held(keyAuth("a", "1"), keyAuth("b", "2")),
      held(keyAuth("a", "2"), keyAuth("b", "1")),
      [
        "delete credentials/jack/a: intended plugins.key-auth.key=intended",
        "update credentials/jack/b: intended plugins.key-auth.key=intended",
        "create credentials/jack/a: intended plugins.key-auth.key=intended",
      ],
    ],
    [
      "what is referred to has another id there",
      { services: [{ name: "s" }], routes: [{ id: "r", uri: "/a", service_id: "s" }] },
      { services: [{ id: "5", name: "s" }], routes: [{ id: "r", uri: "/a", service_id: "5" }] },
      { services: [{ name: "s" }], routes: [{ id: "r", uri: "/a" }] },
      ["update routes/r: intended service_id=intended"],
    ],
    [
      "a kind that the base does not declare",
      none,
      { routes: [{ id: "r", uri: "/" }] },
      { routes: [] },
      ["delete routes/r: unknown (not-in-base)"],
    ],
  ])("%s", (_, base, gateway, files, expected) => {
    expect(fromDump(base, gateway, files)).toEqual(expected);
  });

  test("a label that the plan sets is of the files", () => {
    const scope = { scope: { select: {}, own: true } };
    expect(fromDump(jack(), jack(), jack(), scope)).toEqual([
      "update consumers/jack: intended labels.managed-by=intended",
    ]);
  });

  test("a selection", () => {
    const team = (desc: string, other: string): Sections => ({
      consumers: [
        { username: "jack", labels: { team: "a" }, desc },
        { username: "jill", labels: { team: "b" }, desc: other },
      ],
    });
    const scope = { scope: { select: { team: "a" }, own: false } };
    expect(fromDump(team("a", "a"), team("x", "x"), team("a", "a"), scope)).toEqual([
      "update consumers/jack: drifted desc=drifted",
    ]);
  });
});

describe("secrets of a dump", () => {
  const markers = createMarkers(["FIRST", "SECOND"], "0123456789abcdef0123456789abcdef");
  const { FIRST = "", SECOND = "" } = markers.values;
  const compare = (base: Sections, gateway: Sections, files: Sections) => {
    const [heldThere, wanted] = [live(gateway), declared(files)];
    const made = plan(wanted, heldThere, options);
    return {
      made,
      result: threeWay(made, baseOfConfig(declared(base), heldThere, options), { ...options, missing: markers }),
    };
  };

  test.each<[name: string, base: Sections, gateway: Sections, files: Sections, expected: string[]]>([
    [
      "that is missing is no drift",
      held(keyAuth("a", FIRST)),
      held(keyAuth("a", "1")),
      held(keyAuth("a", "2")),
      ["update credentials/jack/a: unknown plugins.key-auth.key=unknown"],
    ],
    ["that is missing and the same", held(keyAuth("a", FIRST)), held(keyAuth("a", "1")), held(keyAuth("a", "1")), []],
    [
      "that is missing, beside a change",
      held(keyAuth("a", FIRST, { desc: "a" })),
      held(keyAuth("a", "1", { desc: "x" })),
      held(keyAuth("a", "2", { desc: "a" })),
      ["update credentials/jack/a: drifted desc=drifted plugins.key-auth.key=unknown"],
    ],
    [
      "of a credential that is gone there",
      held(keyAuth("a", FIRST)),
      held(),
      held(keyAuth("a", "1")),
      ["create credentials/jack/a: drifted (removed-by-hand) plugins.key-auth.key=unknown"],
    ],
    [
      "of a consumer that is gone here",
      held(keyAuth("a", SECOND)),
      held(keyAuth("a", "1")),
      none,
      ["delete consumers/jack: unknown credentials.a.plugins.key-auth.key=unknown"],
    ],
  ])("%s", (_, base, gateway, files, expected) => {
    const { made, result } = compare(base, gateway, files);
    expect(told(made, result)).toEqual(expected);
  });

  test("are told by name, and the others by fingerprint alone", () => {
    const { result } = compare(
      held(keyAuth("a", FIRST), keyAuth("b", "base-secret")),
      held(keyAuth("a", "1"), keyAuth("b", "live-secret")),
      held(keyAuth("a", "2"), keyAuth("b", "file-secret")),
    );
    const fields = [...result.origins.values()].flatMap((origin) => origin.fields);
    expect(fields).toMatchObject([
      { missing: ["FIRST"] },
      { base: expect.stringMatching(/^sha256:\w{8}$/), isSecret: true },
    ]);
    expect(JSON.stringify(fields)).not.toMatch(/-secret|0123456789abcdef/);
  });
});

describe("a saved plan", () => {
  const compare = (before: Sections, agreed: Sections, gateway: Sections, files: Sections) => {
    const saved = plan(declared(agreed), live(before), options);
    const [heldThere, wanted] = [live(gateway), declared(files)];
    const made = plan(wanted, heldThere, options);
    const { base, isCarriedOut } = baseOfPlan(saved, heldThere);
    return [isCarriedOut, ...told(made, threeWay(made, base, options))];
  };
  const two = (jackDesc: string, jillDesc = ""): Sections => ({
    consumers: [
      { username: "jack", desc: jackDesc },
      { username: "jill", desc: jillDesc },
    ],
  });

  test.each<
    [
      name: string,
      before: Sections,
      agreed: Sections,
      gateway: Sections,
      files: Sections,
      expected: (string | boolean)[],
    ]
  >([
    [
      "carried out, the files went on",
      two("a"),
      two("b"),
      two("b"),
      two("c"),
      [true, "update consumers/jack: intended desc=intended"],
    ],
    [
      "carried out, the gateway was changed",
      two("a"),
      two("b"),
      two("x"),
      two("b"),
      [true, "update consumers/jack: drifted desc=drifted"],
    ],
    [
      "carried out, both",
      two("a"),
      two("b"),
      two("x"),
      two("c"),
      [true, "update consumers/jack: conflict desc=conflict"],
    ],
    [
      "not carried out",
      two("a"),
      two("b"),
      two("a"),
      two("b"),
      [false, "update consumers/jack: intended desc=intended"],
    ],
    [
      "carried out, one changed back",
      two("a", "a"),
      two("b", "b"),
      two("a", "b"),
      two("b", "b"),
      [true, "update consumers/jack: drifted (as-before-plan) desc=drifted"],
    ],
    [
      "a resource that it does not touch",
      two("a", "a"),
      two("b", "a"),
      two("b", "x"),
      two("b", "a"),
      [true, "update consumers/jill: unknown (not-in-base)"],
    ],
    [
      "a consumer that it made has no other credentials",
      none,
      held(keyAuth("a", "1")),
      held(keyAuth("a", "1"), keyAuth("b", "2")),
      held(keyAuth("a", "1")),
      [true, "delete credentials/jack/b: drifted (added-by-hand)"],
    ],
    [
      "a consumer that it made, and the files dropped, with another credential",
      none,
      held(keyAuth("a", "1")),
      held(keyAuth("a", "1"), keyAuth("b", "2")),
      none,
      [
        true,
        "delete consumers/jack: conflict (changed-by-hand-and-removed) credentials.b.name=conflict credentials.b.plugins.key-auth.key=conflict",
      ],
    ],
    [
      "what it removed is there again",
      two("a"),
      { consumers: [{ username: "jack", desc: "b" }] },
      two("b", "x"),
      { consumers: [{ username: "jack", desc: "b" }] },
      [true, "delete consumers/jill: drifted (added-by-hand)"],
    ],
  ])("%s", (_, before, agreed, gateway, files, expected) => {
    expect(compare(before, agreed, gateway, files)).toEqual(expected);
  });
});

test("100,000 consumers take about as long as another plan", () => {
  const many = (desc: (index: number) => string): Sections => ({
    consumers: Array.from({ length: 100_000 }, (_, index) => ({
      username: `c${String(index).padStart(6, "0")}`,
      desc: desc(index),
      credentials: [keyAuth("main", `key-${index}`)],
    })),
  });
  const heldThere = live(many((index) => (index % 100 === 0 ? "by hand" : "a")));
  const made = plan(declared(many((index) => (index % 100 === 1 ? "b" : "a"))), heldThere, options);
  const agreed = declared(many(() => "a"));
  const started = performance.now();
  const { counts } = threeWay(made, baseOfConfig(agreed, heldThere, options), options);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(counts).toEqual({ intended: 1000, drifted: 1000, conflict: 0, unknown: 0 });
});
