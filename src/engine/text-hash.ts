/** 32-bit FNV-1a (draft-eastlake-fnv) over UTF-16 code units. No secret depends on it. */
export function textHash(text: string, basis = 0x811c9dc5): number {
  let hash = basis;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
