/** SARIF is what its official schema says, and holds what code scanning services show. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { ruleIds } from "../../src/check/rule-ids.ts";
import { ruleTexts } from "../../src/model/generated/rule-texts.ts";
import { render, runs } from "./reports.ts";

/** As RFC 3986 allows them. */
const addressCharacters = /^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/;

/** From @microsoft/jest-sarif 1.0.0-beta.0 on npm (MIT, Microsoft): OASIS SARIF 2.1.0-rtm.5, draft-04. It uses nothing that draft-07 reads otherwise but `id`. */
const schemaFile = path.join(import.meta.dirname, "sarif-2.1.0.schema.json");
const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(schemaFile, "utf8")) as Record<string, unknown>;
const ajv = new Ajv({
  strict: false,
  // The pattern of a language tag in the official schema is none with the flag u.
  unicodeRegExp: false,
  allErrors: true,
  formats: {
    uri: (text) => addressCharacters.test(text) && /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text),
    "uri-reference": (text) => addressCharacters.test(text) && !/^[^/?#]*:/.test(text.replace(/^file:/, "")),
    "date-time": (text) => !Number.isNaN(Date.parse(text)),
  },
});
const validate = ajv.compile(schema);

type Log = {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } };
    readonly artifacts: readonly { readonly location: unknown }[];
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly relatedLocations?: readonly { readonly id: number }[];
    }[];
  }[];
};

function runOf(name: string): Log["runs"][number] {
  const [run] = (JSON.parse(render("sarif", runs[name] ?? { files: [], diagnostics: [] })) as Log).runs;
  if (!run) throw new Error("no run");
  return run;
}

describe.each(Object.entries(runs))("%s", (name, run) => {
  const text = render("sarif", run);

  test("is valid", () => {
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("every finding is there, points to its rule and has a fingerprint of its own", () => {
    const { results, tool } = runOf(name);
    expect(results.map(({ ruleId }) => ruleId)).toEqual(run.diagnostics.map(({ rule }) => rule));
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.["id"]).toBe(ruleId);
    const fingerprints = results.map(({ partialFingerprints }) => partialFingerprints["rollcall/v1"]);
    expect(new Set(fingerprints).size).toBe(results.length);
  });
});

test("the schema refuses what is wrong", () => {
  const wrong: readonly [from: string, to: string][] = [
    ['"startLine": 2', '"startLine": 0'],
    ['"level": "error"', '"level": "fatal"'],
    ['"relatedLocations"', '"related"'],
    ['"executionSuccessful": true', '"successful": true'],
    ['"uri": "a.yaml"', '"uri": "a b.yaml"'],
  ];
  const text = render(
    "sarif",
    runs["related places, in the same file and in another"] ?? { files: [], diagnostics: [] },
  );
  for (const [from, to] of wrong) {
    expect(text).toContain(from);
    expect(validate(JSON.parse(text.replaceAll(from, to))), to).toBe(false);
  }
});

test("severities become levels", () => {
  expect(runOf("every severity").results.map(({ level }) => level)).toEqual(["error", "warning", "note", "warning"]);
});

test("a rule has the texts that GitHub asks for", () => {
  const [literal] = runOf("every severity").tool.driver.rules;
  expect(literal).toEqual({
    id: "credential/literal-secret",
    shortDescription: { text: expect.stringMatching(/^A secret stands in the file in clear: .*\.$/) },
    fullDescription: { text: expect.stringMatching(/^A secret stands in the file in clear: /) },
    help: { text: expect.stringMatching(/./) },
    defaultConfiguration: { enabled: false, level: "warning" },
  });
  expect(runOf("a rule of no page").tool.driver.rules).toEqual([{ id: "own/rule" }]);
});

test("every rule has texts", () => expect(Object.keys(ruleTexts).sort()).toEqual([...ruleIds]));

test("files are addresses", () => {
  expect(runOf("names that mean something in an address").artifacts.map(({ location }) => location)).toEqual([
    { uri: "c%3A%23d%3Fe%2520%20%C3%BC/%3Cf%3E.yaml", uriBaseId: "%SRCROOT%" },
    { uri: "file:///tmp/a%20b.yaml" },
    { uri: "file:///C:/a/b.yaml" },
    { uri: "../up.yaml", uriBaseId: "%SRCROOT%" },
    { uri: "%EF%BF%BD.yaml", uriBaseId: "%SRCROOT%" },
    { uri: "%3Cstdin%3E", uriBaseId: "%SRCROOT%" },
  ]);
});
