/** Replaces the variables of a foreign format in the texts of a document, whose places stay as they are. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Path } from "../model/place.ts";
import type { Document } from "../source/document.ts";

/** undefined for a variable that is not set. */
export type Resolve = (match: RegExpMatchArray) => string | undefined;

/** @param pattern global; its first group names the variable @returns an error for each variable that is not set */
export function replaceTexts(document: Document, pattern: RegExp, resolve: Resolve): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  // An alias shows the same map at two places.
  const seen = new Set<object>();
  const replaced = (text: string, path: Path): string =>
    text.replace(pattern, (...match: unknown[]) => {
      const groups = match.filter((part) => part === undefined || typeof part === "string").slice(0, -1);
      const value = resolve(groups as RegExpMatchArray);
      if (value === undefined) diagnostics.push(notSet(String(groups[1]), document, path));
      return value ?? String(match[0]);
    });
  const visit = (container: object, path: Path): void => {
    if (seen.has(container)) return;
    seen.add(container);
    const fields = container as Record<string, unknown>;
    for (const [key, value] of Object.entries(fields)) {
      const below = [...path, Array.isArray(container) ? Number(key) : key];
      if (typeof value === "string") fields[key] = replaced(value, below);
      else if (typeof value === "object" && value !== null) visit(value, below);
    }
  };
  if (typeof document.value === "object" && document.value !== null) visit(document.value, []);
  return diagnostics;
}

function notSet(name: string, document: Document, path: Path): Diagnostic {
  return {
    rule: "source/missing-variable",
    severity: "error",
    message: `the environment variable ${name} is not set`,
    span: document.place.span(path),
    help: `Set ${name}, or name a file that does with --vars-file.`,
  };
}
