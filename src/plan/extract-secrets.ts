/** Moves the secrets of a document into variables, so that the document itself can be shown and committed. */

import { isSecretReference } from "../model/auth.ts";
import { isMap } from "../model/json.ts";
import type { Path } from "../model/place.ts";
import { isMasked } from "./concealed.ts";
import { secrecyAt } from "./secrets.ts";

export interface ExtractedSecrets {
  /** With `${NAME}` in place of each secret text. */
  readonly document: Record<string, unknown>;
  /** Name to secret, in the order of the document. */
  readonly variables: ReadonlyMap<string, string>;
  /** Names in whose place the gateway shows only a mask: somebody else has to know the secret. */
  readonly unknown: readonly string[];
}

/** `unknown`: only those that the gateway does not show. */
export type Extracted = "all" | "unknown";

interface Found {
  readonly variables: Map<string, string>;
  isMoved(secret: string): boolean;
}

/**
 * Names follow from the consumer, the credential and the field, so they stay the same from dump to dump.
 * Only texts are moved: a number in the configuration of an unknown plugin stays, since a variable would make it a text.
 * @param document a native document (`toDocument`), in which a literal `${NAME}` is escaped as `\${NAME}`
 */
export function extractSecrets(
  document: Readonly<Record<string, unknown>>,
  moved: Extracted = "all",
): ExtractedSecrets {
  const variables = new Map<string, string>();
  const found = { variables, isMoved: moved === "all" ? () => true : isMasked };
  const extracted: Record<string, unknown> = {};
  for (const [section, resources] of Object.entries(document)) {
    extracted[section] = Array.isArray(resources)
      ? resources.map((resource: unknown) => extract(resource, [], [nameOf(section, resource)], found))
      : resources;
  }
  const unknown = [...variables].filter(([, secret]) => isMasked(secret)).map(([name]) => name);
  for (const name of unknown) variables.delete(name);
  return { document: extracted, variables, unknown };
}

function extract(value: unknown, path: Path, names: readonly string[], found: Found): unknown {
  if (typeof value === "string") {
    if (secrecyAt(path) === "plain" || isSecretReference(value) || value === "") return value;
    if (!found.isMoved(value)) return value;
    const words = [...names, String(path.at(-1))];
    return partsOf(unescapeVariables(value))
      .map((part) => (part.startsWith("\r") ? part : `\${${define(words, part, found.variables)}}`))
      .join("");
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => {
      const isCredential = path.length === 1 && path[0] === "credentials";
      return extract(item, [...path, index], isCredential ? [...names, nameOf("credential", item)] : names, found);
    });
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [field, extract(part, [...path, field], names, found)]),
  );
}

/**
 * What an env file can hold, one variable each. Most secrets are one part; no quotes hold all three kinds of quotes,
 * so such a text is parted at its backticks, and carriage returns, which the format loses, stay where they are.
 */
function partsOf(secret: string): readonly string[] {
  const holdsEveryQuote = ["'", '"', "`"].every((quote) => secret.includes(quote));
  if (!holdsEveryQuote && !secret.includes("\r")) return [secret];
  return secret.match(/\r+|`+|[^`\r]+/g) ?? [secret];
}

/** Sets a variable under a name that is free. */
function define(words: readonly string[], secret: string, variables: Map<string, string>): string {
  const name = variableName(words, (taken) => variables.has(taken));
  variables.set(name, secret);
  return name;
}

/** Of consumer, credential and field, such as `ACME_MAIN_KEY`; with a number where that is taken. */
export function variableName(words: readonly string[], isTaken: (name: string) => boolean): string {
  const base = words
    .join("_")
    .replace(/[^A-Za-z0-9]+/g, "_")
    .toUpperCase()
    // Our own settings stand in the environment, which wins over env files.
    .replace(/^(?=\d|ROLLCALL_)/, "_");
  let name = base;
  for (let suffix = 2; isTaken(name); suffix += 1) name = `${base}_${suffix}`;
  return name;
}

function nameOf(section: string, resource: unknown): string {
  const { username, name, id } = isMap(resource) ? resource : {};
  return String(username ?? name ?? id ?? section);
}

function unescapeVariables(text: string): string {
  return text.replace(/\\(\$\{[A-Za-z_][A-Za-z0-9_]*\})/g, "$1");
}
