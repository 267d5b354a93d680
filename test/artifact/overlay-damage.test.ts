/** Forged overlays, every digest of which fits: refused with a reason, as only someone with the key can make them. */
import { expect, test } from "vitest";
import { authenticate } from "../../src/artifact/container.ts";
import { ArtifactError } from "../../src/artifact/contract.ts";
import { deriveKeys } from "../../src/artifact/keys.ts";
import { directoryEntry, header, overlayHead, sections } from "../../src/artifact/layout.ts";
import { mergeNumbers } from "../../src/artifact/merged-numbers.ts";
import { openArtifact, openOverlay } from "../../src/artifact/reader.ts";
import { compile } from "../../src/compile/compile.ts";
import { compileOverlay } from "../../src/compile/overlay.ts";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { configuration, type PlainConfig } from "../compile/configuration.ts";
import { key, options } from "./acme.ts";

const named = (...usernames: string[]): PlainConfig => ({
  consumers: usernames.map((username) => ({
    username,
    credentials: [{ name: "k", plugins: { "key-auth": { key: `${username}-key` } } }],
  })),
});
const base = openArtifact(compile(configuration(named("ann", "bob", "cid")), options), options);
const next = configuration(named("dan"));
const whole = openArtifact(compile(next, options), options);
const bytes = compileOverlay(next, whole, { ...options, base, largestShare: 9 }) ?? new Uint8Array();

/** @param value written at an offset of the overlay section */
function forged(at: number, value: number): Uint8Array {
  const candidate = bytes.slice();
  const view = new DataView(candidate.buffer);
  let entry: number = header.size;
  while (view.getUint32(entry + directoryEntry.id, true) !== sections.overlay) entry += directoryEntry.size;
  const offset = view.getUint32(entry + directoryEntry.offset, true);
  const length = view.getUint32(entry + directoryEntry.length, true);
  view.setUint32(offset + at, value, true);
  candidate.set(nodeCrypto.sha256(candidate.subarray(offset, offset + length)), entry + directoryEntry.digest);
  authenticate(candidate, nodeCrypto, deriveKeys(nodeCrypto, key));
  return candidate;
}

test.each<[string, number, number, string]>([
  ["base", overlayHead.base, 1, "It is an overlay of the artifact 01000000"],
  ["flags", overlayHead.flags, 2, "its overlay section has unknown flags"],
  ["count of hidden consumers", overlayHead.hidden, 2, "its overlay section has the wrong length"],
  ["huge count of hidden consumers", overlayHead.hidden, 0xffff_ffff, "its overlay section has the wrong length"],
  ["hidden consumers out of order", overlayHead.size, 7, "the consumers that it hides are out of order"],
  ["a hidden consumer twice", overlayHead.size + 4, 0, "the consumers that it hides are out of order"],
  ["a hidden consumer that is not there", overlayHead.size + 8, 3, "it hides consumers that its base does not have"],
])("%s", (_, at, value, reason) => {
  expect(() => openOverlay(forged(at, value), base, options)).toThrow(reason);
  expect(() => openOverlay(forged(at, value), base, options)).toThrow(ArtifactError);
});

test("the same bytes, not forged, are taken", () => {
  expect(openOverlay(bytes, base, options).consumerCount).toBe(1);
});

/** Every record once, whatever is hidden and added: all pairs of small numbers. */
test("numbers of a merged list are dense and lead both ways", () => {
  for (let baseCount = 0; baseCount <= 5; baseCount++) {
    for (let mask = 0; mask < 1 << baseCount; mask++) {
      const hidden = Array.from({ length: baseCount }, (_, index) => index).filter((index) => (mask >> index) & 1);
      for (let added = 0; added <= 4; added++) {
        const merged = mergeNumbers(baseCount, hidden, added);
        const found = Array.from({ length: merged.count }, (_, index) => merged.where(index));
        const kept = Array.from({ length: baseCount }, (_, index) => index).filter((index) => !hidden.includes(index));
        const wanted = [...kept, ...Array.from({ length: added }, (_, index) => -1 - index)];
        expect([...found].sort()).toEqual([...wanted].sort());
        for (const [index, at] of found.entries()) {
          expect(at < 0 ? merged.ofOverlay(-1 - at) : merged.ofBase(at)).toBe(index);
        }
      }
    }
  }
});
