/** Which changes a plan holds, and in which order. */
import { describe, expect, test } from "vitest";
import type { Plan } from "../../src/plan/contract.ts";
import { plan } from "../../src/plan/plan.ts";
import { declared, live, options, type Sections, sha1Hex } from "./configs.ts";

const keyAuth = (name: string, key: string, id?: string) => ({
  ...(id === undefined ? {} : { id }),
  name,
  plugins: { "key-auth": { key } },
});

const jack = (...credentials: unknown[]) => ({ username: "jack", credentials });

const lines = ({ changes }: Plan): string[] =>
  changes.map(({ action, kind, id, consumer }) => `${action} ${kind}/${consumer ? `${consumer}/` : ""}${id}`);

describe("what is managed and how it is recognised", () => {
  test.each<[name: string, desired: Sections, held: Sections, expected: string[]]>([
    ["nothing declared, nothing managed", {}, { consumers: [jack()], routes: [{ id: "r" }] }, []],
    ["an undeclared kind is left alone", { consumers: [] }, { routes: [{ id: "r", uri: "/" }] }, []],
    ["a declared empty kind is emptied", { routes: [] }, { routes: [{ id: "r", uri: "/" }] }, ["delete routes/r"]],
    [
      "a new consumer before its credentials",
      { consumers: [jack(keyAuth("k", "s"))] },
      {},
      ["create consumers/jack", "create credentials/jack/k"],
    ],
    [
      "a deleted consumer takes its credentials along",
      { consumers: [] },
      { consumers: [jack(keyAuth("a", "1"), keyAuth("b", "2"))] },
      ["delete consumers/jack"],
    ],
    [
      "a credential under ADC's id keeps it",
      { consumers: [jack(keyAuth("main key", "new"))] },
      { consumers: [jack(keyAuth("main key", "old", sha1Hex("jack.main key")))] },
      [`update credentials/jack/${sha1Hex("jack.main key")}`],
    ],
    [
      "a credential of the same name under another id keeps the gateway's",
      { consumers: [jack(keyAuth("k", "same", "mine"))] },
      { consumers: [jack(keyAuth("k", "same", "theirs"))] },
      [],
    ],
    [
      "the id goes before the name",
      { consumers: [jack(keyAuth("b", "1", "a"))] },
      { consumers: [jack(keyAuth("a", "1", "a"), keyAuth("b", "2", "x"))] },
      ["update credentials/jack/a", "delete credentials/jack/x"],
    ],
    [
      "names do not cross consumers",
      { consumers: [jack(keyAuth("k", "1")), { username: "jill" }] },
      { consumers: [jack(), { username: "jill", credentials: [keyAuth("k", "2", "z")] }] },
      ["create credentials/jack/k", "delete credentials/jill/z"],
    ],
    [
      "a route without an id of its own is found by its name",
      { routes: [{ name: "orders", uri: "/o" }] },
      { routes: [{ id: "17", name: "orders", uri: "/o" }] },
      [],
    ],
    [
      "a route with an id of its own is not",
      { routes: [{ id: "9", name: "orders", uri: "/o" }] },
      { routes: [{ id: "17", name: "orders", uri: "/o" }] },
      ["create routes/9", "delete routes/17"],
    ],
    [
      "a reference follows a resource to the gateway's id",
      { services: [{ name: "shop", hosts: ["a"] }], routes: [{ id: "r", uri: "/", service_id: "shop" }] },
      { services: [{ id: "5", name: "shop", hosts: ["a"] }], routes: [{ id: "r", uri: "/", service_id: "5" }] },
      [],
    ],
    [
      "so does one in a consumer-restriction",
      {
        services: [{ name: "shop" }],
        consumers: [
          { username: "a", plugins: { "consumer-restriction": { type: "service_id", blacklist: ["shop"] } } },
        ],
      },
      {
        services: [{ id: "5", name: "shop" }],
        consumers: [{ username: "a", plugins: { "consumer-restriction": { type: "service_id", blacklist: ["5"] } } }],
      },
      [],
    ],
  ])("%s", (_name, desired, held, expected) => {
    expect(lines(plan(declared(desired), live(held), options))).toEqual(expected);
  });

  test("a kind that was not read does not count as empty", () => {
    expect(() => plan(declared({ consumers: [] }), declared({}), options)).toThrow("read without consumers");
  });

  test("noDelete leaves what is not declared", () => {
    const made = plan(declared({ consumers: [] }), live({ consumers: [jack()] }), { ...options, noDelete: true });
    expect(made.changes).toEqual([]);
  });

  test("counts", () => {
    const made = plan(
      declared({ consumers: [jack(keyAuth("a", "1"))] }),
      live({ consumers: [jack(keyAuth("a", "1")), { username: "old", credentials: [keyAuth("o", "2")] }] }),
      options,
    );
    expect([made.unchanged, made.managed, made.changes.length]).toEqual([2, 4, 1]);
  });

  test("a write holds what was declared, under the gateway's ids, and no defaults", () => {
    const made = plan(
      declared({ consumers: [jack({ name: "j", plugins: { "jwt-auth": { key: "k", secret: "new" } } })] }),
      live({
        consumers: [jack({ id: "x", name: "j", plugins: { "jwt-auth": { key: "k", secret: "s", exp: 86400 } } })],
      }),
      options,
    );
    expect(made.changes[0]?.after).toEqual({
      id: "x",
      name: "j",
      plugins: { "jwt-auth": { key: "k", secret: "new" } },
    });
  });
});

