/** Tells whether two texts declare the same, but for what fixes are meant to change. This is the proof of each fix, so it does not look at the edits. */
import { isAuthPlugin } from "../model/auth.ts";
import { compareText } from "../model/identity.ts";
import { canonicalJson, isMap, type JsonMap } from "../model/json.ts";
import { outlineYaml } from "../source/comments.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import { readShapes } from "../source/shapes/index.ts";
import { credentialName, isMovable } from "./inline-auth.ts";

/** Also that no comment is lost, and that the second has no finding of the reader that the first lacks. */
export function hasSameMeaning(before: SourceText, after: SourceText, environment: Environment): boolean {
  const first = read(before, environment);
  const second = read(after, environment);
  const hasNewProblem = second.problems.some((rule) => !first.problems.includes(rule));
  return !hasNewProblem && first.meaning === second.meaning && commentsOf(before) === commentsOf(after);
}

function read(source: SourceText, environment: Environment): { problems: readonly string[]; meaning: string } {
  const { documents, diagnostics } = parse(source, environment);
  // Ids that are derived only have to be the same for the same names.
  const { resources, declared, diagnostics: found } = readShapes(documents, (name) => name);
  const native = resources.map(({ kind, value }) => ({
    kind,
    value: kind === "consumers" && isMap(value) ? withoutInlineAuth(value) : value,
  }));
  return {
    problems: diagnostics.map(({ rule }) => rule),
    meaning: canonicalJson([documents.length, [...declared].sort(), found.map(({ message }) => message), native]),
  };
}

/** The consumer with every auth plugin in a credential, be it moved there by a fix or not. */
function withoutInlineAuth(consumer: JsonMap): JsonMap {
  const { plugins = {}, credentials = [], ...fields } = consumer;
  if (!isMap(plugins) || !Array.isArray(credentials)) return consumer;
  const isMoved = ([name, config]: [string, unknown]): boolean => isAuthPlugin(name) && isMovable(config);
  const entries = Object.entries(plugins);
  const moved = entries.filter(isMoved).map(([name, config]) => ({
    name: credentialName(name, consumer),
    plugins: { [name]: config },
  }));
  const all = [...credentials, ...moved].map(canonicalJson).sort(compareText);
  const rest = entries.filter((entry) => !isMoved(entry));
  return { ...fields, credentials: all, ...(rest.length > 0 && { plugins: Object.fromEntries(rest) }) };
}

function commentsOf({ file, text }: SourceText): string {
  if (file.toLowerCase().endsWith(".json")) return "";
  const { comments } = outlineYaml(text);
  return comments
    .map((comment) => comment.text.trimEnd())
    .sort(compareText)
    .join("\n");
}
