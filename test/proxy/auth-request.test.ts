/** Sub-requests as each proxy makes them, and what comes of them: only the headers of the chosen style are believed. */
import { describe, expect, test } from "vitest";
import type { CompiledRoute, CompiledUpstream } from "../../src/artifact/contract.ts";
import type { Decision, Forward, GatewayRequest, HeaderList, Refusal } from "../../src/engine/contract.ts";
import { type AuthRequestOptions, createAuthRequest } from "../../src/proxy/auth-request.ts";

const forward = (more: Partial<Forward>): Forward => ({
  kind: "forward",
  route: { id: "r" } as CompiledRoute,
  upstream: {} as CompiledUpstream,
  method: "GET",
  target: "/a",
  headers: [],
  responseHeaders: [],
  ...more,
});
const refusal = (status: number): Refusal => ({
  kind: "respond",
  status,
  headers: [["WWW-Authenticate", "x"]],
  body: "{}",
  reason: "because",
  plugin: "p",
});

async function ask(
  style: AuthRequestOptions["style"],
  headers: HeaderList,
  {
    decision = forward({}),
    target = "/-/auth",
    prefix = "",
  }: { decision?: Decision; target?: string; prefix?: string } = {},
) {
  let seen: GatewayRequest | undefined;
  const engine = {
    decide(request: GatewayRequest) {
      seen = request;
      return decision;
    },
  };
  const subRequest: GatewayRequest = {
    method: "GET",
    target,
    headers,
    remoteAddress: "127.0.0.1",
    scheme: "http",
    readBody: async () => new Uint8Array(),
  };
  return { answer: (await createAuthRequest(engine, { style, prefix }).decide(subRequest)) as Refusal, seen };
}

const nginx: HeaderList = [
  ["Host", "api.example"],
  ["X-Original-Method", "PUT"],
  ["X-Original-URI", "/orders?x=1"],
  ["X-Real-IP", "192.0.2.1"],
  ["X-Forwarded-Proto", "https"],
];
const traefik: HeaderList = [
  ["Host", "auth.internal"],
  ["X-Forwarded-Method", "PUT"],
  ["X-Forwarded-Uri", "/orders?x=1"],
  ["X-Forwarded-Host", "api.example"],
  ["X-Forwarded-For", "203.0.113.9, 192.0.2.1"],
  ["X-Forwarded-Proto", "https"],
];
const original = { method: "PUT", target: "/orders?x=1", remoteAddress: "192.0.2.1", scheme: "https" };

describe("what is believed", () => {
  test.each([
    ["nginx", nginx, [["Host", "api.example"]]],
    ["nginx", [...nginx, ...traefik.slice(1, 5)], [["Host", "api.example"], ...traefik.slice(1, 5)]],
    ["forward", traefik, [["Host", "api.example"]]],
    [
      "forward",
      [...traefik, ["X-Original-URI", "/other"]],
      [
        ["X-Original-URI", "/other"],
        ["Host", "api.example"],
      ],
    ],
  ] as [AuthRequestOptions["style"], HeaderList, HeaderList][])("%s", async (style, headers, left) => {
    const { seen } = await ask(style, headers);
    expect(seen).toEqual({ ...original, headers: left });
  });
  test("envoy takes the sub-request's own path without the prefix", async () => {
    const { seen } = await ask("envoy", traefik.slice(4), { target: "/auth/orders?x=1", prefix: "/auth" });
    expect(seen).toEqual({ ...original, method: "GET", headers: [] });
  });
  test.each([
    ["no method", nginx.filter(([name]) => name !== "X-Original-Method")],
    ["no target", nginx.filter(([name]) => name !== "X-Original-URI")],
    ["no address", nginx.filter(([name]) => name !== "X-Real-IP")],
    ["two targets", [...nginx, ["x-original-uri", "/public"]]],
    ["another proxy's headers", traefik],
  ] as [string, HeaderList][])("%s is refused and never decided", async (_name, headers) => {
    const { answer, seen } = await ask("nginx", headers);
    expect(seen).toBeUndefined();
    expect(answer).toMatchObject({ status: 403 });
    expect(answer.headers).toContainEqual(["X-Rollcall-Status", "500"]);
  });
  test("a path without the prefix is refused", async () => {
    const { answer } = await ask("envoy", traefik.slice(4), { target: "/orders", prefix: "/auth" });
    expect(answer.status).toBe(500);
  });
});

