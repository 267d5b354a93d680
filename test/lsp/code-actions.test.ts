/** Code actions: what is offered at a cursor, and the text when one is taken. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Edit, type Editor, type LspDiagnostic, openEditor, withEdits } from "./editor.ts";

interface Action {
  readonly title: string;
  readonly kind: string;
  readonly isPreferred?: boolean;
  readonly diagnostics?: readonly LspDiagnostic[];
  readonly edit: { readonly changes: Readonly<Record<string, readonly Edit[]>> };
}

const secret = "Zx81-action-secret-value";

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor();
});
afterAll(() => editor.end());

let count = 0;
async function actionsAt(marked: string, ending = "yaml", only?: readonly string[]) {
  count += 1;
  const file = `case-${count}.${ending}`;
  const { textDocument, position } = editor.open(file, marked);
  const range = { start: position, end: position };
  const context = { diagnostics: [], ...(only && { only }) };
  const actions = await editor.client.request<readonly Action[] | null>("textDocument/codeAction", {
    textDocument,
    range,
    context,
  });
  editor.close(file);
  const apply = (title: string): string | undefined => {
    const action = actions?.find((each) => each.title === title);
    return action && withEdits(marked.replace("‸", ""), action.edit.changes[textDocument.uri] ?? []);
  };
  return { actions: actions ?? [], apply };
}

const acme = "consumers:\n  - username: acme\n";

describe("a likely name is put in place of a misspelt one", () => {
  test.each<[name: string, marked: string, title: string, expected: string, ending?: string]>([
    [
      "field",
      "consumers:\n  - user‸nam: acme\n    username: acme\n",
      'Replace by "username"',
      "consumers:\n  - username: acme\n    username: acme\n",
    ],
    ["section", "consumers: []\nrouts‸: []\n", 'Replace by "routes"', "consumers: []\nroutes: []\n"],
    [
      "plugin",
      `${acme}    plugins: { limit-cou‸t: {} }\n`,
      'Replace by "limit-count"',
      `${acme}    plugins: { limit-count: {} }\n`,
    ],
    [
      "plugin of a credential",
      `${acme}    credentials:\n      - name: a\n        plugins:\n          kye-au‸th: {}\n`,
      'Replace by "key-auth"',
      `${acme}    credentials:\n      - name: a\n        plugins:\n          key-auth: {}\n`,
    ],
    [
      "value, in its quotes",
      "global_rules:\n  - id: a\n    plugins: { limit-count: { count: 1, time_window: 1, policy: 'lo‸cl' } }\n",
      'Replace by "local"',
      "global_rules:\n  - id: a\n    plugins: { limit-count: { count: 1, time_window: 1, policy: 'local' } }\n",
    ],
    [
      "reference",
      `${acme}    group_id: go‸d\nconsumer_groups:\n  - id: gold\n    plugins: {}\n`,
      'Replace by "gold"',
      `${acme}    group_id: gold\nconsumer_groups:\n  - id: gold\n    plugins: {}\n`,
    ],
    [
      "rule in a comment",
      `${acme}# rollcall-disable-file schema/pat‸ern -- ok\n`,
      'Replace by "schema/pattern"',
      `${acme}# rollcall-disable-file schema/pattern -- ok\n`,
    ],
    [
      "field of JSON",
      '{ "consumers": [{ "user‸nam": "acme", "username": "acme" }] }',
      'Replace by "username"',
      '{ "consumers": [{ "username": "acme", "username": "acme" }] }',
      "json",
    ],
  ])("%s", async (_, marked, title, expected, ending) => {
    const { actions, apply } = await actionsAt(marked, ending);
    expect(apply(title)).toBe(expected);
    const action = actions.find((each) => each.title === title);
    expect(action).toMatchObject({ kind: "quickfix", isPreferred: true });
    expect(action?.diagnostics?.[0]?.source).toBe("rollcall");
  });
});

describe("a finding is silenced", () => {
  test.each([
    [
      "by a comment above its line",
      "consumers:\n  - username: not va‸lid\n",
      "consumers:\n  # rollcall-disable-next-line schema/pattern -- why it is right here\n  - username: not valid\n",
    ],
    [
      "in CRLF",
      "consumers:\r\n  - username: not va‸lid\r\n",
      "consumers:\r\n  # rollcall-disable-next-line schema/pattern -- why it is right here\r\n  - username: not valid\r\n",
    ],
  ])("%s", async (_, marked, expected) => {
    const { apply } = await actionsAt(marked);
    const text = apply("Silence schema/pattern on this line");
    expect(text).toBe(expected);
    editor.open("silenced.yaml", text ?? "");
    expect(await editor.until("silenced.yaml", (rules) => rules.length === 0)).toEqual([]);
    editor.close("silenced.yaml");
  });

  test.each([
    ["in JSON", '{ "consumers": [{ "username": "not va‸lid" }] }', "json"],
    ["if the rule is fixed", "consumers:\n  - username: acme\n  - username: ac‸me\n", "yaml"],
  ])("not %s", async (_, marked, ending) => {
    const { actions } = await actionsAt(marked, ending);
    expect(actions.filter(({ title }) => title.startsWith("Silence"))).toEqual([]);
  });
});

describe("fixes of lint", () => {
  const inline = `${acme}    plugins:\n      key-au‸th: { key: ${secret} } # moved soon\n    desc: x   \n`;

  test("are offered at their places, tied to the finding", async () => {
    const { actions } = await actionsAt(inline);
    const fix = actions.find(({ title }) => title.includes("into a credential"));
    expect(fix?.kind).toBe("quickfix");
    expect(fix?.diagnostics?.map(({ code }) => code)).toEqual(["consumer/inline-auth"]);
  });

  test("mend what they are offered for", async () => {
    const { actions, apply } = await actionsAt(inline);
    const title = actions.find((each) => each.title.includes("into a credential"))?.title ?? "";
    const text = apply(title) ?? "";
    expect(text).toContain("credentials:");
    expect(text).toContain("# moved soon");
    editor.open("mended.yaml", text);
    await editor.until("mended.yaml", (rules) => !rules.includes("consumer/inline-auth"));
    editor.close("mended.yaml");
  });

  test("all at once, if they are asked for", async () => {
    const { actions, apply } = await actionsAt(inline, "yaml", ["source.fixAll"]);
    expect(actions.map(({ kind }) => kind)).toEqual(["source.fixAll.rollcall"]);
    const text = apply(actions[0]?.title ?? "") ?? "";
    expect(text).toContain("credentials:");
    expect(text).not.toContain("x   \n");
  });

  test("nothing of another kind than is asked for", async () => {
    expect((await actionsAt(inline, "yaml", ["refactor"])).actions).toEqual([]);
  });

  test("nothing in a text that is right, or does not parse", async () => {
    expect((await actionsAt(`${acme}‸`)).actions).toEqual([]);
    expect((await actionsAt(`${acme}    labels: {‸\n`)).actions).toEqual([]);
  });

  test("no secret stands in a title, a finding or a log", () => {
    // An edit may move a secret within its own file.
    const shown = editor.client.received.map((message) => {
      const actions = Array.isArray(message.result) ? (message.result as readonly Partial<Action>[]) : [];
      return actions.length > 0 ? actions.map(({ title, diagnostics }) => ({ title, diagnostics })) : message;
    });
    expect(JSON.stringify(shown)).toContain("into a credential");
    expect(JSON.stringify(shown)).not.toContain(secret);
  });
});
