/**
 * The client of HTTP/1.1 for what nearly all requests are: no body or one that is at hand, over a connection without TLS.
 * It calls its handlers as undici does, which has the other requests (docs/decisions/0046-own-http1-client.md).
 */
import { connect, type Socket } from "node:net";
import errors from "undici/lib/core/errors.js";
import { fieldName, notInFieldValue } from "./field-names.ts";
import { type TurnWriter, writeInTurn } from "./turn-writes.ts";
import { AnswerReader } from "./upstream-answer.ts";
import { NotSendable } from "./upstream-fault.ts";
import type { UpstreamHandler, UpstreamRequest } from "./upstream-http2-stream.ts";

export interface Http1ClientSettings {
  readonly host: string;
  readonly port: number;
  readonly connectTimeoutMs: number;
  /** That an idle connection is kept. */
  readonly idleMs: number;
  /** On one connection. */
  readonly maxRequests: number;
}

/** A request whose body need not be streamed. */
export interface WholeRequest extends UpstreamRequest {
  readonly body: Buffer | null;
}

/** A server closes an idle connection when it said it would; a request that is sent just before must not meet that. */
const keepAliveMarginMs = 1_000;

/** Bodies up to this size are written together with the head. */
const joinedBytes = 16 * 1024;

const sweepMs = 1_000;

export class Http1Client {
  readonly settings: Http1ClientSettings;
  /** The one that was used last is used next, so that the others can end. */
  readonly #idle: Connection[] = [];
  readonly #all = new Set<Connection>();
  #sweeper: NodeJS.Timeout | undefined;

  constructor(settings: Http1ClientSettings) {
    this.settings = settings;
  }

  /**
   * @param now of the monotonic clock
   * @throws NotSendable
   */
  dispatch(request: WholeRequest, handler: UpstreamHandler, now = performance.now()): void {
    // Before a connection is taken: it may throw.
    const fields = fieldsOf(request);
    this.#take(now).send(fields, request, handler);
  }

