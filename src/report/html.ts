/** Writes HTML in which text from files and gateways stays text. */
import { printable } from "./style.ts";

/** Markup that is safe by its making; everything else is text and gets escaped. */
export interface Markup {
  readonly markup: string;
}

export type HtmlChild = Markup | string;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For content and quoted attributes. Controls and what changes the direction of text are replaced too. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** One element; names of elements and attributes are ours, their values may be anybody's. */
export function html(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly HtmlChild[]
): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value)}"`);
  return { markup: `<${name}${written.join("")}>${joined(children)}</${name}>` };
}

function joined(children: readonly HtmlChild[]): string {
  return children.map((child) => (typeof child === "string" ? escapeHtml(child) : child.markup)).join("");
}
