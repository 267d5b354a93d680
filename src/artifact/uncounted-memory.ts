/**
 * Memory for what is written, which the collector does not count. For each 64 MB of arrays that it counts it walks through
 * all that lives, and next to an artifact that is being written lives the configuration that it is made from: half the time.
 */

/** All zero. In shared memory, which no isolate counts as its own; in plain memory where a runtime has none. */
export function uncountedBytes(length: number): Uint8Array {
  return new Uint8Array(uncountedBuffer(length));
}

/** All zero. */
export function uncountedNumbers(length: number): Uint32Array {
  return new Uint32Array(uncountedBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
}

function uncountedBuffer(length: number): ArrayBufferLike {
  // Browsers hide it from pages that are not isolated.
  return typeof SharedArrayBuffer === "undefined" || length < leastLength
    ? new ArrayBuffer(length)
    : new SharedArrayBuffer(length);
}

/** Shared memory comes in whole pages of its own. */
const leastLength = 65_536;
