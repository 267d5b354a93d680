/** Tables and times of the status page. */
import { type HtmlChild, html, type Markup } from "../report/html.ts";

/** @param numbersFrom the first column of numbers */
export function table(
  headings: readonly string[],
  rows: readonly (readonly HtmlChild[])[],
  { numbersFrom = headings.length }: { readonly numbersFrom?: number } = {},
): Markup {
  const attributes = (column: number): Record<string, string> => (column < numbersFrom ? {} : { class: "number" });
  const head = headings.map((heading, column) => html("th", { scope: "col", ...attributes(column) }, heading));
  const body = rows.map((row) => html("tr", {}, ...row.map((cell, column) => html("td", attributes(column), cell))));
  return html(
    "div",
    { class: "wide" },
    html("table", {}, html("thead", {}, html("tr", {}, ...head)), html("tbody", {}, ...body)),
  );
}

/** `12 s ago`, with the whole time at hand. Both in milliseconds since the epoch. */
export function ago(at: number, now: number): Markup {
  const iso = new Date(at).toISOString();
  return html("time", { datetime: iso, title: iso }, `${span(Math.max(0, now - at))} ago`);
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
