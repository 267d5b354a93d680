/** What an editor shows about the key, value or rule under the pointer; never what a secret is. */
import { type Entry, kindNouns } from "../model/config.ts";
import { pluginNames } from "../model/generated/fields.ts";
import { ruleTexts } from "../model/generated/rule-texts.ts";
import { isMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import { commentIn } from "./comments.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { describeField } from "./describe.ts";
import { type NamedKind, named, nameField, targetOf } from "./references.ts";
import { isJson, lineAround, schemaFileOf, type TextRequest } from "./request.ts";
import { isPluginSet, propertiesOf, schemaAt, valueAt } from "./schema.ts";

export interface HoverText {
  readonly markdown: string;
  readonly start: number;
  readonly end: number;
}

export function hoverAt(request: TextRequest): HoverText | undefined {
  if (!isJson(request)) {
    const { line, start } = lineAround(request);
    const comment = commentIn(line);
    if (comment && request.offset >= start + comment.start) return hoverOnRule(request, line, start);
  }
  const cursor = cursorAt(request.text, request.offset, isJson(request));
  if (!cursor) return undefined;
  const markdown = (cursor.part === "value" && describeTarget(cursor, request)) || describePath(cursor, request);
  return markdown ? { markdown, start: cursor.start, end: cursor.end } : undefined;
}

function hoverOnRule({ offset }: TextRequest, line: string, lineStart: number): HoverText | undefined {
  for (const { 0: rule, index } of line.matchAll(/[a-z][a-z-]*\/[a-z0-9-]+/g)) {
    const start = lineStart + index;
    const end = start + rule.length;
    const markdown = start <= offset && offset <= end ? describeRule(rule) : undefined;
    if (markdown) return { markdown, start, end };
  }
  return undefined;
}

/** What the rule finds, as its page says. */
export function describeRule(rule: string): string | undefined {
  const text = Object.hasOwn(ruleTexts, rule) ? ruleTexts[rule] : undefined;
  return text && `**${rule}** (${text.severity})\n\n${text.summary}`;
}

function describePath({ part, path, written, root }: Cursor, request: TextRequest): string | undefined {
  const whole: Path = part === "key" ? [...path, written] : path;
  const name = whole.findLast((key) => typeof key === "string");
  if (name === undefined) return undefined;
  if (request.isSettings && whole[0] === "rules" && whole.length === 2) return describeRule(String(name));
  const file = schemaFileOf(request);
  // An item of a list is told by the list.
  const upTo = whole.slice(0, whole.lastIndexOf(name) + 1);
  const holder = schemaAt(file, upTo.slice(0, -1), root);
  if (!holder) return undefined;
  const isKnown = propertiesOf(holder).find((property) => property.name === name);
  if (isPluginSet(holder) && !isKnown) return describeUnknownPlugin(String(name));
  const node = schemaAt(file, upTo, root);
  return node && describeField(String(name), node, isKnown?.isRequired === true);
}

function describeUnknownPlugin(name: string): string | undefined {
  if (!pluginNames.known.includes(name)) return undefined;
  return `**${name}**\n\nA plugin of Apache APISIX whose settings rollcall does not know and does not check.`;
}

/** What a reference points to. */
function describeTarget({ path, root }: Cursor, request: TextRequest): string | undefined {
  const target = request.isSettings ? undefined : targetOf(path, root);
  const id = path.reduce(valueAt, root);
  if (!target || (typeof id !== "string" && typeof id !== "number")) return undefined;
  const found = named(request.project.config(), target, String(id));
  if (found.length === 0) return undefined;
  return found.map((entry) => describeEntry(target, entry)).join("\n\n");
}

function describeEntry(kind: NamedKind, entry: Entry<unknown>): string {
  const span = entry.place?.span([nameField(kind, entry)]);
  const file = span && decodeURIComponent(span.file.slice(span.file.lastIndexOf("/") + 1));
  const plugins = valueAt(entry.value, "plugins");
  const names = isMap(plugins) ? Object.keys(plugins) : [];
  const place = span ? ` in ${file}, line ${span.start.line}` : "";
  return `${kindNouns[kind]} **${entry.id}**${place}${names.length > 0 ? `\n\nPlugins: ${names.join(", ")}` : ""}`;
}
