/** Turns the text of one file into its documents, by the file's kind. */
import type { SourceText } from "./document.ts";
import type { Environment } from "./environment.ts";
import type { ParseResult } from "./json.ts";
import { orEmpty, parseQuickly, withoutMark } from "./parse-quickly.ts";
import { parseYaml } from "./yaml.ts";

export { readItemAlone } from "./yaml-item.ts";

/**
 * Parses a JSON file (`.json`) or YAML text (anything else, standard input too; JSON is YAML).
 * Never throws on bad input: what is wrong comes back as diagnostics with positions.
 */
export function parse(source: SourceText, environment: Environment): ParseResult {
  return parseQuickly(source, environment) ?? parseDeclined(source, environment);
}

/** Reads YAML that `parseQuickly` declined. */
export function parseDeclined(given: SourceText, environment: Environment): ParseResult {
  const source = withoutMark(given);
  return orEmpty(source, parseYaml(source, environment));
}
