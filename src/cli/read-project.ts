/** Reads a rollcall.config file: YAML or JSON with places, or a module whose default export is the same. */
import path from "node:path";
import { pathToFileURL } from "node:url";
import { checkProjectConfig } from "../check/project-config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ProjectConfig } from "../model/generated/project-config.ts";
import type { Place } from "../model/place.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import { Positions, placeOf } from "../source/positions.ts";
import { readSmallFile } from "./environment.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface ReadProject {
  /** Absent for a module, whose diagnostics have no place within it. */
  readonly source?: SourceText;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent if a diagnostic is an error. */
  readonly config?: ProjectConfig;
}

/** `file` is relative to the working directory. @throws CommandError if it cannot be read or loaded */
export async function readProject(file: string, terminal: Terminal): Promise<ReadProject> {
  if (/\.[cm]?[jt]s$/.test(file)) {
    const value = await loadModule(file, terminal);
    return checkProjectConfig(value, placeOf({ file, text: "" }, value, [0, 0], new Positions()));
  }
  return checkSettings({ file, text: await readSmallFile(file, terminal) }, terminal.environment);
}

/** Of a text that is YAML or JSON. */
export function checkSettings(source: SourceText, environment: Environment): ReadProject {
  const { documents, diagnostics } = parse(source, environment);
  const problems = diagnostics.filter(({ rule }) => rule !== "source/empty");
  if (problems.length > 0) return { source, diagnostics: problems };
  const [first, second] = documents;
  if (second) return { source, diagnostics: [describeSecond(second.place)] };
  return first ? { source, ...checkProjectConfig(first.value, first.place) } : { source, diagnostics: [], config: {} };
}

function describeSecond(place: Place): Diagnostic {
  const message = "the settings of a project are one document; this is a second one";
  return { rule: "config/one-document", severity: "error", message, span: place.span() };
}

async function loadModule(file: string, { cwd }: Terminal): Promise<unknown> {
  const isTypeScript = /ts$/.test(file);
  // Known to Node from 22.10 on; the typings are those of Node 20.
  const stripsTypes = Boolean((process.features as { readonly typescript?: unknown }).typescript);
  if (isTypeScript && !stripsTypes) {
    throw new CommandError(
      `${file}: this Node (${process.version}) cannot load TypeScript. ` +
        "Use Node 22.18 or newer, or write the same as rollcall.config.mjs or rollcall.config.yaml.",
    );
  }
  const module: { readonly default?: unknown } = await import(pathToFileURL(path.resolve(cwd, file)).href).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? `${error.name}: ${error.message.split("\n")[0]}` : String(error);
      throw new CommandError(`${file}: cannot be loaded: ${reason}`);
    },
  );
  if (module.default === undefined) {
    throw new CommandError(`${file}: this module has no default export. Write \`export default { inputs: ["…"] };\`.`);
  }
  return module.default;
}
