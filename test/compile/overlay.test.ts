/** What has changed, over what was there, is as if all were compiled anew: the same decisions, the same records. */
import { describe, expect, test } from "vitest";
import { compareArtifacts } from "../../src/artifact/compare.ts";
import { type Artifact, ArtifactError } from "../../src/artifact/contract.ts";
import { baseDigest, baseOf, openArtifact, openOverlay } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { compileOverlay } from "../../src/compile/overlay.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import type { Decision } from "../../src/engine/contract.ts";
import { createCounters } from "../../src/engine/counters.ts";
import { createEngine } from "../../src/engine/decide.ts";
import { key, options } from "../artifact/acme.ts";
import { configuration, type PlainConfig } from "./configuration.ts";
import {
  addConsumers,
  configOf,
  edit,
  emptyModel,
  environment,
  expected,
  type Model,
  randomAsked,
  randomOf,
  requestOf,
} from "./overlay-model.ts";

/** `npm run proof:overlays` takes 1,000 consumers and 10,000 requests, over and over. */
const rounds = Number(process.env["OVERLAY_ROUNDS"] ?? 6);
const consumers = Number(process.env["OVERLAY_CONSUMERS"] ?? 80);
const requests = Number(process.env["OVERLAY_REQUESTS"] ?? 400);
const seed = Number(process.env["OVERLAY_SEED"] ?? 20261124);
const editsInRow = 6;

const openOptions = {
  ...options,
  resolveReference: (reference: string) => environment[reference.slice("$env://".length)],
};

function whole(plain: PlainConfig): Artifact {
  return openArtifact(compile(configuration(plain), options), openOptions);
}

function overlayBytes(base: Artifact, plain: PlainConfig, largestShare = Number.POSITIVE_INFINITY) {
  return compileOverlay(configuration(plain), whole(plain), { ...options, base, largestShare });
}

function overlaid(base: Artifact, plain: PlainConfig): Artifact {
  const bytes = overlayBytes(base, plain);
  if (!bytes) throw new Error("no overlay");
  return openOverlay(bytes, base, openOptions);
}

function told(decision: Decision): string {
  return decision.kind === "forward" ? `${decision.consumer} ${decision.credentialId}` : String(decision.status);
}

async function answers(artifact: Artifact, asked: readonly ReturnType<typeof randomAsked>[]): Promise<string[]> {
  const engine = createEngine(artifact, { crypto: nodeCrypto, now: () => 0, counters: createCounters() });
  return Promise.all(asked.map(async (each) => told(await engine.decide(requestOf(each)))));
}

test.each(Array.from({ length: rounds }, (_, index) => seed + index))(
  "the whole, the overlay and a model decide alike (seed %i)",
  async (each) => {
    const random = randomOf(each);
    const model: Model = emptyModel();
    addConsumers(model, 1 + random(consumers), random);
    const base = whole(configOf(model));
    for (let step = 0; step < editsInRow; step++) {
      edit(model, 1 + random(12), random);
      const plain = configOf(model);
      const over = overlaid(base, plain);
      const asked = Array.from({ length: requests }, () => randomAsked(model, random));
      const wanted = asked.map((one) => expected(model, one));
      expect(await answers(whole(plain), asked)).toEqual(wanted);
      expect(await answers(over, asked)).toEqual(wanted);
      expect(compareArtifacts(over, whole(plain))).toEqual([]);
      expect(over.consumerCount).toBe(model.consumers.size);
      const names = [...model.consumers.keys()].sort();
      const middle = names[random(names.length)] ?? "";
      for (const start of ["", middle, `${middle}-`, "~"]) {
        const held = over.credentialsOf(over.findConsumer(middle));
        expect(held.map((index) => over.consumer(over.credential(index).consumer).username)).toEqual(
          Array(model.consumers.get(middle)?.credentials?.length ?? 0).fill(middle),
        );
        expect([...over.usernamesFrom(start)]).toEqual(names.filter((name) => name >= start));
      }
    }
  },
  120_000 + requests * 60,
);

const withKey = (username: string, value: string, more: object = {}) => ({
  username,
  credentials: [{ name: "main", plugins: { "key-auth": { key: value } } }],
  ...more,
});
const routes = [
  { id: "r", uri: "/key", upstream: { nodes: { "127.0.0.1:9": 1 } }, plugins: { "key-auth": {} } },
] as const;
const plainBase: PlainConfig = {
  consumers: [withKey("ann", "a"), withKey("bob", "b"), withKey("cid", "c")],
  routes,
};

function admitted(artifact: Artifact, value: string): string {
  const found = artifact.findCredential("key-auth", value);
  return found < 0 ? "-" : artifact.consumer(artifact.credential(found).consumer).username;
}

