/** A plan as a comment of a pull request: the counts, what they mean to callers, and the changes as a coloured diff, folded if they are many. */
import type { Impact } from "../impact/contract.ts";
import type { Plan } from "../plan/contract.ts";
import type { ThreeWay } from "../plan/three-way/contract.ts";
import { type ImpactLevel, impactSections } from "./impact-lines.ts";
import { escapeMarkdown, fenced } from "./markdown.ts";
import { originSections } from "./origins.ts";
import { renderChanges, renderIncomparable, summarisePlan } from "./plan-text.ts";
import type { PlanInput } from "./plans.ts";
import { createStyle } from "./style.ts";

/** Longer ones are folded. */
const maxOpenLines = 40;

/** A comment may have 65,536 characters; the whole is in the other formats. */
const maxLength = 50_000;

const signs: Readonly<Record<ImpactLevel, string>> = { danger: "❌ ", warning: "⚠️ ", note: "" };

export function renderPlanMarkdown(input: PlanInput): string {
  return renderWithin(input, maxLength);
}

/** Of several gateway groups, in their order: together they are one comment. */
export function renderPlansMarkdown(inputs: readonly PlanInput[]): string {
  const room = Math.floor(maxLength / inputs.length);
  return inputs.map((input) => renderWithin(input, room)).join("\n\n");
}

function renderWithin({ plan, impact, threeWay, group }: PlanInput, room: number): string {
  const where = group === undefined ? "" : ` (gateway group ${escapeMarkdown(group)})`;
  const style = createStyle(false);
  const heading = `### rollcall${where}: ${summarisePlan(plan, style, threeWay)}`;
  const incomparable = renderDiff(renderIncomparable(plan, style), Math.floor(room / 5));
  const blocks = [
    heading,
    ...(impact ? renderImpact(impact) : []),
    ...renderSections(plan, threeWay, room - incomparable.length),
    incomparable,
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** All of the changes, or with a base a block for each origin; together they are not longer than a comment may be. */
function renderSections({ changes }: Plan, threeWay: ThreeWay | undefined, length: number): readonly string[] {
  const layout = { style: createStyle(false), signsFirst: true, ...(threeWay && { threeWay }) };
  if (!threeWay) return [renderDiff(coloured(renderChanges(changes, layout)), length)];
  let room = length;
  return originSections(changes, threeWay).flatMap(({ level, heading, changes: own }) => {
    const block = renderDiff(coloured(renderChanges(own, layout)), room);
    room -= Math.min(room, block.length);
    return [`**${signs[level]}${heading}**`, block];
  });
}

function renderImpact(impact: Impact): readonly string[] {
  return impactSections(impact).map(({ level, heading, lines }) =>
    [`**${signs[level]}${heading}**`, "", ...lines.map((line) => `- ${escapeMarkdown(line)}`)].join("\n"),
  );
}

function renderDiff(changes: string, room: number): string {
  if (changes === "") return "";
  const shown = clipped(changes, room);
  const left = changes.slice(shown.length).split("\n").length - (shown === "" ? 0 : 1);
  if (shown === "") return `… and ${left} lines.`;
  const rest = left > 0 ? `\n\n… and ${left} more lines.` : "";
  const block = `${fenced(shown, "diff")}${rest}`;
  const lines = shown.split("\n").length;
  return lines > maxOpenLines
    ? `<details><summary>${lines} lines of changes</summary>\n\n${block}\n\n</details>`
    : block;
}

/** In the language `diff` a line with `~` has no colour, one with `!` has that of a change. */
function coloured(changes: string): string {
  return changes.replace(/^~/gm, "!");
}

/** Whole lines only. */
function clipped(text: string, room: number): string {
  return text.length <= room ? text : text.slice(0, Math.max(0, text.lastIndexOf("\n", room)));
}
