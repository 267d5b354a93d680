/** The small document that names the current artifact: `{ "digest": "…", "url": "…" }`. */
import { magic } from "../artifact/layout.ts";
import { CommandError } from "./terminal.ts";

export interface Pointer {
  /** Hex, as `inspect` tells it. */
  readonly digest: string;
  readonly url: URL;
}

/** A document of two fields is not longer. */
const maxBytes = 4096;

export const digestPattern = /^[0-9a-f]{64}$/;

/** Undefined for what begins as artifacts do. @param name as errors tell it. @throws CommandError if it is neither */
export function readPointer(bytes: Uint8Array, base: URL, name: string): Pointer | undefined {
  if (magic.every((byte, index) => bytes[index] === byte)) return undefined;
  const fields = bytes.length <= maxBytes ? parsed(Buffer.from(bytes).toString("utf8")) : undefined;
  const { digest, url } = fields ?? {};
  if (
    typeof digest !== "string" ||
    !digestPattern.test(digest) ||
    typeof url !== "string" ||
    !URL.canParse(url, base.href)
  ) {
    throw new CommandError(
      `${name}: neither an artifact nor a document { "digest": 64 hex digits, "url": where it is }.`,
    );
  }
  const target = new URL(url, base);
  if (target.origin === base.origin && target.username === "" && target.password === "") return { digest, url: target };
  throw new CommandError(`${name}: it points to another server, which is not followed; name a path of ${base.origin}.`);
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
