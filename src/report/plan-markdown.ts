/** A plan as a comment of a pull request: the counts, what they mean to callers, and the changes as a coloured diff, folded if they are many. */
import type { Impact } from "../impact/contract.ts";
import { type ImpactLevel, impactSections } from "./impact-lines.ts";
import { escapeMarkdown, fenced } from "./markdown.ts";
import { renderChanges, renderIncomparable, summarisePlan } from "./plan-text.ts";
import type { PlanInput } from "./plans.ts";
import { createStyle } from "./style.ts";

/** Longer ones are folded. */
const maxOpenLines = 40;

/** A comment may have 65,536 characters; the whole is in the other formats. */
const maxLength = 50_000;

const signs: Readonly<Record<ImpactLevel, string>> = { danger: "❌ ", warning: "⚠️ ", note: "" };

export function renderPlanMarkdown({ plan, impact }: PlanInput): string {
  const style = createStyle(false);
  const heading = `### rollcall: ${summarisePlan(plan, style)}`;
  const blocks = [
    heading,
    ...(impact ? renderImpact(impact) : []),
    renderDiff(
      coloured(
        [renderChanges(plan, style), renderIncomparable(plan, style)].filter((block) => block !== "").join("\n\n"),
      ),
    ),
  ];
  return blocks.filter((block) => block !== "").join("\n\n");
}

function renderImpact(impact: Impact): readonly string[] {
  return impactSections(impact).map(({ level, heading, lines }) =>
    [`**${signs[level]}${heading}**`, "", ...lines.map((line) => `- ${escapeMarkdown(line)}`)].join("\n"),
  );
}

function renderDiff(changes: string): string {
  if (changes === "") return "";
  const shown = clipped(changes);
  const left = changes.slice(shown.length).split("\n").length - 1;
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
function clipped(text: string): string {
  return text.length <= maxLength ? text : text.slice(0, text.lastIndexOf("\n", maxLength));
}
