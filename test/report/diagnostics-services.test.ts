/** The reports that services read hold to what those services document. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { render, runs } from "./reports.ts";

const schemaFile = path.resolve(import.meta.dirname, "../../schemas/diagnostics.schema.json");
const validateJson = new Ajv().compile(JSON.parse(readFileSync(schemaFile, "utf8")) as object);

describe.each(Object.entries(runs))("%s", (_, run) => {
  const { diagnostics, files } = run;

  test("json is valid by its published schema", () => {
    validateJson(JSON.parse(render("json", run)));
    expect(validateJson.errors ?? []).toEqual([]);
  });

  // GitLab documentation, "Code Quality", "Code Quality report format": all of these are required.
  test("gitlab has the required fields", () => {
    const issues = JSON.parse(render("gitlab", run)) as unknown[];
    expect(issues).toEqual(
      diagnostics.map(({ rule, message, span }) => ({
        description: message,
        check_name: rule,
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: expect.stringMatching(/^(?:info|minor|major|critical|blocker)$/),
        location: { path: span?.file ?? ".", lines: { begin: span?.start.line ?? 1 } },
      })),
    );
    expect(new Set(issues.map((issue) => (issue as { fingerprint: string }).fingerprint)).size).toBe(issues.length);
  });

  // GitHub Actions, "Workflow commands": one line a command; properties escape % CR LF : and ,; data % CR LF.
  test("github has one command a finding", () => {
    const lines = render("github", run).split("\n");
    expect(lines.filter((line) => line !== "")).toHaveLength(diagnostics.length);
    for (const line of lines.filter((line) => line !== "")) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) (?:file=[^,:]+,line=\d+,col=\d+,endLine=\d+(?:,endColumn=\d+)?,)?title=[^,:]+::[^\r]+$/,
      );
      expect(line).not.toMatch(/%(?!25|0D|0A|3A|2C)/);
    }
  });

  // Jenkins' junit-10.xsd: required attributes, counts that agree; time and the rest are optional.
  test("junit has the required attributes, and counts that agree", () => {
    const text = render("junit", run);
    const suites = [
      ...text.matchAll(/<testsuite name="[^"]*" tests="(\d+)" failures="(\d+)" errors="0" skipped="0">/g),
    ];
    expect(suites).toHaveLength(text.match(/<testsuite /g)?.length ?? 0);
    const cases = text.match(/<testcase classname="[^"]*" name="[^"]+"\/?>/g) ?? [];
    const failures = text.match(/<failure type="[a-z]+" message="[^"<]+">[^<]+<\/failure>/g) ?? [];
    expect(failures).toHaveLength(diagnostics.length);
    expect(cases).toHaveLength(suites.reduce((sum, [, tests]) => sum + Number(tests), 0));
    expect(text).toMatch(new RegExp(`<testsuites name="[^"]+" tests="${cases.length}" failures="${failures.length}"`));
    expectWellFormed(text);
  });

  test("checkstyle has a file each and an error each", () => {
    const text = render("checkstyle", run);
    const found = new Set(diagnostics.map(({ span }) => span?.file ?? ""));
    expect(text.match(/<file name="[^"<]*">/g) ?? []).toHaveLength(found.size);
    const error =
      /<error (?:line="\d+" column="\d+" )?severity="(?:error|warning|info)" message="[^"<]+" source="[^"]+"\/>/g;
    expect(text.match(error) ?? []).toHaveLength(diagnostics.length);
    expectWellFormed(text);
  });

  test("no format breaks a line of its own or moves the terminal", () => {
    for (const format of ["compact", "json", "sarif", "gitlab", "github", "junit", "checkstyle", "markdown"] as const) {
      expect(render(format, { files, diagnostics }), format).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    }
  });
});

test("the published schema refuses what is not in it", () => {
  const report = JSON.parse(render("json", runs["every severity"] ?? { files: [], diagnostics: [] })) as object;
  expect(validateJson(report)).toBe(true);
  expect(validateJson({ ...report, unknown: 1 })).toBe(false);
  expect(validateJson({ ...report, version: 3 })).toBe(false);
  expect(validateJson({ ...report, diagnostics: [{ rule: "a/b", severity: "fatal", message: "m" }] })).toBe(false);
});

/** Tags close in order; no `&` or `<` stands unescaped. */
function expectWellFormed(text: string): void {
  const open: string[] = [];
  const body = text.replace(/^<\?xml [^>]*\?>\n/, "");
  for (const [, close, name = "", , selfClose] of body.matchAll(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!selfClose) open.push(name);
  }
  expect(open).toEqual([]);
  expect(body.replace(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>/g, "")).not.toMatch(/[<>]/);
  expect(body.replace(/&(?:amp|lt|gt|quot|#10|#13);/g, "")).not.toContain("&");
}
