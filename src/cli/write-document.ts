/** Where dump and convert write a native document: a file or standard output, its secrets to an env file beside it. */
import path from "node:path";
import { stringify } from "yaml";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import { extractSecrets } from "../plan/extract-secrets.ts";
import { splitDocument } from "../plan/split.ts";
import { count } from "../report/count.ts";
import { envFileText } from "./environment.ts";
import type { KeyOptions } from "./key.ts";
import { requireFolder, writeFolder } from "./split-folder.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";
import { requireVarsKeys, writeVarsFile } from "./vars-file.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

export interface OutputOptions extends KeyOptions {
  readonly out?: string;
  /** A folder, in place of `out`. */
  readonly split?: string;
  readonly force?: boolean;
  readonly secrets?: string;
  readonly seal?: boolean;
  readonly reveal?: boolean;
}

/** To be called before the work is done. @throws CommandError if the options do not go together or a file could not be written */
export async function requireOutput(options: OutputOptions, terminal: Terminal): Promise<void> {
  const problem = conflicts.find(([isSo]) => isSo(options))?.[1];
  if (problem !== undefined) throw new CommandError(problem);
  const { out, split, force = false, seal } = options;
  const secretsFile = secretsFileOf(options);
  if (secretsFile && out && path.resolve(terminal.cwd, out) === path.resolve(terminal.cwd, secretsFile)) {
    throw new CommandError("--out and --secrets name the same file.");
  }
  if (split) await requireFolder(split, force, terminal);
  for (const file of [out, secretsFile]) if (file) await requireWritable(file, terminal);
  if (seal && secretsFile) await requireVarsKeys(secretsFile, options, terminal);
}

/** What does not go together, and what to say of it. */
const conflicts: readonly (readonly [isSo: (options: OutputOptions) => unknown, problem: string])[] = [
  [({ out, split }) => out && split, "--out writes one file and --split many: give one of them."],
  [({ force, split }) => force && !split, "--force is for the folder of --split."],
  [
    ({ reveal, out, split }) => reveal && !out && !split,
    "--reveal writes secrets in clear and needs a file: add --out FILE.",
  ],
  [
    ({ reveal, secrets }) => reveal && secrets,
    "--reveal leaves the secrets in the file itself: --secrets has nothing to write.",
  ],
  [({ reveal, seal }) => reveal && seal, "--reveal leaves the secrets in the file itself: --seal has nothing to seal."],
  [
    ({ seal, secrets, out, split }) => seal && !secrets && !out && !split,
    "--seal needs an env file to seal: add --secrets FILE.",
  ],
];

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
  const extracted = extractSecrets(document, options.reveal ? "unknown" : "all");
  noteUnknown(extracted.unknown, terminal);
  const secretsFile = secretsFileOf(options);
  if (secretsFile) await writeSecrets(secretsFile, extracted.variables, options, terminal);
  else if (!options.reveal && extracted.variables.size > 0) {
    const left = extracted.variables.size;
    terminal.note(
      `${count(left, "secret")} ${left === 1 ? "was" : "were"} left out; --secrets FILE keeps ${left === 1 ? "it" : "them"} in an env file.`,
    );
  }
  const text = await write(extracted.document, options, terminal);
  return { text, variables: options.reveal ? new Map() : extracted.variables };
}

/** A mask is not kept: written back, it would become the secret. */
function noteUnknown(names: readonly string[], terminal: Terminal): void {
  const [first] = names;
  if (first === undefined) return;
  tellWarning(
    terminal,
    `the gateway does not show ${count(names.length, "secret")}: set the variables yourself, such as ${first}`,
  );
}

/** Beside what is written: a folder may be committed as a whole. Undefined if the secrets stay in the document, or there is no place for them. */
export function secretsFileOf({ out, split, secrets, reveal }: OutputOptions): string | undefined {
  if (reveal) return undefined;
  const target = out ?? split?.replace(/(?<=.)[/\\]+$/, "");
  if (secrets !== undefined || target === undefined) return secrets;
  if (/^\.{0,2}$/.test(path.basename(target))) return `${target}/secrets.env`;
  return `${target}.env`;
}

async function writeSecrets(
  file: string,
  variables: ReadonlyMap<string, string>,
  options: OutputOptions,
  terminal: Terminal,
): Promise<void> {
  const isSealed = options.seal ?? false;
  await writeVarsFile(file, { text: envFileText(variables), isSealed }, options, terminal);
  const how = isSealed ? "sealed; use it with --vars-file and the key" : "use it with --vars-file";
  terminal.note(`wrote ${file} (${count(variables.size, "secret")}; ${how})`);
  const hidden = [...variables].filter(([name, value]) => (terminal.environment[name] ?? value) !== value);
  for (const [name] of hidden) {
    tellWarning(terminal, `${name} has another value in the environment, which wins`);
  }
}

/** Returns the whole as one text. */
async function write(
  document: Readonly<Record<string, unknown>>,
  { out, split }: OutputOptions,
  terminal: Terminal,
): Promise<string> {
  if (split) {
    const files = [...splitDocument(document, sha1Hex)].map(([name, part]) => [name, toYaml(part)] as const);
    await writeFolder(split, new Map(files), terminal);
    terminal.note(`wrote ${count(files.length, "file")} into ${split}`);
    return files.map(([, text]) => text).join("---\n");
  }
  const text = toYaml(document);
  if (!out) terminal.out(text);
  else {
    await writePrivateFile(out, text, terminal);
    terminal.note(`wrote ${out}`);
  }
  return text;
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
