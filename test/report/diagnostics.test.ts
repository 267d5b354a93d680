/** Whole reports, small. */
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { diagnosticFormats } from "../../src/report/diagnostics.ts";
import { createStyle } from "../../src/report/style.ts";

const at = (line: number, column: number, offset: number) => ({ line, column, offset });
const duplicate: Diagnostic = {
  rule: "a/b",
  severity: "error",
  message: "taken\u001b[2J",
  span: { file: "one.yaml", start: at(1, 7, 6), end: at(1, 8, 7) },
  related: [{ span: { file: "two.yaml", start: at(1, 6, 5), end: at(1, 7, 6) }, message: "first" }],
  help: "Rename it.",
};
const sources = new Map([
  ["one.yaml", "name: x"],
  ["two.yaml", "key: s3cret"],
]);

describe("text", () => {
  test.each<[name: string, diagnostics: readonly Diagnostic[], expected: string]>([
    ["nothing found", [], "no problems, 2 files checked"],
    [
      "two files, a gap for control characters, a masked value",
      [duplicate],
      "error[a/b]: taken�[2J\n  --> one.yaml:1:7\n    │\n  1 │ name: x\n    │       ^\n  ::: two.yaml:1:6\n    │\n  1 │ key: ••••••\n    │      ------ first\n  help: Rename it.\n\n1 error, 2 files checked",
    ],
    [
      "no place, and a file whose text is not known",
      [
        { rule: "a/c", severity: "warning", message: "m" },
        {
          rule: "a/d",
          severity: "info",
          message: "n",
          span: { file: "\u001b.yaml", start: at(3, 2, 9), end: at(3, 2, 9) },
        },
      ],
      "warning[a/c]: m\n\ninfo[a/d]: n\n  --> �.yaml:3:2\n\n1 warning, 1 info, 2 files checked",
    ],
  ])("%s", (_, diagnostics, expected) => {
    expect(
      diagnosticFormats.text({
        diagnostics,
        sources,
        style: createStyle(false),
        toolVersion: "0.0.0",
        files: [...sources.keys()],
      }),
    ).toBe(expected);
  });

  test("a line break in a message starts no line of its own", () => {
    const forged: Diagnostic = { rule: "a/b", severity: "error", message: 'no field "x\nerror[y]: z"', help: "a\r\nb" };
    const text = diagnosticFormats.text({
      diagnostics: [forged],
      files: [...sources.keys()],
      sources,
      style: createStyle(false),
      toolVersion: "0.0.0",
    });
    expect(text.split("\n")).toEqual([
      'error[a/b]: no field "x�error[y]: z"',
      "  help: a��b",
      "",
      "1 error, 2 files checked",
    ]);
  });

  test("colours are switched off again", () => {
    const text = diagnosticFormats.text({
      diagnostics: [duplicate],
      files: [...sources.keys()],
      sources,
      style: createStyle(true),
      toolVersion: "0.0.0",
    });
    expect(text).toContain("\u001b[31merror[a/b]\u001b[39m");
    expect(text.match(/\u001b\[(?:1|2|3[0-7])m/g)).toHaveLength((text.match(/\u001b\[(?:22|39)m/g) ?? []).length);
  });
});

describe("json", () => {
  test("the same values, control characters escaped", () => {
    const odd: Diagnostic = { rule: "a/b", severity: "info", message: "\u009b2J \u202e \u007f \u001b é" };
    const text = diagnosticFormats.json({
      diagnostics: [duplicate, odd],
      files: [...sources.keys()],
      sources,
      style: createStyle(true),
      toolVersion: "0.0.0",
    });
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    expect(JSON.parse(text)).toEqual({
      version: 1,
      files: 2,
      counts: { error: 1, warning: 0, info: 1 },
      diagnostics: [duplicate, odd],
    });
  });
});
