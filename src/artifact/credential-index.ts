/** Open-addressing tables from a keyed digest to a credential, one for each auth plugin. */
import { ByteSink, viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";
import { credentialSlot, none } from "./layout.ts";
import { uncountedBytes } from "./uncounted-memory.ts";

/** Stands for a credential where several have the same look-up value: nobody answers to it. */
export const blocked = -2;

/** What an index is to hold: digests one after the other, and at the same places their credentials, or `none` where nobody may answer. */
export interface IndexEntries {
  readonly digests: Uint8Array;
  readonly credentials: Uint32Array;
}

export interface CredentialIndex {
  /** The credential with this digest, `blocked`, or -1. */
  find(digest: Uint8Array): number;
  /** One of its credentials, the same for the same seed; -1 if it has none. */
  any(seed: number): number;
}

/** The digests, one after the other, to which nobody may answer. */
export function blockedDigests(index: Uint8Array): Uint8Array {
  const view = viewOf(index);
  const found = new ByteSink();
  for (let at = 0; at < index.length; at += credentialSlot.size) {
    if (view.getUint32(at + credentialSlot.credential, true) === none)
      found.add(index.subarray(at, at + credentialSlot.credential));
  }
  return found.toBytes();
}

/** Four slots in five are taken: a miss looks at 13 slots on average, which lie side by side. */
const slotsPerEntry = 1.25;

/**
 * Slot `first 32 bits of the digest modulo slots`, or the next free one behind it. Nobody answers to a digest that several entries have.
 *
 * @param onShared told each credential whose digest another one has
 */
export function writeCredentialIndex(entries: IndexEntries, onShared: (credential: number) => void): Uint8Array {
  const { bytes, taken } = placeEntries(entries, entries.credentials.length, onShared);
  // There are as many slots as the distinct ones ask for.
  return taken === entries.credentials.length ? bytes : placeEntries(entries, taken, () => {}).bytes;
}

/** @param distinct digests among the entries */
function placeEntries(
  { digests, credentials }: IndexEntries,
  distinct: number,
  onShared: (credential: number) => void,
) {
  const slots = distinct === 0 ? 0 : Math.floor(distinct * slotsPerEntry) + 1;
  const bytes = uncountedBytes(slots * credentialSlot.size);
  const view = viewOf(bytes);
  const from = viewOf(digests);
  let taken = 0;
  for (let index = 0; index < credentials.length; index++) {
    const credential = credentials[index] ?? 0;
    const digest = index * credentialSlot.credential;
    const first = from.getUint32(digest, true);
    const second = from.getUint32(digest + 4, true);
    const third = from.getUint32(digest + 8, true);
    const fourth = from.getUint32(digest + 12, true);
    for (let slot = first % slots; ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const at = slot * credentialSlot.size;
      const holder = view.getUint32(at + credentialSlot.credential, true);
      if (holder === 0) {
        taken++;
        view.setUint32(at, first, true);
        view.setUint32(at + 4, second, true);
        view.setUint32(at + 8, third, true);
        view.setUint32(at + 12, fourth, true);
        view.setUint32(at + credentialSlot.credential, credential === none ? none : credential + 1, true);
        break;
      }
      if (
        view.getUint32(at, true) === first &&
        view.getUint32(at + 4, true) === second &&
        view.getUint32(at + 8, true) === third &&
        view.getUint32(at + 12, true) === fourth
      ) {
        if (holder !== none) onShared(holder - 1);
        onShared(credential);
        view.setUint32(at + credentialSlot.credential, none, true);
        break;
      }
    }
  }
  return { bytes, taken };
}

/** A free slot is followed by one far away, at most so often. */
const jumps = 64;
const jump = 0x9e37_79b1;

/**
 * @param isIndexed whether a credential belongs into this index
 * @param leastSteps slots that each look-up looks at, found or not, where the time must not tell which
 */
export function openCredentialIndex(
  bytes: Uint8Array,
  isIndexed: (credential: number) => boolean,
  leastSteps = 1,
): CredentialIndex {
  const view = viewOf(bytes);
  const slots = bytes.length / credentialSlot.size;
  if (!Number.isInteger(slots)) refuse("an index has the wrong length");
  let taken = 0;
  for (let slot = 0; slot < slots; slot++) {
    const credential = view.getUint32(slot * credentialSlot.size + credentialSlot.credential, true);
    if (credential === 0) continue;
    taken++;
    if (credential !== none && !isIndexed(credential - 1))
      refuse("an index refers to a credential that does not belong there");
  }
  if (slots > 0 && taken === slots) refuse("an index has no empty slot");

  return {
    any(seed) {
      if (slots === 0) return -1;
      // In jumps, because the next taken slot would more often be one that follows free ones; in the end one after the other, to find a last one.
      for (let steps = 0; steps < jumps + slots; steps++) {
        const slot = (steps < jumps ? seed + steps * jump : steps - jumps) % slots;
        const credential = view.getUint32(slot * credentialSlot.size + credentialSlot.credential, true);
        if (credential !== 0 && credential !== none) return credential - 1;
      }
      return -1;
    },
    find: (digest) => (slots === 0 ? -1 : leastSteps > 1 ? findEvenly(digest) : findSoon(digest)),
  };

  function findSoon(digest: Uint8Array): number {
    const first = wordOf(digest, 0);
    const second = wordOf(digest, 4);
    const third = wordOf(digest, 8);
    const fourth = wordOf(digest, 12);
    // Ends at an empty slot, of which there is at least one.
    for (let slot = (first >>> 0) % slots; ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const at = slot * credentialSlot.size;
      const credential = view.getUint32(at + credentialSlot.credential, true);
      if (credential === 0) return -1;
      if (
        view.getInt32(at, true) === first &&
        view.getInt32(at + 4, true) === second &&
        view.getInt32(at + 8, true) === third &&
        view.getInt32(at + 12, true) === fourth
      ) {
        return credential === none ? blocked : credential - 1;
      }
    }
  }

  /** The same without a branch that hangs on what is found: to a processor that guesses branches, one that is rarely taken tells. */
  function findEvenly(digest: Uint8Array): number {
    const first = wordOf(digest, 0);
    const second = wordOf(digest, 4);
    const third = wordOf(digest, 8);
    const fourth = wordOf(digest, 12);
    let held = 0;
    /** All ones until an empty slot has come, then 0. */
    let isSought = -1;
    for (let slot = (first >>> 0) % slots, steps = 0; steps < leastSteps || isSought !== 0; steps++) {
      const at = slot * credentialSlot.size;
      const credential = view.getInt32(at + credentialSlot.credential, true);
      const difference =
        (view.getInt32(at, true) ^ first) |
        (view.getInt32(at + 4, true) ^ second) |
        (view.getInt32(at + 8, true) ^ third) |
        (view.getInt32(at + 12, true) ^ fourth);
      isSought &= ones(credential);
      held |= credential & isSought & ~ones(difference);
      slot = slot + 1 === slots ? 0 : slot + 1;
    }
    return held === (none | 0) ? blocked : held - 1;
  }
}

/** All ones for any number of 32 bits but 0. */
function ones(word: number): number {
  return (word | -word) >> 31;
}

/** Little-endian; a view on the digest would cost more than the rest of the look-up. */
function wordOf(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}
