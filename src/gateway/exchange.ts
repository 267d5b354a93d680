/** One request and its whole answer, within a time limit. Straight on the dispatcher: a stream for each small answer would cost more than the rest of the client. */
import type { Dispatcher } from "undici";
import type { Dispatch } from "./dispatch.ts";

export interface ExchangeRequest {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface ExchangeLimits {
  /** From the call to the end of the answer. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Why there is no answer, apart from what the connection itself reports. */
export class ExchangeError extends Error {
  override readonly name = "ExchangeError";
  readonly reason: "timeout" | "too-large";

  constructor(reason: ExchangeError["reason"]) {
    super(reason);
    this.reason = reason;
  }
}

/** @throws ExchangeError, or undici's error with its code */
export function exchange(
  gateway: Dispatch,
  request: ExchangeRequest,
  { timeoutMs, maxBytes }: ExchangeLimits,
): Promise<ExchangeAnswer> {
  return new Promise((resolve, reject) => {
    let controller: Dispatcher.DispatchController | undefined;
    let failure: ExchangeError | undefined;
    let status = 0;
    let headers: ExchangeAnswer["headers"] = {};
    let chunks: Buffer[] = [];
    let size = 0;
    const fail = (reason: ExchangeError["reason"]): void => {
      failure = new ExchangeError(reason);
      // Still waiting for a connection, it has no controller: it is given up when it gets one.
      controller?.abort(failure);
      reject(failure);
    };
    const timer = setTimeout(fail, timeoutMs, "timeout");
    gateway.dispatch(
      { ...request, body: request.body ?? null },
      {
        onRequestStart(given) {
          controller = given;
          if (failure) given.abort(failure);
        },
        // Of several the last one is final: those before it are informational (RFC 9110, 15.2).
        onResponseStart(_, given, fields) {
          status = given;
          headers = fields;
          chunks = [];
        },
        onResponseData(_, chunk) {
          size += chunk.length;
          if (size > maxBytes) fail("too-large");
          else chunks.push(chunk);
        },
        onResponseEnd() {
          clearTimeout(timer);
          const bytes = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
          resolve({ status, headers, text: bytes?.toString("utf8") ?? "" });
        },
        onResponseError(_, error) {
          clearTimeout(timer);
          reject(failure ?? error);
        },
      },
    );
  });
}
