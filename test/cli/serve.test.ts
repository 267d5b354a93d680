/** `rollcall serve` as its operators and callers meet it: real processes, files, signals and sockets. */
import { createHash, randomBytes } from "node:crypto";
import { cp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server as HttpServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openWorkspace, type Server, token, type Workspace } from "./rollcall.ts";

interface Signed {
  readonly method: string;
  readonly target: string;
  readonly body?: string;
}

type Fields = Readonly<Record<string, string>>;

interface Callers {
  credentialOf(consumer: string, name: string): Fields;
  signJwt(credential: Fields, claims: object): string;
  signRequest(credential: Fields, request: Signed): Record<string, string>;
  basicHeader(credential: Fields): Record<string, string>;
}

const demo = path.resolve(import.meta.dirname, "../../fixtures/demo");
const { credentialOf, signJwt, signRequest, basicHeader } = {
  ...(await import(path.join(demo, "requests.mjs"))),
  ...(await import(path.join(demo, "sign.mjs"))),
} as Callers;

let workspace: Workspace;
let upstream: HttpServer;
const file = (name: string): string => path.join(workspace.folder, name);

beforeAll(async () => {
  workspace = await openWorkspace();
  upstream = createServer(answerAsUpstream);
  await new Promise<void>((resolve) => upstream.listen(0, "127.0.0.1", resolve));
  const { port } = upstream.address() as AddressInfo;
  for (const name of await readdir(file("harbourline"))) {
    const text = await readFile(file(`harbourline/${name}`), "utf8");
    await writeFile(file(`harbourline/${name}`), text.replaceAll("19080", String(port)));
  }
  await writeFile(file("open.yaml"), openConfig(port, "first-key-0123456789"));
  await workspace.run(["compile", "harbourline", "--out", "harbourline.artifact"]);
});
afterAll(async () => {
  await workspace.close();
  upstream.closeAllConnections();
  upstream.close();
});

function openConfig(port: number, key: string): string {
  const nodes = `{ nodes: { "127.0.0.1:${port}": 1 } }`;
  return `consumers:
  - username: jane
    credentials: [{ name: main, plugins: { key-auth: { key: ${key} } } }]
routes:
  - { id: open, uri: /open/*, upstream: ${nodes} }
  - { id: shut, uri: /shut/*, plugins: { key-auth: {} }, upstream: ${nodes} }
  - id: few
    uri: /few
    plugins: { limit-count: { count: 3, time_window: 600, rejected_code: 429 } }
    upstream: ${nodes}
`;
}

/** How many requests the upstream keeps waiting at this moment. */
let held = 0;

function answerAsUpstream(message: IncomingMessage, response: ServerResponse): void {
  if (message.url === "/open/echo") {
    response.writeHead(200);
    message.pipe(response);
  } else if (message.url === "/open/slow") {
    held++;
    setTimeout(() => {
      held--;
      response.end("slow");
    }, 500);
  } else {
    message.resume().on("end", () => response.end(JSON.stringify(message.headers)));
  }
}

/** What a caller sends, with the right credential and with a wrong one. */
interface Caller {
  readonly name: string;
  readonly consumer: string;
  readonly request: Signed;
  right(): Record<string, string>;
  wrong(): Record<string, string>;
}

const inAMinute = () => Math.floor(Date.now() / 1000) + 60;
const get = (target: string): Signed => ({ method: "GET", target });
const booking: Signed = { method: "POST", target: "/bookings", body: '{"teu":2}' };
const ios = () => credentialOf("app-shipper-ios", "release-7");
const osprey = () => credentialOf("osprey-machinery", "booking-client");

const callers: readonly Caller[] = [
  {
    name: "key-auth",
    consumer: "northwind-foods",
    request: get("/tracking/1"),
    right: () => ({ apikey: credentialOf("northwind-foods", "erp-2026")["key"] ?? "" }),
    wrong: () => ({ apikey: "guessed" }),
  },
  {
    name: "basic-auth",
    consumer: "fjord-timber",
    request: get("/rates/1"),
    right: () => basicHeader(credentialOf("fjord-timber", "rates-desk")),
    wrong: () => basicHeader({ username: "fjord-rates", password: "guessed" }),
  },
  {
    name: "hmac-auth",
    consumer: "osprey-machinery",
    request: booking,
    right: () => signRequest(osprey(), booking),
    wrong: () => signRequest({ ...osprey(), secret_key: "guessed" }, booking),
  },
  {
    name: "jwt-auth",
    consumer: "app-shipper-ios",
    request: get("/apps/feed"),
    right: () => ({ authorization: `Bearer ${signJwt(ios(), { exp: inAMinute() })}` }),
    wrong: () => ({ authorization: `Bearer ${signJwt({ ...ios(), secret: "guessed" }, { exp: inAMinute() })}` }),
  },
];

