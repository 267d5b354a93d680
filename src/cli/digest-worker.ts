/** The thread that digests what `compile` of many credentials gives it (digest-thread.ts), and makes the indexes at the end. */
import { type MessagePort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { type DigestTables, digestTables } from "../artifact/digest-tables.ts";
import { type DigestRing, flags, noPiece, pieceLength, pieces, record, states, tables, word } from "./digest-ring.ts";
import type { DigestTask } from "./digest-thread.ts";

/** Whoever has failed meanwhile gives nothing more, and has nothing to end this thread with. */
const patienceMs = 600_000;

run(workerData as DigestTask);

function run({ keys, credentials, ring, port }: DigestTask): void {
  let state: number = states.failed;
  try {
    const made = digestTables(keys, credentials);
    takePieces(ring, port, made);
    port.postMessage(made.sections());
    state = states.done;
  } finally {
    const { words } = ring;
    Atomics.store(words, word.state, state);
    Atomics.notify(words, word.state);
    // Whoever waits for a free piece looks at the state then.
    Atomics.add(words, word.taken, 1);
    Atomics.notify(words, word.taken);
    port.close();
  }
}

function takePieces({ words, bytes }: DigestRing, port: MessagePort, made: DigestTables): void {
  const view = new DataView(bytes.buffer);
  for (let taken = 0; ; taken++) {
    if (Atomics.wait(words, word.filled, taken, patienceMs) === "timed-out") throw new Error("nothing more came");
    const place = taken % pieces;
    const length = words[word.lengths + place] ?? noPiece;
    if (length === noPiece) return;
    const start = place * pieceLength;
    for (let at = start; at < start + length; ) at = takeRecord(bytes, view, at, port, made);
    Atomics.store(words, word.taken, taken + 1);
    Atomics.notify(words, word.taken);
  }
}

/** Returns where the next one begins. */
function takeRecord(bytes: Uint8Array, view: DataView, at: number, port: MessagePort, made: DigestTables): number {
  const code = view.getUint32(at + record.code, true);
  const credential = view.getUint32(at + record.credential, true);
  const length = view.getUint32(at + record.length, true);
  const table = tables[code & flags.table] ?? "password";
  const start = at + record.size;
  if ((code & flags.apart) === 0) {
    const room = made.room(table, length);
    const from = made.roomStart;
    for (let index = 0; index < length; index++) room[from + index] = bytes[start + index] ?? 0;
    made.add(table, length, credential);
    return start + length;
  }
  const apart = receiveMessageOnPort(port)?.message as Uint8Array;
  if ((code & flags.blocked) !== 0 && table !== "password") {
    made.block(table, apart);
    return start;
  }
  made.room(table, apart.length).set(apart, made.roomStart);
  made.add(table, apart.length, credential);
  return start;
}
