/** The settings of a project: what is wrong with them, and what the presets make of the rules. */
import { describe, expect, test } from "vitest";
import { severitiesOf } from "../../src/check/presets.ts";
import { checkProjectConfig } from "../../src/check/project-config.ts";
import { ruleIds } from "../../src/check/rule-ids.ts";
import { rules } from "../../src/check/rules/index.ts";
import { parse } from "../../src/source/parse.ts";

function problems(text: string): readonly string[] {
  const [document] = parse({ file: "rollcall.config.yaml", text }, {}).documents;
  if (!document) throw new Error("the test's text does not parse");
  return checkProjectConfig(document.value, document.place).diagnostics.map(
    ({ rule, span, message, help }) =>
      `${rule} ${span?.start.line}:${span?.start.column} ${message}${help?.startsWith("Did") ? ` ${help}` : ""}`,
  );
}

describe("what is wrong", () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    ["nothing", "{}", []],
    [
      "nothing, with everything",
      "inputs: [a, 'b/*.yaml']\nignore: [c]\npresets: [recommended, strict]\nrules: { schema/pattern: info }\n" +
        "targets: [apisix, rollcall]\ncustomPlugins: [mine]\nsecrets: { allow: ['test-*'] }\nvarsFiles: [.env]\nkeyFile: k\n" +
        "gateway: { server: 'https://g', tokenFile: t, caFile: c, timeout: 0.5, concurrency: 1 }\n",
      [],
    ],
    [
      "a field",
      "input: [a]",
      ['schema/unknown-field 1:1 this configuration has no field "input" Did you mean "inputs"?'],
    ],
    ["a field of the gateway", "gateway: { host: a }", ['schema/unknown-field 1:12 "gateway" has no field "host"']],
    [
      "a preset",
      "presets: [strickt]",
      [
        'schema/value 1:11 item 1 of "presets" must be one of recommended, strict (found "strickt") Did you mean "strict"?',
      ],
    ],
    [
      "a target",
      "targets: [apisx]",
      [
        'schema/value 1:11 item 1 of "targets" must be one of apisix, api7, standalone, rollcall (found "apisx") Did you mean "apisix"?',
      ],
    ],
    [
      "a rule",
      "rules:\n  schema/patern: off\n",
      ['config/unknown-rule 2:3 there is no rule "schema/patern" Did you mean "schema/pattern"?'],
    ],
    [
      "a severity",
      "rules: { schema/pattern: warn }",
      ['schema/value 1:26 "schema/pattern" must be one of off, info, warning, error'],
    ],
    [
      "a rule that is always an error",
      "rules: { consumer/unique-username: warning, source/empty: error }",
      [
        'config/fixed-rule 1:10 "consumer/unique-username" is always an error: with it, nobody could say what the files mean',
      ],
    ],
    ["no list", "inputs: a", ['schema/type 1:9 "inputs" must be a list, not text']],
    [
      "standard input",
      "inputs: ['-']",
      ['schema/forbidden 1:10 item 1 of "inputs": standard input can be named only on the command line'],
    ],
    ["a list", "[a]", ["schema/type 1:1 this configuration must be a map, not a list"]],
    [
      "the server",
      "gateway: { server: 'user:secret@host' }",
      [
        'schema/pattern 1:20 "server" must begin with http://, https:// or file://, or name a .yaml, .yml or .json file',
      ],
    ],
    [
      "numbers",
      "gateway: { timeout: 0, concurrency: 1.5 }",
      [
        'schema/range 1:21 "timeout" must be more than 0 (found 0)',
        'schema/type 1:37 "concurrency" must be a whole number, not a fraction',
      ],
    ],
  ])("%s", (_, text, expected) => expect(problems(text)).toEqual(expected));
});

describe("presets", () => {
  test("recommended is each rule's own severity", () => {
    const severities = severitiesOf(["recommended"]);
    expect(rules.filter(({ id, severity }) => (severities[id] ?? severity) !== severity)).toEqual([]);
  });

  test("strict has no rule off, and no warning that is not made of one", () => {
    const severities = severitiesOf(["strict"]);
    const own = new Map(rules.map(({ id, severity }) => [id, severity]));
    const changes = new Set(rules.map(({ id }) => `${own.get(id)} → ${severities[id]}`));
    expect([...changes].sort()).toEqual(["error → error", "info → info", "off → warning", "warning → error"]);
    expect(severities["suppression/unused"]).toBe("error");
    expect(severities["document/unmanaged-section"]).toBe("error");
  });

  test("only names rules that there are", () => {
    expect(Object.keys(severitiesOf(["strict"])).filter((id) => !ruleIds.includes(id))).toEqual([]);
  });

  test("a later preset wins over an earlier one, a rule by itself over both", () => {
    const id = "consumer/inline-auth";
    expect(severitiesOf(["strict", "recommended"])[id]).toBe("warning");
    expect(severitiesOf(["recommended", "strict"])[id]).toBe("error");
    expect(severitiesOf(["strict"], { [id]: "off" })[id]).toBe("off");
  });
});
