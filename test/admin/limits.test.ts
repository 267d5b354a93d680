/** What the Admin API does not take: too much, too often, in clear, without a client certificate. */
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { Agent, type RequestOptions, request } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AdminOptions, AdminServer, AdminTls } from "../../src/admin/contract.ts";
import { createLimits } from "../../src/admin/limits.ts";
import { startAdmin } from "../../src/admin/start-admin.ts";

const key = "admin-key-0123456789";
const viewerKey = "viewer-key-0123456789";
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-limits-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function withAdmin(more: Partial<AdminOptions>, body: (server: AdminServer) => Promise<void>): Promise<void> {
  const keys: AdminOptions["keys"] = [
    { key, role: "admin" },
    { key: viewerKey, role: "viewer" },
  ];
  const server = await startAdmin({ listen: { port: 0 }, keys, stateFile: path.join(folder, "state.json"), ...more });
  await body(server).finally(() => server.close());
}

function list(server: AdminServer, as: string): Promise<Response> {
  return fetch(`${server.address.url}/apisix/admin/consumers`, { headers: { "X-API-KEY": as } });
}

/** At once; how many were admitted by a bucket that fills at `rate` a second is known up to the time that it took. */
async function askAtOnce(server: AdminServer, as: string, times: number, rate: number) {
  const start = performance.now();
  const responses = await Promise.all(Array.from({ length: times }, () => list(server, as)));
  const filled = Math.ceil(((performance.now() - start) / 1000) * rate);
  const limited = responses.filter(({ status }) => status === 429);
  return { admitted: responses.filter(({ status }) => status !== 429), limited, filled };
}

test("wrong keys are answered 401, then 429 with the seconds to wait; right ones do not notice", async () => {
  await withAdmin({}, async (server) => {
    const { admitted, limited, filled } = await askAtOnce(server, "guess-0123456789", 100, 5);
    expect(new Set(admitted.map(({ status }) => status))).toEqual(new Set([401]));
    expect(admitted.length).toBeGreaterThanOrEqual(20);
    expect(admitted.length).toBeLessThanOrEqual(20 + filled);
    const [refused] = limited;
    expect([refused?.headers.get("retry-after"), await refused?.json()]).toEqual([
      "1",
      { error_msg: "too many requests without a valid key" },
    ]);
    expect((await askAtOnce(server, key, 30, 0)).admitted.map(({ status }) => status)).toEqual(Array(30).fill(200));
  });
});

test("with a rate, each key has its own", async () => {
  await withAdmin({ rate: 3 }, async (server) => {
    const { admitted, limited, filled } = await askAtOnce(server, key, 40, 3);
    expect(new Set(admitted.map(({ status }) => status))).toEqual(new Set([200]));
    expect(admitted.length).toBeGreaterThanOrEqual(3);
    expect(admitted.length).toBeLessThanOrEqual(3 + filled);
    expect(limited.length).toBeGreaterThan(0);
    expect((await askAtOnce(server, viewerKey, 3, 3)).limited).toEqual([]);
  });
});

test("the rate of a key fills again with time, up to a second's worth", () => {
  let now = 0;
  const limits = createLimits(2, () => now);
  const taken = (): number => [1, 2, 3, 4].filter(() => limits.refuse(0) === undefined).length;
  const seen = [0, 100, 500, 1_000, 60_000].map((at) => {
    now = at;
    return taken();
  });
  expect(seen).toEqual([2, 0, 1, 1, 2]);
});

test("what requests keep in memory is bounded, and given back", () => {
  const limits = createLimits(undefined);
  const all = Array.from({ length: 1_000 }, () => limits.begin());
  expect(limits.begin()).toBeUndefined();
  const mebibyte = 1024 * 1024;
  expect(all.map((held) => held?.take(mebibyte)).filter(Boolean)).toHaveLength(64);
  for (const held of all) held?.release();
  expect(limits.begin()?.take(64 * mebibyte)).toBe(true);
});

