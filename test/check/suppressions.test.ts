/** Comments that silence findings: where they count, what they must say, and what is no comment. */
import { describe, expect, test } from "vitest";
import type { CheckSourcesOptions } from "../../src/check/check-sources.ts";
import { checkSources } from "../../src/check/check-sources.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";

/** Each finding as `RULE LINE:COLUMN MESSAGE`. */
function lint(text: string, options: Partial<CheckSourcesOptions> = {}, file = "a.yaml"): readonly string[] {
  const { diagnostics } = checkSources([{ file, text }], { environment: {}, sha1Hex, ...options });
  return diagnostics.map(({ rule, span, message }) => `${rule} ${span?.start.line}:${span?.start.column} ${message}`);
}

const rule = "schema/pattern";
const wrong = "- username: not valid\n";
const found = (line: number): string =>
  `schema/pattern ${line}:13 "username" may hold only letters, digits, '-' and '_' (found "not valid")`;
const unused = (line: number, column: number): string =>
  `suppression/unused ${line}:${column} nothing is found here by "schema/pattern"`;
const noReason = (line: number, column: number): string =>
  `suppression/no-reason ${line}:${column} this comment gives no reason`;

describe("where a comment counts", () => {
  test.each<[name: string, text: string, expected: readonly string[]]>([
    ["above the line", `consumers:\n# rollcall-disable-next-line ${rule} -- old\n${wrong}`, []],
    ["indented, behind more signs", `consumers:\n    ##  rollcall-disable-next-line ${rule} -- old\n${wrong}`, []],
    [
      "only the next line",
      `consumers:\n# rollcall-disable-next-line ${rule} -- old\n${wrong}${wrong.replace("not", "nor")}`,
      [`schema/pattern 4:13 "username" may hold only letters, digits, '-' and '_' (found "nor valid")`],
    ],
    ["above other comments", `consumers:\n# rollcall-disable-next-line ${rule} -- old\n# another\n${wrong}`, []],
    ["behind another line's value", `consumers: # rollcall-disable-next-line ${rule} -- old\n${wrong}`, []],
    [
      "not over an empty line",
      `consumers:\n# rollcall-disable-next-line ${rule} -- old\n\n${wrong}`,
      [unused(2, 30), found(4)],
    ],
    ["on the line", `consumers:\n- username: not valid # rollcall-disable-line ${rule} -- old\n`, []],
    ["on another line", `consumers: # rollcall-disable-line ${rule} -- old\n${wrong}`, [unused(1, 36), found(2)]],
    ["for the file, anywhere in it", `consumers:\n${wrong}# rollcall-disable-file ${rule} -- old\n`, []],
    [
      "for all documents of the file",
      `# rollcall-disable-file ${rule} -- old\n---\nconsumers:\n${wrong}---\nconsumers: []\n`,
      [],
    ],
    [
      "with carriage returns",
      `consumers:\r\n# rollcall-disable-next-line ${rule} -- old\r\n- username: not valid\r\n`,
      [],
    ],
    ["without an end of line", `consumers:\n- username: not valid # rollcall-disable-line ${rule} -- old`, []],
    ["behind a byte order mark", `\uFEFF# rollcall-disable-file ${rule} -- old\nconsumers:\n${wrong}`, []],
    [
      "in a flow collection",
      `consumers: [\n  # rollcall-disable-next-line ${rule} -- old\n  {username: not valid}]\n`,
      [],
    ],
    [
      "behind a block scalar",
      `consumers:\n- desc: |\n    text\n  # rollcall-disable-next-line ${rule} -- old\n  username: not valid\n`,
      [],
    ],
    [
      "behind the head of a block scalar",
      `consumers:\n- username: not valid\n  desc: | # rollcall-disable-file ${rule} -- old\n    text\n`,
      [],
    ],
    [
      "several rules",
      `consumers:\n# rollcall-disable-next-line schema/length, ${rule} , schema/type -- old\n${wrong}`,
      [
        'suppression/unused 2:30 nothing is found here by "schema/length"',
        'suppression/unused 2:62 nothing is found here by "schema/type"',
      ],
    ],
  ])("%s", (_, text, expected) => expect(lint(text)).toEqual(expected));

  test.each<[name: string, text: string, expected: readonly string[]]>([
    [
      "in double quotes",
      `consumers:\n- username: not valid\n  desc: "# rollcall-disable-file ${rule} -- old"\n`,
      [found(2)],
    ],
    [
      "in single quotes over lines",
      `consumers:\n- username: not valid\n  desc: 'a\n    # rollcall-disable-file ${rule} -- old'\n`,
      [found(2)],
    ],
    [
      "in a block scalar",
      `consumers:\n- username: not valid\n  desc: |\n    # rollcall-disable-file ${rule} -- old\n`,
      [found(2)],
    ],
    [
      "in a plain text",
      `consumers:\n- username: not valid\n  desc: a# rollcall-disable-file ${rule} -- old\n`,
      [found(2)],
    ],
    ["in the middle of a comment", `# see rollcall-disable-file ${rule} -- old\nconsumers:\n${wrong}`, [found(3)]],
    ["in a word", `# rollcall-disabled-file ${rule} -- old\nconsumers:\n${wrong}`, [found(3)]],
  ])("no comment: %s", (_, text, expected) => expect(lint(text)).toEqual(expected));

  test("JSON has no comments", () => {
    const text = `{"consumers": [{"username": "not valid",\n"desc": "\\n# rollcall-disable-file ${rule} -- old"}]}`;
    expect(lint(text, {}, "a.json")).toHaveLength(1);
    expect(lint(text, {}, "<stdin>")).toHaveLength(1);
  });

  test("another file is not concerned", () => {
    const sources = [
      { file: "a.yaml", text: `# rollcall-disable-file ${rule} -- old\nconsumers: []\n` },
      { file: "b.yaml", text: `consumers:\n${wrong}` },
    ];
    const { diagnostics } = checkSources(sources, { environment: {}, sha1Hex });
    expect(diagnostics.map((each) => `${each.rule} ${each.span?.file}`)).toEqual([
      "suppression/unused a.yaml",
      "schema/pattern b.yaml",
    ]);
  });
});

