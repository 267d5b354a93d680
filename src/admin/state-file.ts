/** The state as one file, a snapshot: anything but a sound one is refused. What came after it stands in the journal. */
import { createHash } from "node:crypto";
import { isMap, parseJson } from "../model/json.ts";
import { StateError } from "./contract.ts";
import { seal, unseal } from "./sealing.ts";
import type { State, Stored } from "./state.ts";

const format = "rollcall-admin-state";
const version = 2;

/** Before there were journals. */
const versionWithoutJournal = 1;

export interface JournalLinks {
  /** Id of the journal that goes on from here; absent if the process was stopped in good order. */
  readonly journal?: string;
  /** Id of the journal that was on disk when this was written: all that stands in it is here. */
  readonly absorbed?: string;
}

export interface Snapshot {
  readonly state: State;
  readonly links: JournalLinks;
}

/** @throws StateError */
export function decodeSnapshot(path: string, bytes: Buffer, key: Uint8Array | undefined): Snapshot {
  const lineEnd = bytes.indexOf(0x0a);
  const head = parseHead(bytes.subarray(0, Math.max(lineEnd, 0)).toString());
  if (head === undefined) throw damaged(path, "its first line is not that of a state file");
  if (head.version !== version && head.version !== versionWithoutJournal)
    throw new StateError(
      `the state file ${path} has version ${head.version}; this is version ${version}: use the rollcall that wrote it`,
    );
  const rest = bytes.subarray(lineEnd + 1);
  if (digestOf(rest) !== head.sha256) throw damaged(path, "its digest is not that of its content");
  const state = parseState(textOf(path, rest, head, key));
  if (state === undefined) throw damaged(path, "its content is not that of a state");
  const { journal, absorbed } = head;
  return { state, links: { ...(journal !== undefined && { journal }), ...(absorbed !== undefined && { absorbed }) } };
}

export type EncodeSnapshot = (snapshot: Snapshot, key: Uint8Array | undefined) => Buffer;

/** Resources are never changed in place, so the text of one is made once. */
export function createSnapshotEncoder(): EncodeSnapshot {
  const jsonOf = cachedJson();
  return ({ state, links }, key) => {
    const body = serialise(state, jsonOf);
    const rest = key === undefined ? Buffer.from(body) : seal(body, key, placeOf(version, links));
    const head: Head = { format, version, isSealed: key !== undefined, sha256: digestOf(rest), ...links };
    return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), rest]);
  };
}

/** The first line of the file. */
interface Head extends JournalLinks {
  readonly format: string;
  readonly version: number;
  readonly isSealed: boolean;
  /** Of all that follows the first line. */
  readonly sha256: string;
}

/** Links are part of what is authenticated: another journal cannot be put behind a sealed state. */
function placeOf(of: number, { journal = "", absorbed = "" }: JournalLinks): string {
  return of === versionWithoutJournal ? format : `${format} ${journal} ${absorbed}`;
}

function textOf(path: string, rest: Buffer, head: Head, key: Uint8Array | undefined): string {
  if (!head.isSealed) {
    if (key === undefined) return rest.toString();
    throw new StateError(
      `the state file ${path} is not sealed though a key is given; start without the key, or name another file`,
    );
  }
  if (key === undefined)
    throw new StateError(`the state file ${path} is sealed and no key is given; give the key that it was written with`);
  const text = unseal(rest, key, placeOf(head.version, head));
  if (text !== undefined) return text;
  throw new StateError(`the state file ${path} cannot be opened with this key; give the one that it was written with`);
}

function damaged(path: string, reason: string): StateError {
  return new StateError(`the state file ${path} is damaged: ${reason}; restore it from a backup or move it away`);
}

function digestOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

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
  const { version: found, isSealed, sha256, journal, absorbed } = head;
  if (typeof found !== "number" || typeof isSealed !== "boolean" || typeof sha256 !== "string") return undefined;
  return {
    format,
    version: found,
    isSealed,
    sha256,
    ...(typeof journal === "string" && { journal }),
    ...(typeof absorbed === "string" && { absorbed }),
  };
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
