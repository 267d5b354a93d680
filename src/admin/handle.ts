/** One call of the Admin API: who calls, what the path names, and what is done about it. */

import type { IncomingMessage } from "node:http";
import { parse as parseYaml } from "yaml";
import { kindNouns } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Authenticate } from "./authenticate.ts";
import type { Answer, CommitQueue } from "./commit-queue.ts";
import { read } from "./reads.ts";
import { checkValue } from "./resource-rules.ts";
import { isKind, methodsOf } from "./resources.ts";
import { validateDocument } from "./validate-document.ts";
import { patch, post, put, remove, type Target, type WriteContext } from "./writes.ts";

export interface AdminContext extends WriteContext {
  readonly queue: CommitQueue;
  readonly authenticate: Authenticate;
}

const prefix = "/apisix/admin/";
const maxBodyBytes = 1.5 * 1024 * 1024;

/** How far a body that is too large is read, so that the client gets to read the answer. */
const maxDrainedBytes = 16 * maxBodyBytes;

export async function handle(context: AdminContext, message: IncomingMessage): Promise<Answer> {
  const [rawPath = "", ...rawQuery] = (message.url ?? "").split("?");
  const query = new URLSearchParams(rawQuery.join("?"));
  if (!rawPath.startsWith(prefix)) return { status: 404, body: { error_msg: "404 Route Not Found" } };
  const refusal = context.authenticate(message, query);
  if (refusal !== undefined) return { status: 401, body: { error_msg: "failed to check token", description: refusal } };
  const segments = segmentsOf(rawPath.slice(prefix.length));
  if (segments === undefined) return { status: 400, body: { error_msg: "invalid path" } };
  const special = specialOf(segments);
  if (special !== undefined) return runSpecial(context, special, message);
  const target = targetOf(segments);
  if ("status" in target) return target;
  const method = message.method ?? "";
  if (!methodsOf(target.kind).has(method)) {
    return { status: 405, body: { error_msg: `not supported \`${method}\` method for ${kindNouns[target.kind]}` } };
  }
  if (method === "GET" || method === "HEAD") return read(context.queue.state, target, query);
  if (method === "DELETE") return context.queue.submit((draft) => remove(draft, target, query.get("force") === "true"));
  const body = await readBody(message);
  if ("status" in body) return body;
  const write = method === "PUT" ? put : method === "POST" ? post : patch;
  return context.queue.submit((draft) => write(draft, target, body.value, context));
}

function segmentsOf(path: string): string[] | undefined {
  try {
    return path
      .split("/")
      .filter((segment) => segment !== "")
      .map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** `/consumers/jack/credentials/ID`, `/routes/ID/SUB/PATH`. */
function targetOf([name = "", id, ...rest]: readonly string[]): Target | Answer {
  const unsupported: Answer = { status: 404, body: { error_msg: `Unsupported resource type: ${name}` } };
  if (!isKind(name) || name === "credentials") return unsupported;
  if (name === "consumers" && rest.length > 0) {
    const [below, credential, ...tooMuch] = rest;
    if (below !== "credentials" || tooMuch.length > 0 || id === undefined) {
      return { status: 404, body: { error_msg: `Unsupported resource type: ${below}` } };
    }
    return { kind: "credentials", consumer: id, subPath: [], ...(credential === undefined ? {} : { id: credential }) };
  }
  return { kind: name, subPath: rest, ...(id === undefined ? {} : { id }) };
}

interface Special {
  readonly method: string;
  run(context: AdminContext, message: IncomingMessage): Answer | Promise<Answer>;
}

/** The paths that name no resource. */
function specialOf(segments: readonly string[]): Special | undefined {
  const path = segments.join("/");
  if (path === "plugins/list") return listPlugins;
  if (path === "configs/validate") return validateConfigs;
  if (segments.length === 3 && path.startsWith("schema/validate/")) return validateOne(segments[2] ?? "");
  return undefined;
}

async function runSpecial(context: AdminContext, special: Special, message: IncomingMessage): Promise<Answer> {
  if (message.method === special.method) return special.run(context, message);
  return { status: 405, body: { error_msg: `not supported \`${message.method}\` method` } };
}

const listPlugins: Special = {
  method: "GET",
  run: (context) => ({ status: 200, body: [...context.plugins].sort() }),
};

const validateConfigs: Special = {
  method: "POST",
  async run(context, message) {
    const body = await readBody(message);
    return "status" in body ? body : validateDocument(body.value, context);
  },
};

function validateOne(name: string): Special {
  return {
    method: "POST",
    async run(context, message) {
      const kind = name.endsWith("s") ? name : `${name}s`;
      if (!isKind(kind)) return { status: 404, body: { error_msg: `Unsupported resource type: ${name}` } };
      const body = await readBody(message);
      if ("status" in body) return body;
      if (!isMap(body.value)) return { status: 400, body: { error_msg: "invalid request body: expected an object" } };
      // The id comes with the path when such a resource is written.
      const value = kind === "consumers" ? body.value : { id: "1", ...body.value };
      const fault = checkValue(kind, value, context);
      return fault === undefined ? { status: 200 } : { status: 400, body: { error_msg: fault } };
    },
  };
}

/** Parsers quote what they stumble over, which may be a secret: their words are not passed on. */
async function readBody(message: IncomingMessage): Promise<{ readonly value: unknown } | Answer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of message.iterator({ destroyOnReturn: false })) {
    bytes += (chunk as Buffer).length;
    if (bytes <= maxBodyBytes) chunks.push(chunk as Buffer);
    if (bytes > maxDrainedBytes) break;
  }
  if (bytes > maxBodyBytes) {
    const error_msg = `invalid request body: request size is greater than the maximum size ${maxBodyBytes} allowed`;
    return { status: 413, body: { error_msg } };
  }
  if (bytes === 0) return { value: undefined };
  const text = Buffer.concat(chunks).toString();
  const isYaml = message.headers["content-type"]?.startsWith("application/yaml") === true;
  try {
    return { value: isYaml ? parseYaml(text) : JSON.parse(text) };
  } catch {
    return { status: 400, body: { error_msg: `invalid request body: malformed ${isYaml ? "YAML" : "JSON"}` } };
  }
}
