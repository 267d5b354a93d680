/** The body of a call: bounded, JSON or YAML. */
import type { IncomingMessage } from "node:http";
import { isScalar, parseDocument, visit } from "yaml";
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
    const value: unknown = isYaml ? parseYaml(text) : JSON.parse(text);
    return isTooDeep(value, deepest) ? badBody(`nested deeper than ${deepest} levels`) : { value };
  } catch {
    return badBody(`malformed ${isYaml ? "YAML" : "JSON"}`);
  }
}

/** Levels, as cjson has it, which APISIX reads bodies with. What walks a value needs a stack for them. */
const deepest = 1_000;

function isTooDeep(value: unknown, left: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return left === 0 || Object.values(value).some((each) => isTooDeep(each, left - 1));
}

function badBody(problem: string): Answer {
  return { status: 400, body: { error_msg: `invalid request body: ${problem}` } };
}

/** The parser's own look for keys that come twice compares each with each: a body of many would hold everything up. */
function parseYaml(text: string): unknown {
  const document = parseDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw error;
  visit(document, {
    Map(_key, { items }) {
      const keys = new Set(items.map(({ key }) => (isScalar(key) ? String(key.value) : key)));
      if (keys.size < items.length) throw new Error("a key comes twice");
    },
  });
  return document.toJS();
}

/** Reads on without keeping anything: the connection can be used again after a refusal. */
export async function drainBody(message: IncomingMessage): Promise<void> {
  let bytes = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes > maxBodyBytes) return;
  }
}
