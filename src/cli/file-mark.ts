/** How a file is known again: at once if the file system says that nobody wrote to it, else by its content. */
import { createHash } from "node:crypto";
import { fstatSync, statSync } from "node:fs";
import { readBytes, withFile } from "../source/file-bytes.ts";

export interface FileMark {
  /** Size, inode and times. undefined if it was written so shortly before that a later write could have the same times. */
  readonly status: string | undefined;
  /** SHA-256 in hex. */
  readonly content: string;
}

/** A file as the file system described it at one moment. */
export interface FileStatus {
  readonly text: string;
  /** Whether a write behind this moment is sure to change `text`. */
  readonly isSettled: boolean;
}

/** Times of file systems are coarser than their unit; FAT's are two seconds. */
const settledAfter = 2_500;

/** undefined if the file cannot be looked at. */
export function statusOf(file: string): FileStatus | undefined {
  try {
    const { size, ino, mtimeNs, ctimeNs, mtimeMs, ctimeMs } = statSync(file, { bigint: true });
    const latest = Math.max(Number(mtimeMs), Number(ctimeMs));
    return { text: `${size} ${ino} ${mtimeNs} ${ctimeNs}`, isSettled: Date.now() - latest > settledAfter };
  } catch {
    return undefined;
  }
}

/** undefined if the file cannot be read. */
function digestFile(file: string): string | undefined {
  try {
    return withFile(file, (open) => {
      const hash = createHash("sha256");
      const { size } = fstatSync(open);
      for (let start = 0; start < size; start += pieceSize) {
        hash.update(readBytes(open, start, Math.min(pieceSize, size - start)));
      }
      return hash.digest("hex");
    });
  } catch {
    return undefined;
  }
}

const pieceSize = 1 << 21;

/** Whether the file still has the content of the mark. */
export function isUnchanged(file: string, status: FileStatus | undefined, mark: FileMark): boolean {
  if (status === undefined) return false;
  return status.text === mark.status || digestFile(file) === mark.content;
}

/** The mark of a file, to be taken back if somebody writes to it before `confirm` is called. */
export interface PendingMark {
  /** undefined if somebody has. */
  confirm(): FileMark | undefined;
}

export function beginMark(file: string, status: FileStatus | undefined): PendingMark {
  // Where times do not tell whether somebody writes meanwhile, the content must.
  const before = status?.isSettled ? undefined : digestFile(file);
  return {
    confirm() {
      const content = digestFile(file);
      if (!status || content === undefined || statusOf(file)?.text !== status.text) return undefined;
      if (!status.isSettled && content !== before) return undefined;
      return { status: status.isSettled ? status.text : undefined, content };
    },
  };
}
