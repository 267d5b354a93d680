/** What `serve --write-nginx` writes names each header and status that a plugin of the configuration can touch. */
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "../cli/rollcall.ts";

const key = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
const configuration = (plugins: string, own = "{}"): string => `
consumers:
  - username: acme
    credentials: [{ name: main, plugins: { key-auth: { key: ${key} } } }]
    plugins: ${own}
routes: [{ id: orders, uri: /orders/*, plugins: ${plugins} }]
`;
const identity = ["X-Consumer-Custom-ID", "X-Consumer-Username", "X-Credential-Identifier"];

let workspace: Workspace;
beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace.close());

async function written(text: string, more: readonly string[] = []) {
  await writeFile(path.join(workspace.folder, "api.yaml"), text);
  const argv = ["serve", "api.yaml", "--mode", "auth-request", "--write-nginx", "out", ...more];
  const result = await workspace.run(argv);
  const read = (name: string) => readFile(path.join(workspace.folder, "out", name), "utf8").catch(() => "");
  const [location, server] = [await read("location.conf"), await read("server.conf")];
  const names = (text: string, form: RegExp) => [...text.matchAll(form)].map(([, name]) => name ?? "");
  return {
    ...result,
    location,
    server,
    request: names(location, /^proxy_set_header (\S+) \$rollcall/gm),
    response: names(location, /^add_header (\S+) /gm),
    statuses: names(server, /\$rollcall_status = (\d+)/g).map(Number),
  };
}

describe("what is named", () => {
  test.each<[string, string, string, readonly string[], readonly string[], number?]>([
    ["key-auth", "{ key-auth: { header: X-Key } }", "{}", ["X-Key"], []],
    [
      "a consumer's plugin",
      "{ key-auth: {} }",
      "{ limit-count: { count: 1, time_window: 1, rejected_code: 420 } }",
      ["apikey"],
      ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"],
      420,
    ],
    [
      "multi-auth",
      "{ multi-auth: { auth_plugins: [{ key-auth: { header: X-K } }, { jwt-auth: { header: X-J } }] } }",
      "{}",
      ["Cookie", "X-J", "X-K"],
      [],
    ],
    [
      "headers of plugins",
      "{ key-auth: {}, request-id: {}, attach-consumer-label: { headers: { X-Team: $team } }, " +
        "proxy-rewrite: { headers: { set: { X-Env: prod }, remove: [X-Debug] } } }",
      "{}",
      ["apikey", "X-Debug", "X-Env", "X-Request-Id", "X-Team"],
      ["X-Request-Id"],
    ],
    [
      "cors, whose preflights are answered with 200",
      "{ key-auth: {}, cors: {} }",
      "{}",
      ["apikey"],
      [
        ...["Credentials", "Headers", "Methods", "Origin"].map((what) => `Access-Control-Allow-${what}`),
        "Access-Control-Expose-Headers",
        "Access-Control-Max-Age",
        "Timing-Allow-Origin",
        "Vary",
      ],
      200,
    ],
    [
      "mocking",
      "{ key-auth: {}, mocking: { response_example: a, response_headers: { X-A: b } } }",
      "{}",
      ["apikey"],
      ["X-A", "x-mock-by"],
      200,
    ],
    [
      "mocking with another status",
      "{ key-auth: {}, mocking: { response_status: 202, response_example: a, with_mock_header: false } }",
      "{}",
      ["apikey"],
      [],
      202,
    ],
    [
      "fault-injection",
      "{ key-auth: {}, fault-injection: { abort: { http_status: 299, headers: { X-F: a } } } }",
      "{}",
      ["apikey"],
      ["X-F"],
      299,
    ],
    [
      "response-rewrite",
      "{ key-auth: {}, response-rewrite: { status_code: 418, headers: { set: { X-R: a, Content-Type: text/plain } } } }",
      "{}",
      ["apikey"],
      ["X-R"],
      418,
    ],
  ])("%s", async (_, plugins, own, request, response, status = 404) => {
    const files = await written(configuration(plugins, own));
    expect(files).toMatchObject({ code: 0, stdout: "wrote out/location.conf\nwrote out/server.conf\n" });
    expect(files.request.sort()).toEqual([...identity, ...request].sort());
    expect(files.response.sort()).toEqual(["Retry-After", ...response].sort());
    expect(files.statuses).toContain(status);
    expect(files.server).toContain(`proxy_set_header X-Rollcall-Carry  "`);
    expect(files.location + files.server).not.toContain(key);
    expect((await stat(path.join(workspace.folder, "out/server.conf"))).mode & 0o777).toBe(0o644);
  });
});

test.each<[string, string, readonly string[], string]>([
  [
    "a header that nginx cannot name",
    "{ key-auth: { header: X_Key } }",
    [],
    'nginx has no variable for the header "X_Key"',
  ],
  [
    "another style",
    "{ key-auth: {} }",
    ["--auth-request-style", "forward"],
    "--write-nginx is for --auth-request-style nginx only",
  ],
  ["no auth-request", "{ key-auth: {} }", ["--mode", "gateway"], "--write-nginx needs --mode auth-request"],
])("%s is refused", async (_, plugins, more, message) => {
  const { code, stderr } = await written(configuration(plugins), more);
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});
