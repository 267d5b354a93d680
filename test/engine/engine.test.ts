/** The engine as a part that people embed: at once where nothing waits, without Node, and safe against plugins that throw. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { Artifact } from "../../src/artifact/contract.ts";
import { openArtifact } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { engineAbilities, executablePlugins } from "../../src/engine/abilities.ts";
import type { CounterStore } from "../../src/engine/contract.ts";
import { createCounters } from "../../src/engine/counters.ts";
import { createEngine, decide } from "../../src/engine/decide.ts";
import { type Case, openCase, toConfig, toRequest } from "./case-file.ts";

const upstream = { nodes: { "127.0.0.1:9": 1 } };
const each: Case = {
  name: "",
  requests: [],
  config: {
    consumers: [{ username: "ann", credentials: [{ name: "k", plugins: { "key-auth": { key: "ann" } } }] }],
    routes: [
      { id: "r", uri: "/r", upstream, plugins: { "key-auth": {}, "limit-count": { count: 1, time_window: 60 } } },
      ...Array.from({ length: 500 }, (_, index) => ({ id: `r${index}`, uri: `/many/${index}/*`, upstream })),
    ],
  },
};

test("decides at once where nothing has to wait", () => {
  const decision = openCase(each).engine.decide(toRequest({ send: "GET /r", headers: { apikey: "ann" } }, each));
  expect(decision).not.toBeInstanceOf(Promise);
  expect(decision).toMatchObject({ kind: "forward", consumer: "ann", credentialId: "k" });
});

test("becomes a promise where a store answers later", async () => {
  const { engine } = openCase({ ...each, store: "later" });
  const request = toRequest({ send: "GET /r", headers: { apikey: "ann" } }, each);
  const decisions = [engine.decide(request), engine.decide(request)];
  expect(decisions.every((decision) => decision instanceof Promise)).toBe(true);
  expect(await Promise.all(decisions)).toMatchObject([{ kind: "forward" }, { kind: "respond", status: 503 }]);
});

test("a plugin that throws refuses, and tells nothing of what it threw", async () => {
  const key = new Uint8Array(32);
  const bytes = compile(toConfig(each.config ?? {}), { crypto: nodeCrypto, key, tool: "test" });
  const artifact = {
    ...openArtifact(bytes, { crypto: nodeCrypto, key }),
    findCredential: () => {
      throw new Error("the secret ann");
    },
  };
  const services = { crypto: nodeCrypto, now: () => 0, counters: createCounters() };
  const decision = await decide(toRequest({ send: "GET /r", headers: { apikey: "ann" } }, each), artifact, services);
  expect(decision).toMatchObject({ status: 500, plugin: "key-auth" });
  expect(JSON.stringify(decision)).not.toContain("secret");
});

/** Of no consumer it is known from the tables that its record need not be read. */
const withoutPlain = (artifact: Artifact): Artifact => ({
  ...artifact,
  holder: (credential) => ({ ...artifact.holder(credential), isPlain: false }),
});

test.each<[string, (artifact: Artifact) => Artifact]>([
  ["tables", (artifact) => ({ ...artifact, holder: fail })],
  ["records", (artifact) => ({ ...withoutPlain(artifact), consumer: fail })],
  [
    "group",
    (artifact) => ({
      ...withoutPlain(artifact),
      consumer: (index) => ({
        ...artifact.consumer(index),
        get isGroupMissing() {
          return fail();
        },
      }),
    }),
  ],
  [
    "plugins",
    (artifact) => ({
      ...withoutPlain(artifact),
      consumer: (index) => ({
        ...artifact.consumer(index),
        get plugins() {
          return fail();
        },
      }),
    }),
  ],
  [
    "upstream",
    (artifact) => ({
      ...artifact,
      routes: artifact.routes.map((route) => ({
        ...route,
        get upstream() {
          return fail();
        },
      })),
    }),
  ],
])("an artifact that fails on its %s refuses, at once and after a store that answers later", async (_name, damage) => {
  const key = new Uint8Array(32);
  const bytes = compile(toConfig(each.config ?? {}), { crypto: nodeCrypto, key, tool: "test" });
  const artifact = damage(openArtifact(bytes, { crypto: nodeCrypto, key }));
  const later: CounterStore = { hit: async (...hit) => createCounters().hit(...hit) };
  for (const counters of [createCounters(), later]) {
    const engine = createEngine(artifact, { crypto: nodeCrypto, now: () => 0, counters });
    const decision = await engine.decide(toRequest({ send: "GET /r", headers: { apikey: "ann" } }, each));
    expect(decision).toMatchObject({ kind: "respond", status: 500, body: '{"error_msg":"internal error"}' });
    expect(JSON.stringify(decision)).not.toContain("secret");
  }
});

test("a configuration that makes a plugin throw is known before a request comes", () => {
  let deep: unknown = "a";
  for (let depth = 0; depth < 100_000; depth++) deep = [deep];
  const config = { count: 1, time_window: 60, rejected_msg: deep };
  expect(engineAbilities.pluginFault("limit-count", config)).toContain("RangeError");
  expect(engineAbilities.pluginFault("limit-count", { count: 1, time_window: 60 })).toBeUndefined();
});

test("the one-off form keeps the engine, so limits hold", () => {
  const key = new Uint8Array(32);
  const bytes = compile(toConfig(each.config ?? {}), { crypto: nodeCrypto, key, tool: "test" });
  const artifact = openArtifact(bytes, { crypto: nodeCrypto, key });
  const services = { crypto: nodeCrypto, now: () => 0, counters: createCounters() };
  const request = toRequest({ send: "GET /r", headers: { apikey: "ann" } }, each);
  expect(decide(request, artifact, services)).toMatchObject({ kind: "forward" });
  expect(decide(request, artifact, services)).toMatchObject({ status: 503 });
});

test("no reason or body holds a presented credential", async () => {
  const { engine } = openCase(each);
  for (const row of [
    { send: "GET /r", headers: { apikey: "s3cr3t-key" } },
    { send: "GET /r?apikey=s3cr3t-key" },
    { send: "GET /r", headers: { apikey: ["s3cr3t-key", "s3cr3t-key"] } },
  ]) {
    const decision = await engine.decide(toRequest(row, each));
    expect(decision.kind).toBe("respond");
    expect(JSON.stringify(decision)).not.toContain("s3cr3t");
  }
});

test("names the plugins that it executes", () => {
  expect([...executablePlugins].sort()).toEqual([
    "acl",
    "attach-consumer-label",
    "basic-auth",
    "consumer-restriction",
    "cors",
    "fault-injection",
    "hmac-auth",
    "ip-restriction",
    "jwt-auth",
    "key-auth",
    "limit-conn",
    "limit-count",
    "limit-req",
    "mocking",
    "multi-auth",
    "proxy-rewrite",
    "referer-restriction",
    "request-id",
    "response-rewrite",
    "ua-restriction",
  ]);
});

test("imports nothing of Node", () => {
  const folder = fileURLToPath(new URL("../../src/engine/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  const importing = files.filter((name) =>
    /from "node:|\bBuffer\b|\bprocess\./.test(readFileSync(folder + name, "utf8")),
  );
  expect(files.length).toBeGreaterThan(20);
  expect(importing).toEqual([]);
});

function fail(): never {
  throw new Error("the secret");
}
