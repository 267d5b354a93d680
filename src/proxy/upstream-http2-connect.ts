/** Opens an HTTP/2 session to a server: over TLS if ALPN agrees on it, else with prior knowledge (RFC 9113 section 3). */

import { type ClientHttp2Session, connect as connectSession } from "node:http2";
import { connect as connectTcp, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { urlHost } from "../model/url-host.ts";
import { UpstreamTimeout } from "./upstream-fault.ts";

export interface Http2Server {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** Undefined: no TLS. */
  readonly tls:
    | {
        /** For SNI and the check of the certificate; empty: it is checked for the host. */
        readonly servername: string;
        readonly ca?: string;
        readonly isVerified?: boolean;
        /** Whether a server that speaks HTTP/1.1 alone gets through the handshake, to be told of. */
        readonly offersHttp1: boolean;
      }
    | undefined;
  readonly connectTimeoutMs: number;
}

/** The server speaks TLS, but no HTTP/2. */
export class SpeaksNoHttp2 extends Error {
  override readonly name = "SpeaksNoHttp2";
}

/**
 * Calls one of the two, once.
 *
 * @returns what ends the attempt before that
 */
export function connectHttp2(
  server: Http2Server,
  onSession: (session: ClientHttp2Session) => void,
  onFailure: (error: Error) => void,
): () => void {
  const socket = openSocket(server);
  const settle = (): void => {
    clearTimeout(timer);
    socket.off("error", fail).off("close", onClose);
  };
  const fail = (error: Error): void => {
    settle();
    socket.on("error", ignore).destroy();
    onFailure(error);
  };
  const onClose = (): void => fail(Object.assign(new Error("closed"), { code: "ECONNRESET" }));
  const timer = setTimeout(() => fail(new UpstreamTimeout("no connection in time")), server.connectTimeoutMs);
  socket.once("error", fail);
  socket.once("close", onClose);
  socket.once(server.tls ? "secureConnect" : "connect", () => {
    if ("alpnProtocol" in socket && socket.alpnProtocol !== "h2") {
      fail(new SpeaksNoHttp2("the server does not speak HTTP/2"));
      return;
    }
    const session = openSession(server, socket);
    // Before that nobody knows how many streams it allows, or whether it speaks HTTP/2 at all.
    session.once("remoteSettings", () => {
      settle();
      onSession(session);
    });
  });
  return () => {
    settle();
    socket.on("error", ignore).destroy();
  };
}

function openSocket({ host, port, tls }: Http2Server): Socket {
  if (tls === undefined) return connectTcp({ host, port, noDelay: true });
  const socket = connectTls({
    host,
    port,
    ALPNProtocols: tls.offersHttp1 ? ["h2", "http/1.1"] : ["h2"],
    rejectUnauthorized: tls.isVerified !== false,
    ...(tls.servername !== "" && { servername: tls.servername }),
    ...(tls.ca !== undefined && { ca: tls.ca }),
  });
  socket.setNoDelay(true);
  return socket;
}

function openSession({ host, port, tls }: Http2Server, socket: Socket): ClientHttp2Session {
  const authority = `${tls ? "https" : "http"}://${urlHost(host)}:${port}`;
  const session = connectSession(authority, {
    createConnection: () => socket,
    settings: { enablePush: false, initialWindowSize: 256 * 1024, maxHeaderListSize: 64 * 1024 },
    // Megabytes: 256 kB for each of the streams that are open at most.
    maxSessionMemory: 64,
  });
  // Of its streams, each is told by itself.
  session.on("error", ignore);
  return session;
}

function ignore(): void {}
