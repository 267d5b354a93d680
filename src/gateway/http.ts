/** A small HTTP client for one gateway: keep-alive, time limit, bounded answers, and retries of calls that may be repeated. */
import { setTimeout as sleep } from "node:timers/promises";
import { adminPath, type Connection } from "./connection.ts";
import { GatewayError } from "./contract.ts";
import { type Dispatch, openDispatch } from "./dispatch.ts";
import { ExchangeError, type ExchangeRequest, exchange } from "./exchange.ts";
import { createPace, type Pace } from "./pace.ts";

export interface Call {
  readonly method: ExchangeRequest["method"];
  /** Below the Admin API, already percent-encoded, with the query. */
  readonly path: string;
  readonly body?: unknown;
  /** Instead of below the Admin API. */
  readonly isBelowRoot?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never repeated: a second one would find what the first has done. */
  readonly isOnce?: true;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** As the `Server` header says; empty if it says nothing. */
  readonly server: string;
  readonly retryAfter: string;
  readonly location: string;
  /** `X-Digest` and `X-Last-Modified`, as text; empty if they are not there. */
  readonly mark: string;
  readonly text: string;
}

export interface HttpClient {
  /** Any answer but a redirect, whatever its status. @throws GatewayError if there is none */
  send(call: Call): Promise<Answer>;
  close(): Promise<void>;
}

/** A list page of 500 resources of 1.5 MiB is more than anybody has. */
const maxAnswerBytes = 256 * 1024 * 1024;

const maxDelayMs = 30_000;

/** What the failures of a connection are called; all of them are worth another attempt except those marked final. */
export const connectionFailures: Readonly<Record<string, { readonly text: string; readonly isFinal?: boolean }>> = {
  ECONNREFUSED: { text: "connection refused" },
  ECONNRESET: { text: "the connection was reset" },
  EPIPE: { text: "the connection was closed" },
  ETIMEDOUT: { text: "the connection timed out" },
  EHOSTUNREACH: { text: "no route to the host" },
  EAI_AGAIN: { text: "the name could not be resolved for now" },
  ENOTFOUND: { text: "the host name is unknown", isFinal: true },
  UND_ERR_SOCKET: { text: "the connection was closed before the answer was complete" },
  UND_ERR_CONNECT_TIMEOUT: { text: "connecting took too long" },
  UND_ERR_HEADERS_TIMEOUT: { text: "no answer in time" },
  UND_ERR_BODY_TIMEOUT: { text: "the answer was not complete in time" },
  SELF_SIGNED_CERT_IN_CHAIN: { text: "its certificate is not trusted (give its CA)", isFinal: true },
  DEPTH_ZERO_SELF_SIGNED_CERT: { text: "its certificate is self-signed (give its CA)", isFinal: true },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { text: "its certificate is not trusted (give its CA)", isFinal: true },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { text: "its certificate is not trusted (give its CA)", isFinal: true },
  ERR_SSL_WRONG_VERSION_NUMBER: { text: "it does not speak TLS there (is it an http:// address?)", isFinal: true },
  CERT_HAS_EXPIRED: { text: "its certificate has expired", isFinal: true },
  ERR_TLS_CERT_ALTNAME_INVALID: { text: "its certificate is for another name", isFinal: true },
};

type Outcome = { readonly answer: Answer } | { readonly failure: string; readonly isFinal: boolean };

export function createHttpClient(connection: Connection): HttpClient {
  const { origin, retries, retryDelayMs } = connection;
  const dispatch = openDispatch(connection);
  const pace = createPace(connection.rateLimit);
  return {
    async send(call) {
      for (let attempt = 0; ; attempt += 1) {
        const outcome = await attemptOnce(dispatch, pace, connection, call);
        const isLast = attempt >= retries || call.isOnce === true;
        if ("answer" in outcome) {
          const { answer } = outcome;
          if (isLast || !isRetried(answer.status)) return refuseRedirect(call, answer);
          await sleep(delayBefore(attempt, retryDelayMs, answer.retryAfter));
        } else {
          if (isLast || outcome.isFinal) throw unreachable(origin, call, outcome.failure, attempt + 1);
          await sleep(delayBefore(attempt, retryDelayMs, ""));
        }
      }
    },
    close: () => dispatch.close(),
  };
}

async function attemptOnce(dispatch: Dispatch, pace: Pace, connection: Connection, call: Call): Promise<Outcome> {
  const { rootPath, token, timeoutMs } = connection;
  const hasBody = call.body !== undefined;
  await pace();
  try {
    const { status, headers, text } = await exchange(
      dispatch,
      {
        method: call.method,
        path: `${rootPath}${call.isBelowRoot ? "" : adminPath}${call.path}`,
        headers: {
          "x-api-key": token,
          accept: "application/json",
          ...(hasBody ? { "content-type": "application/json" } : {}),
          ...call.headers,
        },
        ...(hasBody ? { body: JSON.stringify(call.body) } : {}),
      },
      { timeoutMs, maxBytes: maxAnswerBytes },
    );
    const header = (name: string): string => String(headers[name] ?? "");
    return {
      answer: {
        status,
        contentType: header("content-type"),
        server: header("server"),
        retryAfter: header("retry-after"),
        location: header("location"),
        mark: [header("x-digest"), header("x-last-modified")].join(" ").trim(),
        text,
      },
    };
  } catch (error) {
    return failureOf(error, timeoutMs);
  }
}

/** Only the code is told: the text of an error may hold what was sent. */
function failureOf(error: unknown, timeoutMs: number): Outcome {
  if (error instanceof ExchangeError) {
    return error.reason === "timeout"
      ? { failure: `no answer within ${timeoutMs / 1000} s`, isFinal: false }
      : { failure: "its answer is too large", isFinal: true };
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const known = connectionFailures[code];
  if (known) return { failure: `${known.text} (${code})`, isFinal: known.isFinal === true };
  return { failure: `the call failed (${code || "unknown error"})`, isFinal: true };
}

function isRetried(status: number): boolean {
  return status === 429 || status >= 500;
}

/** Exponential with full jitter, so that clients that failed together do not come back together; `Retry-After` (RFC 9110, 10.2.3) is a minimum. */
function delayBefore(attempt: number, baseMs: number, retryAfter: string): number {
  const backoff = Math.min(maxDelayMs, baseMs * 2 ** attempt) * Math.random();
  return Math.min(maxDelayMs, Math.max(backoff, askedDelay(retryAfter)));
}

function askedDelay(retryAfter: string): number {
  if (retryAfter === "") return 0;
  const delay = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(delay) ? delay : 0;
}

/** A redirect could carry the key to another host. */
function refuseRedirect(call: Call, answer: Answer): Answer {
  if (answer.status < 300 || answer.status >= 400) return answer;
  const target = URL.canParse(answer.location) ? new URL(answer.location).origin : "another address";
  throw new GatewayError(
    `${call.method} ${call.path}: the server redirects (${answer.status}) to ${target}; redirects are not followed, give the gateway's own address`,
    answer.status,
  );
}

function unreachable(origin: string, call: Call, failure: string, attempts: number): GatewayError {
  const times = attempts === 1 ? "" : ` after ${attempts} attempts`;
  return new GatewayError(`${call.method} ${call.path}: cannot reach the gateway at ${origin}${times}: ${failure}`, 0);
}
