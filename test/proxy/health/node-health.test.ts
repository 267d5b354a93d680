/** When reports change the state of a node. */
import { expect, test } from "vitest";
import type { HealthRules } from "../../../src/artifact/contract.ts";
import { NodeHealth, type Report, reportOfStatus } from "../../../src/proxy/health/node-health.ts";

const rules: HealthRules = {
  healthyStatuses: [200, 302],
  unhealthyStatuses: [500, 503],
  successes: 2,
  httpFailures: 3,
  tcpFailures: 2,
  timeouts: 2,
};

const letters: Readonly<Record<string, Report>> = { s: "success", h: "httpFailure", t: "tcpFailure", o: "timeout" };

// In `states`, + is healthy and - is not, after each report.
const cases: [name: string, reports: string, states: string, more?: Partial<HealthRules>][] = [
  ["statuses", "hhh", "++-"],
  ["connections", "tt", "+-"],
  ["time-outs", "oo", "+-"],
  ["a success in between forgets failures", "hhshhthh", "++++++--"],
  ["kinds of failures are counted apart", "hhtoo", "++++-"],
  ["back after successes in a row", "ttstss", "+----+"],
  ["what brought it down is forgotten when it is back", "ttssttt", "+--++--"],
  ["a count of 0 counts nothing", "tttt", "++++", { tcpFailures: 0 }],
  ["successes of 0: it does not come back", "ttssss", "+-----", { successes: 0 }],
  ["at once", "h", "-", { httpFailures: 1 }],
];

test.each(cases)("%s", (_name, reports, states, more = {}) => {
  const health = new NodeHealth();
  const seen = [...reports].map((letter) => {
    const before = health.isHealthy;
    const hasChanged = health.report(letters[letter] ?? "success", { ...rules, ...more });
    expect(hasChanged).toBe(before !== health.isHealthy);
    return health.isHealthy ? "+" : "-";
  });
  expect(seen.join("")).toBe(states);
});

test.each([
  [200, "success"],
  [302, "success"],
  [500, "httpFailure"],
  [404, undefined],
])("status %i", (status, report) => {
  expect(reportOfStatus(rules, status)).toBe(report);
});
