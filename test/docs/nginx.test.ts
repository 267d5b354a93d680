/** The lines of docs/guides/nginx.md protect a real nginx. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../cli/rollcall.ts";
import { freePort } from "../free-port.ts";
import { codeBlocks, readDoc } from "./markdown.ts";

// Debian's PATH of root only has it.
const environment = { ...process.env, PATH: `${process.env["PATH"]}:/usr/sbin` };
const isInstalled = spawnSync("nginx", ["-v"], { env: environment }).status === 0;
if (!isInstalled) console.warn("nginx is not installed: the test of docs/guides/nginx.md is skipped (not in CI)");

const text = readDoc("docs/guides/nginx.md");
const [locations = ""] = codeBlocks(text, "nginx");
const apiKey = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

describe.skipIf(!isInstalled && process.env["CI"] !== "true")("nginx", () => {
  let workspace: Workspace;
  let upstream: HttpServer;
  let nginx: ChildProcess;
  let url: string;
  const seen: { target: string; headers: IncomingHttpHeaders }[] = [];

  beforeAll(async () => {
    workspace = await openWorkspace();
    upstream = createServer((request, response) => {
      seen.push({ target: request.url ?? "", headers: request.headers });
      response.end("hello");
    });
    await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
    await writeFile(path.join(workspace.folder, "api.yaml"), codeBlocks(text, "yaml")[0] ?? "");
    const server = await workspace.serve(["api.yaml", "--mode", "auth-request"], { ACME_KEY: apiKey });
    const written = await workspace.run(
      [
        "serve",
        "api.yaml",
        "--mode",
        "auth-request",
        "--listen",
        server.url.slice("http://".length),
        "--write-nginx",
        "in",
      ],
      { ACME_KEY: apiKey },
    );
    expect(written).toMatchObject({ code: 0, stdout: "wrote in/location.conf\nwrote in/server.conf\n" });
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    const folder = path.join(workspace.folder, "nginx");
    await mkdir(folder);
    const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
    const config = `
      daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
      events {}
      http {
        access_log off;
        ${kinds.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ")}
        upstream app { server 127.0.0.1:${(upstream.address() as AddressInfo).port}; }
        server {
          listen 127.0.0.1:${port};
          ${locations.replaceAll("/etc/nginx/rollcall", path.join(workspace.folder, "in"))}
        }
      }`;
    await writeFile(path.join(folder, "nginx.conf"), config);
    nginx = spawn("nginx", ["-p", folder, "-c", `${folder}/nginx.conf`, "-e", "stderr"], {
      env: environment,
      stdio: ["ignore", "ignore", "inherit"],
    });
    await untilAnswering(url);
  });
  afterAll(async () => {
    const ended = new Promise<void>((resolve) => nginx.once("close", () => resolve()));
    if (nginx.exitCode === null) {
      nginx.kill("SIGTERM");
      await ended;
    }
    await workspace.close();
    upstream.closeAllConnections();
    upstream.close();
  });

  const forged = { "X-Consumer-Username": "root", "X-Credential-Identifier": "root", "X-Consumer-Custom-ID": "root" };
  const trusted = { "X-Original-URI": "/orders/1", "X-Original-Method": "GET", "X-Real-IP": "192.0.2.9" };

  test("what is refused does not reach the application", async () => {
    const rows: [string, Record<string, string>, number, string][] = [
      ["/orders/1", {}, 401, "Missing API key in request"],
      ["/orders/1", { apikey: "wrong" }, 401, "Invalid API key in request"],
      ["/orders/1", forged, 401, "Missing API key in request"],
      ["/elsewhere", { apikey: apiKey, ...trusted }, 404, "404 Route Not Found"],
      ["/orders/1%2", { apikey: apiKey }, 400, "Bad Request"],
      ["/-/rollcall", { apikey: apiKey, ...trusted }, 404, "nginx"],
    ];
    for (const [target, headers, status, body] of rows) {
      const response = await fetch(url + target, { headers });
      expect([target, response.status, await response.text()]).toEqual([target, status, expect.stringContaining(body)]);
      if (status === 401) expect(response.headers.get("www-authenticate")).toBe('apikey realm="key"');
    }
    expect(seen).toEqual([]);
  });

  test("what passes goes on as its consumer, without its key, until the limit", async () => {
    const first = await fetch(`${url}/orders/./1?x=1&apikey=${apiKey}`, { headers: forged });
    const second = await fetch(`${url}/orders/2`, {
      method: "POST",
      body: "a body",
      headers: { apikey: apiKey, ...forged },
    });
    const third = await fetch(`${url}/orders/3`, { headers: { apikey: apiKey } });
    const fourth = await fetch(`${url}/orders/4`, { headers: { apikey: apiKey } });
    const all = [first, second, third, fourth];
    expect(all.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(all.map(({ headers }) => headers.get("x-ratelimit-remaining")).slice(0, 3)).toEqual(["2", "1", "0"]);
    expect(seen.map(({ target }) => target)).toEqual(["/orders/1?x=1", "/orders/2", "/orders/3"]);
    for (const { headers } of seen) {
      expect(headers).toMatchObject({ "x-consumer-username": "acme", "x-credential-identifier": "main" });
      expect(headers["x-consumer-custom-id"]).toBeUndefined();
      expect(headers["apikey"]).toBeUndefined();
      expect(JSON.stringify(headers)).not.toContain(apiKey);
    }
    await Promise.all(all.map((response) => response.arrayBuffer()));
  });
});

async function untilAnswering(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const isUp = await fetch(`${url}/-/rollcall`).then(
      (response) => response.arrayBuffer().then(() => true),
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("nginx does not answer");
}