const posing = { "x-consumer-username": "svc-billing", "x-credential-identifier": "a", "x-consumer-custom-id": "b" };

async function send({ url }: Server, { method, target, body }: Signed, headers: Record<string, string> = {}) {
  const response = await fetch(url + target, { method, headers, ...(body !== undefined && { body }) });
  return { status: response.status, text: await response.text() };
}

const sources: readonly (readonly [string, () => Promise<Server>])[] = [
  ["an artifact", () => workspace.serve(["harbourline.artifact"])],
  ["files", () => workspace.serve(["harbourline"])],
  [
    "the state of the Admin API",
    async () => {
      const server = await startAdmin("synced.state");
      expect(await workspace.run(["sync", "harbourline", "--server", server.admin])).toMatchObject({ code: 0 });
      return server;
    },
  ],
];

function startAdmin(state: string): Promise<Server> {
  return workspace.serve(["--admin", "127.0.0.1:0", "--state", state], { ROLLCALL_ADMIN_KEY: token });
}

describe.each(sources)("on %s", (_name, start) => {
  let server: Server;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());

  test.each(callers)("$name: the right credential passes, a wrong one does not", async (caller) => {
    const passed = await send(server, caller.request, { ...posing, ...caller.right() });
    expect(passed.status).toBe(200);
    const seen = JSON.parse(passed.text) as Fields;
    expect(seen["x-consumer-username"]).toBe(caller.consumer);
    expect(seen["x-credential-identifier"]).not.toBe("a");
    expect(seen["x-consumer-custom-id"]).not.toBe("b");
    expect(await send(server, caller.request, { ...posing, ...caller.wrong() })).toMatchObject({ status: 401 });
  });

  test("on a public route nobody can pose as a consumer", async () => {
    const { status, text } = await send(server, get("/status"), posing);
    expect([
      status,
      Object.keys(JSON.parse(text) as Fields).filter((name) => /consumer|credential/.test(name)),
    ]).toEqual([200, []]);
  });
});

