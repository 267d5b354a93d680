/** Turns the text of one file into its documents without the `yaml` package, if it can. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "./document.ts";
import type { Environment } from "./environment.ts";
import { type Ended, readFast, readItems, type Visit } from "./fast/read-fast.ts";
import type { ReadItemAlone } from "./fast/rescue.ts";
import { type ParseResult, parseJson } from "./json.ts";
import { spanBetween } from "./positions.ts";

/**
 * As `parse`, without the `yaml` package: undefined for YAML that the fast reader declines. With `visit`, the items of
 * block sequences are handed out as they are read and are not in the result; those of declined text are to be forgotten.
 * Single items of it that are declined are read by `readAlone`, if that can. `ended` is told of each document in its turn.
 */
export function parseQuickly(
  given: SourceText,
  environment: Environment,
  visit?: Visit,
  readAlone?: ReadItemAlone,
  ended?: Ended,
): ParseResult | undefined {
  const source = withoutMark(given);
  const unreadable = findBinary(given) ?? findEmpty(source);
  if (unreadable) return { documents: [], diagnostics: [unreadable], variables: new Set() };
  if (source.file.toLowerCase().endsWith(".json")) {
    const result = parseJson(source, environment);
    if (ended) result.documents.forEach(ended);
    return result;
  }
  const result = visit
    ? readItems(source, environment, visit, readAlone, ended)
    : readFast(source, environment, readAlone);
  return result && orEmpty(source, result);
}

/** The text as offsets count in it: without a byte order mark. */
export function withoutMark(source: SourceText): SourceText {
  return source.text.startsWith("\uFEFF") ? { ...source, text: source.text.slice(1) } : source;
}

/** A file without a value is most likely a mistake. */
export function orEmpty(source: SourceText, result: ParseResult): ParseResult {
  const isEmpty = result.documents.length === 0 && result.diagnostics.length === 0;
  return isEmpty ? { ...result, diagnostics: [describeEmpty(source)] } : result;
}

function findEmpty(source: SourceText): Diagnostic | undefined {
  return /\S/.test(source.text) ? undefined : describeEmpty(source);
}

/** Two searches for one character each are several times faster than one for two. */
export function isBinary(text: string): boolean {
  return text.includes("\u0000") || text.includes("\uFFFD");
}

/** NUL bytes and bytes that are not UTF-8 (read as U+FFFD) do not occur in text that people write. */
export function findBinary(
  source: SourceText,
  help = "Name only YAML and JSON files, saved as UTF-8.",
): Diagnostic | undefined {
  if (!isBinary(source.text)) return undefined;
  const offset = source.text.search(/[\u0000\uFFFD]/);
  return {
    rule: "source/binary",
    severity: "error",
    message: "this is not a text file in UTF-8",
    span: spanBetween(source, offset, offset + 1),
    help,
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
