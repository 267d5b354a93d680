/** Keeps the state on disk: a snapshot, and a journal of the writes since, which a new snapshot takes up when it has grown. */
import { randomBytes } from "node:crypto";
import { unlink } from "node:fs/promises";
import { StateError } from "./contract.ts";
import { flushFolder, readOrdinary, writeBeside } from "./durable-file.ts";
import { decodeJournal, type Journal, type JournalRecord } from "./journal.ts";
import { createJournalFile, type JournalFile, openJournalFile } from "./journal-file.ts";
import { Draft, emptyState, type State } from "./state.ts";
import { createSnapshotEncoder, decodeSnapshot } from "./state-file.ts";

export interface StateStore {
  /** What was found on disk; the empty state if there was nothing. */
  readonly initial: State;
  /** Returns when the draft's changes would survive a power cut; if it rejects, they are not stored. */
  store(draft: Draft): Promise<void>;
  /** Leaves one file that holds everything. */
  close(state: State): Promise<void>;
  /** Leaves both files as they are. */
  release(): Promise<void>;
}

export interface StoreOptions {
  readonly path: string;
  /** 32 bytes: seals both files. */
  readonly key?: Uint8Array;
  /** Bytes of the journal from which on a new snapshot is written, if the snapshot is not larger still. */
  readonly journalLimit?: number;
  /** Of what was found and mended, and of what could not be done. */
  onFault(reason: string): void;
}

const defaultJournalLimit = 1024 * 1024;

/** @throws StateError if what is on disk is not sound, or sealed with another key */
export async function openStateStore(options: StoreOptions): Promise<StateStore> {
  const { path, key, onFault } = options;
  if (key !== undefined && key.length !== 32) throw new StateError("the key of the state file must have 32 bytes");
  const journalPath = `${path}.journal`;
  const found = await readFound(path, journalPath, key);
  if (found.tornBytes > 0) {
    onFault(
      `the last record of the journal ${journalPath} was not written to its end (${found.tornBytes} bytes); ` +
        "its writes were never acknowledged and are left out",
    );
  }
  const initial = found.journal === undefined ? found.state : replay(journalPath, found.state, found.journal.records);
  let journal = found.journal && (await openJournalFile(journalPath, found.journal, key));
  let idOnDisk = found.idOnDisk;
  const encode = createSnapshotEncoder();
  const limit = options.journalLimit ?? defaultJournalLimit;
  let snapshotFrom = Math.max(limit, found.snapshotBytes);

  /** If it rejects while there is still a journal, nothing has changed. */
  async function snapshot(state: State, next: string | undefined): Promise<void> {
    const links = {
      ...(next !== undefined && { journal: next }),
      ...(idOnDisk !== undefined && { absorbed: idOnDisk }),
    };
    const bytes = encode({ state, links }, key);
    const replacement = await writeBeside(path, bytes);
    // From here on what the old journal says may stand in the snapshot, and more of it would be passed over.
    const old = journal;
    journal = undefined;
    await old?.close();
    await replacement.putInPlace();
    snapshotFrom = Math.max(limit, bytes.length);
  }

  async function startOver(draft: Draft): Promise<void> {
    const id = randomBytes(16).toString("hex");
    if (idOnDisk === undefined) {
      // The other way round, a crash would leave a snapshot that names a journal that nobody has removed.
      const first = await createJournalFile(journalPath, id, key);
      idOnDisk = id;
      try {
        await snapshot(draft, id);
        journal = first;
      } finally {
        if (journal !== first) await first.close();
      }
      return;
    }
    await snapshot(draft, id);
    try {
      journal = await createJournalFile(journalPath, id, key);
      idOnDisk = id;
    } catch {
      onFault("a new journal could not be made; until it can, each write replaces the whole state file");
    }
  }

  return {
    initial,
    async store(draft) {
      const current: JournalFile | undefined = journal?.isLost === true ? undefined : journal;
      if (current === undefined) return startOver(draft);
      if (current.bytes >= snapshotFrom) {
        try {
          return await startOver(draft);
        } catch (error) {
          if (journal === undefined) throw error;
          snapshotFrom = 2 * current.bytes;
          onFault("no new snapshot could be written; the journal grows until there is room for one");
        }
      }
      await current.append({ from: draft.index - draft.changes.length, changes: draft.changes });
    },
    async close(state) {
      if (idOnDisk === undefined) return;
      await snapshot(state, undefined);
      await unlink(journalPath);
      await flushFolder(path);
    },
    async release() {
      await journal?.close();
      journal = undefined;
    },
  };
}

interface Found {
  readonly state: State;
  readonly snapshotBytes: number;
  /** Only if it goes on from the snapshot. */
  readonly journal?: Journal;
  readonly tornBytes: number;
  readonly idOnDisk?: string;
}

async function readFound(path: string, journalPath: string, key: Uint8Array | undefined): Promise<Found> {
  const bytes = await readOrdinary(path, "the state file");
  const journalBytes = await readOrdinary(journalPath, "the journal");
  const snapshot = bytes && decodeSnapshot(path, bytes, key);
  const { journal: next, absorbed } = snapshot?.links ?? {};
  const base = { state: snapshot?.state ?? emptyState, snapshotBytes: bytes?.length ?? 0, tornBytes: 0 };
  if (journalBytes === undefined && next !== undefined) {
    throw new StateError(
      `the journal ${journalPath} is missing, which holds the last writes to ${path}; put it back, ` +
        "or make an empty file of that name to go on without them",
    );
  }
  if (journalBytes === undefined || journalBytes.length === 0) return base;
  // One without a record is made before the first snapshot that names it.
  if (snapshot === undefined && journalBytes.indexOf(0x0a) !== journalBytes.length - 1)
    throw foreign(path, journalPath, "there is no such state file");
  const journal = decodeJournal(journalPath, journalBytes, key);
  if (journal.id === next) return { ...base, journal, tornBytes: journal.tornBytes, idOnDisk: journal.id };
  // The process ended between a snapshot and what follows it: all records are in the snapshot.
  if (journal.id === absorbed || journal.records.length === 0) return { ...base, idOnDisk: journal.id };
  throw foreign(path, journalPath, "it goes on from another state");
}

function foreign(path: string, journalPath: string, reason: string): StateError {
  return new StateError(
    `the journal ${journalPath} does not belong to the state file ${path}: ${reason}; ` +
      "restore both from one backup, or move the journal away",
  );
}

function replay(journalPath: string, base: State, records: readonly JournalRecord[]): State {
  const draft = new Draft(base);
  for (const [index, { from, changes }] of records.entries()) {
    if (from !== draft.index) {
      throw new StateError(
        `the journal ${journalPath} is damaged: record ${index + 1} does not go on from the one before; ` +
          "restore it and the state file from a backup",
      );
    }
    for (const { address, value } of changes) {
      if (value === undefined) draft.remove(address);
      else draft.put(address, value);
    }
  }
  return { index: draft.index, collections: draft.collections };
}