describe("SIGHUP", () => {
  async function reload(server: Server, told: RegExp): Promise<void> {
    const before = server.output().length;
    server.child.kill("SIGHUP");
    await expect.poll(() => server.output().slice(before), { timeout: 5_000 }).toMatch(told);
  }

  test("takes the new files, keeps the counters, and what is broken or gone changes nothing", async () => {
    const compile = () => workspace.run(["compile", "reloaded.yaml", "--out", "reloaded.artifact"]);
    const { port } = upstream.address() as AddressInfo;
    const passes = async (key: string) => (await send(server, get("/shut/"), { apikey: key })).status === 200;
    const limited = async () => (await send(server, get("/few"))).status;
    await cp(file("open.yaml"), file("reloaded.yaml"));
    await compile();
    const server = await workspace.serve(["reloaded.artifact"]);
    expect([await limited(), await limited(), await passes("first-key-0123456789")]).toEqual([200, 200, true]);
    await writeFile(file("reloaded.yaml"), openConfig(port, "second-key-0123456789"));
    await compile();
    await reload(server, /^loaded again \(1 consumer,/m);
    expect([await passes("first-key-0123456789"), await passes("second-key-0123456789")]).toEqual([false, true]);
    expect([await limited(), await limited()]).toEqual([200, 429]);
    await writeFile(file("reloaded.artifact"), "no artifact any more");
    await reload(server, /^not reloaded, the running configuration stays: reloaded.artifact: The artifact is damaged/m);
    await rm(file("reloaded.artifact"));
    await reload(server, /^not reloaded, .*reloaded.artifact: cannot be read: no such file/m);
    expect([await passes("second-key-0123456789"), await limited()]).toEqual([true, 429]);
    expect(await server.stop()).toBe(0);
  });
});

test("a large body streams both ways, whole, in bounded memory", async () => {
  const server = await workspace.serve(["open.yaml"]);
  const chunk = randomBytes(1024 * 1024);
  const rounds = 96;
  const sent = createHash("sha256");
  const received = createHash("sha256");
  await new Promise<void>((resolve, reject) => {
    const call = request(`${server.url}/open/echo`, { method: "POST" }, (response) => {
      response
        .on("data", (data: Buffer) => received.update(data))
        .on("end", resolve)
        .on("error", reject);
    });
    call.on("error", reject);
    const write = async (): Promise<void> => {
      for (let round = 0; round < rounds; round++) {
        sent.update(chunk);
        if (!call.write(chunk)) await new Promise<void>((drained) => call.once("drain", () => drained()));
      }
      call.end();
    };
    write().catch(reject);
  });
  expect(received.digest("hex")).toBe(sent.digest("hex"));
  const status = await readFile(`/proc/${server.child.pid}/status`, "utf8").catch(() => "");
  const peak = Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  expect(peak).toBeLessThan(250);
  expect(await server.stop()).toBe(0);
});

describe("stopping", () => {
  test("requests under way are answered, whatever signals follow, and no new ones are taken", async () => {
    const server = await workspace.serve(["open.yaml"]);
    const answers = Array.from({ length: 10 }, () => send(server, get("/open/slow")));
    await expect.poll(() => held, { interval: 5 }).toBe(10);
    const ended = server.stop("SIGTERM");
    await expect.poll(() => server.output()).toMatch(/^stopping \(SIGTERM\)/m);
    server.child.kill("SIGTERM");
    server.child.kill("SIGHUP");
    await expect(send(server, get("/open/x"))).rejects.toThrow();
    expect((await Promise.all(answers)).map(({ text }) => text)).toEqual(Array(10).fill("slow"));
    expect(await ended).toBe(0);
  });

  test("a second SIGINT does not wait", async () => {
    const server = await workspace.serve(["open.yaml"]);
    const answer = send(server, get("/open/slow")).catch(() => "cut");
    await expect.poll(() => held, { interval: 5 }).toBe(1);
    const ended = server.stop("SIGINT");
    await expect.poll(() => server.output()).toMatch(/^stopping \(SIGINT\)/m);
    server.child.kill("SIGINT");
    await ended;
    expect(server.child.signalCode).toBe("SIGINT");
    expect(await answer).toBe("cut");
  });
});

test("a log that nobody reads any more does not end the gateway", async () => {
  const server = await workspace.serve(["open.yaml", "--access-log", "-"]);
  server.child.stdout?.destroy();
  for (let round = 0; round < 5; round++) expect(await send(server, get("/open/x"))).toMatchObject({ status: 200 });
  // Lines are written in batches, so this is found out a moment later.
  await vi.waitFor(
    () => expect(server.output().match(/access log cannot be written \(EPIPE\)/g)).toHaveLength(1),
    20_000,
  );
  expect(await server.stop()).toBe(0);
});

describe("the state file", () => {
  test("is one process's at a time, and free again after it ended or was killed", async () => {
    const start = () => startAdmin("locked.state");
    const first = await start();
    const refused = await workspace.run(["serve", "--admin", "127.0.0.1:0", "--state", "locked.state"], {
      ROLLCALL_ADMIN_KEY: token,
    });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(new RegExp(`^error: the state file .* is in use by process ${first.child.pid} on `));
    await first.stop("SIGKILL");
    const second = await start();
    await second.stop();
    expect((await readdir(workspace.folder)).filter((name) => name.startsWith("locked.state"))).toEqual([]);
  });

  test("each acknowledged write is in force at the proxy, survives a kill, and is for the owner only", async () => {
    const { port } = upstream.address() as AddressInfo;
    let server = await startAdmin("written.state");
    const write = async (method: string, place: string, body?: object): Promise<number> => {
      const response = await fetch(`${server.admin}/apisix/admin${place}`, {
        method,
        headers: { "x-api-key": token },
        ...(body && { body: JSON.stringify(body) }),
      });
      return response.status;
    };
    const call = async (key: string) => (await send(server, get("/a"), { apikey: key })).status;
    const route = { uri: "/*", plugins: { "key-auth": {} }, upstream: { nodes: { [`127.0.0.1:${port}`]: 1 } } };
    expect(await write("PUT", "/routes/r", route)).toBe(201);
    expect(await write("PUT", "/consumers", { username: "jane" })).toBe(201);
    for (let round = 0; round < 5; round++) {
      const key = `key-of-jane-${round}`;
      const status = await write("PUT", "/consumers/jane/credentials/c", {
        name: "c",
        plugins: { "key-auth": { key } },
      });
      expect([status, await call(key), await call(`key-of-jane-${round - 1}`)]).toEqual([
        round === 0 ? 201 : 200,
        200,
        401,
      ]);
    }
    await server.stop("SIGKILL");
    expect((await stat(file("written.state"))).mode & 0o777).toBe(0o600);
    expect((await stat(file("written.state.lock"))).mode & 0o777).toBe(0o600);
    expect(await readFile(file("written.state"), "latin1")).not.toContain("key-of-jane");
    server = await startAdmin("written.state");
    expect(await call("key-of-jane-4")).toBe(200);
    expect(await write("DELETE", "/consumers/jane")).toBe(200);
    expect(await call("key-of-jane-4")).toBe(401);
    expect(await server.stop()).toBe(0);
  });
});

describe("what cannot be served is told in words", () => {
  const admin = ["--admin", "127.0.0.1:0", "--state", "x.state"];
  const withKey = { ROLLCALL_ADMIN_KEY: token };
  const cases: [string, string[], Record<string, string>, RegExp][] = [
    ["an address that is none", ["open.yaml", "-l", "9080"], {}, /--listen 9080: an address is HOST:PORT, such as/],
    ["a port beyond all", ["open.yaml", "-l", ":70000"], {}, /--listen :70000: an address is HOST:PORT/],
    ["an address of others", ["open.yaml", "-l", "192.0.2.1:9080"], {}, /no such address; choose one of its own/],
    ["no key", ["harbourline.artifact"], { ROLLCALL_KEY: "" }, /no key for the artifact's secrets. Set ROLLCALL_KEY/],
    ["a short key", ["harbourline.artifact"], { ROLLCALL_KEY: "5c5c" }, /ROLLCALL_KEY: a key is 64 hex digits/],
    [
      "another key",
      ["harbourline.artifact"],
      { ROLLCALL_KEY: "5d".repeat(32) },
      /harbourline.artifact: The key is another/,
    ],
    [
      "a damaged artifact",
      ["damaged.artifact"],
      {},
      /damaged.artifact: The artifact is damaged .* or compile it again/,
    ],
    ["a missing artifact", ["missing.artifact"], {}, /missing.artifact: no such file or folder/],
    ["an artifact among files", ["open.yaml", "harbourline.artifact"], {}, /serve takes one artifact alone, or files/],
    ["no inputs", [], {}, /nothing to serve: name an artifact or files/],
    ["the Admin API without a key", admin, {}, /needs a key: set ROLLCALL_ADMIN_KEY/],
    ["with a short key", admin, { ROLLCALL_ADMIN_KEY: "short-9f" }, /ROLLCALL_ADMIN_KEY: .* at least 16 visible ASCII/],
    ["with one key for both roles", admin, { ...withKey, ROLLCALL_VIEWER_KEY: token }, /give each a key of its own/],
    ["on an address of the network", ["--admin", "0.0.0.0:0", "--state", "x.state"], withKey, /add --admin-remote/],
    ["a state file without a folder", [...admin.slice(0, 3), "no/x"], withKey, /its folder does not exist; create it/],
    ["a state file that is a folder", [...admin.slice(0, 3), "harbourline"], withKey, /is a folder; name a file/],
    ["a state file that is a socket", [...admin.slice(0, 3), "its.socket"], withKey, /device or pipe; name a file/],
    ["a foreign state file", [...admin.slice(0, 3), "open.yaml"], withKey, /is damaged: its first line .* restore it/],
  ];

  let socket: HttpServer;
  beforeAll(async () => {
    const bytes = await readFile(file("harbourline.artifact"));
    socket = createServer().listen(file("its.socket"));
    await writeFile(file("damaged.artifact"), bytes.with(500, (bytes[500] ?? 0) ^ 1));
  });

  afterAll(() => void socket.close());

  test.each(cases)("%s", async (_name, argv, environment, told) => {
    const { code, stdout, stderr } = await workspace.run(["serve", ...argv], environment);
    expect({ code, stdout, stderr }).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(told) });
    expect(stderr).toMatch(/^error: [^\n]*\n$/);
    expect(stderr).not.toMatch(/short-9f|integration-token|unexpected/);
  });

  test("a port in use", async () => {
    const { port } = upstream.address() as AddressInfo;
    const { code, stderr } = await workspace.run(["serve", "open.yaml", "--listen", `127.0.0.1:${port}`]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `error: --listen 127.0.0.1:${port}: something else listens there already; stop it, or choose another port.\n`,
    );
  });
});
