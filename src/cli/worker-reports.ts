/**
 * What a worker tells the controlling thread of its requests: some at a time, and no more ahead of it than a bounded part of
 * the memory takes. A thread that cannot keep up with all workers learns how many requests it was not told of.
 */
import type { ProxyEvent } from "../proxy/contract.ts";

export interface WorkerReports {
  add(event: ProxyEvent): void;
  /** What waits is told now, if it may be. */
  tell(): void;
  /** The controlling thread has taken one report. */
  heard(): void;
}

/** Milliseconds that an event waits for more. */
const waitMs = 20;

/** Events that are told without waiting for more. */
const fullSize = 256;

/** Events of reports that nobody has heard yet: about 16 MB. */
const mostUnheard = 2 ** 15;

/** @param send one report; `lost` are the events since the last one that were not kept */
export function createWorkerReports(send: (events: readonly ProxyEvent[], lost: number) => void): WorkerReports {
  const unheard: number[] = [];
  let unheardEvents = 0;
  let events: ProxyEvent[] = [];
  let lost = 0;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (unheardEvents >= mostUnheard) return;
    unheard.push(events.length);
    unheardEvents += events.length;
    send(events, lost);
    events = [];
    lost = 0;
  };
  return {
    tell,
    add(event) {
      // Faults are few, and no count of requests.
      if (events.length >= fullSize && unheardEvents >= mostUnheard && event.kind !== "fault") {
        lost++;
        return;
      }
      events.push(event);
      if (events.length >= fullSize) tell();
      else timer ??= setTimeout(tell, waitMs);
    },
    heard() {
      const wasFull = unheardEvents >= mostUnheard;
      unheardEvents -= unheard.shift() ?? 0;
      if (wasFull) tell();
    },
  };
}
