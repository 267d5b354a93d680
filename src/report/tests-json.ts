/** A run of policy tests for programs, as one JSON object (schemas/test-report.schema.json). */
import { coverageKinds } from "../testing/contract.ts";
import { safeJson } from "./safe-json.ts";
import { percentOf, type TestsInput } from "./tests-text.ts";

export function renderTestsJson({ report: { cases, coverage }, withCoverage }: Omit<TestsInput, "style">): string {
  const failed = cases.filter(({ findings }) => findings.length > 0).length;
  return safeJson({
    version: 1,
    counts: { passed: cases.length - failed, failed },
    cases: cases.map(({ file, name, span, findings }) => ({
      file,
      name,
      line: span.start.line,
      passed: findings.length === 0,
      findings,
    })),
    ...(withCoverage && {
      coverage: {
        percent: percentOf(coverage.items),
        kinds: Object.fromEntries(
          coverageKinds.map((kind) => {
            const all = coverage.items.filter((item) => item.kind === kind);
            const exercised = all.filter(({ isExercised }) => isExercised).length;
            return [kind, { exercised, total: all.length, percent: percentOf(all) }];
          }),
        ),
        neverExercised: coverage.items
          .filter(({ isExercised }) => !isExercised)
          .map(({ kind, name, source }) => ({
            kind,
            name,
            ...(source && { file: source.file, line: source.start.line }),
          })),
      },
    }),
  });
}
