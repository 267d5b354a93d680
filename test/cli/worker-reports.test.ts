/** What a worker tells ahead of a controlling thread that does not listen is bounded, and what is left out is counted. */
import { expect, test } from "vitest";
import { createWorkerReports } from "../../src/cli/worker-reports.ts";
import { accessEvent } from "../watch/events.ts";

function begin() {
  const sent: { readonly events: number; readonly lost: number }[] = [];
  const reports = createWorkerReports((events, lost) => sent.push({ events: events.length, lost }));
  const add = (times: number): void => {
    for (let time = 0; time < times; time++) reports.add(accessEvent({}));
  };
  const told = () => sent.reduce((sum, { events }) => sum + events, 0);
  return { sent, reports, add, told };
}

test("all are told while the thread listens", () => {
  const { sent, reports, add, told } = begin();
  for (let round = 0; round < 400; round++) {
    add(256);
    reports.heard();
  }
  expect([told(), sent.every(({ events, lost }) => events === 256 && lost === 0)]).toEqual([400 * 256, true]);
});

test("few are told after a moment", async () => {
  const { sent, add } = begin();
  add(3);
  expect(sent).toEqual([]);
  await expect.poll(() => sent).toEqual([{ events: 3, lost: 0 }]);
});

test("what nobody hears is kept up to a limit, and told of when somebody does", () => {
  const { sent, reports, add, told } = begin();
  add(200_000);
  reports.add({ kind: "fault", reason: "a fault is never left out" });
  const ahead = told();
  expect(ahead).toBe(2 ** 15);
  reports.tell();
  expect(told()).toBe(ahead);
  reports.heard();
  expect(sent.at(-1)).toEqual({ events: 257, lost: 200_000 - ahead - 256 });
});
