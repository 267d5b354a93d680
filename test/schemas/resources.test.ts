/** The resources' schemas against the gateway reference, section 1. */
import { expect, test } from "vitest";
import * as validators from "../../src/check/generated/validators.js";

type Name = keyof typeof validators;

const byName = new Map(Object.entries(validators));
type Row = readonly [name: string, value: unknown, ...faults: string[]];

const auth = { plugins: { "key-auth": { key: "k" } } };
const node = { host: "127.0.0.1", port: 80, weight: 1 };
const surrogatePair = "\u{1f511}";

const tables: Record<Name, Row[]> = {
  consumer: [
    ["a username", { username: "jack_1-A" }],
    ["username is required", { desc: "x" }, " required"],
    ["an empty username", { username: "" }, "/username minLength", "/username pattern"],
    ["a space in username", { username: "jack smith" }, "/username pattern"],
    ["a username of 512", { username: "u".repeat(512) }],
    ["a username of 513", { username: "u".repeat(513) }, "/username maxLength"],
    ["username is a string", { username: 7 }, "/username type"],
    ["an unknown field", { username: "u", nickname: "x" }, " additionalProperties"],
    ["a desc of 256", { username: "u", desc: "d".repeat(256) }],
    ["a desc of 257", { username: "u", desc: "d".repeat(257) }, "/desc maxLength"],
    ["characters are counted, not code units", { username: "u", desc: surrogatePair.repeat(256) }],
    ["labels", { username: "u", labels: { custom_id: "7", "any key": "a,b" } }],
    ["an empty label", { username: "u", labels: { a: "" } }, "/labels/a minLength", "/labels/a pattern"],
    ["white space in a label", { username: "u", labels: { a: "b c" } }, "/labels/a pattern"],
    ["a label of 257", { username: "u", labels: { a: "b".repeat(257) } }, "/labels/a maxLength"],
    ["a label is a string", { username: "u", labels: { a: 1 } }, "/labels/a type"],
    ["group_id as number", { username: "u", group_id: 1 }],
    ["group_id from 1", { username: "u", group_id: 0 }, "/group_id minimum"],
    ["create_time is forbidden", { username: "u", create_time: 1 }, "/create_time not"],
    ["a plugin that we do not know is an object", { username: "u", plugins: { mine: {} } }],
    ["a plugin that we do not know, as text", { username: "u", plugins: { mine: "x" } }, "/plugins/mine type"],
    ["credentials", { username: "u", credentials: [{ name: "c", ...auth }] }],
    [
      "a fault in a credential",
      {
        username: "u",
        credentials: [
          { name: "c", ...auth },
          { name: "d", plugins: { "key-auth": {} } },
        ],
      },
      "/credentials/1/plugins/key-auth required",
    ],
    ["credentials are a list", { username: "u", credentials: {} }, "/credentials type"],
    ["not an object", [], " type"],
  ],
  credential: [
    ["name and plugin", { name: "c", ...auth }],
    ["an id", { id: "a.b-c_1", name: "c", ...auth }],
    ["an id of 65", { id: "i".repeat(65), name: "c", ...auth }, "/id maxLength"],
    ["an id with a slash", { id: "a/b", name: "c", ...auth }, "/id pattern"],
    ["name is required", auth, " required"],
    ["plugins are required", { name: "c" }, " required"],
    ["an empty name", { name: "", ...auth }, "/name minLength"],
    ["a name of 257", { name: "n".repeat(257), ...auth }, "/name maxLength"],
    ["how many plugins is a rule's business", { name: "c", plugins: {} }],
    ["username is not a field", { name: "c", username: "u", ...auth }, " additionalProperties"],
  ],
  consumer_group: [
    ["id and plugins", { id: "gold", plugins: { "limit-count": { count: 1, time_window: 1 } } }],
    ["plugins are required", { id: "gold" }, " required"],
    ["id is required", { plugins: {} }, " required"],
    ["a fault in a plugin", { id: "gold", plugins: { acl: { allow_labels: 1 } } }, "/plugins/acl/allow_labels type"],
  ],
  route: [
    ["a uri", { uri: "/a/*" }],
    ["uris", { uris: ["/a", "/b/:id"] }],
    ["a uri twice", { uris: ["/a", "/a"] }, "/uris uniqueItems"],
    ["a uri starts with a slash", { uri: "a" }, "/uri pattern"],
    ["hosts", { uri: "/a", hosts: ["example.com", "*.example.org"] }],
    ["no host", { uri: "/a", hosts: [] }, "/hosts minItems"],
    ["uri or uris is needed", { host: "a.example" }, " required"],
    ["an unknown method", { uri: "/a", methods: ["get"] }, "/methods/0 enum"],
    ["priority is an integer", { uri: "/a", priority: "1" }, "/priority type"],
    ["status is 0 or 1", { uri: "/a", status: 2 }, "/status enum"],
    ["client addresses", { uri: "/a", remote_addrs: ["10.0.0.0/8", "::1"] }],
    ["not an address", { uri: "/a", remote_addr: "localhost" }, "/remote_addr format"],
    ["a timeout above 0", { uri: "/a", timeout: { connect: 0 } }, "/timeout/connect exclusiveMinimum"],
    [
      "a fault in its upstream",
      { uri: "/a", upstream: { nodes: { "127.0.0.1:80": -1 } } },
      "/upstream/nodes/127.0.0.1:80 minimum",
    ],
    ["fields that we do not run are kept", { uri: "/a", filter_func: "function(vars) end" }],
    [
      "credentials' plugins do not belong here",
      { uri: "/a", plugins: { "basic-auth": { username: "u" } } },
      "/plugins/basic-auth additionalProperties",
    ],
  ],
  service: [
    ["an upstream", { id: "s", hosts: ["a.example"], upstream: { nodes: [node] } }],
    ["a name of 257", { name: "n".repeat(257) }, "/name maxLength"],
    ["a fault in a plugin", { plugins: { "key-auth": { header: 1 } } }, "/plugins/key-auth/header type"],
  ],
  upstream: [
    ["nodes as an object", { nodes: { "127.0.0.1:80": 1 } }],
    ["nodes as a list", { nodes: [node] }],
    ["a node without weight", { nodes: [{ host: "a", port: 1 }] }, "/nodes/0 required"],
    ["a port out of range", { nodes: [{ ...node, port: 65536 }] }, "/nodes/0/port maximum"],
    ["nodes as text", { nodes: "127.0.0.1" }, "/nodes type"],
    ["an unknown type", { type: "random" }, "/type enum"],
    ["an unknown pass_host", { pass_host: "keep" }, "/pass_host enum"],
    ["retries from 0", { retries: -1 }, "/retries minimum"],
    ["a pool of 0", { keepalive_pool: { size: 0 } }, "/keepalive_pool/size minimum"],
  ],
  global_rule: [
    ["id and plugins", { id: 1, plugins: { prometheus: {} } }],
    ["plugins are required", { id: 1 }, " required"],
    ["name is not a field", { id: 1, plugins: {}, name: "x" }, " additionalProperties"],
  ],
  plugin_config: [
    ["id and plugins", { id: "p", plugins: { cors: {} } }],
    ["id is required", { plugins: {} }, " required"],
    ["a fault in a plugin", { id: "p", plugins: { cors: { max_age: "5" } } }, "/plugins/cors/max_age type"],
  ],
};

const cases = Object.entries(tables).flatMap(([resource, rows]) =>
  rows.map(([name, value, ...faults]) => [resource as Name, name, value, faults] as const),
);

test.each(cases)("%s: %s", (resource, _name, value, faults) => {
  const validate = byName.get(resource);
  const errors = validate?.(value) ? [] : (validate?.errors ?? []);
  const found = errors
    .filter((error) => error.keyword !== "if")
    .map((error) => `${error.instancePath} ${error.keyword}`);
  expect(found.sort()).toEqual([...faults].sort());
});

test("an unknown field's error tells the fields that there are", () => {
  validators.credential({ name: "c", descr: "x", plugins: {} });
  const [error] = validators.credential.errors ?? [];
  expect(error?.params).toEqual({ additionalProperty: "descr" });
  expect(Object.keys(error?.parentSchema?.["properties"] ?? {})).toContain("desc");
});

test("a condition's error carries a message of its own", () => {
  validators.route({ uri: "/a", plugins: { "ip-restriction": { whitelist: ["::1"], blacklist: ["::2"] } } });
  const messages = validators.route.errors?.map((error) => error.parentSchema?.["x-message"]);
  expect(messages).toContain("give either whitelist or blacklist, not both");
});
