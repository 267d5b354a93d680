/** One forwarded request: sends it to an upstream server, streams the answer back, tries another server where that is safe. */
import { type IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Duplex, Readable } from "node:stream";
import type { Dispatcher } from "undici";
import type { CompiledUpstream } from "../artifact/contract.ts";
import type { Forward } from "../engine/contract.ts";
import { answer, drainOrCut, sentBytes } from "./answer.ts";
import {
  type ClientAnswer,
  clientAnswer,
  longestDiscarded,
  longestRewritten,
  type OwnAnswer,
  ownAnswer,
  plainAnswer,
} from "./changed-response.ts";
import type { ClientRequest } from "./client-request.ts";
import { type ClientResponse, longestJoined, type ResponseOwner } from "./client-response.ts";
import { clientWentAway, type ProxyLimits } from "./contract.ts";
import { hashKey } from "./hash-key.ts";
import type { CheckedNode } from "./health/checker.ts";
import { contentLengthOf, isCoded, responseHeaders, responseTrailers } from "./response-headers.ts";
import { openTunnel, type TunnelClient, type Tunnels } from "./tunnel.ts";
import {
  faultOf,
  isLocal,
  isRepeatable,
  MalformedAnswer,
  NoNode,
  reportOf,
  UnchangeableBody,
  UpstreamTimeout,
} from "./upstream-fault.ts";
import { upstreamHeaders, upstreamHost } from "./upstream-headers.ts";
import type { UpstreamHandler, UpstreamRequest } from "./upstream-http2-stream.ts";
import type { UpstreamLoad } from "./upstream-load.ts";
import type { Origin, UpstreamPools } from "./upstream-pools.ts";

