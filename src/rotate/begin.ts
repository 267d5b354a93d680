/** The first step of a rotation: writes the next credential beside the current one, and marks that with its last day. */

import { findNode } from "../fix/tree.ts";
import { deriveId } from "../model/identity.ts";
import { isMap } from "../model/json.ts";
import { addLabels } from "./add-labels.ts";
import { type Declared, type FileChange, type Refusal, rotationLabels } from "./contract.ts";
import type { Day } from "./days.ts";
import { editText } from "./edit-text.ts";
import { insertBehind } from "./list-items.ts";
import { type DeclaredConsumer, type DeclaredCredential, lookupsOf } from "./locate.ts";
import { nextName } from "./names.ts";
import { type NextRequest, nextCredential } from "./next-credential.ts";
import { describe } from "./standing.ts";
import { changeList, valueAt } from "./values.ts";
import { writtenValues } from "./written.ts";

export interface BeginRequest extends Pick<NextRequest, "username" | "secret" | "publicKey" | "reveal" | "makeSecret"> {
  readonly consumers: readonly DeclaredConsumer[];
  readonly consumer: DeclaredConsumer;
  readonly current: DeclaredCredential;
  /** The last day on which the current credential is kept. */
  readonly retireAfter: Day;
  /** Names that the env file or the environment gives a value to. */
  readonly knownVariables: ReadonlySet<string>;
}

export interface Begun {
  readonly change: FileChange;
  /** To be in the env file before the change is written. */
  readonly variables: ReadonlyMap<string, string>;
  /** Of the next credential. */
  readonly name: string;
  readonly presents: string | undefined;
}

export function begin(declared: Declared, request: BeginRequest): Begun | Refusal {
  const { current, consumer, consumers, knownVariables } = request;
  const list = current.path.slice(0, -1);
  const index = Number(current.path.at(-1));
  const written = valueAt(writtenValues(current.source)?.[current.document], current.path);
  if (!isMap(written)) return cannotEdit(current);
  const taken = new Set(consumer.credentials.flatMap(({ id, name }) => [id, name]));
  const name = nextName(current.name, (text) => taken.has(text));
  const namedVariables = variablesIn(declared);
  const next = nextCredential({
    ...request,
    written,
    name,
    isLookupTaken: (plugin, lookup) => lookupsOf(consumers, plugin).has(lookup),
    isVariableTaken: (variable) => knownVariables.has(variable) || namedVariables.has(variable),
  });
  if ("refused" in next) return next;
  const labels = {
    [rotationLabels.retireAfter]: request.retireAfter,
    [rotationLabels.replacedBy]: deriveId(name, current.username, declared.sha1Hex),
  };
  const after = editText({
    source: current.source,
    losesComments: false,
    wanted: (documents) =>
      changeList(documents, current.document, list, (items) =>
        items.flatMap((item, position) => (position === index ? [withLabels(item, labels), next.value] : [item])),
      ),
    edits(tree) {
      const root = tree.roots[current.document];
      const node = root && findNode(root, list)?.node;
      const item = node?.items[index];
      if (node?.kind !== "list" || item?.kind !== "map" || item.hasMarks) return undefined;
      const marked = addLabels(tree, item, labels);
      const inserted = insertBehind(tree, node, index, next.value);
      return marked && inserted && [marked, inserted];
    },
  });
  if (after === undefined) return cannotEdit(current);
  const { file, text: before } = current.source;
  return { change: { file, before, after }, variables: next.variables, name, presents: next.presents };
}

function withLabels(item: unknown, labels: Readonly<Record<string, string>>): unknown {
  if (!isMap(item)) return item;
  return { ...item, labels: { ...(isMap(item["labels"]) ? item["labels"] : {}), ...labels } };
}

function cannotEdit(current: DeclaredCredential): Refusal {
  return {
    refused:
      `${describe(current)} is not rotated: it is laid out in a way that cannot be edited safely (anchors, aliases, ` +
      "comments in brackets, keys that stand twice). Write it as plain lines, or write the next credential by hand " +
      `and give this one the labels ${rotationLabels.retireAfter} and ${rotationLabels.replacedBy}.`,
  };
}

/** Every variable that a file names, also where another one would use it than what we read. */
function variablesIn({ sources }: Declared): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of sources) {
    for (const [, name = ""] of text.matchAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g)) names.add(name);
  }
  return names;
}
