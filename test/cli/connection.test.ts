/** How a gateway is reached: where the key comes from, certificates, proxies, retries and rates, by the command line. */

import { readFileSync } from "node:fs";
import { chmod, cp, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { openWorkspace, token, type Workspace } from "./rollcall.ts";

const tlsFolder = path.resolve(import.meta.dirname, "../gateway/tls");
const pem = (name: string) => readFileSync(path.join(tlsFolder, name));

let workspace: Workspace;
const open: { close(): Promise<unknown> }[] = [];

beforeAll(async () => {
  workspace = await openWorkspace();
  await cp(tlsFolder, path.join(workspace.folder, "tls"), { recursive: true });
});
afterEach(async () => {
  for (const opened of open.splice(0)) await opened.close();
});
afterAll(() => workspace.close());

async function start(options: DoubleOptions = {}): Promise<GatewayDouble> {
  const double = await startGatewayDouble({ apiKey: token, ...options });
  open.push(double);
  return double;
}

async function fileOf(name: string, text: string): Promise<void> {
  await writeFile(path.join(workspace.folder, name), text, { mode: 0o600 });
  await chmod(path.join(workspace.folder, name), 0o600);
}

describe("the key comes from", () => {
  const wrong = "wrong-key-canary-91";
  const settings = (gateway: object) => JSON.stringify({ gateway });

  test.each<[name: string, options: readonly string[], environment: Readonly<Record<string, string>>, config?: object]>(
    [
      ["the variable", [], { ROLLCALL_TOKEN: token }],
      ["a file", ["--token-file", "right.key"], { ROLLCALL_TOKEN: wrong }],
      ["a command", ["--token-command", "cat right.key"], { ROLLCALL_TOKEN: wrong }],
      ["a file that a variable names", [], { ROLLCALL_TOKEN: "", ROLLCALL_TOKEN_FILE: "right.key" }],
      ["a command that a variable names", [], { ROLLCALL_TOKEN: "", ROLLCALL_TOKEN_COMMAND: "cat right.key" }],
      ["a file of the settings", [], { ROLLCALL_TOKEN: "" }, { tokenFile: "right.key" }],
      ["a command of the settings", [], { ROLLCALL_TOKEN: "" }, { tokenCommand: "cat right.key" }],
      ["a variable before the settings", [], { ROLLCALL_TOKEN: token }, { tokenCommand: "cat wrong.key" }],
      ["an option before the settings", ["--token-command", "cat right.key"], {}, { tokenFile: "wrong.key" }],
    ],
  )("%s", async (_, options, environment, config) => {
    const double = await start();
    await Promise.all([fileOf("right.key", `${token}\n`), fileOf("wrong.key", wrong)]);
    await fileOf("key.config.json", settings(config ?? {}));
    const argv = ["ping", "--server", double.url, "--config", "key.config.json", ...options];
    expect(await workspace.run(argv, environment)).toMatchObject({ code: 0, stderr: "" });
  });

  test.each<[name: string, options: readonly string[], expected: string]>([
    ["nowhere", [], "no key for the Admin API."],
    [
      "a command that fails",
      ["--token-command", "echo canary-91; exit 3"],
      "the command for the Admin API's key ended with 3.",
    ],
    ["a command that says nothing", ["--token-command", "true"], "the command for the Admin API's key prints nothing."],
    ["two places", ["--token-command", "true", "--token-file", "x"], "both name the Admin API's key: give one."],
  ])("%s is told, and never shown", async (_, options, expected) => {
    const failed = await workspace.run(["ping", "--no-config", ...options], { ROLLCALL_TOKEN: "" });
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed.stderr).toContain(expected);
    expect(failed.stderr).not.toContain("canary");
  });
});

describe("a server that wants a certificate", () => {
  const tls = { cert: pem("server.cert.pem"), key: pem("server.key.pem"), ca: pem("server.cert.pem") };
  const certificate = ["--client-cert-file", "tls/server.cert.pem", "--client-key-file", "tls/server.key.pem"];

  test.each<[name: string, options: readonly string[], environment: Readonly<Record<string, string>>, code: number]>([
    ["by option", ["--ca-file", "tls/server.cert.pem", ...certificate], {}, 0],
    [
      "by variable",
      [],
      {
        ROLLCALL_CA_FILE: "tls/server.cert.pem",
        ROLLCALL_CLIENT_CERT_FILE: "tls/server.cert.pem",
        ROLLCALL_CLIENT_KEY_FILE: "tls/server.key.pem",
      },
      0,
    ],
    ["none", ["--ca-file", "tls/server.cert.pem", "--retries", "0"], {}, 2],
    ["half of one", ["--client-cert-file", "tls/server.cert.pem"], {}, 2],
  ])("gets %s", async (_, options, environment, code) => {
    const double = await start({ tls });
    const found = await workspace.run(["ping", "--server", double.url, ...options], environment);
    expect([found.code, found.stderr]).toEqual([code, code === 0 ? "" : expect.stringMatching(/^error: /)]);
    expect(double.calls.length > 0).toBe(code === 0);
  });
});

