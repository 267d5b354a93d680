/** The impact in the formats of a plan, and that no secret gets into it. */
import { expect, test } from "vitest";
import { nodeCrypto } from "../../src/crypto/node.ts";
import { impactOf } from "../../src/impact/impact.ts";
import { plan } from "../../src/plan/plan.ts";
import { planFormats } from "../../src/report/plans.ts";
import { createStyle } from "../../src/report/style.ts";
import { declared, live, options, type Sections } from "../plan/configs.ts";

const credential = (name: string, plugin: string, config: object) => ({ name, plugins: { [plugin]: config } });

/** Every secret of one version ends alike. */
const state = (version: string): Sections => ({
  routes: [
    {
      id: "r",
      uri: "/r/*",
      upstream: { nodes: { "127.0.0.1:1": 1 } },
      plugins: {
        "multi-auth": {
          auth_plugins: [{ "key-auth": {} }, { "basic-auth": {} }, { "hmac-auth": {} }, { "jwt-auth": {} }],
        },
        mine: { token: `canary-plugin-${version}` },
        "limit-count": { count: version.length, time_window: 60, policy: "redis", redis_password: `canary-${version}` },
      },
    },
  ],
  consumers: [
    {
      username: "a",
      credentials: [
        credential("k", "key-auth", { key: `canary-key-${version}` }),
        credential("b", "basic-auth", { username: "b", password: `canary-password-${version}` }),
        credential("h", "hmac-auth", { key_id: "h", secret_key: `canary-hmac-${version}` }),
        credential("j", "jwt-auth", { key: "j", secret: `canary-jwt-${version}-${"x".repeat(32)}` }),
      ],
    },
  ],
});

const held = live(state("old"));
const made = plan(declared(state("newer")), held, options);
const impact = await impactOf(held, made.changes, { crypto: nodeCrypto, now: Date.now });
const shown = (format: keyof typeof planFormats) =>
  planFormats[format]({ plan: made, impact, style: createStyle(false) });

test("text has the block between changes and counts", () => {
  expect(shown("text")).toMatch(/\n\nImpact\n {2}1 caller loses access\n {4}a to \/r\/\*: .*rotated without overlap/);
  expect(shown("text")).toContain("    a to /r/*: limit-count rises from 3/min to 5/min\n");
  expect(shown("text")).toContain("    The plugin mine is not executed here");
  expect(shown("text")).toMatch(/\n\n5 to update, 1 unchanged$/);
});

test("JSON has every list", () => {
  const { impact: told } = JSON.parse(shown("json")) as { impact: Record<string, unknown> };
  expect(Object.keys(told).sort()).toEqual(["closed", "gained", "limits", "lost", "notJudged", "open"]);
  expect(told["lost"]).toMatchObject([{ consumer: "a", credentials: ["k", "b", "h", "j"], isEverything: false }]);
});

test("without an impact neither says a word of it", () => {
  for (const format of ["text", "json", "markdown"] as const) {
    expect(planFormats[format]({ plan: made, style: createStyle(false) })).not.toMatch(/impact/i);
  }
});

test.each(["text", "json", "markdown"] as const)("%s shows no secret", (format) => {
  expect(JSON.stringify(made.changes)).toContain("canary-hmac-newer");
  expect(shown(format)).not.toContain("canary");
});
