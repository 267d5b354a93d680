/** What the command line declares without loading the code behind it. */
import { expect, test } from "vitest";
import { createProgram, lintFormats } from "../../src/cli/program.ts";
import { processTerminal } from "../../src/cli/terminal.ts";
import { diagnosticFormats } from "../../src/report/diagnostics.ts";

test("lint offers every format of the reports, in the same order", () => {
  expect(lintFormats).toEqual(Object.keys(diagnosticFormats));
});

const terminal = processTerminal();
const ofWords = (word?: string) => createProgram(terminal, () => {}, word).commands;
const all = ofWords();

test.each(all.map((command) => [command.name(), command] as const))(
  "%s alone is built as among all",
  (name, command) => {
    expect(ofWords(name).map((alone) => alone.helpInformation())).toEqual([command.helpInformation()]);
  },
);

test.each([["lnit"], ["help"], ["--help"], [""]])("all commands are known where the first word is %j", (word) => {
  expect(ofWords(word).length).toBe(all.length);
});
