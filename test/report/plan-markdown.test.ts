/** A plan as a comment of a pull request: the whole text, and that nothing from a file breaks out of it. */
import { expect, test } from "vitest";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { impactOf } from "../../src/impact/impact.ts";
import { plan } from "../../src/plan/plan.ts";
import { applyFormats } from "../../src/report/applied.ts";
import { fenced } from "../../src/report/markdown.ts";
import { planDocuments, planFormats } from "../../src/report/plans.ts";
import { createStyle } from "../../src/report/style.ts";
import { declared, live, options, type Sections } from "../plan/configs.ts";

const style = createStyle(false);
const caller = (username: string, fields: object = {}) => ({
  username,
  ...fields,
  credentials: [{ name: "main", plugins: { "key-auth": { key: `key-of-${username}` } } }],
});
const route = {
  id: "orders",
  uri: "/orders/*",
  plugins: { "key-auth": {} },
  upstream: { nodes: { "127.0.0.1:1": 1 } },
};

async function comment(before: Sections, after: Sections): Promise<string> {
  const held = live(before);
  const made = plan(declared(after), held, options);
  const impact = await impactOf(held, made.changes, { crypto: nodeCrypto, now: Date.now });
  return planFormats.markdown({ plan: made, impact, style });
}

test.each<[name: string, before: Sections, after: Sections, expected: string]>([
  [
    "no differences",
    { consumers: [caller("jack")] },
    { consumers: [caller("jack")] },
    "### rollcall: no differences, 2 unchanged",
  ],
  [
    "what it means stands before what it is",
    { routes: [route], consumers: [caller("jack", { desc: "old" }), caller("bot")] },
    { consumers: [caller("jack", { desc: "`new`" })] },
    `### rollcall: 1 to update, 1 to delete, 1 unchanged

**⚠️ 1 caller loses access**

- bot: the consumer is removed

\`\`\`diff
! consumer jack
    desc: old → \`new\`
- consumer bot
\`\`\``,
  ],
])("%s", async (_, before, after, expected) => {
  expect(await comment(before, after)).toBe(expected);
});

test("many changes are folded, very many are cut at a line", async () => {
  const many = (count: number): Sections => ({
    consumers: Array.from({ length: count }, (_, index) => caller(`caller-${String(index).padStart(4, "0")}`)),
  });
  const folded = await comment({ consumers: [] }, many(30));
  expect(folded).toMatch(
    /^### rollcall: 60 to create, 0 unchanged\n\n(.*\n)*<details><summary>60 lines of changes<\/summary>\n\n```diff\n/,
  );
  expect(folded).toMatch(/\n```\n\n<\/details>$/);
  const cut = await comment({ consumers: [] }, many(2000));
  expect(cut.length).toBeLessThan(60_000);
  const [, shown, left] = /<summary>(\d+) lines[\s\S]*\n… and (\d+) more lines\./.exec(cut) ?? [];
  expect(Number(shown) + Number(left)).toBe(4000);
});

test("several gateway groups, and what cannot be compared, are still one comment", () => {
  const many = (desc: string) =>
    live({ consumers: Array.from({ length: 3000 }, (_, at) => caller(`c${at}`, { desc })) });
  const made = plan(declared({ consumers: many("new").consumers.map(({ value }) => value) }), many("old"), options);
  const labels = Object.fromEntries(made.changes.slice(0, 900).map(({ id }) => [id, "x".repeat(70)]));
  const wide = plan(declared({ consumers: [caller("c", { labels })] }), live({ consumers: [caller("c")] }), options);
  const input = { plan: { ...made, incomparable: wide.changes }, style };
  const text = planDocuments.markdown([
    { ...input, group: "one" },
    { ...input, group: "two" },
  ]);
  expect(text.match(/^### rollcall \(gateway group \w+\): 3000 to update/gm)).toHaveLength(2);
  expect(text.match(/Cannot be compared/g)).toHaveLength(2);
  for (const comment of [text, planFormats.markdown(input)]) expect(comment.length).toBeLessThan(60_000);
});

test.each([
  ["plain", "a\nb", "```x\na\nb\n```"],
  ["with a fence of its own", "```\n</details>", "````x\n```\n</details>\n````"],
])("a block %s", (_, text, expected) => {
  expect(fenced(text, "x")).toBe(expected);
});

test("the report of a sync", () => {
  const made = plan(declared({ consumers: [caller("jack")] }), live({ consumers: [] }), options);
  const [first, second] = made.changes;
  if (!first || !second) throw new Error("two changes are expected");
  const show = (report: Parameters<typeof applyFormats.markdown>[0]["report"]) =>
    applyFormats.markdown({ plan: made, report, style });
  expect(show({ applied: [first, second], failed: [], notTried: [] })).toBe(
    "### rollcall sync: 2 applied, 0 failed, 0 not tried",
  );
  expect(show({ applied: [], failed: [{ change: first, message: "no", status: 400 }], notTried: [] })).toMatch(
    /^### rollcall sync: 0 applied, 1 failed, 0 not tried\n\n```text\nfailed {5}create consumer jack.*: no\n/,
  );
});
