/** The texts of a lint's files, read when they are asked for; the last ones are kept. */
import type { SourceText } from "../source/document.ts";
import { readSourceFile, type SourceFile } from "../source/read.ts";
import type { Terminal } from "./terminal.ts";

export interface Texts {
  /** @throws InputError if the file cannot be read */
  read(index: number): SourceText;
}

/** In characters; what is looked at twice is mostly small. */
const mostKept = 1 << 26;

/** Standard input is read once and kept. */
export async function createTexts(files: readonly SourceFile[], { readStdin }: Terminal): Promise<Texts> {
  const stdin = files.some(({ path }) => path === undefined) ? await readStdin() : "";
  const kept = new Map<number, SourceText>();
  let size = 0;
  return {
    read(index) {
      const known = kept.get(index);
      if (known) return known;
      const { file, path } = files[index] ?? { file: "", path: undefined };
      const source = { file, text: path === undefined ? stdin : readSourceFile(path, file) };
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
