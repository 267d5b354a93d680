/** How much memory that was freed a process keeps for the next use. */

/**
 * Each read of a client's body takes 64 KB that are free again a moment later. With glibc's usual setting they are given
 * back to the system each time, and each page that comes back costs more than what is done with its bytes: an upload
 * took two to three times the processor's time. That setting grows by itself to twice the largest piece that was
 * freed, up to 32 MB (mallopt(3), M_MMAP_THRESHOLD): so one is taken, never touched, and left to the collector.
 */
export function keepFreedMemory(): number {
  return new ArrayBuffer(keptBytes / 2).byteLength;
}

const keptBytes = 32 * 1024 * 1024;
