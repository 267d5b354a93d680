/** Secrets that are needed in clear: one after the other, sealed in blocks, each of which is opened when somebody needs a part of it. */
import { BoundedCache } from "../crypto/bounded-cache.ts";
import type { Crypto } from "../crypto/contract.ts";
import { refuse } from "./container.ts";
import type { ArtifactKeys } from "./keys.ts";
import { nonceLength, sealedBlockLength, sealTagLength } from "./layout.ts";
import { seal, sealContext, unseal } from "./seal.ts";
import { uncountedBytes } from "./uncounted-memory.ts";

const overhead = nonceLength + sealTagLength;
const sealedLength = sealedBlockLength + overhead;

/** 1 MiB in clear at most. */
const cachedBlocks = 256;

/**
 * Where the stream lies if the memory goes on far enough behind it, else in memory of its own: what is written at the place of what is
 * read takes no memory anew, which costs more than the sealing, and leaves no secret in clear behind.
 *
 * @param plain the writer's own, not to be used afterwards
 */
export function sealStream(plain: Uint8Array, crypto: Crypto, keys: ArtifactKeys): Uint8Array {
  const { length, buffer, byteOffset } = plain;
  const blocks = Math.ceil(length / sealedBlockLength);
  const whole = length + blocks * overhead;
  const bytes =
    byteOffset + whole <= buffer.byteLength ? new Uint8Array(buffer, byteOffset, whole) : uncountedBytes(whole);
  // Backwards: a sealed block begins behind those that are still to be read.
  for (let block = blocks - 1; block >= 0; block--) {
    const part = plain.subarray(block * sealedBlockLength, (block + 1) * sealedBlockLength);
    bytes.set(seal(crypto, keys, contextOf(block), part), block * sealedLength);
  }
  return bytes;
}

export interface SealedStream {
  /** Bytes in clear. */
  readonly length: number;
  /** The plain bytes, or undefined if they cannot be unsealed. @param length at least 1; `at + length` at most the stream's */
  read(at: number, length: number): Uint8Array | undefined;
}

export function openSealedStream(bytes: Uint8Array, crypto: Crypto, keys: ArtifactKeys): SealedStream {
  const blocks = Math.ceil(bytes.length / sealedLength);
  const length = bytes.length - blocks * overhead;
  if (length < 0 || Math.ceil(length / sealedBlockLength) !== blocks)
    refuse("its sealed secrets have the wrong length");
  const cache = new BoundedCache<number, Uint8Array>(cachedBlocks);
  const open = (block: number): Uint8Array | undefined => {
    const known = cache.get(block);
    if (known !== undefined) return known;
    const sealed = bytes.subarray(block * sealedLength, (block + 1) * sealedLength);
    const plain = unseal(crypto, keys, contextOf(block), sealed);
    if (plain !== undefined) cache.set(block, plain);
    return plain;
  };
  return {
    length,
    read(at, wanted) {
      const found = new Uint8Array(wanted);
      for (let done = 0; done < wanted; ) {
        const position = at + done;
        const plain = open(Math.floor(position / sealedBlockLength));
        if (plain === undefined) return undefined;
        const start = position % sealedBlockLength;
        const part = plain.subarray(start, start + wanted - done);
        found.set(part, done);
        done += part.length;
      }
      return found;
    },
  };
}

function contextOf(block: number): Uint8Array {
  return sealContext("secrets", String(block));
}
