/** The HTTP/1.1 server towards clients: reads requests, asks the engine, answers refusals and starts exchanges. */
import { createServer, type IncomingMessage, type ServerOptions, type ServerResponse } from "node:http";
import type { Server as NetServer, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Decision, Refusal } from "../engine/contract.ts";
import { answer, answerError, errorBody, isBodyInDoubt, sentBytes } from "./answer.ts";
import { connectionAddress, type OriginReader } from "./client-origin.ts";
import { ClientRequest, type Malformed, type RequestLine, readRequest } from "./client-request.ts";
import type { ClientResponse } from "./client-response.ts";
import {
  clientWentAway,
  type DecisionMaker,
  type ListenTls,
  type ProxyEvent,
  type ProxyLimits,
  type ProxyOptions,
  type Trace,
} from "./contract.ts";
import { Exchange, type ExchangeContext, ProxyResponse } from "./exchange.ts";
import { divertHttp2 } from "./preface.ts";
import type { ProxiedConnections } from "./proxied-connections.ts";
import { BodyTooLarge } from "./request-body.ts";
import { createSecureServer } from "./secure-server.ts";
import type { TunnelClient } from "./tunnel.ts";
import { ProxyMessage } from "./unheard-upgrade.ts";

/** What the listener shares with the proxy that owns it. */
export interface ListenerContext {
  readonly limits: ProxyLimits;
  readonly exchanges: ExchangeContext;
  readonly counts: { requests: number; refused: number; malformed: number };
  readonly readOrigin: OriginReader;
  /** Undefined: nobody speaks the PROXY protocol. */
  readonly proxied: ProxiedConnections | undefined;
  engine: DecisionMaker;
  /** Connections whose next bytes cannot be trusted to be a request: what Node still parses of them is not looked at. */
  readonly condemned: WeakSet<object>;
  /** Of a connection: the requests that wait for those before them to be answered. */
  readonly waiting: WeakMap<object, number>;
  log: ((event: ProxyEvent) => void) | undefined;
  readonly trace: Trace | undefined;
}

/** Connections whose clients speak HTTP/2. */
export interface Http2Sessions {
  serve(socket: Duplex): void;
  /** No new requests; each session ends when it has none left. */
  close(): void;
}

/** Connections whose clients send plain requests only. */
export interface PlainConnections {
  /** Takes the connections of a server that node:http serves, and gives back those that are not plain. */
  divert(server: NetServer): void;
  /** Closes those without requests. */
  closeIdle(): void;
}

export interface Listener {
  readonly server: NetServer;
  /** For handshakes from now on; throws if they cannot be used. Undefined without TLS. */
  readonly useCertificates: ((tls: ListenTls) => void) | undefined;
  /** Closes connections without requests, and busy ones of HTTP/2 when their requests have ended. */
  closeIdle(): void;
}

/** Requests that may wait on one connection; behind that many it is closed, and the client asks again for what is left. */
const maxWaiting = 100;

export function createListener(
  context: ListenerContext,
  http2: Http2Sessions,
  plain: PlainConnections,
  { tls, h2c, readsPlainly = true }: Pick<ProxyOptions, "tls" | "h2c" | "readsPlainly">,
): Listener {
  const { limits } = context;
  const options: ServerOptions<typeof IncomingMessage, typeof ProxyResponse> = {
    IncomingMessage: ProxyMessage,
    ServerResponse: ProxyResponse,
    insecureHTTPParser: false,
    // Node answers a request without Host but goes on parsing behind it; readRequest refuses it and the connection.
    requireHostHeader: false,
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeout,
    requestTimeout: limits.requestTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    connectionsCheckingInterval: Math.max(50, Math.min(5_000, limits.headersTimeout / 2)),
    noDelay: true,
  };
  const secure = tls && createSecureServer(options, tls, limits.headersTimeout);
  const server = secure?.server ?? createServer(options);
  // Node would drop the lines beyond this count in silence; readRequest refuses them.
  server.maxHeadersCount = 0;
  server.maxConnections = limits.connections;
  server.on("request", (message, response) => serveInTurn(context, message, response, false));
  server.on("checkContinue", (message, response) => serveInTurn(context, message, response, true));
  // Node would answer 417 itself and go on with a connection on which the body may or may not follow; readRequest refuses both.
  server.on("checkExpectation", (message, response) => serveInTurn(context, message, response, false));
  server.on("upgrade", (message, socket, head) => serveUpgrade(context, message, socket, head));
  server.on("connect", (_message, socket) => refuseRaw(socket, 405, "CONNECT is not supported"));
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => refuseBroken(context, error, socket));
  if (readsPlainly && tls === undefined) plain.divert(server);
  if (h2c && tls === undefined) divertHttp2(server, limits.headersTimeout, (socket) => http2.serve(socket));
  context.proxied?.guard(server, limits.headersTimeout, () => context.counts.malformed++);
  secure?.onHttp2((socket) => http2.serve(socket));
  secure?.onFailedHandshake(() => context.counts.malformed++);
  return {
    server,
    useCertificates: secure?.useCertificates,
    closeIdle() {
      server.closeIdleConnections();
      plain.closeIdle();
      http2.close();
    },
  };
}

