/** Headers to add, set and remove, as proxy-rewrite and response-rewrite are told them. Order: add, set, remove. */
import { isMap } from "../model/json.ts";
import type { RequestContext } from "./context.ts";
import { wireValue } from "./encoding.ts";
import { type HeaderFields, isFramingName, isHeaderName } from "./headers.ts";
import { type PluginConfig, Unusable } from "./plugin.ts";
import { findResponseVariable } from "./response-vars.ts";
import { compileTemplate, type Template, type Variable } from "./vars.ts";

type Assignment = readonly [name: string, value: Template];

export interface HeaderEdits {
  readonly add: readonly Assignment[];
  readonly set: readonly Assignment[];
  readonly remove: readonly string[];
}

const noEdits: HeaderEdits = { add: [], set: [], remove: [] };

/**
 * @param value `{add, set, remove}`, or (older form) header to value, which sets. `add` may be a list of `Name: value`.
 * @param fault why a header of this name cannot be written
 */
export function prepareHeaderEdits(
  value: unknown,
  fault: (name: string) => string | undefined = () => undefined,
): HeaderEdits | Unusable {
  if (!isMap(value)) return noEdits;
  const { add, set, remove } = writtenEdits(value);
  for (const [name] of [...add, ...set]) {
    if (!isHeaderName(name)) return new Unusable(`a header ${JSON.stringify(name)} that is none`);
    const reason = isFramingName(name) ? "which the proxy sets itself" : fault(name);
    if (reason !== undefined) return new Unusable(`a header ${name}, ${reason}`);
  }
  const templates = (entries: readonly Entry[]) =>
    entries.map(([name, text]): Assignment => [name, compileTemplate(text, { find: variableOf })]);
  return { add: templates(add), set: templates(set), remove };
}

export function editHeaders(edits: HeaderEdits, headers: HeaderFields, context: RequestContext): void {
  for (const [name, value] of edits.add) {
    const text = wireValue(value(context).text);
    if (text) headers.add(name, text);
  }
  for (const [name, value] of edits.set) {
    // What a header cannot hold, and the empty value, take it away: what stood there must not stay.
    const text = wireValue(value(context).text);
    if (text) headers.set(name, text);
    else headers.remove(name);
  }
  for (const name of edits.remove) headers.remove(name);
}

type Entry = readonly [name: string, value: string];

/** As they stand in the configuration. */
function writtenEdits(value: PluginConfig) {
  const isNewForm = [value.add, value.set, value.remove].some((part) => typeof part === "object" && part !== null);
  return {
    add: isNewForm ? entriesOf(value.add) : [],
    set: entriesOf(isNewForm ? value.set : value),
    remove: isNewForm && Array.isArray(value.remove) ? value.remove.map(String) : [],
  };
}

/** Names of the headers that they are about. @param value as of `prepareHeaderEdits` */
export function editedNames(value: unknown): readonly string[] {
  if (!isMap(value)) return [];
  const { add, set, remove } = writtenEdits(value);
  return [...[...add, ...set].map(([name]) => name), ...remove];
}

function entriesOf(value: unknown): readonly Entry[] {
  if (Array.isArray(value)) return value.map((line) => lineOf(String(line)));
  return Object.entries(isMap(value) ? value : ({} as PluginConfig)).map(([name, text]) => [name, String(text)]);
}

function lineOf(line: string): Entry {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

/** Of the request, and of the answer if there is one. `$1` stands for a group of the expression of proxy-rewrite that the path matched. */
function variableOf(name: string): Variable | undefined {
  return /^\d+$/.test(name) ? ({ captures }) => captures[Number(name)] : findResponseVariable(name);
}
