/** What an editor makes of `${VAR}` without the variables of the place where the files are used: notes, not errors. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";

const variable = /\\?\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/** Each unset variable stands for a reference to itself, which is what a secret of unknown value is written as. */
export function withUnset(environment: Environment, sources: readonly SourceText[]): Environment {
  const unset = new Set(sources.flatMap(({ text }) => unsetIn(text, environment)));
  return { ...environment, ...Object.fromEntries([...unset].map((name) => [name, `$env://${name}`])) };
}

/** Names in the text, be it in a comment. */
export function unsetIn(text: string, environment: Environment): readonly string[] {
  if (!text.includes("${")) return [];
  return [...text.matchAll(variable)].flatMap(([written, name = ""]) =>
    written.startsWith("\\") || environment[name] !== undefined ? [] : [name],
  );
}

/** Findings that hold whatever the value is: the same variable twice is the same value twice. */
const valueFree = /\/unique-/;

/** Whether the finding is about a value that nobody here knows. `written` is the text at its place. */
export function isAboutUnset({ rule }: Diagnostic, written: string, environment: Environment): boolean {
  return !valueFree.test(rule) && !written.includes("\n") && unsetIn(written, environment).length > 0;
}

export function asNote(missing: Diagnostic): Diagnostic {
  const help = "Its value is taken for a secret reference here. Set it, or name a file with it under varsFiles.";
  return { ...missing, severity: "info", help };
}
