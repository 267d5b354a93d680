/**
 * Searches a folder for the files of a pattern, and says where it could not look: a link that leads nowhere or a folder
 * without permission may stand for files that are there, and whoever takes them for removed would delete what they declare.
 */
import { type Dirent, readdir, realpath, type Stats, stat } from "node:fs";
import type { FileSystemAdapter, GlobOptions } from "tinyglobby";

export type SearchOptions = Pick<GlobOptions, "ignore" | "absolute" | "caseSensitiveMatch" | "expandDirectories"> & {
  readonly cwd: string;
};

export interface Found {
  /** With slashes. */
  readonly files: readonly string[];
  readonly unread: readonly Unread[];
}

/** A folder, or a link, that the search could not enter. */
export interface Unread {
  /** Absolute, with slashes. */
  readonly path: string;
  readonly isLink: boolean;
  readonly error: NodeJS.ErrnoException;
}

/** Stands in the list of files for whatever an unread folder may hold; matches only what matches every name. */
export const unknownFile = "\u0001";

export async function searchFolder(patterns: string | readonly string[], options: SearchOptions): Promise<Found> {
  const { glob } = await loadGlob();
  const unread: Unread[] = [];
  const fs = observingFiles((place) => unread.push(place));
  return { files: await glob(patterns, { ...options, fs }), unread };
}

/** The files of the patterns; a link that leads nowhere is among them as a file, a folder that cannot be read as its `unknownFile`. */
export async function searchAnything(patterns: readonly string[], options: SearchOptions): Promise<readonly string[]> {
  const { glob } = await loadGlob();
  return glob(patterns, { ...options, fs: observingFiles() });
}

/** Not needed for files that are named one by one. */
export function loadGlob(): Promise<typeof import("tinyglobby")> {
  return import("tinyglobby");
}

/** Ends what a link leads to: the search takes a path for a circle that merely starts as another one does (`/a/team2` as `/a/team`). */
const endOfTarget = "\0";

/**
 * The search ignores every error. Told that a dead link is a folder, it tries to read it if, and only if, it would enter
 * a folder of that name: so all that it cannot see comes to `readdir`, and from there to `report`. Without that, a dead
 * link is a file, and an unread folder has one.
 */
function observingFiles(report?: (place: Unread) => void): FileSystemAdapter {
  const linksByTarget = new Map<string, string>();
  const withoutSlash = (path: string): string => (path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path);
  return {
    realpath: ((link: string, done: (error: null, target: string) => void) =>
      realpath(link, (error, real) => {
        const target = (error ? link : real) + endOfTarget;
        linksByTarget.set(target, link);
        done(null, target);
      })) as typeof realpath,
    stat: ((target: string, done: (error: null, status: Pick<Stats, "isDirectory">) => void) =>
      stat(target.slice(0, -endOfTarget.length), (error, status) =>
        done(null, error ? { isDirectory: () => report !== undefined } : status),
      )) as typeof stat,
    readdir: ((folder: string, options: { withFileTypes: true }, done: (error: null, entries: Dirent[]) => void) => {
      const target = withoutSlash(folder);
      const link = linksByTarget.get(target);
      readdir(link ?? folder, options, (error, entries) => {
        if (error) report?.({ path: link ?? target, isLink: link !== undefined, error });
        const unseen = report ? [] : [unknownEntry];
        done(null, error ? unseen : entries);
      });
    }) as typeof readdir,
  };
}

const unknownEntry = {
  name: unknownFile,
  isFile: () => true,
  isDirectory: () => false,
  isSymbolicLink: () => false,
} as Dirent;
