/** The answer on an HTTP/2 stream (RFC 9113 section 8.1), in the form that exchanges know. */
import { validateHeaderName, validateHeaderValue } from "node:http";
import { constants, type OutgoingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import type { ClientResponse, ResponseOwner } from "./client-response.ts";
import { isHopByHop } from "./hop-by-hop.ts";

/** Milliseconds after which a stream that was reset is gone, sent or not. */
const resetWithinMs = 1_000;

const pieceBytes = 64 * 1024;
const nothing = new Uint8Array(0);

export class Http2Response implements ClientResponse {
  exchange: ResponseOwner | undefined = undefined;
  /** Of no meaning here: a proxy that closes tells so to the whole session. */
  shouldKeepAlive = true;
  trailers: readonly string[] = [];
  /** The proxy has ended the stream, not the client. */
  isCut = false;
  readonly #stream: ServerHttp2Stream;
  readonly #stalledMs: number;
  #isEnded = false;
  #stalled: NodeJS.Timeout | undefined;

  /** @param stalledMs how long a client may leave the end of an answer unread */
  constructor(stream: ServerHttp2Stream, stalledMs: number) {
    this.#stream = stream;
    this.#stalledMs = stalledMs;
    stream.on("drain", () => this.exchange?.clientDrained());
    stream.on("close", () => {
      clearTimeout(this.#stalled);
      this.exchange?.clientClosed();
    });
    // A reset of the client; what follows from it comes with close.
    stream.on("error", () => undefined);
  }

  get headersSent(): boolean {
    return this.#stream.headersSent;
  }

  get writableEnded(): boolean {
    return this.#isEnded || this.#stream.writableEnded;
  }

  /**
   * A reset stream ends its writable side too, as if all had been written; and one whose request is read to its end is
   * closed before Node says that the last bytes are written: then the code tells whether it was closed because all was sent.
   */
  get isWritten(): boolean {
    const { writableEnded, writableFinished, aborted, closed, rstCode } = this.#stream;
    return !aborted && (writableFinished || (writableEnded && closed && rstCode === constants.NGHTTP2_NO_ERROR));
  }

  get destroyed(): boolean {
    return this.#stream.destroyed || this.#stream.closed;
  }

  writeContinue(): void {
    if (!this.destroyed && !this.headersSent) this.#stream.additionalHeaders({ ":status": 100 });
  }

  writeHead(status: number, headers: string[]): void {
    const fields = fieldsOf(headers);
    if (this.destroyed) return;
    // Node ends a stream properly before it resets it, unless trailers are awaited: a part without a length would look whole.
    const waitForTrailers = fields["content-length"] === undefined;
    if (waitForTrailers) this.#stream.once("wantTrailers", () => this.#sendTrailers());
    this.#stream.respond({ ":status": status, ...fields }, { waitForTrailers });
  }

  write(chunk: Buffer): boolean {
    return this.destroyed || this.#stream.write(chunk);
  }

  writeLent(chunk: Buffer): boolean {
    return this.write(Buffer.from(chunk));
  }

  endWith(wholeBody: Buffer): void {
    this.end(Buffer.from(wholeBody));
  }

  end(chunk?: Uint8Array): void {
    if (this.writableEnded) return;
    this.#isEnded = true;
    // The bytes may wait for a window that the client never opens.
    this.#stalled = setTimeout(() => this.destroy(), this.#stalledMs);
    this.#sendRest(chunk ?? nothing);
  }

  /** Piece by piece, so that a client that reads slowly is told from one that does not. */
  #sendRest(rest: Uint8Array): void {
    if (this.destroyed) return;
    this.#stalled?.refresh();
    if (rest.length <= pieceBytes) this.#stream.end(rest);
    else this.#stream.write(rest.subarray(0, pieceBytes), () => this.#sendRest(rest.subarray(pieceBytes)));
  }

  destroy(): void {
    this.cutShort();
  }

  cutShort(): void {
    if (this.destroyed) return;
    this.isCut = true;
    this.#stream.close(constants.NGHTTP2_INTERNAL_ERROR);
    // On a connection that nghttp2 has given up nothing is sent any more, and so nothing is closed.
    setTimeout(() => this.#stream.destroy(), resetWithinMs).unref();
  }

  own(owner: ResponseOwner): void {
    this.exchange = owner;
  }

  disown(): void {
    this.exchange = undefined;
  }

  leaveBody(): void {
    // RFC 9113 section 8.1: the answer is whole, no more is wanted.
    if (this.#stream.writableFinished) this.#stop();
    else this.#stream.once("finish", () => this.#stop());
  }

  #sendTrailers(): void {
    if (!this.destroyed) this.#stream.sendTrailers(fieldsOf(this.trailers));
  }

  #stop(): void {
    if (this.destroyed) return;
    // Node keeps a stream that has unread bytes for as long as its session lives.
    this.#stream.resume();
    this.#stream.close(constants.NGHTTP2_NO_ERROR);
  }
}

/**
 * Lines of one name are joined (RFC 9110 section 5.3), but for Set-Cookie.
 * @throws for what is no header, as node:http does
 */
function fieldsOf(headers: readonly string[]): OutgoingHttpHeaders {
  const fields: OutgoingHttpHeaders = Object.create(null) as OutgoingHttpHeaders;
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = (headers[index] ?? "").toLowerCase();
    const value = headers[index + 1] ?? "";
    validateHeaderName(name);
    validateHeaderValue(name, value);
    if (isHopByHop(name)) continue;
    const earlier = fields[name];
    if (name === "set-cookie") fields[name] = Array.isArray(earlier) ? [...earlier, value] : [value];
    else fields[name] = earlier === undefined ? value : `${String(earlier)}, ${value}`;
  }
  return fields;
}
