/** SARIF is what its official schema says, JSON what the published one does. */
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import type { Diagnostic, Severity } from "../../src/model/diagnostic.ts";
import { diagnosticFormats } from "../../src/report/diagnostics.ts";
import { createStyle } from "../../src/report/style.ts";

const parse = (file: string) => JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;

/** From @microsoft/jest-sarif 1.0.0-beta.0 on npm (MIT, Microsoft): OASIS SARIF 2.1.0-rtm.5, draft-04. It uses nothing that draft-07 reads otherwise but `id`. */
const { id: _, $schema: __, ...sarifSchema } = parse("test/report/sarif-2.1.0.schema.json");
const ajv = new Ajv({
  strict: false,
  // The pattern of a language tag in the official schema is none with the flag u.
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text: string) => URL.canParse(text),
    "uri-reference": /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/,
    "date-time": /^\d{4}-\d\d-\d\dT/,
  },
});
const schemas = {
  sarif: ajv.compile(sarifSchema),
  json: ajv.compile(parse("schemas/diagnostics.schema.json")),
};

const at = (line: number, column: number, offset: number) => ({ line, column, offset });
const spanIn = (file: string) => ({ file, start: at(1, 7, 6), end: at(2, 1, 9) });
const finding = (severity: Severity, more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: `a/${severity}`,
  severity,
  message: "m",
  span: spanIn("one.yaml"),
  ...more,
});
const related = [{ span: spanIn("two.yaml"), message: "first" }];

const runs: [name: string, diagnostics: readonly Diagnostic[]][] = [
  ["nothing found", []],
  ["every severity, the same finding twice", [finding("error"), finding("error"), finding("warning"), finding("info")]],
  ["no place", [{ rule: "a/b", severity: "error", message: "m" }]],
  ["another place, with help", [finding("error", { related, help: "Rename it." })]],
  [
    "file names that are no URI",
    ["a b/ü%.yaml", "c\\d.yaml", "e#f?.yaml", "g[1].yaml", "<stdin>"].map((file) =>
      finding("warning", { span: spanIn(file) }),
    ),
  ],
];

const render = (format: keyof typeof schemas, diagnostics: readonly Diagnostic[]) =>
  JSON.parse(
    diagnosticFormats[format]({
      diagnostics,
      files: ["one.yaml", "two.yaml"],
      sources: new Map(),
      style: createStyle(false),
      toolVersion: "0.0.0",
    }),
  ) as Record<string, unknown>;

describe.each(["sarif", "json"] as const)("%s", (format) => {
  const validate = schemas[format];

  test.each(runs)("%s", (_name, diagnostics) => {
    validate(render(format, diagnostics));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("the schema refuses what is not in it", () => {
    expect(validate({ ...render(format, []), unknown: 1 })).toBe(false);
    expect(validate({ ...render(format, []), version: 3 })).toBe(false);
  });
});

test("a character with a meaning in URIs stays part of the file name", () => {
  const log = JSON.stringify(render("sarif", [finding("error", { span: spanIn("e#f?.yaml") })]));
  expect(log).toContain('"uri":"e%23f%3F.yaml"');
});
