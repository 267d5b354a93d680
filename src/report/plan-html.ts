/** A plan as one HTML file that needs nothing else: the counts, what they mean to callers, then each change under its consumer. */
import { kindNouns } from "../model/config.ts";
import type { Change, Plan } from "../plan/contract.ts";
import type { ThreeWay } from "../plan/three-way/contract.ts";
import { formatPosition } from "./diagnostics-text.ts";
import { escapeHtml, type HtmlChild, html, type Markup } from "./html.ts";
import { impactSections } from "./impact-lines.ts";
import { causeOf, originSections, shownFields } from "./origins.ts";
import { fieldCells } from "./plan-html-fields.ts";
import { planCss } from "./plan-html-style.ts";
import { groupByResource, type Line, summarisePlan, traits } from "./plan-text.ts";
import type { PlanInput } from "./plans.ts";
import { createStyle } from "./style.ts";

/** Longer lists of changes are folded. */
const maxOpenChanges = 200;

const plain = createStyle(false);

export function renderPlanHtml(input: PlanInput): string {
  return renderPlansHtml([input]);
}

/** Of several gateway groups, one section each. */
export function renderPlansHtml(inputs: readonly PlanInput[]): string {
  const title = `rollcall: ${inputs.map(summary).join(" · ")}`;
  const body = html("main", {}, html("h1", {}, "rollcall"), ...inputs.flatMap(renderInput));
  return [
    "<!doctype html>",
    '<html lang="en">',
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(title)}</title><style>${planCss}</style></head>`,
    `<body>${body.markup}</body>`,
    "</html>",
  ].join("\n");
}

function summary({ plan, threeWay, group }: PlanInput): string {
  const text = summarisePlan(plan, plain, threeWay);
  return group === undefined ? text : `gateway group ${group}: ${text}`;
}

function renderInput(input: PlanInput): readonly Markup[] {
  const { plan, impact, threeWay } = input;
  const sections = impact ? impactSections(impact) : [];
  const meant = sections.map(({ level, heading, lines }) =>
    html(
      "div",
      {},
      html("h3", { class: level }, heading),
      html("ul", {}, ...lines.map((line) => html("li", {}, line))),
    ),
  );
  return [
    html("p", {}, html("strong", {}, summary(input))),
    ...(meant.length > 0 ? [html("section", {}, html("h2", {}, "Impact"), ...meant)] : []),
    ...renderSections(plan, threeWay),
    ...renderIncomparable(plan),
  ];
}

/** Updates that are left out because the gateway does not show the secrets in them. */
function renderIncomparable({ incomparable }: Plan): readonly Markup[] {
  if (incomparable.length === 0) return [];
  const heading = "Cannot be compared, will be written only with --force-secrets";
  return [html("section", {}, html("h2", { class: "warning" }, heading), folded(incomparable, undefined))];
}

function renderSections({ changes }: Plan, threeWay: ThreeWay | undefined): readonly Markup[] {
  if (changes.length === 0) return [];
  if (!threeWay) return [html("section", {}, html("h2", {}, "Changes"), folded(changes, undefined))];
  return originSections(changes, threeWay).map(({ level, heading, changes: own }) =>
    html("section", {}, html("h2", { class: level }, heading), folded(own, threeWay)),
  );
}

function folded(changes: readonly Change[], threeWay: ThreeWay | undefined): Markup {
  const groups = groupByResource(changes).map((lines) => renderGroup(lines, threeWay));
  if (changes.length <= maxOpenChanges) return html("div", {}, ...groups);
  return html("details", {}, html("summary", {}, `${changes.length} changes`), ...groups);
}

/** A resource, with the credentials of a consumer. */
function renderGroup(lines: readonly Line[], threeWay: ThreeWay | undefined): Markup {
  const [first] = lines;
  const name = first?.kind === "heading" ? `consumer ${first.consumer}` : first ? nounAndName(first.change) : "";
  const rows = lines.flatMap((line) => (line.kind === "change" ? renderRows(line.change, threeWay) : []));
  const head = html(
    "thead",
    {},
    html("tr", {}, ...["Change", "Field", "Before", "After"].map((column) => html("th", { scope: "col" }, column))),
  );
  return html("div", {}, html("h3", {}, name), html("table", { "aria-label": name }, head, html("tbody", {}, ...rows)));
}

function nounAndName({ kind, name }: Change): string {
  return `${kindNouns[kind]} ${name}`;
}

/** One row for the change and one for each field that is shown. */
function renderRows(change: Change, threeWay: ThreeWay | undefined): readonly Markup[] {
  const origin = threeWay?.origins.get(change);
  const cause = origin && causeOf(origin);
  const { action, place } = change;
  const where: readonly HtmlChild[] = place ? [html("span", { class: "dim" }, ` ${formatPosition(place.span())}`)] : [];
  const why: readonly HtmlChild[] = cause === undefined ? [] : [html("span", { class: "warning" }, ` (${cause})`)];
  const label = html("span", { class: action }, action);
  const told = html(
    "th",
    { scope: "row", colspan: "4" },
    label,
    ` ${nounAndName(change)}${traits(change)}`,
    ...why,
    ...where,
  );
  const fields = shownFields(change, origin).map(({ field, remark }) => html("tr", {}, ...fieldCells(field, remark)));
  return [html("tr", {}, told), ...fields];
}
