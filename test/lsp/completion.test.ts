/** Completion: a text with its cursor, what is offered, and what the text is when one of it is taken. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Edit, type Editor, openEditor, withEdits } from "./editor.ts";

interface Item {
  readonly label: string;
  readonly textEdit: Edit;
  readonly sortText: string;
  readonly filterText?: string;
  readonly insertTextFormat: number;
  readonly documentation?: { readonly value: string };
}

const groups = "consumer_groups:\n  - id: gold\n  - id: silver\n  - id: '42'\n";

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor({ "groups.yaml": groups, "services.yaml": "services:\n  - id: orders\n    plugins: {}\n" });
});
afterAll(() => editor.end());

let count = 0;
async function complete(marked: string, ending = "yaml"): Promise<readonly Item[]> {
  count += 1;
  const file = `case-${count}.${ending}`;
  const place = editor.open(file, marked);
  const items = await editor.client.request<readonly Item[] | null>("textDocument/completion", place);
  editor.close(file);
  return items ?? [];
}

function labels(items: readonly Item[]): readonly string[] {
  return [...items].sort((left, right) => (left.sortText < right.sortText ? -1 : 1)).map(({ label }) => label);
}

const consumerFields = ["username", "credentials", "desc", "group_id", "labels", "plugins"];
const authPlugins = ["basic-auth", "hmac-auth", "jwt-auth", "key-auth"];
const consumer = "consumers:\n  - username: acme\n";
const credential = `${consumer}    credentials:\n      - name: erp\n        plugins:\n`;
const otherMethods = "POST, PUT, DELETE, PATCH, HEAD, OPTIONS, CONNECT, TRACE, PURGE";
const limit = "global_rules:\n  - id: all\n    plugins:\n      limit-count:\n";

describe("offers exactly", () => {
  test.each<[name: string, marked: string, expected: readonly string[], ending?: string]>([
    [
      "the sections that are missing",
      "consumers: []\nroutes: []\n‸",
      ["consumer_groups", "global_rules", "plugin_configs", "services", "upstreams", "$schema"],
    ],
    [
      "the sections of an empty file",
      "‸",
      ["consumer_groups", "consumers", "global_rules", "plugin_configs", "routes", "services", "upstreams", "$schema"],
    ],
    ["the fields of an item that begins", "consumers:\n  - ‸\n", consumerFields],
    [
      "the fields that are missing",
      `${consumer}    labels: {}\n    ‸\n`,
      ["credentials", "desc", "group_id", "plugins"],
    ],
    [
      "the field that is being changed",
      "consumers:\n  - user‸: acme\n    group_id: gold\n",
      consumerFields.filter((name) => name !== "group_id"),
    ],
    [
      "the fields of an item in the middle of broken ones",
      `consumers:\n  - username: [\n  - username: acme\n    labels: {}\n    pl‸\n  - "open\n`,
      ["credentials", "desc", "group_id", "plugins"],
    ],
    [
      "the fields of an item without a blank before its dash",
      "consumers:\n- username: acme\n  ‸\nroutes: []\n",
      consumerFields.slice(1),
    ],
    ["in CRLF", "consumers:\r\n  - username: acme\r\n    ‸\r\n", consumerFields.slice(1)],
    [
      "behind characters of two code units",
      "consumers:\n  - { desc: '🦜🦜', ‸ }\n",
      consumerFields.filter((name) => name !== "desc"),
    ],
    ["in brackets", "consumers: [{ username: acme, ‸ }]\n", consumerFields.slice(1)],
    ["in brackets that do not end", "consumers:\n  - { username: acme, gr‸\n", consumerFields.slice(1)],
    ["the auth plugins in a credential", `${credential}          ‸\n`, authPlugins],
    ["no second plugin in a credential", `${credential}          key-auth: {}\n          ‸\n`, []],
    ["the field of a plugin", `${credential}          key-auth:\n            ‸\n`, ["key", "_meta"]],
    ["the values of a field", `${limit}        policy: re‸\n`, ["local", "redis", "redis-cluster", "redis-sentinel"]],
    ["true and false", `${limit}        allow_degradation: ‸\n`, ["false", "true"]],
    [
      "the methods that are missing",
      "routes:\n  - uri: /\n    methods: [GET, POST, PUT, DELETE, PATCH, HEAD, OPTIONS, ‸]\n",
      ["CONNECT", "PURGE", "TRACE"],
    ],
    ["groups of another file", `${consumer}    group_id: ‸\n`, ["42", "gold", "silver"]],
    ["services of another file", "routes:\n  - uri: /\n    service_id: o‸\n", ["orders"]],
    [
      "consumers in a restriction",
      `${consumer}  - username: globex\nroutes:\n  - uri: /\n    plugins:\n      consumer-restriction:\n        whitelist:\n          - acme\n          - ‸\n`,
      ["globex"],
    ],
    [
      "groups in a restriction by group",
      "routes:\n  - uri: /\n    plugins:\n      consumer-restriction:\n        type: consumer_group_id\n        whitelist: [‸]\n",
      ["42", "gold", "silver"],
    ],
    [
      "the anonymous consumer",
      `${consumer}routes:\n  - uri: /\n    plugins:\n      key-auth:\n        anonymous_consumer: ‸\n`,
      ["acme"],
    ],
    [
      "the fields of ADC's nested routes",
      "services:\n  - id: a\n    routes:\n      - uri: /\n        status: 1\n        pri‸\n",
      [
        "desc",
        "enable_websocket",
        "host",
        "hosts",
        "id",
        "labels",
        "methods",
        "name",
        "plugin_config_id",
        "plugins",
        "priority",
        "remote_addr",
        "remote_addrs",
        "service_id",
        "timeout",
        "upstream",
        "upstream_id",
        "uris",
        "vars",
      ],
    ],
    [
      "the settings of ADC's credential",
      `${consumer}    credentials:\n      - type: key-auth\n        config:\n          ‸\n`,
      ["key", "_meta"],
    ],
    [
      "the sections that are missing, above the others",
      "‸\nconsumers: []\nroutes: []\n",
      ["consumer_groups", "global_rules", "plugin_configs", "services", "upstreams", "$schema"],
    ],
    [
      "the fields that are missing, above the others",
      "consumers:\n  - cred‸\n    username: acme\n",
      consumerFields.slice(1),
    ],
    [
      "the fields that are missing, between others",
      "consumers:\n  - username: acme\n    ‸\n    group_id: gold\n",
      ["credentials", "desc", "labels", "plugins"],
    ],
    [
      "the first fields of a list of maps",
      `${consumer}    credentials:\n      ‸\n`,
      ["name", "plugins", "desc", "id", "labels"],
    ],
    [
      "the fields below a bracket that is not closed",
      "consumers:\n  - username: [acme\n    desc: x\n    ‸\n",
      ["credentials", "group_id", "labels", "plugins"],
    ],
    [
      "the fields below a quote that is not closed",
      'consumers:\n  - username: "acme\n    desc: x\n    ‸\n',
      ["credentials", "group_id", "labels", "plugins"],
    ],
    [
      "the fields below brackets over several lines",
      "consumers:\n  - labels: {\n      tier: gold,\n    }\n    ‸\n",
      consumerFields.filter((name) => name !== "labels"),
    ],
    ["the methods of a route without other fields", `routes:\n  - methods: [${otherMethods}, ‸]\n`, ["GET"]],
    ["nothing where a text of one's own stands", `${consumer}    desc: ‸\n`, []],
    ["nothing in a comment", `${consumer}    # ‸\n`, []],
    ["nothing before the blank behind a colon", `${consumer}    group_id:‸\n`, []],
    ["nothing in a file of another tool", "services:\n  web:\n    ‸\n", []],
    ["nothing in an OpenAPI file", "openapi: 3.1.0\n‸\n", []],
    ["the fields in JSON", '{ "consumers": [{ "username": "acme", "‸" }] }', consumerFields.slice(1), "json"],
    [
      "the fields in JSON that breaks off",
      '{\n  "consumers": [\n    { "username": "acme",\n      "gr‸\n',
      consumerFields.slice(1),
      "json",
    ],
    [
      "the fields in JSON that breaks off at a quote",
      '{ "consumers": [{ "username": "acme", "‸',
      consumerFields.slice(1),
      "json",
    ],
    [
      "the values in JSON",
      '{ "global_rules": [{ "id": "a", "plugins": { "limit-count": { "policy": "‸" } } }] }',
      ["local", "redis", "redis-cluster", "redis-sentinel"],
      "json",
    ],
    [
      "the fields in a file of several documents",
      `${consumer}---\nroutes: []\n---\nconsumers:\n  - username: globex\n    ‸\n`,
      consumerFields.slice(1),
    ],
    [
      "the comments that silence",
      `${consumer}    # roll‸\n`,
      ["rollcall-disable-file", "rollcall-disable-line", "rollcall-disable-next-line"],
    ],
  ])("%s", async (_, marked, expected, ending) => {
    expect(labels(await complete(marked, ending))).toEqual(expected);
  });
});

describe("offers among others", () => {
  test.each([
    ["plugins of a consumer", `${consumer}    plugins:\n      ‸\n`, ["acl", "limit-count", "key-auth", "zipkin"]],
    ["route plugins", "routes:\n  - uri: /\n    plugins: { key-auth: {}, ‸ }\n", ["multi-auth", "limit-count"]],
    [
      "rules in a comment",
      "consumers:\n  # rollcall-disable-next-line credential/unique-key, con‸\n",
      ["consumer/inline-auth", "schema/pattern"],
    ],
  ])("%s", async (_, marked, expected) => {
    expect(labels(await complete(marked))).toEqual(expect.arrayContaining(expected));
  });

  test("but no plugin of routes in a consumer", async () => {
    expect(labels(await complete(`${consumer}    plugins:\n      ‸\n`))).not.toContain("multi-auth");
  });

  test("but no rule that cannot be silenced, is named already, or stands behind the reason", async () => {
    const rules = labels(await complete("consumers:\n  # rollcall-disable-file schema/pattern ‸\n"));
    expect(rules.filter((rule) => /^(?:source|suppression)\/|unique-username|schema\/pattern/.test(rule))).toEqual([]);
    expect(await complete("consumers:\n  # rollcall-disable-file schema/pattern -- be‸\n")).toEqual([]);
  });
});

describe("writes", () => {
  test.each<[name: string, marked: string, label: string, expected: string, ending?: string]>([
    ["a field", "consumers:\n  - user‸\n", "username", "consumers:\n  - username: $1\n"],
    ["a field that has its value", "consumers:\n  - user‸: acme\n", "username", "consumers:\n  - username: acme\n"],
    [
      "a plugin with what it needs",
      `${credential}          ‸\n`,
      "key-auth",
      `${credential}          key-auth:\n  key: $1\n`,
    ],
    [
      "a list of maps",
      `${consumer}    ‸\n`,
      "credentials",
      `${consumer}    credentials:\n  - name: $1\n    plugins:\n      $2\n`,
    ],
    [
      "a map behind a dash, as far right as its key",
      "consumers:\n  - ‸\n",
      "plugins",
      "consumers:\n  - plugins:\n    $1\n",
    ],
    [
      "the first field of a list of maps",
      `${consumer}    credentials:\n      ‸\n`,
      "plugins",
      `${consumer}    credentials:\n      - plugins:\n    $1\n`,
    ],
    ["a default", `${limit}        ‸\n`, "rejected_code", `${limit}        rejected_code: \${1:503}\n`],
    [
      "a choice, the default first",
      `${limit}        ‸\n`,
      "key_type",
      `${limit}        key_type: \${1|var,var_combination,constant|}\n`,
    ],
    [
      "a name that YAML would take for a number",
      `${consumer}    group_id: ‸\n`,
      "42",
      `${consumer}    group_id: "42"\n`,
    ],
    ["a value in place of another", `${consumer}    group_id: go‸ld\n`, "silver", `${consumer}    group_id: silver\n`],
    ["a key of JSON", '{"consumers": [{"us‸"}]}', "username", '{"consumers": [{"username": "$1"}]}', "json"],
    [
      "a value of JSON",
      '{"consumers": [{"username": "a", "group_id": "‸"}]}',
      "gold",
      '{"consumers": [{"username": "a", "group_id": "gold"}]}',
      "json",
    ],
    [
      "a rule",
      "# rollcall-disable-file sche‸\nconsumers: []\n",
      "schema/type",
      "# rollcall-disable-file schema/type\nconsumers: []\n",
    ],
  ])("%s", async (_, marked, label, expected, ending) => {
    const items = await complete(marked, ending);
    const item = items.find((each) => each.label === label);
    expect(item && withEdits(marked.replace("‸", ""), [item.textEdit])).toBe(expected);
  });
});

test("fields are told by their schema", async () => {
  const items = await complete(`${consumer}    ‸\n`);
  const group = items.find(({ label }) => label === "credentials");
  expect(group?.documentation?.value).toContain("map a request to this consumer");
});

test("settings: fields, rules and severities", async () => {
  const own = await openEditor();
  const at = async (marked: string): Promise<readonly string[]> => {
    const place = own.open("rollcall.config.yaml", marked);
    const items = await own.client.request<readonly Item[] | null>("textDocument/completion", place);
    own.close("rollcall.config.yaml");
    return labels(items ?? []);
  };
  await own.write("rollcall.config.yaml", "presets: [strict]\n");
  expect(await at("presets: [strict]\n‸\n")).toEqual(expect.arrayContaining(["inputs", "targets"]));
  expect(await at("presets: [‸]\n")).toEqual(["recommended", "strict"]);
  expect(await at("rules:\n  ‸\n")).toEqual(expect.arrayContaining(["schema/pattern", "consumer/inline-auth"]));
  expect(await at("rules:\n  consumer/inline-auth: ‸\n")).toEqual(["error", "info", "off", "warning"]);
  await own.end();
});
