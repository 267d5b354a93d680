/** Relative links in Markdown lead somewhere: to a file that exists and, with `#`, to a heading in it. */
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { markdownFiles, readDoc, repository } from "./markdown.ts";

const files = markdownFiles();

test("the files are found", () => {
  expect(files).toEqual(expect.arrayContaining(["README.md", "docs/cli.md", "fixtures/README.md"]));
});

test.each(files)("%s", (file) => {
  const targets = [...readDoc(file).matchAll(/\]\(([^()\s]+)\)/g)].map((match) => match[1] ?? "");
  const broken = targets.filter((target) => !/^[a-z]+:/.test(target) && !leadsSomewhere(file, target));
  expect(broken).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const [name = "", anchor] = target.split("#");
  const file = name === "" ? from : path.join(path.dirname(from), name);
  const absolute = path.join(repository, file);
  if (!existsSync(absolute)) return false;
  if (anchor === undefined) return true;
  return statSync(absolute).isFile() && anchorsOf(readDoc(file)).has(anchor);
}

/** As GitHub makes them of headings. */
function anchorsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map((match) => match[1] ?? "");
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}
