/**
 * Lets a thread beside make the digests and indexes of an artifact, while this one goes through the configuration: a fifth of the time of
 * compiling a million credentials. The writer goes on at once; it waits only where the thread is far behind, and at the end.
 */
import { availableParallelism } from "node:os";
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { DigestKeys, DigestSections, DigestTable, DigestTables } from "../artifact/digest-tables.ts";
import type { AuthPlugin } from "../model/auth.ts";
import {
  createDigestRing,
  type DigestRing,
  flags,
  noPiece,
  pieceLength,
  pieces,
  record,
  states,
  tables,
  word,
} from "./digest-ring.ts";
import { startWorker } from "./start-worker.ts";

/** What the thread is started with. */
export interface DigestTask {
  readonly keys: DigestKeys;
  /** That there will be, about. */
  readonly credentials: number;
  readonly ring: DigestRing;
  /** For what is too long for the ring, and for the sections. */
  readonly port: MessagePort;
}

/** Fewer are digested sooner than a thread has started. */
const leastCredentials = 100_000;
/** Without a sign of the thread. */
const patienceMs = 120_000;

/** Of as many credentials as are worth a thread, where there is a processor for it; undefined for others. */
export function digestThread(credentials: number): ((keys: DigestKeys) => DigestTables) | undefined {
  if (credentials < leastCredentials || availableParallelism() < 2) return undefined;
  return (keys) => new DigestThread(keys, credentials);
}

class DigestThread implements DigestTables {
  readonly #ring = createDigestRing();
  readonly #view = new DataView(this.#ring.bytes.buffer);
  readonly #port: MessagePort;
  /** Pieces. */
  #filled = 0;
  /** Where the next record begins in the piece that is being filled. */
  #at = 0;
  /** What is too long for a piece. */
  #own: Uint8Array | undefined;

  constructor(keys: DigestKeys, credentials: number) {
    const { port1, port2 } = new MessageChannel();
    this.#port = port1;
    const workerData: DigestTask = { keys, credentials, ring: this.#ring, port: port2 };
    // Of the options of this process some would have the thread not start: `--input-type`, as with `-e`.
    const worker = startWorker("digest-worker", { workerData, transferList: [port2], execArgv: [] });
    // What goes wrong there is told where its sections are missing.
    worker.on("error", () => {});
    worker.unref();
  }

  get roomStart(): number {
    return this.#own ? 0 : this.#place + record.size;
  }

  room(_table: DigestTable, length: number): Uint8Array {
    this.#own = record.size + length > pieceLength ? new Uint8Array(length) : undefined;
    if (this.#own) return this.#own;
    if (this.#at + record.size + length > pieceLength) this.#publish();
    return this.#ring.bytes;
  }

  add(table: DigestTable, length: number, credential: number): void {
    const code = tables.indexOf(table);
    if (this.#own) this.#send(code, this.#own.subarray(0, length), credential);
    else this.#record(code, length, credential);
  }

  block(plugin: AuthPlugin, digests: Uint8Array): void {
    if (digests.length > 0) this.#send(tables.indexOf(plugin) | flags.blocked, digests, 0);
  }

  end(): void {
    this.#publish();
    this.#at = noPiece;
    this.#publish();
  }

  sections(): DigestSections {
    const { words, bytes } = this.#ring;
    Atomics.wait(words, word.state, states.running, patienceMs);
    const sections = receiveMessageOnPort(this.#port)?.message as DigestSections | undefined;
    this.#port.close();
    // Secrets.
    bytes.fill(0);
    if (sections === undefined) throw new Error(noSections);
    return sections;
  }

  get #place(): number {
    return (this.#filled % pieces) * pieceLength + this.#at;
  }

  /** The bytes by themselves, and a record that says where in the order they belong. */
  #send(code: number, bytes: Uint8Array, credential: number): void {
    if (this.#at + record.size > pieceLength) this.#publish();
    this.#port.postMessage(bytes.slice());
    this.#record(code | flags.apart, 0, credential);
  }

  #record(code: number, length: number, credential: number): void {
    const place = this.#place;
    this.#view.setUint32(place + record.code, code, true);
    this.#view.setUint32(place + record.credential, credential, true);
    this.#view.setUint32(place + record.length, length, true);
    this.#at += record.size + length;
  }

  /** Hands over the piece, and waits until the next one is free. */
  #publish(): void {
    const { words } = this.#ring;
    words[word.lengths + (this.#filled % pieces)] = this.#at;
    this.#filled += 1;
    this.#at = 0;
    Atomics.store(words, word.filled, this.#filled);
    Atomics.notify(words, word.filled);
    for (;;) {
      const taken = Atomics.load(words, word.taken);
      if (this.#filled - taken < pieces) return;
      if (Atomics.load(words, word.state) === states.failed) throw new Error(noSections);
      if (Atomics.wait(words, word.taken, taken, patienceMs) === "timed-out") throw new Error(noSections);
    }
  }
}

const noSections = "The thread that digests credentials has ended, or does not answer.";
