/** The underline must stand below the spot, whatever stands before it on the line. */
import { describe, expect, test } from "vitest";
import type { Span } from "../../src/model/place.ts";
import { type FrameMark, renderFrame } from "../../src/report/frame.ts";
import { createStyle } from "../../src/report/style.ts";

/** From offset to offset, as the readers make it (a file's byte order mark not counted). */
function span(text: string, start: number, end: number): Span {
  const at = (offset: number) => {
    const before = text.slice(0, offset).split("\n");
    return { line: before.length, column: (before.at(-1) ?? "").length + 1, offset };
  };
  return { file: "f", start: at(start), end: at(end) };
}

const frame = (text: string, marks: readonly FrameMark[], sourceText = text): string =>
  renderFrame(sourceText, marks, createStyle(false));

const spot = (text: string, part: string): FrameMark => {
  const start = text.indexOf(part);
  return { span: span(text, start, start + part.length), label: "", isPrimary: true };
};

describe("underline", () => {
  test.each<[name: string, text: string, part: string, expected: string]>([
    ["plain", "name: acme", "acme", "  │\n1 │ name: acme\n  │       ^^^^"],
    [
      "behind a mask",
      "{ key: s3cret, name: acme }",
      "acme",
      "  │\n1 │ { key: ••••••, name: acme }\n  │                      ^^^^",
    ],
    ["a masked value", "key: a-very-long-s3cret", "a-very-long-s3cret", "  │\n1 │ key: ••••••\n  │      ^^^^^^"],
    ["inside a masked value", "key: a-very-long-s3cret", "long", "  │\n1 │ key: ••••••\n  │      ^^^^^^"],
    ["tabs before", "\t\tname:\tacme", "acme", "  │\n1 │     name:  acme\n  │            ^^^^"],
    ["a tab inside", "name: a\tb", "a\tb", "  │\n1 │ name: a  b\n  │       ^^^^"],
    ["CRLF", "a: 1\r\nname: acme\r\n", "acme", "  │\n2 │ name: acme\n  │       ^^^^"],
    [
      "up to the end of the first of several lines",
      "a:\n  name: b\n  id: c\n",
      "name: b\n  id",
      "  │\n2 │   name: b\n  │   ^^^^^^^",
    ],
    ["control characters", "name: a\u001b[31m\u009b\u202ec", "c", "  │\n1 │ name: a�[31m��c\n  │               ^"],
  ])("%s", (_, text, part, expected) => {
    expect(frame(text, [spot(text, part)])).toBe(expected);
  });

  test.each<[name: string, text: string, from: number, to: number, expected: string]>([
    ["an empty span", "name: acme", 6, 6, "  │\n1 │ name: acme\n  │       ^"],
    ["at the end of the line", "name: acme", 10, 11, "  │\n1 │ name: acme\n  │           ^"],
    ["past the end of the text", "name: acme", 40, 50, "  │\n1 │ name: acme\n  │           ^"],
    ["an empty text", "", 0, 0, "  │\n1 │\n  │ ^"],
  ])("%s", (_, text, from, to, expected) => {
    const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
    const mark = { span: { file: "f", start: at(from), end: at(to) }, label: "", isPrimary: true };
    expect(frame(text, [mark])).toBe(expected);
  });

  test("a byte order mark takes no column", () => {
    const text = "name: acme";
    expect(frame(text, [spot(text, "acme")], `\uFEFF${text}`)).toBe("  │\n1 │ name: acme\n  │       ^^^^");
  });
});

describe("several marks", () => {
  test("in the order of the lines, with gaps and labels", () => {
    const text = `a: 1\n${"b: 2\n".repeat(8)}name: x\n`;
    const first = { ...spot(text, "a"), isPrimary: false, label: "first\nhere\u0007" };
    expect(frame(text, [spot(text, "name"), first])).toBe(
      "   │\n 1 │ a: ••••••\n   │ - first�here�\n   ⋮\n10 │ name: x\n   │ ^^^^",
    );
  });

  test("on one line, which is shown once", () => {
    const text = '{"id":1,"id":2}';
    const first = { ...spot(text, '"id"'), isPrimary: false, label: "first here" };
    const second = { span: span(text, 8, 12), label: "", isPrimary: true };
    expect(frame(text, [second, first])).toBe('  │\n1 │ {"id":1,"id":2}\n  │  ---- first here\n  │         ^^^^');
  });
});

describe("lines that are too long", () => {
  const text = `{${Array.from({ length: 200 }, (_, index) => `"id${index}":"s3cret"`).join(",")}}`;

  test.each([["id0"], ["id9"], ["id20"], ["id100"], ["id199"]])("the part around %s", (part) => {
    const [, shown = "", underline = ""] = frame(text, [spot(text, part)]).split("\n");
    expect(shown.length).toBeLessThanOrEqual(210);
    const start = underline.indexOf("^");
    expect(shown.slice(start, underline.length)).toBe(part);
  });

  test("a spot that goes on past the part shown", () => {
    const long = `name: ${"x".repeat(1000)}`;
    const [, shown = "", underline = ""] = frame(long, [
      { span: span(long, 6, 1006), label: "", isPrimary: true },
    ]).split("\n");
    expect(underline.length).toBe(shown.length - 1);
  });
});
