/** Reads the files of projects for the language server; what cannot be read is told, and the rest used. */
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { severitiesOf } from "../check/presets.ts";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import type { LoadedProject, ProjectFiles } from "../lsp/contract.ts";
import { looksOurs } from "../lsp/looks-ours.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { ProjectConfig } from "../model/generated/project-config.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import { fileProblem } from "../source/file-problem.ts";
import { readSources } from "../source/read.ts";
import { engineOptions } from "./engine-options.ts";
import { readSmallFile } from "./environment.ts";
import { failureMessage } from "./failure.ts";
import { findProjectFile } from "./find-project.ts";
import { checkSettings, readProject } from "./read-project.ts";
import type { Terminal } from "./terminal.ts";
import { readEnvironment } from "./vars-file.ts";

export interface LspOptions {
  /** A file, or false for none; by default the nearest. */
  readonly config?: string | boolean;
}

interface ReadSettings {
  readonly config?: ProjectConfig;
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly string[];
}

const modules = /\.[cm]?[jt]s$/;

export function createProjectFiles(
  { config }: LspOptions,
  terminal: Terminal,
  log: (text: string) => void,
): ProjectFiles {
  const named = typeof config === "string" ? uriOf(path.resolve(terminal.cwd, config)) : undefined;
  return {
    sha1Hex,
    canonical,
    folderOf: (uri) => (isFile(uri) ? uriOf(path.dirname(fileURLToPath(uri))) : uri),
    isSaved: (uri) => isFile(uri) && existsSync(fileURLToPath(uri)),
    settingsFor(folder) {
      if (config === false || named !== undefined || !isFile(folder)) return named;
      try {
        const file = findProjectFile(fileURLToPath(folder));
        return file === undefined ? undefined : uriOf(file);
      } catch (error) {
        log(failureMessage(error));
        return undefined;
      }
    },
    loadProject: (settings, text) => loadProject(settings, text, settings === named, terminal),
    loadFolder: (folder) => loadFolder(folder, terminal),
  };
}

function canonical(uri: string): string {
  if (!isFile(uri)) return uri;
  try {
    return uriOf(fileURLToPath(uri));
  } catch {
    // Such as a file of another host, which stays under its own name.
    return uri;
  }
}

function isFile(uri: string): boolean {
  return uri.startsWith("file:///");
}

function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

async function loadProject(
  settings: string,
  text: string | undefined,
  isNamed: boolean,
  terminal: Terminal,
): Promise<LoadedProject> {
  const file = fileURLToPath(settings);
  const folder = path.dirname(file);
  const inFolder = { ...terminal, cwd: folder };
  const { config = {}, diagnostics, problems } = await readSettings(settings, text, isNamed, inFolder);
  const environment = await readVariables(config, inFolder);
  const inputs = diagnostics.length > 0 ? emptyInputs : await readInputs(config, folder);
  return {
    sources: inputs.sources,
    environment: environment.values,
    settings: {
      customPlugins: config.customPlugins ?? [],
      allowedSecrets: config.secrets?.allow ?? [],
      targets: config.targets ?? [],
      ...engineOptions,
      ...((config.presets || config.rules) && {
        severities: severitiesOf(config.presets ?? ["recommended"], config.rules),
      }),
    },
    settingsDiagnostics: diagnostics,
    problems: [...problems, ...environment.problems, ...inputs.problems],
  };
}

async function readSettings(
  uri: string,
  text: string | undefined,
  isNamed: boolean,
  terminal: Terminal,
): Promise<ReadSettings> {
  const file = fileURLToPath(uri);
  try {
    if (!modules.test(file)) {
      const source = { file: uri, text: text ?? (await readSmallFile(file, terminal)) };
      return { ...checkSettings(source, terminal.environment), problems: [] };
    }
    if (isNamed) return { ...(await readProject(file, terminal)), problems: [] };
    // To open a folder in an editor is not to trust it: nothing of it is run.
    return { diagnostics: [], problems: [`${file} is a module, which is run only if --config names it.`] };
  } catch (error) {
    return { diagnostics: [], problems: [failureMessage(error)] };
  }
}

async function readVariables(
  { varsFiles = [], keyFile }: ProjectConfig,
  terminal: Terminal,
): Promise<{ readonly values: Environment; readonly problems: readonly string[] }> {
  try {
    // As for the commands, the variable wins over the settings.
    const key = keyFile !== undefined && !terminal.environment["ROLLCALL_KEY"] ? { keyFile } : {};
    return { values: await readEnvironment(varsFiles, key, terminal), problems: [] };
  } catch (error) {
    return { values: terminal.environment, problems: [failureMessage(error)] };
  }
}

interface ReadInputs {
  readonly sources: readonly SourceText[];
  readonly problems: readonly string[];
}

const emptyInputs: ReadInputs = { sources: [], problems: [] };

/** One by one, so that an input that is missing does not hide the others. */
async function readInputs({ inputs, ignore }: ProjectConfig, folder: string): Promise<ReadInputs> {
  const options = {
    cwd: folder,
    readStdin: async () => "",
    ...(ignore && { ignore: { folder, patterns: ignore } }),
  };
  const sources = new Map<string, SourceText>();
  const problems: string[] = [];
  for (const input of inputs ?? ["."]) {
    try {
      for (const { file, text } of await readSources([input], options)) {
        const source = { file: uriOf(path.resolve(folder, file)), text };
        // Without inputs nobody has said that all files of the folder are ours.
        if (inputs || looksOurs(source)) sources.set(source.file, source);
      }
    } catch (error) {
      problems.push(failureMessage(error));
    }
  }
  return { sources: [...sources.values()], problems };
}

async function loadFolder(folder: string, { environment }: Terminal): Promise<LoadedProject> {
  const settings = engineOptions;
  const problems: string[] = [];
  const sources: SourceText[] = [];
  const names = isFile(folder) ? await readdir(fileURLToPath(folder)).catch(() => []) : [];
  for (const name of names.filter((each) => /\.(?:ya?ml|json)$/i.test(each)).sort()) {
    const file = path.join(fileURLToPath(folder), name);
    try {
      const source = { file: uriOf(file), text: await readFile(file, "utf8") };
      if (looksOurs(source)) sources.push(source);
    } catch (error) {
      problems.push(`${file}: cannot be read: ${fileProblem(error)}.`);
    }
  }
  return { sources, environment, settings, settingsDiagnostics: [], problems };
}
