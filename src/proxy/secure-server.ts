/** The TLS listener: one port for HTTP/2 and HTTP/1.1, as the client chooses by ALPN; certificates can be replaced while it runs. */
import type { IncomingMessage, ServerOptions } from "node:http";
import { createServer, type Server } from "node:https";
import type { TLSSocket } from "node:tls";
import { createCertificates } from "./certificates.ts";
import type { ListenTls } from "./contract.ts";
import type { ProxyResponse } from "./exchange.ts";

export interface SecureServer {
  readonly server: Server<typeof IncomingMessage, typeof ProxyResponse>;
  useCertificates(tls: ListenTls): void;
  onHttp2(serve: (socket: TLSSocket) => void): void;
  onFailedHandshake(count: () => void): void;
}

export function createSecureServer(
  options: ServerOptions<typeof IncomingMessage, typeof ProxyResponse>,
  tls: ListenTls,
  handshakeTimeout: number,
): SecureServer {
  let certificates = createCertificates(tls);
  let asksForCertificate = tls.clientCa !== undefined;
  let serveHttp2 = (socket: TLSSocket): void => void socket.destroy();
  const server = createServer<typeof IncomingMessage, typeof ProxyResponse>({
    ...options,
    ...certificates.defaultOptions,
    requestCert: asksForCertificate,
    rejectUnauthorized: asksForCertificate,
    handshakeTimeout,
    ALPNProtocols: ["h2", "http/1.1"],
    SNICallback: (name, done) => done(null, certificates.contextOf(name)),
  });
  // What node:https does with a connection after the handshake is right for HTTP/1.1 only.
  const http1 = server.listeners("secureConnection");
  server.removeAllListeners("secureConnection");
  server.on("secureConnection", (socket) => {
    if (socket.alpnProtocol === "h2") serveHttp2(socket);
    else for (const serve of http1) serve.call(server, socket);
  });
  return {
    server,
    useCertificates(next) {
      const replacement = createCertificates(next);
      if ((next.clientCa !== undefined) !== asksForCertificate) {
        throw new Error("whether clients show a certificate cannot change while the listener runs");
      }
      server.setSecureContext(replacement.defaultOptions);
      certificates = replacement;
      asksForCertificate = next.clientCa !== undefined;
    },
    onHttp2(serve) {
      serveHttp2 = serve;
    },
    onFailedHandshake(count) {
      // Node would take it for a broken HTTP/1.1 request and answer on a connection that has no keys.
      server.removeAllListeners("tlsClientError");
      server.on("tlsClientError", (_error, socket) => {
        count();
        socket.destroy();
      });
    },
  };
}
