/** HTTP/2 to one server: sessions that requests share, opened when they are needed. */
import type { ClientHttp2Session } from "node:http2";
import { RefusedStream } from "./upstream-fault.ts";
import { connectHttp2, type Http2Server, SpeaksNoHttp2 } from "./upstream-http2-connect.ts";
import { sendOverHttp2, type UpstreamHandler, type UpstreamRequest } from "./upstream-http2-stream.ts";

export interface Http2ClientSettings extends Http2Server {
  readonly acceptsTrailers: boolean;
  /** Milliseconds that a session without requests is kept. */
  readonly idleMs: number;
  /** Of a session. */
  readonly maxRequests: number;
}

type SendElsewhere = (request: UpstreamRequest, handler: UpstreamHandler) => void;

/** Streams at a time on a session, whatever the server allows. */
const maxStreams = 100;

/** After a time-out, a server that does not answer a ping for so long is given up. */
const pingMs = 5_000;

/** Times that a request is sent again which the server has not begun with, as it may happen when it leaves. */
const maxRefusals = 2;

interface Call {
  readonly request: UpstreamRequest;
  readonly handler: UpstreamHandler;
  readonly refusals: number;
}

interface Session {
  readonly session: ClientHttp2Session;
  open: number;
  started: number;
  ping: NodeJS.Timeout | undefined;
}

export class Http2Client {
  readonly #settings: Http2ClientSettings;
  readonly #sendElsewhere: SendElsewhere;
  readonly #sessions = new Set<Session>();
  /** Requests for which there is no session yet. */
  #waiting: Call[] = [];
  #stopConnecting: (() => void) | undefined;

  /** @param sendElsewhere what becomes of requests to a server that has chosen HTTP/1.1 */
  constructor(settings: Http2ClientSettings, sendElsewhere: SendElsewhere) {
    this.#settings = settings;
    this.#sendElsewhere = sendElsewhere;
  }

  dispatch(request: UpstreamRequest, handler: UpstreamHandler): void {
    this.#sendOrWait({ request, handler, refusals: 0 });
  }

  #sendOrWait(call: Call): void {
    const usable = this.#usable();
    if (usable) {
      this.#send(usable, call);
      return;
    }
    this.#waiting.push(call);
    this.#connect();
  }

  destroy(): void {
    this.#stopConnecting?.();
    this.#stopConnecting = undefined;
    for (const { session } of this.#sessions) session.destroy();
    this.#failWaiting(Object.assign(new Error("closed"), { code: "ECONNRESET" }));
  }

  #usable(): Session | undefined {
    for (const each of this.#sessions) if (this.#hasRoom(each)) return each;
    return undefined;
  }

  #hasRoom({ session, open, started }: Session): boolean {
    if (session.closed || session.destroyed || started >= this.#settings.maxRequests) return false;
    return open < Math.min(maxStreams, session.remoteSettings?.maxConcurrentStreams ?? maxStreams);
  }

  #connect(): void {
    if (this.#stopConnecting !== undefined) return;
    this.#stopConnecting = connectHttp2(
      this.#settings,
      (session) => {
        this.#stopConnecting = undefined;
        const added = this.#add(session);
        if (this.#hasRoom(added)) {
          this.#serveWaiting(added);
          return;
        }
        // Another session would be no better: they would be opened without end.
        session.close();
        this.#failWaiting(new RefusedStream("the server takes no streams"));
      },
      (error) => {
        this.#stopConnecting = undefined;
        const mayBeElsewhere = error instanceof SpeaksNoHttp2 && this.#settings.tls?.offersHttp1;
        if (!mayBeElsewhere) this.#failWaiting(error);
        else for (const { request, handler } of this.#takeWaiting()) this.#sendElsewhere(request, handler);
      },
    );
  }

  #add(session: ClientHttp2Session): Session {
    const added: Session = { session, open: 0, started: 0, ping: undefined };
    this.#sessions.add(added);
    session.once("close", () => {
      clearTimeout(added.ping);
      this.#sessions.delete(added);
    });
    // One whose server has closed its half would take requests that nobody answers.
    session.once("end", () => session.destroy());
    session.setTimeout(this.#settings.idleMs, () => {
      if (added.open === 0) session.close();
    });
    return added;
  }

  #serveWaiting(session: Session): void {
    while (this.#waiting.length > 0 && this.#hasRoom(session)) {
      const [first] = this.#waiting.splice(0, 1);
      if (first) this.#send(session, first);
    }
    if (this.#waiting.length > 0) this.#connect();
  }

  #send(session: Session, { request, handler, refusals }: Call): void {
    session.open++;
    session.started++;
    sendOverHttp2(session.session, request, handler, {
      scheme: this.#settings.tls ? "https" : "http",
      acceptsTrailers: this.#settings.acceptsTrailers,
      onTimeout: () => pingOrEnd(session),
      onRefused: (again) => {
        if (refusals < maxRefusals) this.#sendOrWait({ request: again, handler, refusals: refusals + 1 });
        else handler.onError(new RefusedStream("the stream was refused"));
      },
      onClosed: () => {
        session.open--;
        if (session.open === 0 && session.started >= this.#settings.maxRequests) session.session.close();
      },
    });
  }

  #takeWaiting() {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  #failWaiting(error: Error): void {
    for (const { handler } of this.#takeWaiting()) handler.onError(error);
  }
}

/** A connection whose other end is gone would take requests until TCP gives up. */
function pingOrEnd(session: Session): void {
  if (session.session.destroyed || session.ping !== undefined) return;
  session.ping = setTimeout(() => session.session.destroy(), pingMs);
  session.session.ping(() => {
    clearTimeout(session.ping);
    session.ping = undefined;
  });
}
