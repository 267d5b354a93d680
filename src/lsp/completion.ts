/** What may be written at the cursor: sections, fields, plugins, values, names of other resources, rules in comments. */

import { ruleIds } from "../check/rule-ids.ts";
import { isAuthPlugin } from "../model/auth.ts";
import { pluginNames } from "../model/generated/fields.ts";
import { isMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import { canBeSilenced, commentIn, directives } from "./comments.ts";
import { type Cursor, cursorForTyping } from "./cursor.ts";
import { describeField } from "./describe.ts";
import { describeRule } from "./hover.ts";
import { targetOf } from "./references.ts";
import { isJson, lineBefore, schemaFileOf, type TextRequest } from "./request.ts";
import {
  allowedValues,
  isPluginSet,
  itemOf,
  propertiesOf,
  type SchemaNode,
  schemaAt,
  typesOf,
  valueAt,
} from "./schema.ts";
import { fieldText, type Style } from "./snippet.ts";

export interface Proposal {
  readonly label: string;
  readonly kind: "field" | "plugin" | "value" | "reference" | "rule";
  /** Markdown. */
  readonly documentation?: string;
  /** In snippet syntax, if the client has it and `isSnippet`. */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** The text that it takes the place of. */
  readonly start: number;
  readonly end: number;
  /** Lower ones stand first. */
  readonly rank: number;
}

export function proposalsAt(request: TextRequest, hasStops: boolean): readonly Proposal[] {
  const before = lineBefore(request);
  const comment = isJson(request) ? undefined : commentIn(before);
  if (comment) return inComment(comment.text, request.offset);
  const cursor = cursorForTyping(request.text, request.offset, isJson(request));
  // `group_id:` still lacks the blank that would make it a field.
  if (!cursor || cursor.written.includes(":")) return [];
  if (cursor.part === "key") return keys(cursor, cursor.path, request, hasStops);
  const node = schemaAt(schemaFileOf(request), cursor.path, cursor.root);
  const isAlone = /^[\s-]*$/.test(before.slice(0, before.length - leadOf(cursor, request).length));
  if (isTypeOf(node, "object") && !cursor.isFlow) {
    return isAlone ? keys(cursor, cursor.path, request, hasStops) : [];
  }
  const item = node && isTypeOf(node, "array") && !cursor.isFlow && isAlone ? itemOf(node) : undefined;
  if (isTypeOf(item, "object")) return items(cursor, request, hasStops);
  return values(cursor, node, request);
}

/** The first fields of an item that still lacks its dash. */
function items(cursor: Cursor, request: TextRequest, hasStops: boolean): readonly Proposal[] {
  const proposals = keys({ ...cursor, isItem: true }, [...cursor.path, 0], request, hasStops);
  return proposals.map((proposal) => ({ ...proposal, insert: `- ${proposal.insert}` }));
}

/** What of the token stands before the cursor. */
function leadOf({ start }: Cursor, { text, offset }: TextRequest): string {
  return text.slice(start, offset);
}

function isTypeOf(node: SchemaNode | undefined, type: string): boolean {
  return node !== undefined && typesOf(node).includes(type);
}

function inComment(comment: string, offset: number): readonly Proposal[] {
  const [, written] = /^#\s*rollcall-disable-(?:next-line|line|file)\s+(?:\S+[\s,]+)*([^\s,]*)$/.exec(comment) ?? [];
  if (written !== undefined && !/(?:^|\s)--(?:\s|$)/.test(comment)) {
    const named = new Set(comment.split(/[\s,]+/));
    return ruleIds
      .filter((rule) => canBeSilenced(rule) && !named.has(rule))
      .map((rule) => ruleProposal(rule, offset - written.length, offset));
  }
  const [, start] = /^#\s*([\w-]+)$/.exec(comment) ?? [];
  if (start === undefined || !"rollcall-disable".startsWith(start.slice(0, 16))) return [];
  return Object.entries(directives).map(([label, documentation]) => ({
    label,
    kind: "rule",
    documentation,
    insert: label,
    isSnippet: false,
    start: offset - start.length,
    end: offset,
    rank: 1,
  }));
}

function ruleProposal(rule: string, start: number, end: number): Proposal {
  const documentation = describeRule(rule);
  const insert = { insert: rule, isSnippet: false, start, end, rank: 1 };
  return { label: rule, kind: "rule", ...(documentation && { documentation }), ...insert };
}

/** The fields that the map at `path` does not have yet. */
function keys(
  cursor: Cursor & { readonly isItem?: boolean },
  path: Path,
  request: TextRequest,
  hasStops: boolean,
): readonly Proposal[] {
  const { root, written, start, end } = cursor;
  const map = path.reduce(valueAt, root);
  const present = new Set(isMap(map) ? Object.keys(map).filter((key) => key !== written) : []);
  if (request.isSettings && path.length === 1 && path[0] === "rules") return ruleKeys(cursor, present, request);
  const node = schemaAt(schemaFileOf(request), path, root);
  if (!node) return [];
  const own = styleOf(cursor, request, hasStops);
  // What follows on lines of its own stands right of the dash.
  const style = cursor.isItem ? { ...own, indent: own.indent + 2 } : own;
  const isFollowed = /^\s*:/.test(request.text.slice(end));
  const insert = (name: string, field: SchemaNode | undefined): string =>
    isFollowed ? quotedFor(style, name) : fieldText(name, field, style);
  const isCredential = node.file === "plugins/credential.schema.json";
  if (isCredential && [...present].some(isAuthPlugin)) return [];
  const isPlugins = isPluginSet(node);
  const known = propertiesOf(node).map((field): Proposal & { readonly name: string } => ({
    name: field.name,
    label: field.name,
    kind: isPlugins ? "plugin" : "field",
    documentation: describeField(field.name, field, field.isRequired),
    insert: insert(field.name, field),
    isSnippet: hasStops && !isFollowed,
    start,
    end,
    // `_meta` and `$schema` are seldom meant.
    rank: field.isRequired ? 0 : /^[_$]/.test(field.name) ? 3 : 1,
  }));
  const others = isPlugins && !isCredential ? otherPlugins(request, known) : [];
  const unknown = others.map((label): Proposal => {
    const isSnippet = hasStops && !isFollowed;
    return { label, kind: "plugin", insert: insert(label, anyMap), isSnippet, start, end, rank: 2 };
  });
  return [...known, ...unknown].filter(({ label }) => !present.has(label));
}

const anyMap: SchemaNode = { schema: { type: "object" }, file: "" };

/** Plugins of APISIX for which there is no schema here, and the project's own. */
function otherPlugins({ project }: TextRequest, known: readonly { readonly name: string }[]): readonly string[] {
  const names = new Set(known.map(({ name }) => name));
  const all = [...pluginNames.known, ...(project.loaded.settings.customPlugins ?? [])];
  // A plugin with a schema that is not among those of the place, such as multi-auth in a consumer, does not belong there.
  return all.filter((name) => !names.has(name) && !isAuthPlugin(name) && !pluginNames.request.includes(name));
}

function ruleKeys({ start, end }: Cursor, present: ReadonlySet<string>, { text }: TextRequest): readonly Proposal[] {
  const quote = text[start] === '"' ? '"' : "";
  const colon = /^\s*:/.test(text.slice(end)) ? "" : ": ";
  return ruleIds
    .filter((rule) => !present.has(rule))
    .map((rule) => ({ ...ruleProposal(rule, start, end), insert: `${quote}${rule}${quote}${colon}` }));
}

function styleOf({ isFlow, start }: Cursor, request: TextRequest, hasStops: boolean): Style {
  const { text, offset } = request;
  const isQuoted = isJson(request) || text[start] === '"';
  const line = lineBefore(request);
  const column = start - (offset - line.length);
  const indent = column - (/^\s*/.exec(line)?.[0].length ?? 0);
  return { form: isQuoted ? "json" : isFlow ? "flow" : "block", hasStops, indent };
}

function quotedFor({ form }: Style, name: string): string {
  return form === "json" ? JSON.stringify(name) : name;
}

function values(cursor: Cursor, node: SchemaNode | undefined, request: TextRequest): readonly Proposal[] {
  const { path, root, start, end } = cursor;
  const isQuoted = isJson(request) || request.text[start] === '"';
  const base = { isSnippet: false, start, end, rank: 1 } as const;
  const target = request.isSettings ? undefined : targetOf(path, root);
  if (target) {
    const ids = new Set(request.project.config()[target].map(({ id }) => id));
    const taken = siblingsOf(path, root, cursor.written);
    return [...ids]
      .filter((id) => !taken.has(id))
      .map((label) => ({ ...base, label, kind: "reference", insert: isQuoted ? JSON.stringify(label) : plain(label) }));
  }
  const allowed = node && allowedValues(node);
  const taken = siblingsOf(path, root, cursor.written);
  return (allowed ?? [])
    .filter((value) => !taken.has(String(value)))
    .map((value) => ({
      ...base,
      label: String(value),
      kind: "value",
      insert: isQuoted && typeof value === "string" ? JSON.stringify(value) : String(value),
      rank: value === node?.schema["default"] ? 0 : 1,
    }));
}

/** The other items of the list that the value stands in. */
function siblingsOf(path: Path, root: unknown, written: string): ReadonlySet<string> {
  const list = typeof path.at(-1) === "number" ? path.slice(0, -1).reduce(valueAt, root) : undefined;
  return new Set(Array.isArray(list) ? list.map(String).filter((item) => item !== written) : []);
}

/** What YAML would read as something else than this text is quoted. */
function plain(text: string): string {
  const isText = /^[A-Za-z_][\w.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isText ? text : JSON.stringify(text);
}
