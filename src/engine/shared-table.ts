/**
 * A table of counters in memory that several threads share: buckets of eight, each under a lock of its own (docs/decisions/0023-shared-counters.md).
 *
 * Its size is fixed. In a full bucket one of the owner with the most counters there makes room, the one that has used the least of its limit, and
 * the bucket remembers how much that was and until when: whoever comes anew to that owner's limit starts from there. So nobody gains by having
 * counters pushed out, their own included, and a flood of counters of one limit costs the callers of others nothing.
 */
import { sipHash128 } from "./siphash.ts";

/** Words of 4 bytes before the first bucket: mark, buckets, and the seed of the digests. */
const headerWords = 16;
const mark = 0x72_63_74_31;
const bucketWords = 144;
const entryWords = 16;
const bucketEntries = 8;

/** Of a bucket's head, in doubles. Its first word is the lock, its second the owner of the floor: 0, whoever it is. */
const bucketField = { latest: 1, floorShare: 2, floorEnd: 3 } as const;
const floorOwnerWord = 1;

/** Of an entry, in doubles; its digest is in the first two, its kind and its owner in the words of the third. */
const entryField = { start: 3, end: 4, count: 5, previous: 6, limit: 7 } as const;
const kindWord = 4;
const ownerWord = 5;

export type EntryField = keyof typeof entryField;

export interface SharedTableOptions {
  /** Counters at most; rounded up to a power of two. */
  readonly capacity?: number;
  /** 16 random bytes, a secret of these threads. */
  readonly seed: Uint8Array;
}

/** The memory to hand to every thread: 72 bytes a counter. */
export function createSharedTable({ capacity = 2 ** 20, seed }: SharedTableOptions): SharedArrayBuffer {
  if (seed.length !== 16) throw new RangeError("the seed has 16 bytes");
  const buckets = 2 ** Math.max(0, Math.ceil(Math.log2(capacity / bucketEntries)));
  const buffer = new SharedArrayBuffer(4 * (headerWords + buckets * bucketWords));
  const words = new Int32Array(buffer);
  words[0] = mark;
  words[1] = buckets;
  new Uint8Array(buffer, 16, 16).set(seed);
  return buffer;
}

/** Frees what a thread that is gone had locked; call it when the thread has ended, and only then. */
export function freeSharedLocks(buffer: SharedArrayBuffer, holder: number): void {
  const words = new Int32Array(buffer);
  for (let at = headerWords; at < words.length; at += bucketWords) Atomics.compareExchange(words, at, holder, 0);
}

/** Ends the owner in a key (CounterStore). */
const lineFeed = 10;

/** Spins before a thread sleeps for a millisecond, and sleeps before it gives up: only a thread that died holds a lock for so long. */
const spins = 2000;
const sleeps = 200;

export class SharedTable {
  readonly #words: Int32Array;
  readonly #doubles: Float64Array;
  readonly #seed: Int32Array;
  readonly #mask: number;
  readonly #holder: number;
  readonly #maySleep: boolean;
  readonly #digest = new Int32Array(4);
  readonly #encoder = new TextEncoder();
  readonly #owner = new Int32Array(4);
  #bytes = new Uint8Array(1024);
  #length = 0;
  /** Of the bucket that is locked, in words. */
  #bucket = headerWords;
  /** Of the entry that was found, in doubles. */
  #entry = 0;

