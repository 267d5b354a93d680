/** Turns the text of one file into its documents, by the file's kind. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "./document.ts";
import type { Environment } from "./environment.ts";
import { readFast } from "./fast/read-fast.ts";
import { type ParseResult, parseJson } from "./json.ts";
import { spanBetween } from "./positions.ts";
import { parseYaml } from "./yaml.ts";

/**
 * Parses a JSON file (`.json`) or YAML text (anything else, standard input too; JSON is YAML).
 * Never throws on bad input: what is wrong comes back as diagnostics with positions.
 */
export function parse(source: SourceText, environment: Environment): ParseResult {
  const binary = findBinary(source);
  if (binary) return { documents: [], diagnostics: [binary] };
  const withoutMark = source.text.startsWith("\uFEFF") ? { ...source, text: source.text.slice(1) } : source;
  if (withoutMark.text.trim() === "") return { documents: [], diagnostics: [describeEmpty(withoutMark)] };
  const isJson = source.file.toLowerCase().endsWith(".json");
  const result = isJson
    ? parseJson(withoutMark, environment)
    : (readFast(withoutMark, environment) ?? parseYaml(withoutMark, environment));
  const isEmpty = result.documents.length === 0 && result.diagnostics.length === 0;
  return isEmpty ? { documents: [], diagnostics: [describeEmpty(withoutMark)] } : result;
}

/** NUL bytes and bytes that are not UTF-8 (read as U+FFFD) do not occur in text that people write. */
function findBinary(source: SourceText): Diagnostic | undefined {
  const offset = source.text.search(/[\u0000\uFFFD]/);
  if (offset < 0) return undefined;
  return {
    rule: "source/binary",
    severity: "error",
    message: "this is not a text file in UTF-8",
    span: spanBetween(source, offset, offset + 1),
    help: "Name only YAML and JSON files, saved as UTF-8.",
  };
}

function describeEmpty(source: SourceText): Diagnostic {
  return {
    rule: "source/empty",
    severity: "error",
    message: "this file declares nothing",
    span: spanBetween(source, 0, 0),
    help: "Write at least one section such as `consumers: []`, or leave the file out.",
  };
}
