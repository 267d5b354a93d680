/** Keeps a state in one file: written whole, atomically and durably; anything but a sound file is refused. */

import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { type FileHandle, open, readFile, rename, stat, unlink } from "node:fs/promises";
import { dirname } from "node:path";
import { isMap, parseJson } from "../model/json.ts";
import { StateError } from "./contract.ts";
import { emptyState, type State, type Stored } from "./state.ts";

const format = "rollcall-admin-state";
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

export interface StateFile {
  /** The empty state if there is no file. @throws StateError */
  read(): Promise<State>;
  /** Returns when the state would survive a power cut. */
  write(state: State): Promise<void>;
}

export function openStateFile(path: string, key: Uint8Array | undefined): StateFile {
  if (key !== undefined && key.length !== 32) throw new StateError("the key of the state file must have 32 bytes");
  const jsonOf = cachedJson();
  return {
    read: () => readState(path, key),
    write: (state) => replaceFile(path, encode(serialise(state, jsonOf), key)),
  };
}

/** The first line of the file. */
interface Head {
  readonly format: string;
  readonly version: number;
  readonly isSealed: boolean;
  /** Of all that follows the first line. */
  readonly sha256: string;
}

async function readState(path: string, key: Uint8Array | undefined): Promise<State> {
  let bytes: Buffer;
  try {
    await requireOrdinary(path);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof StateError) throw error;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return emptyState;
    throw new StateError(
      `the state file ${path} cannot be read (${String(code)}); let this user read and write it, or name another`,
    );
  }
  const state = parseState(decode(path, bytes, key));
  if (state === undefined) throw damaged(path, "its content is not that of a state");
  return state;
}

/** Devices and pipes may never end. */
async function requireOrdinary(path: string): Promise<void> {
  const found = await stat(path);
  if (found.isFile()) return;
  throw new StateError(
    `the state file ${path} is ${found.isDirectory() ? "a folder" : "a device or pipe"}; name a file`,
  );
}

function damaged(path: string, reason: string): StateError {
  return new StateError(`the state file ${path} is damaged: ${reason}; restore it from a backup or move it away`);
}

function decode(path: string, bytes: Buffer, key: Uint8Array | undefined): string {
  const lineEnd = bytes.indexOf(0x0a);
  const head = parseHead(bytes.subarray(0, Math.max(lineEnd, 0)).toString());
  if (head === undefined) throw damaged(path, "its first line is not that of a state file");
  if (head.version !== version)
    throw new StateError(
      `the state file ${path} has version ${head.version}; this is version ${version}: use the rollcall that wrote it`,
    );
  const rest = bytes.subarray(lineEnd + 1);
  if (digestOf(rest) !== head.sha256) throw damaged(path, "its digest is not that of its content");
  if (!head.isSealed) {
    if (key !== undefined)
      throw new StateError(
        `the state file ${path} is not sealed though a key is given; start without the key, or name another file`,
      );
    return rest.toString();
  }
  if (key === undefined)
    throw new StateError(`the state file ${path} is sealed and no key is given; give the key that it was written with`);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, rest.subarray(0, nonceBytes), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(format)).setAuthTag(rest.subarray(-tagBytes));
    return Buffer.concat([decipher.update(rest.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString();
  } catch {
    throw new StateError(
      `the state file ${path} cannot be opened with this key; give the one that it was written with`,
    );
  }
}

function encode(body: string, key: Uint8Array | undefined): Buffer {
  const rest = key === undefined ? Buffer.from(body) : seal(body, key);
  const head: Head = { format, version, isSealed: key !== undefined, sha256: digestOf(rest) };
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), rest]);
}

function seal(body: string, key: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(format));
  return Buffer.concat([nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]);
}

function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Written beside the file, flushed, renamed over it, and the folder flushed: the old or the new file, never a mixture. */
async function replaceFile(path: string, bytes: Buffer): Promise<void> {
  const temporary = `${path}.tmp`;
  try {
    await withFile(temporary, "w", async (file) => {
      await file.writeFile(bytes);
      await file.sync();
    });
    await rename(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await withFile(dirname(path), "r", (folder) => folder.sync());
}

async function withFile(path: string, flags: string, use: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await use(file);
  } finally {
    await file.close();
  }
}

/** Resources are never changed in place, so the text of one is made once. */
function cachedJson(): (stored: Stored) => string {
  const texts = new WeakMap<Stored, string>();
  return (stored) => {
    let text = texts.get(stored);
    if (text === undefined) {
      text = JSON.stringify([stored.createdIndex, stored.modifiedIndex, stored.value]);
      texts.set(stored, text);
    }
    return text;
  };
}

function serialise(state: State, jsonOf: (stored: Stored) => string): string {
  const collections: string[] = [];
  for (const [name, members] of state.collections) {
    const entries: string[] = [];
    for (const [id, stored] of members) entries.push(`${JSON.stringify(id)}:${jsonOf(stored)}`);
    collections.push(`${JSON.stringify(name)}:{${entries.join(",")}}`);
  }
  return `{"index":${state.index},"collections":{${collections.join(",\n")}}}\n`;
}

function parseHead(line: string): Head | undefined {
  const head = parseJson(line);
  if (!isMap(head) || head["format"] !== format) return undefined;
  const { version: found, isSealed, sha256 } = head;
  if (typeof found !== "number" || typeof isSealed !== "boolean" || typeof sha256 !== "string") return undefined;
  return { format, version: found, isSealed, sha256 };
}

function parseState(text: string): State | undefined {
  const body = parseJson(text);
  if (!isMap(body) || typeof body["index"] !== "number" || !isMap(body["collections"])) return undefined;
  const collections = new Map<string, ReadonlyMap<string, Stored>>();
  for (const [name, members] of Object.entries(body["collections"])) {
    if (!isMap(members)) return undefined;
    const collection = new Map<string, Stored>();
    for (const [id, entry] of Object.entries(members)) {
      if (!Array.isArray(entry) || typeof entry[0] !== "number" || typeof entry[1] !== "number" || !isMap(entry[2]))
        return undefined;
      collection.set(id, { createdIndex: entry[0], modifiedIndex: entry[1], value: entry[2] });
    }
    collections.set(name, collection);
  }
  return { index: body["index"], collections };
}
