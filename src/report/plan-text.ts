/** A plan for reviewers: each change on a line, below it the fields that differ, then what they mean to callers, at the end the counts; credentials stand under their consumers. */

import type { Impact } from "../impact/contract.ts";
import { kindNouns } from "../model/config.ts";
import type { Action, Change, Plan } from "../plan/contract.ts";
import type { ThreeWay } from "../plan/three-way/contract.ts";
import { formatPosition } from "./diagnostics-text.ts";
import { renderField } from "./field-lines.ts";
import { type ImpactLevel, impactSections } from "./impact-lines.ts";
import { causeOf, originSections, shownFields, summariseOrigins } from "./origins.ts";
import type { PlanInput } from "./plans.ts";
import { type Paint, printable, type Style } from "./style.ts";

const signs: Readonly<Record<Action, string>> = { create: "+", update: "~", delete: "-" };

export function renderPlanText({ plan, impact, threeWay, style }: PlanInput): string {
  const changes = threeWay ? renderSections(plan, threeWay, style) : [renderChanges(plan.changes, { style })];
  const meant = impact ? renderImpact(impact, style) : "";
  return [...changes, renderIncomparable(plan, style), meant, summarisePlan(plan, style, threeWay)]
    .filter((block) => block !== "")
    .join("\n\n");
}

function renderSections(plan: Plan, threeWay: ThreeWay, style: Style): readonly string[] {
  return originSections(plan.changes, threeWay).map(({ level, heading, changes }) =>
    [style.bold(style[levelPaints[level]](heading)), renderChanges(changes, { style, threeWay })].join("\n"),
  );
}

export interface ChangeLayout {
  readonly style: Style;
  /** Tells of each change and field whose it is. */
  readonly threeWay?: ThreeWay;
  /** As in `FieldLayout`. */
  readonly signsFirst?: boolean;
}

/** Each change with its fields; empty if there is none. */
export function renderChanges(changes: readonly Change[], layout: ChangeLayout): string {
  return groupByResource(changes)
    .flat()
    .map((line) => renderLine(line, layout))
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
      return [head, ...change.fields.map((field) => renderField(field, { indent: "    ", style }))].join("\n");
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
export function summarisePlan({ changes, incomparable, unchanged }: Plan, style: Style, threeWay?: ThreeWay): string {
  const rest = [
    `${unchanged} unchanged`,
    ...(incomparable.length > 0 ? [`${incomparable.length} cannot be compared`] : []),
  ];
  if (changes.length === 0) return [style.green("no differences"), ...rest].join(", ");
  const counts = (["create", "update", "delete"] as const).flatMap((action) => {
    const number = changes.filter((change) => change.action === action).length;
    return number === 0 ? [] : [paintFor(action, style)(`${number} to ${action}`)];
  });
  const sinceBase = threeWay ? `; since the base: ${summariseOrigins(threeWay)}` : "";
  return `${[...counts, ...rest].join(", ")}${sinceBase}`;
}

/** A credential of a consumer that stays is headed by the consumer's name, once. */
export type Line =
  | { readonly kind: "change"; readonly change: Change; readonly depth: number }
  | { readonly kind: "heading"; readonly consumer: string };

/** A consumer with its credentials is one group, every other resource another. */
export function groupByResource(changes: readonly Change[]): readonly (readonly Line[])[] {
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

function renderLine(line: Line, layout: ChangeLayout): string {
  const { style, threeWay } = layout;
  if (line.kind === "heading") return `  consumer ${style.bold(printable(line.consumer))}`;
  const { change, depth } = line;
  const { action, kind, name } = change;
  const indent = "  ".repeat(depth);
  const paint = paintFor(action, style);
  const where = whereOf(change, style);
  const origin = threeWay?.origins.get(change);
  const cause = origin && causeOf(origin);
  const why = cause === undefined ? "" : style.yellow(`  (${cause})`);
  const head = `${paint(signs[action])} ${indent}${kindNouns[kind]} ${style.bold(printable(name))}${traits(change)}${where}${why}`;
  const fields = shownFields(change, origin).map(({ field, remark }) =>
    renderField(field, { ...layout, indent: `${indent}    `, ...(remark !== undefined && { remark }) }),
  );
  return [head, ...fields].join("\n");
}

/** Such as ` (key-auth)` of a credential or ` /orders/* (key-auth, limit-count)` of a route, where it is created or deleted. */
export function traits({ action, before, after }: Change): string {
  if (action === "update") return "";
  const { plugins, uri, uris } = after ?? before ?? {};
  const paths = [uri, ...(Array.isArray(uris) ? uris : [])].filter((path) => typeof path === "string");
  const names = typeof plugins === "object" && plugins !== null ? Object.keys(plugins) : [];
  const shownNames = names.length > 0 ? [`(${names.join(", ")})`] : [];
  return [...paths, ...shownNames].map((trait) => ` ${printable(trait)}`).join("");
}

function paintFor(action: Action, style: Style): Paint {
  return { create: style.green, update: style.yellow, delete: style.red }[action];
}
