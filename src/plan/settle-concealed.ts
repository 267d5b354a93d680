/** Decides which updates are needed where a gateway does not show its secrets: what stands there differs from the declared ones for ever. */
import type { JsonMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import { isSameResource } from "./canonical.ts";
import { concealedPaths, withDeclared } from "./concealed.ts";
import type { Change, FieldChange } from "./contract.ts";
import { type Marks, markOf, withMark } from "./secret-mark.ts";

export interface SettleOptions {
  readonly marks?: Marks;
  readonly forceSecrets?: boolean;
}

export interface Settled {
  /** What is to be written; with marks where the gateway conceals secrets. */
  readonly changes: readonly Change[];
  /** Updates that may be needless. */
  readonly incomparable: readonly Change[];
  /** Number of updates that turned out to be none. */
  readonly same: number;
}

/**
 * - `shown`: the gateway shows its secrets
 * - `same`, `different`: it does not, but its mark tells
 * - `unknown`: nothing tells
 */
type Knowledge = "shown" | "same" | "different" | "unknown";

/** Most gateways conceal nothing, and then every change stays as it is. */
export function settleConcealed(found: readonly Change[], options: SettleOptions): Settled {
  const { marks, forceSecrets = false } = options;
  const known = found.map((change) => knowledgeOf(change, marks));
  const isMarking = marks !== undefined && (forceSecrets || known.some((knowledge) => knowledge !== "shown"));
  const changes: Change[] = [];
  const incomparable: Change[] = [];
  let same = 0;
  for (const [index, change] of found.entries()) {
    const knowledge = known[index];
    if (knowledge === "same" && isSameBesides(change)) same += 1;
    else if (knowledge === "unknown" && !forceSecrets) incomparable.push({ ...change, mayBeSame: true });
    else {
      const written = isMarking ? marked(change, marks) : change;
      changes.push(knowledge === "unknown" ? { ...written, mayBeSame: true } : written);
    }
  }
  return { changes, incomparable, same };
}

/** `before` for comparing: without the differences that are none, and where it has none to show. */
export function shownBefore({ kind, before, after }: Change): {
  readonly before: JsonMap | undefined;
  readonly concealed: readonly Path[];
} {
  if (!before || !after) return { before, concealed: [] };
  const concealed = concealedPaths(kind, before, after);
  if (concealed.length === 0) return { before, concealed };
  const held = markOf(before);
  const isSame = held !== undefined && held === markOf(after);
  return isSame ? { before: withDeclared(before, after, concealed), concealed: [] } : { before, concealed };
}

/** In place of what the gateway shows, which is no secret and no fingerprint of one. */
const concealedText = "(not shown by the gateway)";

export function markConcealed(fields: readonly FieldChange[], concealed: readonly Path[]): readonly FieldChange[] {
  if (concealed.length === 0) return fields;
  const names = new Set(concealed.map((path) => JSON.stringify(path)));
  return fields.map((field) =>
    names.has(JSON.stringify(field.path)) ? { ...field, before: concealedText, isConcealed: true } : field,
  );
}

function knowledgeOf(change: Change, marks: Marks | undefined): Knowledge {
  const { action, kind, before, after } = change;
  if (action !== "update" || !before || !after || concealedPaths(kind, before, after).length === 0) return "shown";
  const held = markOf(before);
  if (!marks || held === undefined || !marks.isOurs(held)) return "unknown";
  return held === marks.of(change, after) ? "same" : "different";
}

function isSameBesides({ kind, before = {}, after = {} }: Change): boolean {
  return isSameResource(kind, withDeclared(before, after, concealedPaths(kind, before, after)), after);
}

function marked(change: Change, marks: Marks): Change {
  const { after } = change;
  const mark = after && marks.of(change, after);
  return mark === undefined ? change : { ...change, after: withMark(after ?? {}, mark) };
}
