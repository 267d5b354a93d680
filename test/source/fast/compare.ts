/** The claim to prove: the fast reader declines a text, or reads it as the reader on the `yaml` package does. */
import type { Part, Path } from "../../../src/model/place.ts";
import type { Document } from "../../../src/source/document.ts";
import type { Environment } from "../../../src/source/environment.ts";
import { readFast } from "../../../src/source/fast/read-fast.ts";
import type { ParseResult } from "../../../src/source/json.ts";
import { parseYaml } from "../../../src/source/yaml.ts";

export type Outcome = "declined" | "equal";

/** Compares both readings of `text`; the message of the error that it throws tells the first difference. */
export function compare(text: string, environment: Environment = {}): Outcome {
  const fast = readFast({ file: "a.yaml", text }, environment);
  if (!fast) return "declined";
  const expected = parseYaml({ file: "a.yaml", text }, environment);
  const difference = findDifference(fast, expected);
  if (difference === undefined) return "equal";
  throw new Error(`${difference}\n${JSON.stringify(text)}`);
}

function findDifference(fast: ParseResult, expected: ParseResult): string | undefined {
  const found = JSON.stringify(fast.diagnostics);
  const wanted = JSON.stringify(expected.diagnostics);
  if (found !== wanted) return `diagnostics: ${found}, but ${wanted}`;
  const comments = fast.comments?.().join();
  const wantedComments = expected.comments?.().join();
  if (comments !== wantedComments) return `comments at ${comments}, but ${wantedComments}`;
  const variables = [...fast.variables].sort().join();
  const wantedVariables = [...expected.variables].sort().join();
  if (variables !== wantedVariables) return `variables ${variables}, but ${wantedVariables}`;
  if (fast.documents.length !== expected.documents.length) {
    return `${fast.documents.length} documents, but ${expected.documents.length}`;
  }
  for (const [index, document] of fast.documents.entries()) {
    const other = expected.documents[index];
    const difference = other && findDifferenceAt(document, other, document.value, other.value, []);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function findDifferenceAt(
  fast: Document,
  expected: Document,
  value: unknown,
  other: unknown,
  path: Path,
): string | undefined {
  const parts: readonly Part[] = ["value", "key"];
  for (const part of parts) {
    const { start, end } = fast.place.span(path, part);
    const wanted = expected.place.span(path, part);
    if (start.offset !== wanted.start.offset || end.offset !== wanted.end.offset) {
      return `${part} of /${path.join("/")} at ${start.offset}–${end.offset}, but ${wanted.start.offset}–${wanted.end.offset}`;
    }
  }
  if (!isObject(value) || !isObject(other)) {
    return Object.is(value, other) ? undefined : `/${path.join("/")}: ${String(value)}, but ${String(other)}`;
  }
  const keys = Object.keys(value);
  if (Array.isArray(value) !== Array.isArray(other) || JSON.stringify(keys) !== JSON.stringify(Object.keys(other))) {
    return `/${path.join("/")}: keys ${keys.join()}, but ${Object.keys(other).join()}`;
  }
  for (const key of [...keys, "no such key"]) {
    const step = Array.isArray(value) ? Number(key) : key;
    const difference = findDifferenceAt(fast, expected, value[key], other[key], [...path, step]);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
