/** The keys of signatures: who signs an artifact, and whose signatures are trusted. */
import { createPrivateKey, createPublicKey, type KeyObject, sign as signWith } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Sign } from "../artifact/signature.ts";
import { readSmallFile } from "./environment.ts";
import { readSecretFile } from "./key.ts";
import { CommandError, type Terminal } from "./terminal.ts";

/** @throws CommandError unless the file holds an Ed25519 private key (PEM) */
export async function readSigner(file: string, terminal: Terminal): Promise<Sign> {
  const pem = await readSecretFile(file, terminal);
  const key = parsed(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType !== "ed25519") {
    throw new CommandError(
      `${file}: an Ed25519 private key (PEM) signs artifacts; this is something else. \`openssl genpkey -algorithm ed25519\` makes one.`,
    );
  }
  return (message) => new Uint8Array(signWith(null, message, key));
}

/** @throws CommandError unless each file holds an Ed25519 public key (PEM) */
export async function readTrusted(files: readonly string[], terminal: Terminal): Promise<readonly string[]> {
  return Promise.all(
    files.map(async (file) => {
      const pem = await readSmallFile(file, terminal);
      const key = pem.includes("PRIVATE KEY") ? undefined : parsed(() => createPublicKey(pem));
      if (key?.asymmetricKeyType === "ed25519") return pem;
      throw new CommandError(
        `${file}: --trust takes an Ed25519 public key (PEM); this is something else. \`openssl pkey -in KEY -pubout\` writes one.`,
      );
    }),
  );
}

/** A signature that stands beside its artifact. */
export function signatureFileOf(artifact: string): string {
  return `${artifact}.sig`;
}

/** Undefined if there is none. @throws CommandError if it cannot be read */
export async function readSignature(artifact: string, { cwd }: Pick<Terminal, "cwd">): Promise<Uint8Array | undefined> {
  const file = signatureFileOf(artifact);
  const text = await readFile(path.resolve(cwd, file), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw new CommandError(`${file}: cannot be read (${error.code ?? "unknown error"}).`);
  });
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text.trim(), "base64"));
}

/** The library's own error would quote what it was given. */
function parsed(parse: () => KeyObject): KeyObject | undefined {
  try {
    return parse();
  } catch {
    return undefined;
  }
}
