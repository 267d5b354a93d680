/** One call of the Admin API: who calls, what the path names, and what is done about it. */

import type { IncomingMessage } from "node:http";
import { kindNouns } from "../model/config.ts";
import { isMap } from "../model/json.ts";
import type { Authenticate } from "./authenticate.ts";
import type { Answer, CommitQueue } from "./commit-queue.ts";
import { type Held, type Limits, tooMany } from "./limits.ts";
import { drainBody, readBody } from "./read-body.ts";
import { read } from "./reads.ts";
import { checkValue } from "./resource-rules.ts";
import { isKind, methodsOf } from "./resources.ts";
import { validateDocument } from "./validate-document.ts";
import { patch, post, put, remove, type Target, type WriteContext } from "./writes.ts";

export interface AdminContext extends WriteContext {
  readonly queue: CommitQueue;
  readonly authenticate: Authenticate;
  readonly limits: Limits;
}

const prefix = "/apisix/admin/";
export async function handle(context: AdminContext, message: IncomingMessage): Promise<Answer> {
  const [rawPath = "", ...rawQuery] = (message.url ?? "").split("?");
  const query = new URLSearchParams(rawQuery.join("?"));
  if (!rawPath.startsWith(prefix)) return refused(message, { status: 404, body: { error_msg: "404 Route Not Found" } });
  const caller = context.authenticate(message, query);
  const limited = context.limits.refuse(caller.key);
  if (limited !== undefined) return refused(message, limited);
  if (caller.refusal !== undefined) {
    const body = { error_msg: "failed to check token", description: caller.refusal };
    return refused(message, { status: 401, body });
  }
  // Only now, so that nobody without a key can take the places.
  const held = context.limits.begin();
  if (held === undefined) return refused(message, tooMany("requests under way"));
  try {
    return await handleHeld(context, message, held, rawPath, query);
  } finally {
    held.release();
  }
}

async function handleHeld(
  context: AdminContext,
  message: IncomingMessage,
  held: Held,
  rawPath: string,
  query: URLSearchParams,
): Promise<Answer> {
  const segments = segmentsOf(rawPath.slice(prefix.length));
  if (segments === undefined) return { status: 400, body: { error_msg: "invalid path" } };
  const special = specialOf(segments);
  if (special !== undefined) return runSpecial(context, special, message, held);
  const target = targetOf(segments);
  if ("status" in target) return target;
  const method = message.method ?? "";
  if (!methodsOf(target.kind).has(method)) {
    return { status: 405, body: { error_msg: `not supported \`${method}\` method for ${kindNouns[target.kind]}` } };
  }
  if (method === "GET" || method === "HEAD") return read(context.queue.state, target, query);
  if (method === "DELETE") return context.queue.submit((draft) => remove(draft, target, query.get("force") === "true"));
  const body = await readBody(message, held);
  if ("status" in body) return body;
  const write = method === "PUT" ? put : method === "POST" ? post : patch;
  return context.queue.submit((draft) => write(draft, target, body.value, context));
}

async function refused(message: IncomingMessage, answer: Answer): Promise<Answer> {
  await drainBody(message);
  return answer;
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
  run(context: AdminContext, message: IncomingMessage, held: Held): Answer | Promise<Answer>;
}

/** The paths that name no resource. */
function specialOf(segments: readonly string[]): Special | undefined {
  const path = segments.join("/");
  if (path === "plugins/list") return listPlugins;
  if (path === "configs/validate") return validateConfigs;
  if (segments.length === 3 && path.startsWith("schema/validate/")) return validateOne(segments[2] ?? "");
  return undefined;
}

async function runSpecial(
  context: AdminContext,
  special: Special,
  message: IncomingMessage,
  held: Held,
): Promise<Answer> {
  if (message.method === special.method) return special.run(context, message, held);
  return { status: 405, body: { error_msg: `not supported \`${message.method}\` method` } };
}

const listPlugins: Special = {
  method: "GET",
  run: (context) => ({ status: 200, body: [...context.plugins].sort() }),
};

const validateConfigs: Special = {
  method: "POST",
  async run(context, message, held) {
    const body = await readBody(message, held);
    return "status" in body ? body : validateDocument(body.value, context);
  },
};

function validateOne(name: string): Special {
  return {
    method: "POST",
    async run(context, message, held) {
      const kind = name.endsWith("s") ? name : `${name}s`;
      if (!isKind(kind)) return { status: 404, body: { error_msg: `Unsupported resource type: ${name}` } };
      const body = await readBody(message, held);
      if ("status" in body) return body;
      if (!isMap(body.value)) return { status: 400, body: { error_msg: "invalid request body: expected an object" } };
      // The id comes with the path when such a resource is written.
      const value = kind === "consumers" ? body.value : { id: "1", ...body.value };
      const fault = checkValue(kind, value, context);
      return fault === undefined ? { status: 200 } : { status: 400, body: { error_msg: fault } };
    },
  };
}
