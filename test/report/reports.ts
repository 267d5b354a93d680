/** Findings of every form, for the tests of the formats that machines read. */
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { DiagnosticFormat } from "../../src/report/diagnostics.ts";
import { diagnosticFormats } from "../../src/report/diagnostics.ts";
import { createStyle } from "../../src/report/style.ts";

interface Run {
  readonly files: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const position = (line: number, column: number, offset: number) => ({ line, column, offset });
const spanIn = (file: string) => ({ file, start: position(2, 7, 17), end: position(2, 12, 22) });

const finding: Diagnostic = {
  rule: "schema/pattern",
  severity: "error",
  message: '"username" must not contain \u0007 <b> & "q" % ::error::x',
  span: spanIn("a.yaml"),
  help: "Take it out.\r\nThen again.",
};

export const runs: Readonly<Record<string, Run>> = {
  "no files": { files: [], diagnostics: [] },
  "no findings": { files: ["a.yaml"], diagnostics: [] },
  "every severity": {
    files: ["a.yaml"],
    diagnostics: [
      finding,
      { ...finding, rule: "credential/weak-secret", severity: "warning" },
      { ...finding, rule: "label/misspelt", severity: "info" },
      { ...finding, rule: "credential/literal-secret", severity: "warning" },
    ],
  },
  "related places, in the same file and in another": {
    files: ["a.yaml", "b.yaml"],
    diagnostics: [
      {
        ...finding,
        rule: "credential/unique-key",
        related: [
          { span: spanIn("a.yaml"), message: "first here" },
          { span: spanIn("b.yaml"), message: "and\nhere" },
        ],
      },
    ],
  },
  "no place, no help": {
    files: ["a.yaml"],
    diagnostics: [{ rule: "document/shape", severity: "error", message: "nothing" }],
  },
  "several files, equal findings, a span of several lines": {
    files: ["a.yaml", "b.yaml"],
    diagnostics: [
      finding,
      finding,
      { ...finding, span: { ...spanIn("b.yaml"), end: position(4, 1, 40) } },
      { ...finding, span: { ...spanIn("b.yaml"), end: position(2, 7, 17) } },
    ],
  },
  "names that mean something in an address": {
    files: ["c:#d?e%20 ü/<f>.yaml", "/tmp/a b.yaml", "C:\\a\\b.yaml", "../up.yaml", "\ud800.yaml", "<stdin>"],
    diagnostics: ["c:#d?e%20 ü/<f>.yaml", "/tmp/a b.yaml", "C:\\a\\b.yaml", "../up.yaml", "\ud800.yaml", "<stdin>"].map(
      (file) => ({ ...finding, span: spanIn(file) }),
    ),
  },
  "a rule of no page": { files: ["a.yaml"], diagnostics: [{ ...finding, rule: "own/rule" }] },
};

export function render(format: DiagnosticFormat, { files, diagnostics }: Run): string {
  return diagnosticFormats[format]({
    diagnostics,
    files,
    sources: new Map(),
    style: createStyle(false),
    toolVersion: "0.1.0",
  });
}
