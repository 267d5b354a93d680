/** What changes inside a long text, as it is shown in text and Markdown. */
import { describe, expect, test } from "vitest";
import type { FieldChange } from "../../src/plan/contract.ts";
import { renderField } from "../../src/report/field-lines.ts";
import { createStyle } from "../../src/report/style.ts";
import { textDiffOf } from "../../src/report/text-diff.ts";

const style = createStyle(false);
const field = (before: string, after: string, isSecret = false): FieldChange => ({
  path: ["desc"],
  before,
  after,
  isSecret,
});
const lines = (count: number, change: (index: number) => string = String): string =>
  Array.from({ length: count }, (_, index) => `${change(index)}\n`).join("");
const prose = "Reads the stock of every warehouse once a minute and orders what runs out, but for Rotterdam,";

test.each<[name: string, before: string, after: string, expected: string]>([
  ["short", "old", "new", "  desc: old → new"],
  ["several lines", "a\nb\nc\n", "a\nx\nc\n", "  desc:\n    │ a\n  - │ b\n  + │ x\n    │ c"],
  ["one line becomes two", "a", "a\nb", "  desc:\n    │ a\n  + │ b"],
  ["a line end that goes", "a\n", "a", "  desc:\n  - │ a\n  + │ a\n    │ … no line end"],
  [
    "far apart",
    lines(20),
    lines(20, (index) => (index === 10 ? "x" : String(index))),
    "  desc:\n    │ … 8 unchanged lines\n    │ 8\n    │ 9\n  - │ 10\n  + │ x\n    │ 11\n    │ 12",
  ],
  ["CRLF", "a\r\nb\r\n", "a\r\nc\r\n", "  desc:\n    │ a\n  - │ b\n  + │ c"],
  [
    "what looks like ours",
    "a\nb\n",
    "a\n- consumer jack\u001b[2J\n",
    "  desc:\n    │ a\n  - │ b\n  + │ - consumer jack\ufffd[2J",
  ],
])("%s", (_, before, after, expected) => {
  expect(renderField(field(before, after), { indent: "  ", style })).toBe(expected);
});

test("words, with what stands beside them", () => {
  const shown = renderField(field(`${prose} until noon.`, `${prose} until ten.`), { indent: "  ", style });
  expect(shown).toBe("  desc: …s out, but for Rotterdam, until [-noon-]{+ten+}.");
});

test("in Markdown the signs stand first", () => {
  const shown = renderField(field("a\nb\n", "a\nc\n"), { indent: "    ", style, signsFirst: true });
  expect(shown).toBe("    desc:\n      │ a\n-     │ b\n+     │ c");
});

describe("no diff", () => {
  test.each<[name: string, field: FieldChange]>([
    ["of fingerprints", field(`sha256:1\n${prose}`, `sha256:2\n${prose}`, true)],
    ["of texts with nothing in common", field("a ".repeat(60), "b ".repeat(60))],
    [
      "of more edits than anybody reads",
      field(
        lines(2000),
        lines(2000, (index) => `x${index}`),
      ),
    ],
    ["of more text than anybody reads", field(lines(60_000), `${lines(60_000)}x`)],
    ["where one side is none", { path: ["desc"], after: "a\nb", isSecret: false }],
  ])("%s", (_, each) => {
    expect(textDiffOf(each)).toBeUndefined();
  });

  test("takes no time that anybody notices", () => {
    const started = performance.now();
    textDiffOf(
      field(
        lines(15_000),
        lines(15_000, (index) => `x${index}`),
      ),
    );
    textDiffOf(field("a b ".repeat(40_000), "c d ".repeat(40_000)));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
