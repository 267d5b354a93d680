/** Runs files of policy tests against the compiled configuration, through the engine that also serves. */
import type { CaseResult, TestFile, TestReport, TestServices } from "./contract.ts";
import { CoverageRecord } from "./coverage.ts";
import { runCase } from "./run-case.ts";
import { openSubject } from "./subject.ts";

/** Cases run one after another, in the order written. */
export async function runTests(files: readonly TestFile[], services: TestServices): Promise<TestReport> {
  const coverage = new CoverageRecord();
  const cases: CaseResult[] = [];
  for (const file of files) {
    const exercised = coverage.begin(file.config);
    const subject = openSubject(file, services);
    for (const [index, { name }] of file.test.cases.entries()) {
      if (services.isWanted && !services.isWanted(name)) continue;
      cases.push(await runCase(file, index, subject, services, exercised));
    }
  }
  return { cases, coverage: coverage.coverage() };
}
