/** The cells of one field in the table of a change: both values, or a long text as a diff over both columns. */
import type { FieldChange } from "../plan/contract.ts";
import { clip } from "./field-lines.ts";
import { type HtmlChild, html, type Markup } from "./html.ts";
import { type TextDiff, textDiffOf } from "./text-diff.ts";

/** A page has more room than a line of a terminal, but not for all that somebody might put into a field. */
const maxShown = 400;

export function fieldCells(field: FieldChange, remark: string | undefined): readonly Markup[] {
  const { path, before, after } = field;
  const remarks: readonly HtmlChild[] = remark === undefined ? [] : [html("div", { class: "warning" }, remark)];
  const name = [html("td", {}), html("td", {}, path.join("."), ...remarks)];
  const diff = textDiffOf(field);
  if (diff) return [...name, html("td", { colspan: "2" }, ...diffChildren(diff))];
  return [...name, html("td", {}, value(before, "del")), html("td", {}, value(after, "ins"))];
}

function value(text: string | undefined, element: "del" | "ins"): Markup {
  return text === undefined ? html("span", { class: "dim" }, "(none)") : html(element, {}, clip(text, 0, maxShown));
}

const elements = { "-": "del", "+": "ins" } as const;

function diffChildren(diff: TextDiff): readonly HtmlChild[] {
  if (diff.by === "words") return diff.parts.map(({ sign, text }) => marked(sign, clip(text, 0, maxShown)));
  const lines = diff.lines.map(({ sign, text }) => {
    const line = marked(sign, `${sign} ${clip(text.replace(/\r$/, ""), 0, maxShown)}`);
    return [line, { markup: "\n" }];
  });
  return [html("pre", {}, ...lines.flat())];
}

function marked(sign: " " | "-" | "+" | "…", text: string): HtmlChild {
  if (sign === "-" || sign === "+") return html(elements[sign], {}, text);
  return sign === "…" ? html("span", { class: "dim" }, text) : text;
}
