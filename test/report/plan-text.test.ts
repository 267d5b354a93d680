/** What a reviewer sees of a plan. */
import { describe, expect, test } from "vitest";
import { plan } from "../../src/plan/plan.ts";
import { renderPlanText } from "../../src/report/plan-text.ts";
import { createStyle } from "../../src/report/style.ts";
import { declared, live, options, type Sections } from "../plan/configs.ts";

const shown = (before: Sections, after: Sections): string =>
  renderPlanText({ plan: plan(declared(after), live(before), options), style: createStyle(false) });

const described = (desc: string): Sections => ({ consumers: [{ username: "jack", desc }] });
const held = (username: string, name: string, plugins: object) => ({ username, credentials: [{ name, plugins }] });

describe("an update", () => {
  test.each<[string, Sections, Sections, string]>([
    ["short values whole", described("old"), described("new"), "~ consumer jack\n    desc: old → new\n"],
    [
      "long values that part at the end, where they part",
      described(`${"a".repeat(150)}-old`),
      described(`${"a".repeat(150)}-new`),
      `desc: …${"a".repeat(31)}-[-old-]{+new+}\n`,
    ],
    [
      "a long value that goes on",
      described("a".repeat(100)),
      described("a".repeat(120)),
      `desc: …${"a".repeat(20)} → …${"a".repeat(40)}\n`,
    ],
    [
      "long values that part early, from their beginning",
      described(`x${"a".repeat(150)}`),
      described(`y${"a".repeat(150)}`),
      `desc: x${"a".repeat(79)}… → y${"a".repeat(79)}…\n`,
    ],
    ["no control character", described("a"), described("b\u001b[2J c\u202e"), "desc: a → b\ufffd[2J c\ufffd\n"],
  ])("%s", (_name, before, after, expected) => expect(shown(before, after)).toContain(expected));

  test("another type of credential: both, and no secret", () => {
    const text = shown(
      { consumers: [held("jack", "main", { "key-auth": { key: "old-secret" } })] },
      { consumers: [held("jack", "main", { "basic-auth": { username: "jack", password: "new-secret" } })] },
    );
    expect(text).toMatch(
      /^ {2}consumer jack\n~ {3}credential main\n {6}plugins\.basic-auth\.password: sha256:\w{8}\n {6}plugins\.basic-auth\.username: jack\n {6}plugins\.key-auth\.key: sha256:\w{8} → \(removed\)\n/,
    );
  });

  test("an unknown plugin and headers: fingerprints only", () => {
    const route = (secret: string): Sections => ({
      routes: [
        {
          id: "r",
          uri: "/",
          plugins: {
            mine: { deep: { list: [secret, 7] } },
            "proxy-rewrite": { headers: { set: { Authorization: secret } } },
          },
        },
      ],
    });
    const text = shown(route("old-secret"), route("new-secret"));
    expect(text).not.toMatch(/(old|new)-secret/);
    expect(text.match(/sha256:\w{8} → sha256:\w{8}/g)).toHaveLength(2);
  });
});
