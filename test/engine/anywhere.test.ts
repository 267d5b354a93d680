/** The bundle of `rollcall/engine` needs no Node: a bare V8 context and headless Chromium decide as Node does. */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { createContext, runInContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { nodeCrypto } from "../../src/crypto/node.ts";
import * as library from "../../src/engine-library.ts";
import { artifacts, cases, decideAll, key } from "./anywhere.ts";

const bundle = readFileSync(path.resolve(import.meta.dirname, "../../dist/engine.mjs"), "utf8");
const expected = await decideAll(library, nodeCrypto, key, cases, (index) => artifacts[index] as Uint8Array);

test("the cases are many, and of both kinds", () => {
  expect(expected.length).toBeGreaterThan(50);
  expect(expected.some((text) => text.includes('"kind":"forward"'))).toBe(true);
  expect(expected.some((text) => text.includes('"status":401'))).toBe(true);
});

test("the bundle imports nothing", () => {
  expect(bundle).not.toMatch(/^\s*import\b|\bimport\(|\brequire\(|\bnode:|\bBuffer\b/m);
});

test("a bare V8 context with TextEncoder, TextDecoder and atob", async () => {
  const context = createContext({
    TextEncoder,
    TextDecoder,
    atob,
    cases,
    key,
    artifactOf: (index: number) => artifacts[index],
  });
  runInContext(withoutExports(bundle), context);
  const code = `(${decideAll})(library, library.portableCrypto, key, cases, artifactOf)`;
  expect([...(await runInContext(code, context))]).toEqual(expected);
});

/** Export statements as assignments: only modules may export. */
function withoutExports(text: string): string {
  const script = text.replace(/^export \{([^}]*)\};?$/m, (_, names: string) => {
    const fields = names.split(",").map((each) => each.trim().split(" as "));
    return `globalThis.library = { ${fields.map(([inner, outer]) => `${outer ?? inner}: ${inner}`).join(", ")} };`;
  });
  expect(script).toContain("globalThis.library");
  return script;
}

const isInstalled = spawnSync("chromium", ["--version"]).status === 0;
if (!isInstalled) console.warn("chromium is not installed: the test in a browser is skipped (not in CI)");

describe.skipIf(!isInstalled && process.env["CI"] !== "true")("headless Chromium", () => {
  test("decides from fetched and from shared bytes", async () => {
    const { fetched, shared, isIsolated } = await inChromium();
    expect(isIsolated).toBe(true);
    expect(fetched).toEqual(expected);
    expect(shared).toEqual(expected);
  });
});

interface BrowserResult {
  readonly fetched: readonly string[];
  readonly shared: readonly string[];
  readonly isIsolated: boolean;
  readonly error?: string;
}

const page = `<!doctype html><script type="module">
import * as library from "/engine.mjs";
const post = (result) => fetch("/result", { method: "POST", body: JSON.stringify(result) });
const bytesOf = async (index) => new Uint8Array(await (await fetch("/artifact/" + index)).arrayBuffer());
const sharedOf = async (index) => {
  const bytes = await bytesOf(index);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
};
try {
  const { cases, key } = await (await fetch("/cases")).json();
  const decide = (artifactOf) => (${decideAll})(library, library.portableCrypto, key, cases, artifactOf);
  const fetched = await decide(bytesOf);
  await post({ fetched, isIsolated: crossOriginIsolated, shared: await decide(sharedOf) });
} catch (error) {
  await post({ error: String(error?.stack ?? error) });
}
</script>`;

/** A page opens the artifacts and posts its decisions to the server that it came from. */
async function inChromium(): Promise<BrowserResult> {
  let resolve: (result: BrowserResult) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<BrowserResult>((...settle) => {
    [resolve, reject] = settle;
  });
  const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
    "/": ["text/html", page],
    "/engine.mjs": ["text/javascript", bundle],
    "/cases": ["application/json", JSON.stringify({ cases, key })],
  };
  const server = createServer(async (request, response) => {
    if (request.url === "/result") {
      let body = "";
      for await (const chunk of request.setEncoding("utf8")) body += chunk;
      response.end();
      const result = JSON.parse(body) as BrowserResult;
      if (result.error === undefined) resolve(result);
      else reject(new Error(result.error));
      return;
    }
    const artifact = artifacts[Number(/^\/artifact\/(\d+)$/.exec(request.url ?? "")?.[1] ?? Number.NaN)];
    const [type, body] = artifact ? ["application/octet-stream", artifact] : (answers[request.url ?? ""] ?? []);
    response.writeHead(body === undefined ? 404 : 200, {
      "Content-Type": type ?? "text/plain",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const profile = mkdtempSync(path.join(tmpdir(), "rollcall-chromium-"));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const settings = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"];
  const child = spawn("chromium", [...settings, "--remote-debugging-port=0", `--user-data-dir=${profile}`, url], {
    stdio: "ignore",
  });
  const ended = new Promise<void>((close) => child.once("close", () => close()));
  child.once("error", reject);
  child.once("close", (code) => reject(new Error(`chromium ended with ${code}`)));
  try {
    return await promise;
  } finally {
    child.kill();
    await ended;
    server.closeAllConnections();
    server.close();
    await removeFolder(profile);
  }
}

/** Processes of Chromium end a moment after it does, and write meanwhile. What is left then lies in the system's temporary folder. */
async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
