/** Locks of gateways: one holder at a time, whoever comes at once, and nothing left behind. */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startAdmin } from "../../src/admin/start-admin.ts";
import type { ConnectionOptions } from "../../src/gateway/connection.ts";
import type { GatewayLock } from "../../src/gateway/contract.ts";
import { backends } from "../../src/gateway/index.ts";
import { type Failure, startGatewayDouble } from "../gateway-double/server.ts";

const token = "lock-token-0123456789";
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

const connection = (server: string): ConnectionOptions => ({
  server,
  token,
  timeoutMs: 5_000,
  retries: 2,
  concurrency: 4,
});
const lockOf = (backend: keyof typeof backends, server: string): GatewayLock => {
  const { lock } = backends[backend](connection(server));
  if (!lock) throw new Error(`${backend} has no lock`);
  return lock;
};

interface Place {
  readonly open: () => GatewayLock;
  /** What a sync must not see. */
  plugins(): Promise<number>;
  close(): Promise<unknown>;
}

const places: Readonly<Record<string, () => Promise<Place>>> = {
  apisix: async () => {
    const double = await startGatewayDouble({ apiKey: token });
    return {
      open: () => lockOf("apisix", double.url),
      plugins: async () =>
        (await backends.apisix(connection(double.url)).read(new Set(["plugin_configs"]))).plugin_configs.length,
      close: () => double.close(),
    };
  },
  rollcall: async () => {
    const admin = await startAdmin({
      listen: { port: 0 },
      keys: [{ key: token, role: "admin" }],
      stateFile: path.join(folder, "state.json"),
    });
    return {
      open: () => lockOf("rollcall", admin.address.url),
      plugins: async () =>
        (await backends.rollcall(connection(admin.address.url)).read(new Set(["plugin_configs"]))).plugin_configs
          .length,
      close: () => admin.close(),
    };
  },
  "a standalone file": async () => {
    const file = path.join(folder, "apisix.yaml");
    await writeFile(file, "routes: []\n#END\n");
    return { open: () => lockOf("standalone", file), plugins: async () => 0, close: async () => undefined };
  },
};

describe.each(Object.entries(places))("%s", (_name, start) => {
  test("one holder at a time", async () => {
    const place = await start();
    const [first, second] = [place.open(), place.open()];
    expect(await first.take("ann")).toBe("taken");
    expect(await second.take("bob")).toEqual({ heldBy: "ann" });
    expect(await place.plugins()).toBe(0);
    expect(await first.keep("ann")).toBe(true);
    await first.release();
    await first.release();
    expect(await second.take("bob")).toBe("taken");
    await second.release();
    expect(await second.keep("bob")).toBe(false);
    // Who finds it gone must not leave one behind.
    expect(await first.take("ann")).toBe("taken");
    await place.close();
  });

  test("whose lock was broken neither keeps nor releases the one of who took it over", async () => {
    const place = await start();
    const [first, second] = [place.open(), place.open()];
    await first.take("ann");
    await second.release();
    expect(await second.take("bob")).toBe("taken");
    expect(await first.keep("ann")).toBe(false);
    await first.release("ann");
    expect(await first.take("ann")).toEqual({ heldBy: "bob" });
    await second.release("bob");
    expect(await first.take("ann")).toBe("taken");
    await place.close();
  });

  test("of twenty that come at once one takes it", async () => {
    const place = await start();
    const taken = await Promise.all(Array.from({ length: 20 }, (_, index) => place.open().take(`n${index}`)));
    expect(taken.filter((outcome) => outcome === "taken")).toHaveLength(1);
    await place.close();
  });
});

test("the write that takes it is not repeated, as it would find itself", async () => {
  const failures: Failure[] = [{ on: /^PUT /, times: 1, how: "drop-answer" }];
  const double = await startGatewayDouble({ apiKey: token, failures });
  await expect(lockOf("apisix", double.url).take("ann")).rejects.toThrow("cannot reach the gateway");
  expect(double.writes()).toEqual(["PUT /plugin_configs/rollcall-lock"]);
  expect(double.calls.at(-1)?.query).toBe("?ttl=120");
  await double.close();
});

test.each(["api7", "standalone"] as const)("%s holds none", async (mode) => {
  const double = await startGatewayDouble({ apiKey: token, mode });
  expect(backends[mode](connection(double.url)).lock).toBeUndefined();
  await double.close();
});

test("a file that cannot be locked", async () => {
  await expect(lockOf("standalone", path.join(folder, "none", "apisix.yaml")).take("ann")).rejects.toThrow(
    /^cannot write .*apisix\.yaml\.rollcall-lock \(ENOENT\)$/,
  );
  expect(await readdir(folder)).toEqual([]);
});
