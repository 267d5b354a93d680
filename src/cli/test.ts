/** `rollcall test`: policy tests, run offline through the engine. */
import { nodeCrypto } from "../crypto/node.ts";
import { diagnosticFormats } from "../report/diagnostics.ts";
import { createStyle, type Style } from "../report/style.ts";
import { renderTestsJson } from "../report/tests-json.ts";
import { renderTestsJunit } from "../report/tests-junit.ts";
import { percentOf, renderTestsText } from "../report/tests-text.ts";
import type { TestReport } from "../testing/contract.ts";
import { runTests } from "../testing/run-tests.ts";
import { version } from "../version.ts";
import type { FormatTarget } from "./lint.ts";
import { type ReadTests, type ReadTestsOptions, readTests } from "./read-tests.ts";
import { renderDiagnostics } from "./render-diagnostics.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

export interface TestOptions extends ReadTestsOptions {
  /** Text on standard output by default. */
  readonly format?: readonly FormatTarget[];
  readonly filter?: string;
  readonly coverage?: boolean;
  readonly minCoverage?: number;
}

export async function runTest(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<number> {
  const { filter, minCoverage } = options;
  const targets = options.format ?? [{ format: "text" }];
  const read = await readTests(paths, options, terminal);
  if (read.diagnostics.length > 0) {
    const files = [...read.sources.keys()];
    const checked = { diagnostics: read.diagnostics, files, sources: read.sources };
    for (const { format, file } of targets) {
      await write((style) => renderDiagnostics(checked, format, style), file, terminal);
    }
    return exitCodes.findings;
  }
  const isWanted = filter === undefined ? undefined : (name: string) => name.includes(filter);
  const report = await runTests(read.files, { crypto: nodeCrypto, ...(isWanted && { isWanted }) });
  if (report.cases.length === 0) throw new CommandError(`no case has "${filter}" in its name.`);
  for (const { format, file } of targets) {
    await write((style) => render(report, read, format, options, style), file, terminal);
  }
  const isCovered = minCoverage === undefined || percentOf(report.coverage.items) >= minCoverage;
  if (!isCovered) {
    const reached = percentOf(report.coverage.items);
    terminal.note(
      `${terminal.noteStyle.red("error:")} coverage is ${reached}%, and --min-coverage asks for ${minCoverage}%.`,
    );
  }
  return isCovered && report.cases.every(({ findings }) => findings.length === 0) ? exitCodes.fine : exitCodes.findings;
}

function render(
  report: TestReport,
  { sources }: ReadTests,
  format: FormatTarget["format"],
  { coverage, minCoverage }: TestOptions,
  style: Style,
): string {
  const withCoverage = coverage === true || minCoverage !== undefined;
  const input = { report, withCoverage, sources, style };
  if (format === "text") return renderTestsText(input);
  if (format === "json") return renderTestsJson(input);
  if (format === "junit") return renderTestsJunit(input);
  const diagnostics = report.cases.flatMap(({ findings }) => findings);
  const files = [...new Set(report.cases.map(({ file }) => file))];
  return diagnosticFormats[format]({ diagnostics, files, sources, style, toolVersion: version });
}

async function write(rendered: (style: Style) => string, file: string | undefined, terminal: Terminal): Promise<void> {
  if (file === undefined) {
    terminal.out(rendered(terminal.outStyle));
    return;
  }
  const { writePrivateFile } = await import("./write-file.ts");
  await writePrivateFile(file, `${rendered(createStyle(false))}\n`, terminal);
}
