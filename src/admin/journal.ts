/**
 * The writes since the snapshot, a line each: the digest of the line before with this one's payload, and the payload.
 * A line is appended and flushed before its writes are acknowledged, so only the last one can be torn.
 */
import { createHash } from "node:crypto";
import { isMap, parseJson } from "../model/json.ts";
import { StateError } from "./contract.ts";
import { isKind } from "./resources.ts";
import { seal, unseal } from "./sealing.ts";
import type { Address, Change } from "./state.ts";

const format = "rollcall-admin-journal";
const version = 1;

export interface JournalRecord {
  /** Index of the state that the changes are made to. */
  readonly from: number;
  readonly changes: readonly Change[];
}

export interface Journal {
  readonly id: string;
  readonly records: readonly JournalRecord[];
  /** How much of the file holds whole records. */
  readonly soundBytes: number;
  /** Of a last record that was not written to its end. */
  readonly tornBytes: number;
  /** What the next line goes on from. */
  readonly digest: string;
}

/** The first line of a new journal. */
export function encodeJournalHead(id: string, isSealed: boolean): Buffer {
  return Buffer.from(`${JSON.stringify({ format, version, id, isSealed })}\n`);
}

/** @param before the digest of the line before; the id in the first record */
export function encodeRecord(
  record: JournalRecord,
  before: string,
  key: Uint8Array | undefined,
): { readonly line: Buffer; readonly digest: string } {
  const text = JSON.stringify({ from: record.from, changes: record.changes });
  const payload = key === undefined ? text : seal(text, key, `${format} ${before}`).toString("base64");
  const digest = digestOf(before, payload);
  return { line: Buffer.from(`${digest} ${payload}\n`), digest };
}

/** @throws StateError for all but a sound journal, or one whose last record is torn */
export function decodeJournal(path: string, bytes: Buffer, key: Uint8Array | undefined): Journal {
  const headEnd = bytes.indexOf(lineEnd);
  const head = parseJson(bytes.subarray(0, Math.max(headEnd, 0)).toString());
  if (!isMap(head) || head["format"] !== format || typeof head["id"] !== "string")
    throw damaged(path, "its first line is not that of a journal");
  if (head["version"] !== version)
    throw new StateError(
      `the journal ${path} has version ${String(head["version"])}; this is version ${version}: use the rollcall that wrote it`,
    );
  const { id } = head;
  const records: JournalRecord[] = [];
  let digest = id;
  let start = headEnd + 1;
  while (start < bytes.length) {
    const end = bytes.indexOf(lineEnd, start);
    const line = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (end < 0 || isTorn(line, bytes, end)) break;
    const found = decodeLine(path, line.toString(), digest, records.length + 1, key);
    records.push(found.record);
    digest = found.digest;
    start = end + 1;
  }
  return { id, records, soundBytes: start, tornBytes: bytes.length - start, digest };
}

const lineEnd = 0x0a;

/** After a power cut, parts of the last line may never have come to the disk: zeros stand in their place. */
function isTorn(line: Buffer, bytes: Buffer, end: number): boolean {
  return end === bytes.length - 1 && line.includes(0);
}

function decodeLine(
  path: string,
  line: string,
  before: string,
  number: number,
  key: Uint8Array | undefined,
): { readonly record: JournalRecord; readonly digest: string } {
  const space = line.indexOf(" ");
  const digest = line.slice(0, Math.max(space, 0));
  const payload = line.slice(space + 1);
  if (digest !== digestOf(before, payload)) throw damaged(path, `the digest of record ${number} is wrong`);
  const text = key === undefined ? payload : unseal(Buffer.from(payload, "base64"), key, `${format} ${before}`);
  const record = text === undefined ? undefined : parseRecord(text);
  if (record === undefined) throw damaged(path, `record ${number} cannot be read with this key`);
  return { record, digest };
}

function parseRecord(text: string): JournalRecord | undefined {
  const record = parseJson(text);
  if (!isMap(record) || typeof record["from"] !== "number" || !Array.isArray(record["changes"])) return undefined;
  const changes: Change[] = [];
  for (const change of record["changes"] as readonly unknown[]) {
    const address = isMap(change) ? parseAddress(change["address"]) : undefined;
    if (!isMap(change) || address === undefined) return undefined;
    const { value } = change;
    if (value !== undefined && !isMap(value)) return undefined;
    changes.push({ address, ...(value !== undefined && { value }) });
  }
  return { from: record["from"], changes };
}

function parseAddress(address: unknown): Address | undefined {
  if (!isMap(address)) return undefined;
  const { kind, consumer, id } = address;
  if (typeof kind !== "string" || !isKind(kind) || typeof id !== "string") return undefined;
  return { kind, id, ...(typeof consumer === "string" && { consumer }) };
}

function damaged(path: string, reason: string): StateError {
  return new StateError(
    `the journal ${path} is damaged: ${reason}; restore it and the state file from a backup, ` +
      "or make it an empty file to go on without the writes that stand in it",
  );
}

function digestOf(before: string, payload: string): string {
  return createHash("sha256").update(`${before} ${payload}`).digest("hex");
}
