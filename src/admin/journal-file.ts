/** Appends to the journal's file; what could not be appended as a whole is cut off again. */
import { type FileHandle, open, stat } from "node:fs/promises";
import { StateError } from "./contract.ts";
import { writeBeside } from "./durable-file.ts";
import { encodeJournalHead, encodeRecord, type Journal, type JournalRecord } from "./journal.ts";

export interface JournalFile {
  readonly bytes: number;
  /** Nothing more can be appended: what is on disk is not known, or belongs to nobody. */
  readonly isLost: boolean;
  /** Returns when the record would survive a power cut. If it rejects, the record is not in the journal, unless `isLost`. */
  append(record: JournalRecord): Promise<void>;
  close(): Promise<void>;
}

/** Takes the place of whatever journal there is. */
export async function createJournalFile(path: string, id: string, key: Uint8Array | undefined): Promise<JournalFile> {
  const head = encodeJournalHead(id, key !== undefined);
  await (await writeBeside(path, head)).putInPlace();
  return openJournalFile(path, { soundBytes: head.length, tornBytes: 0, digest: id }, key);
}

/** Goes on with one that was read; a torn record at its end is cut off. */
export async function openJournalFile(
  path: string,
  { soundBytes, tornBytes, digest }: Pick<Journal, "soundBytes" | "tornBytes" | "digest">,
  key: Uint8Array | undefined,
): Promise<JournalFile> {
  const file = await open(path, "r+");
  let end = soundBytes;
  let last = digest;
  let isLost = false;
  if (tornBytes > 0) await cut(file, end);
  return {
    get bytes() {
      return end;
    },
    get isLost() {
      return isLost;
    },
    async append(record) {
      if (!(await isAt(path, file))) {
        isLost = true;
        throw new StateError("the journal was removed or replaced; the next write makes both files anew");
      }
      const next = encodeRecord(record, last, key);
      try {
        await writeAll(file, next.line, end);
        await file.datasync();
      } catch (error) {
        await cut(file, end).catch(() => {
          isLost = true;
        });
        throw error;
      }
      end += next.line.length;
      last = next.digest;
    },
    close: () => file.close(),
  };
}

/** Whether the path still leads to the open file: what is written to a removed one is gone at the next start. */
async function isAt(path: string, file: FileHandle): Promise<boolean> {
  const [here, there] = await Promise.all([file.stat(), stat(path).catch(() => undefined)]);
  return there !== undefined && there.ino === here.ino && there.dev === here.dev;
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

async function cut(file: FileHandle, bytes: number): Promise<void> {
  await file.truncate(bytes);
  await file.sync();
}
