/** The text of an `apisix.yaml`, read and changed so that what is not touched keeps its place, form and comments. */
import { type Document, isNode, isSeq, parseDocument, type YAMLSeq } from "yaml";
import { isMap, type JsonMap } from "../model/json.ts";
import { isEqualJson } from "../plan/json.ts";
import { GatewayError } from "./contract.ts";

/** By this last line APISIX tells that a file is complete. */
const endMark = "#END";

/** @throws GatewayError that tells the line and nothing of the text, which may be secret */
export function parseConfigFile(text: string): JsonMap {
  return mapOf(parse(text));
}

/**
 * @param before what `text` holds
 * @param after the same with other items or fields; those that are the same objects are left as they are written
 * @throws GatewayError if the text cannot be rewritten without changing what it means
 */
export function rewriteYaml(text: string, before: JsonMap, after: JsonMap): string {
  const document = parse(text);
  for (const [field, value] of Object.entries(after)) {
    if (value === before[field]) continue;
    const node = document.get(field, true);
    if (Array.isArray(value) && isSeq(node)) rewriteList(document, node, before[field], value);
    else document.set(field, document.createNode(value, { aliasDuplicateObjects: false }));
  }
  const rewritten = `${print(document).trimEnd()}\n${endMark}\n`;
  if (isEqualJson(parseConfigFile(rewritten), after)) return rewritten;
  throw new GatewayError("the file's YAML cannot be rewritten without changing its meaning. Nothing was written", 200);
}

function parse(text: string): Document {
  const lines = text.trimEnd().split(/\r?\n/);
  if (lines.at(-1) !== endMark) {
    throw new GatewayError(`the configuration file does not end with the line ${endMark}: it may be half written`, 200);
  }
  const document = parseDocument(lines.slice(0, -1).join("\n"), { logLevel: "silent", uniqueKeys: true });
  const [error] = document.errors;
  if (!error) return document;
  const line = error.linePos?.[0].line;
  throw new GatewayError(
    `the configuration file is not right YAML${line === undefined ? "" : `: line ${line}`} (${error.code})`,
    200,
  );
}

function mapOf(document: Document): JsonMap {
  const value = toValue(document);
  if (value === null || value === undefined) return {};
  if (isMap(value)) return value;
  throw new GatewayError("the configuration file is not a map of sections", 200);
}

function toValue(document: Document): unknown {
  try {
    return document.toJS() as unknown;
  } catch {
    throw new GatewayError("the configuration file has aliases that cannot be resolved", 200);
  }
}

/** A replaced item keeps the comment above it. */
function rewriteList(document: Document, node: YAMLSeq, before: unknown, after: readonly unknown[]): void {
  const formerItems: readonly unknown[] = Array.isArray(before) ? before : [];
  const nodes = new Map(formerItems.map((item, index) => [item, node.items[index]]));
  const byId = new Map(formerItems.map((item, index) => [idOf(item), node.items[index]]));
  if (node.items.length === 0) node.flow = false;
  node.items = after.map((item) => {
    const kept = nodes.get(item);
    if (kept !== undefined) return kept;
    const created = document.createNode(item, { aliasDuplicateObjects: false });
    const former = byId.get(idOf(item));
    if (isNode(former) && isNode(created)) {
      if (former.commentBefore) created.commentBefore = former.commentBefore;
      if (former.spaceBefore) created.spaceBefore = true;
    }
    return created;
  });
}

function idOf(item: unknown): unknown {
  return isMap(item) ? (item["id"] ?? item["username"]) : undefined;
}

function print(document: Document): string {
  try {
    return document.toString({ lineWidth: 0 });
  } catch {
    // An anchor that went away with its item is named elsewhere.
    throw new GatewayError(
      "the file's YAML anchors tie items together, so that one cannot be changed by itself. Nothing was written",
      200,
    );
  }
}
