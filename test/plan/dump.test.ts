/** A dump, read again, is what the gateway holds. */
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { toDocument } from "../../src/plan/dump.ts";
import { plan } from "../../src/plan/plan.ts";
import { substituteEnvironment } from "../../src/source/environment.ts";
import { declared, live, options, type Sections, sha1Hex } from "./configs.ts";

const held: Sections = {
  routes: [
    { id: "2", name: "orders", uri: "/o", update_time: 3, plugins: { "key-auth": {}, cors: {} } },
    { id: "orders", name: "orders", uri: "/o2" },
  ],
  consumers: [
    { username: "zoe", create_time: 1 },
    {
      username: "jack",
      labels: { b: "2", a: "1", "rollcall-secrets": "0a1b2c3d.00" },
      credentials: [
        {
          id: "plain",
          name: "plain",
          labels: { "rollcall-secrets": "0a1b2c3d.00" },
          plugins: { "key-auth": { key: "k-${HOME}-\\${X}" } },
        },
        { id: sha1Hex("jack.by adc"), name: "by adc", plugins: { "key-auth": { key: "k2" } } },
        { id: "elsewhere", name: "named", plugins: { "key-auth": { key: "k3" } } },
      ],
    },
  ],
  consumer_groups: [{ id: "gold", name: "gold", plugins: {} }],
  global_rules: [{ id: "1", plugins: { cors: {} } }],
};

test("the native shape, in an order that depends on the content alone", () => {
  const document = toDocument(live(held), sha1Hex);
  expect(JSON.stringify(document)).toBe(
    JSON.stringify({
      consumers: [
        {
          username: "jack",
          labels: { a: "1", b: "2" },
          credentials: [
            { name: "by adc", plugins: { "key-auth": { key: "k2" } } },
            { id: "elsewhere", name: "named", plugins: { "key-auth": { key: "k3" } } },
            { name: "plain", plugins: { "key-auth": { key: "k-\\${HOME}-\\\\${X}" } } },
          ],
        },
        { username: "zoe" },
      ],
      consumer_groups: [{ id: "gold", name: "gold", plugins: {} }],
      routes: [
        { id: "2", name: "orders", uri: "/o", plugins: { cors: {}, "key-auth": {} } },
        { name: "orders", uri: "/o2" },
      ],
      global_rules: [{ id: "1", plugins: { cors: {} } }],
    }),
  );
  const shuffled = {
    ...held,
    routes: [...(held.routes ?? [])].reverse(),
    consumers: [...(held.consumers ?? [])].reverse(),
  };
  expect(JSON.stringify(toDocument(live(shuffled), sha1Hex))).toBe(JSON.stringify(document));
});

test("without a hash function, derived ids are written out", () => {
  const document = toDocument(live(held)) as { consumers: { credentials: { id?: string }[] }[] };
  expect(document.consumers[0]?.credentials[0]?.id).toBe(sha1Hex("jack.by adc"));
});

describe("read again", () => {
  test.each([
    ["with a hash function", sha1Hex],
    ["without", undefined],
  ])("%s: no change", (_name, hash) => {
    const environment = { HOME: "wrong", X: "wrong" };
    const text = stringify(toDocument(live(held), hash));
    const read = parse(text, (_key, value: unknown) =>
      typeof value === "string" ? substituteEnvironment(value, environment).text : value,
    ) as Sections;
    const made = plan(declared(read), live(held), options);
    expect(made.changes).toEqual([]);
    expect(made.unchanged).toBe(9);
  });
});
