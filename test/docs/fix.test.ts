/** The examples of docs/fix.md: each first block becomes the second one, by the fix of its section alone. */
import { describe, expect, test } from "vitest";
import type { FixId } from "../../src/fix/contract.ts";
import { fixSource } from "../../src/fix/fix-source.ts";
import { codeBlocks, readDoc } from "./markdown.ts";

const [, ...sections] = readDoc("docs/fix.md").split(/^### /m);
const examples = sections.map((section) => [section.split("\n")[0], codeBlocks(section, "yaml")] as const);

describe("docs/fix.md", () => {
  test("it has a section for each fix", () => {
    const ids: readonly FixId[] = ["inline-auth", "adc-shape", "description", "labels", "trailing-blanks"];
    expect(examples.map(([id]) => id)).toEqual(ids);
  });

  test.each(examples.filter(([, blocks]) => blocks.length > 0))("%s", (id, [before = "", after, ...others]) => {
    const { text } = fixSource({ file: "example.yaml", text: before }, { environment: {}, only: [id as FixId] });
    expect(text).toBe(after);
    expect(others).toEqual([]);
  });
});
