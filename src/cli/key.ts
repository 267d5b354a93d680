/** The 32-byte key under which an artifact's secrets stand. */
import { stat } from "node:fs/promises";
import path from "node:path";
import { readSmallFile } from "./environment.ts";
import { isThere } from "./is-there.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";

export const defaultKeyFile = "rollcall.key";

const keyBytes = 32;

export interface KeyOptions {
  readonly keyFile?: string;
}

/**
 * From `--key-file`, else `$ROLLCALL_KEY`, else ./rollcall.key: 64 hex digits, or base64 of 32 bytes.
 * @throws CommandError if there is none, or it is of another form
 */
export async function requireKey(options: KeyOptions, terminal: Terminal): Promise<Uint8Array> {
  const key = await findKey(options, terminal);
  if (key) return key;
  throw new CommandError(
    `no key for the artifact's secrets. Set ROLLCALL_KEY, or name a file with --key-file; ` +
      `\`rollcall init\` makes one (${defaultKeyFile}).`,
  );
}

/** As `requireKey`, but undefined where no key is configured at all. */
export async function findKey(options: KeyOptions, terminal: Terminal): Promise<Uint8Array | undefined> {
  if (options.keyFile) return parseKey(await readSecretFile(options.keyFile, terminal), options.keyFile);
  const fromEnvironment = terminal.environment["ROLLCALL_KEY"];
  if (fromEnvironment) return parseKey(fromEnvironment, "ROLLCALL_KEY");
  const hasDefault = await isThere(defaultKeyFile, terminal);
  return hasDefault ? parseKey(await readSecretFile(defaultKeyFile, terminal), defaultKeyFile) : undefined;
}

/**
 * A file that holds one secret, without the line end. Notes if others than the owner can read it.
 * @throws CommandError if it cannot be read or is empty
 */
export async function readSecretFile(file: string, terminal: Terminal): Promise<string> {
  const text = (await readSmallFile(file, terminal)).trim();
  if (text === "") throw new CommandError(`${file}: this file is empty; a secret should stand in it.`);
  const { mode } = await stat(path.resolve(terminal.cwd, file));
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    tellWarning(terminal, `${file} can be read by others; run: chmod 600 ${file}`);
  }
  return text;
}

function parseKey(text: string, origin: string): Uint8Array {
  const isHex = /^[0-9a-fA-F]{64}$/.test(text);
  const key = Buffer.from(text, isHex ? "hex" : "base64");
  const isBase64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(text);
  if (key.length === keyBytes && (isHex || isBase64)) return new Uint8Array(key);
  throw new CommandError(`${origin}: a key is 64 hex digits or base64 of 32 bytes; this is something else.`);
}