test.each([
  ["of a size that is told", (size: number): RequestInit["body"] => "x".repeat(size)],
  ["of an unknown size", (size: number): RequestInit["body"] => new Blob(["x".repeat(size)]).stream()],
])("a body of more than 1.5 MiB %s is answered 413, on a connection that can be used again", async (_name, body) => {
  await withAdmin({}, async (server) => {
    const put = (size: number): Promise<Response> =>
      fetch(`${server.address.url}/apisix/admin/consumers`, {
        method: "PUT",
        headers: { "X-API-KEY": key },
        body: body(size),
        duplex: "half",
      } as RequestInit);
    const largest = 1.5 * 1024 * 1024;
    expect((await put(largest)).status).toBe(400);
    const refused = await put(largest + 1);
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining("maximum size 1572864")]);
    expect((await list(server, key)).status).toBe(200);
  });
});

describe("TLS", () => {
  const pem = (name: string): string =>
    readFileSync(path.join(import.meta.dirname, `../proxy/tls/${name}.pem`), "utf8");
  const pair = (name: string): AdminTls => ({ cert: pem(`${name}.cert`), key: pem(`${name}.key`) });

  function ask(server: AdminServer, options: RequestOptions): Promise<number | string> {
    const { host, port } = server.address;
    const sent = { host, port, path: "/apisix/admin/consumers", headers: { "X-API-KEY": key }, agent: new Agent() };
    return new Promise((resolve) => {
      request({ ...sent, ...options }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "error"))
        .end();
    });
  }

  test("a certificate of the named authorities and a key, both, are needed", async () => {
    await withAdmin({ tls: { ...pair("first"), clientCa: pem("client.cert") } }, async (server) => {
      expect(server.address.url).toMatch(/^https:/);
      const ca = pem("first.cert");
      const mine = { ca, ...pair("client") };
      expect(await ask(server, mine)).toBe(200);
      expect(await ask(server, { ...mine, headers: {} })).toBe(401);
      expect(await ask(server, { ca })).toMatch(/CERTIFICATE_REQUIRED|ECONNRESET|EPIPE/);
      expect(await ask(server, { ca, ...pair("second") })).toMatch(/UNKNOWN_CA|ECONNRESET|EPIPE/);
      expect(await ask(server, { ...mine, maxVersion: "TLSv1.1", minVersion: "TLSv1" })).toMatch(/E/);
      await expect(fetch(server.address.url.replace("https", "http"))).rejects.toThrow();
    });
  });

  test("a renewed certificate is shown to new connections; without a client authority none is asked for", async () => {
    await withAdmin({ tls: pair("first") }, async (server) => {
      expect(await ask(server, { ca: pem("first.cert") })).toBe(200);
      server.useCertificates(pair("renewed"));
      expect(await ask(server, { ca: pem("renewed.cert") })).toBe(200);
      expect(await ask(server, { ca: pem("first.cert") })).toMatch(/CERT/);
    });
  });
});

describe("bodies", () => {
  const deep = (levels: number): string => `{"uri":"/a","vars":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  const many = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join("\n");
  test.each([
    ["as many levels as APISIX reads", "json", deep(999), 201, /^$/],
    ["more of them", "json", deep(100_000), 400, /^invalid request body: nested deeper than 1000 levels$/],
    ["more of them in YAML", "yaml", `x: ${"[".repeat(1_000)}${"]".repeat(1_000)}`, 400, /^invalid request body: /],
    ["a key twice in YAML", "yaml", "uri: /a\nuri: /b", 400, /^invalid request body: malformed YAML$/],
    // Compared each with each, as the parser does by itself, they would hold up all for half a minute.
    ["many keys in YAML", "yaml", many, 400, /^invalid configuration: property "uri" is required$/],
  ])("%s", { timeout: 10_000 }, async (_name, type, body, status, expected) => {
    await withAdmin({}, async (server) => {
      const answered = await fetch(`${server.address.url}/apisix/admin/routes/r`, {
        method: "PUT",
        headers: { "X-API-KEY": key, "Content-Type": `application/${type}` },
        body,
      });
      const { error_msg = "" } = (await answered.json()) as { error_msg?: string };
      expect([answered.status, error_msg]).toEqual([status, expect.stringMatching(expected)]);
    });
  });
});
