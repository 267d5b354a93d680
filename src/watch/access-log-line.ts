/** What the access log says of a request: named fields only, so that no header, body or credential can get into it. */
import type { AccessEvent } from "../proxy/contract.ts";

/** One line of the JSON format; docs/operations.md describes the fields. */
export interface AccessLogEntry {
  /** When the answer ended (RFC 3339, UTC). */
  readonly time: string;
  readonly remoteAddress: string;
  readonly method: string;
  readonly path: string;
  readonly httpVersion: string;
  readonly status: number;
  readonly bytes: number;
  readonly duration: number;
  readonly route?: string;
  readonly consumer?: string;
  readonly upstream?: string;
  readonly upstreamDuration?: number;
  readonly plugin?: string;
  readonly reason?: string;
  readonly traceId?: string;
}

/** @param at milliseconds since the epoch */
export function accessLogEntry(event: AccessEvent, at: number): AccessLogEntry {
  const { route, consumer, upstream, upstreamDuration, plugin, reason, trace } = event;
  return {
    time: new Date(at).toISOString(),
    remoteAddress: event.remoteAddress,
    method: event.method,
    path: event.path,
    httpVersion: event.httpVersion,
    status: event.status,
    bytes: event.bytes,
    duration: rounded(event.duration),
    ...(route !== undefined && { route }),
    ...(consumer !== undefined && { consumer }),
    ...(upstream !== undefined && { upstream }),
    ...(upstreamDuration !== undefined && { upstreamDuration: rounded(upstreamDuration) }),
    ...(plugin !== "" && { plugin }),
    ...(reason !== "" && { reason }),
    ...(trace && { traceId: trace.traceId }),
  };
}

/** Common Log Format: https://httpd.apache.org/docs/2.4/logs.html#common; the user is the consumer. Ends with a line feed. */
export function commonLogLine(event: AccessEvent, at: number): string {
  const user = event.consumer === undefined ? "-" : escaped(event.consumer).replaceAll(" ", "\\x20");
  const version = event.httpVersion === "" ? "" : ` HTTP/${event.httpVersion}`;
  const request = event.method === "" ? "-" : `${escaped(event.method)} ${escaped(event.path)}${version}`;
  const bytes = event.bytes === 0 ? "-" : event.bytes;
  return `${event.remoteAddress || "-"} - ${user} [${clfTime(at)}] "${request}" ${event.status} ${bytes}\n`;
}

/** Microseconds are exact enough. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000;
}

/** As Apache escapes: no text of a client ends a field or a line. */
function escaped(text: string): string {
  return text.replace(/["\\]|[^\x20-\x7e]/gu, (character) =>
    character === '"' || character === "\\"
      ? `\\${character}`
      : [...new TextEncoder().encode(character)].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""),
  );
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

let lastSecond = -1;
let lastTime = "";

/** `24/Nov/2026:21:42:47 +0000`; made once a second. */
function clfTime(at: number): string {
  const second = Math.floor(at / 1000);
  if (second !== lastSecond) {
    lastSecond = second;
    const iso = new Date(at).toISOString();
    lastTime = `${iso.slice(8, 10)}/${months[Number(iso.slice(5, 7)) - 1]}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
  }
  return lastTime;
}
