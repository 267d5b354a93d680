/** A request that somebody asks about, as JSON or as parameters of a query, turned into one for the engine. */
import { isIP } from "node:net";
import type { GatewayRequest } from "../engine/contract.ts";
import { RequestError } from "../explain/contract.ts";
import { curlRequest } from "../explain/curl/curl-request.ts";
import { requestOfLine } from "../explain/request-line.ts";
import { isMap, parseJson } from "../model/json.ts";

export interface Asked {
  readonly request: GatewayRequest;
  /** Milliseconds since the epoch; undefined: now. */
  readonly at?: number;
}

/** @throws RequestError, whose message quotes nothing that could be a secret */
export function askedOfJson(text: string): Asked {
  const body = parseJson(text);
  if (!isMap(body)) throw new RequestError(`the body should be a JSON object, such as ${example}.`);
  return askedOf(body);
}

/** Each `header` is `NAME: VALUE`. @throws RequestError */
export function askedOfQuery(query: URLSearchParams): Asked {
  const fields: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    if (name === "header") fields["headers"] = values;
    else if (values.length > 1) throw new RequestError("only header may be given more than once.");
    else fields[name] = values[0];
  }
  return askedOf(fields);
}

const example = '{"method":"GET","url":"/orders/7","headers":{"apikey":"…"}}';

const known: readonly string[] = ["method", "url", "headers", "body", "curl", "from", "at"];

function askedOf(fields: Readonly<Record<string, unknown>>): Asked {
  if (Object.keys(fields).some((name) => !known.includes(name)))
    throw new RequestError(`a request has the fields ${known.join(", ")}; there is another one.`);
  const { url, curl } = fields;
  if ((url === undefined) === (curl === undefined))
    throw new RequestError(`give either url (with method and headers) or curl; such as ${example}.`);
  const from = textOf(fields, "from") ?? "127.0.0.1";
  if (isIP(from) === 0) throw new RequestError("from should be an IPv4 or IPv6 address.");
  const at = timeOf(textOf(fields, "at"));
  const { request, body } = curl === undefined ? ofParts(fields) : ofCurl(fields);
  const readBody = (limit: number): Promise<Uint8Array | undefined> =>
    Promise.resolve(body.length > limit ? undefined : body);
  return { request: { ...request, remoteAddress: from, readBody }, ...(at !== undefined && { at }) };
}

interface Parts {
  readonly request: Omit<GatewayRequest, "remoteAddress" | "readBody">;
  readonly body: Uint8Array;
}

function ofParts(fields: Readonly<Record<string, unknown>>): Parts {
  const headers = headersOf(fields["headers"]);
  if (headers.some((header) => /[\r\n\0]/.test(header)))
    throw new RequestError("a header should have no line break in it.");
  const method = textOf(fields, "method") ?? "GET";
  const request = requestOfLine(`${method} ${textOf(fields, "url")}`, headers);
  return { request, body: new TextEncoder().encode(textOf(fields, "body") ?? "") };
}

function ofCurl(fields: Readonly<Record<string, unknown>>): Parts {
  if (["method", "headers", "body"].some((name) => fields[name] !== undefined))
    throw new RequestError("method, headers and body stand in the curl command, if there is one.");
  const { request, body, notes } = curlRequest(textOf(fields, "curl") ?? "");
  if (notes.length > 0) throw new RequestError(`${notes.join("; ")}.`);
  return { request, body };
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = fields[name];
  if (value === undefined || typeof value === "string") return value;
  throw new RequestError(`${name} should be a text.`);
}

/** A map of texts, or a list of `NAME: VALUE`, in which a name may come twice. */
function headersOf(headers: unknown): readonly string[] {
  const isText = (value: unknown): value is string => typeof value === "string";
  if (headers === undefined) return [];
  if (Array.isArray(headers) && headers.every(isText)) return headers;
  if (isMap(headers) && Object.values(headers).every(isText))
    return Object.entries(headers).map(([name, value]) => `${name}: ${value as string}`);
  throw new RequestError('headers should be an object of texts, or a list such as ["apikey: …"].');
}

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isFinite(time)) return time;
  throw new RequestError("at should be a time with its zone, such as 2026-12-01T08:00:00Z.");
}
