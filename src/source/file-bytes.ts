/** Reads files, or stretches of them, through memory that is used again: for many or large files fresh memory costs more than what is done with it. */
import { isAscii } from "node:buffer";
import { closeSync, openSync, readSync } from "node:fs";

/** Text of bytes in UTF-8; most configuration is ASCII, which is many times faster to take over. */
export function decode(bytes: Buffer): string {
  return isAscii(bytes) ? bytes.toString("latin1") : bytes.toString("utf8");
}

let scratch = Buffer.alloc(0);

/** Up to `length` bytes; they stand until the next call. @throws an error of the file system */
export function readBytes(file: number, start: number, length: number): Buffer {
  if (scratch.length < length) scratch = Buffer.allocUnsafeSlow(length);
  let done = 0;
  while (done < length) {
    const got = readSync(file, scratch, done, length - done, start + done);
    if (got === 0) break;
    done += got;
  }
  return scratch.subarray(0, done);
}

export function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openSync(path, "r");
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}
