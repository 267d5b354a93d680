/** Secrets that a gateway does not show: how they are recognised, and what a plan makes of them. */
import { describe, expect, test } from "vitest";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { isConcealed, withMasks } from "../../src/plan/concealed.ts";
import type { Plan } from "../../src/plan/contract.ts";
import { type PlanOptions, plan } from "../../src/plan/plan.ts";
import { parseSavedPlan, serialiseSavedPlan } from "../../src/plan/saved.ts";
import { createMarks, markLabel } from "../../src/plan/secret-mark.ts";
import { standingOf } from "../../src/plan/standing.ts";
import { declared, live, options, type Sections } from "./configs.ts";

test.each<[text: string, expected: boolean]>([
  ["******", true],
  ["••••", true],
  ["ab****yz", true],
  ["<redacted>", true],
  ["[MASKED]", true],
  ["$2y$05$TCEmoztTS37.euXQAXzC/.yQ6D", true],
  ["$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHQ$hash", true],
  ["$5$salt$hash", true],
  ["{SSHA}0c0blFTXXNuAMHECS4uxrj3ZieMoWImr", true],
  ["**", false],
  ["", false],
  ["correct-horse", false],
  ["a*b*c", false],
  ["redacted", false],
  ["$env://KEY", false],
  ["$7", false],
  ["0123456789***0123456789", false],
])("%s stands for a secret: %s", (text, expected) => expect(isConcealed(text)).toBe(expected));

const marks = createMarks(nodeCrypto, new Uint8Array(32).fill(7));
const otherMarks = createMarks(nodeCrypto, new Uint8Array(32).fill(8));

const jack = (plugins: unknown, more: object = {}): Sections => ({
  consumers: [{ username: "jack", credentials: [{ name: "main", plugins, ...more }] }],
});
const key = (text: string) => ({ "key-auth": { key: text } });
const markUnder = (by: typeof marks, secret: string) =>
  by.of({ kind: "credentials", consumer: "jack", name: "main" }, { name: "main", plugins: key(secret) });
const labels = (mark: string | undefined) => ({ labels: { [markLabel]: mark } });

const lines = ({ changes, incomparable, unchanged }: Plan): string[] => [
  ...changes.map(({ action, id, mayBeSame }) => `${action} ${id}${mayBeSame ? " (may be the same)" : ""}`),
  ...incomparable.map(({ id, fields }) => `? ${id}: ${fields.map(({ path }) => path.join(".")).join(", ")}`),
  `${unchanged} unchanged`,
];

