/** Env files, plain or sealed: what `${VAR}` in files stands for, read with the process's environment above it, and written. */
import { readFile, realpath } from "node:fs/promises";
import path from "node:path";
import { parseEnv } from "node:util";
import type { ArtifactKeys } from "../artifact/keys.ts";
import { canonicalJson } from "../model/json.ts";
import type { Environment } from "../source/environment.ts";
import { decode } from "../source/file-bytes.ts";
import { fileProblem } from "../source/file-problem.ts";
import { isBinary, withoutMark } from "../source/parse-quickly.ts";
import { envFileText } from "./environment.ts";
import { findKey, type KeyOptions } from "./key.ts";
import type { SealedKind } from "./sealed-file.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

export interface VarsFile {
  readonly text: string;
  readonly isSealed: boolean;
}

const firstSealedByte = 0x93;

const sealedVars: SealedKind = {
  magic: Buffer.from("\x93rollcall-vars\n", "latin1"),
  version: 1,
  purpose: "rollcall vars v1",
  context: "vars",
  noun: "sealed env file",
  advice: "Take it from a backup, or make it again with `rollcall dump --seal`.",
};

/**
 * Later files win over earlier ones, the environment over all files.
 * @throws CommandError if a file cannot be read or opened
 */
export async function readEnvironment(
  files: readonly string[],
  options: KeyOptions,
  terminal: Terminal,
): Promise<Environment> {
  const read = await Promise.all(files.map((file) => readVarsFile(file, options, terminal)));
  return Object.assign({}, ...read.map(({ text }) => parseEnv(text)), terminal.environment) as Environment;
}

/** @throws CommandError if it cannot be read, or is sealed and cannot be opened */
export async function readVarsFile(file: string, options: KeyOptions, terminal: Terminal): Promise<VarsFile> {
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  });
  // The first byte of what is sealed is none of text; only then is the code that opens it loaded.
  if (bytes[0] !== firstSealedByte) return { text: textOf(bytes, file), isSealed: false };
  const { isSealed, openBytes } = await import("./sealed-file.ts");
  if (!isSealed(sealedVars, bytes)) return { text: textOf(bytes, file), isSealed: false };
  const content = await openBytes(sealedVars, file, bytes, () => requireVarsKeys(file, options, terminal));
  return { text: Buffer.from(content).toString("utf8"), isSealed: true };
}

/** Bytes that are not UTF-8 would become other characters of a secret, and a byte order mark a part of the first name. */
function textOf(bytes: Buffer, file: string): string {
  const { text } = withoutMark({ file, text: decode(bytes) });
  if (!isBinary(text)) return text;
  const line = text.slice(0, text.search(/[\u0000\uFFFD]/)).split("\n").length;
  throw new CommandError(
    `${file}:${line}: this is not a text file in UTF-8. An env file has lines such as NAME=value; save it as UTF-8.`,
  );
}

/** Mode 0600; a link stays a link. @throws CommandError without a key for what is to be sealed, or if it cannot be written */
export async function writeVarsFile(
  file: string,
  { text, isSealed }: VarsFile,
  options: KeyOptions,
  terminal: Terminal,
): Promise<void> {
  const target = path.resolve(terminal.cwd, file);
  const content = isSealed ? await sealText(file, text, options, terminal) : text;
  await writePrivateFile(await realpath(target).catch(() => target), content, terminal);
}

/** The same text with these variables behind it. @throws CommandError if it would not be read back so */
export function withVariables(file: string, text: string, variables: ReadonlyMap<string, string>): string {
  const lineEnd = text === "" || text.endsWith("\n") ? "" : "\n";
  const added = `${text}${lineEnd}${envFileText(variables)}`;
  const wanted = { ...parseEnv(text), ...Object.fromEntries(variables) };
  if (canonicalJson(parseEnv(added)) !== canonicalJson(wanted)) {
    throw new CommandError(`${file}: no line can be added to this env file. Look for a quote that is not closed.`);
  }
  return added;
}

/** @throws CommandError if there is none */
export async function requireVarsKeys(file: string, options: KeyOptions, terminal: Terminal): Promise<ArtifactKeys> {
  const key = await findKey(options, terminal);
  if (!key) {
    throw new CommandError(
      `${file}: an env file that is sealed needs the key, and there is none. Set ROLLCALL_KEY, or put the key into ` +
        "./rollcall.key or the file that keyFile in rollcall.config.yaml names; `rollcall init` makes one.",
    );
  }
  const { keysFor } = await import("./sealed-file.ts");
  return keysFor(sealedVars, key);
}

async function sealText(file: string, text: string, options: KeyOptions, terminal: Terminal): Promise<Uint8Array> {
  const keys = await requireVarsKeys(file, options, terminal);
  const { sealBytes } = await import("./sealed-file.ts");
  return sealBytes(sealedVars, keys, Buffer.from(text));
}
