/** Limits that count in a real Redis: exact over several proxies, and refused in time whatever happens to it. */

import { createServer, type Server, type Socket } from "node:net";
import path from "node:path";
import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { CounterStore } from "../../../src/engine/contract.ts";
import { createCounters } from "../../../src/engine/counters.ts";
import { type Connection, createConnection } from "../../../src/proxy/redis/connection.ts";
import { keyName } from "../../../src/proxy/redis/key-name.ts";
import { redisPlaces } from "../../../src/proxy/redis/places.ts";
import { createRemoteCounters, type RemoteCounters } from "../../../src/proxy/redis/remote-counters.ts";
import { redisSettings, UnusableSettings } from "../../../src/proxy/redis/settings.ts";
import { hasRedis, type RedisServer, startRedis } from "../../cli/redis-server.ts";
import { freePort } from "../../free-port.ts";

vi.setConfig({ testTimeout: 20_000, hookTimeout: 20_000 });

const opened: RemoteCounters[] = [];
const told: string[] = [];

/** The store of one more proxy. */
function open(
  settings: Readonly<Record<string, unknown>>,
  clock: "redis" | "engine" = "redis",
): Required<CounterStore> {
  const remote = createRemoteCounters({
    clock,
    tell: (message) => told.push(message),
    resolveReference: (reference) => (reference === "$env://REDIS" ? server.password : undefined),
  });
  opened.push(remote);
  return remote.find(settings) as Required<CounterStore>;
}

let server: RedisServer;
const settings = (more: Readonly<Record<string, unknown>> = {}) => ({
  policy: "redis",
  redis_host: "127.0.0.1",
  redis_port: server.port,
  redis_password: server.password,
  redis_timeout: 10_000,
  ...more,
});

/** Milliseconds until it was told that the store failed. */
async function failure(store: CounterStore, key = "k"): Promise<{ readonly message: string; readonly ms: number }> {
  const start = performance.now();
  const message = await Promise.resolve()
    .then(() => store.hit(key, 1000, 60, Date.now()))
    .then(
      () => "counted",
      (error: Error) => error.message,
    );
  return { message, ms: performance.now() - start };
}

afterEach(() => {
  for (const remote of opened.splice(0)) remote.close();
  // Whatever went wrong, nobody was told the password.
  expect(told.splice(0).join("\n")).not.toMatch(/redis-password|wrong-password|limits-password/);
});

