/** Saved plans as files, sealed as a whole. */
import { createHash } from "node:crypto";
import { open, readFile } from "node:fs/promises";
import path from "node:path";
import type { ArtifactKeys } from "../artifact/keys.ts";
import { parseSavedPlan, type SavedPlan, serialiseSavedPlan } from "../plan/saved.ts";
import { fileProblem } from "../source/file-problem.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { findKey, type KeyOptions } from "./key.ts";
import { isSealed, keysFor, openBytes, type SealedKind, sealBytes } from "./sealed-file.ts";
import { CommandError, type Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

const again = "Make it again with `rollcall diff --out`.";

const sealedPlan: SealedKind = {
  magic: Buffer.from("\x93rollcall-plan\n", "latin1"),
  version: 1,
  purpose: "rollcall plan v1",
  context: "plan",
  noun: "plan",
  advice: again,
};

export interface PlanFile {
  readonly saved: SavedPlan;
  /** Hex SHA-256 of the file: tells one plan from another. */
  readonly digest: string;
}

/** @throws CommandError without a key, or if the file cannot be written */
export async function writePlanFile(
  file: string,
  saved: SavedPlan,
  options: KeyOptions,
  terminal: Terminal,
): Promise<void> {
  const keys = await requirePlanKeys(options, terminal);
  const bytes = sealBytes(sealedPlan, keys, Buffer.from(serialiseSavedPlan(saved)));
  await writePrivateFile(file, bytes, terminal);
}

/** @throws CommandError if it cannot be read, or is damaged, of another version or under another key */
export async function readPlanFile(file: string, options: KeyOptions, terminal: Terminal): Promise<PlanFile> {
  const bytes = await readFile(path.resolve(terminal.cwd, file)).catch((error: unknown) => {
    throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
  });
  const body = await openBytes(sealedPlan, file, bytes, () => requirePlanKeys(options, terminal));
  const saved = parseSavedPlan(Buffer.from(body).toString("utf8"));
  if (!saved) throw new CommandError(`${file}: this plan opens, but its content is not that of a plan. ${again}`);
  return { saved, digest: createHash("sha256").update(bytes).digest("hex") };
}

/** The one saved plan among the inputs, undefined if they are files. @throws CommandError for a plan among others */
export async function planFileOf(inputs: readonly string[], terminal: Terminal): Promise<string | undefined> {
  for (const input of inputs) {
    if (!(await isPlanFile(input, terminal))) continue;
    if (inputs.length === 1) return input;
    throw new CommandError(`${input} is a saved plan, which is complete by itself: give it alone.`);
  }
  return undefined;
}

/** A device or pipe is not looked into: what is read of it is gone. */
async function isPlanFile(file: string, { cwd }: Terminal): Promise<boolean> {
  const handle = await open(path.resolve(cwd, file), "r").catch(() => undefined);
  if (!handle) return false;
  try {
    if (!(await handle.stat()).isFile()) return false;
    const { length } = sealedPlan.magic;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return bytesRead === length && isSealed(sealedPlan, buffer);
  } finally {
    await handle.close();
  }
}

/** @throws CommandError if there is none: a plan holds secrets */
export async function requirePlanKeys(options: KeyOptions, terminal: Terminal): Promise<ArtifactKeys> {
  const key = await findKey(options, terminal);
  if (!key) {
    throw new CommandError(
      "a saved plan holds secrets and is sealed, but there is no key. Set ROLLCALL_KEY, or name a file with " +
        "--key-file; `rollcall init` makes one (rollcall.key).",
    );
  }
  return keysFor(sealedPlan, key);
}

/** The address as plans name it, with the gateway group if one is named: equal for equal gateways, and without what a URL may hold of a password. */
export function gatewayAddress({ server, gatewayGroup }: Pick<ConnectOptions, "server" | "gatewayGroup">): string {
  const group = gatewayGroup[0] === undefined ? "" : ` (gateway group ${gatewayGroup[0]})`;
  if (!URL.canParse(server)) return `${server}${group}`;
  const { protocol, host, pathname } = new URL(server);
  return `${protocol}//${host}${pathname.replace(/\/+$/, "")}${group}`;
}
