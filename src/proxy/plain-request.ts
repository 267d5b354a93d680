/**
 * Reads requests of HTTP/1.1 that are as nearly all are: one whole message in the bytes at hand, written in the one plain way
 * (RFC 9112). It takes no decision on any other: what it does not know it declines, and node:http reads the same bytes.
 */
import { type Head, type RequestLimits, type RequestLine, readFields } from "./client-request.ts";

export interface PlainRequest {
  readonly line: RequestLine;
  readonly head: Head;
  /** Of its head; what follows is the body. */
  readonly headBytes: number;
  /** The client did not say that this is its last request. */
  readonly isPersistent: boolean;
}

export interface PlainLimits extends RequestLimits {
  readonly headerBytes: number;
}

/** Bodies that come together with their head are no longer than what is read at a time. */
const longestBody = 64 * 1024;

/** The methods whose requests may have a body here. */
const sendsBody: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH"]);

/**
 * Visible ASCII throughout, each line ended by CR LF, a token, a colon and one space in front of a value that is not empty and
 * has no blank at its ends.
 */
const plainHead =
  /^(GET|HEAD|OPTIONS|DELETE|POST|PUT|PATCH) (\/[!"$-~]*) HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~0-9A-Za-z-]+: [!-~](?:[ -~]*[!-~])?\r\n)+\r\n/;

/** What Connection may say. */
const plainConnection: ReadonlySet<string> = new Set(["", "keep-alive", "close"]);

/** Undefined: declined. `bytes` may be a part of a request, several of them, or anything else. */
export function readPlainRequest(bytes: Buffer, limits: PlainLimits): PlainRequest | undefined {
  if (bytes.length > limits.headerBytes + longestBody) return undefined;
  const text = bytes.toString("latin1", 0, Math.min(bytes.length, limits.headerBytes));
  const match = plainHead.exec(text);
  if (match === null) return undefined;
  const [found, method = "", target = ""] = match;
  const raw = linesOf(found, method.length + target.length + requestLineRest);
  if (raw.length > limits.headerCount * 2) return undefined;
  const head = readFields(raw, true);
  if ("status" in head || head.isChunked || head.expects || head.upgrade !== "") return undefined;
  if (!plainConnection.has(head.connection)) return undefined;
  const bodyBytes = bytes.length - found.length;
  if (bodyBytes !== Math.max(head.contentLength, 0)) return undefined;
  if (bodyBytes > 0 && (!sendsBody.has(method) || bodyBytes > (limits.bodyBytes ?? bodyBytes))) return undefined;
  const line = { method, target, httpVersion: "1.1" };
  return { line, head, headBytes: found.length, isPersistent: head.connection !== "close" };
}

/** The spaces, the version and the line break. */
const requestLineRest = "  HTTP/1.1\r\n".length;

/** @param head one that fits the form, from the first header line on */
function linesOf(head: string, from: number): string[] {
  const raw: string[] = [];
  for (let start = from; start < head.length - 2; ) {
    const colon = head.indexOf(":", start);
    const end = head.indexOf("\r", colon);
    raw.push(head.slice(start, colon), head.slice(colon + 2, end));
    start = end + 2;
  }
  return raw;
}