describe("what a plan makes of them", () => {
  test.each<[name: string, desired: Sections, held: Sections, more: Partial<PlanOptions>, expected: string[]]>([
    [
      "masked: nobody can tell",
      jack(key("s")),
      jack(key("******")),
      {},
      ["? main: plugins.key-auth.key", "1 unchanged"],
    ],
    [
      "hashed",
      jack({ "basic-auth": { username: "j", password: "s" } }),
      jack({ "basic-auth": { username: "j", password: "$2b$10$abc" } }),
      {},
      ["? main: plugins.basic-auth.password", "1 unchanged"],
    ],
    [
      "left out",
      jack({ "hmac-auth": { key_id: "j", secret_key: "s" } }),
      jack({ "hmac-auth": { key_id: "j" } }),
      {},
      ["? main: plugins.hmac-auth.secret_key", "1 unchanged"],
    ],
    ["empty", jack(key("s")), jack(key("")), {}, ["? main: plugins.key-auth.key", "1 unchanged"]],
    [
      "a jwt-auth with a public key has no secret to leave out",
      jack({ "jwt-auth": { key: "j", secret: "s" } }),
      jack({ "jwt-auth": { key: "j", public_key: "p", algorithm: "RS256" } }),
      {},
      ["update main", "1 unchanged"],
    ],
    ["shown: a difference as ever", jack(key("s")), jack(key("t")), {}, ["update main", "1 unchanged"]],
    ["the same mask in the file", jack(key("******")), jack(key("******")), {}, ["2 unchanged"]],
    [
      "forced",
      jack(key("s")),
      jack(key("******")),
      { forceSecrets: true },
      ["update main (may be the same)", "1 unchanged"],
    ],
    [
      "another difference is held back too, since a write is whole",
      jack(key("s"), { desc: "b" }),
      jack(key("******"), { desc: "a" }),
      {},
      ["? main: desc, plugins.key-auth.key", "1 unchanged"],
    ],
    [
      "marked by us, the same",
      jack(key("s")),
      jack(key("******"), labels(markUnder(marks, "s"))),
      { marks },
      ["2 unchanged"],
    ],
    [
      "marked by us, another",
      jack(key("s")),
      jack(key("******"), labels(markUnder(marks, "t"))),
      { marks },
      ["update main", "1 unchanged"],
    ],
    [
      "marked by us, the same, and another difference",
      jack(key("s"), { desc: "b" }),
      jack(key("******"), { desc: "a", ...labels(markUnder(marks, "s")) }),
      { marks },
      ["update main", "1 unchanged"],
    ],
    [
      "marked under another key",
      jack(key("s")),
      jack(key("******"), labels(markUnder(otherMarks, "s"))),
      { marks },
      ["? main: plugins.key-auth.key", "1 unchanged"],
    ],
    [
      "marked, but no key to tell by",
      jack(key("s")),
      jack(key("******"), labels(markUnder(marks, "s"))),
      {},
      ["? main: plugins.key-auth.key", "1 unchanged"],
    ],
    [
      "a mark is no difference where secrets are shown",
      jack(key("s")),
      jack(key("s"), labels(markUnder(marks, "t"))),
      {},
      ["2 unchanged"],
    ],
    ["a deleted one needs no secret", { consumers: [] }, jack(key("******")), {}, ["delete jack", "0 unchanged"]],
    [
      "of a route's plugin",
      {
        routes: [
          {
            id: "r",
            uri: "/",
            plugins: {
              "limit-count": { count: 1, time_window: 1, policy: "redis", redis_host: "h", redis_password: "s" },
            },
          },
        ],
      },
      {
        routes: [
          {
            id: "r",
            uri: "/",
            plugins: {
              "limit-count": { count: 1, time_window: 1, policy: "redis", redis_host: "h", redis_password: "***" },
            },
          },
        ],
      },
      {},
      ["? r: plugins.limit-count.redis_password", "0 unchanged"],
    ],
  ])("%s", (_name, desired, held, more, expected) => {
    expect(lines(plan(declared(desired), live(held), { ...options, ...more }))).toEqual(expected);
  });
});

test.each<[name: string, shown: object, expected: object]>([
  ["left out", { "key-auth": {} }, { "key-auth": { key: "******" } }],
  ["empty", { "hmac-auth": { key_id: "j", secret_key: "" } }, { "hmac-auth": { key_id: "j", secret_key: "******" } }],
  ["shown", key("s"), key("s")],
  ["hashed", key("$5$salt$hash"), key("$5$salt$hash")],
  ["none to have", { "jwt-auth": { key: "j", public_key: "P" } }, { "jwt-auth": { key: "j", public_key: "P" } }],
  ["of no credential", { "limit-count": { count: 1 } }, { "limit-count": { count: 1 } }],
])("in a dump a secret that is %s", (_name, shown, expected) => {
  const { consumers } = jack(shown);
  expect(withMasks({ consumers, routes: [{ plugins: shown }] })).toEqual({
    consumers: jack(expected).consumers,
    routes: [{ plugins: shown }],
  });
});

test("what the gateway shows in place of a secret is not shown as one", () => {
  const made = plan(declared(jack(key("s"))), live(jack(key("******"))), options);
  const fields = [
    {
      path: ["plugins", "key-auth", "key"],
      before: "(not shown by the gateway)",
      after: options.fingerprint("s"),
      isSecret: true,
      isConcealed: true,
    },
  ];
  expect(made.incomparable.map((change) => change.fields)).toEqual([fields]);
});

test.each<[held: string, expected: string[]]>([
  ["s", ["1 unchanged"]],
  ["other", ["update r", "0 unchanged"]],
])("the secret of another plugin that is left out is told by its mark (%s)", (held, expected) => {
  const limit = { count: 1, time_window: 60, policy: "redis", redis_host: "redis" };
  const route = (more: object) => ({ id: "r", uri: "/", plugins: { "limit-count": { ...limit, ...more } } });
  const mark = marks.of({ kind: "routes", name: "r" }, route({ redis_password: held }));
  const made = plan(
    declared({ routes: [route({ redis_password: "s" })] }),
    live({ routes: [{ ...route({}), ...labels(mark) }] }),
    { ...options, marks },
  );
  expect(lines(made)).toEqual(expected);
});