describe.skipIf(!hasRedis)("Redis", () => {
  let redis: Redis;
  beforeAll(async () => {
    server = await startRedis();
    redis = new Redis({ port: server.port, password: server.password, protocol: 2 });
    redis.on("error", () => {});
  });
  afterAll(async () => {
    redis?.disconnect();
    await server?.kill();
  });

  test.each(["hit", "slide"] as const)(
    "500 requests at once over two proxies: %s lets exactly 100 pass",
    async (kind) => {
      const stores = [open(settings()), open(settings())];
      const key = `shared-${kind}`;
      const states = await Promise.all(
        Array.from({ length: 500 }, (_, index) => stores[index % 2]?.[kind](key, 100, 3600, Date.now())),
      );
      expect(states.filter((state) => state !== undefined && state.remaining >= 0)).toHaveLength(100);
    },
  );

  test.each(["hit", "slide"] as const)("the same answers as the counters in memory: %s", async (kind) => {
    let seed = 20_261_124;
    const random = (bound: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * bound);
    };
    const local = createCounters() as Required<Pick<CounterStore, "hit" | "slide">>;
    const remote = open(settings(), "engine");
    let now = 1_790_000_000_000;
    for (let step = 0; step < 300; step++) {
      now += random(4_000);
      const limit = 3 + random(3);
      const expected = local[kind]("k", limit, 10, now);
      expect(await remote[kind](`model-${kind}`, limit, 10, now), `step ${step}`).toEqual(expected);
    }
  });

  test.each(["hit", "slide"] as const)("a clock that is set back lets nobody pass more often: %s", async (kind) => {
    const store = open(settings(), "engine");
    const start = 1_790_000_000_000;
    const remaining: number[] = [];
    for (const seconds of [9, 9, 0, -100, 5, 9]) {
      remaining.push((await store[kind](`back-${kind}`, 3, 10, start + seconds * 1000)).remaining);
    }
    expect(remaining).toEqual([2, 1, 0, -1, -1, -1]);
  });

  test("a leaky bucket of 2 a second with a burst of 3", async () => {
    const store = open(settings(), "engine");
    const start = 1_790_000_000_000;
    const steps: readonly (readonly [seconds: number, isAdmitted: boolean, excess: number])[] = [
      [0, true, 0],
      [0, true, 1],
      [0, true, 2],
      [0, true, 3],
      [0, false, 4],
      [0.25, false, 3.5],
      [0.5, true, 3],
      [-100, false, 4],
      [0.5, false, 4],
      [10, true, 0],
    ];
    for (const [seconds, isAdmitted, excess] of steps) {
      expect(await store.drip("bucket", 2, 3, start + seconds * 1000), `at ${seconds}`).toEqual({ isAdmitted, excess });
    }
    expect(await redis.pttl(keyName("bucket", "bucket"))).toBeGreaterThan(0);
  });

  test("500 at once into a bucket over two proxies: as many as the burst allows", async () => {
    const stores = [open(settings()), open(settings())];
    const states = await Promise.all(
      Array.from({ length: 500 }, (_, index) => stores[index % 2]?.drip("rush", 0.001, 99, 0)),
    );
    expect(states.filter((state) => state?.isAdmitted)).toHaveLength(100);
  });

  test("places: no more than there are over two proxies, given back, and freed when a proxy is gone", async () => {
    const stores = [open(settings()), open(settings())];
    const states = await Promise.all(
      Array.from({ length: 100 }, (_, index) => stores[index % 2]?.enter("seats", 10, 0)),
    );
    const admitted = states.flatMap((state, index) =>
      state?.isAdmitted ? [{ ...state, store: stores[index % 2] }] : [],
    );
    expect(admitted.map(({ taken }) => taken).sort((left, right) => left - right)).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
    ]);
    const [first] = admitted;
    await first?.store?.leave("seats", first.ticket);
    await first?.store?.leave("seats", first.ticket);
    expect(await stores[0]?.enter("seats", 10, 0)).toMatchObject({ isAdmitted: true, taken: 10 });
    expect(await stores[1]?.enter("seats", 10, 0)).toMatchObject({ isAdmitted: false, taken: 10 });
    // With the leases of a proxy that is not there any more, time alone frees them.
    const later = open(settings(), "engine");
    expect(await later.enter("seats", 10, Date.now() + 31_000)).toMatchObject({ isAdmitted: true, taken: 1 });
  });

  test("a place is kept for as long as its request lasts, and lapses with a proxy that was killed", async () => {
    const target = redisSettings(settings(), () => undefined);
    if (target instanceof UnusableSettings) throw new Error(target.reason);
    const [alive, other] = [0, 1].map(() => createConnection(target.target, () => {}));
    if (!alive || !other) throw new Error("no connection");
    const places = (connection: Connection) => redisPlaces({ connection, timeoutMs: 10_000, clock: "redis" }, 900);
    const [mine, theirs] = [places(alive), places(other)];
    expect(await mine.enter("lease", 1, 0)).toMatchObject({ isAdmitted: true });
    await new Promise((resolve) => setTimeout(resolve, 1800));
    expect(await theirs.enter("lease", 1, 0)).toMatchObject({ isAdmitted: false });
    alive.close();
    await vi.waitFor(async () => expect(await theirs.enter("lease", 1, 0)).toMatchObject({ isAdmitted: true }), 5000);
    other.close();
  });

  test("every key ends with its window, and names nobody", async () => {
    const store = open(settings({ redis_database: 3 }));
    await store.hit("jacks-secret", 5, 30, 0);
    await store.slide("jacks-secret", 5, 30, 0);
    const other = redis.duplicate({ db: 3 });
    const keys = await other.keys("*");
    expect(keys.sort()).toEqual([keyName("fixed", "jacks-secret"), keyName("sliding", "jacks-secret")].sort());
    for (const key of keys) {
      const ttl = await other.pttl(key);
      expect(ttl).toBeGreaterThan(0);
      expect(ttl).toBeLessThanOrEqual(60_000);
    }
    other.disconnect();
  });

  test("the clock of the proxy does not matter", async () => {
    const store = open(settings());
    expect(await store.hit("steps", 1, 60, 0)).toMatchObject({ remaining: 0 });
    expect(await store.hit("steps", 1, 60, Date.now() + 10 ** 9)).toMatchObject({ remaining: -1 });
  });

  test("windows as long as numbers go", async () => {
    const store = open(settings());
    expect(await store.hit("long", 2, Number.MAX_SAFE_INTEGER, 0)).toMatchObject({ remaining: 1 });
    expect(await store.hit("long", 10 ** 15, 60, 0)).toMatchObject({ remaining: 10 ** 15 - 2 });
  });

  test("scripts that Redis has forgotten are sent again", async () => {
    const store = open(settings());
    await store.hit("forgotten", 5, 60, 0);
    await redis.script("FLUSH");
    expect(await store.hit("forgotten", 5, 60, 0)).toMatchObject({ remaining: 3 });
  });

  test("a password by reference; one that does not resolve, and a wrong one, are failures", async () => {
    expect(await open(settings({ redis_password: "$env://REDIS" })).hit("ref", 5, 60, 0)).toMatchObject({
      remaining: 4,
    });
    expect(await failure(open(settings({ redis_password: "$env://NONE" })))).toMatchObject({
      message: "redis_password: $env://NONE does not resolve",
    });
    expect(await failure(open(settings({ redis_password: "wrong-password" })))).toMatchObject({
      message: "Redis does not take this user or password",
    });
    expect(await failure(open(settings({ redis_password: undefined })))).toMatchObject({
      message: "Redis wants a password",
    });
    expect(await failure(open(settings({ redis_database: 99 })))).toMatchObject({
      message: "Redis refuses the command (ERR)",
    });
    expect(told).toHaveLength(4);
  });

  test("a key that holds something else fails for itself alone", async () => {
    const store = open(settings());
    await redis.set(keyName("fixed", "text"), "hello");
    expect(await failure(store, "text")).toMatchObject({ message: "a key of the counters holds something else" });
    expect(await store.hit("beside", 5, 60, 0)).toMatchObject({ remaining: 4 });
  });

  test("a user with the rights that docs/limits.md names is enough; one without them is told so", async () => {
    const rights = ["+eval", "+evalsha", "+hmget", "+hset", "+pexpire", "+time", "+select", "~rollcall:*"];
    await redis.acl("SETUSER", "limits", "on", ">limits-password", ...rights);
    const access = { redis_username: "limits", redis_password: "limits-password", redis_database: 2 };
    const store = open(settings(access));
    expect(await store.hit("acl", 5, 60, 0)).toMatchObject({ remaining: 4 });
    expect(await store.slide("acl", 5, 60, 0)).toMatchObject({ remaining: 4 });
    await redis.acl("SETUSER", "limits", "-evalsha");
    expect(await failure(store, "acl")).toMatchObject({ message: "this user of Redis may not run the scripts" });
  });

  test("TLS: a certificate that nobody vouches for is refused, unless that is switched off", async () => {
    const file = (name: string): string => path.resolve(import.meta.dirname, `../../gateway/tls/server.${name}.pem`);
    const certificate = [
      "--tls-cert-file",
      file("cert"),
      "--tls-key-file",
      file("key"),
      "--tls-ca-cert-file",
      file("cert"),
    ];
    const secure = await startRedis({
      arguments: ["--port", "0", "--tls-port", "PORT", "--tls-auth-clients", "no", ...certificate],
    });
    const tls = { redis_port: secure.port, redis_ssl: true };
    expect((await failure(open(settings(tls)))).message).toMatch(/^Redis cannot be reached \(\w*CERT\w*\)$/);
    expect((await failure(open(settings({ ...tls, redis_ssl_verify: false })))).message).toBe("counted");
    expect((await failure(open(settings({ redis_port: secure.port })))).message).toMatch(/^Redis /);
    await secure.kill();
  });

  test("no memory left, a replica: refused at once", async () => {
    const store = open(settings());
    await redis.config("SET", "maxmemory", "1");
    expect(await failure(store, "more")).toMatchObject({ message: "Redis has no memory left" });
    await redis.config("SET", "maxmemory", "0");
    await redis.replicaof("127.0.0.1", "1");
    expect(await failure(store, "more")).toMatchObject({ message: "this Redis is a read-only replica" });
    await redis.replicaof("NO", "ONE");
  });

  test("paused: the first waits for redis_timeout, the others do not; it counts again once it is back", async () => {
    const store = open(settings({ redis_timeout: 400 }));
    await store.hit("paused", 1000, 60, 0);
    server.signal("SIGSTOP");
    try {
      const first = await failure(store, "paused");
      expect(first.message).toBe("Redis did not answer in time");
      expect(first.ms).toBeGreaterThan(350);
      expect(first.ms).toBeLessThan(2000);
      const others = await Promise.all(Array.from({ length: 200 }, () => failure(store, "paused")));
      expect(Math.max(...others.map(({ ms }) => ms))).toBeLessThan(350);
    } finally {
      server.signal("SIGCONT");
    }
    await expect.poll(() => failure(store, "paused")).toMatchObject({ message: "counted" });
    expect(told).toEqual([
      expect.stringContaining("Redis did not answer in time"),
      expect.stringContaining("Redis counts again"),
    ]);
  });

  test("killed: refused at once, few attempts to connect; counts again after a restart", async () => {
    const port = server.port;
    const store = open(settings());
    await store.hit("killed", 1000, 60, 0);
    await server.kill();
    const refused = await failure(store, "killed");
    expect(refused.message).toMatch(/^Redis cannot be reached/);
    expect(refused.ms).toBeLessThan(2000);
    // What listens there now counts who comes, and hangs up.
    let attempts = 0;
    const listener = createServer((socket) => {
      attempts++;
      socket.destroy();
    });
    await new Promise<void>((resolve) => listener.listen(port, "127.0.0.1", resolve));
    const end = performance.now() + 1000;
    let asked = 0;
    while (performance.now() < end) {
      await Promise.all(Array.from({ length: 50 }, () => failure(store, "killed")));
      asked += 50;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise((resolve) => listener.close(resolve));
    expect(asked).toBeGreaterThan(100);
    expect(attempts).toBeLessThanOrEqual(10);
    server = await startRedis({ port });
    await expect.poll(() => failure(store, "killed"), { timeout: 5000 }).toMatchObject({ message: "counted" });
  });
});

