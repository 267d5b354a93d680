/** One request on a stream of HTTP/2 (RFC 9113 section 8.1), told to its handler as undici tells one of HTTP/1.1. */
import { validateHeaderName, validateHeaderValue } from "node:http";
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from "node:http2";
import type { Readable } from "node:stream";
import { pathTarget } from "./client-request.ts";
import { isHopByHop } from "./hop-by-hop.ts";
import { BrokenAnswer, NotSendable, RefusedStream, UpstreamTimeout } from "./upstream-fault.ts";

export interface UpstreamRequest {
  readonly method: string;
  readonly path: string;
  /** Names and values in turn, with a Host. */
  readonly headers: readonly string[];
  readonly body: Buffer | Readable | null;
  /** Milliseconds; 0: any. */
  readonly headersTimeout: number;
  readonly bodyTimeout: number;
  /** What was read of the body before, by an attempt that was refused. */
  readonly read?: readonly Buffer[];
}

export interface UpstreamHandler {
  onConnect(abort: (error?: Error) => void): void;
  onBodySent(): void;
  onRequestSent(): void;
  /** false: no data until `resume` is called. */
  onHeaders(status: number, raw: readonly (Buffer | string)[], resume: () => void): boolean;
  /**
   * false: no data until `resume` is called.
   *
   * @param lent how long its bytes are good; default: for ever. What is lent until `resume` is so if this returns false, else
   * until it returns
   */
  onData(chunk: Buffer, lent?: "until-return" | "until-resume"): boolean;
  /** @param trailers names and values in turn */
  onComplete(trailers: readonly string[] | null): void;
  onError(error: Error): void;
}

export interface Http2StreamSettings {
  readonly scheme: "http" | "https";
  /** Says that trailers are understood, as gRPC asks for. */
  readonly acceptsTrailers: boolean;
  /** Whoever shares the session wants to know whether the other end is still there. */
  onTimeout(): void;
  /** The server has not begun with the request, and all that was read of its body is at hand. */
  onRefused(request: UpstreamRequest): void;
  onClosed(): void;
}

/** Bytes of a body that are kept until the server is seen to have begun with it. */
const longestKept = 64 * 1024;

/** Starts it; what comes of it is told to the handler. */
export function sendOverHttp2(
  session: ClientHttp2Session,
  request: UpstreamRequest,
  handler: UpstreamHandler,
  settings: Http2StreamSettings,
): void {
  let attempt: Attempt | undefined;
  let isAborted = false;
  handler.onConnect((error) => {
    isAborted = true;
    attempt?.fail(error ?? new Error("aborted"));
  });
  let stream: ClientHttp2Stream | undefined;
  try {
    if (!isAborted) stream = session.request(fieldsOf(request, settings), { endStream: request.body === null });
  } catch (error) {
    if (error instanceof NotSendable) handler.onError(error);
    else settings.onRefused(request);
  }
  if (stream === undefined) settings.onClosed();
  else attempt = new Attempt(session, stream, request, handler, settings);
}