/**
 * Requests of one connection are decided one after the other, each when the one before is answered: else a single
 * connection could have thousands of them under way.
 */
function serveInTurn(
  context: ListenerContext,
  message: IncomingMessage,
  response: ProxyResponse,
  expectsContinue: boolean,
): void {
  const { socket } = message;
  if (context.condemned.has(socket)) return;
  if (message instanceof ProxyMessage && message.isUnheard()) closeAfter(context, response);
  if (response.socket !== null) {
    serve(context, message, response, undefined, expectsContinue);
    return;
  }
  const waiting = (context.waiting.get(socket) ?? 0) + 1;
  context.waiting.set(socket, waiting);
  if (waiting === maxWaiting) closeAfter(context, response);
  response.once("socket", () => {
    context.waiting.set(socket, (context.waiting.get(socket) ?? 1) - 1);
    // Node is in the middle of handing the connection over.
    process.nextTick(serve, context, message, response, undefined, expectsContinue);
  });
}

function serve(
  context: ListenerContext,
  message: IncomingMessage,
  response: ProxyResponse,
  tunnel: TunnelClient | undefined,
  expectsContinue: boolean,
): void {
  const startedAt = performance.now();
  context.counts.requests++;
  if (context.exchanges.isClosing) response.shouldKeepAlive = false;
  response.limitReading(context.limits.stalledClientTimeout);
  const request = readRequest(message, context.limits, context.readOrigin);
  if (!(request instanceof ClientRequest)) {
    refuseMalformed(context, message, response, request, startedAt);
    return;
  }
  if (expectsContinue) request.body.onFirstRead = () => response.writeContinue();
  serveRequest(context, request, response, startedAt, tunnel);
}

/** Decides on a request that could be read, of whichever version of HTTP, and carries the decision out. */
export function serveRequest(
  context: ListenerContext,
  request: ClientRequest,
  response: ClientResponse,
  startedAt: number,
  tunnel?: TunnelClient,
): void {
  if (context.trace) request.trace = context.trace(request.headers);
  let decision: Decision | Promise<Decision>;
  try {
    decision = context.engine.decide(request);
  } catch (error) {
    failToDecide(context, request, response, error, startedAt);
    return;
  }
  if (decision instanceof Promise) {
    decision.then(
      (settled) => carryOutSafely(context, request, response, settled, startedAt, tunnel),
      (error: unknown) => failToDecide(context, request, response, error, startedAt),
    );
  } else {
    carryOutSafely(context, request, response, decision, startedAt, tunnel);
  }
}

/** A decision that cannot be carried out, such as one with a header that is none, must not end the process. */
function carryOutSafely(
  context: ListenerContext,
  request: ClientRequest,
  response: ClientResponse,
  decision: Decision,
  startedAt: number,
  tunnel: TunnelClient | undefined,
): void {
  try {
    carryOut(context, request, response, decision, startedAt, tunnel);
  } catch (error) {
    if (decision.kind === "forward" && response.exchange === undefined) decision.release?.();
    if (response.headersSent) response.destroy();
    else failToDecide(context, request, response, error, startedAt);
  }
}

