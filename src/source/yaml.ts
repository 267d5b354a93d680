/** Reads YAML 1.2 (core schema, several documents a file) with the offset of every key and value. */
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  parseAllDocuments,
  type Scalar,
  visit,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
  type Document as YamlDocument,
} from "yaml";
import type { Diagnostic } from "../model/diagnostic.ts";
import { outlineYaml } from "./comments.ts";
import type { Document, SourceText } from "./document.ts";
import type { Environment } from "./environment.ts";
import type { ParseResult } from "./json.ts";
import { placeOf, spanBetween } from "./positions.ts";
import { type MapEntry, type Range, ValueBuilder } from "./values.ts";

/** Nodes that aliases may add to a document: enough for shared plugin settings, too few for a "billion laughs". */
const maxAliasedNodes = 100_000;
const maxDepth = 200;

/** Our own words for the errors of the `yaml` package, whose messages may quote the text (and so a secret). */
const messages: Readonly<Record<string, string>> = {
  ALIAS_PROPS: "an alias cannot have an anchor or a tag",
  BAD_ALIAS: "this alias is not valid",
  BAD_COLLECTION_TYPE: "this tag does not fit its value",
  BAD_DIRECTIVE: "this directive is not valid",
  BAD_DQ_ESCAPE: "a wrong escape in a double-quoted text",
  BAD_INDENT: "the indentation does not fit the lines around it",
  BAD_PROP_ORDER: "anchors and tags must stand before the value",
  BAD_SCALAR_START: "a plain text cannot start with this character; put it in quotes",
  BLOCK_AS_IMPLICIT_KEY: "a nested map or list cannot stand on the line of its key",
  BLOCK_IN_FLOW: "a block map or list cannot stand inside { } or [ ]",
  KEY_OVER_1024_CHARS: "a key is longer than 1024 characters",
  MISSING_CHAR: "a character is missing: a closing quote, bracket, comma or colon, or a space behind it",
  MULTILINE_IMPLICIT_KEY: "a key must stand on one line; is a ':' missing?",
  MULTIPLE_ANCHORS: "a value can have only one anchor",
  MULTIPLE_TAGS: "a value can have only one tag",
  RESOURCE_EXHAUSTION: "nested too deep",
  TAB_AS_INDENT: "tabs cannot be used for indentation",
  TAG_RESOLVE_FAILED: "this tag is not known, or its value does not fit it",
  UNEXPECTED_TOKEN: "this does not belong here",
};

/** Parses every document of a YAML text. A document with a syntax error gives diagnostics and is left out. */
export function parseYaml(source: SourceText, environment: Environment): ParseResult {
  const documents: Document[] = [];
  const diagnostics: Diagnostic[] = [];
  const variables = new Set<string>();
  const tooDeep = findTooDeep(source.text);
  if (tooDeep !== undefined) return { documents, diagnostics: [describeTooDeep(source, tooDeep)], variables };
  for (const parsed of parseStream(source.text)) {
    // What follows the first error is mostly its echo.
    const problem = parsed.errors[0] ?? parsed.warnings[0];
    if (problem) diagnostics.push(describe(source, parsed, problem));
    if (problem || isEmpty(parsed.contents)) continue;
    const builder = new ValueBuilder(source, environment);
    const reader = new YamlReader(parsed, builder);
    const value = reader.read(parsed.contents, 0);
    for (const diagnostic of builder.diagnostics) diagnostics.push(diagnostic);
    for (const name of builder.variables) variables.add(name);
    if (reader.isRefused) continue;
    const range = rangeOf(parsed.contents);
    documents.push({ source, value, place: placeOf(source, value, [range.start, range.end], builder.positions) });
  }
  return {
    documents,
    diagnostics,
    comments: () => outlineYaml(source.text).comments.map(({ offset }) => offset),
    variables,
  };
}

/** Lines of more items in items than are allowed, and texts that may have more open brackets: counted without looking into quotes. */
const nestedItems = new RegExp(`(?:[-?:][ \\t]+){${maxDepth + 1}}`);

/** Where nesting goes too deep, if it does. The `yaml` package recurses, and can take the process down with it. */
export function findTooDeep(text: string): number | undefined {
  const items = nestedItems.exec(text);
  if (items) return items.index;
  if (!mayHaveTooManyBrackets(text)) return undefined;
  let depth = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "{" || token === "[") depth += 1;
    else if (token === "}" || token === "]") depth -= 1;
    if (depth > maxDepth) return offset;
    // What the lexer adds to tell the parts of the text apart (a document, a scalar) is not in the text.
    if (!["\u0002", "\u0018", "\u001f"].includes(token)) offset += token.length;
  }
  return undefined;
}

function mayHaveTooManyBrackets(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === "{" || bracket === "[" ? depth + 1 : Math.max(0, depth - 1);
    if (depth > maxDepth) return true;
  }
  return false;
}

function describeTooDeep(source: SourceText, offset: number): Diagnostic {
  const message = `not valid YAML: nested more than ${maxDepth} deep`;
  return { rule: "source/syntax", severity: "error", message, span: spanBetween(source, offset, offset + 1) };
}

export function parseStream(text: string): readonly YamlDocument.Parsed[] {
  const parsed = parseAllDocuments(text, {
    version: "1.2",
    schema: "core",
    // Tags of YAML 1.1 such as !!binary give values that JSON, and so a gateway, does not know.
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    keepSourceTokens: false,
    logLevel: "error",
  });
  return Array.isArray(parsed) ? parsed : [];
}

