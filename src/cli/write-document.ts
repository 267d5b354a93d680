/** Where dump and convert write a native document: a file or standard output, its secrets to an env file beside it. */
import path from "node:path";
import { stringify } from "yaml";
import { extractSecrets } from "../plan/extract-secrets.ts";
import { envFileText } from "./environment.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

export interface OutputOptions {
  readonly out?: string;
  readonly secrets?: string;
  readonly reveal?: boolean;
}

/** To be called before the work is done. @throws CommandError if the options do not go together or a file could not be written */
export async function requireOutput(options: OutputOptions, terminal: Terminal): Promise<void> {
  if (options.reveal && !options.out) {
    throw new CommandError("--reveal writes secrets in clear and needs a file: add --out FILE.");
  }
  if (options.reveal && options.secrets) {
    throw new CommandError("--reveal leaves the secrets in the file itself: --secrets has nothing to write.");
  }
  const secretsFile = secretsFileOf(options);
  if (
    options.out &&
    secretsFile &&
    path.resolve(terminal.cwd, options.out) === path.resolve(terminal.cwd, secretsFile)
  ) {
    throw new CommandError("--out and --secrets name the same file.");
  }
  for (const file of [options.out, secretsFile]) if (file) await requireWritable(file, terminal);
}

/** What was written, and the variables that it names. */
export interface Written {
  readonly text: string;
  readonly variables: ReadonlyMap<string, string>;
}

/** @param document native (`toDocument`), secrets in clear @throws CommandError if it cannot be written */
export async function writeDocument(
  document: Readonly<Record<string, unknown>>,
  options: OutputOptions,
  terminal: Terminal,
): Promise<Written> {
  if (options.reveal) {
    const text = toYaml(document);
    await write(options.out, text, terminal);
    return { text, variables: new Map() };
  }
  const secretsFile = secretsFileOf(options);
  const extracted = extractSecrets(document);
  if (secretsFile) await writeSecrets(secretsFile, extracted.variables, terminal);
  else if (extracted.variables.size > 0) {
    terminal.note(`${extracted.variables.size} secrets were left out; --secrets FILE keeps them in an env file.`);
  }
  const text = toYaml(extracted.document);
  await write(options.out, text, terminal);
  return { text, variables: extracted.variables };
}

/** Where the secrets go: nowhere if they stay in the document, or there is no file for them. */
export function secretsFileOf({ out, secrets, reveal }: OutputOptions): string | undefined {
  return reveal ? undefined : (secrets ?? (out && `${out}.env`));
}

async function writeSecrets(file: string, variables: ReadonlyMap<string, string>, terminal: Terminal): Promise<void> {
  await writePrivateFile(file, envFileText(variables), terminal);
  terminal.note(`wrote ${file} (${variables.size} secrets; use it with --vars-file)`);
  const hidden = [...variables].filter(([name, value]) => (terminal.environment[name] ?? value) !== value);
  for (const [name] of hidden) {
    terminal.note(`${terminal.noteStyle.yellow("warning:")} ${name} has another value in the environment, which wins`);
  }
}

async function write(file: string | undefined, text: string, terminal: Terminal): Promise<void> {
  if (!file) {
    terminal.out(text);
    return;
  }
  await writePrivateFile(file, text, terminal);
  terminal.note(`wrote ${file}`);
}

/** No aliases for equal parts and no folded lines: each resource can be read and edited by itself. */
export function toYaml(document: Readonly<Record<string, unknown>>): string {
  const style = { aliasDuplicateObjects: false, lineWidth: 0 } as const;
  const text = stringify(document, style);
  if (!text.includes("\ufffd")) return text;
  // Read back, the replacement character would be a sign of bytes that are not UTF-8: it needs an escape, and that quotes.
  const quoted = stringify(document, { ...style, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "QUOTE_DOUBLE" });
  return quoted.replaceAll("\ufffd", "\\uFFFD");
}
