/** Reads a file straight into memory that threads share: a large one would lie in memory twice otherwise. */
import { open, readFile } from "node:fs/promises";

/** @throws what node:fs throws */
export async function readShared(file: string): Promise<Uint8Array> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const bytes = new Uint8Array(new SharedArrayBuffer(size));
    let at = 0;
    while (at < size) {
      const { bytesRead } = await handle.read(bytes, at, size - at, at);
      if (bytesRead === 0) break;
      at += bytesRead;
    }
    // A pipe has no size, and a file may be written to meanwhile.
    const isWhole = size > 0 && at === size && (await handle.stat()).size === size;
    return isWhole ? bytes : await readFile(file);
  } finally {
    await handle.close();
  }
}