describe("what an overlay says", () => {
  test.each<[string, PlainConfig, Readonly<Record<string, string>>, object]>([
    ["nothing new", plainBase, { a: "ann", b: "bob", c: "cid" }, { changedConsumers: 0, hiddenConsumers: 0 }],
    [
      "a new key: the old one is gone",
      { ...plainBase, consumers: [withKey("ann", "A"), withKey("bob", "b"), withKey("cid", "c")] },
      { a: "-", A: "ann", b: "bob" },
      { changedConsumers: 1, hiddenConsumers: 1 },
    ],
    [
      "a key goes from one to another",
      { ...plainBase, consumers: [withKey("ann", "x"), withKey("bob", "a"), withKey("cid", "c")] },
      { a: "bob", b: "-", x: "ann" },
      { changedConsumers: 2, hiddenConsumers: 2 },
    ],
    [
      "one removed, the last one keeps its key",
      { ...plainBase, consumers: [withKey("bob", "b"), withKey("cid", "c")] },
      { a: "-", b: "bob", c: "cid" },
      { changedConsumers: 0, hiddenConsumers: 1 },
    ],
    ["all removed", { consumers: [], routes }, { a: "-", b: "-", c: "-" }, { changedConsumers: 0, hiddenConsumers: 3 }],
    [
      "added ones",
      { ...plainBase, consumers: [...(plainBase.consumers ?? []), withKey("aaa", "1"), withKey("zed", "2")] },
      { a: "ann", c: "cid", "1": "aaa", "2": "zed" },
      { changedConsumers: 2, hiddenConsumers: 0 },
    ],
    [
      "somebody takes another one's key: neither is let in",
      { ...plainBase, consumers: [...(plainBase.consumers ?? []), withKey("eve", "a")] },
      { a: "-", b: "bob" },
      { changedConsumers: 2, hiddenConsumers: 1 },
    ],
    [
      "other routes",
      { ...plainBase, routes: [{ ...routes[0], uri: "/other" }] },
      { a: "ann" },
      { changedConsumers: 0, keepsRoutes: false },
    ],
  ])("%s", (_, plain, wanted, overlay) => {
    const base = whole(plainBase);
    const over = overlaid(base, plain);
    expect(Object.fromEntries(Object.keys(wanted).map((value) => [value, admitted(over, value)]))).toEqual(wanted);
    expect(over.meta).toMatchObject({ inputDigest: whole(plain).meta.inputDigest, overlay });
    expect(over.routes).toEqual(whole(plain).routes);
    expect(baseOf(over)).toBe(base);
    // What serves meanwhile is not touched.
    expect(admitted(base, "a")).toBe("ann");
  });

  test("a conflict that ends lets in whoever still has the value", () => {
    const base = whole({ ...plainBase, consumers: [withKey("ann", "a"), withKey("bob", "a")] });
    expect(admitted(base, "a")).toBe("-");
    const over = overlaid(base, { ...plainBase, consumers: [withKey("ann", "a"), withKey("bob", "b")] });
    expect([admitted(over, "a"), admitted(over, "b")]).toEqual(["ann", "bob"]);
  });

  test("lines that moved are no change", () => {
    const lined = (line: number): PlainConfig => ({ ...plainBase, consumers: [withKey("ann", "a", { line })] });
    expect(overlaid(whole(lined(3)), lined(30)).meta.overlay).toMatchObject({ changedConsumers: 0 });
  });
});

test("the same changes over the same base are the same bytes", () => {
  const plain: PlainConfig = {
    ...plainBase,
    consumers: [withKey("bob", "b"), withKey("new", "n"), withKey("ann", "A")],
  };
  const turned: PlainConfig = { ...plain, consumers: [...(plain.consumers ?? [])].reverse() };
  expect(overlayBytes(whole(plainBase), plain)).toEqual(overlayBytes(whole(plainBase), turned));
});

test.each<[number, boolean]>([
  [0.34, true],
  [0.33, false],
])("one of three consumers changed, and at most %f of them may: %s", (share, isOverlay) => {
  const plain = { ...plainBase, consumers: [withKey("ann", "A"), withKey("bob", "b"), withKey("cid", "c")] };
  expect(overlayBytes(whole(plainBase), plain, share) !== undefined).toBe(isOverlay);
});

describe("refused", () => {
  const base = whole(plainBase);
  const changed = { ...plainBase, consumers: [withKey("ann", "A")] };
  const bytes = overlayBytes(base, changed) ?? new Uint8Array();

  test("an overlay without its base", () => {
    expect(() => openArtifact(bytes, openOptions)).toThrow(
      new ArtifactError(
        `This is an overlay: changes to the artifact ${base.meta.digest}, without which it says nothing.`,
      ),
    );
    expect(baseDigest(bytes, { crypto: nodeCrypto, key })).toBe(base.meta.digest);
    expect(baseDigest(compile(configuration(plainBase), options), { crypto: nodeCrypto, key })).toBeUndefined();
  });

  test("over another base", () => {
    const other = whole(changed);
    expect(() => openOverlay(bytes, other, openOptions)).toThrow(
      `It is an overlay of the artifact ${base.meta.digest}, and this one is ${other.meta.digest}.`,
    );
  });

  test("over an overlay", () => {
    const over = openOverlay(bytes, base, openOptions);
    expect(() => openOverlay(bytes, over, openOptions)).toThrow(ArtifactError);
    expect(() => overlayBytes(over, changed)).toThrow(ArtifactError);
  });

  test("a whole artifact as overlay", () => {
    expect(() => openOverlay(compile(configuration(plainBase), options), base, openOptions)).toThrow(
      "This is no overlay: it stands alone.",
    );
  });

  test("an overlay that nobody trusted has signed", () => {
    const trusting = { ...openOptions, trust: ["-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----\n"] };
    expect(() => openOverlay(bytes, base, trusting)).toThrow("is not signed");
  });

  test("any byte of it that is another one", () => {
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.map((byte, index) => (index === at ? byte ^ 4 : byte));
      expect(() => openOverlay(damaged, base, openOptions)).toThrow(ArtifactError);
    }
  });
});