/** Comments alone, or nothing between two `---`. */
function isEmpty(contents: Node | null): contents is null {
  return contents === null || (isScalar(contents) && contents.value === null && contents.source === "");
}

function describe(source: SourceText, parsed: YamlDocument.Parsed, error: YAMLError): Diagnostic {
  const message = messages[error.code] ?? "this cannot be read";
  const [start, end] = error.pos;
  const opening = openQuoteBefore(parsed, start);
  const span = opening === undefined ? spanBetween(source, start, end) : spanBetween(source, opening, opening + 1);
  return {
    rule: "source/syntax",
    severity: "error",
    message: `not valid YAML: ${opening === undefined ? message : "this quote is never closed"}`,
    span,
  };
}

/** Where a quoted text begins that runs on up to the error: there, not where the text ends, is the mistake. */
function openQuoteBefore(parsed: YamlDocument.Parsed, offset: number): number | undefined {
  let opening: number | undefined;
  visit(parsed, {
    Scalar(_key, { type, range }) {
      const isQuoted = type === "QUOTE_DOUBLE" || type === "QUOTE_SINGLE";
      if (isQuoted && range && range[0] < offset && offset <= range[1]) opening = range[0];
    },
  });
  return opening;
}

/** Where a node stands, if the text that was parsed begins at `shift`. */
export function rangeOf(node: Node, shift = 0): Range {
  const range = node.range;
  return range ? { start: range[0] + shift, end: range[1] + shift } : { start: shift, end: shift };
}

export class YamlReader {
  isRefused = false;
  readonly #document: YamlDocument.Parsed;
  readonly #builder: ValueBuilder;
  readonly #shift: number;
  #targets: ReadonlyMap<Alias, Node> | undefined;
  #aliasedNodes = 0;
  #aliasDepth = 0;

  constructor(document: YamlDocument.Parsed, builder: ValueBuilder, shift = 0) {
    this.#document = document;
    this.#builder = builder;
    this.#shift = shift;
  }

  read(node: Node, depth: number): unknown {
    if (this.isRefused) return null;
    if (depth > maxDepth) return this.#refuse(`nested more than ${maxDepth} deep`, node);
    if (this.#aliasDepth > 0) {
      this.#aliasedNodes += 1;
      if (this.#aliasedNodes > maxAliasedNodes) return this.#refuse("aliases make this document too large", node);
    }
    if (isAlias(node)) return this.#readAlias(node, depth);
    if (isMap(node)) return this.#readMap(node, depth);
    if (isSeq(node)) return this.#readSequence(node, depth);
    if (isScalar(node)) return this.#readScalar(node);
    return null;
  }

  #readAlias(node: Alias, depth: number): unknown {
    this.#targets ??= findAliasTargets(this.#document);
    const target = this.#targets.get(node);
    if (!target) return this.#refuse("no anchor of this name stands above", node);
    this.#aliasDepth += 1;
    const value = this.read(target, depth + 1);
    this.#aliasDepth -= 1;
    return value;
  }

  #readMap(node: YAMLMap, depth: number): Record<string, unknown> {
    const entries: MapEntry[] = [];
    for (const pair of node.items) {
      const key = this.#readKey(pair.key);
      if (!key) continue;
      const valueNode = pair.value as Node | null;
      const value = valueNode ? this.read(valueNode, depth + 1) : null;
      const valueRange = valueNode ? rangeOf(valueNode, this.#shift) : key.keyRange;
      // Spread, this would take a tenth of the time of a file.
      entries.push({ key: key.key, keyRange: key.keyRange, value, valueRange });
    }
    return this.#builder.map(entries);
  }

  #readKey(node: unknown): { key: string; keyRange: Range } | undefined {
    if (isScalar(node)) {
      const keyRange = rangeOf(node, this.#shift);
      if (typeof node.value === "string") return { key: node.value, keyRange };
      if (typeof node.value === "number" || typeof node.value === "boolean") {
        return { key: node.source ?? String(node.value), keyRange };
      }
    }
    this.#refuse("a key must be text", node as Node | null);
    return undefined;
  }

  #readSequence(node: YAMLSeq, depth: number): unknown[] {
    return this.#builder.sequence(
      node.items.map((item) => ({
        value: this.read(item as Node, depth + 1),
        range: rangeOf(item as Node, this.#shift),
      })),
    );
  }

  #readScalar(node: Scalar): unknown {
    if (typeof node.value === "string") return this.#builder.string(node.value, rangeOf(node, this.#shift));
    if (typeof node.value === "bigint") return Number(node.value);
    return node.value;
  }

  #refuse(message: string, node: Node | null): null {
    this.isRefused = true;
    this.#builder.report(
      "source/syntax",
      `not valid YAML: ${message}`,
      node ? rangeOf(node, this.#shift) : { start: 0, end: 0 },
    );
    return null;
  }
}

/** For each alias the last node before it with its anchor (YAML 1.2, section 3.2.2.2); one walk for all of them. */
function findAliasTargets(document: YamlDocument.Parsed): ReadonlyMap<Alias, Node> {
  const targets = new Map<Alias, Node>();
  const nodeByAnchor = new Map<string, Node>();
  visit(document, {
    Node(_key, node) {
      const target = isAlias(node) ? nodeByAnchor.get(node.source) : undefined;
      if (isAlias(node) && target) targets.set(node, target);
      else if (!isAlias(node) && node.anchor) nodeByAnchor.set(node.anchor, node);
    },
  });
  return targets;
}
