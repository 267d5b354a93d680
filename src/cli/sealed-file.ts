/**
 * Files of ours that are sealed as a whole: magic, version and the id of the key in clear, then the content under
 * AES-256-GCM. The keys are derived from the user's for one purpose each, so nothing sealed for another opens here.
 */
import { type ArtifactKeys, deriveKeys } from "../artifact/keys.ts";
import { seal, sealContext, unseal } from "../artifact/seal.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { CommandError } from "./terminal.ts";

/** A kind of such files. */
export interface SealedKind {
  /** The first byte is none of text, so that no YAML, JSON or env file begins so. */
  readonly magic: Buffer;
  readonly version: number;
  /** Names the keys and what is sealed. */
  readonly purpose: string;
  readonly context: string;
  /** What people call it, such as `plan`. */
  readonly noun: string;
  /** What to do if it cannot be opened. */
  readonly advice: string;
}

const keyIdLength = 8;

export function isSealed({ magic }: SealedKind, bytes: Uint8Array): boolean {
  return magic.equals(bytes.subarray(0, magic.length));
}

export function keysFor({ purpose }: SealedKind, key: Uint8Array): ArtifactKeys {
  return deriveKeys(nodeCrypto, nodeCrypto.hmac("sha256", key, Buffer.from(purpose)));
}

/** The same content under the same key gives the same bytes. */
export function sealBytes(kind: SealedKind, keys: ArtifactKeys, content: Uint8Array): Uint8Array {
  const { magic, version } = kind;
  const head = Buffer.alloc(headLength(kind));
  magic.copy(head);
  head.writeUInt32LE(version, magic.length);
  head.set(keys.keyId, magic.length + 4);
  return Buffer.concat([head, seal(nodeCrypto, keys, contextOf(kind, head), content)]);
}

/** @throws CommandError if it is damaged, of another version or under another key */
export async function openBytes(
  kind: SealedKind,
  file: string,
  bytes: Buffer,
  requireKeys: () => Promise<ArtifactKeys>,
): Promise<Uint8Array> {
  const { magic, version, noun, advice } = kind;
  const length = headLength(kind);
  if (bytes.length < length) throw new CommandError(`${file}: this ${noun} is cut short. ${advice}`);
  const found = bytes.readUInt32LE(magic.length);
  if (found !== version) {
    throw new CommandError(
      `${file}: this ${noun} has version ${found}; this rollcall reads version ${version}. ` +
        "Use the rollcall that made it, or make it again.",
    );
  }
  const keys = await requireKeys();
  const head = bytes.subarray(0, length);
  if (!head.subarray(magic.length + 4).equals(keys.keyId)) {
    throw new CommandError(
      `${file}: this ${noun} was sealed under another key. Give the key that it was made with (--key-file, ROLLCALL_KEY).`,
    );
  }
  const content = unseal(nodeCrypto, keys, contextOf(kind, head), bytes.subarray(length));
  if (!content) throw new CommandError(`${file}: this ${noun} is damaged: it was changed or cut short. ${advice}`);
  return content;
}

function headLength({ magic }: SealedKind): number {
  return magic.length + 4 + keyIdLength;
}

function contextOf({ context }: SealedKind, head: Uint8Array): Uint8Array {
  return Buffer.concat([sealContext(context), head]);
}
