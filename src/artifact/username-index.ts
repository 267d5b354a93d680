/** The open-addressing table from a username to its consumer. Usernames are no secrets, so a plain hash serves. */
import { viewOf } from "./bytes.ts";
import { refuse } from "./container.ts";
import { fnv1a } from "./fnv1a.ts";
import { usernameSlotSize } from "./layout.ts";
import { uncountedBytes } from "./uncounted-memory.ts";

const slotsPerConsumer = 1.5;
const encoder = new TextEncoder();

/** Slot `FNV-1a of the UTF-8 bytes modulo slots`, or the next free one behind it. @param hashes of the usernames */
export function writeUsernameIndex(hashes: Uint32Array): Uint8Array {
  const slots = hashes.length === 0 ? 0 : Math.floor(hashes.length * slotsPerConsumer) + 1;
  const bytes = uncountedBytes(slots * usernameSlotSize);
  const view = viewOf(bytes);
  for (let consumer = 0; consumer < hashes.length; consumer++) {
    let slot = (hashes[consumer] ?? 0) % slots;
    while (view.getUint32(slot * usernameSlotSize, true) !== 0) slot = slot + 1 === slots ? 0 : slot + 1;
    view.setUint32(slot * usernameSlotSize, consumer + 1, true);
  }
  return bytes;
}

/**
 * @param hasUsername whether the consumer has this name
 * @returns the consumer with a name, or -1
 */
export function openUsernameIndex(
  bytes: Uint8Array,
  consumerCount: number,
  hasUsername: (consumer: number, utf8: Uint8Array) => boolean,
): (username: string) => number {
  const view = viewOf(bytes);
  const slots = bytes.length / usernameSlotSize;
  if (!Number.isInteger(slots)) refuse("the index of usernames has the wrong length");
  let taken = 0;
  for (let slot = 0; slot < slots; slot++) {
    const consumer = view.getUint32(slot * usernameSlotSize, true);
    if (consumer > consumerCount) refuse("the index of usernames refers to a consumer that is not there");
    if (consumer !== 0) taken++;
  }
  if (taken !== consumerCount) refuse("the index of usernames does not hold every consumer");
  if (slots > 0 && taken === slots) refuse("the index of usernames has no empty slot");

  return (username) => {
    if (slots === 0) return -1;
    const utf8 = encoder.encode(username);
    for (let slot = fnv1a(utf8, 0, utf8.length) % slots; ; slot = (slot + 1) % slots) {
      const consumer = view.getUint32(slot * usernameSlotSize, true);
      if (consumer === 0) return -1;
      if (hasUsername(consumer - 1, utf8)) return consumer - 1;
    }
  };
}
