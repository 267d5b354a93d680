/** What lint may write where: a report must not replace a file that is checked, nor another report. */
import path from "node:path";
import { realPathOf, type SourceFile } from "../source/read.ts";
import type { FormatTarget } from "./lint.ts";
import { CommandError } from "./terminal.ts";

/** Formats that are one document each: behind another one nothing could read it. */
const documents: ReadonlySet<string> = new Set(["json", "sarif", "gitlab", "junit", "checkstyle"]);

/** @throws CommandError */
export function requireDistinctOutputs(
  formats: readonly FormatTarget[],
  cacheFile: string | undefined,
  files: readonly SourceFile[],
  cwd: string,
): void {
  const printed = formats.filter(({ file }) => file === undefined);
  const spoilt = printed.length > 1 && printed.find(({ format }) => documents.has(format));
  if (spoilt) {
    throw new CommandError(
      `--format ${spoilt.format} cannot share standard output with another format: write --format ${spoilt.format}=FILE.`,
    );
  }
  const written = formats.flatMap(({ file }) => (file === undefined ? [] : [file]));
  if (cacheFile !== undefined) written.push(cacheFile);
  const taken = new Set<string>();
  for (const file of written) {
    const real = realPathOf(path.resolve(cwd, file));
    if (files.some((input) => input.real === real)) {
      throw new CommandError(`${file} is one of the files that are checked: name another file to write to.`);
    }
    if (taken.has(real)) {
      throw new CommandError(`${file} is named for two things to write: name a file for each.`);
    }
    taken.add(real);
  }
}
