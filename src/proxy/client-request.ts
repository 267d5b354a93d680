/** Reads the head of a request from its raw header lines; whatever two parsers could read in two ways is refused (RFC 9112). */
import type { IncomingMessage } from "node:http";
import type { GatewayRequest, HeaderList } from "../engine/contract.ts";
import type { ClientOrigin, OriginReader } from "./client-origin.ts";
import { isHopByHop, namedInConnection } from "./hop-by-hop.ts";
import { RequestBody } from "./request-body.ts";

/** Why a request is refused before anything is decided. */
export interface Malformed {
  readonly status: number;
  readonly reason: string;
}

/** A request as the engine sees it: hop-by-hop headers are gone, so nothing that the engine adds can be taken away by Connection. */
export class ClientRequest implements GatewayRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderList;
  readonly remoteAddress: string;
  readonly scheme: "http" | "https";
  readonly origin: ClientOrigin;
  readonly host: string;
  readonly httpVersion: string;
  readonly body: RequestBody;
  /** Lower case; empty unless the client asks to change the protocol. */
  readonly upgrade: string;

  constructor(line: RequestLine, head: Head, origin: ClientOrigin, body: RequestBody) {
    this.method = line.method;
    this.target = line.target;
    this.headers = head.headers;
    this.remoteAddress = origin.address;
    this.scheme = origin.scheme;
    this.origin = origin;
    this.httpVersion = line.httpVersion;
    this.host = head.host;
    this.upgrade = head.upgrade;
    this.body = body;
  }

  readBody(limit: number): Promise<Uint8Array | undefined> {
    return this.body.readAll(limit);
  }

  get path(): string {
    const end = this.target.indexOf("?");
    return end < 0 ? this.target : this.target.slice(0, end);
  }
}

export interface RequestLine {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
}

export interface Head {
  headers: (readonly [string, string])[];
  host: string;
  upgrade: string;
  /** -1: not given. */
  contentLength: number;
  isChunked: boolean;
}

export interface RequestLimits {
  readonly headerCount: number;
  readonly bodyBytes?: number;
}

export function readRequest(
  message: IncomingMessage,
  limits: RequestLimits,
  readOrigin: OriginReader,
): ClientRequest | Malformed {
  if (message.rawHeaders.length > limits.headerCount * 2) return { status: 431, reason: "too many headers" };
  if (message.httpVersion !== "1.1" && message.httpVersion !== "1.0")
    return { status: 505, reason: "unknown HTTP version" };
  const target = message.url ?? "";
  if (!target.startsWith("/") || target.includes("#")) return { status: 400, reason: "request target is not a path" };
  const head = readHead(message.rawHeaders, message.httpVersion === "1.1");
  if (typeof head === "string") return { status: 400, reason: head };
  const framingFault = checkFraming(message, head, limits);
  if (framingFault !== undefined) return framingFault;
  return new ClientRequest(
    { method: message.method ?? "", target, httpVersion: message.httpVersion },
    head,
    readOrigin(message.socket, head.headers),
    new RequestBody(message, head.contentLength, head.isChunked, limits.bodyBytes),
  );
}

/** May be empty. */
export const hostName = /^[^\s,/@?#\\]*$/;

function readHead(raw: readonly string[], needsHost: boolean): Head | string {
  const head: Head = { headers: [], host: "", upgrade: "", contentLength: -1, isChunked: false };
  let hosts = 0;
  let taken: ReadonlySet<string> | undefined;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? "";
    const value = raw[index + 1] ?? "";
    const lower = name.toLowerCase();
    if (lower === "host") {
      hosts++;
      head.host = value;
    } else if (lower === "content-length") {
      if (head.contentLength >= 0) return "content-length twice";
      if (!/^[0-9]{1,15}$/.test(value)) return "content-length is not a number";
      head.contentLength = Number(value);
    } else if (lower === "transfer-encoding") {
      if (head.isChunked || value.toLowerCase() !== "chunked") return "transfer-encoding other than chunked";
      head.isChunked = true;
    } else if (lower === "connection") {
      const named = namedInConnection(value);
      if (named.size > 0) taken = taken === undefined ? named : new Set([...taken, ...named]);
    } else if (lower === "upgrade") {
      head.upgrade = value.toLowerCase();
    }
    if (!isHopByHop(lower) && lower !== "expect") head.headers.push([name, value]);
  }
  if (hosts > 1) return "host twice";
  if (hosts === 0 && needsHost) return "no host";
  if (!hostName.test(head.host)) return "host is not a host name";
  const names = taken;
  if (names !== undefined) head.headers = head.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return head;
}

function checkFraming(message: IncomingMessage, head: Head, limits: RequestLimits): Malformed | undefined {
  if (head.isChunked && head.contentLength >= 0) return { status: 400, reason: "content-length and transfer-encoding" };
  if (head.isChunked && message.httpVersion !== "1.1") return { status: 400, reason: "transfer-encoding in HTTP/1.0" };
  if (limits.bodyBytes !== undefined && head.contentLength > limits.bodyBytes) {
    return { status: 413, reason: "request body too large" };
  }
  return undefined;
}