test.each([
  ["nginx", 401, 401],
  ["nginx", 403, 403],
  ["nginx", 429, 403],
  ["nginx", 503, 403],
  ["nginx", 200, 403],
  ["forward", 429, 429],
  ["forward", 302, 302],
  ["forward", 200, 403],
] as const)("%s: a refusal of %d is answered as %d", async (style, status, expected) => {
  const { answer } = await ask(style, style === "nginx" ? nginx : traefik, { decision: refusal(status) });
  expect(answer).toMatchObject({ status: expected, body: "{}", reason: "because", plugin: "p" });
  expect(answer.headers).toEqual([
    ["WWW-Authenticate", "x"],
    ["X-Rollcall-Status", String(status)],
  ]);
});

test("a pass gives back what was added, the credentials that are left, and the target", async () => {
  const key = ["apikey", "k"] as const;
  const accept = ["Accept", "*/*"] as const;
  const host = ["Host", "other"] as const;
  const added = ["X-Consumer-Username", "acme"] as const;
  const decision = forward({ headers: [host, key, accept, added], responseHeaders: [["X-RateLimit-Limit", "2"]] });
  const { answer } = await ask("nginx", [...nginx, key, accept], { decision });
  expect(answer).toMatchObject({ status: 200, body: "", routeId: "r" });
  expect(answer.headers).toEqual([key, added, ["X-RateLimit-Limit", "2"], ["X-Rollcall-Target", "/a"]]);
});

describe("X-Rollcall-Carry, as the files of --write-nginx send it", () => {
  const key = ["X-Key", "k"] as const;
  const accept = ["Accept", "*/*"] as const;
  const user = ["X-Consumer-Username", "acme"] as const;
  const carry = (names: string) => ["X-Rollcall-Carry", names] as const;
  const target = ["X-Rollcall-Target", "/a"] as const;
  test.each<[string, string, HeaderList, HeaderList | string]>([
    ["what is named comes back, changed or not", "X-Key X-Consumer-Username", [key, accept, user], [key, user, target]],
    ["a hidden key that is named", "X-Key X-Consumer-Username", [accept, user], [user, target]],
    ["a hidden key that is not named", "X-Consumer-Username", [accept, user], "X-Key"],
    ["an identity that is not named", "X-Key", [key, accept, user], "X-Consumer-Username"],
    ["names in any case", "x-key x-consumer-USERNAME", [key, accept, user], [key, user, target]],
  ])("%s", async (_, names, headers, expected) => {
    const decision = forward({ headers: [["Host", "api.example"], ...headers] });
    const { answer, seen } = await ask("nginx", [...nginx, carry(names), key, accept], { decision });
    expect(seen?.headers.map(([name]) => name)).not.toContain("X-Rollcall-Carry");
    if (typeof expected !== "string") expect([answer.status, answer.headers]).toEqual([200, expected]);
    else {
      expect([answer.status, answer.reason]).toEqual([
        403,
        `the sub-request has no ${expected} in its x-rollcall-carry`,
      ]);
      expect(answer.headers).toContainEqual(["X-Rollcall-Status", "500"]);
    }
  });

  test.each<[string, Partial<Refusal>, string | undefined]>([
    ["JSON", { body: '{"message":"no"}\n' }, '{"message":"no"}'],
    ["longer than a header should be", { body: `"${"x".repeat(1023)}"` }, undefined],
    ["what a header cannot hold", { body: '{"message":"naïve"}' }, undefined],
    ["two lines", { body: "{\n}" }, undefined],
    ["no JSON", { headers: [["Content-Type", "text/html"]], body: "<p>" }, undefined],
  ])("the body of a refusal: %s", async (_, more, expected) => {
    const decision = { ...refusal(429), headers: [["Content-Type", "application/json"]] as HeaderList, ...more };
    const { answer } = await ask("nginx", [...nginx, carry("X-Key")], { decision });
    expect(Object.fromEntries(answer.headers)["X-Rollcall-Body"]).toBe(expected);
  });
});

test("limit-conn is refused and released", async () => {
  let released = 0;
  const { answer } = await ask("nginx", nginx, { decision: forward({ release: () => void released++ }) });
  expect([answer.status, released]).toEqual([403, 1]);
});
