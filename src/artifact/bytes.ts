/** Bytes that grow as they are written. */

const encoder = new TextEncoder();

export class ByteSink {
  #bytes = new Uint8Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Appends and tells where the bytes begin. */
  add(bytes: Uint8Array): number {
    const start = this.#length;
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, start);
    this.#length += bytes.length;
    return start;
  }

  addText(text: string): number {
    const start = this.#length;
    this.#reserve(text.length * 3);
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(start)).written;
    return start;
  }

  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #reserve(count: number): void {
    const needed = this.#length + count;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
