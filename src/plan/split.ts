/** Parts a dump into files: one a consumer, one for each other kind. */
import type { Sha1Hex } from "../model/identity.ts";
import { isMap, type JsonMap } from "../model/json.ts";

/** Documents by the path of their file, with `/`, in an order that depends on the content alone. */
export type SplitDocument = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** What `splitDocument` can call a file: no path that is written elsewhere. */
export const splitPath: RegExp = /^(?:consumers\/)?[A-Za-z0-9_~-]+\.yaml$/;

/** @param document as of `toDocument`. A reader of all the files finds the same as in the one document. */
export function splitDocument(document: Readonly<Record<string, unknown>>, sha1Hex: Sha1Hex): SplitDocument {
  const files = new Map<string, Readonly<Record<string, unknown>>>();
  for (const [section, resources] of Object.entries(document)) {
    if (section !== "consumers" || !Array.isArray(resources) || resources.length === 0) {
      files.set(`${section}.yaml`, { [section]: resources });
      continue;
    }
    const consumers = resources.filter(isMap);
    const names = fileNames(consumers.map(usernameOf), sha1Hex);
    for (const consumer of consumers) {
      files.set(`consumers/${names.get(usernameOf(consumer))}.yaml`, { consumers: [consumer] });
    }
  }
  return files;
}

function usernameOf({ username }: JsonMap): string {
  return String(username);
}

/** As long as file systems allow with what is put behind it. */
const longestName = 100;
const plainName = new RegExp(`^[A-Za-z0-9_-]{1,${longestName}}$`);
/** Windows takes these for devices, whatever stands behind the dot. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** The username itself, where it is safe; else, or where another one is the same in a file system that folds case, with a digest of it. */
function fileNames(usernames: readonly string[], sha1Hex: Sha1Hex): ReadonlyMap<string, string> {
  const spellings = new Map<string, number>();
  for (const username of usernames) {
    const folded = username.toLowerCase();
    spellings.set(folded, (spellings.get(folded) ?? 0) + 1);
  }
  const nameOf = (username: string): string => {
    const isPlain = plainName.test(username) && !deviceName.test(username);
    const folded = username.toLowerCase();
    if (isPlain && (username === folded || spellings.get(folded) === 1)) return username;
    const readable = username.replace(/[^A-Za-z0-9_-]+/g, "_").slice(0, longestName);
    // No plain name holds a tilde.
    return `${readable}~${sha1Hex(username).slice(0, 12)}`;
  };
  return new Map(usernames.map((username) => [username, nameOf(username)]));
}
