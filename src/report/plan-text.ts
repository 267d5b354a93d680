/** A plan for reviewers: each change on a line, below it the fields that differ, then what they mean to callers, at the end the counts; credentials stand under their consumers. */

import type { Impact } from "../impact/contract.ts";
import { kindNouns } from "../model/config.ts";
import type { Action, Change, FieldChange, Plan } from "../plan/contract.ts";
import { formatPosition } from "./diagnostics-text.ts";
import { type ImpactLevel, impactSections } from "./impact-lines.ts";
import type { PlanInput } from "./plans.ts";
import { type Paint, printable, type Style } from "./style.ts";

const signs: Readonly<Record<Action, string>> = { create: "+", update: "~", delete: "-" };

/** Longer values are cut in the middle of a review's line, not in the plan. */
const maxShown = 80;

export function renderPlanText({ plan, impact, style }: PlanInput): string {
  const changes = renderChanges(plan, style);
  const meant = impact ? renderImpact(impact, style) : "";
  return [changes, renderIncomparable(plan, style), meant, summarisePlan(plan, style)]
    .filter((block) => block !== "")
    .join("\n\n");
}

/** Each change with its fields; empty if there is none. */
export function renderChanges({ changes }: Plan, style: Style): string {
  return groupByResource(changes)
    .flat()
    .map((line) => renderLine(line, style))
    .join("\n");
}

/** Whoever hides secrets hides all of them: a few are named, JSON has every one. */
const namedAtMost = 10;

/** Updates that are left out because the gateway does not show the secrets in them; empty if there is none. */
export function renderIncomparable({ incomparable }: Plan, style: Style): string {
  if (incomparable.length === 0) return "";
  const named = incomparable.slice(0, namedAtMost);
  const more = incomparable.length - named.length;
  return [
    style.bold("Cannot be compared, will be written only with --force-secrets"),
    ...named.map((change) => {
      const of = change.consumer === undefined ? "" : ` of consumer ${style.bold(printable(change.consumer))}`;
      const head = `? ${kindNouns[change.kind]} ${style.bold(printable(change.name))}${of}${whereOf(change, style)}`;
      return [head, ...change.fields.map((field) => renderField(field, "    ", style))].join("\n");
    }),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ].join("\n");
}

function whereOf({ place }: Change, style: Style): string {
  return place ? style.dim(`  ${formatPosition(place.span())}`) : "";
}

const levelPaints: Readonly<Record<ImpactLevel, keyof Style>> = { danger: "red", warning: "yellow", note: "dim" };

/** Empty where no caller notices. */
function renderImpact(impact: Impact, style: Style): string {
  const sections = impactSections(impact);
  if (sections.length === 0) return "";
  const lines = sections.flatMap(({ level, heading, lines: told }) => [
    `  ${style[levelPaints[level]](heading)}`,
    ...told.map((line) => `    ${printable(line)}`),
  ]);
  return [style.bold("Impact"), ...lines].join("\n");
}

/** Such as `2 to create, 1 to update, 40 unchanged`. */
export function summarisePlan({ changes, incomparable, unchanged }: Plan, style: Style): string {
  const rest = [
    `${unchanged} unchanged`,
    ...(incomparable.length > 0 ? [`${incomparable.length} cannot be compared`] : []),
  ];
  if (changes.length === 0) return [style.green("no differences"), ...rest].join(", ");
  const counts = (["create", "update", "delete"] as const).flatMap((action) => {
    const number = changes.filter((change) => change.action === action).length;
    return number === 0 ? [] : [paintFor(action, style)(`${number} to ${action}`)];
  });
  return [...counts, ...rest].join(", ");
}

/** A credential of a consumer that stays is headed by the consumer's name, once. */
type Line =
  | { readonly kind: "change"; readonly change: Change; readonly depth: number }
  | { readonly kind: "heading"; readonly consumer: string };

function groupByResource(changes: readonly Change[]): readonly (readonly Line[])[] {
  const groups = new Map<string, Line[]>();
  for (const change of changes) {
    if (change.kind === "credentials") continue;
    groups.set(`${change.kind} ${change.id}`, [{ kind: "change", change, depth: 0 }]);
  }
  for (const change of changes) {
    if (change.kind !== "credentials") continue;
    const consumer = change.consumer ?? "";
    const key = `consumers ${consumer}`;
    const group = groups.get(key) ?? [{ kind: "heading", consumer }];
    group.push({ kind: "change", change, depth: 1 });
    groups.set(key, group);
  }
  return [...groups.values()];
}

function renderLine(line: Line, style: Style): string {
  if (line.kind === "heading") return `  consumer ${style.bold(printable(line.consumer))}`;
  const { change, depth } = line;
  const { action, kind, name, fields } = change;
  const indent = "  ".repeat(depth);
  const paint = paintFor(action, style);
  const head = `${paint(signs[action])} ${indent}${kindNouns[kind]} ${style.bold(printable(name))}${traits(change)}${whereOf(change, style)}`;
  // What is new or gone whole is told by its name and plugins; JSON has every field.
  const shownFields = action === "update" ? fields : [];
  return [head, ...shownFields.map((field) => renderField(field, `${indent}    `, style))].join("\n");
}

/** Such as ` (key-auth)` of a credential or ` /orders/* (key-auth, limit-count)` of a route, where it is created or deleted. */
function traits({ action, before, after }: Change): string {
  if (action === "update") return "";
  const { plugins, uri, uris } = after ?? before ?? {};
  const paths = [uri, ...(Array.isArray(uris) ? uris : [])].filter((path) => typeof path === "string");
  const names = typeof plugins === "object" && plugins !== null ? Object.keys(plugins) : [];
  const shownNames = names.length > 0 ? [`(${names.join(", ")})`] : [];
  return [...paths, ...shownNames].map((trait) => ` ${printable(trait)}`).join("");
}

function renderField({ path, before, after }: FieldChange, indent: string, style: Style): string {
  const name = printable(path.join("."));
  if (before === undefined) return `${indent}${name}: ${style.green(clip(after ?? ""))}`;
  if (after === undefined) return `${indent}${name}: ${style.red(clip(before))} → ${style.dim("(removed)")}`;
  const from = firstShown(before, after);
  return `${indent}${name}: ${style.red(clip(before, from))} → ${style.green(clip(after, from))}`;
}

/** Long values that begin alike are shown from a little before the place where they part. */
function firstShown(before: string, after: string): number {
  if (Math.max(before.length, after.length) <= maxShown) return 0;
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  return same < maxShown / 2 ? 0 : same - maxShown / 4;
}

function clip(text: string, from = 0): string {
  const part = text.slice(from, from + maxShown);
  const isWholeEnd = from + maxShown >= text.length;
  return `${from > 0 ? "…" : ""}${printable(part)}${isWholeEnd ? "" : "…"}`;
}

function paintFor(action: Action, style: Style): Paint {
  return { create: style.green, update: style.yellow, delete: style.red }[action];
}
