/** What the command line declares without loading the code behind it. */
import { expect, test } from "vitest";
import { lintFormats } from "../../src/cli/program.ts";
import { diagnosticFormats } from "../../src/report/diagnostics.ts";

test("lint offers every format of the reports, in the same order", () => {
  expect(lintFormats).toEqual(Object.keys(diagnosticFormats));
});
