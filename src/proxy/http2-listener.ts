/** HTTP/2 from clients (RFC 9113): sessions with their limits, streams as requests. */
import {
  constants,
  createServer,
  type Http2Server,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import { answerError } from "./answer.ts";
import { type ClientConnection, connectionAddress } from "./client-origin.ts";
import { ClientRequest, type Malformed, type RequestLine } from "./client-request.ts";
import { Http2Body } from "./http2-body.ts";
import { readHttp2Head } from "./http2-request.ts";
import { Http2Response } from "./http2-response.ts";
import { wakeSessions } from "./http2-wakening.ts";
import { type BodyWindows, createBodyWindows, narrowWindow } from "./http2-windows.ts";
import { type Http2Sessions, type ListenerContext, logMalformed, serveRequest } from "./listener.ts";
import { noBody, RequestBody } from "./request-body.ts";
import { createResetGuard } from "./reset-guard.ts";

/** @param isOffered whether clients may speak it here: for others the memory that node:http2 takes in each worker is spared */
export function createHttp2Sessions(context: ListenerContext, isOffered: boolean): Http2Sessions {
  const sessions = new Set<ServerHttp2Session>();
  const server = isOffered ? createSessionServer(context, sessions) : undefined;
  return {
    serve(socket) {
      // HTTP/1.1 answers a client that has closed its half; here nobody would notice that it has gone.
      socket.allowHalfOpen = false;
      server?.emit("connection", socket);
    },
    close() {
      for (const session of sessions) if (!session.closed) session.close();
    },
  };
}

function createSessionServer(context: ListenerContext, sessions: Set<ServerHttp2Session>): Http2Server {
  const { limits } = context;
  const server = createServer({
    settings: {
      maxConcurrentStreams: limits.streams,
      // Somewhat more than is allowed, so that what is too much can be answered.
      maxHeaderListSize: limits.headerBytes * 2,
      enablePush: false,
      initialWindowSize: narrowWindow,
    },
    maxHeaderListPairs: limits.headerCount + 50,
    maxOutstandingPings: 10,
    maxSettings: 32,
    // Megabytes, for what waits to be sent on all of its streams.
    maxSessionMemory: 20,
    maxSessionInvalidFrames: 100,
    maxSessionRejectedStreams: limits.streams,
  });
  server.on("sessionError", () => undefined);
  const wake = wakeSessions(sessions);
  server.on("session", (session) => {
    sessions.add(session);
    wake();
    session.once("close", () => sessions.delete(session));
    watchSession(context, session);
  });
  return server;
}

function watchSession(context: ListenerContext, session: ServerHttp2Session): void {
  const { limits } = context;
  const { remoteAddress, remotePort, localPort } = session.socket;
  const connection: ClientConnection = { remoteAddress, remotePort, localPort, encrypted: session.encrypted };
  const guard = createResetGuard(() => performance.now());
  const windows = createBodyWindows((initialWindowSize, onHeeded) => {
    if (!session.destroyed) session.settings({ initialWindowSize }, onHeeded);
  });
  let open = 0;
  const calmDown = (): void => {
    if (session.destroyed) return;
    session.goaway(constants.NGHTTP2_ENHANCE_YOUR_CALM);
    session.destroy();
  };
  // A client that never sends a request, or has none under way for long, is not waited for.
  const idle = setTimeout(() => session.destroy(), limits.headersTimeout);
  session.once("close", () => clearTimeout(idle));
  session.setTimeout(limits.keepAliveTimeout);
  session.on("timeout", () => {
    if (open === 0) session.destroy();
    else session.setTimeout(limits.keepAliveTimeout);
  });
  session.on("stream", (stream: ServerHttp2Stream, _headers: IncomingHttpHeaders, _flags: number, raw: string[]) => {
    clearTimeout(idle);
    if (!stream.endAfterHeaders && !watchBody(stream, windows)) return;
    open++;
    stream.once("close", () => open--);
    const response = new Http2Response(stream, limits.stalledClientTimeout);
    stream.once("aborted", () => {
      if (!response.isCut && !guard.admitsReset()) calmDown();
    });
    serveStream(context, connection, stream, response, raw, windows);
  });
}

/** @returns whether the body may come; if not, the client is told to send the request again */
function watchBody(stream: ServerHttp2Stream, windows: BodyWindows): boolean {
  if (!windows.begins()) {
    stream.on("error", () => undefined).close(constants.NGHTTP2_REFUSED_STREAM);
    return false;
  }
  let isOver = false;
  const end = (): void => {
    if (!isOver) windows.ended();
    isOver = true;
  };
  stream.once("end", end).once("close", end);
  return true;
}

function serveStream(
  context: ListenerContext,
  connection: ClientConnection,
  stream: ServerHttp2Stream,
  response: Http2Response,
  raw: readonly string[],
  windows: BodyWindows,
): void {
  const startedAt = performance.now();
  const { limits } = context;
  const { endAfterHeaders } = stream;
  context.counts.requests++;
  const refuse = (malformed: Malformed): void => {
    const line = lineOf(raw);
    logMalformed(context, line, connectionAddress(context.readOrigin, connection), malformed, startedAt);
    answerError(response, line.method, malformed.status, malformed.reason);
    if (!endAfterHeaders) response.leaveBody();
  };
  const read = readHttp2Head(raw, endAfterHeaders, connection.encrypted === true, limits);
  if ("status" in read) {
    refuse(read);
    return;
  }
  const { line, head, expectsContinue } = read;
  const origin = context.readOrigin(connection, head.headers);
  if ("status" in origin) {
    refuse(origin);
    return;
  }
  if (endAfterHeaders) stream.resume();
  else limitTime(response, stream, limits.requestTimeout);
  const source = endAfterHeaders ? noBody : new Http2Body(stream, () => windows.isLarge());
  // A length of 0 is believed when the stream has ended: until then a body may belie it.
  const body = new RequestBody(source, head.contentLength, head.isChunked, limits.bodyBytes, endAfterHeaders);
  if (expectsContinue) body.onFirstRead = () => response.writeContinue();
  const request = new ClientRequest(line, head, origin, body);
  serveRequest(context, request, response, startedAt);
}

/** The time in which a body must have come. 0: any. */
function limitTime(response: Http2Response, stream: ServerHttp2Stream, milliseconds: number): void {
  if (milliseconds === 0) return;
  const timer = setTimeout(() => response.cutShort(), milliseconds);
  stream.once("end", () => clearTimeout(timer));
  stream.once("close", () => clearTimeout(timer));
}

/** For the log, of a request that is refused. */
function lineOf(raw: readonly string[]): RequestLine {
  const field = (name: string): string => {
    const index = raw.indexOf(name);
    return index < 0 ? "" : (raw[index + 1] ?? "");
  };
  return { method: field(":method"), target: field(":path"), httpVersion: "2.0" };
}
