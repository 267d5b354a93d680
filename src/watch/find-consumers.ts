/** Finds consumers by the beginning of their names, a page at a time, and by any part of them as far as that is cheap. */
import type { Artifact } from "../artifact/contract.ts";

export interface ConsumerSearch {
  /** Case counts for the beginning of a name, but not for a part of it. */
  readonly text: string;
  /** The page after this name. */
  readonly after?: string;
}

export interface Found {
  /** Names that begin with the text, in order. */
  readonly usernames: readonly string[];
  /** There are more of them: the next page is the one after this name. */
  readonly next?: string;
  /** Others that have the text somewhere; looked for only where it is nobody's name, and the names above fill no page. */
  readonly elsewhere: readonly string[];
  /** There may be others that have it somewhere. */
  readonly isPartial: boolean;
}

const pageSize = 25;

/** Names that are looked at for a part of them. */
const mostLooked = 50_000;
const slice = 1_000;

export async function findConsumers(artifact: Artifact, { text, after }: ConsumerSearch): Promise<Found> {
  const usernames: string[] = [];
  for (const name of artifact.usernamesFrom(after ?? text)) {
    if (!name.startsWith(text)) break;
    if (name === after) continue;
    const last = usernames.at(-1);
    if (usernames.length === pageSize && last !== undefined) {
      return { usernames, next: last, elsewhere: [], isPartial: false };
    }
    usernames.push(name);
  }
  if (after !== undefined || text === "" || usernames[0] === text)
    return { usernames, elsewhere: [], isPartial: false };
  return { usernames, ...(await findElsewhere(artifact, text, pageSize - usernames.length)) };
}

/** Goes on in slices, so that requests are not kept waiting. */
async function findElsewhere(
  artifact: Artifact,
  text: string,
  most: number,
): Promise<Pick<Found, "elsewhere" | "isPartial">> {
  const wanted = text.toLowerCase();
  const elsewhere: string[] = [];
  let looked = 0;
  for (const name of artifact.usernamesFrom("")) {
    if (looked++ >= mostLooked) return { elsewhere, isPartial: true };
    if (looked % slice === 0) await new Promise((resolve) => setImmediate(resolve));
    if (name.startsWith(text) || !name.toLowerCase().includes(wanted)) continue;
    if (elsewhere.length >= most) return { elsewhere, isPartial: true };
    elsewhere.push(name);
  }
  return { elsewhere, isPartial: false };
}
