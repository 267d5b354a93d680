/** What a sync tells of its progress, by the number of changes, the terminal and the mode. */
import { expect, test } from "vitest";
import { type ProgressMode, progressOf } from "../../src/cli/apply-progress.ts";
import { processTerminal, type Terminal } from "../../src/cli/terminal.ts";
import { change } from "../gateway/changes.ts";

/** Notes, and of the bar its first and last line. */
function told(mode: ProgressMode, total: number, isInteractive: boolean): readonly string[] {
  const notes: string[] = [];
  const bars: string[] = [];
  const terminal: Terminal = {
    ...processTerminal(),
    isInteractive,
    note: (text) => void notes.push(text),
    progress: (line, isLast) => void bars.push(`${line}${isLast ? " (last)" : ""}`),
  };
  const show = progressOf(mode, terminal);
  for (let done = 1; done <= total; done += 1) {
    const about = { change: change("consumers", `c${done}`, { username: `c${done}` }), total };
    show({ type: "started", done: done - 1, ...about });
    show({ type: "applied", done, ...about });
  }
  return [...notes.slice(0, 1), ...notes.slice(-1), ...bars.slice(0, 1), ...bars.slice(-1), `${notes.length} notes`];
}

test.each<[mode: ProgressMode, total: number, isInteractive: boolean, expected: readonly string[]]>([
  [
    "auto",
    1000,
    false,
    ["   1/1000 applied    create consumer c1", "1000/1000 applied    create consumer c1000", "1000 notes"],
  ],
  ["auto", 1001, false, ["101 of 1001 changes", "1001 of 1001 changes", "10 notes"]],
  [
    "lines",
    1001,
    true,
    ["   1/1001 applied    create consumer c1", "1001/1001 applied    create consumer c1001", "1001 notes"],
  ],
  ["none", 3, true, ["0 notes"]],
  [
    "auto",
    2,
    true,
    [
      "[============            ] 1/2 create consumer c1",
      "[========================] 2/2 create consumer c2 (last)",
      "0 notes",
    ],
  ],
])("%s, %i changes, on a terminal: %s", (mode, total, isInteractive, expected) => {
  expect(told(mode, total, isInteractive)).toEqual(expected);
});
