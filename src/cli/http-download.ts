/** Fetches one thing over HTTP in as many pieces as it takes: a broken download goes on where it ended (RFC 9110, 14.2 and 13.1.5). */
import { setTimeout as sleep } from "node:timers/promises";
import type { Dispatcher } from "undici";
import type { Dispatch } from "../gateway/dispatch.ts";

export interface DownloadLimits {
  /** From the first call to the last byte. */
  readonly totalMs: number;
  readonly maxBytes: number;
  readonly attempts: number;
  readonly retryDelayMs: number;
}

export interface DownloadRequest {
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Download {
  readonly status: number;
  readonly headers: Headers;
  /** Empty unless the status is 200. */
  readonly bytes: Uint8Array;
}

export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Why there is none, apart from what the connection itself reports. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
}

/** What has come so far of an answer that can be gone on with. */
interface Part {
  tag: string;
  headers: Headers;
  chunks: Buffer[];
  size: number;
}

/** @throws DownloadError, or undici's error with its code */
export async function download(
  dispatch: Dispatch,
  request: DownloadRequest,
  limits: DownloadLimits,
  closed: AbortSignal,
): Promise<Download> {
  // Not AbortSignal.any: what it ties to a signal that lives long is not let go in each version of Node.
  const ended = new AbortController();
  const end = (): void => ended.abort();
  const timer = setTimeout(end, limits.totalMs);
  closed.addEventListener("abort", end);
  if (closed.aborted) end();
  try {
    return await downloadParts(dispatch, request, limits, { closed, signal: ended.signal });
  } finally {
    clearTimeout(timer);
    closed.removeEventListener("abort", end);
  }
}

async function downloadParts(
  dispatch: Dispatch,
  request: DownloadRequest,
  limits: DownloadLimits,
  { closed, signal }: { readonly closed: AbortSignal; readonly signal: AbortSignal },
): Promise<Download> {
  const part: Part = { tag: "", headers: {}, chunks: [], size: 0 };
  for (let attempt = 1; ; attempt += 1) {
    // Without a strong tag nothing says that the rest would be of the same thing.
    if (part.tag === "") Object.assign(part, { chunks: [], size: 0 });
    const isRest = part.size > 0;
    const range = isRest ? { range: `bytes=${part.size}-`, "if-range": part.tag } : {};
    try {
      const status = await attemptOnce(
        dispatch,
        { path: request.path, headers: { ...request.headers, ...range } },
        part,
        limits.maxBytes,
        signal,
      );
      const isNoRest = isRest && status === 416;
      const whole = status === 206 ? 200 : status;
      if (!isNoRest) return { status: whole, headers: part.headers, bytes: Buffer.concat(part.chunks) };
      part.tag = "";
    } catch (error) {
      if (closed.aborted) throw new DownloadError("it is no longer wanted");
      if (signal.aborted) throw new DownloadError(`it was not complete within ${limits.totalMs / 1000} s`);
      if (error instanceof DownloadError || attempt >= limits.attempts) throw error;
    }
    await sleep(limits.retryDelayMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
  }
}

/** The status; what came is in `part`. */
function attemptOnce(
  dispatch: Dispatch,
  request: DownloadRequest,
  part: Part,
  maxBytes: number,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    let status = 0;
    let controller: Dispatcher.DispatchController | undefined;
    let failure: Error | undefined;
    const fail = (error: Error): void => {
      failure ??= error;
      controller?.abort(failure);
      reject(failure);
    };
    const stop = (): void => fail(new DownloadError("it was given up"));
    const settle = (): void => signal.removeEventListener("abort", stop);
    signal.addEventListener("abort", stop);
    if (signal.aborted) return stop();
    dispatch.dispatch(
      { method: "GET", path: request.path, headers: request.headers },
      {
        onRequestStart(given) {
          controller = given;
          if (failure) given.abort(failure);
        },
        // Of several the last one is final: those before it are informational (RFC 9110, 15.2).
        onResponseStart(_, given, headers) {
          status = given;
          const problem = begin(status, headers, part, maxBytes);
          if (problem) fail(new DownloadError(problem));
        },
        onResponseData(_, chunk) {
          // What else a server says is of no use.
          if (status !== 200 && status !== 206) return;
          part.size += chunk.length;
          if (part.size > maxBytes) fail(new DownloadError(tooLarge(maxBytes)));
          else part.chunks.push(chunk);
        },
        onResponseEnd() {
          settle();
          resolve(status);
        },
        onResponseError(_, error) {
          settle();
          reject(failure ?? error);
        },
      },
    );
  });
}

/** What is wrong with an answer, if anything. */
function begin(status: number, headers: Headers, part: Part, maxBytes: number): string | undefined {
  if (status === 206) return rangeProblem(headers, part, maxBytes);
  if (status < 200 || (part.size > 0 && status !== 200)) return undefined;
  const tag = String(headers["etag"] ?? "");
  Object.assign(part, { tag: tag.startsWith('"') ? tag : "", headers, chunks: [], size: 0 });
  if (status !== 200) return undefined;
  if (String(headers["content-encoding"] ?? "identity") !== "identity")
    return "it comes encoded, which was not asked for";
  return Number(headers["content-length"] ?? 0) > maxBytes ? tooLarge(maxBytes) : undefined;
}

function rangeProblem(headers: Headers, part: Part, maxBytes: number): string | undefined {
  const [, first, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(String(headers["content-range"] ?? "")) ?? [];
  if (part.size === 0 || Number(first) !== part.size) return "the server sends another part than was asked for";
  return Number(total) > maxBytes ? tooLarge(maxBytes) : undefined;
}

function tooLarge(maxBytes: number): string {
  return `it is larger than ${maxBytes / 2 ** 20} MiB`;
}
