/** The Admin API over real sockets and a real file. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type AdminEvent, type AdminOptions, ConfigRefused } from "../../src/admin/contract.ts";
import { startAdmin } from "../../src/admin/start-admin.ts";
import type { Config } from "../../src/model/config.ts";
import { version } from "../../src/version.ts";
import { calls, type Outcome, runConformance, send } from "./conformance.ts";

const key = "admin-key-0123456789";
const viewerKey = "viewer-key-0123456789";
let folder: string;
let stateFile: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rollcall-admin-"));
  stateFile = join(folder, "state.json");
});
afterEach(() => rm(folder, { recursive: true }));

function start(more: Partial<AdminOptions> = {}) {
  return startAdmin({
    listen: { port: 0 },
    keys: [
      { key, role: "admin" },
      { key: viewerKey, role: "viewer" },
    ],
    stateFile,
    ...more,
  });
}

async function withAdmin(body: (url: string) => Promise<void>, more: Partial<AdminOptions> = {}): Promise<void> {
  const admin = await start(more);
  try {
    await body(admin.address.url);
  } finally {
    await admin.close();
  }
}

function putConsumer(url: string, username: string, more: object = {}): Promise<Outcome> {
  return send({ name: "", method: "PUT", path: "/consumers", body: { username, ...more }, status: 0 }, url, key);
}

function get(url: string, path: string, headers: Record<string, string> = {}): Promise<Outcome> {
  return send(
    { name: "", method: "GET", path, as: "nobody", headers: { "X-API-KEY": key, ...headers }, status: 0 },
    url,
    key,
  );
}

test("the calls of the reference", async () => {
  const events: AdminEvent[] = [];
  await withAdmin(
    async (url) => {
      expect(await runConformance(url, key)).toEqual([]);
    },
    { log: (event) => events.push(event) },
  );
  expect(events.filter((event) => event.kind === "fault")).toEqual([]);
  expect(JSON.stringify(events)).not.toMatch(/key-of-jack|admin-key/);
});

test("each call of the table has a name of its own, by which a fault is told", () => {
  expect(new Set(calls.map(({ name }) => name)).size).toBe(calls.length);
});

test("every answer names the version of API and server", async () => {
  await withAdmin(async (url) => {
    for (const path of ["/consumers", "/nonsense"]) {
      const { headers } = await get(url, path);
      expect([headers.get("x-api-version"), headers.get("server"), headers.get("content-type")]).toEqual([
        "v3",
        `rollcall/${version}`,
        "application/json",
      ]);
    }
  });
});

describe("keys", () => {
  const cases: [string, string, Record<string, string>, string, number, string][] = [
    ["in the header", "GET", { "X-API-KEY": key }, "", 200, ""],
    ["in the query", "GET", {}, `?api_key=${key}`, 200, ""],
    ["in the cookie", "GET", { Cookie: `a=b; x_api_key=${key}` }, "", 200, ""],
    ["empty", "GET", { "X-API-KEY": "" }, "", 401, "missing apikey"],
    ["with one character more", "GET", { "X-API-KEY": `${key}x` }, "", 401, "wrong apikey"],
    ["a viewer reads", "GET", { "X-API-KEY": viewerKey }, "", 200, ""],
    ["a viewer writes", "PUT", { "X-API-KEY": viewerKey }, "", 401, "invalid method for role viewer"],
    ["a viewer deletes", "DELETE", { "X-API-KEY": viewerKey }, "/x", 401, "invalid method for role viewer"],
  ];
  test.each(cases)("%s", async (_name, method, headers, suffix, status, description) => {
    await withAdmin(async (url) => {
      const response = await fetch(`${url}/apisix/admin/consumers${suffix}`, { method, headers });
      const body = (await response.json()) as { description?: string };
      expect([response.status, body.description ?? ""]).toEqual([status, description]);
    });
  });

  test.each([[[]], [[{ key: "short", role: "admin" as const }]]])(
    "are required and must be long (%j)",
    async (keys) => {
      await expect(start({ keys })).rejects.toThrow(/key/);
    },
  );
});

test("paging goes over all in the order of creation", async () => {
  await withAdmin(async (url) => {
    const names = Array.from({ length: 25 }, (_each, index) => `user-${99 - index}`);
    for (const name of names) await putConsumer(url, name);
    const seen: string[] = [];
    for (const page of [1, 2, 3, 4]) {
      const { text } = await get(url, `/consumers?page=${page}&page_size=10`);
      const body = JSON.parse(text) as { total: number; list: { value: { username: string } }[] };
      expect(body.total).toBe(25);
      seen.push(...body.list.map(({ value }) => value.username));
    }
    expect(seen).toEqual(names);
  });
});

test.each(["(a+)+$", "(a|a)*b", "a*b*c*", "(", "\\1"])(
  "a name filter that could take long or is wrong is refused: %s",
  async (pattern) => {
    await withAdmin(async (url) => {
      expect((await get(url, `/routes?name=${encodeURIComponent(pattern)}`)).status).toBe(400);
    });
  },
);

test("times and revisions: creation stays, modification moves", async () => {
  await withAdmin(async (url) => {
    type Body = { createdIndex: number; modifiedIndex: number; value: { create_time: number; update_time: number } };
    const first = JSON.parse((await putConsumer(url, "jack")).text) as Body;
    const second = JSON.parse((await putConsumer(url, "jack", { desc: "x" })).text) as Body;
    expect(second.createdIndex).toBe(first.createdIndex);
    expect(second.modifiedIndex).toBeGreaterThan(first.modifiedIndex);
    expect(second.value.create_time).toBe(first.value.create_time);
    expect(Math.abs(second.value.update_time - Date.now() / 1000)).toBeLessThan(5);
  });
});

describe("serving what was written", () => {
  test("a write is acknowledged after onChange, and writes that come together are one change", async () => {
    const configs: Config[] = [];
    const onChange = async (config: Config): Promise<void> => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      configs.push(config);
    };
    await withAdmin(
      async (url) => {
        const names = Array.from({ length: 40 }, (_each, index) => `user-${index}`);
        await Promise.all(
          names.map(async (name) => {
            expect((await putConsumer(url, name)).status).toBe(201);
            expect(configs.some((config) => config.consumers.some(({ id }) => id === name))).toBe(true);
          }),
        );
        expect(configs.at(-1)?.consumers).toHaveLength(40);
        expect(configs.length).toBeLessThan(20);
      },
      { onChange },
    );
  });

  test("the configuration has no server-set fields, and ids stand in for missing names", async () => {
    const configs: Config[] = [];
    await withAdmin(
      async (url) => {
        await putConsumer(url, "jack");
        const path = "/consumers/jack/credentials/c1";
        await send(
          { name: "", method: "PUT", path, body: { plugins: { "key-auth": { key: "k" } } }, status: 0 },
          url,
          key,
        );
      },
      { onChange: (config) => void configs.push(config) },
    );
    const latest = configs.at(-1);
    expect(latest?.consumers).toEqual([
      {
        id: "jack",
        value: { username: "jack" },
        hasOwnId: true,
        credentials: [
          { id: "c1", value: { id: "c1", name: "c1", plugins: { "key-auth": { key: "k" } } }, hasOwnId: true },
        ],
      },
    ]);
    expect(latest?.declared.size).toBe(8);
  });

  test("what cannot be served is refused alone and not stored", async () => {
    const onChange = (config: Config): void => {
      if (config.consumers.some(({ id }) => id === "bad")) throw new ConfigRefused("bad is bad");
    };
    await withAdmin(
      async (url) => {
        const outcomes = await Promise.all(["a", "bad", "b"].map((name) => putConsumer(url, name)));
        expect(outcomes.map(({ status }) => status)).toEqual([201, 400, 201]);
        expect(outcomes[1]?.text).toContain("bad is bad");
        expect((await get(url, "/consumers/bad")).status).toBe(404);
      },
      { onChange },
    );
    await withAdmin(async (url) => expect((await get(url, "/consumers")).text).toContain('"total":2'), { onChange });
  });

  test("what cannot be stored is not acknowledged, and the former configuration is served again", async () => {
    const served: number[] = [];
    const admin = await start({ onChange: (config) => void served.push(config.consumers.length) });
    await putConsumer(admin.address.url, "a");
    await rm(folder, { recursive: true });
    expect((await putConsumer(admin.address.url, "b")).status).toBe(503);
    expect((await get(admin.address.url, "/consumers/b")).status).toBe(404);
    expect(served).toEqual([0, 1, 2, 1]);
    await admin.close();
    folder = await mkdtemp(join(tmpdir(), "rollcall-admin-"));
  });
});

describe("the state file", () => {
  const secret = "a-secret-of-jack";

  test("is found again, is for its owner only, and leaves no other file", async () => {
    await withAdmin(async (url) => void (await putConsumer(url, "jack", { plugins: { "key-auth": { key: secret } } })));
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["state.json"]);
    await withAdmin(async (url) => expect((await get(url, "/consumers/jack")).text).toContain(secret));
  });

  test("sealed, it does not hold the secret in clear, and needs its key", async () => {
    const stateKey = Buffer.alloc(32, 7);
    await withAdmin(
      async (url) => void (await putConsumer(url, "jack", { plugins: { "key-auth": { key: secret } } })),
      { stateKey },
    );
    expect((await readFile(stateFile)).includes(secret)).toBe(false);
    await withAdmin(async (url) => expect((await get(url, "/consumers/jack")).text).toContain(secret), { stateKey });
    await expect(start({ stateKey: Buffer.alloc(32, 8) })).rejects.toThrow(/cannot be opened with this key/);
    await expect(start()).rejects.toThrow(/no key is given/);
  });

  const damages: [string, (bytes: Buffer) => Buffer, RegExp][] = [
    ["empty", () => Buffer.alloc(0), /damaged/],
    ["cut short", (bytes) => bytes.subarray(0, -3), /damaged: its digest/],
    ["one character changed", (bytes) => Buffer.from(bytes.toString().replace("jack", "jock")), /damaged: its digest/],
    ["something else", () => Buffer.from("{}\n{}"), /damaged: its first line/],
    [
      "of a later version",
      (bytes) => Buffer.from(bytes.toString().replace('"version":2', '"version":3')),
      /version 3; this is version 2/,
    ],
  ];
  test.each(damages)("%s: it is refused and left as it is", async (_name, damage, message) => {
    await withAdmin(async (url) => void (await putConsumer(url, "jack")));
    const damaged = damage(await readFile(stateFile));
    await writeFile(stateFile, damaged);
    await expect(start()).rejects.toThrow(message);
    expect(await readFile(stateFile)).toEqual(damaged);
  });
});