function carryOut(
  context: ListenerContext,
  request: ClientRequest,
  response: ClientResponse,
  decision: Decision,
  startedAt: number,
  tunnel: TunnelClient | undefined,
): void {
  if (decision.kind === "respond") {
    refuse(context, request, response, decision, startedAt);
    return;
  }
  if (response.destroyed) {
    decision.release?.();
    logAnswer(context, request, 499, clientGone, startedAt);
    return;
  }
  if (tunnel !== undefined && !decision.route.enableWebsocket) {
    decision.release?.();
    refuse(context, request, response, websocketOff, startedAt);
    return;
  }
  if (!context.exchanges.load.hasRoom(decision.upstream.owner)) {
    decision.release?.();
    const { route, consumer } = decision;
    const refusal = { ...upstreamBusy, routeId: route.id, ...(consumer !== undefined && { consumer }) };
    refuse(context, request, response, refusal, startedAt);
    return;
  }
  new Exchange(context.exchanges, request, response, decision, startedAt, tunnel).start();
}

const websocketOff: Refusal = {
  kind: "respond",
  status: 501,
  headers: [["Content-Type", "application/json"]],
  body: '{"error_msg":"websocket is not enabled for this route"}',
  reason: "websocket is not enabled for this route",
  plugin: "",
};

const upstreamBusy: Refusal = {
  kind: "respond",
  status: 503,
  headers: [
    ["Content-Type", "application/json"],
    ["Retry-After", "1"],
  ],
  body: '{"error_msg":"too many requests under way"}',
  reason: "too many requests under way to the upstream",
  plugin: "",
};

function refuse(
  context: ListenerContext,
  request: ClientRequest,
  response: ClientResponse,
  refusal: Refusal,
  startedAt: number,
): void {
  context.counts.refused++;
  logAnswer(context, request, refusal.status, response.destroyed ? { ...refusal, body: "" } : refusal, startedAt);
  if (response.destroyed) return;
  if (isBodyInDoubt(request) && response instanceof ProxyResponse) closeAfter(context, response);
  answer(response, request.method, refusal.status, refusal.headers, refusal.bytes ?? refusal.body);
  if (!request.body.isRead) response.leaveBody();
}

function failToDecide(
  context: ListenerContext,
  request: ClientRequest,
  response: ClientResponse,
  error: unknown,
  startedAt: number,
): void {
  if (response.destroyed) {
    logAnswer(context, request, 499, clientGone, startedAt);
    return;
  }
  const isTooLarge = error instanceof BodyTooLarge;
  const status = isTooLarge ? 413 : 500;
  const reason = isTooLarge ? "request body too large" : "the engine failed";
  if (!isTooLarge) context.log?.({ kind: "fault", reason: `the engine failed ${whereThrown(error)}` });
  const message = isTooLarge ? reason : "internal error";
  logAnswer(context, request, status, { reason, plugin: "", body: errorBody(message) }, startedAt);
  if (isBodyInDoubt(request) && response instanceof ProxyResponse) closeAfter(context, response);
  answerError(response, request.method, status, message);
  if (!request.body.isRead) response.leaveBody();
}

/** The message of an unexpected error may quote what it failed on; where it was thrown cannot. */
function whereThrown(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? "") : "";
  return (
    stack
      .split("\n")
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? "at an unknown place"
  );
}

function refuseMalformed(
  context: ListenerContext,
  message: IncomingMessage,
  response: ProxyResponse,
  malformed: Malformed,
  startedAt: number,
): void {
  const { method = "", url = "", httpVersion, socket } = message;
  const line = { method, target: url, httpVersion };
  logMalformed(context, line, connectionAddress(context.readOrigin, socket), malformed, startedAt);
  closeAfter(context, response);
  answerError(response, message.method ?? "", malformed.status, malformed.reason);
}

export function logMalformed(
  context: ListenerContext,
  { method, target, httpVersion }: RequestLine,
  remoteAddress: string,
  { status, reason }: Malformed,
  startedAt: number,
): void {
  context.counts.malformed++;
  context.log?.({
    kind: "access",
    method,
    path: target.split("?", 1)[0] ?? "",
    httpVersion,
    status,
    remoteAddress,
    plugin: "",
    reason,
    duration: performance.now() - startedAt,
    bytes: sentBytes(method, status, errorBody(reason)),
  });
}

function closeAfter(context: ListenerContext, response: ProxyResponse): void {
  response.shouldKeepAlive = false;
  context.condemned.add(response.req.socket);
}

interface Answered {
  readonly plugin: string;
  readonly reason: string;
  /** Of the answer; empty if none can be given. */
  readonly body: string;
  readonly routeId?: string;
  readonly consumer?: string;
}

const clientGone: Answered = { reason: clientWentAway, plugin: "", body: "" };

