/** The last step of a rotation: takes the old credential out of its file. Its successor must stand there, or it stays. */
import { findNode } from "../fix/tree.ts";
import type { SourceText } from "../source/document.ts";
import { type Declared, type Refusal, type Retirement, rotationLabels } from "./contract.ts";
import type { Day } from "./days.ts";
import { editText } from "./edit-text.ts";
import { removeItem } from "./list-items.ts";
import { type DeclaredCredential, declaredConsumers } from "./locate.ts";
import { describe, standingOf } from "./standing.ts";

/** All that are due in one file. */
export interface Retired {
  /** The new text, or the one before. */
  readonly text: string;
  readonly retired: readonly Retirement[];
  readonly refused: readonly string[];
}

export interface RetireRequest {
  readonly today: Day;
  isChosen(credential: Pick<DeclaredCredential, "username" | "id">): boolean;
  /** Says why not, if so. */
  refusalOf(retirement: Retirement): Refusal | undefined;
}

/** One after the other, each judged by the text that the one before left: a credential whose successor has just gone stays. */
export function retireDue(declared: Omit<Declared, "sources">, source: SourceText, request: RetireRequest): Retired {
  // Few files hold a rotation, and only those are read.
  if (!Object.values(rotationLabels).some((label) => source.text.includes(label))) {
    return { text: source.text, retired: [], refused: [] };
  }
  const retired: Retirement[] = [];
  const refused = new Map<string, string>();
  let { text } = source;
  for (;;) {
    const next = nextDue({ ...declared, sources: [{ ...source, text }] }, request, refused);
    if (!next) return { text, retired, refused: [...refused.values()] };
    const result = request.refusalOf(next.retirement) ?? withoutCredential(next.credential);
    if (typeof result === "string") {
      text = result;
      retired.push(next.retirement);
    } else {
      refused.set(keyOf(next.credential), result.refused);
    }
  }
}

interface Due {
  readonly credential: DeclaredCredential;
  readonly retirement: Retirement;
}

/** Those that are stuck are told, too. */
function nextDue(
  declared: Declared,
  { today, isChosen }: RetireRequest,
  refused: Map<string, string>,
): Due | undefined {
  for (const consumer of declaredConsumers(declared)) {
    for (const credential of consumer.credentials) {
      if (refused.has(keyOf(credential)) || !isChosen(credential)) continue;
      const standing = standingOf(credential, consumer, today);
      if (standing.state === "stuck") refused.set(keyOf(credential), standing.refused);
      if (standing.state === "due") return { credential, retirement: standing.retirement };
    }
  }
  return undefined;
}

function withoutCredential(credential: DeclaredCredential): string | Refusal {
  const list = credential.path.slice(0, -1);
  const index = Number(credential.path.at(-1));
  const text = editText({
    source: credential.source,
    document: credential.document,
    path: list,
    losesComments: true,
    wanted: (items) => items.filter((_, position) => position !== index),
    edits(tree, root) {
      const node = findNode(root, list)?.node;
      if (node?.kind !== "list" || node.items[index]?.hasMarks) return undefined;
      const removed = removeItem(tree, node, index);
      return removed && [removed];
    },
  });
  return (
    text ?? {
      refused:
        `${describe(credential)} is not retired: it is laid out in a way that cannot be edited safely ` +
        "(anchors, aliases, comments in brackets). Take it out by hand.",
    }
  );
}

function keyOf({ username, id }: DeclaredCredential): string {
  return `${username}\n${id}`;
}