class Attempt {
  readonly #session: ClientHttp2Session;
  readonly #stream: ClientHttp2Stream;
  readonly #request: UpstreamRequest;
  readonly #handler: UpstreamHandler;
  readonly #settings: Http2StreamSettings;
  /** Of a streamed body; undefined: too much to be kept, or no longer needed. */
  #kept: Buffer[] | undefined;
  #keptBytes = 0;
  #isPaused = false;
  #isOver = false;
  /** The server has said that this is the end. */
  #isWhole = false;
  #trailers: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    session: ClientHttp2Session,
    stream: ClientHttp2Stream,
    request: UpstreamRequest,
    handler: UpstreamHandler,
    settings: Http2StreamSettings,
  ) {
    this.#session = session;
    this.#stream = stream;
    this.#request = request;
    this.#handler = handler;
    this.#settings = settings;
    this.#noticeEnd();
    this.#startTimer(request.headersTimeout, "no answer in time");
    stream.on("headers", (headers: IncomingHttpHeaders) => this.#onInformational(headers));
    stream.on("response", (headers: IncomingHttpHeaders, _flags: number, raw?: string[]) => {
      this.#kept = undefined;
      this.#startTimer(request.bodyTimeout, "the answer stalls");
      this.#onHead(headers, raw ?? []);
    });
    stream.on("data", (chunk: Buffer) => this.#onData(chunk));
    stream.on("trailers", (_headers: IncomingHttpHeaders, _flags: number, raw?: string[]) => {
      this.#trailers = raw ?? [];
    });
    stream.on("end", () => this.#onEnd());
    stream.on("error", (error: NodeJS.ErrnoException) => this.fail(this.#faultOf(error)));
    stream.on("close", () => {
      this.fail(this.#faultOf());
      settings.onClosed();
    });
    this.#sendBody();
  }

  fail(error: Error): void {
    if (this.#isOver) return;
    const { body } = this.#request;
    if (error instanceof RefusedStream && (!isStream(body) || this.#kept !== undefined)) {
      this.#end();
      this.#settings.onRefused(this.#kept ? { ...this.#request, read: this.#kept } : this.#request);
      return;
    }
    this.#end();
    if (isStream(body)) body.destroy();
    this.#stream.close(constants.NGHTTP2_CANCEL);
    this.#handler.onError(error);
  }

  /** A reset without an error ends Node's stream as END_STREAM does; only the latter comes before the stream is closed. */
  #noticeEnd(): void {
    const stream = this.#stream;
    const push = stream.push;
    let isFirst = true;
    stream.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
      if (chunk === null && isFirst) {
        isFirst = false;
        this.#isWhole = !stream.closed;
      }
      return push.call(stream, chunk, encoding);
    };
  }

  #sendBody(): void {
    const { body, read = [] } = this.#request;
    const stream = this.#stream;
    if (!isStream(body)) {
      if (body !== null) stream.end(body);
      this.#handler.onRequestSent();
      return;
    }
    stream.on("finish", () => {
      if (!this.#isOver) this.#handler.onRequestSent();
    });
    stream.on("drain", () => {
      if (!this.#isOver) body.resume();
    });
    this.#kept = [];
    for (const chunk of read) this.#write(chunk);
    body.on("data", this.#onBodyData).on("end", this.#onBodyEnd).on("error", this.#onBodyError);
    // An attempt before this one has paused it.
    if (!stream.writableNeedDrain) body.resume();
    if (body.readableEnded) stream.end();
    else if (body.destroyed) this.#onBodyError(body.errored ?? new Error("the body is gone"));
  }

  #onBodyData = (chunk: Buffer): void => {
    this.#write(chunk);
    this.#handler.onBodySent();
  };

  #onBodyEnd = (): void => {
    this.#stream.end();
  };

  #onBodyError = (error: Error): void => this.fail(error);

  #write(chunk: Buffer): void {
    this.#keptBytes += chunk.length;
    if (this.#keptBytes > longestKept) this.#kept = undefined;
    this.#kept?.push(chunk);
    const { body } = this.#request;
    if (!this.#stream.write(chunk) && isStream(body)) body.pause();
  }

  #onInformational(headers: IncomingHttpHeaders): void {
    if (!this.#isOver) this.#handler.onHeaders(Number(headers[":status"]), [], ignore);
  }

  #onHead(headers: IncomingHttpHeaders, raw: readonly string[]): void {
    if (this.#isOver) return;
    const fields: Buffer[] = [];
    for (let index = 0; index + 1 < raw.length; index += 2) {
      const name = raw[index] ?? "";
      if (!name.startsWith(":")) fields.push(Buffer.from(name, "latin1"), Buffer.from(raw[index + 1] ?? "", "latin1"));
    }
    if (!this.#handler.onHeaders(Number(headers[":status"]), fields, () => this.#resume())) this.#pause();
  }

  #onData(chunk: Buffer): void {
    if (this.#isOver) return;
    this.#timer?.refresh();
    if (!this.#handler.onData(chunk)) this.#pause();
  }

  #onEnd(): void {
    if (!this.#isWhole || this.#isOver) return;
    this.#end();
    const { body } = this.#request;
    if (isStream(body) && !body.readableEnded) {
      // Whoever has answered in full reads no more of the request.
      body.destroy();
      this.#stream.close(constants.NGHTTP2_CANCEL);
    }
    this.#handler.onComplete(this.#trailers);
  }

  /** A client that does not read is no fault of the server. */
  #pause(): void {
    this.#stream.pause();
    this.#isPaused = true;
  }

  #resume(): void {
    if (this.#isOver) return;
    this.#isPaused = false;
    this.#timer?.refresh();
    this.#stream.resume();
  }

  #startTimer(milliseconds: number, reason: string): void {
    clearTimeout(this.#timer);
    if (milliseconds === 0 || this.#isOver) return;
    this.#timer = setTimeout(() => {
      if (this.#isPaused) {
        this.#timer?.refresh();
        return;
      }
      this.fail(new UpstreamTimeout(reason));
      this.#settings.onTimeout();
    }, milliseconds);
  }

  #end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    const { body } = this.#request;
    if (!isStream(body)) return;
    body.off("data", this.#onBodyData).off("end", this.#onBodyEnd).off("error", this.#onBodyError).pause();
  }

  /** Why the stream has ended before the answer. */
  #faultOf(error?: NodeJS.ErrnoException): Error {
    const { rstCode } = this.#stream;
    if (rstCode === constants.NGHTTP2_REFUSED_STREAM) return new RefusedStream("the stream was refused");
    if (error?.code === "ECONNRESET" || error?.code === "EPIPE") return error;
    if (this.#session.destroyed) return Object.assign(new Error("the connection is gone"), { code: "ECONNRESET" });
    return new BrokenAnswer(`HTTP/2 error ${rstCode ?? 0}`);
  }
}

/** @throws NotSendable for what is no header or no path, such as a line break in a value that a plugin adds */
function fieldsOf({ method, path, headers }: UpstreamRequest, settings: Http2StreamSettings): OutgoingHttpHeaders {
  if (!pathTarget.test(path)) throw new NotSendable("a target that is no path");
  const fields = Object.create(null) as OutgoingHttpHeaders;
  let authority = "";
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = (headers[index] ?? "").toLowerCase();
    const value = headers[index + 1] ?? "";
    check(name, value);
    if (name === "host") authority = value;
    else if (!isHopByHop(name)) fields[name] = joined(name, fields[name], value);
  }
  if (settings.acceptsTrailers) fields["te"] = "trailers";
  return { ":method": method, ":scheme": settings.scheme, ":authority": authority, ":path": path, ...fields };
}

function check(name: string, value: string): void {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch {
    throw new NotSendable("a header that is none");
  }
}

/** Lines of one name are one (RFC 9110 section 5.3; RFC 9113 section 8.2.3). */
function joined(name: string, earlier: OutgoingHttpHeaders[string], value: string): string {
  if (earlier === undefined) return value;
  return `${String(earlier)}${name === "cookie" ? "; " : ", "}${value}`;
}

function isStream(body: Buffer | Readable | null): body is Readable {
  return body !== null && !Buffer.isBuffer(body);
}

function ignore(): void {}
