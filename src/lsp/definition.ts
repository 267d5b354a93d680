/** Where the thing under the cursor is declared: the resource that a reference names, or the others that hold the same value. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Span } from "../model/place.ts";
import { cursorAt } from "./cursor.ts";
import { isInside, rangeOf } from "./positions.ts";
import { named, nameField, targetOf } from "./references.ts";
import { isJson, type TextRequest } from "./request.ts";
import { valueAt } from "./schema.ts";

/** @param findings of the whole project: the second holder of a value is where the finding is, the first is related */
export function definitionsAt(
  request: TextRequest,
  position: { readonly line: number; readonly character: number },
  findings: readonly Diagnostic[],
): readonly Span[] {
  const isHere = (span: Span): boolean => span.file === request.file && isInside(rangeOf(span), position);
  const duplicates = findings.filter(({ rule }) => rule.includes("/unique-") || rule === "credential/reused-secret");
  const others = holdersWith(isHere, duplicates).filter((other) => !isHere(other));
  return others.length > 0 ? others : targetsAt(request);
}

/** Each further holder is found together with the first alone, so the second and the third meet there. */
function holdersWith(isHere: (span: Span) => boolean, duplicates: readonly Diagnostic[]): readonly Span[] {
  const groups = duplicates.map(({ rule, span, related = [] }) =>
    [...(span ? [span] : []), ...related.map((other) => other.span)].map((each) => ({
      span: each,
      id: idOf(rule, each),
    })),
  );
  const direct = new Set(groups.filter((group) => group.some(({ span }) => isHere(span))).flatMap(idsOf));
  const all = groups.filter((group) => group.some(({ id }) => direct.has(id))).flat();
  return [...new Map(all.map(({ id, span }) => [id, span])).values()];
}

function idsOf(group: readonly { readonly id: string }[]): readonly string[] {
  return group.map(({ id }) => id);
}

/** Two rules may find something else at the same place. */
function idOf(rule: string, { file, start }: Span): string {
  return `${rule} ${start.offset} ${file}`;
}

function targetsAt(request: TextRequest): readonly Span[] {
  const cursor = request.isSettings ? undefined : cursorAt(request.text, request.offset, isJson(request));
  if (cursor?.part !== "value") return [];
  const kind = targetOf(cursor.path, cursor.root);
  const id = cursor.path.reduce(valueAt, cursor.root);
  if (!kind || (typeof id !== "string" && typeof id !== "number")) return [];
  return named(request.project.config(), kind, String(id)).flatMap((entry) => {
    const span = entry.place?.span([nameField(kind, entry)]);
    return span ? [span] : [];
  });
}
