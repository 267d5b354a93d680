/** Text from files and gateways inside Markdown, where it must stay text. */
import { printable } from "./style.ts";

/** For running text and cells of tables: it becomes no link, image, mention or markup. */
export function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_{}[\]()#+!|~@]/g, "\\$&")
    .replace(/[<>&]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A block of code; its fence is longer than any row of backticks inside (CommonMark 0.31, section 4.5). */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
