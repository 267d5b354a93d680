/** Diagnostics as somebody types: over all files of a project, and only as long as they hold. */
import { afterEach, describe, expect, test } from "vitest";
import { type Editor, openEditor } from "./editor.ts";

let editor: Editor;
afterEach(() => editor.end());

const acme = "consumers:\n  - username: acme\n";
const isClean = (rules: readonly string[]): boolean => rules.length === 0;
const has =
  (...expected: readonly string[]) =>
  (rules: readonly string[]): boolean =>
    JSON.stringify([...rules].sort()) === JSON.stringify([...expected].sort());

describe("one file", () => {
  test("is reported as it is typed, and no more when it is right", async () => {
    editor = await openEditor();
    editor.open("a.yaml", "consumers:\n  - username: not valid\n");
    const [finding] = await editor.until("a.yaml", has("schema/pattern"));
    expect(finding).toEqual({
      range: { start: { line: 1, character: 14 }, end: { line: 1, character: 23 } },
      severity: 1,
      code: "schema/pattern",
      source: "rollcall",
      message: expect.stringContaining("may hold only letters"),
    });
    editor.change("a.yaml", acme);
    expect(await editor.until("a.yaml", isClean)).toEqual([]);
  });

  test("counts in UTF-16, in CRLF too, and says so", async () => {
    editor = await openEditor();
    expect(editor.capabilities["positionEncoding"]).toBe("utf-16");
    editor.open("a.yaml", "consumers:\r\n  - { labels: { a: '🦜' }, username: not valid }\r\n");
    const [finding] = await editor.until("a.yaml", has("schema/pattern"));
    expect(finding?.range).toEqual({ start: { line: 1, character: 37 }, end: { line: 1, character: 46 } });
  });

  test("that changes by parts", async () => {
    editor = await openEditor();
    editor.open("a.yaml", acme);
    const range = { start: { line: 1, character: 14 }, end: { line: 1, character: 18 } };
    editor.client.notify("textDocument/didChange", {
      textDocument: { uri: editor.uri("a.yaml"), version: 2 },
      contentChanges: [{ range, text: "🦜" }],
    });
    await editor.until("a.yaml", has("schema/pattern"));
  });

  test("in JSON, and with the version that it is about", async () => {
    editor = await openEditor();
    editor.open("a.json", '{ "$schema": "x", "consumers": [{ "username": "a b" }] }');
    await editor.until("a.json", has("schema/pattern"));
    const published = editor.client.received.filter(({ method }) => method === "textDocument/publishDiagnostics");
    expect(published.map(({ params }) => (params as { version: number }).version)).toEqual([1]);
  });

  test("several changes in one go are checked once", async () => {
    editor = await openEditor();
    editor.open("a.yaml", "");
    for (const name of ["a", "a b", "a b c", "a b c d"]) editor.change("a.yaml", `consumers:\n  - username: ${name}\n`);
    await editor.until("a.yaml", has("schema/pattern"));
    const published = editor.client.received.filter(({ method }) => method === "textDocument/publishDiagnostics");
    expect(published.map(({ params }) => (params as { version: number }).version)).toEqual([5]);
  });

  test("of another tool is left alone", async () => {
    editor = await openEditor();
    editor.open("compose.yaml", "services:\n  web: { image: nginx }\n");
    editor.open("deploy.yaml", "apiVersion: v1\nkind: Service\nroutes: [{ uri: 1 }]\n");
    editor.open("a.yaml", "consumers:\n  - username: not valid\n");
    await editor.until("a.yaml", has("schema/pattern"));
    const uris = editor.client.received.flatMap(({ method, params }) =>
      method === "textDocument/publishDiagnostics" ? [(params as { uri: string }).uri] : [],
    );
    expect(new Set(uris)).toEqual(new Set([editor.uri("a.yaml")]));
  });

  test("marks what is deprecated and what is not needed", async () => {
    editor = await openEditor();
    editor.open(
      "a.yaml",
      `${acme}    plugins: { key-auth: { key: '\${KEY}' } } # rollcall-disable-line schema/type -- none\n`,
    );
    const found = await editor.until(
      "a.yaml",
      has("consumer/inline-auth", "suppression/unused", "source/missing-variable"),
    );
    const tags = Object.fromEntries(found.map(({ code, tags }) => [code, tags]));
    expect(tags).toEqual({
      "consumer/inline-auth": [2],
      "suppression/unused": [1],
      "source/missing-variable": undefined,
    });
  });
});

