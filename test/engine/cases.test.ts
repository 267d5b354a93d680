/** Runs every table in `cases/`: the sentences of the gateway reference as configuration, requests and results. */
import { describe, expect, test } from "vitest";
import { readCaseFiles } from "./case-file.ts";
import { runCase } from "./run-case.ts";

const files = readCaseFiles();

for (const { topic, cases } of files) {
  describe(topic, () => {
    for (const each of cases) {
      test(each.name, () => runCase(each));
    }
  });
}

test("there are at least 400 rows, and 25 for each plugin that is a topic of its own", () => {
  const rows = files.map(
    ({ topic, cases }) => [topic, cases.reduce((sum, each) => sum + each.requests.length, 0)] as const,
  );
  expect(rows.reduce((sum, [, count]) => sum + count, 0)).toBeGreaterThanOrEqual(400);
  const plugins = [
    "limit-req",
    "limit-conn",
    "cors",
    "proxy-rewrite",
    "response-rewrite",
    "fault-injection",
    "mocking",
  ];
  const few = plugins.filter((plugin) => !rows.some(([topic, count]) => topic === plugin && count >= 25));
  expect(few).toEqual([]);
});
