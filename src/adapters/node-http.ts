/** A gate for `node:http` servers: refusals are answered, what passes is changed in place to what an upstream would get. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Decision, Forward, HeaderList, Refusal } from "../engine/contract.ts";
import { bodiless, type Caller, callerOf, type Gate } from "./contract.ts";

/** A request that has passed. */
export type Gated = IncomingMessage & { rollcall?: Caller };

export type NodeGate = (request: Gated, response: ServerResponse, next: (error?: unknown) => void) => void;

/**
 * The body is left to the application, so hmac-auth with `validate_request_body` refuses.
 *
 * @example
 * const gate = nodeHttp({ engine });
 * createServer((request, response) => gate(request, response, () => response.end(`hello ${request.rollcall.consumer}`)));
 */
export function nodeHttp({ engine }: Gate): NodeGate {
  return (request, response, next) => {
    const decision = (async () => engine.decide(requestOf(request)))();
    decision.then((settled) => carryOut(settled, request, response, next)).catch(next);
  };
}

function requestOf(request: IncomingMessage) {
  const headers: [string, string][] = [];
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    headers.push([request.rawHeaders[index] ?? "", request.rawHeaders[index + 1] ?? ""]);
  }
  const address = request.socket.remoteAddress ?? "";
  return {
    method: request.method ?? "",
    target: request.url ?? "",
    headers,
    remoteAddress: address.startsWith("::ffff:") ? address.slice(7) : address,
    scheme: "encrypted" in request.socket && request.socket.encrypted ? ("https" as const) : ("http" as const),
  };
}

function carryOut(decision: Decision, request: Gated, response: ServerResponse, next: () => void): void {
  if (decision.kind === "respond") {
    refuse(decision, request, response);
    return;
  }
  if (response.destroyed) {
    decision.release?.();
    return;
  }
  if (decision.release) response.once("close", () => decision.release?.());
  replace(request, decision);
  for (const [name, value] of decision.responseHeaders) response.setHeader(name, value);
  next();
}

function refuse({ status, headers, body, bytes }: Refusal, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(status, headers.flat());
  response.end(request.method === "HEAD" || bodiless.has(status) ? undefined : (bytes ?? body));
}

/** The path too: what routes requests behind the gate must read the path that was judged. */
function replace(request: Gated, decision: Forward): void {
  request.method = decision.method;
  request.url = decision.target;
  request.rawHeaders = decision.headers.flat();
  request.headers = joined(decision.headers);
  request.rollcall = callerOf(decision);
}

function joined(headers: HeaderList): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    const before = fields[lower];
    fields[lower] = before === undefined ? value : `${before}${lower === "cookie" ? "; " : ", "}${value}`;
  }
  return fields;
}
