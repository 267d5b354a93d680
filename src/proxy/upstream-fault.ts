/** What a failure of an upstream means for the client, and whether the request may be sent again. */
import { BodyTooLarge } from "./request-body.ts";

export interface Fault {
  readonly status: number;
  /** For the client. */
  readonly message: string;
  /** For the log: no address, no header. */
  readonly reason: string;
  readonly isUpstream: boolean;
}

export class UpstreamTimeout extends Error {
  override readonly name = "UpstreamTimeout";
}

/** The upstream's answer could be read in more than one way, or not at all. */
export class MalformedAnswer extends Error {
  override readonly name = "MalformedAnswer";
}

/** The upstream has not begun with the request, and says so (RFC 9113 section 8.7): any may be sent again. */
export class RefusedStream extends Error {
  override readonly name = "RefusedStream";
}

/** The upstream has reset the stream of HTTP/2, or ended it before the answer was whole. */
export class BrokenAnswer extends Error {
  override readonly name = "BrokenAnswer";
}

/** What the engine made of the request is not HTTP. */
export class NotSendable extends Error {
  override readonly name = "NotSendable";
}

/** The upstream has no node that takes requests. */
export class NoNode extends Error {
  override readonly name = "NoNode";
}

/** The answer has a body that cannot be rewritten as the configuration asks. */
export class UnchangeableBody extends Error {
  override readonly name = "UnchangeableBody";
}

export function faultOf(error: Error): Fault {
  if (error instanceof UnchangeableBody) {
    return { status: 502, message: "the response cannot be rewritten", reason: error.message, isUpstream: false };
  }
  if (error instanceof BodyTooLarge) {
    return { status: 413, message: "request body too large", reason: "request body too large", isUpstream: false };
  }
  if (error instanceof NoNode) {
    return { status: 503, message: "no valid upstream node", reason: "no valid upstream node", isUpstream: true };
  }
  const code = codeOf(error);
  if (error instanceof NotSendable || notSendable.has(code)) {
    return {
      status: 500,
      message: "internal error",
      reason: `the request cannot be sent (${code || error.message})`,
      isUpstream: false,
    };
  }
  if (error instanceof UpstreamTimeout || timeouts.has(code)) {
    return {
      status: 504,
      message: "upstream timed out",
      reason: `upstream timed out (${code || error.message})`,
      isUpstream: true,
    };
  }
  return {
    status: 502,
    message: "upstream failed",
    reason: `upstream failed (${error instanceof BrokenAnswer ? error.message : code || error.name})`,
    isUpstream: true,
  };
}

/** Nothing is left here to make a connection with: that says nothing of the node. */
export function isLocal(error: Error): boolean {
  return exhausted.has(codeOf(error));
}

const exhausted: ReadonlySet<string> = new Set(["EMFILE", "ENFILE", "ENOBUFS", "ENOMEM", "EADDRNOTAVAIL"]);

/** What a failure says of the node, for its health checks. */
export function reportOf(error: Error): "httpFailure" | "tcpFailure" | "timeout" {
  const code = codeOf(error);
  if (error instanceof UpstreamTimeout || timeouts.has(code)) return "timeout";
  return error instanceof MalformedAnswer || error.name === "HTTPParserError" || malformedCodes.has(code)
    ? "httpFailure"
    : "tcpFailure";
}

/** What was refused unread; idempotent methods (RFC 9110 section 9.2.2) after a broken connection; a timeout may mean that the work is being done. */
export function isRepeatable(method: string, error: Error): boolean {
  return error instanceof RefusedStream || (idempotent.has(method) && brokenConnection.has(codeOf(error)));
}

const idempotent: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"]);

const brokenConnection: ReadonlySet<string> = new Set(["UND_ERR_SOCKET", "ECONNRESET", "EPIPE"]);

const timeouts: ReadonlySet<string> = new Set([
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "ETIMEDOUT",
]);

const malformedCodes: ReadonlySet<string> = new Set(["UND_ERR_RES_CONTENT_LENGTH_MISMATCH"]);

/** What the engine made of the request is not HTTP, such as a line break in a header that a plugin adds. */
const notSendable: ReadonlySet<string> = new Set(["UND_ERR_INVALID_ARG", "UND_ERR_NOT_SUPPORTED"]);

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
