/** Rates of the last minute: which counts they are taken from, and over how long. */
import { expect, test } from "vitest";
import { Rates } from "../../src/watch/rates.ts";
import { Recorder } from "../../src/watch/recorder.ts";
import { accessEvent } from "./events.ts";

interface Step {
  /** Milliseconds. */
  readonly at: number;
  readonly requests?: Readonly<Record<string, readonly number[]>>;
}

/** Requests, each step followed by a look; the rates at the last step, before its own look. */
function ratesAfter(steps: readonly Step[]) {
  const recorder = new Recorder();
  const rates = new Rates(recorder, 0);
  for (const [index, { at, requests }] of steps.entries()) {
    for (const [route, statuses] of Object.entries(requests ?? {})) {
      for (const status of statuses) recorder.record(accessEvent({ status, ...(route !== "" && { route }) }));
    }
    if (index < steps.length - 1) rates.look(at);
    else return rates.current(at);
  }
  throw new Error("no steps");
}

const times = (count: number, status: number): number[] => Array.from({ length: count }, () => status);
const every5s = (from: number, to: number): Step[] =>
  Array.from({ length: (to - from) / 5_000 + 1 }, (_, index) => ({ at: from + index * 5_000 }));

const tables: readonly (readonly [
  name: string,
  steps: readonly Step[],
  seconds: number,
  rates: Readonly<Record<string, readonly number[]>>,
])[] = [
  ["nothing yet", [{ at: 1_000 }], 1, {}],
  ["asked at once", [{ at: 0 }], 0.001, {}],
  [
    "by route and class, busiest first",
    [{ at: 10_000, requests: { a: [200, 404], b: [...times(10, 201), ...times(5, 503)], "": [404] } }],
    10,
    { b: [0, 0, 1, 0, 0, 0.5], a: [0, 0, 0.1, 0, 0.1, 0], "": [0, 0, 0, 0, 0.1, 0] },
  ],
  [
    "since the start while it is younger than a minute",
    [...every5s(5_000, 25_000), { at: 30_000, requests: { a: times(30, 200) } }],
    30,
    { a: [0, 0, 1, 0, 0, 0] },
  ],
  [
    "what is older than a minute is forgotten",
    [{ at: 5_000, requests: { a: times(600, 200) } }, ...every5s(10_000, 70_000), { at: 71_000 }],
    61,
    {},
  ],
  [
    "of an hour, the last minute",
    [...every5s(5_000, 3_600_000), { at: 3_600_000, requests: { a: times(120, 200) } }],
    60,
    { a: [0, 0, 2, 0, 0, 0] },
  ],
];

test.each(tables)("%s", (_name, steps, seconds, expected) => {
  const { seconds: looked, routes } = ratesAfter(steps);
  expect(looked).toBe(seconds);
  expect(routes.map(({ route }) => route)).toEqual(Object.keys(expected));
  for (const { route, byClass, total } of routes) {
    expect(byClass).toEqual(expected[route]);
    expect(total).toBeCloseTo((expected[route] ?? []).reduce((sum, each) => sum + each, 0));
  }
});