describe("what a comment must say", () => {
  const twice = "consumers:\n- username: a\n- username: a\n";
  test.each<[name: string, text: string, expected: readonly string[]]>([
    [
      "a reason, or it is reported, but counts",
      `consumers:\n# rollcall-disable-next-line ${rule}\n${wrong}`,
      [noReason(2, 1)],
    ],
    ["more than dashes", `consumers:\n# rollcall-disable-next-line ${rule} -- \n${wrong}`, [noReason(2, 1)]],
    [
      "a scope",
      `consumers:\n# rollcall-disable ${rule} -- old\n${wrong}`,
      ["suppression/syntax 2:1 this does not say what it silences: a line, the next line or the file", found(3)],
    ],
    [
      "a scope that there is",
      `consumers:\n# rollcall-disable-next ${rule} -- old\n${wrong}`,
      ["suppression/syntax 2:1 this does not say what it silences: a line, the next line or the file", found(3)],
    ],
    [
      "a rule",
      `consumers:\n# rollcall-disable-next-line -- old\n${wrong}`,
      ["suppression/syntax 2:1 this comment names no rule", found(3)],
    ],
    [
      "a rule that there is",
      `consumers:\n# rollcall-disable-next-line schema/patern -- old\n${wrong}`,
      ['suppression/unknown-rule 2:30 there is no rule "schema/patern"', found(3)],
    ],
    [
      "no secret is repeated",
      "consumers: [] # rollcall-disable-line 4f3c2b1a0d -- x\n",
      ["suppression/unknown-rule 1:39 this is no rule id"],
    ],
    [
      "a rule that can be silenced",
      `# rollcall-disable-file consumer/unique-username -- merged soon\n${twice}`,
      [
        'suppression/fixed-rule 1:25 "consumer/unique-username" cannot be silenced by a comment',
        'consumer/unique-username 4:13 the username "a" is taken by another consumer',
      ],
    ],
    [
      "no rule of the source",
      "consumers: [] # rollcall-disable-file source/empty -- x\n",
      ['suppression/fixed-rule 1:39 "source/empty" cannot be silenced by a comment'],
    ],
    [
      "no rule of the comments",
      "consumers: [] # rollcall-disable-file suppression/unused -- x\n",
      ['suppression/fixed-rule 1:39 "suppression/unused" cannot be silenced by a comment'],
    ],
  ])("%s", (_, text, expected) => expect(lint(text).map((line) => line.trim())).toEqual(expected));

  test("a misspelt rule is met with the right one", () => {
    const { diagnostics } = checkSources(
      [{ file: "", text: "consumers: [] # rollcall-disable-line schema/patern -- x" }],
      { environment: {}, sha1Hex },
    );
    expect(diagnostics.map(({ help }) => help)).toEqual(['Did you mean "schema/pattern"?']);
  });
});

describe("unused comments", () => {
  const off = `consumers: []\n# rollcall-disable-file ${rule} -- old\n`;
  test.each<[name: string, text: string, options: Partial<CheckSourcesOptions>, expected: readonly string[]]>([
    ["are reported", off, {}, [unused(2, 25)]],
    ["not when their rule is off", off, { severities: { [rule]: "off" } }, []],
    ["not for a rule that is off by itself", off.replace(rule, "consumer/shadowed-plugin"), {}, []],
    ["not for a target's rule without a target", off.replace(rule, "target/refused"), {}, []],
    [
      "for a target's rule with one",
      off.replace(rule, "target/refused"),
      { targets: ["apisix"] },
      ['suppression/unused 2:25 nothing is found here by "target/refused"'],
    ],
    ["not when suppression/unused is off", off, { severities: { "suppression/unused": "off" } }, []],
    [
      "not when a document could not be read",
      `${off}---\na: [\n`,
      {},
      ["source/syntax 5:1 not valid YAML: the indentation does not fit the lines around it"],
    ],
  ])("%s", (_, text, options, expected) => expect(lint(text, options)).toEqual(expected));

  test("their severity can be set", () => {
    const { diagnostics } = checkSources([{ file: "", text: off }], {
      environment: {},
      sha1Hex,
      severities: { "suppression/unused": "error" },
    });
    expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
  });
});

describe("the configuration", () => {
  const check = (text: string) => checkSources([{ file: "", text }], { environment: {}, sha1Hex });

  test("is given when all errors are silenced", () => {
    expect(check(`consumers:\n${wrong}`).config).toBeUndefined();
    expect(check(`# rollcall-disable-file ${rule} -- old\nconsumers:\n${wrong}`).config?.consumers).toHaveLength(1);
  });

  test("is not given when a resource would be missing from it", () => {
    const { diagnostics, config } = check("# rollcall-disable-file schema/required -- x\nconsumers:\n- desc: nobody\n");
    expect(config).toBeUndefined();
    expect(diagnostics.map((each) => each.rule)).toEqual(["resource/identity"]);
  });
});
