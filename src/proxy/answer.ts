/** Writes answers that the gateway gives itself. */
import type { IncomingMessage } from "node:http";
import type { HeaderList } from "../engine/contract.ts";
import type { ClientRequest } from "./client-request.ts";
import type { ClientResponse } from "./client-response.ts";
import { isFraming } from "./hop-by-hop.ts";

/** How long the rest of a request body that nobody wants is read, so that the client gets to read the answer. */
const lingerMs = 1_000;

const json: HeaderList = [["Content-Type", "application/json"]];

export function answer(
  response: ClientResponse,
  method: string,
  status: number,
  headers: HeaderList,
  body: string | Uint8Array,
): void {
  const flat: string[] = [];
  for (const [name, value] of headers) if (!isFraming(name)) flat.push(name, value);
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  if (status !== 204 && status !== 304) flat.push("Content-Length", String(bytes.length));
  response.writeHead(status, flat);
  response.end(method === "HEAD" ? undefined : bytes);
}

export function answerError(response: ClientResponse, method: string, status: number, message: string): void {
  answer(response, method, status, json, errorBody(message));
}

export function errorBody(message: string): string {
  return JSON.stringify({ error_msg: message });
}

/** Bytes of `body` that an answer of this kind carries (RFC 9110 sections 9.3.2, 15.3.5 and 15.4.5). */
export function sentBytes(method: string, status: number, body: string | Uint8Array): number {
  if (method === "HEAD" || status === 204 || status === 304) return 0;
  return typeof body === "string" ? Buffer.byteLength(body) : body.length;
}

/** A client that waits for `100 Continue` may or may not send its body after a refusal: only a new connection is unambiguous. */
export function isBodyInDoubt(request: ClientRequest): boolean {
  return request.body.onFirstRead !== undefined && !request.body.isEmpty;
}

/** Reads on for a moment, else cuts the connection. */
export function drainOrCut(message: IncomingMessage): void {
  if (message.complete || message.destroyed) return;
  const socket = message.socket;
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  message
    .once("end", () => clearTimeout(timer))
    .once("close", () => clearTimeout(timer))
    .resume();
}
