/** The last step of a rotation: takes old credentials out of their file. The successor of each must stand there, or it stays. */
import type { TextEdit } from "../fix/contract.ts";
import { entryOf, findNode, type Tree } from "../fix/tree.ts";
import { isMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import type { SourceText } from "../source/document.ts";
import { type Declared, type Retirement, rotationLabels } from "./contract.ts";
import { type Due, type DueRequest, dueOf } from "./due.ts";
import { editText } from "./edit-text.ts";
import { removeItems } from "./list-items.ts";
import { type DeclaredCredential, declaredConsumers } from "./locate.ts";
import { describe } from "./standing.ts";
import { changeList } from "./values.ts";

/** All that are due in one file. */
export interface Retired {
  /** The new text, or the one before. */
  readonly text: string;
  readonly retired: readonly Retirement[];
  readonly refused: readonly string[];
}

export function retireDue(declared: Omit<Declared, "sources">, source: SourceText, request: DueRequest): Retired {
  const { text } = source;
  // Few files hold a rotation, and only those are read.
  if (!Object.values(rotationLabels).some((label) => text.includes(label))) return { text, retired: [], refused: [] };
  const found = declaredConsumers({ ...declared, sources: [source] }).map((consumer) => dueOf(consumer, request));
  const refused = found.flatMap((due) => due.refused);
  const due = found.filter(({ retired }) => retired.length > 0);
  if (due.length === 0) return { text, retired: [], refused };
  const all = textWithout(source, due);
  if (all !== undefined) return { text: all, retired: due.flatMap(retirementsOf), refused };
  return oneByOne(source, due, refused);
}

/** Where not all can go at once, some may: their places do not depend on each other, as each is a consumer of its own. */
function oneByOne(source: SourceText, due: readonly Due[], refusedBefore: readonly string[]): Retired {
  const retired: Retirement[] = [];
  const refused = [...refusedBefore];
  let { text } = source;
  for (const part of due) {
    const next = textWithout({ ...source, text }, [part]);
    if (next === undefined) refused.push(...part.retired.map(({ credential }) => cannotEdit(credential)));
    else {
      text = next;
      retired.push(...retirementsOf(part));
    }
  }
  return { text, retired, refused };
}

function textWithout(source: SourceText, due: readonly Due[]): string | undefined {
  return editText({
    source,
    losesComments: true,
    wanted: (documents) => due.reduce((result, part) => valuesWithout(result, part), documents),
    edits(tree) {
      const edits = due.map((part) => editsWithout(tree, part));
      return edits.every((part) => part !== undefined) ? edits.flat() : undefined;
    },
  });
}

function valuesWithout(documents: readonly unknown[], { retired, moved }: Due): readonly unknown[] {
  const place = placeOf(retired.map(({ credential }) => credential));
  if (!place) return documents;
  return changeList(documents, place.document, place.list, (items) =>
    items
      .map((item, index) => {
        const label = moved.find(({ credential }) => indexOf(credential) === index);
        if (!label || !isMap(item) || !isMap(item["labels"])) return item;
        return { ...item, labels: { ...item["labels"], [rotationLabels.replacedBy]: label.replacedBy } };
      })
      .filter((_, index) => !place.indexes.has(index)),
  );
}

function editsWithout(tree: Tree, { retired, moved }: Due): readonly TextEdit[] | undefined {
  const place = placeOf(retired.map(({ credential }) => credential));
  const root = place && tree.roots[place.document];
  const list = root && findNode(root, place.list)?.node;
  if (!place || list?.kind !== "list") return undefined;
  if ([...place.indexes].some((index) => list.items[index]?.hasMarks)) return undefined;
  const removed = removeItems(tree, list, place.indexes);
  const labels = moved.flatMap(({ credential, replacedBy }): TextEdit[] => {
    const item = list.items[indexOf(credential)];
    const map = item && entryOf(item, "labels")?.value;
    const value = map && entryOf(map, rotationLabels.replacedBy)?.value;
    if (!value || item.hasMarks) return [];
    return [{ start: value.start, end: value.end, text: JSON.stringify(replacedBy) }];
  });
  return removed && labels.length === moved.length ? [...removed, ...labels] : undefined;
}

interface ListPlace {
  readonly document: number;
  readonly list: Path;
  readonly indexes: ReadonlySet<number>;
}

/** Of credentials of one consumer. */
function placeOf(credentials: readonly DeclaredCredential[]): ListPlace | undefined {
  const [first] = credentials;
  return (
    first && { document: first.document, list: first.path.slice(0, -1), indexes: new Set(credentials.map(indexOf)) }
  );
}

function indexOf({ path }: DeclaredCredential): number {
  return Number(path.at(-1));
}

function retirementsOf({ retired }: Due): readonly Retirement[] {
  return retired.map(({ retirement }) => retirement);
}

function cannotEdit(credential: DeclaredCredential): string {
  return (
    `${describe(credential)} is not retired: it is laid out in a way that cannot be edited safely ` +
    "(anchors, aliases, comments in brackets). Take it out by hand."
  );
}
