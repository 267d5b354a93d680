/**
 * Which changes of a saved plan were applied, in a file beside it, so that `sync --resume` can go on. It holds numbers
 * of changes only. A line is written after the gateway has answered: what is missing of it was perhaps applied.
 */
import { appendFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileProblem } from "../source/file-problem.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

const title = "rollcall-journal 1";

export interface Journal {
  /** Numbers of applied changes; undefined if the plan was never begun. */
  readonly applied: ReadonlySet<number> | undefined;
  /** To be called before the first change. @throws CommandError if it cannot be written */
  begin(): Promise<void>;
  /** Notes a change; what cannot be noted is found again by looking at the gateway. */
  note(index: number): void;
  /** The plan is carried out: nothing is left to resume. */
  end(): Promise<void>;
}

export function journalFileOf(planFile: string): string {
  return `${planFile}.journal`;
}

/** @throws CommandError if there is a journal that cannot be read or belongs to another plan */
export async function openJournal(planFile: string, planDigest: string, terminal: Terminal): Promise<Journal> {
  const file = journalFileOf(planFile);
  const target = path.resolve(terminal.cwd, file);
  const applied = await readJournal(file, target, planDigest);
  return {
    applied,
    async begin() {
      if (!applied) await writePrivateFile(file, `${title} ${planDigest}\n`, terminal, { isNew: true });
    },
    note(index) {
      try {
        appendFileSync(target, `applied ${index}\n`);
      } catch {
        // The run itself matters more, and the gateway tells what was done.
      }
    },
    end: () => rm(target, { force: true }),
  };
}

async function readJournal(file: string, target: string, planDigest: string): Promise<ReadonlySet<number> | undefined> {
  let text: string;
  try {
    text = await readFile(target, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  }
  const [head, ...lines] = text.split("\n");
  if (head !== `${title} ${planDigest}`) {
    throw new CommandError(`${file} is the journal of another plan, or none at all. Move it away if it is of no use.`);
  }
  // The last line ends with the file if the process was killed while it wrote, and then is not counted.
  const numbers = lines.slice(0, -1).flatMap((line) => /^applied (\d+)$/.exec(line)?.[1] ?? []);
  return new Set(numbers.map(Number));
}
