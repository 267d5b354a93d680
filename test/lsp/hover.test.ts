/** Hover and definition: a text with its cursor, what is shown, and where it leads. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Editor, openEditor, type Range } from "./editor.ts";

const secret = "Zx81-hover-secret-value";
const groups =
  "consumer_groups:\n  - id: silver\n    plugins: {}\n  - id: gold\n    plugins: { limit-count: { count: 1, time_window: 1 } }\n";
const other = `consumers:\n  - username: initech\n    credentials:\n      - name: main\n        plugins: { key-auth: { key: ${secret} } }\n`;

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor({ "groups.yaml": groups, "other.yaml": other });
});
afterAll(() => editor.end());

let count = 0;
async function ask<Answer>(method: string, marked: string, ending = "yaml"): Promise<Answer | null> {
  count += 1;
  const file = `case-${count}.${ending}`;
  const answer = await editor.client.request<Answer | null>(method, editor.open(file, marked));
  editor.close(file);
  return answer;
}

const acme = "consumers:\n  - username: acme\n";

describe("hover", () => {
  test.each<[name: string, marked: string, expected: string | RegExp, ending?: string]>([
    ["a section", "consu‸mers: []\n", "**consumers** (list)\n\nAPI callers."],
    [
      "a field",
      "consumers:\n  - user‸name: acme\n",
      /^\*\*username\*\* \(text, required\)\n\nThe consumer's unique name/,
    ],
    ["a field's value, as its field", `${acme}    desc: so‸me\n`, /^\*\*desc\*\* \(text\)/],
    ["a plugin", `${acme}    plugins: { limit-‸count: {} }\n`, /^\*\*limit-count\*\* \(map\)\n\nAt most so many/],
    ["a plugin without a schema", `${acme}    plugins: { zip‸kin: {} }\n`, /does not check/],
    [
      "a field of a plugin, with what is allowed",
      `${acme}    plugins:\n      limit-count:\n        pol‸icy: redis\n`,
      /Allowed: `local`, `redis`, `redis-cluster`, `redis-sentinel`\n\nDefault: `local`$/,
    ],
    ["in a text that does not parse", `${acme}    lab‸els: { a: [\n    : :\n`, /^\*\*labels\*\* \(map\)/],
    ["in a list of routes between brackets", "routes: [{ pri‸ority: 1 }]\n", /^\*\*priority\*\*/],
    ["below a bracket that is not closed", `${acme}    desc: [x\n    lab‸els: {}\n`, /^\*\*labels\*\*/],
    ["in JSON", '{ "consumers": [{ "user‸name": "acme" }] }', /^\*\*username\*\*/, "json"],
    [
      "behind characters of two code units, in CRLF",
      "consumers:\r\n  - { labels: { a: '🦜' }, user‸name: acme }\r\n",
      /^\*\*username\*\*/,
    ],
    [
      "a reference",
      `${acme}    group_id: go‸ld\n`,
      "consumer group **gold** in groups.yaml, line 4\n\nPlugins: limit-count",
    ],
    [
      "a reference in a list",
      "routes:\n  - uri: /\n    plugins:\n      consumer-restriction: { whitelist: [ini‸tech] }\n",
      "consumer **initech** in other.yaml, line 2",
    ],
    ["a reference to nothing, as its field", `${acme}    group_id: go‸ne\n`, /^\*\*group_id\*\*/],
    [
      "a rule in a comment",
      "consumers: # rollcall-disable-line schema/pat‸tern -- ok\n  []\n",
      "**schema/pattern** (error)\n\nA text has characters or a form that are not allowed.",
    ],
    [
      "a secret, as its field",
      `${acme}    credentials:\n      - name: a\n        plugins: { key-auth: { key: Top‸Secret } }\n`,
      /^\*\*key\*\* \(text, required\)\n\nThe secret key/,
    ],
  ])("%s", async (_, marked, expected, ending) => {
    const hover = await ask<{ contents: { value: string } }>("textDocument/hover", marked, ending);
    if (expected instanceof RegExp) expect(hover?.contents.value).toMatch(expected);
    else expect(hover?.contents.value).toBe(expected);
  });

  test.each([
    ["a blank line", `${acme}‸\n`],
    ["a comment", `${acme}    # user‸name\n`],
    ["a field that nobody knows", `${acme}    unkn‸own: 1\n`],
    ["a label's name", "kind: Deployment\nmeta‸data: {}\n"],
    ["a rule that there is not", "consumers: [] # rollcall-disable-line schema/no‸ne -- ok\n"],
  ])("nothing on %s", async (_, marked) => expect(await ask("textDocument/hover", marked)).toBeNull());

  test("marks what it is about", async () => {
    const hover = await ask<{ range: Range }>(
      "textDocument/hover",
      "consumers:\n  - { labels: { a: '🦜' }, user‸name: acme }\n",
    );
    expect(hover?.range).toEqual({ start: { line: 1, character: 27 }, end: { line: 1, character: 35 } });
  });
});

describe("definition", () => {
  interface Location {
    readonly uri: string;
    readonly range: Range;
  }
  const places = (locations: readonly Location[] | null): readonly string[] =>
    (locations ?? []).map(
      ({ uri, range }) => `${uri.slice(uri.lastIndexOf("/") + 1)}:${range.start.line}:${range.start.character}`,
    );

  test.each<[name: string, marked: string, expected: readonly string[]]>([
    ["a group in another file", `${acme}    group_id: go‸ld\n`, ["groups.yaml:3:8"]],
    ["the other holder of a username", "consumers:\n  - username: ini‸tech\n", ["other.yaml:1:14"]],
    [
      "the other holder of a key",
      `${acme}    credentials:\n      - name: a\n        plugins:\n          key-auth:\n            key: ‸${secret}\n`,
      ["other.yaml:4:36"],
    ],
    ["nothing for a group that there is not", `${acme}    group_id: go‸ne\n`, []],
    ["nothing for a text", `${acme}    desc: go‸ld\n`, []],
  ])("of %s", async (_, marked, expected) => {
    expect(places(await ask<Location[]>("textDocument/definition", marked))).toEqual(expected);
  });

  test.each([0, 1, 2])("from holder %i to all others", async (holder) => {
    const lines = [0, 1, 2].map((each) => `  - username: ${each === holder ? "hol‸der" : "holder"}\n`);
    const place = editor.open("holders.yaml", `consumers:\n${lines.join("")}`);
    const found = await editor.client.request<Location[]>("textDocument/definition", place);
    const expected = [0, 1, 2].filter((each) => each !== holder).map((each) => `holders.yaml:${each + 1}:14`);
    expect([...places(found)].sort()).toEqual(expected);
    editor.close("holders.yaml");
  });
});

test("no secret is in anything that the server has sent", () => {
  const sent = JSON.stringify(editor.client.received);
  expect(sent).toContain("groups.yaml");
  expect(sent).not.toContain(secret);
  expect(sent).not.toContain("TopSecret");
  expect(editor.client.errors()).toBe("");
});
