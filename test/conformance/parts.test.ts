/** The parts of `npm run conformance` that touch no socket. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Case, Row } from "../engine/case-file.ts";
import { compareRow, type Wire } from "./compare.ts";
import type { PlacedCase, RowResult } from "./contract.ts";
import { needsOf } from "./needs.ts";
import { parseOptions } from "./options.ts";
import { linesOf, readPlacedCases } from "./read-cases.ts";
import { expectedMark, type NativeConfig, renamed } from "./rename.ts";
import { jsonReport, textReport } from "./report.ts";
import { caseSkipped, rowsSkipped } from "./skip.ts";
import { movedTo } from "./today.ts";
import { parseAnswer, wireBytes } from "./wire.ts";

const tables = new URL("../engine/cases/", import.meta.url).pathname;

test("each request has the line where it stands", () => {
  expect(linesOf("cases:\n  - name: a\n    requests:\n      - { send: GET / }\n\n      - send: GET /b\n")).toEqual([
    [4, 6],
  ]);
  for (const { file, case: each, lines } of readPlacedCases(tables)) {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), "utf8").split("\n");
    expect(lines).toHaveLength(each.requests.length);
    for (const line of lines) expect(text[line - 1], `${file}:${line}`).toMatch(/send:/);
  }
});

test("names, references and upstreams are those of the run", () => {
  const config: NativeConfig = {
    consumers: [
      { username: "ann", group_id: "g", credentials: [{ name: "k", plugins: { "key-auth": { key: "x" } } }] },
    ],
    services: [{ id: "s", upstream_id: "up" }, { id: "bare" }],
    upstreams: [{ id: "up", nodes: { "127.0.0.1:9": 1 } }],
    routes: [
      {
        id: "Own",
        uri: "/a",
        upstream_id: "up",
        plugins: { "multi-auth": { auth_plugins: [{ "key-auth": { anonymous_consumer: "ann" } }] } },
      },
      {
        id: "of",
        uri: "/b",
        service_id: "s",
        plugins: { "consumer-restriction": { whitelist: ["ann"], allowed_by_methods: [{ user: "ann", methods: [] }] } },
      },
      { id: "none", uri: "/c", service_id: "bare", plugins: { "limit-count": { count: 1, group: "g" } } },
    ],
  };
  expect(renamed(config, { prefix: "p-", upstream: "h:1", marksRoutes: true })).toEqual({
    consumers: [
      { username: "p-ann", group_id: "p-g", credentials: [{ name: "k", plugins: { "key-auth": { key: "x" } } }] },
    ],
    services: [
      {
        id: "p-s",
        upstream: { nodes: { "h:1": 1 }, pass_host: "rewrite", upstream_host: "service-s.conformance.invalid" },
      },
      { id: "p-bare" },
    ],
    upstreams: [{ id: "p-up", nodes: { "h:1": 1 } }],
    routes: [
      {
        id: "p-Own",
        uri: "/a",
        upstream: { nodes: { "h:1": 1 }, pass_host: "rewrite", upstream_host: "route-own.conformance.invalid" },
        plugins: { "multi-auth": { auth_plugins: [{ "key-auth": { anonymous_consumer: "p-ann" } }] } },
      },
      {
        id: "p-of",
        uri: "/b",
        service_id: "p-s",
        plugins: {
          "consumer-restriction": { whitelist: ["p-ann"], allowed_by_methods: [{ user: "p-ann", methods: [] }] },
        },
      },
      { id: "p-none", uri: "/c", service_id: "p-bare", plugins: { "limit-count": { count: 1, group: "p-g" } } },
    ],
  });
  expect(["Own", "of", "none", "ghost"].map((id) => expectedMark(config, id))).toEqual([
    "route-own.conformance.invalid",
    "service-s.conformance.invalid",
    "service-bare.conformance.invalid",
    undefined,
  ]);
});

const passed: Wire = {
  answer: { status: 200, headers: [["X-RateLimit-Reset", "58.20"]], body: "" },
  seen: [
    {
      method: "GET",
      target: "/a",
      headers: [
        ["Host", "route-r.x"],
        ["X-Consumer-Username", "p-ann"],
        ["X-A", "1"],
      ],
    },
  ],
};
const refused: Wire = {
  answer: { status: 401, headers: [["Content-Type", "application/json; charset=utf-8"]], body: '{"message":"no"}' },
  seen: [],
};
const comparisons: readonly [string, Omit<Row, "send">, Wire, readonly string[]][] = [
  ["goes on", { upstream: { consumer: "ann", credential: null, target: "/a", method: "GET" } }, passed, []],
  [
    "another target and consumer",
    { upstream: { consumer: "bob", target: "/b" } },
    passed,
    ["upstream target", "upstream X-Consumer-Username"],
  ],
  ["a header that must be absent", { upstream: { headers: { "x-a": null } } }, passed, ["upstream x-a"]],
  ["a header by pattern", { upstream: { headers: { "X-A": "~^[0-9]$", "X-Consumer-Username": "ann" } } }, passed, []],
  ["another route", { upstream: { route: "q" } }, passed, ["upstream (the route's mark) Host"]],
  ["goes on instead of being refused", { status: 401 }, passed, ["status"]],
  ["a reset some seconds on", { response: { "X-RateLimit-Reset": "60.00" } }, passed, []],
  ["a reset of another window", { response: { "X-RateLimit-Reset": "80.00" } }, passed, ["response X-RateLimit-Reset"]],
  ["is refused", { status: 401, answer: { message: "no" } }, refused, []],
  ["another body", { status: 401, answer: { message: "yes" } }, refused, ["body"]],
  ["a text", { status: 401, answer: "" }, refused, ["body"]],
  ["another status", { status: 403, answer: "" }, refused, ["status"]],
  ["refused instead of going on", { upstream: { consumer: "ann" } }, refused, ["status"]],
  [
    "what it adds is missing",
    { status: 401, response: { "WWW-Authenticate": "x" } },
    refused,
    ["response WWW-Authenticate"],
  ],
  ["refused, but sent on all the same", { status: 401 }, { ...refused, seen: passed.seen }, ["status"]],
];

test.each(comparisons)("compares: %s", (_name, row, wire, expected) => {
  const found = compareRow({ send: "GET /a", ...row }, wire, {
    prefix: "p-",
    mark: row.upstream?.route && "route-q.x",
  });
  expect(found.map(({ what }) => what)).toEqual(expected);
});

const here = { gateway: "rollcall", isLocal: true } as const;
const plain: Case = { name: "c", config: { routes: [{ id: "r", plugins: { "key-auth": {} } }] }, requests: [] };
const counted: Case = { ...plain, config: { routes: [{ id: "r", plugins: { "limit-count": {} } }] } };
const byAddress: Case = { ...plain, config: { routes: [{ id: "r", plugins: { "ip-restriction": {} } }] } };
const clock = "a simulated clock";
const address = "another client address";
const skips: readonly [string, Case, readonly Partial<Row>[], readonly (string | undefined)[]][] = [
  ["a clock, until it is set back", plain, [{}, { at: 9 }, {}, { at: 0 }], [undefined, clock, clock, undefined]],
  ["all that is counted behind it", counted, [{}, { at: 9 }, { at: 0 }], [undefined, clock, clock]],
  [
    "addresses that only differ are played",
    counted,
    [{ from: "192.0.2.1" }, { from: "::1" }, {}],
    [undefined, address, address],
  ],
  ["addresses that are read", byAddress, [{}, { from: "192.0.2.1" }], [undefined, address]],
  ["TLS", plain, [{ scheme: "https" }, {}], ["needs TLS", undefined]],
];

test.each(skips)("skips: %s", (_name, each, rows, expected) => {
  const requests = rows.map((row) => ({ send: "GET /", ...row }));
  expect(rowsSkipped({ ...each, requests }, here)).toEqual(expected);
});

test("skips whole cases, and for APISIX where rollcall is stricter", () => {
  const placed = (topic: string, more: Partial<Case>): PlacedCase => ({
    file: "",
    topic,
    lines: [],
    case: { ...plain, ...more },
  });
  const reasons = [
    placed("a", {}),
    placed("strict", {}),
    placed("a", { name: "stricter - b" }),
    placed("a", { store: "failing" }),
    placed("a", { store: "later" }),
    placed("a", { limits: {} }),
  ].map((each) =>
    [caseSkipped(each, here), caseSkipped(each, { ...here, gateway: "apisix" })].map((reason) => reason !== undefined),
  );
  expect(reasons).toEqual([
    [false, false],
    [false, true],
    [false, true],
    [true, true],
    [false, false],
    [true, true],
  ]);
});

test("what a request hangs on is told by the engine", async () => {
  const each = readPlacedCases(tables).find(({ case: { name } }) => name === "overlay of group and consumer");
  const [plainKey, member] = await needsOf(each as PlacedCase);
  expect(plainKey).toEqual(["routes/keyed", "upstreams/up", "consumers/plain", "credentials/plain/k"]);
  expect(member).toContain("consumer_groups/gold");
});

test("dates are moved to today", () => {
  const each: Case = {
    ...plain,
    start: "2024-11-19T12:00:00Z",
    tokens: { a: { claims: { exp: 1_732_017_610, sub: 5 } }, b: { claims: [1] } },
  };
  const row: Row = {
    send: "GET /",
    headers: { Date: "Tue, 19 Nov 2024 12:00:00 GMT", "X-Date": "Tue, 19 Nov 2024 12:00:00 GMT" },
  };
  const moved = movedTo(Date.parse("2030-01-01T00:00:00Z"), each, row);
  expect(moved.row.headers).toEqual({
    Date: "Tue, 01 Jan 2030 00:00:00 GMT",
    "X-Date": "Tue, 19 Nov 2024 12:00:00 GMT",
  });
  expect(moved.case.tokens).toEqual({
    a: { claims: { exp: Date.parse("2030-01-01T00:00:10Z") / 1000, sub: 5 } },
    b: { claims: [1] },
  });
  const broken: Row = { send: "GET /", headers: { Date: "2024-11-19T12:00:00Z" } };
  expect(movedTo(0, each, broken).row.headers).toEqual(broken.headers);
});

test("a request goes out as its octets", () => {
  const bytes = wireBytes(
    {
      method: "POST",
      target: "/a b",
      headers: [
        ["X-A", "\u00e9"],
        ["Host", ""],
      ],
    },
    "é",
  );
  expect(bytes.toString("latin1")).toBe(
    "POST /a b HTTP/1.1\r\nX-A: \u00e9\r\nHost: \r\nContent-Length: 2\r\nConnection: close\r\n\r\n\u00c3\u00a9",
  );
});

const answers: readonly [string, string, object | undefined][] = [
  [
    "a length",
    "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nA: b\r\n\r\nhi",
    {
      status: 200,
      headers: [
        ["Content-Length", "2"],
        ["A", "b"],
      ],
      body: "hi",
    },
  ],
  [
    "chunks",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1;x\r\ni\r\n0\r\n\r\n",
    { status: 200, headers: [["Transfer-Encoding", "chunked"]], body: "hi" },
  ],
  ["until the end", "HTTP/1.0 400 Bad\r\n\r\nhi", { status: 400, headers: [], body: "hi" }],
  ["after another", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No\r\n\r\n", { status: 204, headers: [], body: "" }],
  ["cut off", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi", undefined],
  ["cut off in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nh", undefined],
  ["no head", "HTTP/1.1 200 OK\r\n", undefined],
  ["no HTTP", "SSH-2.0\r\n\r\n", undefined],
];

test.each(answers)("reads an answer: %s", (_name, text, expected) => {
  expect(parseAnswer(Buffer.from(text))).toEqual(expected);
});

const required = ["--target", "http://127.0.0.1:1", "--admin", "http://127.0.0.1:2", "--key-file", "k"];
const mistakes: readonly [readonly string[], RegExp][] = [
  [[], /--target is missing/],
  [required.slice(2), /--target is missing/],
  [[...required, "--target", "https://h"], /expected an http:\/\/ address, without TLS/],
  [[...required, "--admin", "http://a:b@h"], /--admin: expected an address .*, without a user$/],
  [[...required, "--format", "xml"], /--format xml: expected text or json/],
  [[...required, "--gateway", "kong"], /--gateway kong: expected rollcall or apisix/],
  [[...required, "--upstream", "h"], /--upstream h: an address is HOST:PORT/],
  [[...required, "--nonsense"], /--nonsense/],
];

test.each(mistakes)("refuses %j", (argv, told) => {
  expect(() => parseOptions(argv)).toThrow(told);
});

test("tells each difference with its place, and no control character", () => {
  const place = { file: "f.yaml", case: "c", request: "GET /\u0007" };
  const results: RowResult[] = [
    { ...place, line: 1, outcome: { kind: "same" } },
    {
      ...place,
      line: 2,
      outcome: { kind: "different", differences: [{ what: "body", expected: "a", found: "\u001b[2J" }] },
    },
    { ...place, line: 3, outcome: { kind: "skipped", reason: "needs TLS" } },
  ];
  expect(textReport(results)).toBe(
    [
      "f.yaml:2: c: GET /\\u0007",
      "  body: expected a, found \\u001b[2J",
      "",
      "3 requests: 1 as in the tables, 1 otherwise, 1 skipped",
      "  1 skipped: needs TLS",
      "",
    ].join("\n"),
  );
  expect(JSON.parse(jsonReport(results))).toMatchObject({
    summary: { requests: 3, same: 1, different: 1, skipped: 1, reasons: { "needs TLS": 1 } },
    results: [
      { line: 2, kind: "different" },
      { line: 3, kind: "skipped" },
    ],
  });
});
