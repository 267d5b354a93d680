/** Carries out what the engine makes of an answer: its head with the framing that fits, and its body. */
import type { Forward, HeaderList, ResponseChange } from "../engine/contract.ts";
import { isFraming } from "./hop-by-hop.ts";
import { contentLengthOf } from "./response-headers.ts";
import { UnchangeableBody } from "./upstream-fault.ts";

/** Bytes that an answer may have if its body is rewritten: it is held back until it is whole. */
export const longestRewritten = 8 * 1024 * 1024;

/** Bytes that are still read of a body that nobody gets, so that the connection to the upstream can be used again. */
export const longestDiscarded = 1024 * 1024;

/** An answer as it goes to the client. */
export interface ClientAnswer {
  readonly status: number;
  /** Names and values in turn. */
  readonly headers: string[];
  /** The whole body, in place of the upstream's. */
  readonly body?: Uint8Array;
  /** Makes the body of the upstream's whole one, and with it the Content-Length. @throws UnchangeableBody */
  rewriteBody?(whole: Uint8Array): Uint8Array;
}

/**
 * @param method the client's
 * @param flat the header lines that would go back unchanged
 */
export function clientAnswer(decision: Forward, method: string, status: number, flat: string[]): ClientAnswer {
  const isBodyless = decision.method === "HEAD" || status === 204 || status === 304;
  if (!decision.onResponse) {
    return { status, headers: isBodyless && method !== "HEAD" ? withoutLength(flat, status) : flat };
  }
  const change = decision.onResponse({ status, headers: paired(flat) });
  const headers = unframed(change);
  const takesBody = method !== "HEAD" && change.status !== 204 && change.status !== 304;
  if (change.body) {
    if (change.status !== 204) headers.push("Content-Length", String(change.body.length));
    return { status: change.status, headers, body: takesBody ? change.body : new Uint8Array(0) };
  }
  const { rewriteBody } = change;
  if (rewriteBody) {
    const rewrite = (whole: Uint8Array): Uint8Array => rewritten(rewriteBody, whole);
    return { status: change.status, headers, ...(takesBody && !isBodyless && { rewriteBody: rewrite }) };
  }
  const length = contentLengthOf(flat);
  const isLengthTrue = !isBodyless || method === "HEAD" || change.status === 304;
  if (!Number.isNaN(length) && isLengthTrue && change.status !== 204) headers.push("Content-Length", String(length));
  return { status: change.status, headers };
}

export interface OwnAnswer {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string | Uint8Array;
}

/** An answer of the proxy itself, where the upstream gave none. */
export function ownAnswer(decision: Forward, status: number, message: string): OwnAnswer {
  const plain = plainAnswer(status, message);
  const { headers, body } = plain;
  const change = decision.onResponse?.({ status, headers });
  if (!change) return plain;
  const changed = change.rewriteBody ? change.rewriteBody(Buffer.from(body)) : change.body;
  // Nothing of the upstream is in it: it may go out as it is.
  return { status: change.status, headers: change.headers, body: changed ?? body };
}

/** One that no plugin has changed. */
export function plainAnswer(status: number, message: string): OwnAnswer & { readonly body: string } {
  return { status, headers: [["Content-Type", "application/json"]], body: JSON.stringify({ error_msg: message }) };
}

function rewritten(rewriteBody: NonNullable<ResponseChange["rewriteBody"]>, whole: Uint8Array): Uint8Array {
  const body = rewriteBody(whole);
  if (!body) throw new UnchangeableBody("the response cannot be rewritten");
  return body;
}

function paired(flat: readonly string[]): HeaderList {
  const list: [string, string][] = [];
  for (let index = 0; index + 1 < flat.length; index += 2) list.push([flat[index] ?? "", flat[index + 1] ?? ""]);
  return list;
}

function unframed({ headers }: ResponseChange): string[] {
  return headers.flatMap(([name, value]) => (isFraming(name) ? [] : [name, value]));
}

/** The length of a body that does not come, because the upstream was asked with HEAD. */
function withoutLength(flat: string[], status: number): string[] {
  if (status === 304) return flat;
  return paired(flat).flatMap(([name, value]) => (name.toLowerCase() === "content-length" ? [] : [name, value]));
}
