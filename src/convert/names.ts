/** Gives every consumer a username that is allowed, such that no two become one and the result does not depend on their order. */
import { compareText, type Sha1Hex } from "../model/identity.ts";

const allowed = /^[a-zA-Z0-9_-]{1,512}$/;

/** Apache APISIX takes no longer ones. */
const comfortableLength = 256;

/**
 * Names that are allowed stay. Others get `_` for each character that is not; where that would meet another name, and
 * where it is too long, eight digits of the name's SHA-1 follow.
 * @returns new names by original ones
 */
export function chooseNames(originals: Iterable<string>, sha1Hex: Sha1Hex): ReadonlyMap<string, string> {
  const names = [...new Set(originals)].sort(compareText);
  const plain = names.map((name) => (allowed.test(name) ? name : name.replace(/[^a-zA-Z0-9_-]/gu, "_") || "_"));
  const uses = new Map<string, number>();
  for (const name of plain) uses.set(name, (uses.get(name) ?? 0) + 1);
  const taken = new Set(plain);
  const chosen = new Map<string, string>();
  for (const [index, original] of names.entries()) {
    const name = plain[index] ?? original;
    const isFine = allowed.test(original) || (uses.get(name) === 1 && name.length <= comfortableLength);
    chosen.set(original, isFine ? name : marked(name, sha1Hex(original), taken));
  }
  return chosen;
}

function marked(name: string, digest: string, taken: Set<string>): string {
  for (let digits = 8; ; digits += 1) {
    const candidate = `${name.slice(0, comfortableLength - digits - 1)}-${digest.slice(0, digits)}`;
    if (taken.has(candidate) && digits < digest.length) continue;
    taken.add(candidate);
    return candidate;
  }
}