/** A response that knows its exchange, so that its listeners need no closures. */
export class ProxyResponse<M extends IncomingMessage = IncomingMessage>
  extends ServerResponse<M>
  implements ClientResponse
{
  exchange: ResponseOwner | undefined = undefined;
  /** Not sent in HTTP/1.1: whoever relies on them speaks HTTP/2. */
  trailers: readonly string[] = [];
  /** Head and body as one text, until it is written. Empty: it is about to come. */
  #joined: string | undefined = undefined;

  /** Node says that it has finished, and takes it from its socket, also when that has gone with bytes still waiting. */
  get isWritten(): boolean {
    return this.writableFinished && !(this.socket === null && this.req.socket.destroyed);
  }

  /** Cuts the connection of a client that leaves the end of this answer unread: each part that is written begins the time anew. */
  limitReading(milliseconds: number): void {
    // That of an answer before it, where this request was waiting behind.
    if (this.socket?.timeout) this.socket.setTimeout(0);
    this.once("prefinish", () => this.socket?.setTimeout(milliseconds));
  }

  /** Node keeps the reason of a status whose head could not be written. */
  override writeHead(status: number, reasonOrHeaders?: string | Headers, headers?: Headers): this {
    this.statusMessage = "";
    if (typeof reasonOrHeaders === "string") return super.writeHead(status, reasonOrHeaders, headers);
    return super.writeHead(status, reasonOrHeaders);
  }

  cutShort(): void {
    // HTTP/1.0 knows the end by the end of the connection only.
    if (this.req.httpVersion === "1.0") this.socket?.resetAndDestroy();
    else this.socket?.destroy();
  }

  /** Node's own class gathers what is written until the next tick. */
  writeLent(chunk: Buffer): boolean {
    return this.write(Buffer.from(chunk));
  }

  endWith(wholeBody: Buffer): void {
    this.#joined = "";
    // Text goes out together with the head, bytes in a write of their own; latin1 keeps each byte as it is.
    this.end(wholeBody.toString("latin1"), "latin1");
    const unsent = this.#joined;
    this.#joined = undefined;
    if (unsent) writeRaw.call(this, unsent, "latin1");
  }

  /**
   * Called by Node's own class, up to Node 22 also with an empty piece behind the last, and what is to be done then: two
   * are a slower call than one. Node 24 gives both with the last piece itself.
   */
  _writeRaw(data: string | Buffer, encoding?: BufferEncoding, callback?: (() => void) | null, size?: number): boolean {
    if (this.#joined === "" && callback) this.#joined = undefined;
    if (this.#joined === "" && data !== "" && typeof data === "string" && encoding === "latin1") {
      this.#joined = data;
      return true;
    }
    if (data !== "" || !this.#joined) return writeRaw.call(this, data, encoding, callback, size);
    const joined = this.#joined;
    this.#joined = undefined;
    return writeRaw.call(this, joined, encoding, callback);
  }

  own(owner: ResponseOwner): void {
    this.exchange = owner;
    this.on("close", onClientClosed).on("drain", onClientDrained);
  }

  disown(): void {
    this.exchange = undefined;
  }

  leaveBody(): void {
    drainOrCut(this.req);
  }
}

type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

type WriteRaw = (
  this: ServerResponse,
  data: string | Buffer,
  encoding?: BufferEncoding,
  callback?: (() => void) | null,
  size?: number,
) => boolean;

/** Not in the documentation of Node, but the one way to its socket that all writes of a response take. */
const writeRaw = (ServerResponse.prototype as unknown as { readonly _writeRaw: WriteRaw })._writeRaw;

/** Answers of 1xx before the one that counts: each starts the time for headers anew, so without a bound it would never be up. */
const maxInformational = 32;

/** What all exchanges of a proxy share. */
export interface ExchangeContext {
  readonly pools: UpstreamPools;
  readonly limits: ProxyLimits;
  readonly tunnels: Tunnels;
  readonly counts: {
    forwarded: number;
    retries: number;
    upstreamFailures: number;
    clientAborts: number;
    upgrades: number;
  };
  isClosing: boolean;
  readonly load: UpstreamLoad;
  began(): void;
  /** Called once for each exchange, when it is over. */
  ended(exchange: Exchange): void;
}

/** An answer whose body is rewritten, and what has come of that body; its head is written when it is whole. */
interface HeldAnswer {
  readonly answer: ClientAnswer;
  readonly chunks: Buffer[];
  size: number;
}

export class Exchange implements UpstreamHandler, ResponseOwner {
  readonly request: ClientRequest;
  readonly decision: Forward;
  /** Of the monotonic clock. */
  readonly startedAt: number;
  status = 499;
  reason = "";
  /** Of the body of the answer, handed to the client's connection. */
  bytes = 0;
  /** Milliseconds until the head of the upstream's answer; NaN: none came. */
  upstreamDuration = Number.NaN;
  /** Of the last attempt, by the monotonic clock; 0: none yet. */
  sentAt = 0;

  readonly #context: ExchangeContext;
  readonly #response: ClientResponse;
  readonly #tunnel: TunnelClient | undefined;
  readonly #hashKey: string;
  #payload: Buffer | Readable | null = null;
  #origin: Origin | undefined;
  #checked: CheckedNode | undefined;
  #tried: Set<Origin> = noOrigins;
  #triesLeft: number;
  #mayRepeatOnSameServer = true;
  #abort: ((error?: Error) => void) | undefined;
  #resume: (() => void) | undefined;
  #isSent = false;
  #isOver = false;
  /** Bytes of the response that are still to come; NaN: unknown. */
  #remaining = Number.NaN;
  #held: HeldAnswer | undefined;
  /** Bytes that came of a body in whose place another one was sent; NaN: the client gets what comes. */
  #discarded = Number.NaN;
  #timer: NodeJS.Timeout | undefined;
  #informational = 0;

  constructor(
    context: ExchangeContext,
    request: ClientRequest,
    response: ClientResponse,
    decision: Forward,
    startedAt: number,
    tunnel?: TunnelClient,
  ) {
    this.#context = context;
    this.request = request;
    this.decision = decision;
    this.startedAt = startedAt;
    this.#response = response;
    this.#tunnel = tunnel;
    const upstream = decision.upstream;
    this.#hashKey = upstream.type === "chash" ? hashKey(upstream, request, decision) : "";
    this.#triesLeft = Math.min(upstream.retries ?? upstream.nodes.length - 1, upstream.nodes.length - 1);
    response.own(this);
    context.counts.forwarded++;
    context.load.began(upstream.owner);
    context.began();
  }

  start(): void {
    const body = this.request.body;
    if (body.isEmpty || body.whole !== undefined) {
      this.#payload = body.isEmpty ? null : (body.whole ?? null);
      this.#dispatch();
    } else if (body.isSmall) {
      body.readAll(body.length).then(
        (bytes) => {
          this.#payload = bytes === undefined || bytes.length === 0 ? null : bytes;
          this.#dispatch();
        },
        () => this.clientClosed(),
      );
    } else {
      this.#payload = body.stream();
      this.#payload.on("error", ignore);
      this.#dispatch();
    }
  }

  clientClosed(): void {
    if (this.#isOver) return;
    if (!this.#response.isWritten) {
      if (this.reason === "") {
        this.#context.counts.clientAborts++;
        this.reason = clientWentAway;
      }
      this.#end();
      this.#abort?.(new Error(clientWentAway));
      if (isStream(this.#payload)) this.#payload.destroy();
      return;
    }
    this.#end();
  }

  clientDrained(): void {
    this.#clearTimer();
    this.#resume?.();
  }

  // What undici calls, in this order.

  onConnect(abort: (error?: Error) => void): void {
    if (this.#isOver) {
      abort();
      return;
    }
    this.#abort = abort;
    this.#isSent = true;
    if (isStream(this.#payload)) this.#startSendTimer();
  }

  onBodySent(): void {
    if (!this.#response.headersSent) this.#timer?.refresh();
  }

  onRequestSent(): void {
    if (!isStream(this.#payload) || this.#response.headersSent) return;
    this.#startTimer(this.decision.upstream.timeout.read, () =>
      this.#abort?.(new UpstreamTimeout("no answer in time")),
    );
  }

  onHeaders(status: number, raw: readonly (Buffer | string)[], resume: () => void): boolean {
    if (status < 200) {
      if (++this.#informational > maxInformational) this.#abort?.(new MalformedAnswer("too many 1xx answers"));
      return true;
    }
    const headers = responseHeaders(raw, status, this.decision.responseHeaders);
    if (headers === undefined) {
      this.#abort?.(new MalformedAnswer("a transfer-encoding other than chunked"));
      return true;
    }
    this.#clearTimer();
    this.#resume = resume;
    this.upstreamDuration = performance.now() - this.sentAt;
    this.#checked?.answered(status);
    const sent = clientAnswer(this.decision, this.request.method, status, headers);
    if (sent.rewriteBody) {
      this.#held = { answer: sent, chunks: [], size: 0 };
      return true;
    }
    this.#beginAnswer(sent, status);
    // A body where none may be would be the next answer of the connection. Undici closes it for a Content-Length alone.
    if (isBodyless(status) && isCoded(raw)) this.#abort?.(new MalformedAnswer("a body where none may be"));
    return true;
  }

  #beginAnswer(sent: ClientAnswer, status: number): void {
    this.#remaining = this.request.method === "HEAD" ? Number.NaN : contentLengthOf(sent.headers);
    this.#writeHead(sent);
    if (sent.body) {
      this.#discarded = 0;
      this.bytes = sent.body.length;
      this.#response.end(sent.body);
      return;
    }
    // undici takes the Content-Length that a 304 may have (RFC 9110 section 8.6) for that of a body and fails.
    if (isBodyless(status)) this.#response.end();
  }

  onData(chunk: Buffer, lent?: "until-return" | "until-resume"): boolean {
    const isLent = lent !== undefined;
    if (this.#held) {
      this.#held.size += chunk.length;
      this.#held.chunks.push(isLent ? Buffer.from(chunk) : chunk);
      if (this.#held.size > longestRewritten)
        this.#abort?.(new UnchangeableBody("the response is too long to be rewritten"));
      return true;
    }
    if (!Number.isNaN(this.#discarded)) {
      this.#discarded += chunk.length;
      if (this.#discarded > longestDiscarded) this.#abort?.(new Error("the response is not needed"));
      return true;
    }
    this.#remaining -= chunk.length;
    this.bytes += chunk.length;
    if (this.#remaining === 0) {
      if (this.bytes === chunk.length && chunk.length <= longestJoined) this.#response.endWith(chunk);
      else this.#response.end(isLent ? Buffer.from(chunk) : chunk);
      return true;
    }
    const isTaken =
      lent === "until-resume"
        ? this.#response.writeLent(chunk)
        : this.#response.write(isLent ? Buffer.from(chunk) : chunk);
    if (isTaken) return true;
    this.#startTimerMs(this.#context.limits.stalledClientTimeout, () => {
      this.reason = "the client does not read";
      this.#response.destroy();
    });
    return false;
  }

  /** @param trailers undici's, of HTTP/1.1, are null or a list of buffers */
  onComplete(trailers: readonly unknown[] | null): void {
    this.#endAttempt();
    if (trailers !== null && isGrpc(this.decision.upstream)) this.#response.trailers = responseTrailers(trailers);
    this.#abort = undefined;
    if (this.#held) this.#sendHeld(this.#held);
    else if (!this.#response.writableEnded) this.#response.end();
    if (!this.request.body.isRead) this.#response.leaveBody();
  }

  onUpgrade(status: number, raw: Buffer[] | string[] | null, socket: Duplex): void {
    const client = this.#tunnel;
    if (this.#isOver || client === undefined) {
      socket.destroy();
      return;
    }
    this.status = status;
    this.upstreamDuration = performance.now() - this.sentAt;
    this.#context.counts.upgrades++;
    this.#response.disown();
    client.detach();
    const headers = responseHeaders(raw ?? [], status, this.decision.responseHeaders);
    openTunnel(this.#context.tunnels, client, socket, headers ?? [], this.decision.upstream.timeout.read * 1000, () => {
      this.#endAttempt();
      this.#end();
    });
  }

  onError(error: Error): void {
    const origin = this.#origin;
    const wasSent = this.#isSent;
    this.#endAttempt();
    // Once the client has its whole answer, what comes after it from the upstream is of no interest.
    if (this.#isOver || this.#response.writableEnded) return;
    this.#clearTimer();
    this.#abort = undefined;
    const { isUpstream } = faultOf(error);
    // Maybe only an idle connection that the server closed at the same moment; then its next answer clears the count.
    const isNodes = isUpstream && !isLocal(error);
    if (isNodes) this.#checked?.failed(reportOf(error));
    const canRetry = !this.#response.headersSent && isUpstream;
    if (canRetry && isNodes && !wasSent) origin?.markDown();
    if (canRetry && this.#mayTryAgain(error, wasSent, origin)) {
      this.#context.counts.retries++;
      this.#dispatch(error);
    } else {
      this.#fail(error);
    }
  }

  /** @param earlier why the attempt before this one failed */
  #dispatch(earlier?: Error): void {
    if (this.#isOver) return;
    const { upstream, headers, method, target } = this.decision;
    this.#held = undefined;
    const now = performance.now();
    const chosen = this.#context.pools.pick(upstream, this.#tried, this.#hashKey, now);
    if (chosen === undefined) {
      this.#fail(earlier ?? new NoNode("no valid upstream node"));
      return;
    }
    this.#origin = chosen.origin;
    this.#checked = chosen.checked;
    this.#isSent = false;
    this.sentAt = now;
    chosen.origin.active++;
    const streams = isStream(this.#payload);
    const readMs = upstream.timeout.read * 1000;
    const length = this.#payload === null && this.request.body.length === 0 ? this.#emptyLength() : -1;
    const options: UpstreamRequest & Dispatcher.DispatchOptions & { servername?: string } = {
      path: target,
      method,
      headers: upstreamHeaders(
        this.request,
        headers,
        upstreamHost(upstream, chosen.node, this.request, this.decision.host),
        streams ? this.request.body.length : length,
      ),
      body: this.#payload,
      upgrade: this.#tunnel?.protocol ?? null,
      headersTimeout: streams ? 0 : readMs,
      bodyTimeout: readMs,
    };
    if (chosen.origin.servername !== "") options.servername = chosen.origin.servername;
    try {
      chosen.origin.dispatch(options, this, now);
    } catch (error) {
      this.onError(error instanceof Error ? error : new Error("dispatch failed"));
    }
  }

  /** POST and its like say that they have no body; the others say nothing. */
  #emptyLength(): number {
    return this.request.tellsLength ? 0 : -1;
  }

  #mayTryAgain(error: Error, wasSent: boolean, origin: Origin | undefined): boolean {
    if (wasSent && (isStream(this.#payload) || !isRepeatable(this.decision.method, error))) return false;
    if (wasSent && this.#mayRepeatOnSameServer) {
      // An idle connection that the server closed at the same moment (RFC 9112 section 9.3.1).
      this.#mayRepeatOnSameServer = false;
      return true;
    }
    if (this.#triesLeft <= 0) return false;
    this.#triesLeft--;
    if (origin !== undefined) this.#tried = new Set([...this.#tried, origin]);
    return true;
  }

  #fail(error: Error): void {
    const fault = faultOf(error);
    this.reason = fault.reason;
    if (fault.isUpstream) this.#context.counts.upstreamFailures++;
    const response = this.#response;
    if (response.headersSent) {
      // The client must not take a part for the whole.
      response.cutShort();
      return;
    }
    try {
      this.#answerItself(ownAnswer(this.decision, fault.status, fault.message));
    } catch {
      // What plugins have made of it cannot be sent either.
      this.#answerItself(plainAnswer(fault.status, fault.message));
    }
    if (!this.request.body.isRead) this.#response.leaveBody();
  }

  #answerItself({ status, headers, body }: OwnAnswer): void {
    const { method } = this.request;
    // First: with its last byte an exchange may be over, and is told of.
    this.status = status;
    this.bytes = sentBytes(method, status, body);
    answer(this.#response, method, status, headers, body);
  }

  #writeHead({ status, headers }: ClientAnswer): void {
    this.status = status;
    if (this.#context.isClosing) this.#response.shouldKeepAlive = false;
    this.#response.writeHead(status, headers);
  }

  #sendHeld({ answer: { rewriteBody, ...head }, chunks }: HeldAnswer): void {
    if (this.#isOver) return;
    try {
      const body = rewriteBody?.(Buffer.concat(chunks)) ?? new Uint8Array(0);
      this.#writeHead({ ...head, headers: [...head.headers, "Content-Length", String(body.length)] });
      this.bytes = body.length;
      this.#response.end(body);
    } catch (error) {
      this.#fail(error instanceof Error ? error : new UnchangeableBody("the response cannot be rewritten"));
    }
  }

  #end(): void {
    this.#isOver = true;
    this.#clearTimer();
    this.#endAttempt();
    this.#response.disown();
    this.decision.release?.();
    this.#context.load.ended(this.decision.upstream.owner);
    this.#context.ended(this);
  }

  #endAttempt(): void {
    if (this.#origin !== undefined) this.#origin.active--;
    this.#origin = undefined;
  }

  #startSendTimer(): void {
    this.#startTimer(this.decision.upstream.timeout.send, () => {
      // With nothing to send the client is slow, not the upstream; the listener's own limits deal with that.
      if (isStream(this.#payload) && this.#payload.readableLength === 0) this.#startSendTimer();
      else this.#abort?.(new UpstreamTimeout("the body could not be sent in time"));
    });
  }

  #startTimer(seconds: number, onTimeout: () => void): void {
    this.#startTimerMs(seconds * 1000, onTimeout);
  }

  #startTimerMs(milliseconds: number, onTimeout: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(onTimeout, milliseconds);
  }

  #clearTimer(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

const noOrigins: Set<Origin> = new Set();

function isStream(payload: Buffer | Readable | null): payload is Readable {
  return payload !== null && !Buffer.isBuffer(payload);
}

function isBodyless(status: number): boolean {
  return status === 204 || status === 304;
}

/** Whose trailers say how the call went. */
function isGrpc({ scheme }: CompiledUpstream): boolean {
  return scheme === "grpc" || scheme === "grpcs";
}

function ignore(): void {}

function onClientClosed(this: ProxyResponse): void {
  this.exchange?.clientClosed();
}

function onClientDrained(this: ProxyResponse): void {
  this.exchange?.clientDrained();
}
