/** SHA-256 of many short messages that begin with the same block, four at a time where the runtime can: told later, all by the end. */
import { PrefixedSha256 } from "./prefixed-sha256.ts";
import { lanes, openSha256Lanes, type Sha256Lanes, toldLength } from "./sha256-lanes.ts";

/** Where digests go: memory that may have moved when one is told. */
export interface Growing {
  /** The memory as it is now. */
  reserve(count: number): Uint8Array;
}

const blockLength = 64;
const blockWords = blockLength / 4;

/** Messages of more blocks are digested alone. */
const mostBlocks = 4;

/** In the memory of the lanes: state, what is told, a message that is being written, then four messages of each number of blocks. */
const place = { start: 0, told: 64, message: 128, messageLength: 4096, groups: 128 + 4096 } as const;

/** So many are digested alone before the program for four at once is made, which takes as long as some ten thousand. */
const patience = 16_384;

/** Messages of one number of blocks, which wait until there is one for each lane. */
interface Group {
  readonly at: number;
  readonly places: number[];
  readonly sinks: Growing[];
  waiting: number;
}

export class BatchedSha256 {
  readonly #alone: PrefixedSha256;
  readonly #groups: readonly Group[];
  #left: number;
  #lanes: Sha256Lanes | undefined;
  #words: Int32Array = new Int32Array();
  #view: DataView = new DataView(new ArrayBuffer(0));

  /** @param prefix one block, or several. @param before messages that are digested alone at first */
  constructor(prefix: Uint8Array, before = patience) {
    this.#alone = new PrefixedSha256(prefix);
    this.#left = before;
    this.#groups = Array.from({ length: mostBlocks }, (_, index) => ({
      // Behind those of fewer blocks.
      at: place.groups + (lanes * blockLength * index * (index + 1)) / 2,
      places: [0, 0, 0, 0],
      sinks: [],
      waiting: 0,
    }));
  }

  /** Where the rest of the message goes, from 0 on. @param length bytes that it may take */
  room(length: number): Uint8Array {
    const needed = length + 2 * blockLength;
    if (this.#lanes === undefined || needed > place.messageLength) return this.#alone.room(length);
    return this.#room;
  }

  #room: Uint8Array = new Uint8Array();

  /**
   * Writes the first 16 bytes of the digest of what is in the room, at the latest when `finish` is called.
   *
   * @param room what `room` gave. @param length of what was written there. @param at where in `into`, which has that many bytes already
   */
  writeHalf(room: Uint8Array, length: number, into: Growing, at: number): void {
    if (room !== this.#room) {
      this.#alone.writeHalf(length, into.reserve(0), at);
      this.#left -= 1;
      if (this.#left === 0) this.#open();
      return;
    }
    const blocks = Math.ceil((length + 9) / blockLength);
    const group = this.#groups[blocks - 1];
    if (group === undefined) {
      this.#alone.room(length).set(room.subarray(0, length));
      this.#alone.writeHalf(length, into.reserve(0), at);
      return;
    }
    const end = blocks * blockLength;
    room[length] = 0x80;
    for (let index = length + 1; index < end; index++) room[index] = 0;
    this.#view.setUint32(place.message + end - 4, (this.#alone.prefixLength + length) * 8);
    const lane = group.waiting;
    const target = (group.at + lane * end) >>> 2;
    const words = this.#words;
    for (let word = 0; word < blocks * blockWords; word++)
      words[target + word] = words[(place.message >>> 2) + word] ?? 0;
    group.sinks[lane] = into;
    group.places[lane] = at;
    group.waiting = lane + 1;
    if (group.waiting === lanes) this.#tell(group, blocks);
  }

  /** Tells what has not been told yet. */
  finish(): void {
    for (const [index, group] of this.#groups.entries()) if (group.waiting > 0) this.#tell(group, index + 1);
  }

  #tell(group: Group, blocks: number): void {
    const { memory, digest } = this.#lanes ?? noLanes;
    digest(place.start, group.at, blocks, place.told);
    for (let lane = 0; lane < group.waiting; lane++) {
      const bytes = group.sinks[lane]?.reserve(0) ?? memory;
      const at = group.places[lane] ?? 0;
      const told = place.told + lane * toldLength;
      for (let index = 0; index < toldLength; index++) bytes[at + index] = memory[told + index] ?? 0;
    }
    group.waiting = 0;
  }

  #open(): void {
    const opened = openSha256Lanes();
    if (opened === undefined) return;
    const { buffer } = opened.memory;
    this.#words = new Int32Array(buffer);
    this.#words.set(this.#alone.start, place.start >>> 2);
    this.#view = new DataView(buffer);
    this.#room = opened.memory.subarray(place.message, place.message + place.messageLength);
    this.#lanes = opened;
  }
}

const noLanes: Sha256Lanes = { memory: new Uint8Array(), digest() {} };
