/** Reads the head of a request from its raw header lines; whatever two parsers could read in two ways is refused (RFC 9112). */
import type { IncomingMessage } from "node:http";
import type { GatewayRequest, HeaderList } from "../engine/contract.ts";
import type { ClientOrigin, OriginReader } from "./client-origin.ts";
import type { RequestTrace } from "./contract.ts";
import { fieldName, framingLookAlike } from "./field-names.ts";
import { namedInConnection } from "./hop-by-hop.ts";
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
  /** The client gave a Content-Length. */
  readonly tellsLength: boolean;
  /** Lower case; empty unless the client asks to change the protocol. */
  readonly upgrade: string;
  /** Undefined: nothing is traced. */
  trace: RequestTrace | undefined = undefined;

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
    this.tellsLength = head.contentLength >= 0;
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
  /** Lower case: the lines of Connection, and of Proxy-Connection, which Node takes for the same, with commas in between. */
  connection: string;
  /** -1: not given. */
  contentLength: number;
  isChunked: boolean;
  expects: boolean;
}

/** RFC 9110 section 10.1.1. */
const unknownExpectation: Malformed = { status: 417, reason: "expect other than 100-continue" };

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
  if (!pathTarget.test(target)) return { status: 400, reason: "request target is not a path" };
  const head = readFields(message.rawHeaders, message.httpVersion === "1.1");
  if ("status" in head) return head;
  const framingFault = checkFraming(message, head, limits);
  if (framingFault !== undefined) return framingFault;
  const origin = readOrigin(message.socket, head.headers);
  if ("status" in origin) return origin;
  return new ClientRequest(
    { method: message.method ?? "", target, httpVersion: message.httpVersion },
    head,
    origin,
    new RequestBody(message, head.contentLength, head.isChunked, limits.bodyBytes),
  );
}

/** Visible ASCII without a fragment (RFC 9112 section 3.2.1); Node's parser lets tabs, form feeds and bytes above 127 through. */
export const pathTarget = /^\/[!-"$-~]*$/;

/** A name or an address, and a port (RFC 3986 section 3.2.2, without the comma, which would make it a list). */
export const hostValue = /^(?:[\w.~!$&'()*+;=%-]*|\[[0-9A-Fa-f:.]+\])(?::[0-9]*)?$/;

/**
 * The header lines of a request of HTTP/1.1 or before.
 *
 * @param raw names and values in turn
 */
export function readFields(raw: readonly string[], needsHost: boolean): Head | Malformed {
  const head: Head = {
    headers: [],
    host: "",
    upgrade: "",
    connection: "",
    contentLength: -1,
    isChunked: false,
    expects: false,
  };
  let hosts = 0;
  let taken: ReadonlySet<string> | undefined;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const { name, lower, isHopByHop, isLookedAt } = fieldName(raw[index] ?? "");
    const value = raw[index + 1] ?? "";
    if (!isLookedAt) {
      head.headers.push([name, value]);
      continue;
    }
    if (lower === "host") {
      hosts++;
      head.host = value;
    } else if (lower === "content-length") {
      if (head.contentLength >= 0) return { status: 400, reason: "content-length twice" };
      if (!/^[0-9]{1,15}$/.test(value)) return { status: 400, reason: "content-length is not a number" };
      head.contentLength = Number(value);
    } else if (lower === "transfer-encoding") {
      if (head.isChunked || value.toLowerCase() !== "chunked")
        return { status: 400, reason: "transfer-encoding other than chunked" };
      head.isChunked = true;
    } else if (lower === "connection") {
      head.connection += head.connection === "" ? value.toLowerCase() : `,${value.toLowerCase()}`;
      const named = namedInConnection(value);
      if (named.size > 0) taken = taken === undefined ? named : new Set([...taken, ...named]);
    } else if (lower === "proxy-connection") {
      head.connection += `,${value.toLowerCase()}`;
    } else if (lower === "upgrade") {
      head.upgrade = value.toLowerCase();
    } else if (lower === "expect") {
      if (head.expects || value.toLowerCase() !== "100-continue") return unknownExpectation;
      head.expects = true;
    } else if (framingLookAlike.test(lower)) {
      return { status: 400, reason: "a header that some servers take for content-length or transfer-encoding" };
    }
    if (!isHopByHop && lower !== "expect") head.headers.push([name, value]);
  }
  if (hosts > 1) return { status: 400, reason: "host twice" };
  if (hosts === 0 && needsHost) return { status: 400, reason: "no host" };
  if (!hostValue.test(head.host)) return { status: 400, reason: "host is not a host name" };
  const names = taken;
  if (names !== undefined) head.headers = head.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return head;
}

function checkFraming(message: IncomingMessage, head: Head, limits: RequestLimits): Malformed | undefined {
  if (head.isChunked && head.contentLength >= 0) return { status: 400, reason: "content-length and transfer-encoding" };
  if (head.isChunked && message.httpVersion !== "1.1") return { status: 400, reason: "transfer-encoding in HTTP/1.0" };
  if (message.method === "TRACE" && (head.isChunked || head.contentLength > 0)) {
    return { status: 400, reason: "TRACE with a body" };
  }
  if (limits.bodyBytes !== undefined && head.contentLength > limits.bodyBytes) {
    return { status: 413, reason: "request body too large" };
  }
  return undefined;
}
