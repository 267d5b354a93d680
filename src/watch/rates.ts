/** Requests a second over the last minute, from counts that are looked at every few seconds: requests themselves pay nothing. */
import type { Recorder } from "./recorder.ts";

/** Milliseconds between two looks. */
export const lookEvery = 5_000;

const windowMs = 60_000;

export interface RouteRate {
  /** Empty: no route matched. */
  readonly route: string;
  /** Requests a second; index 1 to 5: of `1xx` to `5xx`. */
  readonly byClass: readonly number[];
  readonly total: number;
}

interface Look {
  readonly at: number;
  readonly byRoute: ReadonlyMap<string, Float64Array>;
}

export class Rates {
  readonly #recorder: Recorder;
  #looks: Look[] = [];

  constructor(recorder: Recorder, now: number) {
    this.#recorder = recorder;
    this.#looks.push(this.#look(now));
  }

  /** @param now milliseconds of a clock that only goes forward */
  look(now: number): void {
    this.#looks.push(this.#look(now));
    // The oldest that is kept is the youngest that is a window old.
    while ((this.#looks[1]?.at ?? now) <= now - windowMs) this.#looks.shift();
  }

  /** Routes with requests, busiest first; `seconds` is how long was looked at. */
  current(now: number): { readonly seconds: number; readonly routes: readonly RouteRate[] } {
    const start = this.#looks[0];
    const seconds = Math.max(0.001, (now - (start?.at ?? now)) / 1000);
    const routes: RouteRate[] = [];
    for (const [route, { byClass }] of this.#recorder.routes.entries()) {
      const before = start?.byRoute.get(route);
      const rates = Array.from(byClass, (count, index) => (count - (before?.[index] ?? 0)) / seconds);
      const total = rates.reduce((sum, rate) => sum + rate, 0);
      if (total > 0) routes.push({ route, byClass: rates, total });
    }
    return { seconds, routes: routes.sort((left, right) => right.total - left.total) };
  }

  #look(at: number): Look {
    const byRoute = new Map<string, Float64Array>();
    for (const [route, { byClass }] of this.#recorder.routes.entries()) byRoute.set(route, byClass.slice());
    return { at, byRoute };
  }
}