describe("order", () => {
  const everything: Sections = {
    consumer_groups: [{ id: "g", plugins: { cors: {} } }],
    consumers: [{ username: "jack", group_id: "g", credentials: [keyAuth("k", "s")] }],
    upstreams: [{ id: "u", nodes: { "a:1": 1 } }],
    services: [{ id: "s", upstream_id: "u" }],
    plugin_configs: [{ id: "p", plugins: { cors: {} } }],
    routes: [{ id: "r", uri: "/", service_id: "s", plugin_config_id: "p" }],
    global_rules: [{ id: "1", plugins: { cors: {} } }],
  };
  const nothing = Object.fromEntries(Object.keys(everything).map((kind) => [kind, []])) as Sections;

  test.each<[name: string, desired: Sections, held: Sections, expected: string[]]>([
    [
      "creates by kind",
      everything,
      {},
      [
        "create consumer_groups/g",
        "create consumers/jack",
        "create credentials/jack/k",
        "create upstreams/u",
        "create services/s",
        "create plugin_configs/p",
        "create routes/r",
        "create global_rules/1",
      ],
    ],
    [
      "deletes the other way round",
      nothing,
      everything,
      [
        "delete global_rules/1",
        "delete routes/r",
        "delete plugin_configs/p",
        "delete services/s",
        "delete upstreams/u",
        "delete consumers/jack",
        "delete consumer_groups/g",
      ],
    ],
    [
      "who refers to a deleted resource is updated before",
      { services: [], routes: [{ id: "r", uri: "/" }] },
      { services: [{ id: "s" }], routes: [{ id: "r", uri: "/", service_id: "s" }] },
      ["update routes/r", "delete services/s"],
    ],
    [
      "a renamed credential frees its key first",
      { consumers: [jack(keyAuth("new", "same"))] },
      { consumers: [jack(keyAuth("old", "same"))] },
      ["delete credentials/jack/old", "create credentials/jack/new"],
    ],
    [
      "a key that moves to another consumer is given up first",
      { consumers: [{ username: "adam", credentials: [keyAuth("a", "k1")] }, jack(keyAuth("j", "k2"))] },
      { consumers: [{ username: "adam" }, jack(keyAuth("j", "k1"))] },
      ["update credentials/jack/j", "create credentials/adam/a"],
    ],
    [
      "a key of a deleted consumer is free before it is taken",
      { consumers: [jack(keyAuth("j", "k1"))] },
      { consumers: [{ username: "zoe", credentials: [keyAuth("z", "k1")] }] },
      ["create consumers/jack", "delete consumers/zoe", "create credentials/jack/j"],
    ],
    [
      "a chain of keys is untangled from its free end",
      { consumers: [jack(keyAuth("a", "k2"), keyAuth("b", "k3"), keyAuth("c", "k4"))] },
      { consumers: [jack(keyAuth("a", "k1"), keyAuth("b", "k2"), keyAuth("c", "k3"))] },
      ["update credentials/jack/c", "update credentials/jack/b", "update credentials/jack/a"],
    ],
    [
      "exchanged keys: one credential goes and comes back",
      { consumers: [jack(keyAuth("a", "k2"), keyAuth("b", "k1"))] },
      { consumers: [jack(keyAuth("a", "k1"), keyAuth("b", "k2"))] },
      ["delete credentials/jack/a", "update credentials/jack/b", "create credentials/jack/a"],
    ],
    [
      "exchanged keys in consumers themselves: one has no auth plugin in between",
      {
        consumers: [
          { username: "a", plugins: { "key-auth": { key: "k2" } } },
          { username: "b", plugins: { "key-auth": { key: "k1" } } },
        ],
      },
      {
        consumers: [
          { username: "a", plugins: { "key-auth": { key: "k1" } } },
          { username: "b", plugins: { "key-auth": { key: "k2" } } },
        ],
      },
      ["update consumers/a", "update consumers/b", "update consumers/a"],
    ],
  ])("%s", (_name, desired, held, expected) => {
    expect(lines(plan(declared(desired), live(held), options))).toEqual(expected);
  });

  test("many renames are two steps' worth of changes, not one after another", () => {
    const many = (prefix: string) =>
      Array.from({ length: 20 }, (_, index) => keyAuth(`${prefix}${index}`, `k${index}`));
    const made = plan(
      declared({ consumers: [jack(...many("new"))] }),
      live({ consumers: [jack(...many("old"))] }),
      options,
    );
    expect(made.changes.map(({ action }) => action)).toEqual([
      ...Array(20).fill("delete"),
      ...Array(20).fill("create"),
    ]);
  });
});

test("the digest of the live state: the same where it is touched, the same digest", () => {
  const digest = (sections: Sections) => plan(declared({ consumers: [] }), live(sections), options).liveDigest;
  const base = digest({ consumers: [jack(keyAuth("a", "1"))] });
  expect(base).toMatch(/^[0-9a-f]{64}$/);
  expect(digest({ consumers: [{ ...jack(keyAuth("a", "1")), update_time: 5 }], routes: [{ id: "r" }] })).toBe(base);
  expect(digest({ consumers: [jack(keyAuth("a", "2"))] })).not.toBe(base);
  expect(digest({ consumers: [jack()] })).not.toBe(base);
  const jill = { username: "jill", credentials: [keyAuth("a", "3")] };
  const beside = (...held: Record<string, unknown>[]) =>
    plan(declared({ consumers: [jill] }), live({ consumers: held }), options).liveDigest;
  expect(beside(jack(), jill)).toBe(digest({ consumers: [jack()] }));
  expect(beside(jack())).not.toBe(digest({ consumers: [jack()] }));
});
