/** SHA-256 of many short messages that begin with the same block, four at a time where the runtime can: told later, all by the end. */
import { PrefixedSha256 } from "./prefixed-sha256.ts";
import { lanes, openSha256Lanes, type Sha256Lanes, toldLength } from "./sha256-lanes.ts";

/** Where digests go: memory that may have moved when one is told. */
export interface Growing {
  /** The memory as it is now. */
  reserve(count: number): Uint8Array;
}

const blockLength = 64;

/** Messages of more blocks are digested alone. */
const mostBlocks = 4;
const longestRoom = 4096;

/** In the memory of the lanes: a state, what is told, then for each number of blocks four messages, behind which one can be too long. */
const place = { start: 0, told: 64, groups: 128 } as const;

/** So many are digested alone before the program for four at once is made, which takes as long as some ten thousand. */
const patience = 16_384;

/** Messages of one number of blocks, which wait until there is one for each lane. */
interface Group {
  readonly blocks: number;
  /** Where the messages go, an array a lane: up to what belongs to the next group, because a text may take less than it could. */
  readonly rooms: readonly Uint8Array[];
  readonly places: number[];
  readonly sinks: Growing[];
  waiting: number;
}

export class BatchedSha256 {
  readonly #alone: PrefixedSha256;
  #left: number;
  #lanes: Sha256Lanes | undefined;
  #groups: readonly Group[] = [];
  /** Of the last message: most are as long as the one before. */
  #group: Group | undefined;

  /** @param prefix one block, or several. @param before messages that are digested alone at first */
  constructor(prefix: Uint8Array, before = patience) {
    this.#alone = new PrefixedSha256(prefix);
    this.#left = before;
  }

  /** Where the rest of the message goes, from 0 on. @param length bytes that it may take */
  room(length: number): Uint8Array {
    const group = this.#group;
    if (group === undefined || length > longestRoom) return this.#alone.room(length);
    return group.rooms[group.waiting] ?? this.#alone.room(length);
  }

  /**
   * Writes the first 16 bytes of the digest of what is in the room, at the latest when `finish` is called.
   *
   * @param room what `room` gave. @param length of what was written there. @param at where in `into`, which has that many bytes already
   */
  writeHalf(room: Uint8Array, length: number, into: Growing, at: number): void {
    const blocks = Math.ceil((length + 9) / blockLength);
    const guessed = this.#group;
    const group = guessed?.blocks === blocks ? guessed : this.#groups[blocks - 1];
    const lane = group?.waiting ?? 0;
    const message = group?.rooms[lane];
    if (group === undefined || message === undefined) {
      this.#digestAlone(room, length, into, at);
      return;
    }
    if (message !== room) for (let index = 0; index < length; index++) message[index] = room[index] ?? 0;
    const end = blocks * blockLength;
    message[length] = 0x80;
    for (let index = length + 1; index < end - 2; index++) message[index] = 0;
    // Two bytes are enough for so few blocks.
    const bits = (this.#alone.prefixLength + length) * 8;
    message[end - 2] = bits >>> 8;
    message[end - 1] = bits;
    group.sinks[lane] = into;
    group.places[lane] = at;
    group.waiting = lane + 1;
    this.#group = group;
    if (group.waiting === lanes) this.#tell(group);
  }

  /** Tells what has not been told yet. */
  finish(): void {
    for (const group of this.#groups) if (group.waiting > 0) this.#tell(group);
  }

  #digestAlone(room: Uint8Array, length: number, into: Growing, at: number): void {
    const own = this.#alone.room(length);
    if (own !== room) own.set(room.subarray(0, length));
    this.#alone.writeHalf(length, into.reserve(0), at);
    this.#left -= 1;
    if (this.#left === 0) this.#open();
  }

  #tell(group: Group): void {
    const { blocks, rooms, places, sinks, waiting } = group;
    const { memory, digest } = this.#lanes ?? noLanes;
    digest(place.start, rooms[0]?.byteOffset ?? 0, blocks, place.told);
    for (let lane = 0; lane < waiting; lane++) {
      const bytes = sinks[lane]?.reserve(0) ?? memory;
      const at = places[lane] ?? 0;
      const told = place.told + lane * toldLength;
      for (let index = 0; index < toldLength; index++) bytes[at + index] = memory[told + index] ?? 0;
    }
    group.waiting = 0;
  }

  #open(): void {
    const opened = openSha256Lanes();
    if (opened === undefined) return;
    const { memory } = opened;
    new Int32Array(memory.buffer).set(this.#alone.start, place.start);
    let at: number = place.groups;
    this.#groups = Array.from({ length: mostBlocks }, (_, index) => {
      const blocks = index + 1;
      const end = at + lanes * blocks * blockLength + longestRoom;
      const rooms = Array.from({ length: lanes }, (_lane, lane) =>
        memory.subarray(at + lane * blocks * blockLength, end),
      );
      at = end;
      return { blocks, rooms, places: [0, 0, 0, 0], sinks: [], waiting: 0 };
    });
    this.#group = this.#groups[0];
    this.#lanes = opened;
  }
}

const noLanes: Sha256Lanes = { memory: new Uint8Array(), digest() {} };