  /** @param holder a number above 0, another one for each thread */
  constructor(buffer: SharedArrayBuffer, holder: number) {
    this.#words = new Int32Array(buffer);
    this.#doubles = new Float64Array(buffer);
    if (this.#words[0] !== mark) throw new RangeError("this is no table of counters");
    if (!Number.isInteger(holder) || holder <= 0) throw new RangeError("the holder is a number above 0");
    this.#holder = holder;
    this.#mask = (this.#words[1] ?? 1) - 1;
    this.#seed = this.#words.slice(4, 8);
    this.#maySleep = maySleep(this.#words);
  }

  /**
   * Runs `work` while no other thread touches the counter.
   *
   * @param now ms; the bucket's time never goes back, so a clock set back stands still
   * @throws if the lock cannot be had
   */
  locked<T>(key: string, now: number, work: (time: number) => T): T {
    this.#setDigest(key);
    this.#bucket = headerWords + ((this.#digest[0] ?? 0) & this.#mask) * bucketWords;
    this.#lock();
    try {
      const time = Math.max(now, this.#head(bucketField.latest));
      this.#setHead(bucketField.latest, time);
      return work(time);
    } finally {
      Atomics.store(this.#words, this.#bucket, 0);
    }
  }

  /** Goes to the counter of this kind; false if there is none that still counts. Only inside `locked`. */
  find(kind: number, time: number): boolean {
    for (let index = 0; index < bucketEntries; index++) {
      if (!this.#isOwn(index) || this.#word(kindWord) !== kind) continue;
      if (this.get("end") > time) return true;
      this.#setWord(kindWord, 0);
    }
    return false;
  }

  /** Goes to a new counter, which starts from what those had used that made room before. Only inside `locked`. */
  insert(kind: number, limit: number, start: number, end: number, time: number): void {
    const owner = this.#ownerOfKey();
    this.#makeRoom(time);
    const floorOwner = this.#words[this.#bucket + floorOwnerWord] ?? 0;
    const isUnderFloor = this.#head(bucketField.floorEnd) > time && (floorOwner === 0 || floorOwner === owner);
    const share = isUnderFloor ? Math.min(1, this.#head(bucketField.floorShare)) : 0;
    for (let word = 0; word < 4; word++) this.#setWord(word, this.#digest[word] ?? 0);
    this.#setWord(ownerWord, owner);
    this.set("start", start);
    this.set("end", end);
    this.set("count", Math.ceil(share * limit));
    this.set("previous", 0);
    this.set("limit", limit);
    // The last, so that a thread that dies on the way leaves no half counter.
    this.#setWord(kindWord, kind);
  }

  get(field: EntryField): number {
    return this.#doubles[this.#entry + entryField[field]] ?? 0;
  }

  set(field: EntryField, value: number): void {
    this.#doubles[this.#entry + entryField[field]] = value;
  }

  /** Goes to a free entry, if need be to one that has to make room. */
  #makeRoom(time: number): void {
    for (let index = 0; index < bucketEntries; index++) {
      this.#go(index);
      if (this.#word(kindWord) === 0 || this.get("end") <= time) return;
    }
    this.#go(this.#leastNeeded());
    this.#raiseFloor(time);
    this.#setWord(kindWord, 0);
  }

  /** Of the owner with the most counters in the bucket, the one with the least used of its limit. */
  #leastNeeded(): number {
    let found = 0;
    let [most, least] = [0, Number.POSITIVE_INFINITY];
    for (let index = 0; index < bucketEntries; index++) {
      this.#go(index);
      const owner = this.#word(ownerWord);
      const share = this.#share();
      let alike = 0;
      for (let other = 0; other < bucketEntries; other++) {
        this.#go(other);
        if (this.#word(ownerWord) === owner) alike++;
      }
      if (alike > most || (alike === most && share < least)) [found, most, least] = [index, alike, share];
    }
    return found;
  }

  /** What the entry had used is not forgotten before its window ends. */
  #raiseFloor(time: number): void {
    const owner = this.#word(ownerWord);
    const isFirst = this.#head(bucketField.floorEnd) <= time;
    const at = this.#bucket + floorOwnerWord;
    if (isFirst) this.#words[at] = owner;
    else if (this.#words[at] !== owner) this.#words[at] = 0;
    this.#setHead(bucketField.floorShare, Math.max(isFirst ? 0 : this.#head(bucketField.floorShare), this.#share()));
    this.#setHead(bucketField.floorEnd, Math.max(isFirst ? 0 : this.#head(bucketField.floorEnd), this.get("end")));
  }

  #share(): number {
    return (this.get("count") + this.get("previous")) / this.get("limit");
  }

  #go(index: number): void {
    this.#entry = (this.#bucket + entryWords + index * entryWords) / 2;
  }

  #isOwn(index: number): boolean {
    this.#go(index);
    const at = this.#entry * 2;
    const [d0, d1, d2, d3] = this.#digest;
    const words = this.#words;
    return words[at] === d0 && words[at + 1] === d1 && words[at + 2] === d2 && words[at + 3] === d3;
  }

  #word(word: number): number {
    return this.#words[this.#entry * 2 + word] ?? 0;
  }

  #setWord(word: number, value: number): void {
    this.#words[this.#entry * 2 + word] = value;
  }

  #head(field: number): number {
    return this.#doubles[this.#bucket / 2 + field] ?? 0;
  }

  #setHead(field: number, value: number): void {
    this.#doubles[this.#bucket / 2 + field] = value;
  }

  #setDigest(key: string): void {
    if (this.#bytes.length < key.length * 3) this.#bytes = new Uint8Array(key.length * 3);
    const { written } = this.#encoder.encodeInto(key, this.#bytes);
    this.#length = written;
    sipHash128(this.#seed, this.#bytes, written, this.#digest);
  }

  /** Never 0. */
  #ownerOfKey(): number {
    const end = this.#bytes.subarray(0, this.#length).indexOf(lineFeed);
    sipHash128(this.#seed, this.#bytes, end < 0 ? this.#length : end, this.#owner);
    return this.#owner[0] || 1;
  }

  #lock(): void {
    for (let tries = 0; tries < spins + sleeps; tries++) {
      const other = Atomics.compareExchange(this.#words, this.#bucket, 0, this.#holder);
      if (other === 0) return;
      if (tries < spins) continue;
      if (this.#maySleep) Atomics.wait(this.#words, this.#bucket, other, 1);
      else spinLong(this.#words, this.#bucket);
    }
    throw new Error("a counter is locked by another thread");
  }
}

/** The main thread of a browser may not. */
function maySleep(words: Int32Array): boolean {
  try {
    Atomics.wait(words, 0, 0, 0);
    return true;
  } catch {
    return false;
  }
}

function spinLong(words: Int32Array, at: number): void {
  for (let spin = 0; spin < 50_000; spin++) if (Atomics.load(words, at) === 0) return;
}