  destroy(): void {
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
    for (const connection of this.#all) connection.fail(new errors.ClientDestroyedError());
  }

  /** A request of which nothing has been sent. */
  sendElsewhere(fields: string, request: WholeRequest, handler: UpstreamHandler): void {
    this.#take(performance.now()).send(fields, request, handler);
  }

  release(connection: Connection): void {
    this.#idle.push(connection);
  }

  forget(connection: Connection): void {
    this.#all.delete(connection);
    const index = this.#idle.indexOf(connection);
    if (index >= 0) this.#idle.splice(index, 1);
    if (this.#all.size > 0) return;
    clearInterval(this.#sweeper);
    this.#sweeper = undefined;
  }

  #take(now: number): Connection {
    for (let idle = this.#idle.pop(); idle !== undefined; idle = this.#idle.pop()) {
      if (idle.isUsable(now)) return idle;
      idle.close();
    }
    const connection = new Connection(this);
    this.#all.add(connection);
    this.#sweeper ??= setInterval(() => this.#sweep(), sweepMs).unref();
    return connection;
  }

  #sweep(): void {
    const now = performance.now();
    for (const connection of this.#idle.filter((idle) => !idle.isUsable(now))) connection.close();
  }
}

/**
 * All connections read into one buffer: libuv fills it and calls back at once, except on Windows, where it is given away
 * before anything comes. What is kept beyond the call is copied.
 */
const readBytes = 64 * 1024;
const sharedBuffer = Buffer.allocUnsafeSlow(readBytes);

/** The system has the buffer from the time at which reading starts, so that it is never changed. */
const isFilledEarly = process.platform === "win32";

/** A read of less than this shows that an answer comes slowly, so that its connection needs no buffer of its own. */
const fewBytes = 16 * 1024;

/** Buffers of connections on which much comes; those that are free. */
const freeBuffers: Buffer[] = [];
const mostFree = 64;

class Connection implements TurnWriter {
  readonly #client: Http1Client;
  readonly #socket: Socket;
  readonly #reader: AnswerReader;
  #request: WholeRequest | undefined;
  #handler: UpstreamHandler | undefined;
  /** Head and, if it is small, body: written once the connection stands. */
  #fields = "";
  #isConnected = false;
  /** The request is written at the end of this turn. */
  #isWaiting = false;
  #isPaused = false;
  /** What is read into next: a buffer of its own while much comes, so that what the client has not taken need not be copied. */
  #buffer: Buffer = isFilledEarly ? Buffer.allocUnsafeSlow(readBytes) : sharedBuffer;
  #isClosed = false;
  #isLastRequest = false;
  #requests = 0;
  #idleUntil = 0;
  #timer: NodeJS.Timeout | undefined;
  #timerMs = 0;

  constructor(client: Http1Client) {
    this.#client = client;
    const { host, port, connectTimeoutMs } = client.settings;
    this.#reader = new AnswerReader({
      head: (status, headers) => this.#onHead(status, headers),
      data: (chunk) => this.#onData(chunk),
      end: () => this.#onEnd(),
    });
    const buffer = (): Buffer => this.#buffer;
    const callback = (count: number): boolean => {
      const isReading = this.#onBytes(this.#buffer.subarray(0, count));
      this.#chooseBuffer(count);
      return isReading;
    };
    this.#startTimer(connectTimeoutMs);
    this.#socket = connect({ host, port, noDelay: true, keepAlive: true, onread: { buffer, callback } })
      .on("connect", () => this.#onConnect())
      .on("end", () => this.#onServerEnd())
      .on("error", (error) => this.fail(error))
      .on("close", () => this.fail(new errors.SocketError("the server closed the connection")));
  }

  isUsable(now: number): boolean {
    return now < this.#idleUntil && !this.#isClosed;
  }

  send(fields: string, request: WholeRequest, handler: UpstreamHandler): void {
    this.#requests++;
    // An answer to HEAD shows nothing of where it ends; behind a body, its connection would give the next one away.
    this.#isLastRequest = request.method === "HEAD" || this.#requests >= this.#client.settings.maxRequests;
    this.#request = request;
    this.#handler = handler;
    this.#fields = fields;
    this.#reader.expect(request.method);
    if (!this.#isConnected) return;
    this.#startTimer(request.headersTimeout);
    this.#isWaiting = true;
    writeInTurn(this);
  }

  writeNow(): void {
    // Else it has failed since.
    if (!this.#isWaiting) return;
    this.#isWaiting = false;
    this.#write();
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#client.forget(this);
    this.#socket.destroy();
  }

  fail(error: Error): void {
    this.close();
    const [request, handler] = [this.#request, this.#handler];
    this.#handler = undefined;
    this.#request = undefined;
    if (handler === undefined || request === undefined) return;
    if (this.#isWaiting && !(error instanceof errors.ClientDestroyedError)) {
      // The server closed it while it was idle, and has seen nothing of the request.
      this.#isWaiting = false;
      this.#client.sendElsewhere(this.#fields, request, handler);
      return;
    }
    handler.onError(error);
  }

  #onConnect(): void {
    this.#isConnected = true;
    if (this.#request === undefined) return;
    this.#startTimer(this.#request.headersTimeout);
    this.#write();
  }

  #write(): void {
    const [request, handler] = [this.#request, this.#handler];
    if (request === undefined || handler === undefined) return;
    const { body } = request;
    handler.onConnect(this.#abort);
    if (this.#isClosed) return;
    const head = this.#fields + (this.#isLastRequest ? lastLines.close : lastLines.keepAlive);
    this.#fields = "";
    if (body === null) {
      this.#socket.write(head, "latin1");
    } else if (body.length <= joinedBytes) {
      this.#socket.write(head + body.toString("latin1", 0, body.length), "latin1");
    } else {
      this.#socket.cork();
      this.#socket.write(head, "latin1");
      this.#socket.write(body);
      this.#socket.uncork();
    }
    handler.onRequestSent();
  }

  #abort = (error?: Error): void => {
    if (this.#handler !== undefined) this.fail(error ?? new errors.RequestAbortedError());
  };

  #resume = (): void => {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#timer?.refresh();
    this.#socket.resume();
  };

  #onBytes(bytes: Buffer): boolean {
    if (this.#handler === undefined || this.#isWaiting) {
      // Nothing was asked yet: whoever asks next must not get it.
      this.fail(new errors.SocketError("bytes that nobody asked for"));
      return false;
    }
    try {
      this.#reader.read(bytes);
    } catch (error) {
      this.fail(error instanceof Error ? error : new Error("the answer cannot be read"));
      return false;
    }
    if (this.#isClosed) return false;
    // Behind the answer the connection is free, unless more has come than that.
    if (this.#handler === undefined) this.#free();
    else this.#timer?.refresh();
    return !this.#isPaused;
  }

  #onHead(status: number, headers: readonly string[]): void {
    const isRead = this.#handler?.onHeaders(status, headers, this.#resume);
    if (isRead === false) this.#isPaused = true;
  }

  #onData(chunk: Buffer): void {
    const lent = this.#buffer !== sharedBuffer && !isFilledEarly ? "until-resume" : "until-return";
    if (this.#handler?.onData(chunk, lent) === false) this.#isPaused = true;
  }

  #onEnd(): void {
    // The client has not taken all that lies in it yet.
    if (this.#isPaused) this.#dropBuffer();
    const handler = this.#handler;
    this.#handler = undefined;
    this.#request = undefined;
    this.#isPaused = false;
    handler?.onComplete(null);
  }

  /** Behind a read. What is paused is left: its bytes may be waiting to be written. */
  #chooseBuffer(count: number): void {
    if (isFilledEarly || this.#isClosed || this.#isPaused) return;
    if (this.#handler === undefined || (count < fewBytes && this.#buffer !== sharedBuffer)) {
      if (this.#buffer !== sharedBuffer && freeBuffers.length < mostFree) freeBuffers.push(this.#buffer);
      this.#dropBuffer();
    } else if (count === readBytes && this.#buffer === sharedBuffer) {
      this.#buffer = freeBuffers.pop() ?? Buffer.allocUnsafeSlow(readBytes);
    }
  }

  #dropBuffer(): void {
    if (!isFilledEarly) this.#buffer = sharedBuffer;
  }

  #free(): void {
    const { isPersistent, keepAliveMs } = this.#reader;
    const { idleMs } = this.#client.settings;
    const stays = keepAliveMs === 0 ? idleMs : Math.min(idleMs, keepAliveMs - keepAliveMarginMs);
    // A server that has answered may never read the rest of a body: the next request would wait behind it.
    const isSending = this.#socket.writableLength > 0;
    if (!isPersistent || this.#isLastRequest || stays <= 0 || isSending) {
      this.close();
      return;
    }
    this.#idleUntil = performance.now() + stays;
    this.#client.release(this);
  }

  #onServerEnd(): void {
    if (this.#handler !== undefined && this.#reader.close()) this.close();
    else this.fail(new errors.SocketError("the server closed the connection"));
  }

  /** Kept over requests: to start one again costs less than to make it. */
  #startTimer(milliseconds: number): void {
    if (this.#timer !== undefined && this.#timerMs === milliseconds) {
      this.#timer.refresh();
      return;
    }
    clearTimeout(this.#timer);
    this.#timerMs = milliseconds;
    this.#timer = milliseconds > 0 ? setTimeout(() => this.#onTimeout(), milliseconds) : undefined;
    // What waits for an answer has a connection, which keeps the process running.
    this.#timer?.unref();
  }

  #onTimeout(): void {
    if (!this.#isConnected) this.fail(new errors.ConnectTimeoutError("no connection in time"));
    else if (this.#handler === undefined) return;
    else if (this.#isPaused) this.#timer?.refresh();
    else if (this.#reader.hasBegun) this.fail(new errors.BodyTimeoutError());
    else this.fail(new errors.HeadersTimeoutError());
  }
}

/** Of a head, behind its other fields. */
const lastLines = { close: "\r\nconnection: close\r\n\r\n", keepAlive: "\r\nconnection: keep-alive\r\n\r\n" } as const;

/** Methods that say so when they have no body (RFC 9110 section 8.6). */
const tellsEmptyBody: ReadonlySet<string> = new Set(["POST", "PUT", "PATCH", "QUERY", "PROPFIND", "PROPPATCH"]);

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const notInTarget = /[^\x21-\xff]/;

/** Request line and header lines but Connection, without the end of the last one: few long parts are put together faster than many. */
function fieldsOf({ method, path, headers, body }: WholeRequest): string {
  if (!token.test(method)) throw new NotSendable("invalid method");
  if (notInTarget.test(path)) throw new NotSendable("invalid path");
  let text = `${method} ${path} HTTP/1.1`;
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const { lineStart, lower, isName } = fieldName(headers[index] ?? "");
    const value = headers[index + 1] ?? "";
    if (!isName || notInFieldValue.test(value)) throw new NotSendable("invalid header");
    if (lower === "content-length") continue;
    text += lineStart;
    text += value;
  }
  if (body !== null && body.length > 0) return `${text}\r\ncontent-length: ${body.length}`;
  return tellsEmptyBody.has(method) ? `${text}\r\ncontent-length: 0` : text;
}
