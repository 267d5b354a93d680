/** Reader, writer and compiler run where there is no Node: they import nothing of it and use none of its globals. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folders = ["src/artifact", "src/compile"];
const files = [
  ...folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))),
  "src/crypto/contract.ts",
  "src/crypto/bounded-cache.ts",
];
const nodeOnly = /from "(?!\.)|\b(?:Buffer|require|globalThis|__dirname)\b(?!.*(?:\*|\/\/))|^[^*/]*\bprocess\./m;

test.each(files)("%s", (file) => {
  expect(readFileSync(file, "utf8")).not.toMatch(nodeOnly);
});
test("the pattern finds what it is for", () => {
  expect(readFileSync("src/crypto/node.ts", "utf8")).toMatch(nodeOnly);
});
