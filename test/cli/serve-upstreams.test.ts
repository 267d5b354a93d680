/** Options of serve for both of its sides, in one process: HTTP/2 to an https upstream, the PROXY protocol, a limit of connections. */
import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rawExchange } from "../proxy/harness.ts";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const tlsFile = (name: string): string => path.join(import.meta.dirname, "../proxy/tls", name);
const upstream = createSecureServer({
  cert: readFileSync(tlsFile("first.cert.pem")),
  key: readFileSync(tlsFile("first.key.pem")),
});
let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream.on("stream", (stream, headers) => {
    stream.respond({ ":status": 200 });
    stream.end(`HTTP/2, ${headers["x-real-ip"]}`);
  });
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const nodes = `{ "127.0.0.1:${(upstream.address() as AddressInfo).port}": 1 }`;
  const server = `{ scheme: https, nodes: ${nodes}, pass_host: rewrite, upstream_host: first.example }`;
  await writeFile(path.join(workspace.folder, "open.yaml"), `routes: [{ id: open, uri: /*, upstream: ${server} }]\n`);
});
afterAll(async () => {
  await workspace.close();
  upstream.close();
});

test("HTTP/2 upstream, client by PROXY header, one connection at a time", async () => {
  const options = ["--upstream-http2", "--upstream-ca-file", tlsFile("first.cert.pem"), "--max-connections", "1"];
  const server = await workspace.serve(["open.yaml", "--trusted-proxy", "127.0.0.1", "--proxy-protocol", ...options]);
  const port = Number(new URL(server.url).port);
  const request = "PROXY TCP4 192.0.2.7 198.51.100.1 12345 443\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n";
  let second: Promise<{ readonly text: string }> | undefined;
  const first = await rawExchange(port, request, (text) => {
    if (!text.includes("HTTP/2, ")) return false;
    second ??= rawExchange(port, request);
    return false;
  });
  expect(first.text).toMatch(/^HTTP\/1\.1 200 [\s\S]*HTTP\/2, 192\.0\.2\.7/);
  expect((await second)?.text).toBe("");
  expect(await server.stop()).toBe(0);
});
