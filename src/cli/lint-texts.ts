/** The texts of a lint's files, read when they are asked for; the last ones are kept. */
import type { SourceText } from "../source/document.ts";
import { isReadOnce, readSourceFile, type SourceFile } from "../source/read.ts";
import type { Terminal } from "./terminal.ts";

export interface Texts {
  /** @throws InputError if the file cannot be read */
  read(index: number): SourceText;
}

/** In characters; what is looked at twice is mostly small. */
const mostKept = 1 << 26;

/** What gives its text only once is read now and kept. */
export async function createTexts(files: readonly SourceFile[], { readStdin }: Terminal): Promise<Texts> {
  const once = new Map<number, SourceText>();
  for (const [index, source] of files.entries()) {
    if (!isReadOnce(source)) continue;
    const { file, path } = source;
    once.set(index, { file, text: path === undefined ? await readStdin() : readSourceFile(path, file) });
  }
  const kept = new Map<number, SourceText>();
  let size = 0;
  return {
    read(index) {
      const known = once.get(index) ?? kept.get(index);
      if (known) return known;
      const { file, path = "" } = files[index] ?? { file: "" };
      const source = { file, text: readSourceFile(path, file) };
      size += source.text.length;
      if (size > mostKept) {
        kept.clear();
        size = source.text.length;
      }
      kept.set(index, source);
      return source;
    },
  };
}
