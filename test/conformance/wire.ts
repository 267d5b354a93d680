/** One request over a socket of its own, exactly the octets of the table: an HTTP client would refuse or mend many of them. */
import { connect } from "node:net";
import type { GatewayRequest } from "../../src/engine/contract.ts";
import type { WireAnswer } from "./contract.ts";

export interface Place {
  readonly host: string;
  readonly port: number;
}

const timeoutMs = 15_000;
/** No route of the tables has it. */
const neutralHost = "conformance.invalid";

/** The octets of a request; header values hold one octet a character. */
export function wireBytes(request: Pick<GatewayRequest, "method" | "target" | "headers">, body: string): Buffer {
  const { method, target, headers } = request;
  const isGiven = (name: string) => headers.some(([each]) => each.toLowerCase() === name);
  const octets = Buffer.from(body);
  const fields = [
    ...(isGiven("host") ? [] : [["Host", neutralHost] as const]),
    ...headers,
    ...(octets.length > 0 && !isGiven("content-length") ? [["Content-Length", String(octets.length)] as const] : []),
    ...(isGiven("connection") ? [] : [["Connection", "close"] as const]),
  ];
  const lines = fields.map(([name, value]) => Buffer.from(`${name}: ${value}\r\n`, "latin1"));
  return Buffer.concat([Buffer.from(`${method} ${target} HTTP/1.1\r\n`), ...lines, Buffer.from("\r\n"), octets]);
}

/** @throws Error if there is no whole answer within 15 s */
export function exchange(
  { host, port }: Place,
  bytes: Uint8Array,
  options: { readonly localAddress?: string; readonly signal: AbortSignal },
): Promise<WireAnswer> {
  const { localAddress, signal } = options;
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const socket = connect({ host, port, ...(localAddress !== undefined && { localAddress }) });
    const interrupt = (): void => void socket.destroy(new Error("interrupted"));
    signal.addEventListener("abort", interrupt, { once: true });
    let failure: Error | undefined;
    socket.setTimeout(timeoutMs, () => socket.destroy(new Error(`no answer in ${timeoutMs / 1000} s`)));
    socket.on("data", (chunk) => chunks.push(chunk));
    // A refusal may come before all of the request is sent, with the connection reset behind it: what was read counts.
    socket.on("error", (error) => (failure = error));
    socket.on("close", () => {
      signal.removeEventListener("abort", interrupt);
      const answer = parseAnswer(Buffer.concat(chunks));
      if (answer && !signal.aborted) resolve(answer);
      else reject(failure ?? new Error("the connection was closed without a whole answer"));
    });
    socket.write(bytes);
  });
}

/** Undefined for anything but a whole final answer. Header values hold one octet a character. */
export function parseAnswer(bytes: Buffer): WireAnswer | undefined {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = bytes.subarray(0, end).toString("latin1").split("\r\n");
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(first)?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) return undefined;
  const rest = bytes.subarray(end + 4);
  if (status < 200) return parseAnswer(rest);
  const headers = lines.map((line) => {
    const colon = line.indexOf(":");
    return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
  });
  const fieldOf = (name: string) => headers.find(([each]) => each.toLowerCase() === name)?.[1];
  const length = Number(fieldOf("content-length") ?? rest.length);
  const isChunked = /chunked/i.test(fieldOf("transfer-encoding") ?? "");
  if (!isChunked && rest.length < length) return undefined;
  const body = isChunked ? unchunked(rest) : rest.subarray(0, length);
  return body && { status, headers, body: body.toString("utf8") };
}

function unchunked(bytes: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf("\r\n", at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(bytes.toString("latin1", at, lineEnd), 16);
    if (Number.isNaN(size) || lineEnd + 2 + size > bytes.length) return undefined;
    if (size === 0) return Buffer.concat(chunks);
    chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
}
