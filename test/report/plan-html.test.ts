/** A plan as a page: its parts in order, well-formed, and nothing from a file or gateway breaks out of it. */
import { expect, test } from "vitest";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { impactOf } from "../../src/impact/impact.ts";
import { plan } from "../../src/plan/plan.ts";
import { baseOfConfig } from "../../src/plan/three-way/base-of-config.ts";
import { threeWay } from "../../src/plan/three-way/three-way.ts";
import { planDocuments, planFormats } from "../../src/report/plans.ts";
import { createStyle } from "../../src/report/style.ts";
import { declared, live, options, type Sections } from "../plan/configs.ts";

const style = createStyle(false);
const caller = (username: string, fields: object = {}, key = `key-of-${username}`) => ({
  username,
  ...fields,
  credentials: [{ name: "main", plugins: { "key-auth": { key } } }],
});
const route = {
  id: "orders",
  uri: "/orders/*",
  plugins: { "key-auth": {} },
  upstream: { nodes: { "127.0.0.1:1": 1 } },
};

async function inputOf(before: Sections, after: Sections, base?: Sections) {
  const held = live(before);
  const made = plan(declared(after), held, options);
  const impact = await impactOf(held, made.changes, { crypto: nodeCrypto, now: Date.now });
  const told = base && threeWay(made, baseOfConfig(declared(base), held, options), options);
  return { plan: made, impact, style, ...(told && { threeWay: told }) };
}

/** Without looks, one element a line: what a reader of the page is told. */
const content = (page: string): string =>
  page.replace(/<style>[\s\S]*<\/style>/, "").replace(/<(td|th|h\d|li|p)\b/g, "\n<$1");
const words = (page: string): string[] =>
  content(page.slice(page.indexOf("<body>")))
    .split("\n")
    .map((line) =>
      line
        .replace(/<[^>]*>/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "");

test("summary, impact, then each change under its consumer", async () => {
  const before = { routes: [route], consumers: [caller("jack", { desc: "old" }), caller("bot")] };
  const page = planFormats.html(await inputOf(before, { consumers: [caller("jack", { desc: "new" }, "other")] }));
  expect(words(page)).toEqual([
    "rollcall",
    "2 to update, 1 to delete, 0 unchanged",
    "Impact",
    "2 callers lose access",
    "jack to /orders/*: its credential main is rotated without overlap",
    "bot: the consumer is removed",
    "Changes",
    ...["consumer jack", "Change", "Field", "Before", "After"],
    ...["update consumer jack", "desc", "old", "new"],
    "update credential main",
    ...["plugins.key-auth.key", expect.stringMatching(/^sha256:\w{8}$/), expect.stringMatching(/^sha256:\w{8}$/)],
    ...["consumer bot", "Change", "Field", "Before", "After", "delete consumer bot"],
  ]);
});

test("drift stands before intent", async () => {
  const three = (jack: string, jill: string): Sections => ({
    consumers: [
      { username: "jack", desc: jack },
      { username: "jill", desc: jill },
    ],
  });
  const page = planFormats.html(await inputOf(three("a", "by hand"), three("b", "a"), three("a", "a")));
  expect(page.match(/<h2[^>]*>[^<]*/g)?.map((heading) => heading.replace(/<[^>]*>/, ""))).toEqual([
    "Drifted: changed by hand since the base, which a sync would overwrite",
    "Intended: changed in the files since the base",
  ]);
});

const bodyOf = (page: string): string => page.slice(page.indexOf("<body>"), page.indexOf("</html>"));

const hostile = [
  "</td></table><script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><script>alert(1)</script>",
  "<!-- ",
  "&lt;script&gt;",
  "\u202eevil\u0000",
];

test.each(hostile)("%j stays text", async (text) => {
  const desc = (end: string) => `${text} ${"word ".repeat(30)}${end}`;
  const long = (end: string) => `${text}\n${text}\n${end}`;
  const made = (end: string): Sections => ({
    consumers: [{ username: "jack", desc: text + end, labels: { [text]: end.trim() } }],
    routes: [
      {
        id: text,
        name: `${text}r`,
        uri: `/${text}`,
        desc: desc(end),
        plugins: { mocking: { response_example: long(end) } },
      },
    ],
  });
  const input = await inputOf(made(" a"), made(" b"), made(" c"));
  const added = await inputOf({}, made(" a"));
  for (const page of [
    planFormats.html(input),
    planFormats.html(added),
    planDocuments.html([{ ...input, group: text }]),
  ]) {
    expect(page.match(/<(script|img|!--)/g)).toBeNull();
    expect(page).not.toMatch(/[\u0000\u202e]/);
    // The only tags are ours, and each is closed where it was opened.
    const open: string[] = [];
    for (const [, close, name = "", rest = ""] of bodyOf(page).matchAll(/<(\/?)([a-z0-9]+)((?:"[^"]*"|[^">])*)>/g)) {
      expect(rest).toMatch(/^( (class|scope|colspan|aria-label)="[^"<>]*")*$/);
      if (close) expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  }
});

test("needs nothing else, and folds many changes", async () => {
  const many = { consumers: Array.from({ length: 150 }, (_, index) => caller(`c${index}`)) };
  const page = planFormats.html(await inputOf({ consumers: [] }, many));
  expect(page).toContain("<details><summary>300 changes</summary>");
  expect(page).not.toMatch(/<script|<link|url\(|https?:/);
  expect(page).not.toContain("key-of-");
});

test("several gateway groups are one page, and one JSON document", async () => {
  const input = await inputOf({ consumers: [] }, { consumers: [caller("jack")] });
  const groups = [
    { ...input, group: "one" },
    { ...input, group: "two" },
  ];
  expect(planDocuments.html(groups).match(/gateway group \w+: 2 to create/g)).toHaveLength(4);
  expect(JSON.parse(planDocuments.json(groups))).toMatchObject({
    version: 1,
    groups: [
      { group: "one", counts: { create: 2 } },
      { group: "two", counts: { create: 2 } },
    ],
  });
});