describe("a folder without settings", () => {
  test("files beside each other belong together; a finding names the other place", async () => {
    editor = await openEditor({ "a.yaml": acme, "below/b.yaml": acme, "docker.yaml": "services: {}\n" });
    editor.open("c.yaml", acme);
    const [finding] = await editor.until("c.yaml", has("consumer/unique-username"));
    expect(finding?.relatedInformation?.map(({ location }) => location)).toEqual([
      { uri: editor.uri("a.yaml"), range: { start: { line: 1, character: 14 }, end: { line: 1, character: 18 } } },
    ]);
  });

  test("an open file stands over the disk; closed, the disk counts again", async () => {
    editor = await openEditor({ "a.yaml": "consumers:\n  - username: a b\n", "b.yaml": acme });
    editor.open("b.yaml", acme);
    await editor.until("a.yaml", has("schema/pattern"));
    editor.open("a.yaml", "consumers:\n  - username: ab\n");
    await editor.until("a.yaml", isClean);
    editor.close("a.yaml");
    await editor.until("a.yaml", has("schema/pattern"));
    editor.close("b.yaml");
    await editor.until("a.yaml", isClean);
  });

  test("a file that does not parse while it is typed leaves the findings of others as they are", async () => {
    editor = await openEditor();
    editor.open("groups.yaml", "consumer_groups:\n  - id: gold\n    plugins: {}\n");
    editor.open("a.yaml", `${acme}    group_id: gold\n    desc: [\n`);
    await editor.until("a.yaml", (rules) => rules.includes("source/syntax"));
    editor.change("a.yaml", `${acme}    group_id: gold\n`);
    await editor.until("a.yaml", isClean);
    editor.change("groups.yaml", "consumer_groups:\n  - id: gold\n    plugins: {\n");
    await editor.until("groups.yaml", has("source/syntax"));
    editor.change("groups.yaml", "consumer_groups:\n  - id: golden\n    plugins: {}\n");
    await editor.until("a.yaml", (rules) => rules.includes("reference/exists"));
    const ofA = editor.client.received.filter(
      ({ method, params }) =>
        method === "textDocument/publishDiagnostics" && (params as { uri: string }).uri === editor.uri("a.yaml"),
    );
    // Wrong by itself, right, wrong by the other file; not wrong while that was broken.
    expect(ofA).toHaveLength(3);
  });

  test("what changes on the disk is seen when the editor tells", async () => {
    editor = await openEditor({ "a.yaml": acme });
    editor.open("b.yaml", acme);
    await editor.until("b.yaml", has("consumer/unique-username"));
    const registered = await editor.client.next(({ method }) => method === "client/registerCapability", "registration");
    expect(JSON.stringify(registered.params)).toContain("workspace/didChangeWatchedFiles");
    await editor.write("a.yaml", "consumers:\n  - username: globex\n");
    editor.client.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: editor.uri("a.yaml"), type: 2 }] });
    await editor.until("b.yaml", isClean);
  });
});

