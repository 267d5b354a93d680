/** The answer to a request that did not come through node:http, written as node:http would write it. */
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { type ClientResponse, longestJoined, type ResponseOwner } from "./client-response.ts";
import { fieldName, notInFieldValue } from "./field-names.ts";
import { type TurnWriter, writeInTurn } from "./turn-writes.ts";

/** What a connection tells of, and is told by, the answer that is under way on it. */
export interface PlainConnectionState {
  readonly socket: Socket;
  /** The header lines that say that the connection stays, each behind a line break. */
  readonly keepAliveLines: string;
  /** How long a client may leave the end of an answer unread. */
  readonly stalledMs: number;
  /** All of it has been handed to the system. */
  answered(response: PlainResponse): void;
}

export class PlainResponse implements ClientResponse, TurnWriter {
  exchange: ResponseOwner | undefined = undefined;
  trailers: readonly string[] = [];
  shouldKeepAlive: boolean;
  writableEnded = false;
  isWritten = false;
  destroyed = false;
  headersSent = false;
  readonly #connection: PlainConnectionState;
  readonly #isHead: boolean;
  /** What is still to be written in front of the body. */
  #head = "";
  /** What ends the answer, until the turn ends. */
  #last = "";
  #isChunked = false;
  #hasBody = true;

  constructor(connection: PlainConnectionState, method: string, isPersistent: boolean) {
    this.#connection = connection;
    this.#isHead = method === "HEAD";
    this.shouldKeepAlive = isPersistent;
  }

  /** @throws for what is no header, as node:http does */
  writeHead(status: number, headers: string[]): void {
    this.#hasBody = !this.#isHead && status !== 204 && status !== 304;
    let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? "unknown"}`;
    let hasLength = false;
    let hasDate = false;
    for (let index = 0; index + 1 < headers.length; index += 2) {
      const { lineStart, lower, isName } = fieldName(headers[index] ?? "");
      const value = headers[index + 1] ?? "";
      if (!isName || notInFieldValue.test(value)) throw new TypeError("a header that is none");
      if (lower === "date") hasDate = true;
      else if (lower === "content-length") hasLength = true;
      head += lineStart;
      head += value;
    }
    if (!hasDate) head += `\r\nDate: ${httpDate()}`;
    head += this.shouldKeepAlive ? this.#connection.keepAliveLines : "\r\nConnection: close";
    this.#isChunked = this.#hasBody && !hasLength;
    this.#head = head + (this.#isChunked ? "\r\nTransfer-Encoding: chunked\r\n\r\n" : "\r\n\r\n");
    this.headersSent = true;
  }

  write(chunk: Buffer): boolean {
    const { socket } = this.#connection;
    if (this.writableEnded || !this.#hasBody || chunk.length === 0) return true;
    // A client that has ended its side: it is given time to read what it has got, and no more.
    if (!socket.writable) return false;
    if (this.#head === "" && !this.#isChunked) return socket.write(chunk);
    socket.cork();
    socket.write(this.#isChunked ? `${this.#takeHead()}${chunk.length.toString(16)}\r\n` : this.#takeHead(), "latin1");
    let isRead = socket.write(chunk);
    if (this.#isChunked) isRead = socket.write("\r\n", "latin1");
    socket.uncork();
    return isRead;
  }

  /** Nearly always the system takes it at once, and a copy of each piece would cost more than the sending. */
  writeLent(chunk: Buffer): boolean {
    const { socket } = this.#connection;
    const isBelowMark = this.write(chunk);
    if (socket.writableLength === 0) return isBelowMark || socket.writable;
    // No drain is told of less than the high-water mark.
    if (isBelowMark) {
      socket.write("", (error) => {
        // What was written behind it tells of itself.
        if (!error && socket.writableLength === 0) this.exchange?.clientDrained();
      });
    }
    return false;
  }

  end(chunk?: Uint8Array): void {
    if (this.writableEnded) return;
    const { socket } = this.#connection;
    const body = chunk !== undefined && this.#hasBody && chunk.length > 0 ? bufferOf(chunk) : undefined;
    if (body !== undefined && body.length > longestJoined) {
      this.write(body);
      if (socket.writable && this.#isChunked) socket.write(lastChunk, "latin1");
    } else {
      this.#last = this.#takeHead() + this.#endOf(body);
    }
    this.writableEnded = true;
    writeInTurn(this);
  }

  writeNow(): void {
    const { socket, stalledMs } = this.#connection;
    const text = this.#last;
    this.#last = "";
    if (this.destroyed) return;
    if (!socket.writable) {
      // Its close is about to be told, unless the client leaves unread what it has got.
      socket.setTimeout(stalledMs);
      return;
    }
    if (text !== "") socket.write(text, "latin1");
    this.#flush();
  }

  endWith(wholeBody: Buffer): void {
    this.end(wholeBody);
  }

  destroy(): void {
    this.#connection.socket.destroy();
  }

  cutShort(): void {
    this.#connection.socket.destroy();
  }

  /** The body of the request came with its head. */
  leaveBody(): void {}

  own(owner: ResponseOwner): void {
    this.exchange = owner;
  }

  disown(): void {
    this.exchange = undefined;
  }

  /** The connection is gone. */
  closed(): void {
    this.destroyed = true;
    this.exchange?.clientClosed();
  }

  #endOf(body: Buffer | undefined): string {
    const text = body?.toString("latin1", 0, body.length) ?? "";
    if (!this.#isChunked) return text;
    return text === "" ? lastChunk : `${text.length.toString(16)}\r\n${text}\r\n${lastChunk}`;
  }

  #takeHead(): string {
    const head = this.#head;
    this.#head = "";
    return head;
  }

  /** Nearly always the system has taken it all at once. */
  #flush(): void {
    const { socket, stalledMs } = this.#connection;
    if (socket.writableLength === 0) {
      this.#finish();
      return;
    }
    socket.setTimeout(stalledMs);
    socket.write("", (error) => {
      // The connection is gone, and is about to say so.
      if (error || this.destroyed) return;
      socket.setTimeout(0);
      this.#finish();
    });
  }

  #finish(): void {
    this.isWritten = true;
    this.exchange?.clientClosed();
    this.#connection.answered(this);
  }
}

const lastChunk = "0\r\n\r\n";

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

let dateSecond = 0;
let dateText = "";

function httpDate(): string {
  const second = Math.floor(Date.now() / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateText = new Date(second * 1000).toUTCString();
  }
  return dateText;
}
