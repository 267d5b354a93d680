/** `rollcall dump`: what a gateway holds, as a file that lint accepts and that diff finds equal. */
import path from "node:path";
import { stringify } from "yaml";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import { kinds, type Live } from "../model/config.ts";
import { toDocument } from "../plan/dump.ts";
import { extractSecrets } from "../plan/extract-secrets.ts";
import { type Labels, selectedPart } from "../plan/scope.ts";
import { withGateway } from "./connect.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { envFileText } from "./environment.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { requireWritable, writePrivateFile } from "./write-file.ts";

export interface DumpOptions extends ConnectOptions {
  readonly out?: string;
  readonly secrets?: string;
  readonly reveal?: boolean;
  readonly select?: Labels;
}

export async function runDump(_inputs: readonly string[], options: DumpOptions, terminal: Terminal): Promise<number> {
  if (options.reveal && !options.out) {
    throw new CommandError("--reveal writes secrets in clear and needs a file: add --out FILE.");
  }
  if (options.reveal && options.secrets) {
    throw new CommandError("--reveal leaves the secrets in the file itself: --secrets has nothing to write.");
  }
  const secretsFile = options.reveal ? undefined : (options.secrets ?? (options.out && `${options.out}.env`));
  if (
    options.out &&
    secretsFile &&
    path.resolve(terminal.cwd, options.out) === path.resolve(terminal.cwd, secretsFile)
  ) {
    throw new CommandError("--out and --secrets name the same file.");
  }
  for (const file of [options.out, secretsFile]) if (file) await requireWritable(file, terminal);
  const live = await withGateway(options, terminal, (gateway) => gateway.read(new Set(kinds)));
  noteMissingKinds(live, terminal);
  const document = toDocument(selectedPart(live, options.select ?? {}), sha1Hex);
  const extracted = extractSecrets(document, options.reveal ? "unknown" : "all");
  noteUnknown(extracted.unknown, terminal);
  if (options.reveal) {
    await write(options.out, toYaml(extracted.document), terminal);
    return exitCodes.fine;
  }
  if (secretsFile) await writeSecrets(secretsFile, extracted.variables, terminal);
  else if (extracted.variables.size > 0) {
    terminal.note(`${extracted.variables.size} secrets were left out; --secrets FILE keeps them in an env file.`);
  }
  await write(options.out, toYaml(extracted.document), terminal);
  return exitCodes.fine;
}

/** Whoever keeps the dump as the whole truth should know what it could not hold. */
function noteMissingKinds({ declared }: Live, terminal: Terminal): void {
  const missing = kinds.filter((kind) => !declared.has(kind));
  if (missing.length > 0) terminal.note(`this gateway has no ${missing.join(", ")}; the dump has none either`);
}

/** A mask is not kept: written back, it would become the secret. */
function noteUnknown(names: readonly string[], terminal: Terminal): void {
  const [first] = names;
  if (first === undefined) return;
  const what = names.length === 1 ? "1 secret" : `${names.length} secrets`;
  terminal.note(
    `${terminal.noteStyle.yellow("warning:")} the gateway does not show ${what}: set the variables yourself, such as ${first}`,
  );
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
