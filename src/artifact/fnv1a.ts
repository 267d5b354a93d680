/** 32-bit FNV-1a (draft-eastlake-fnv): where a username is looked for, and how the writer finds what it has already. */

export function fnv1a(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x01000193);
  return hash >>> 0;
}
