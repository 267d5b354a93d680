/** Damaged and forged artifacts: refused with a reason, or the decisions are those of the original; never a crash or a hang. */
import { beforeAll, describe, expect, test } from "vitest";
import { authenticate } from "../../src/artifact/container.ts";
import { ArtifactError } from "../../src/artifact/contract.ts";
import { deriveKeys } from "../../src/artifact/keys.ts";
import {
  consumerRecord,
  credentialRecord,
  credentialSlot,
  directoryEntry,
  header,
  type SectionName,
  sections,
} from "../../src/artifact/layout.ts";
import { openArtifact } from "../../src/artifact/reader.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { compileAcme, key, options, secrets } from "./acme.ts";

/** `npm run proof:artifact` makes a million of them. */
const rounds = Number(process.env["ARTIFACT_ROUNDS"] ?? 4000);
const seed = Number(process.env["ARTIFACT_SEED"] ?? 20261123);
const timeout = 20_000 + rounds * 5;
/** For one of them, on a busy machine. */
const longestMs = 2_000;

const bytes = compileAcme();
const keys = deriveKeys(nodeCrypto, key);

/** Everything that an artifact can be asked, as text. */
function decisions(candidate: Uint8Array): string {
  const artifact = openArtifact(candidate, options);
  const values = [...Object.values(secrets), "b64", "nobody"];
  const plugins = ["key-auth", "basic-auth", "hmac-auth", "jwt-auth"] as const;
  const credentials = Array.from({ length: artifact.credentialCount }, (_, index) => {
    const credential = artifact.credential(index);
    const { consumer, plugin, id, source, jwt } = credential;
    const isPassword = credential.passwordEquals(new TextEncoder().encode(secrets.password));
    return [{ consumer, plugin, id, source, jwt }, String(credential.secret()), isPassword];
  });
  return JSON.stringify([
    artifact.routes,
    artifact.globalRules,
    artifact.warnings,
    Array.from({ length: artifact.consumerCount }, (_, index) => artifact.consumer(index)),
    credentials,
    plugins.map((plugin) => values.map((value) => artifact.findCredential(plugin, value))),
    ["jack", "jill", "john", "jane", "legacy", "nobody"].map(artifact.findConsumer),
  ]);
}

/** The reason of the refusal; undefined if the artifact was taken. Anything but an ArtifactError is a failure. */
function refusal(candidate: Uint8Array): string | undefined {
  try {
    openArtifact(candidate, options);
    return undefined;
  } catch (error) {
    if (error instanceof ArtifactError) return error.message;
    throw error;
  }
}

interface Located {
  readonly entry: number;
  readonly offset: number;
  readonly length: number;
}

function locate(candidate: Uint8Array, name: SectionName): Located {
  const view = new DataView(candidate.buffer);
  for (let entry: number = header.size; ; entry += directoryEntry.size) {
    if (view.getUint32(entry + directoryEntry.id, true) !== sections[name]) continue;
    return {
      entry,
      offset: view.getUint32(entry + directoryEntry.offset, true),
      length: view.getUint32(entry + directoryEntry.length, true),
    };
  }
}

/** Makes every digest and the tag fit again, as only someone with the key can. */
function forge(candidate: Uint8Array): Uint8Array {
  const view = new DataView(candidate.buffer);
  const count = Math.min(view.getUint32(header.sectionCount, true), 64);
  for (let index = 0; index < count; index++) {
    const entry = header.size + index * directoryEntry.size;
    if (entry + directoryEntry.size > candidate.length) break;
    const offset = view.getUint32(entry + directoryEntry.offset, true);
    const length = view.getUint32(entry + directoryEntry.length, true);
    const digest = nodeCrypto.sha256(candidate.subarray(offset, offset + length));
    candidate.set(digest, entry + directoryEntry.digest);
  }
  authenticate(candidate, nodeCrypto, keys);
  return candidate;
}

function changed(name: SectionName, change: (view: DataView, section: Uint8Array) => void): Uint8Array {
  const candidate = bytes.slice();
  const { offset, length } = locate(candidate, name);
  change(new DataView(candidate.buffer, offset, length), candidate.subarray(offset, offset + length));
  return forge(candidate);
}

