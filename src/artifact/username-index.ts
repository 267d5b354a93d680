/** The open-addressing table from a username to its consumer. Usernames are no secrets, so a plain hash serves. */
import { viewOf, writeText } from "./bytes.ts";
import { refuse } from "./container.ts";
import { usernameSlotSize } from "./layout.ts";

const slotsPerConsumer = 1.5;
const encoder = new TextEncoder();
const usualRoom = 2048;

/** Slot `FNV-1a of the UTF-8 bytes modulo slots`, or the next free one behind it. */
export function writeUsernameIndex(usernames: readonly string[]): Uint8Array {
  const slots = usernames.length === 0 ? 0 : Math.floor(usernames.length * slotsPerConsumer) + 1;
  const bytes = new Uint8Array(slots * usernameSlotSize);
  const view = viewOf(bytes);
  let room = new Uint8Array(usualRoom);
  const roomFor = (text: string): Uint8Array => {
    if (text.length * 3 > room.length) room = new Uint8Array(text.length * 3);
    return room;
  };
  usernames.forEach((username, consumer) => {
    const length = writeText(username, roomFor(username), 0);
    let slot = fnv1a(room, length) % slots;
    while (view.getUint32(slot * usernameSlotSize, true) !== 0) slot = (slot + 1) % slots;
    view.setUint32(slot * usernameSlotSize, consumer + 1, true);
  });
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
    for (let slot = fnv1a(utf8, utf8.length) % slots; ; slot = (slot + 1) % slots) {
      const consumer = view.getUint32(slot * usernameSlotSize, true);
      if (consumer === 0) return -1;
      if (hasUsername(consumer - 1, utf8)) return consumer - 1;
    }
  };
}

/** 32-bit FNV-1a (draft-eastlake-fnv). */
function fnv1a(bytes: Uint8Array, length: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < length; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  return hash >>> 0;
}
