/** The life of the server: it outlasts bad messages, and ends as LSP 3.17 says. */
import { spawn } from "node:child_process";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { startServer } from "./client.ts";
import { type Editor, openEditor } from "./editor.ts";

const cli = path.resolve(import.meta.dirname, "../../dist/cli.js");
const command = [process.execPath, cli, "lsp"] as const;
const options = { cwd: "/", env: { PATH: process.env["PATH"] } };

describe("what is asked wrongly is answered, and the next is answered rightly", () => {
  let editor: Editor;
  afterEach(() => editor.end());

  test.each([
    ["a method that there is not", "textDocument/nonsense", {}],
    [
      "a document that is not open",
      "textDocument/hover",
      { textDocument: { uri: "file:///none.yaml" }, position: { line: 0, character: 0 } },
    ],
    [
      "a name that is no URI",
      "textDocument/hover",
      { textDocument: { uri: "::" }, position: { line: 0, character: 0 } },
    ],
    ["no position", "textDocument/completion", { textDocument: { uri: "file:///a.yaml" } }],
    ["no parameters", "textDocument/definition", undefined],
    [
      "a range that is none",
      "textDocument/codeAction",
      { textDocument: { uri: "file:///a.yaml" }, range: 1, context: {} },
    ],
  ])("%s", async (_, method, params) => {
    editor = await openEditor();
    const place = editor.open("a.yaml", "consu‸mers: []\n");
    await editor.client.request(method, params).catch((error: Error) => expect(error.message).not.toContain("    at "));
    expect(await editor.client.request("textDocument/hover", place)).toMatchObject({ contents: { kind: "markdown" } });
  });

  test("places outside of the text, and documents of other kinds", async () => {
    editor = await openEditor();
    const { textDocument } = editor.open("a.yaml", "consumers: []\n");
    const outside = { textDocument, position: { line: 99, character: 99 } };
    for (const method of ["hover", "completion", "definition"]) {
      await editor.client.request(`textDocument/${method}`, outside);
    }
    const uri = "untitled:Untitled-1";
    const unsaved = { uri, languageId: "yaml", version: 1, text: "consumers:\n  - username: a b\n" };
    editor.client.notify("textDocument/didOpen", { textDocument: unsaved });
    const isOfIt = ({ params }: { params?: unknown }): boolean => (params as { uri?: string } | undefined)?.uri === uri;
    const published = await editor.client.next((message) => isOfIt(message), "diagnostics of the unsaved text");
    expect(JSON.stringify(published)).toContain("schema/pattern");
  });

  test("changes of what is not open, and notifications that there are not", async () => {
    editor = await openEditor();
    editor.client.notify("textDocument/didChange", {
      textDocument: { uri: "file:///x.yaml", version: 2 },
      contentChanges: [],
    });
    editor.client.notify("textDocument/didChange", {});
    editor.client.notify("textDocument/didClose", { textDocument: { uri: "file:///x.yaml" } });
    editor.client.notify("nonsense/nonsense", [1, 2]);
    editor.client.notify("workspace/didChangeWatchedFiles", {});
    const place = editor.open("a.yaml", "consu‸mers: []\n");
    expect(await editor.client.request("textDocument/hover", place)).toMatchObject({ contents: { kind: "markdown" } });
  });
});

describe("the end", () => {
  test("0 after shutdown", async () => {
    const editor = await openEditor();
    expect(await editor.end()).toBe(0);
  });

  test("1 without shutdown", async () => {
    const client = startServer(command, options);
    await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
    client.notify("exit");
    expect(await client.ended).toBe(1);
  });

  test("when its input ends", async () => {
    const client = startServer(command, options);
    await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
    client.child.stdin?.end();
    expect(await client.ended).toBe(1);
  });

  test("when the process of the editor is gone", async () => {
    const gone = spawn(process.execPath, ["-e", "0"]);
    await new Promise((resolve) => gone.on("close", resolve));
    const client = startServer(command, options);
    await client.request("initialize", { processId: gone.pid, rootUri: null, capabilities: {} });
    expect(await client.ended).toBe(1);
  });

  test("before initialize and after shutdown nothing is answered", async () => {
    const client = startServer(command, options);
    const hover = { textDocument: { uri: "file:///a.yaml" }, position: { line: 0, character: 0 } };
    await expect(client.request("textDocument/hover", hover)).rejects.toThrow("-32002");
    await client.request("initialize", { processId: null, rootUri: null, capabilities: {} });
    await expect(client.request("textDocument/hover", hover)).resolves.toBeNull();
    await client.request("shutdown");
    await expect(client.request("textDocument/hover", hover)).rejects.toThrow("-32600");
    client.notify("exit");
    expect(await client.ended).toBe(0);
  });
});

test("standard output carries nothing but messages, also with wrong settings", async () => {
  const editor = await openEditor({ "rollcall.config.yaml": "nonsense: 1\n", "a.yaml": "consumers: []\n" });
  await editor.until("rollcall.config.yaml", (rules) => rules.includes("schema/unknown-field"));
  editor.open("a.yaml", "consumers: []\n");
  expect(await editor.end()).toBe(0);
  expect(editor.client.errors()).toBe("");
});
