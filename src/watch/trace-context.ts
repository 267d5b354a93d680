/** Which trace a request belongs to: continues what `traceparent` says (W3C Trace Context, https://www.w3.org/TR/trace-context/), or begins one. */
import { randomFillSync } from "node:crypto";
import type { RequestTrace, Trace } from "../proxy/contract.ts";
import type { Sampler } from "./sampler.ts";

export interface TraceParent {
  readonly traceId: string;
  readonly spanId: string;
  readonly isSampled: boolean;
}

export function createTrace(isSampled: Sampler): Trace {
  return (headers) => {
    const parent = parentOf(headers);
    const traceId = parent?.traceId ?? randomHex(16);
    const trace: RequestTrace = {
      traceId,
      spanId: randomHex(8),
      upstreamSpanId: randomHex(8),
      isSampled: isSampled(traceId, parent),
      ...(parent && { parentSpanId: parent.spanId }),
    };
    return trace;
  };
}

type Headers = Parameters<Trace>[0];

/** Undefined if there is none, or more than one: then nobody can tell which is meant. */
function parentOf(headers: Headers): TraceParent | undefined {
  let found: string | undefined;
  for (const [name, value] of headers) {
    if (name.length !== "traceparent".length || name.toLowerCase() !== "traceparent") continue;
    if (found !== undefined) return undefined;
    found = value;
  }
  return found === undefined ? undefined : parseTraceParent(found);
}

const form = /^([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/;

/** Later versions may add fields behind those of version 00 (section 3.2.4). */
export function parseTraceParent(text: string): TraceParent | undefined {
  const [, version, traceId = "", spanId = "", flags = "", more] = form.exec(text) ?? [];
  if (version === undefined || version === "ff" || (version === "00" && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

const pool = Buffer.alloc(8192);
let used = pool.length;

/** Never all zero, which stands for none. */
function randomHex(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const text = pool.toString("hex", used, used + bytes);
  used += bytes;
  return /^0+$/.test(text) ? randomHex(bytes) : text;
}