describe.skipIf(!hasRedis)("a server that lies", () => {
  const sockets = new Set<Socket>();
  let liar: Server;
  let answer: string;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    liar = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("data", () => socket.write(answer));
    });
    await new Promise<void>((resolve) => liar.listen(port, "127.0.0.1", resolve));
  });
  afterAll(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => liar.close(resolve));
  });

  test.each<[name: string, answer: string, message: RegExp]>([
    ["HTTP", "HTTP/1.1 200 OK\r\n\r\n", /^Redis cannot be reached/],
    ["OK", "+OK\r\n", /^Redis gave an answer that cannot be right$/],
    ["nothing", "$-1\r\n", /^Redis gave an answer that cannot be right$/],
    ["more than there is", "*2\r\n:5000\r\n:10\r\n", /^Redis gave an answer that cannot be right$/],
    ["time that never ends", "*2\r\n:5\r\n:61000\r\n", /^Redis gave an answer that cannot be right$/],
    ["texts", "*2\r\n+5\r\n+10\r\n", /^Redis gave an answer that cannot be right$/],
    ["half an answer", "*2\r\n:5\r\n", /^Redis did not answer in time$/],
    ["an error with what was sent", "-ERR redis-password-7d1e\r\n", /^Redis refuses the command \(ERR\)$/],
    ["NOSCRIPT for ever", "-NOSCRIPT no\r\n", /^Redis refuses the command \(NOSCRIPT\)$/],
  ])("%s", async (_, lie, message) => {
    answer = lie;
    const store = open({ policy: "redis", redis_host: "127.0.0.1", redis_port: port, redis_timeout: 300 });
    expect((await failure(store)).message).toMatch(message);
  });
});

test("nobody listens", async () => {
  const nobody = await freePort();
  const store = open({ policy: "redis", redis_host: "127.0.0.1", redis_port: nobody, redis_timeout: 300 });
  expect((await failure(store)).message).toBe("Redis cannot be reached (ECONNREFUSED)");
});
