/** A plan as a document that can be kept and carried out later; it holds secrets in clear, so it is only ever written sealed. */
import { type Kind, kinds } from "../model/config.ts";
import { isMap, type JsonMap, parseJson } from "../model/json.ts";
import type { Path, Place, Span } from "../model/place.ts";
import type { Action, Change, FieldChange, Plan } from "./contract.ts";

export interface SavedPlan {
  /** The gateway that it was made for, as `gatewayAddress` writes it. */
  readonly server: string;
  /** Whether the files declared no resource at all. */
  readonly isDesiredEmpty: boolean;
  readonly plan: Plan;
  /** What it means to callers, as it was told when the plan was made; the plan stage knows no more of it. */
  readonly impact?: JsonMap;
}

/** JSON text; `parseSavedPlan` reads it back. */
export function serialiseSavedPlan({ plan, ...rest }: SavedPlan): string {
  const { changes, incomparable } = plan;
  return JSON.stringify({
    ...rest,
    plan: { ...plan, changes: changes.map(withSpan), incomparable: incomparable.map(withSpan) },
  });
}

function withSpan({ place, ...change }: Change): object {
  return { ...change, ...(place && { span: place.span() }) };
}

/** undefined if the text is not that of a saved plan. */
export function parseSavedPlan(text: string): SavedPlan | undefined {
  const body = parseJson(text);
  if (!isMap(body) || !isMap(body["plan"])) return undefined;
  const { server, isDesiredEmpty, impact } = body;
  const { changes, incomparable, unchanged, managed, liveDigest } = body["plan"];
  if (typeof server !== "string" || typeof isDesiredEmpty !== "boolean" || typeof liveDigest !== "string")
    return undefined;
  if (typeof unchanged !== "number" || typeof managed !== "number") return undefined;
  const parsed = parseChanges(changes);
  const left = parseChanges(incomparable);
  if (!parsed || !left) return undefined;
  return {
    server,
    isDesiredEmpty,
    plan: { changes: parsed, incomparable: left, unchanged, managed, liveDigest },
    ...(isMap(impact) && { impact }),
  };
}

const actions: ReadonlySet<unknown> = new Set<Action>(["create", "update", "delete"]);
const knownKinds: ReadonlySet<unknown> = new Set<Kind>(kinds);

function parseChanges(value: unknown): readonly Change[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const parsed = value.flatMap((change: unknown) => parseChange(change) ?? []);
  return parsed.length === value.length ? parsed : undefined;
}

function parseChange(value: unknown): Change | undefined {
  if (!isMap(value)) return undefined;
  const { action, kind, id, name, consumer, before, after, fields, span, mayBeSame } = value;
  if (!isAction(action) || !isKind(kind) || typeof id !== "string" || typeof name !== "string") return undefined;
  if ((consumer === undefined) !== (kind !== "credentials")) return undefined;
  if (isMap(before) !== (action !== "create") || isMap(after) !== (action !== "delete")) return undefined;
  if (!Array.isArray(fields) || !fields.every(isFieldChange)) return undefined;
  const place = isSpan(span) ? placeOf(span) : undefined;
  return {
    action,
    kind,
    id,
    name,
    ...(typeof consumer === "string" && { consumer }),
    ...(isMap(before) && { before: before as JsonMap }),
    ...(isMap(after) && { after: after as JsonMap }),
    fields,
    ...(place && { place }),
    ...(mayBeSame === true && { mayBeSame }),
  };
}

function isAction(value: unknown): value is Action {
  return actions.has(value);
}

function isKind(value: unknown): value is Kind {
  return knownKinds.has(value);
}

function isFieldChange(value: unknown): value is FieldChange {
  if (!isMap(value) || !isPath(value["path"]) || typeof value["isSecret"] !== "boolean") return false;
  return [value["before"], value["after"]].every((text) => text === undefined || typeof text === "string");
}

function isPath(value: unknown): value is Path {
  return Array.isArray(value) && value.every((step) => typeof step === "string" || typeof step === "number");
}

function isSpan(value: unknown): value is Span {
  return isMap(value) && typeof value["file"] === "string" && isMap(value["start"]) && isMap(value["end"]);
}

/** The file itself need not be there any more: a saved plan knows where a resource stood, not its parts. */
function placeOf(span: Span): Place {
  return { span: () => span };
}
