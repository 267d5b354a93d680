/** A run of policy tests as JUnit XML (the schema of Jenkins, junit-10.xsd): a suite for each file, a test for each case. */
import type { CaseResult } from "../testing/contract.ts";
import { formatPosition } from "./diagnostics-text.ts";
import type { TestsInput } from "./tests-text.ts";
import { element, xmlDocument } from "./xml.ts";

export function renderTestsJunit({ report: { cases } }: Pick<TestsInput, "report">): string {
  const files = [...new Set(cases.map(({ file }) => file))];
  const suites = files.map((file) => {
    const own = cases.filter((each) => each.file === file);
    const attributes = { name: file, tests: own.length, failures: failuresOf(own), errors: 0, skipped: 0 };
    return element("testsuite", attributes, own.map(testCase));
  });
  const totals = { tests: cases.length, failures: failuresOf(cases), errors: 0 };
  return xmlDocument(element("testsuites", { name: "rollcall test", ...totals }, suites));
}

function failuresOf(cases: readonly CaseResult[]): number {
  return cases.filter(({ findings }) => findings.length > 0).length;
}

function testCase({ file, name, findings }: CaseResult): string {
  const [first] = findings;
  if (!first) return element("testcase", { classname: file, name });
  const details = findings.map(({ message, span, help }) =>
    [message, span ? formatPosition(span) : "", help ?? ""].filter((line) => line !== "").join("\n"),
  );
  const failure = element("failure", { type: first.rule, message: first.message }, [], details.join("\n\n"));
  return element("testcase", { classname: file, name }, [failure]);
}
