/** The breaker and the log of outages, with a clock that the test sets. */
import { expect, test } from "vitest";
import { createBreaker } from "../../../src/proxy/redis/breaker.ts";
import { createOutageLog } from "../../../src/proxy/redis/outage-log.ts";

type Step = readonly [ms: number, does: "asks" | "succeeds" | "fails", isAdmitted?: boolean];

test.each<[name: string, steps: readonly Step[]]>([
  [
    "admits all while nothing fails",
    [
      [0, "asks", true],
      [0, "asks", true],
      [1, "succeeds"],
      [1, "asks", true],
    ],
  ],
  [
    "is shut for the pause",
    [
      [0, "fails"],
      [0, "asks", false],
      [499, "asks", false],
      [500, "asks", true],
    ],
  ],
  [
    "lets one ask, and no second one before the first is told",
    [
      [0, "fails"],
      [500, "asks", true],
      [5000, "asks", false],
    ],
  ],
  [
    "opens with a success",
    [
      [0, "fails"],
      [500, "asks", true],
      [510, "succeeds"],
      [510, "asks", true],
      [510, "asks", true],
    ],
  ],
  [
    "shuts again with another failure",
    [
      [0, "fails"],
      [500, "asks", true],
      [900, "fails"],
      [1399, "asks", false],
      [1400, "asks", true],
    ],
  ],
])("%s", (_, steps) => {
  let now = 0;
  const breaker = createBreaker({ pauseMs: 500, now: () => now, random: () => 0.5 });
  for (const [ms, does, isAdmitted] of steps) {
    now = ms;
    if (does === "asks") expect(breaker.admits(), `at ${ms}`).toBe(isAdmitted);
    else if (does === "succeeds") breaker.succeeded();
    else breaker.failed();
  }
});

test("a store that fails between successes is told twice in half a minute", () => {
  let now = 0;
  const told: string[] = [];
  const log = createOutageLog(
    "redis",
    (message) => told.push(`${now / 1000} ${message.split(";")[0]}`),
    () => now,
  );
  for (; now < 31_000; now += 100) {
    log.away("slow");
    log.back();
  }
  expect(told).toEqual([
    "0 redis: slow",
    "0 redis: Redis counts again",
    "30 redis: slow",
    "30 redis: Redis counts again",
  ]);
});
