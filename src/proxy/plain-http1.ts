/**
 * Connections of clients that send one plain request after the other: read and answered without node:http, which has all
 * others (docs/decisions/0047-plain-requests.md).
 */
import type { Socket } from "node:net";
import type { ClientConnection } from "./client-origin.ts";
import { ClientRequest } from "./client-request.ts";
import { type ListenerContext, type PlainConnections, serveRequest } from "./listener.ts";
import { readPlainRequest } from "./plain-request.ts";
import { type PlainConnectionState, PlainResponse } from "./plain-response.ts";
import { RequestBody } from "./request-body.ts";

/** Bytes behind a request under way that are read, so that the end of the connection is seen. */
const mostHeld = 64 * 1024;

/** A request that the client sends in time must not meet the close; node:http waits as long. */
const keepAliveMarginMs = 1_000;

export function createPlainConnections(context: ListenerContext): PlainConnections {
  const { headersTimeout, keepAliveTimeout } = context.limits;
  const open = new Set<PlainConnection>();
  const sweepMs = Math.max(10, Math.min(1_000, headersTimeout / 4, (keepAliveTimeout || headersTimeout) / 4));
  let sweeper: NodeJS.Timeout | undefined;
  const sweep = (): void => {
    const now = performance.now();
    for (const connection of open) connection.endIfLate(now);
    if (open.size > 0) return;
    clearInterval(sweeper);
    sweeper = undefined;
  };
  return {
    divert(server) {
      const served = server.listeners("connection");
      server.removeAllListeners("connection");
      const home: Home = {
        context,
        leave: (connection) => open.delete(connection),
        passOn(socket) {
          for (const each of served) each.call(server, socket);
        },
        tellTimeout(socket) {
          const error = Object.assign(new Error("no request in time"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });
          server.emit("clientError", error, socket);
        },
      };
      server.on("connection", (socket: Socket) => {
        open.add(new PlainConnection(home, socket));
        sweeper ??= setInterval(sweep, sweepMs).unref();
      });
    },
    closeIdle() {
      for (const connection of open) connection.closeIfIdle();
    },
  };
}

/** What a connection needs of the listener that it came to. */
interface Home {
  readonly context: ListenerContext;
  leave(connection: PlainConnection): void;
  /** To node:http. */
  passOn(socket: Socket): void;
  tellTimeout(socket: Socket): void;
}

class PlainConnection implements PlainConnectionState {
  readonly socket: Socket;
  readonly keepAliveLines: string;
  readonly stalledMs: number;
  readonly #home: Home;
  /** Looked up once: the system is asked for each of them. */
  readonly #ends: ClientConnection;
  #response: PlainResponse | undefined;
  /** What came behind the request that is under way. */
  #held: Buffer | undefined;
  #hasBegun = false;
  /** By the monotonic clock. */
  #waitsSince = performance.now();

  constructor(home: Home, socket: Socket) {
    this.#home = home;
    this.socket = socket;
    const { keepAliveTimeout, stalledClientTimeout } = home.context.limits;
    const told = keepAliveTimeout > 0 ? `\r\nKeep-Alive: timeout=${Math.floor(keepAliveTimeout / 1000)}` : "";
    this.keepAliveLines = `\r\nConnection: keep-alive${told}`;
    this.stalledMs = stalledClientTimeout;
    const { remoteAddress, remotePort, localPort } = socket;
    this.#ends = { remoteAddress, remotePort, localPort };
    socket
      .on("data", this.#onData)
      .on("drain", this.#onDrain)
      .on("end", this.#onEnd)
      .on("timeout", this.#onTimeout)
      .on("error", this.#onTimeout)
      .on("close", this.#onClose);
  }

  answered(response: PlainResponse): void {
    this.#response = undefined;
    if (!response.shouldKeepAlive) {
      // What a client sends behind its last request is not looked at.
      this.socket.off("data", this.#onData).destroySoon();
      return;
    }
    this.#waitsSince = performance.now();
    // The server's answer is still being read: what comes next must not begin in the middle of that.
    if (this.#held !== undefined) setImmediate(this.#goOn);
  }

  /** Of a connection that nobody uses. */
  endIfLate(now: number): void {
    if (this.#response !== undefined || this.#held !== undefined) return;
    const { headersTimeout, keepAliveTimeout } = this.#home.context.limits;
    const waited = now - this.#waitsSince;
    if (this.#hasBegun) {
      if (keepAliveTimeout > 0 && waited >= keepAliveTimeout + keepAliveMarginMs) this.socket.destroy();
    } else if (headersTimeout > 0 && waited >= headersTimeout) {
      this.#leave();
      this.#home.tellTimeout(this.socket);
    }
  }

  /** A client that has only just come is about to send something. */
  closeIfIdle(): void {
    if (this.#hasBegun && this.#response === undefined && this.#held === undefined) this.socket.destroy();
  }

  #onData = (bytes: Buffer): void => {
    if (this.#response === undefined && this.#held === undefined) {
      this.#serve(bytes);
      return;
    }
    this.#held = this.#held === undefined ? bytes : Buffer.concat([this.#held, bytes]);
    if (this.#held.length > mostHeld) this.socket.pause();
  };

  #goOn = (): void => {
    const held = this.#held;
    this.#held = undefined;
    if (held === undefined || this.socket.destroyed) return;
    if (this.socket.isPaused()) this.socket.resume();
    this.#serve(held);
  };

  #serve(bytes: Buffer): void {
    const { context } = this.#home;
    const plain = readPlainRequest(bytes, context.limits);
    const origin = plain && context.readOrigin(this.#ends, plain.head.headers);
    if (plain === undefined || origin === undefined || "status" in origin) {
      this.#handOver(bytes);
      return;
    }
    const startedAt = performance.now();
    this.#hasBegun = true;
    context.counts.requests++;
    const { line, head, headBytes } = plain;
    const body = headBytes === bytes.length ? RequestBody.none : RequestBody.whole(bytes.subarray(headBytes));
    const response = new PlainResponse(this, line.method, plain.isPersistent && !context.exchanges.isClosing);
    this.#response = response;
    serveRequest(context, new ClientRequest(line, head, origin, body), response, startedAt);
  }

  /** For good: node:http keeps its own state of a connection. */
  #handOver(bytes: Buffer): void {
    const { socket } = this;
    this.#leave();
    socket.pause();
    socket.unshift(bytes);
    this.#home.passOn(socket);
    socket.resume();
  }

  #leave(): void {
    this.socket
      .off("data", this.#onData)
      .off("drain", this.#onDrain)
      .off("end", this.#onEnd)
      .off("timeout", this.#onTimeout)
      .off("error", this.#onTimeout)
      .off("close", this.#onClose);
    this.#home.leave(this);
  }

  #onDrain = (): void => {
    this.#response?.exchange?.clientDrained();
  };

  /** As in node:http, a client that has closed its half is gone. */
  #onEnd = (): void => {
    this.socket.end();
  };

  #onTimeout = (): void => {
    this.socket.destroy();
  };

  #onClose = (): void => {
    this.#home.leave(this);
    this.#response?.closed();
  };
}