function logAnswer(
  context: ListenerContext,
  request: ClientRequest,
  status: number,
  answered: Answered,
  startedAt: number,
): void {
  context.log?.({
    kind: "access",
    method: request.method,
    path: request.path,
    httpVersion: request.httpVersion,
    ...(request.scheme === "https" && { isEncrypted: true }),
    status,
    remoteAddress: request.remoteAddress,
    ...(answered.routeId === undefined ? {} : { route: answered.routeId }),
    ...(answered.consumer === undefined ? {} : { consumer: answered.consumer }),
    plugin: answered.plugin,
    reason: answered.reason,
    duration: performance.now() - startedAt,
    bytes: sentBytes(request.method, status, answered.body),
    ...(request.trace && { trace: request.trace }),
  });
}

/** Node has left HTTP behind here: the socket is ours. Only websocket is offered; other wishes are served as if not made. */
function serveUpgrade(context: ListenerContext, message: IncomingMessage, socket: Duplex, head: Buffer): void {
  socket.on("error", () => socket.destroy());
  if (context.condemned.has(message.socket)) return;
  if (answerOf(socket)) {
    // Node has stopped looking after the connection, so the request before this one cannot be answered in order.
    context.counts.malformed++;
    socket.destroy();
    return;
  }
  const response = new ProxyResponse(message);
  response.shouldKeepAlive = false;
  response.assignSocket(message.socket);
  response.on("finish", () => message.socket.end());
  const drained = (): void => void response.emit("drain");
  socket.on("drain", drained).on("timeout", () => socket.destroy());
  const hasBody =
    message.headers["transfer-encoding"] !== undefined || Number(message.headers["content-length"] ?? 0) !== 0;
  if (hasBody) {
    const reason = "a request with a body cannot change the protocol";
    refuseMalformed(context, message, response, { status: 501, reason }, performance.now());
    return;
  }
  const isWebsocket = message.method === "GET" && message.headers.upgrade?.toLowerCase() === "websocket";
  const detach = (): void => {
    socket.off("drain", drained);
    response.detachSocket(message.socket);
  };
  if (!isWebsocket) noticeEnd(message.socket, response);
  serve(context, message, response, isWebsocket ? { protocol: "websocket", socket, head, detach } : undefined, false);
}

/** What a client sends behind a last request is thrown away; that it has gone is seen by reading only. */
function noticeEnd(socket: Socket, response: ProxyResponse): void {
  socket.once("end", () => {
    if (!response.writableEnded) socket.destroy();
  });
  socket.resume();
}

const statusOfParserError: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, "headers too large"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, "chunk extensions too large"],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "request timed out"],
};

/** What the parser refused. An answer is written only if none is under way on this connection. */
function refuseBroken(context: ListenerContext, error: NodeJS.ErrnoException, socket: Duplex): void {
  const answering = answerOf(socket);
  if (error.code === "HPE_CLOSED_CONNECTION" && answering) {
    // Bytes behind a last request (`Connection: close`, which may stand in its trailer too): nobody reads them, and the
    // answer to that request ends the connection.
    answering.shouldKeepAlive = false;
    answering.once("finish", () => socket.end());
    return;
  }
  if (error.code === "ECONNRESET" || !socket.writable || answering) {
    socket.destroy();
    return;
  }
  context.counts.malformed++;
  const [status, reason] = statusOfParserError[error.code ?? ""] ?? [400, "malformed request"];
  context.log?.({
    kind: "access",
    method: "",
    path: "",
    httpVersion: "",
    status,
    remoteAddress: connectionAddress(context.readOrigin, socket as Socket),
    plugin: "",
    reason: `${reason} (${error.code ?? "unknown"})`,
    duration: 0,
    bytes: Buffer.byteLength(errorBody(reason)),
  });
  refuseRaw(socket, status, reason);
}

/** The answer that is under way on this connection, so that nothing else may be written to it. */
function answerOf(socket: Duplex): ServerResponse | undefined {
  return (socket as Duplex & { _httpMessage?: ServerResponse | null })._httpMessage ?? undefined;
}

function refuseRaw(socket: Duplex, status: number, reason: string): void {
  if (answerOf(socket)) {
    socket.destroy();
    return;
  }
  const body = JSON.stringify({ error_msg: reason });
  socket.on("error", () => socket.destroy());
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nConnection: close\r\nContent-Type: application/json\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  );
}