test.each<[name: string, more: Partial<PlanOptions>]>([
  ["without a key", { forceSecrets: true }],
  ["under the key", { marks }],
])("a mark in a file is not believed, %s", (_name, more) => {
  const copied = labels(markUnder(marks, "first"));
  const held = live(jack(key("******"), copied));
  const { changes } = plan(declared(jack(key("second"), copied)), held, { ...options, ...more });
  expect(
    changes.flatMap(({ fields }) => fields.map(({ path, isConcealed: hidden }) => [path.join("."), hidden])),
  ).toEqual([["plugins.key-auth.key", true]]);
  const written = changes.map(({ after }) => (after?.["labels"] as Record<string, unknown> | undefined)?.[markLabel]);
  expect(written).toEqual([more.marks && markUnder(marks, "second")]);
});

describe("marks", () => {
  const writtenMark = (held: Sections, more: Partial<PlanOptions>) =>
    plan(declared(jack(key("s"))), live(held), { ...options, ...more }).changes.map(
      ({ after }) => (after?.["labels"] as Record<string, unknown> | undefined)?.[markLabel],
    );
  test.each<[name: string, held: Sections, more: Partial<PlanOptions>, expected: unknown[]]>([
    [
      "are written where secrets are not shown",
      jack(key("***")),
      { marks, forceSecrets: true },
      [markUnder(marks, "s")],
    ],
    [
      "and where that is expected, on what has secrets",
      {},
      { marks, forceSecrets: true },
      [undefined, markUnder(marks, "s")],
    ],
    ["not where secrets are shown", jack(key("t")), { marks }, [undefined]],
    ["nor without a key", jack(key("***")), { forceSecrets: true }, [undefined]],
  ])("%s", (_name, held, more, expected) => expect(writtenMark(held, more)).toEqual(expected));

  test("of equal secrets differ from resource to resource, and name nothing", () => {
    const resource = { plugins: key("s") };
    const made = ["a", "b"].map((name) => marks.of({ kind: "credentials", consumer: "jack", name }, resource));
    expect(new Set(made).size).toBe(2);
    expect(made[0]).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{32}$/);
  });

  test("do not depend on the order of fields", () => {
    const mark = (config: object) =>
      marks.of({ kind: "credentials", consumer: "j", name: "n" }, { plugins: { "jwt-auth": config } });
    expect(mark({ key: "k", secret: "s" })).toBe(mark({ secret: "s", key: "k" }));
    expect(mark({ key: "k", secret: "s" })).not.toBe(mark({ key: "s", secret: "k" }));
  });
});

describe("a saved plan that was carried out", () => {
  const saved = (more: Partial<PlanOptions>) => {
    const made = plan(declared(jack(key("s"))), live(jack(key("***"))), { ...options, forceSecrets: true, ...more });
    const parsed = parseSavedPlan(serialiseSavedPlan({ server: "s", isDesiredEmpty: false, plan: made }));
    if (!parsed) throw new Error("not read back");
    return parsed.plan;
  };
  const standing = (held: Sections, more: Partial<PlanOptions>, resumed: ReadonlySet<number>) => {
    const { left, done, moved } = standingOf(saved(more), live(held), { ...options, resumed });
    return { left: left.length, done: done.length, moved: moved.length };
  };
  test.each<[name: string, held: Sections, more: Partial<PlanOptions>, noted: number[], expected: string]>([
    ["is known by its mark", jack(key("***"), labels(markUnder(marks, "s"))), { marks }, [], "done"],
    ["is not done without the mark", jack(key("***")), { marks }, [], "left"],
    ["without marks, is done where that was noted", jack(key("***")), {}, [0], "done"],
    ["without marks or a note, is done again", jack(key("***")), {}, [], "left"],
    [
      "moved where it was noted and the mark is another",
      jack(key("***"), labels(markUnder(marks, "t"))),
      { marks },
      [0],
      "moved",
    ],
  ])("%s", (_name, held, more, noted, expected) => {
    expect(standing(held, more, new Set(noted))).toEqual({
      left: 0,
      done: 0,
      moved: 0,
      [expected]: 1,
      ...(expected === "moved" && { left: 1 }),
    });
  });
});