describe("a project with settings", () => {
  test("is checked before a file is open, with its severities, variables and ignored files", async () => {
    editor = await openEditor({
      "rollcall.config.yaml":
        "inputs: [api]\nignore: [api/drafts]\nrules: { consumer/inline-auth: error }\nvarsFiles: [.env]\n",
      ".env": "ACME_KEY=Rk3vX9bQ2mT7pL5wZ8cN4dF6\n",
      "api/a.yaml": `${acme}    plugins: { key-auth: { key: '\${ACME_KEY}' } }\n`,
      "api/drafts/b.yaml": acme,
      "elsewhere/c.yaml": acme,
    });
    const [finding] = await editor.until("api/a.yaml", has("consumer/inline-auth"));
    expect(finding?.severity).toBe(1);
    editor.open("api/drafts/b.yaml", acme);
    editor.open("api/a.yaml", acme);
    await editor.until("api/a.yaml", isClean);
    expect(await editor.until("api/drafts/b.yaml", isClean)).toEqual([]);
  });

  test("a new file belongs to it before it is saved, one that is saved elsewhere does not", async () => {
    editor = await openEditor({
      "rollcall.config.yaml": "inputs: [conf]\n",
      "conf/a.yaml": "consumers:\n  - username: acme\n",
      "elsewhere.yaml": "consumers:\n  - username: acme\n",
    });
    editor.open("elsewhere.yaml", "consumers:\n  - username: acme\n");
    editor.open("conf/new.yaml", "consumers:\n  - username: acme\n");
    await editor.until("conf/new.yaml", (rules) => rules.includes("consumer/unique-username"));
    expect(await editor.until("elsewhere.yaml", () => true)).toEqual([]);
    editor.close("conf/new.yaml");
    await editor.until("conf/new.yaml", (rules) => rules.length === 0);
  });

  test("settings are reported, and followed, as they are typed", async () => {
    editor = await openEditor({
      "rollcall.config.yaml": "inputs: [a.yaml]\n",
      "a.yaml": `${acme}    plugins: { key-auth: { key: '\${K}' } }\n`,
    });
    await editor.until("a.yaml", has("consumer/inline-auth", "source/missing-variable"));
    editor.open("rollcall.config.yaml", "inputs: [a.yaml]\nrules: { consumer/inline-aut: off }\n");
    await editor.until("rollcall.config.yaml", has("config/unknown-rule"));
    editor.change("rollcall.config.yaml", "inputs: [a.yaml]\nrules: { consumer/inline-auth: off }\n");
    await editor.until("rollcall.config.yaml", isClean);
    await editor.until("a.yaml", has("source/missing-variable"));
    editor.close("rollcall.config.yaml");
    await editor.until("a.yaml", has("consumer/inline-auth", "source/missing-variable"));
  });

  test("--no-config does without, --config names one", async () => {
    const files = {
      "rollcall.config.yaml": "rules: { consumer/inline-auth: off }\n",
      "other.yaml": "rules: { schema/pattern: warning }\n",
    };
    const text = "consumers:\n  - username: a b\n    plugins: { key-auth: { key: '$env://K' } }\n";
    editor = await openEditor(files, { argv: ["--no-config"] });
    editor.open("a.yaml", text);
    const without = await editor.until("a.yaml", has("schema/pattern", "consumer/inline-auth"));
    expect(without.find(({ code }) => code === "schema/pattern")?.severity).toBe(1);
    await editor.end();
    editor = await openEditor({ ...files, "a.yaml": text }, { argv: ["--stdio", "--config", "other.yaml"] });
    editor.open("a.yaml", text);
    const named = await editor.until("a.yaml", has("schema/pattern", "consumer/inline-auth"));
    expect(named.find(({ code }) => code === "schema/pattern")?.severity).toBe(2);
  });

  test("a module of an opened folder is not run", async () => {
    editor = await openEditor({
      "rollcall.config.mjs": 'import { writeFileSync } from "node:fs"; writeFileSync("ran", ""); export default {};\n',
      "a.yaml": "consumers:\n  - username: a b\n",
    });
    editor.open("a.yaml", "consumers:\n  - username: a b\n");
    await editor.until("a.yaml", has("schema/pattern"));
    await editor.client.next(
      ({ method, params }) => method === "window/logMessage" && JSON.stringify(params).includes("is run only if"),
      "a log message",
    );
  });
});

describe("variables that are not set", () => {
  test("are noted, and their values not judged", async () => {
    editor = await openEditor();
    editor.open(
      "a.yaml",
      "consumers:\n  - username: '${NAME}'\n    credentials:\n      - name: a\n        plugins: { key-auth: { key: '${KEY}' } }\n",
    );
    const found = await editor.until("a.yaml", has("source/missing-variable", "source/missing-variable"));
    expect(found.map(({ severity, message }) => [severity, message.split("\n")[0]])).toEqual([
      [3, "the environment variable NAME is not set"],
      [3, "the environment variable KEY is not set"],
    ]);
  });

  test("are one value wherever they stand", async () => {
    editor = await openEditor();
    const key = "plugins: { key-auth: { key: '${KEY}' } }";
    editor.open(
      "a.yaml",
      `${acme}    credentials:\n      - name: a\n        ${key}\n      - name: b\n        ${key}\n`,
    );
    await editor.until("a.yaml", has("source/missing-variable", "source/missing-variable", "credential/unique-key"));
  });

  test("those of the server's environment are set", async () => {
    editor = await openEditor({}, { env: { KEY: "Rk3vX9bQ2mT7pL5wZ8cN4dF6" } });
    editor.open("b.yaml", "consumers:\n  - username: a b\n");
    editor.open(
      "a.yaml",
      `${acme}    credentials:\n      - name: a\n        plugins: { key-auth: { key: '\${KEY}' } }\n`,
    );
    await editor.until("b.yaml", has("schema/pattern"));
    expect(await editor.until("a.yaml", isClean)).toEqual([]);
    expect(JSON.stringify(editor.client.received)).not.toContain("Rk3vX9bQ2mT7pL5wZ8cN4dF6");
  });
});
