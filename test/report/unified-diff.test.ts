/** A diff shows where and how a text changes, and none of its secrets. */
import { applyPatch } from "diff";
import { describe, expect, test } from "vitest";
import { alignParts } from "../../src/report/align.ts";
import { createStyle } from "../../src/report/style.ts";
import { hidesText, renderUnifiedDiff } from "../../src/report/unified-diff.ts";

const diff = (before: string, after: string): string =>
  renderUnifiedDiff({ file: "f.yaml", before, after }, createStyle(false));

/** Usernames are shown, so nothing is hidden and the diff can be applied. */
const people = (numbers: readonly number[]): string => numbers.map((number) => `- username: c${number}\n`).join("");
const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe("text", () => {
  test.each<[name: string, before: string, after: string, expected: readonly string[]]>([
    [
      "values and comments are hidden in lines that stay, go and come",
      "consumers:\n- username: a\n  plugins: # s3cret\n    key-auth:\n      key: s3cret\n",
      "consumers:\n- username: a\n  credentials: # s3cret\n  - name: key-auth\n    plugins:\n      key-auth:\n        key: s3cret\n",
      [
        "@@ -1,5 +1,7 @@",
        " consumers:",
        " - username: a",
        "-  plugins: ••••••",
        "-    key-auth:",
        "-      key: ••••••",
        "+  credentials: ••••••",
        "+  - name: key-auth",
        "+    plugins:",
        "+      key-auth:",
        "+        key: ••••••",
      ],
    ],
    [
      "CRLF, tabs, a byte order mark and control characters",
      "\uFEFFname: a\r\n\tdesc: x\u001b[31m  \r\n",
      "\uFEFFname: a\r\n\tdesc: x\u001b[31m\r\n",
      ["@@ -1,2 +1,2 @@", " name: a", "-\tdesc: x\ufffd[31m  ", "+\tdesc: x\ufffd[31m"],
    ],
    [
      "no line end",
      "name: a\nid: b ",
      "name: a\nid: b",
      [
        "@@ -1,2 +1,2 @@",
        " name: a",
        "-id: b ",
        "\\ No newline at end of file",
        "+id: b",
        "\\ No newline at end of file",
      ],
    ],
  ])("%s", (_name, before, after, expected) => {
    const text = diff(before, after);
    expect(text.split("\n")).toEqual(["--- f.yaml", "+++ f.yaml", ...expected]);
    expect(text).not.toContain("s3cret");
    expect(hidesText(text)).toBe(text.includes("••••••"));
  });

  test("colours", () => {
    const text = renderUnifiedDiff({ file: "f", before: "name: a\n", after: "name: b\n" }, createStyle(true));
    expect(text).toContain("\u001b[31m-name: a\u001b[39m");
    expect(text).toContain("\u001b[32m+name: b\u001b[39m");
  });
});

describe("long texts", () => {
  const before = range(2000);

  test.each<[name: string, after: readonly number[]]>([
    ["nothing", before],
    ["every tenth gone", before.filter((number) => number % 10 !== 0)],
    ["every seventh new", before.map((number) => (number % 7 === 0 ? number + 5000 : number))],
    ["all new", before.map((number) => number + 5000)],
    ["a part moved to the end", [...before.slice(0, 300), ...before.slice(900), ...before.slice(300, 900)]],
    ["lines repeated", before.flatMap((number) => (number % 50 === 0 ? [number, number] : [number]))],
  ])("%s: what it says makes the new text of the old one", (_name, after) => {
    const text = diff(people(before), people(after));
    expect(applyPatch(people(before), `${text}\n`)).toBe(people(after));
  });

  test("the parts are the whole, and more than one", () => {
    const old = people(before);
    const now = people(before.filter((number) => number % 10 !== 0));
    const parts = alignParts(old, now);
    expect(parts.length).toBeGreaterThan(5);
    expect(parts.map((part) => part.before).join("")).toBe(old);
    expect(parts.map((part) => part.after).join("")).toBe(now);
  });

  test("5,000 changes take no time that anybody notices", () => {
    const spread = range(25_000);
    const started = performance.now();
    diff(people(spread), people(spread.map((number) => (number % 5 === 0 ? -number : number))));
    // Of the whole texts at once it takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
