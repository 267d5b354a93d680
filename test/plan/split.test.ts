/** Names of files for consumers (`~` stands for itself and a digest), and that all parts together hold what the whole held. */
import { expect, test } from "vitest";
import { splitDocument, splitPath } from "../../src/plan/split.ts";
import { sha1Hex } from "./configs.ts";

const names = (...usernames: string[]): string[] => {
  const document = { consumers: usernames.map((username) => ({ username })) };
  return [...splitDocument(document, sha1Hex).keys()].map((file) => file.replace(/^consumers\/(.*)\.yaml$/, "$1"));
};

test.each([
  ["plain", ["acme", "ACME-2", "a_b"], ["acme", "ACME-2", "a_b"]],
  ["the same where case is folded", ["Acme", "acme", "b"], ["Acme~", "acme", "b"]],
  ["a path", ["../../etc/passwd"], ["_etc_passwd~"]],
  ["a path of Windows", ["..\\a:b"], ["_a_b~"]],
  ["dots", [".", ".."], ["_~", "_~"]],
  ["nothing", [""], ["~"]],
  ["a device of Windows", ["con", "LPT1", "console"], ["con~", "LPT1~", "console"]],
  ["letters that another system writes otherwise", ["é", "e\u0301"], ["_~", "e_~"]],
  ["long", ["x".repeat(101)], [`${"x".repeat(100)}~`]],
  ["a zero byte and a line end", ["a\0b\nc"], ["a_b_c~"]],
])("%s", (_name, usernames, expected) => {
  const found = names(...usernames);
  expect(found.map((name) => name.replace(/~[0-9a-f]{12}$/, "~"))).toEqual(expected);
  expect(new Set(found.map((name) => name.toLowerCase())).size).toBe(usernames.length);
  for (const name of found) expect(`consumers/${name}.yaml`).toMatch(splitPath);
});

test("each kind has its file, and an empty list is said", () => {
  const document = { consumers: [{ username: "a" }, { username: "b" }], routes: [{ id: "r" }, { id: "s" }] };
  expect([...splitDocument(document, sha1Hex)]).toEqual([
    ["consumers/a.yaml", { consumers: [{ username: "a" }] }],
    ["consumers/b.yaml", { consumers: [{ username: "b" }] }],
    ["routes.yaml", { routes: [{ id: "r" }, { id: "s" }] }],
  ]);
  expect([...splitDocument({ consumers: [] }, sha1Hex)]).toEqual([["consumers.yaml", { consumers: [] }]]);
});
