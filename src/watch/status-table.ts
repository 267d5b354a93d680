/** Tables and times of the status page. */
import { type HtmlChild, html, type Markup } from "../report/html.ts";

export interface TableOptions {
  /** The first column of numbers; without it there is none. */
  readonly numbersFrom?: number;
  /** The first cell of a row names it. */
  readonly hasRowNames?: boolean;
}

/** @param caption what is in it, for those who do not see the page */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly HtmlChild[])[],
  { numbersFrom = headings.length, hasRowNames = false }: TableOptions = {},
): Markup {
  const attributes = (column: number): Record<string, string> => (column < numbersFrom ? {} : { class: "number" });
  const head = headings.map((heading, column) => html("th", { scope: "col", ...attributes(column) }, heading));
  const cell = (content: HtmlChild, column: number): Markup =>
    hasRowNames && column === 0 ? html("th", { scope: "row" }, content) : html("td", attributes(column), content);
  const body = rows.map((row) => html("tr", {}, ...row.map(cell)));
  return html(
    "div",
    // What is scrolled sideways must be reachable by keyboard.
    { class: "wide", role: "region", "aria-label": caption, tabindex: "0" },
    html(
      "table",
      {},
      html("caption", { class: "unseen" }, caption),
      html("thead", {}, html("tr", {}, ...head)),
      html("tbody", {}, ...body),
    ),
  );
}

/** Terms and what they are. */
export function facts(rows: readonly (readonly [term: string, value: HtmlChild])[]): Markup {
  return html("dl", {}, ...rows.flatMap(([term, value]) => [html("dt", {}, term), html("dd", {}, value)]));
}

/** `12 s ago`, with the whole time at hand. Both in milliseconds since the epoch. */
export function ago(at: number, now: number): Markup {
  const iso = new Date(at).toISOString();
  return html("time", { datetime: iso, title: iso }, `${span(Math.max(0, now - at))} ago`);
}

/** A paragraph of less weight. */
export function dim(text: string): Markup {
  return html("p", { class: "dim" }, text);
}

const units: readonly (readonly [milliseconds: number, unit: string])[] = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
];

export function span(milliseconds: number): string {
  const [size, unit] = units.find(([each]) => milliseconds >= 2 * each) ?? [1000, "s"];
  return `${Math.floor(milliseconds / size)} ${unit}`;
}
