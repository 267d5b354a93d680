/**
 * Wakes HTTP/2 connections that nghttp2 has given up: after most errors of a connection it sends GOAWAY, and Node reads no
 * more. It would never learn that the client has gone, so a hundred bytes would take a connection for good.
 */
import type { ServerHttp2Session } from "node:http2";
import type { Socket } from "node:net";

/** Milliseconds between two looks. */
const lookEveryMs = 1_000;

/** A stream that is read already takes no harm. */
type Readable = Pick<Socket, "destroyed"> & { readonly _handle?: { readStart?(): unknown } | null };

/** @param sessions looked at as long as there are any; call the result when one has come */
export function wakeSessions(sessions: ReadonlySet<ServerHttp2Session>): () => void {
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    for (const session of sessions) if (!session.destroyed) wake(session.socket);
    if (sessions.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
  return () => {
    timer ??= setInterval(look, lookEveryMs).unref();
  };
}

/** What the client has sent is thrown away by nghttp2; its end is seen. */
function wake(socket: Readable): void {
  if (!socket.destroyed) socket._handle?.readStart?.();
}
