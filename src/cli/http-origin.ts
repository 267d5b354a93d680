/** Fetches an artifact, or what a small document points to, over HTTP(S). */

import type { ProxyAddresses } from "../gateway/connection.ts";
import { openDispatch } from "../gateway/dispatch.ts";
import { connectionFailures } from "../gateway/http.ts";
import type { ArtifactOrigin, Candidate, Version } from "./artifact-origin.ts";
import { readPointer } from "./artifact-pointer.ts";
import { type Download, DownloadError, type DownloadLimits, download } from "./http-download.ts";
import type { RemoteAccess } from "./remote-access.ts";
import { shownAddress } from "./remote-address.ts";
import { CommandError } from "./terminal.ts";

export interface HttpLimits extends DownloadLimits {
  /** Without a byte. */
  readonly idleMs: number;
}

const usualLimits: HttpLimits = {
  idleMs: 30_000,
  totalMs: 900_000,
  maxBytes: 2 ** 30,
  attempts: 4,
  retryDelayMs: 250,
};

/** @param url without a password */
export function openHttpOrigin(
  url: URL,
  access: RemoteAccess,
  proxy: ProxyAddresses,
  limits: HttpLimits = usualLimits,
): ArtifactOrigin {
  const name = shownAddress(url);
  const closed = new AbortController();
  const dispatch = openDispatch({
    origin: url.origin,
    rootPath: "",
    token: "",
    tls: access.ca === undefined ? {} : { ca: Buffer.from(access.ca) },
    timeoutMs: limits.idleMs,
    retries: 0,
    retryDelayMs: 0,
    concurrency: 1,
    pageSize: 0,
    rateLimit: Number.POSITIVE_INFINITY,
    proxy,
  });
  const headers = {
    accept: "application/octet-stream, application/json",
    "accept-encoding": "identity",
    ...authorization(url, access),
  };

  const fetchFrom = async (from: URL, tag: string | undefined): Promise<Download> => {
    const shown = shownAddress(from);
    const conditional = tag === undefined ? {} : { "if-none-match": tag };
    const request = { path: `${from.pathname}${from.search}`, headers: { ...headers, ...conditional } };
    const answer = await download(dispatch, request, limits, closed.signal).catch((error: unknown) => {
      throw new CommandError(`${shown}: ${failureOf(error, limits)}.`);
    });
    if (answer.status === 200 || (answer.status === 304 && tag !== undefined)) return answer;
    throw new CommandError(`${shown}: ${refusalOf(answer)}`);
  };

  /** Where the last artifact was, beside which its base is. */
  let beside = url;
  return {
    name,
    async base(digest) {
      return (await fetchFrom(new URL(`${digest}.rca`, beside), undefined)).bytes;
    },
    async take(known): Promise<Candidate | undefined> {
      const first = await fetchFrom(url, known?.tag);
      if (first.status === 304) return undefined;
      const tag = first.headers["etag"] === undefined ? undefined : String(first.headers["etag"]);
      const version: Version = tag === undefined ? {} : { tag };
      const pointer = readPointer(first.bytes, url, name);
      beside = pointer?.url ?? url;
      if (!pointer) return { bytes: first.bytes, version };
      const { digest } = pointer;
      if (digest === known?.digest) return undefined;
      const object = await fetchFrom(pointer.url, undefined);
      return { bytes: object.bytes, version: { ...version, digest } };
    },
    async close() {
      if (closed.signal.aborted) return;
      closed.abort();
      await dispatch.close();
    },
  };
}

function authorization(url: URL, { token }: RemoteAccess): Readonly<Record<string, string>> {
  if (token === undefined) return {};
  const user = decodeURIComponent(url.username);
  return {
    authorization:
      user === "" ? `Bearer ${token}` : `Basic ${Buffer.from(`${user}:${token}`, "utf8").toString("base64")}`,
  };
}

/** Only the code is told: the text of an error may hold what was sent. */
function failureOf(error: unknown, { idleMs }: HttpLimits): string {
  if (error instanceof DownloadError) return error.message;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "UND_ERR_BODY_TIMEOUT" || code === "UND_ERR_HEADERS_TIMEOUT")
    return `nothing came for ${idleMs / 1000} s`;
  return `it cannot be fetched: ${connectionFailures[code]?.text ?? "the call failed"} (${code})`;
}

const refusals: Readonly<Record<number, string>> = {
  401: "the server wants a token, or another one: ROLLCALL_SOURCE_TOKEN or --source-token-file.",
  403: "the server does not let this token have it.",
  404: "there is nothing at this address.",
};

/** A redirect could carry the token to another host. */
function refusalOf({ status, headers }: Download): string {
  if (status >= 300 && status < 400 && status !== 304) {
    const location = String(headers["location"] ?? "");
    const target = URL.canParse(location) ? new URL(location).origin : "another address";
    return `the server redirects (${status}) to ${target}; redirects are not followed, give the artifact's own address.`;
  }
  return `the server answers ${status}: ${refusals[status] ?? "it has no artifact to give."}`;
}