const header32 = (offset: number, value: number) => {
  const candidate = bytes.slice();
  new DataView(candidate.buffer).setUint32(offset, value, true);
  return candidate;
};
const directory = (name: SectionName, field: number, value: number) => {
  const candidate = bytes.slice();
  new DataView(candidate.buffer).setUint32(locate(candidate, name).entry + field, value, true);
  authenticate(candidate, nodeCrypto, keys);
  return candidate;
};
const extended = (by: number) => {
  const candidate = new Uint8Array(bytes.length + by);
  candidate.set(bytes);
  return candidate;
};
const flipped = (at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const set32 = (name: SectionName, at: number, value: number) =>
  changed(name, (view) => view.setUint32(at, value, true));

describe("damage", () => {
  const cases: [string, Uint8Array, RegExp][] = [
    ["empty", new Uint8Array(), /shorter than a header/],
    ["cut in the header", bytes.slice(0, 50), /shorter than a header/],
    ["cut in the directory", bytes.slice(0, 300), /its length/],
    ["cut by one byte", bytes.slice(0, -1), /its length/],
    ["one byte more", extended(1), /its length/],
    ["text", new Uint8Array(4096).fill(0x41), /does not begin/],
    ["magic", flipped(0), /does not begin/],
    ["version", header32(header.version, 2), /format version is 2/],
    ["header length", header32(header.headerLength, 96), /length of its header/],
    ["header length, unaligned", header32(header.headerLength, 108), /length of its header/],
    ["header length, huge", header32(header.headerLength, 0xffff_fff8), /length of its header/],
    ["section count", header32(header.sectionCount, 0xffff_ffff), /too many sections/],
    ["section count past the end", header32(header.sectionCount, 1000), /cut off/],
    ["digest", flipped(header.digest), /directory does not match/],
    ["tag", flipped(header.tag), /not made with this key/],
    ["directory", flipped(header.size + directoryEntry.digest), /directory does not match/],
    ["section", flipped(locate(bytes, "secrets").offset), /section 16 does not match/],
  ];
  test.each(cases)("%s", (_name, candidate, expected) => {
    expect(refusal(candidate)).toMatch(expected);
  });

  test("another key is told before anything else is tried", () => {
    const otherKey = key.map((byte) => byte ^ 255);
    const damaged = flipped(locate(bytes, "secrets").offset);
    for (const candidate of [bytes, damaged, bytes.slice(0, 200)]) {
      expect(() => openArtifact(candidate, { ...options, key: otherKey })).toThrow(
        /^The key is another one than the artifact was made with: key id [0-9a-f]{16}, the artifact's is [0-9a-f]{16}\.$/,
      );
    }
  });
  test.each([0, 31, 33, 64])("a key of %i bytes", (length) => {
    expect(() => openArtifact(bytes, { ...options, key: new Uint8Array(length) })).toThrow(ArtifactError);
  });
});

describe("forgery with matching digests", () => {
  const unknownSection = (isRequired: boolean) => {
    const candidate = bytes.slice();
    const view = new DataView(candidate.buffer);
    const { entry } = locate(candidate, "sourceMap");
    view.setUint32(entry + directoryEntry.id, 999, true);
    view.setUint32(entry + directoryEntry.flags, isRequired ? 1 : 0, true);
    authenticate(candidate, nodeCrypto, keys);
    return candidate;
  };
  const fullIndex = changed("keyAuthIndex", (view) => {
    for (let at = credentialSlot.credential; at < view.byteLength; at += credentialSlot.size)
      view.setUint32(at, 1, true);
  });
  const fullUsernames = changed("usernameIndex", (view) => {
    for (let at = 0; at < view.byteLength; at += 4) view.setUint32(at, 1, true);
  });
  const json = (name: SectionName, from: string, to: string) =>
    changed(name, (_view, section) => {
      section.set(Buffer.from(Buffer.from(section).toString("latin1").replace(from, to), "latin1"));
    });
  const plugin8 = (at: number, value: number) =>
    changed("credentials", (view) => view.setUint8(credentialRecord.size + at, value));

  const cases: [string, Uint8Array, RegExp][] = [
    ["unknown required section", unknownSection(true), /needs section 999/],
    ["a section twice", directory("sourceMap", directoryEntry.id, sections.routes), /section 15 twice/],
    ["a required section missing", directory("routes", directoryEntry.id, 998), /needs section 998/],
    ["unknown section flag", directory("routes", directoryEntry.flags, 3), /unknown flags/],
    ["section offset", directory("routes", directoryEntry.offset, 8), /outside its place/],
    ["section length", directory("routes", directoryEntry.length, 0xffff_ffff), /outside its place/],
    ["section length beyond 2^53", directory("routes", directoryEntry.length + 4, 0xffff_ffff), /outside its place/],
    ["string offset", set32("stringOffsets", 4, 0xffff_fff0), /offsets go backwards|do not end/],
    ["first string offset", set32("stringOffsets", 0, 1), /malformed/],
    ["username", set32("consumers", consumerRecord.username, 9999), /consumer record 0/],
    ["label set", set32("consumers", consumerRecord.labels, 9999), /consumer record 0/],
    ["plugin set", set32("consumers", consumerRecord.plugins, 0xffff_fffe), /consumer record 0/],
    ["consumer flags", set32("consumers", consumerRecord.flags, 2), /consumer record 0/],
    ["credential's consumer", set32("credentials", credentialRecord.consumer, 5), /credential record 0/],
    ["plugin", plugin8(credentialRecord.plugin, 9), /credential record 1/],
    ["secret kind", plugin8(credentialRecord.secretKind, 9), /credential record 1/],
    ["algorithm", plugin8(credentialRecord.algorithm, 99), /credential record 1/],
    ["credential flags", plugin8(credentialRecord.flags, 128), /credential record 1/],
    ["secret offset", set32("credentials", credentialRecord.secret, 0xffff_fff0), /credential record 0/],
    ["index entry", set32("keyAuthIndex", credentialSlot.credential, 9999), /does not belong there/],
    ["index without an empty slot", fullIndex, /no empty slot|does not belong/],
    ["usernames without an empty slot", fullUsernames, /every consumer|no empty slot/],
    ["username index entry", set32("usernameIndex", 0, 9999), /not there/],
    ["label list", set32("labelSets", 0, 0xffff_ffff), /wrong length/],
    ["plugin set list", set32("pluginSets", 8, 1), /overlap|fill/],
    ["plugin configurations", set32("pluginConfigs", 20, 0), /cannot be unsealed/],
    ["routes that are no JSON", json("routes", "{", "["), /not JSON/],
    ["a route without a field", json("routes", '"priority"', '"priorit_"'), /routes are malformed/],
    ["a plugin set that is not there", json("routes", '"plugins":1', '"plugins":9'), /routes are malformed/],
    ["another scheme", json("routes", '"http"', '"gopr"'), /routes are malformed/],
    ["metadata", json("meta", '"tool"', '"tolo"'), /metadata are malformed/],
    ["source map", set32("sourceMap", 0, 9), /unknown width/],
  ];
  test.each(cases)("%s", (_name, candidate, expected) => {
    expect(refusal(candidate)).toMatch(expected);
  });

  test("unknown optional sections are skipped", () => {
    const artifact = openArtifact(unknownSection(false), options);
    expect(artifact.consumer(artifact.findConsumer("jack"))).toMatchObject({ username: "jack", source: "" });
  });
  test("a longer header is read over", () => {
    const longer = new Uint8Array(bytes.length + 8);
    longer.set(bytes.subarray(0, header.size));
    longer.set(bytes.subarray(header.size), header.size + 8);
    const view = new DataView(longer.buffer);
    view.setUint32(header.headerLength, header.size + 8, true);
    view.setUint32(header.totalLength, longer.length, true);
    for (let index = 0; index < view.getUint32(header.sectionCount, true); index++) {
      const at = header.size + 8 + index * directoryEntry.size + directoryEntry.offset;
      view.setUint32(at, view.getUint32(at, true) + 8, true);
    }
    authenticate(longer, nodeCrypto, keys);
    expect(decisions(longer)).toBe(decisions(bytes));
  });
});

describe("random corruption", () => {
  let expected = "";
  beforeAll(() => {
    expected = decisions(bytes);
  });

  test(`${rounds} times without matching digests: refused or the same decisions`, { timeout }, () => {
    const random = generator(seed);
    let slowest = 0;
    for (let round = 0; round < rounds; round++) {
      const candidate = corrupt(random);
      const start = performance.now();
      if (refusal(candidate) === undefined) expect(decisions(candidate), `round ${round}`).toBe(expected);
      slowest = Math.max(slowest, performance.now() - start);
    }
    expect(slowest).toBeLessThan(longestMs);
  });

  test(`${rounds} times with matching digests: refused or usable, never a crash or a hang`, { timeout }, () => {
    const random = generator(seed + 1);
    let refused = 0;
    let slowest = 0;
    for (let round = 0; round < rounds; round++) {
      const candidate = corrupt(random);
      if (candidate.length < header.size) continue;
      const start = performance.now();
      try {
        decisions(forge(candidate));
      } catch (error) {
        if (!(error instanceof ArtifactError)) throw error;
        refused++;
      }
      slowest = Math.max(slowest, performance.now() - start);
    }
    expect(slowest).toBeLessThan(longestMs);
    // Most changes of content are well-formed: another letter of a name, say.
    expect(refused).toBeGreaterThan(rounds / 4);
  });
});

function swapEntries(candidate: Uint8Array, left: number, right: number): void {
  const [at, other] = [left, right].map((entry) => header.size + entry * directoryEntry.size) as [number, number];
  if (Math.max(at, other) + directoryEntry.size > candidate.length) return;
  const kept = candidate.slice(at, at + directoryEntry.size);
  candidate.copyWithin(at, other, other + directoryEntry.size);
  candidate.set(kept, other);
}

/** Bit flips, overwritten words, truncation, extension, stretches copied elsewhere, and sections that change places in the directory. */
function corrupt(random: (limit: number) => number): Uint8Array {
  let candidate = bytes.slice();
  const words = [0, 1, 0xff, 0xffff_ffff, 0x7fff_ffff, bytes.length];
  for (let count = 1 + random(3); count > 0; count--) {
    const at = random(Math.max(1, candidate.length - 4));
    const kind = random(9);
    if (kind < 3) candidate[at] = (candidate[at] ?? 0) ^ (1 << random(8));
    else if (kind < 6) new DataView(candidate.buffer).setUint32(at & ~3, words[random(words.length)] ?? 0, true);
    else if (kind === 6) candidate.copyWithin(at, random(candidate.length), random(candidate.length));
    else if (kind === 7) swapEntries(candidate, random(18), random(18));
    else
      candidate =
        random(2) === 0
          ? candidate.slice(0, Math.max(at, 8))
          : new Uint8Array([...candidate, ...candidate.subarray(at)]);
  }
  return candidate;
}

/** A linear congruential generator (Numerical Recipes): the same corruptions in each run. */
function generator(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
}