describe("proxies", () => {
  /** Tunnels (RFC 9110, 9.3.6) and counts. */
  async function startProxy(): Promise<{ url: string; tunnels: string[]; credentials: (string | undefined)[] }> {
    const tunnels: string[] = [];
    const credentials: (string | undefined)[] = [];
    const server: Server = createServer((_, response) => response.writeHead(400).end());
    server.on("connect", (request, client) => {
      tunnels.push(request.url ?? "");
      credentials.push(request.headers["proxy-authorization"]);
      const [host = "", port = ""] = (request.url ?? "").split(":");
      const upstream = connect(Number(port), host, () => {
        client.write("HTTP/1.1 200 Connection established\r\n\r\n");
        upstream.pipe(client).pipe(upstream);
      });
      upstream.on("error", () => client.destroy());
      client.on("error", () => upstream.destroy());
      open.push({ close: async () => client.destroy() });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push({ close: async () => server.close() });
    return { url: `127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels, credentials };
  }

  const tls = { cert: pem("server.cert.pem"), key: pem("server.key.pem") };

  test.each<
    [name: string, double: DoubleOptions, environment: (proxy: string) => Record<string, string>, used: boolean]
  >([
    ["of http", {}, (proxy) => ({ http_proxy: `http://${proxy}` }), true],
    ["of https, in capitals", { tls }, (proxy) => ({ HTTPS_PROXY: `http://${proxy}` }), true],
    ["of the other protocol", {}, (proxy) => ({ HTTPS_PROXY: `http://${proxy}` }), false],
    ["not for this host", {}, (proxy) => ({ http_proxy: `http://${proxy}`, NO_PROXY: "127.0.0.1" }), false],
  ])("%s", async (_, options, environment, used) => {
    const [double, proxy] = await Promise.all([start(options), startProxy()]);
    const argv = ["ping", "--server", double.url, "--ca-file", "tls/server.cert.pem"];
    expect(await workspace.run(argv, environment(proxy.url))).toMatchObject({ code: 0, stderr: "" });
    expect(proxy.tunnels.length > 0).toBe(used);
    for (const tunnel of proxy.tunnels) expect(tunnel).toBe(new URL(double.url).host);
  });

  test("a password of the proxy goes to the proxy and into no message", async () => {
    const [double, proxy] = await Promise.all([start(), startProxy()]);
    const right = await workspace.run(["ping", "--server", double.url], {
      HTTP_PROXY: `http://me:canary-71@${proxy.url}`,
    });
    expect(right).toMatchObject({ code: 0, stderr: "" });
    expect(proxy.credentials[0]).toBe(`Basic ${Buffer.from("me:canary-71").toString("base64")}`);
    for (const address of ["http://me:canary-71@127.0.0.1:1", "me:canary-71@127.0.0.1"]) {
      const failed = await workspace.run(["ping", "--server", double.url, "--retries", "0"], { HTTP_PROXY: address });
      expect(failed).toMatchObject({ code: 2, stdout: "" });
      expect(failed.stderr).toMatch(/^error: /);
      expect(failed.stderr).not.toContain("canary");
    }
  });
});

describe("calls", () => {
  test.each([
    ["as often as asked", ["--retries", "2"], 3],
    ["not at all", ["--retries", "0"], 1],
  ])("that fail are tried again %s", async (_, options, calls) => {
    const double = await start({ failures: [{ how: { status: 503, body: "{}" } }] });
    const failed = await workspace.run(["ping", "--server", double.url, ...options]);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(double.calls.length).toBe(calls);
  });

  test("are kept apart by the rate, further attempts too", async () => {
    const times: number[] = [];
    const double = await start({
      failures: [{ times: 3, how: { status: 429, body: "{}" } }],
      onCall: () => times.push(performance.now()),
    });
    const argv = ["ping", "--server", double.url, "--gateway", "apisix", "--rate-limit", "2"];
    expect(await workspace.run(argv)).toMatchObject({ code: 0 });
    expect(times.length).toBe(4);
    // Half a second each, less what the first may take longer to arrive than the last on a busy machine.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1500 - 250);
  });

  test("several at a time are kept apart too", async () => {
    const times: number[] = [];
    const double = await start({ onCall: () => times.push(performance.now()) });
    const argv = ["dump", "--server", double.url, "--gateway", "apisix", "--rate-limit", "5", "--concurrency", "8"];
    expect(await workspace.run(argv)).toMatchObject({ code: 0 });
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan((times.length - 1) * 200 - 250);
  });

  test.each([
    ["--retries", "x"],
    ["--rate-limit", "0"],
    ["--gateway", "kong"],
    ["--gateway-group", ""],
  ])("%s %j is wrong usage", async (option, value) => {
    const failed = await workspace.run(["ping", option, value]);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed.stderr).toContain(option);
  });
});
