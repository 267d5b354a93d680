/** The body of a call: bounded, JSON or YAML. */
import type { IncomingMessage } from "node:http";
import { parse as parseYaml } from "yaml";
import type { Answer } from "./commit-queue.ts";
import { type Held, tooMany } from "./limits.ts";

const maxBodyBytes = 1.5 * 1024 * 1024;

/** How far a body that is not wanted is read, so that the client gets to read the answer. */
const maxDrainedBytes = 16 * maxBodyBytes;

/** Parsers quote what they stumble over, which may be a secret: their words are not passed on. */
export async function readBody(message: IncomingMessage, held: Held): Promise<{ readonly value: unknown } | Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isKept = true;
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    const { length } = chunk as Buffer;
    bytes += length;
    isKept &&= bytes <= maxBodyBytes && held.take(length);
    if (isKept) chunks.push(chunk as Buffer);
    if (bytes > maxDrainedBytes) break;
  }
  if (bytes > maxBodyBytes) {
    const error_msg = `invalid request body: request size is greater than the maximum size ${maxBodyBytes} allowed`;
    return { status: 413, body: { error_msg } };
  }
  if (!isKept) return tooMany("bodies at once");
  if (bytes === 0) return { value: undefined };
  const text = Buffer.concat(chunks).toString();
  const isYaml = message.headers["content-type"]?.startsWith("application/yaml") === true;
  try {
    return { value: isYaml ? parseYaml(text) : JSON.parse(text) };
  } catch {
    return { status: 400, body: { error_msg: `invalid request body: malformed ${isYaml ? "YAML" : "JSON"}` } };
  }
}

/** Reads on without keeping anything: the connection can be used again after a refusal. */
export async function drainBody(message: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBodyBytes) return;
  }
}
