/** The status page as text: whatever an artifact or a client says stays text, and no secret is in it. */
import { expect, test } from "vitest";
import type { Artifact } from "../../src/artifact/contract.ts";
import { Recorder } from "../../src/watch/recorder.ts";
import { renderStatusPage } from "../../src/watch/status-page.ts";
import { WatchedState } from "../../src/watch/watched-state.ts";
import { acme, open, secrets } from "../artifact/acme.ts";
import type { PlainConfig } from "../compile/configuration.ts";
import { accessEvent } from "./events.ts";

const hostile = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</style><svg onload=alert(1)>",
  "<!--<a href=javascript:alert(1)>",
  "&lt;b&gt;&amp;",
  "\u202ereversed\u2028",
];

const noStats = {
  ...{ openConnections: 0, activeRequests: 0, requests: 0, refused: 0, malformed: 0 },
  ...{ forwarded: 0, retries: 0, upstreamFailures: 0, clientAborts: 0, upgrades: 0 },
};

function page(artifact: Artifact, asked: string, path = "/"): string {
  const watched = new WatchedState("all.yaml", () => undefined);
  watched.use(artifact);
  watched.reloaded(false, `refused: ${path}`);
  const change = { at: Date.now(), by: "active", found: "timeout" } as const;
  const nodes = [{ upstream: path, node: path, isHealthy: false, change }];
  watched.serving({ stats: () => ({ ...noStats }), nodes: () => nodes });
  const recorder = new Recorder();
  recorder.record(accessEvent({ status: 404, reason: path, plugin: path, route: path, path, method: path }));
  return renderStatusPage({
    watched,
    rates: { seconds: 60, routes: [{ route: path, total: 1, byClass: [0, 0, 1, 0, 0, 0] }] },
    incidents: recorder.incidents(),
    refusals: [{ plugin: path, reason: path, count: 1 }],
    search: {
      text: asked,
      after: path,
      found: { usernames: [asked], next: asked, elsewhere: [asked], isPartial: true },
    },
    isLive: false,
    now: Date.now(),
  });
}

function namedBy(text: string): PlainConfig {
  const plugins = {
    "ip-restriction": { blacklist: ["192.0.2.9"], message: text },
    "limit-count": { count: 1, time_window: 60, key: text, rejected_msg: text },
  };
  return {
    consumer_groups: [{ id: text, plugins }],
    consumers: [{ username: text, desc: text, line: 3, labels: { [text]: text, custom_id: text }, group_id: text }],
    routes: [
      {
        id: text,
        name: text,
        desc: text,
        uri: `/${text}`,
        hosts: [text],
        plugins: { "key-auth": { header: text } },
        upstream: { nodes: { "127.0.0.1:80": 1 } },
      },
    ],
    global_rules: [{ id: text, plugins: { "request-id": { header_name: text } } }],
  };
}

/** Element names and attributes that the page has of its own. */
const known =
  /^<(?:!doctype html|\/?[a-z][a-z0-9]*(?: (?:lang|charset|name|content|class|href|method|action|type|maxlength|value|scope|datetime|title|id|role|rel|for|autocomplete|tabindex|aria-label|aria-labelledby)="[^"<>]*")*)>/;

test.each(hostile)("%s in an artifact and from a client", (text) => {
  const markup = page(open(namedBy(text)), text, text);
  const style = /<style>[^<]*<\/style>/.exec(markup)?.[0] ?? "";
  expect(style).not.toBe("");
  for (const [, after] of markup.replace(style, "").matchAll(/(?=(<[\s\S]{0,2000}))/g)) expect(after).toMatch(known);
  expect(markup).not.toMatch(
    /<(?:script|img|svg|iframe|object|link (?!rel="icon" href="data:,">)|a href="javascript)/i,
  );
  expect(markup).not.toMatch(/[\u202e\u2028]/);
  expect(markup).toContain("Consumer ");
});

test.each(["jack", "jill", "john", "jane", "legacy"])("no secret stands on the page of %s", (username) => {
  const markup = page(open(acme), username);
  expect(markup).toContain(`Consumer ${username}`);
  for (const secret of Object.values(secrets)) expect(markup).not.toContain(secret);
});
