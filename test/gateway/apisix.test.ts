/** The APISIX backend against a server that behaves as the reference says, or misbehaves. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { apisixGateway } from "../../src/gateway/apisix.ts";
import type { ConnectionOptions } from "../../src/gateway/connection.ts";
import { type Gateway, GatewayError } from "../../src/gateway/contract.ts";
import { type Kind, kinds } from "../../src/model/config.ts";
import type { Change } from "../../src/plan/contract.ts";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const opened of open.splice(0).reverse()) await opened.close();
});

async function start(
  double: DoubleOptions = {},
  client: Partial<ConnectionOptions> = {},
): Promise<{ double: GatewayDouble; gateway: Gateway }> {
  const started = await startGatewayDouble(double);
  open.push(started);
  const gateway = apisixGateway({
    server: started.url,
    token: "test-admin-key",
    retryDelayMs: 1,
    timeoutMs: 2000,
    ...client,
  });
  open.push(gateway);
  return { double: started, gateway };
}

async function failure(work: Promise<unknown>): Promise<GatewayError> {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GatewayError)) throw new Error(`expected a GatewayError, got ${String(error)}`);
  return error;
}

function credential(id: string, key: string, more: Partial<Change> = {}): Change {
  const after = { id, name: id, plugins: { "key-auth": { key } } };
  return { action: "create", kind: "credentials", id, name: id, consumer: "jack", after, fields: [], ...more };
}

const consumer: Change = {
  action: "create",
  kind: "consumers",
  id: "jack",
  name: "jack",
  after: { username: "jack", desc: "d" },
  fields: [],
};

const all: ReadonlySet<Kind> = new Set(kinds);

test("ping tells the server", async () => {
  const { gateway } = await start();
  expect(await gateway.ping()).toEqual({ server: "APISIX/3.18.0", backend: "apisix" });
});

test("writes and reads every kind back, without server fields", async () => {
  const { double, gateway } = await start();
  const route: Change = {
    action: "create",
    kind: "routes",
    id: "r.1",
    name: "r",
    after: { id: "r.1", uri: "/" },
    fields: [],
  };
  for (const change of [consumer, credential("k", "secret"), route]) await gateway.apply(change);
  expect(double.writes()).toEqual(["PUT /consumers", "PUT /consumers/jack/credentials/k", "PUT /routes/r.1"]);
  expect(double.calls.map(({ body }) => body)).toEqual([
    { username: "jack", desc: "d" },
    { name: "k", plugins: { "key-auth": { key: "secret" } } },
    { uri: "/" },
  ]);
  const live = await gateway.read(all);
  expect(live.consumers).toEqual([
    {
      id: "jack",
      hasOwnId: true,
      value: { username: "jack", desc: "d" },
      credentials: [
        { id: "k", hasOwnId: true, value: { id: "k", name: "k", plugins: { "key-auth": { key: "secret" } } } },
      ],
    },
  ]);
  expect(live.routes).toEqual([{ id: "r.1", hasOwnId: true, value: { id: "r.1", uri: "/" } }]);
  expect([...live.declared]).toEqual([...kinds]);
});

test("reads only what is asked for; credentials come with consumers", async () => {
  const { double, gateway } = await start();
  const live = await gateway.read(new Set<Kind>(["consumers"]));
  expect(double.calls.map(({ path }) => path)).toEqual(["/consumers"]);
  expect([...live.declared]).toEqual(["consumers", "credentials"]);
});

test("a credential without a name is known by its id; a consumer without credentials has none", async () => {
  const { double, gateway } = await start();
  double.store.put("/apisix/consumers/jack", { username: "jack" });
  double.store.put("/apisix/consumers/jack/credentials/old", { id: "old", plugins: { "key-auth": { key: "x" } } });
  double.store.put("/apisix/consumers/jill", { username: "jill" });
  const { consumers } = await gateway.read(new Set<Kind>(["consumers"]));
  expect(consumers.map(({ id, credentials }) => [id, credentials.map(({ value }) => value.name)])).toEqual([
    ["jack", ["old"]],
    ["jill", []],
  ]);
});

describe("paging", () => {
  const fill = (double: GatewayDouble, count: number): void => {
    for (let index = 0; index < count; index += 1)
      double.store.put(`/apisix/routes/r${index}`, { id: `r${index}`, uri: "/" });
  };
  const routes = new Set<Kind>(["routes"]);

  test.each([
    ["more than one page", 620, {}, 2],
    ["a full page", 500, {}, 1],
    ["a server with smaller pages than asked for", 95, { pageLimit: 10 }, 10],
  ])("%s", async (_name, count, options, calls) => {
    const { double, gateway } = await start(options);
    fill(double, count);
    const live = await gateway.read(routes);
    expect([new Set(live.routes.map(({ id }) => id)).size, double.calls.length]).toEqual([count, calls]);
  });

  test("a list that shrinks while it is read is read again", async () => {
    let calls = 0;
    const { double, gateway } = await start(
      {
        onCall: (_call, store) => {
          calls += 1;
          if (calls === 2) store.delete("/apisix/routes/r0");
        },
      },
      { pageSize: 10 },
    );
    fill(double, 25);
    const live = await gateway.read(routes);
    expect(live.routes.map(({ id }) => id).sort()).toEqual(
      Array.from({ length: 24 }, (_, index) => `r${index + 1}`).sort(),
    );
  });

  test("a list that never adds up is an error, not a shorter list", async () => {
    const lie = { status: 200, body: '{"total":7,"list":[]}' };
    const { gateway } = await start({ failures: [{ how: lie }] });
    expect((await failure(gateway.read(routes))).message).toContain("did not add up");
  });
});

describe("wrong answers", () => {
  test.each<[name: string, status: number, body: string, expected: RegExp]>([
    [
      "HTML",
      200,
      "<!doctype html><p>hello canary",
      /expected a list .* is an HTML page \(application\/json, 30 characters\)/,
    ],
    ["HTML with an error", 404, "<html>canary", /answered 404: an HTML page/],
    ["nothing", 200, "", /is empty/],
    ["a list without a total", 200, '{"list":["canary"]}', /integer `total`.*an object with list/],
    ["a total without a list", 200, '{"total":0}', /an object with total/],
    ["a list that is none", 200, '{"total":1,"list":{"canary":1}}', /list with `list`/],
    [
      "items of another shape",
      200,
      '{"total":1,"list":[{"username":"canary"}]}',
      /items \{key, value\}.*an object with username/,
    ],
    ["a list itself", 200, "[]", /is a list of 0/],
    ["null", 200, "null", /JSON null/],
    [
      "keys of something else",
      200,
      '{"total":1,"list":[{"key":"/apisix/routes/canary","value":{}}]}',
      /expected keys that end with \/consumers\/ID/,
    ],
    [
      "another username than the key's",
      200,
      '{"total":1,"list":[{"key":"/apisix/consumers/a","value":{"username":"b"}}]}',
      /another username/,
    ],
    [
      "unsupported resource",
      404,
      '{"error_msg":"Unsupported resource type: consumers"}',
      /answered 404: Unsupported resource type/,
    ],
    ["not found where a list must be", 404, '{"message":"Key not found"}', /answered 404: Key not found/],
  ])("%s is an error and never an empty gateway", async (_name, status, body, expected) => {
    const { gateway } = await start({ failures: [{ how: { status, body } }] });
    const { message } = await failure(gateway.read(new Set<Kind>(["consumers"])));
    expect(message).toMatch(expected);
    expect(message).not.toContain("canary");
  });

  test("an empty list written as Lua's empty table is empty", async () => {
    const { gateway } = await start({ failures: [{ how: { status: 200, body: '{"total":0,"list":{}}' } }] });
    expect((await gateway.read(new Set<Kind>(["routes"]))).routes).toEqual([]);
  });

  test("a page instead of credentials is not 'no credentials'", async () => {
    const how = { status: 404, body: "<html>not found" };
    const { double, gateway } = await start({ failures: [{ on: /credentials/, how }] });
    double.store.put("/apisix/consumers/jack", { username: "jack" });
    expect((await failure(gateway.read(all))).message).toContain("HTML page");
  });

  test.each([
    ["put", consumer],
    ["delete", { ...consumer, action: "delete" } as Change],
  ])("a page in answer to a %s is not success", async (_name, change) => {
    const { gateway } = await start({ failures: [{ how: { status: 200, body: "<html>login" } }] });
    expect((await failure(gateway.apply(change))).message).toContain("is this the address of an Admin API?");
  });

  test("a wrong key", async () => {
    const { gateway } = await start({}, { token: "canary-token" });
    const error = await failure(gateway.ping());
    expect([error.status, error.message]).toEqual([
      401,
      "GET /consumers?page=1&page_size=10: the gateway answered 401 (the API key was refused): failed to check token: wrong apikey",
    ]);
  });

  test("a redirect is not followed", async () => {
    const other = await startGatewayDouble();
    open.push(other);
    const how = { status: 302, body: "", headers: { location: `${other.url}/apisix/admin/consumers` } };
    const { gateway } = await start({ failures: [{ how }] });
    expect((await failure(gateway.ping())).message).toContain(
      `redirects (302) to ${other.url}; redirects are not followed`,
    );
    expect(other.calls).toEqual([]);
  });
});

describe("what is tried again", () => {
  const failing = { status: 500, body: '{"error_msg":"etcd"}' };

  test.each<[name: string, options: DoubleOptions, change: Change, calls: number]>([
    ["500 twice", { failures: [{ how: failing, times: 2 }] }, consumer, 3],
    ["429", { failures: [{ how: { status: 429, body: "" }, times: 1 }] }, consumer, 2],
    ["dropped", { failures: [{ how: "drop", times: 1 }] }, consumer, 2],
    ["done, but the answer was lost", { failures: [{ how: "drop-answer", times: 1 }] }, consumer, 2],
    ["too slow", { failures: [{ how: { delayMs: 500 }, times: 1 }] }, consumer, 2],
  ])("%s", async (_name, options, change, calls) => {
    const { double, gateway } = await start(options, { timeoutMs: 150 });
    await gateway.apply(change);
    expect([double.calls.length, double.store.keys()]).toEqual([calls, ["/apisix/consumers/jack"]]);
  });

  test("a delete whose answer was lost", async () => {
    const { double, gateway } = await start({ failures: [{ how: "drop-answer", times: 1 }] });
    double.store.put("/apisix/consumers/jack", { username: "jack" });
    await gateway.apply({ ...consumer, action: "delete" });
    expect([double.calls.length, double.store.keys()]).toEqual([2, []]);
  });

  test("Retry-After is waited for", async () => {
    const how = { status: 429, body: "", headers: { "retry-after": "1" } };
    const { gateway } = await start({ failures: [{ how, times: 1 }] });
    const from = performance.now();
    await gateway.ping();
    expect(performance.now() - from).toBeGreaterThan(950);
  });

  test.each<[name: string, options: DoubleOptions, calls: number, expected: RegExp]>([
    ["500 for ever", { failures: [{ how: failing }] }, 4, /answered 500: etcd/],
    ["dropped for ever", { failures: [{ how: "drop" }] }, 4, /cannot reach .* after 4 attempts: .*\(UND_ERR_SOCKET\)/],
    ["slow for ever", { failures: [{ how: { delayMs: 400 } }] }, 4, /after 4 attempts: no answer within 0.05 s/],
    ["a refusal, once", { failures: [{ how: { status: 400, body: '{"error_msg":"no"}' } }] }, 1, /answered 400: no/],
  ])("not for ever: %s", async (_name, options, calls, expected) => {
    const { double, gateway } = await start(options, { timeoutMs: 50 });
    expect((await failure(gateway.apply(consumer))).message).toMatch(expected);
    expect(double.calls.length).toBe(calls);
  });

  test("nobody listens", async () => {
    const gone = await startGatewayDouble();
    await gone.close();
    const gateway = apisixGateway({ server: gone.url, token: "t", retries: 1, retryDelayMs: 1 });
    open.push(gateway);
    const error = await failure(gateway.ping());
    expect([error.status, error.message]).toEqual([
      0,
      `GET /consumers?page=1&page_size=10: cannot reach the gateway at ${gone.url} after 2 attempts: connection refused (ECONNREFUSED)`,
    ]);
  });
});

describe("refusals carry the gateway's words and no secret", () => {
  test("a duplicate key", async () => {
    const { gateway } = await start();
    for (const change of [consumer, credential("a", "canary-key-1")]) await gateway.apply(change);
    const { message } = await failure(gateway.apply(credential("b", "canary-key-1")));
    expect(message).toBe(
      "PUT /consumers/jack/credentials/b: the gateway answered 400: duplicate key of plugin key-auth found with credential: a of consumer: jack",
    );
  });

  test("an unknown consumer", async () => {
    const { gateway } = await start();
    expect((await failure(gateway.apply(credential("a", "canary-key-1")))).message).toContain(
      "404: consumer not found",
    );
  });

  test("words that quote what was sent", async () => {
    const how = {
      status: 400,
      body: JSON.stringify({ error_msg: `bad canary-key-1 and test-admin-key ${"x".repeat(400)}` }),
    };
    const { gateway } = await start({ failures: [{ how }] });
    const { message } = await failure(gateway.apply(credential("a", "canary-key-1")));
    expect(message).toContain("bad *** and ***");
    expect(message.length).toBeLessThan(400);
  });

  test("a body that is no JSON is described, not shown", async () => {
    const { gateway } = await start({ failures: [{ how: { status: 400, body: "canary-key-1" } }] });
    expect((await failure(gateway.apply(credential("a", "canary-key-1")))).message).toMatch(/400: not JSON \(/);
  });
});

describe("ids in paths", () => {
  test("are percent-encoded", async () => {
    const { double, gateway } = await start();
    await failure(gateway.apply({ ...credential("a/../b?c", "k"), consumer: "jack" }));
    expect(double.writes()).toEqual(["PUT /consumers/jack/credentials/a%2F..%2Fb%3Fc"]);
  });

  test.each([".", "..", ""])("%j would mean another resource and is refused", async (id) => {
    const { double, gateway } = await start();
    await failure(gateway.apply(credential(id, "k", { action: "delete" })));
    expect(double.calls).toEqual([]);
  });
});

describe("connection options", () => {
  test.each<[name: string, options: ConnectionOptions, expected: RegExp]>([
    ["no URL", { server: "localhost:9180x", token: "t" }, /not an http/],
    ["another scheme", { server: "ftp://x", token: "t" }, /not an http/],
    ["a password in the URL", { server: "http://u:canary@x", token: "t" }, /no user, password/],
    ["an empty key", { server: "http://x", token: "" }, /API key is empty/],
    ["a key with a line break", { server: "http://x", token: "canary\n" }, /characters that a header cannot carry/],
    [
      "a missing CA file",
      { server: "https://x", token: "t", caFile: "/none/ca.pem" },
      /CA file \/none\/ca.pem \(ENOENT\)/,
    ],
  ])("%s", async (_name, options, expected) => {
    const { message } = await failure(Promise.resolve().then(() => apisixGateway(options)));
    expect(message).toMatch(expected);
    expect(message).not.toContain("canary");
  });

  test.each(["", "/", "/apisix/admin", "/apisix/admin/"])("the address may end with %j", async (end) => {
    const { double } = await start();
    const gateway = apisixGateway({ server: `${double.url}${end}`, token: "test-admin-key" });
    open.push(gateway);
    expect((await gateway.ping()).server).toBe("APISIX/3.18.0");
  });
});

describe("TLS", () => {
  const file = (name: string): string => join(import.meta.dirname, "tls", name);
  const cert = readFileSync(file("server.cert.pem"));
  const key = readFileSync(file("server.key.pem"));

  test("a server whose CA is given", async () => {
    const { gateway } = await start({ tls: { cert, key } }, { caFile: file("server.cert.pem") });
    expect((await gateway.ping()).server).toBe("APISIX/3.18.0");
  });

  test("a server whose CA is unknown gets no call and no key", async () => {
    const { double, gateway } = await start({ tls: { cert, key } });
    expect((await failure(gateway.ping())).message).toContain("its certificate is self-signed (give its CA)");
    expect(double.calls).toEqual([]);
  });

  test("a client certificate", async () => {
    const files = {
      caFile: file("server.cert.pem"),
      certFile: file("server.cert.pem"),
      keyFile: file("server.key.pem"),
    };
    const { gateway } = await start({ tls: { cert, key, ca: cert } }, files);
    expect((await gateway.ping()).server).toBe("APISIX/3.18.0");
    const { double } = await start({ tls: { cert, key, ca: cert } });
    const without = apisixGateway({ server: double.url, token: "t", caFile: files.caFile, retries: 0 });
    open.push(without);
    expect((await failure(without.ping())).status).toBe(0);
  });
});
