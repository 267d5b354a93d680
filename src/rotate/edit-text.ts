/** Changes the text of a file, and proves that the new text says what was meant and nothing else. */
import type { TextEdit } from "../fix/contract.ts";
import { readTree, type Tree } from "../fix/tree.ts";
import { canonicalJson } from "../model/json.ts";
import { outlineYaml } from "../source/comments.ts";
import type { SourceText } from "../source/document.ts";
import { writtenValues } from "./written.ts";

export interface WantedEdit {
  readonly source: SourceText;
  /** The documents as they should be read from the new text. */
  readonly wanted: (documents: readonly unknown[]) => readonly unknown[];
  /** Undefined where the text is laid out in a way that cannot be changed safely. Offsets are those of the tree's text. */
  readonly edits: (tree: Tree) => readonly TextEdit[] | undefined;
  /** Whether comments may go: those of a credential that is taken out do. */
  readonly losesComments: boolean;
}

/** The new text; undefined if it cannot be made, or if it would not mean what is wanted. */
export function editText({ source, wanted, edits, losesComments }: WantedEdit): string | undefined {
  const mark = source.text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const body = source.text.slice(mark.length);
  const tree = readTree(body);
  const before = writtenValues({ file: source.file, text: body });
  if (!tree || !before || tree.roots.length !== before.length) return undefined;
  const found = edits(tree);
  if (!found) return undefined;
  const edited = applyEdits(tree.text, found);
  // The tree's text ends with a line end, be it one that the file lacks.
  const text = body.endsWith("\n") ? edited : edited.replace(/\r?\n$/, "");
  const after = writtenValues({ file: source.file, text });
  if (!after || canonicalJson(after) !== canonicalJson(wanted(before))) return undefined;
  if (!losesComments && commentsOf(source.file, body) !== commentsOf(source.file, text)) return undefined;
  return mark + text;
}

/** In the order of their places; of several at one place, in the order given. */
function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of [...edits].sort((left, right) => left.start - right.start)) {
    parts.push(text.slice(at, start), replacement);
    at = Math.max(at, end);
  }
  return parts.join("") + text.slice(at);
}

function commentsOf(file: string, text: string): string {
  if (file.toLowerCase().endsWith(".json")) return "";
  return outlineYaml(text)
    .comments.map((comment) => comment.text.trimEnd())
    .join("\n");
}
