/** Posts spans to a collector in the background: a collector that is slow or away costs spans, which are counted, never requests or memory. */
import type { AccessEvent } from "../proxy/contract.ts";
import { exportBody, type TracedRequest } from "./spans.ts";
import type { TraceSettings } from "./trace-settings.ts";

export interface SpanCounts {
  /** Requests whose spans a collector took. */
  exported: number;
  /** Requests whose spans no collector took. */
  dropped: number;
}

export interface SpanExporter {
  readonly counts: Readonly<SpanCounts>;
  record(event: AccessEvent): void;
  /** Posts what waits, for two seconds at most. */
  close(): Promise<void>;
}

type Settings = Omit<TraceSettings, "sampler"> & {
  /** Milliseconds before a post is tried again; none further. */
  readonly retries?: readonly number[];
  /** Told when posting fails, and again after it went well in between. Never with an address or a header. */
  readonly onFault: (reason: string) => void;
};

const defaultRetries = [1_000, 3_000];
const longestWait = 30_000;
const closeWithin = 2_000;

/** Of the answers, those after which to try again (OTLP specification, section "Retryable Response Codes"). */
const retryable: ReadonlySet<number> = new Set([429, 502, 503, 504]);

export function createSpanExporter(settings: Settings): SpanExporter {
  const { queue, batch, delay, retries = defaultRetries, onFault } = settings;
  const counts: SpanCounts = { exported: 0, dropped: 0 };
  const stop = new AbortController();
  let waiting: TracedRequest[] = [];
  let timer: NodeJS.Timeout | undefined;
  let posting: Promise<void> | undefined;
  let isWell = true;
  let isClosing = false;

  function start(): void {
    clearTimeout(timer);
    timer = undefined;
    if (posting || waiting.length === 0 || stop.signal.aborted) return;
    const requests = waiting.slice(0, batch);
    waiting = waiting.slice(batch);
    posting = post(requests).then(() => {
      posting = undefined;
      if (isClosing || waiting.length >= batch) start();
      else arm();
    });
  }

  function arm(): void {
    if (timer || posting || waiting.length === 0) return;
    timer = setTimeout(start, delay);
    timer.unref();
  }

  async function post(requests: readonly TracedRequest[]): Promise<void> {
    const body = JSON.stringify(exportBody(requests, settings.attributes));
    let outcome = await attempt(settings, body, stop.signal);
    for (const pause of retries) {
      if (!outcome.mayTryAgain || stop.signal.aborted || isClosing) break;
      await pauseFor(Math.max(pause, outcome.wait), stop.signal);
      outcome = await attempt(settings, body, stop.signal);
    }
    counts[outcome.fault === undefined ? "exported" : "dropped"] += requests.length;
    if (outcome.fault !== undefined && isWell && !stop.signal.aborted) onFault(outcome.fault);
    isWell = outcome.fault === undefined;
  }

  return {
    counts,
    record(event) {
      if (!event.trace?.isSampled) return;
      if (waiting.length >= queue || isClosing) {
        counts.dropped++;
        return;
      }
      waiting.push({ event, at: Date.now() });
      if (waiting.length >= batch) start();
      else arm();
    },
    async close() {
      isClosing = true;
      const cut = setTimeout(() => stop.abort(), closeWithin);
      start();
      while (posting) await posting;
      clearTimeout(cut);
      counts.dropped += waiting.length;
      waiting = [];
    },
  };
}

interface Outcome {
  /** Undefined: the collector took them. */
  readonly fault?: string;
  readonly mayTryAgain: boolean;
  /** Milliseconds that the collector asks to wait. */
  readonly wait: number;
}

async function attempt({ url, headers, timeout }: Settings, body: string, stopped: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { ...headers, "Content-Type": "application/json" },
      // Headers may hold a token, which is for this address only.
      redirect: "manual",
      signal: AbortSignal.any([stopped, AbortSignal.timeout(timeout)]),
    });
    await response.body?.cancel();
    if (response.ok) return { mayTryAgain: false, wait: 0 };
    const asked = Number(response.headers.get("retry-after") ?? 0) * 1000;
    const wait = Number.isFinite(asked) ? Math.min(asked, longestWait) : 0;
    return { fault: `it answers ${response.status}`, mayTryAgain: retryable.has(response.status), wait };
  } catch (error) {
    return { fault: faultOf(error), mayTryAgain: true, wait: 0 };
  }
}

/** A code or a name: the message may quote the address. */
function faultOf(error: unknown): string {
  const { name, cause } = error as Error & { cause?: NodeJS.ErrnoException };
  return cause?.code ?? name;
}

/** Leaves no listener behind: a collector that is away is waited for again and again. */
function pauseFor(milliseconds: number, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      stopped.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    timer.unref();
    stopped.addEventListener("abort", end);
  });
}
