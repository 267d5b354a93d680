/** Reads the head of an HTTP/2 request (RFC 9113 section 8.3); what could become two things in HTTP/1.1 is refused (section 10.3). */
import { METHODS } from "node:http";
import {
  type Head,
  hostValue,
  type Malformed,
  pathTarget,
  type RequestLimits,
  type RequestLine,
} from "./client-request.ts";
import { framingLookAlike } from "./field-names.ts";
import { isHopByHop } from "./hop-by-hop.ts";

export interface Http2Head {
  readonly line: RequestLine;
  readonly head: Head;
  /** The client waits for `100 Continue`. */
  readonly expectsContinue: boolean;
}

const methods: ReadonlySet<string> = new Set(METHODS);

/** Of HTTP/1.1 alone (section 8.2.2). */
const connectionSpecific: ReadonlySet<string> = new Set([
  "connection",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
]);

const fieldName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;

/** No control character but a tab, no white space at the ends (section 8.2.1). */
const fieldValue = /^(?![\t ])[\t\x20-\x7e\x80-\xff]*(?<![\t ])$/;

/** @param raw names and values in turn */
export function readHttp2Head(
  raw: readonly string[],
  endsWithHead: boolean,
  isEncrypted: boolean,
  limits: RequestLimits & { readonly headerBytes: number },
): Http2Head | Malformed {
  const pseudo: Record<string, string> = {};
  const fields: [string, string][] = [];
  let bytes = 0;
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? "";
    const value = raw[index + 1] ?? "";
    bytes += name.length + value.length;
    if (!name.startsWith(":")) fields.push([name, value]);
    else if (pseudo[name] !== undefined) return bad("a pseudo-header twice");
    else if (fields.length > 0) return bad("a pseudo-header behind others");
    else pseudo[name] = value;
  }
  const line: RequestLine = { method: pseudo[":method"] ?? "", target: pseudo[":path"] ?? "", httpVersion: "2.0" };
  if (bytes > limits.headerBytes) return { status: 431, reason: "headers too large" };
  const fault = checkLine(line, pseudo, isEncrypted);
  if (fault !== undefined) return fault;
  const head = readFields(fields, pseudo[":authority"]);
  if (typeof head === "string") return bad(head);
  if (head.headers.length > limits.headerCount) return { status: 431, reason: "too many headers" };
  if (limits.bodyBytes !== undefined && head.contentLength > limits.bodyBytes) {
    return { status: 413, reason: "request body too large" };
  }
  if (endsWithHead && head.contentLength > 0) return bad("content-length without a body");
  if (line.method === "TRACE" && !endsWithHead) return bad("TRACE with a body");
  return {
    line,
    head: { ...head, isChunked: !endsWithHead && head.contentLength < 0 },
    expectsContinue: fields.some(([name, value]) => name === "expect" && value.toLowerCase() === "100-continue"),
  };
}

const knownPseudo: ReadonlySet<string> = new Set([":method", ":path", ":scheme", ":authority"]);

function checkLine(line: RequestLine, pseudo: Record<string, string>, isEncrypted: boolean): Malformed | undefined {
  if (Object.keys(pseudo).some((name) => !knownPseudo.has(name))) return bad("an unknown pseudo-header");
  if (line.method === "CONNECT") return { status: 405, reason: "CONNECT is not supported" };
  if (!methods.has(line.method)) return bad("unknown method");
  if (!pathTarget.test(line.target)) return bad("request target is not a path");
  const scheme = pseudo[":scheme"];
  // A proxy in front may have taken the TLS away; nobody can have added it.
  if (scheme !== "https" && (scheme !== "http" || isEncrypted)) return bad("the scheme is not that of the connection");
  return undefined;
}

/** The fields as HTTP/1.1 has them: Host first, one Cookie, nothing of the hop. */
function readFields(fields: readonly (readonly [string, string])[], authority: string | undefined): Head | string {
  const headers: (readonly [string, string])[] = [];
  let host = authority;
  let hosts = 0;
  let contentLength = -1;
  let cookieAt = -1;
  for (const field of fields) {
    const [name, value] = field;
    if (!fieldName.test(name)) return "a header name that is none";
    if (!fieldValue.test(value)) return "a header value that is none";
    if (name !== "content-length" && name !== "transfer-encoding" && framingLookAlike.test(name))
      return "a header that some servers take for content-length or transfer-encoding";
    if (name === "expect" && value.toLowerCase() !== "100-continue") return "expect other than 100-continue";
    if (connectionSpecific.has(name)) return "a header of HTTP/1.1 connections";
    if (name === "te" && value.toLowerCase() !== "trailers") return "te other than trailers";
    if (name === "host") {
      if (++hosts > 1) return "host twice";
      if (authority !== undefined && authority.toLowerCase() !== value.toLowerCase())
        return "host is not the authority";
      host = value;
    } else if (name === "content-length") {
      if (contentLength >= 0) return "content-length twice";
      if (!/^[0-9]{1,15}$/.test(value)) return "content-length is not a number";
      contentLength = Number(value);
      headers.push(field);
    } else if (name === "cookie" && cookieAt >= 0) {
      headers[cookieAt] = ["cookie", `${headers[cookieAt]?.[1]}; ${value}`];
    } else if (!isHopByHop(name) && name !== "expect") {
      if (name === "cookie") cookieAt = headers.length;
      headers.push(field);
    }
  }
  if (host === undefined || host === "") return "no host";
  if (!hostValue.test(host)) return "host is not a host name";
  const ofHttp1 = { upgrade: "", connection: "", isChunked: false, expects: false };
  return { headers: [["host", host], ...headers], host, contentLength, ...ofHttp1 };
}

function bad(reason: string): Malformed {
  return { status: 400, reason };
}
