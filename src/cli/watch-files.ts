/** Tells when files were written, replaced or swapped by a link; by the system's events, and by looking now and then. */
import { type FSWatcher, watch } from "node:fs";
import path from "node:path";
import { statusOf } from "./file-mark.ts";

export interface FileWatch {
  /** From now on; what changed since `watchFiles` counts. */
  follow(changed: () => void): void;
  close(): void;
}

export interface WatchTimes {
  /** Between looks where no event comes: not every file system sends any. */
  readonly lookMs: number;
  /** For which files must lie still: an editor may empty a file before it writes it. */
  readonly settleMs: number;
}

const usualTimes: WatchTimes = { lookMs: 2_000, settleMs: 200 };

/** A folder of many folders is looked at by polling alone. */
const maxWatchers = 32;

/** @param files the absolute paths that count now, whether they are there or not */
export async function watchFiles(
  files: () => Promise<readonly string[]>,
  times: WatchTimes = usualTimes,
): Promise<FileWatch> {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  /** A folder that is written to all the time must not put the look off for ever. */
  let isSoon = false;
  let told = describe(await files());
  let seen = told;

  const look = async (changed: () => void): Promise<void> => {
    isSoon = false;
    const found = await files().catch(() => []);
    if (isClosed) return;
    const now = describe(found);
    const isStill = now === seen;
    seen = now;
    if (isStill && now !== told) {
      told = now;
      changed();
    }
    listen(found, changed);
    wait(isStill ? times.lookMs : times.settleMs, changed);
  };
  const wait = (ms: number, changed: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(changed), ms);
  };
  /** Folders, not files: a file that is replaced is another one, and a swapped link lies beside it. */
  const listen = (found: readonly string[], changed: () => void): void => {
    const folders = new Set(found.map((file) => path.dirname(file)));
    for (const [folder, watcher] of watchers) if (!folders.has(folder)) forget(folder, watcher);
    for (const folder of [...folders].slice(0, maxWatchers)) {
      if (watchers.has(folder)) continue;
      try {
        const watcher = watch(folder, () => {
          if (!isSoon) wait(times.settleMs / 4, changed);
          isSoon = true;
        });
        watcher.on("error", () => forget(folder, watcher));
        watchers.set(folder, watcher);
      } catch {
        // No watcher to be had: polling it is.
      }
    }
  };
  const forget = (folder: string, watcher: FSWatcher): void => {
    watcher.close();
    watchers.delete(folder);
  };
  return {
    follow: (changed) => void look(changed),
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

/** What `stat` says, links followed; "none" for what is not there. */
function describe(files: readonly string[]): string {
  return files.map((file) => `${file} ${statusOf(file)?.text ?? "none"}`).join("\n");
}
