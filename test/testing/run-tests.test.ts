/** Policy tests: what passes, what fails and where, over real files. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDuration } from "../../src/testing/duration.ts";
import { runInProcess } from "../cli/in-process.ts";
import { readDoc, repository } from "../docs/markdown.ts";

const config = `consumers:
  - username: jack
    credentials:
      - { name: main, plugins: { key-auth: { key: jacks-key-0123456789 } } }
      - { name: token, plugins: { jwt-auth: { key: jack, secret: "an-hs256-secret-of-more-than-32-bytes" } } }
routes:
  - id: orders
    uri: /orders
    upstream: { nodes: { "127.0.0.1:1": 1 } }
    plugins:
      key-auth: { hide_credentials: true }
      limit-count: { count: 2, time_window: 60, rejected_code: 429, rejected_msg: slowly }
  - id: unused
    uri: /unused
    upstream: { nodes: { "127.0.0.1:1": 1 } }
`;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-test-"));
  await writeFile(path.join(folder, "api.yaml"), config);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Report {
  readonly counts: { readonly passed: number; readonly failed: number };
  readonly cases: readonly {
    readonly findings: readonly {
      readonly rule: string;
      readonly message: string;
      readonly span: { readonly start: { readonly line: number; readonly column: number } };
    }[];
  }[];
  readonly coverage?: { readonly percent: number; readonly neverExercised: readonly { readonly name: string }[] };
}

async function run(cases: string, ...argv: readonly string[]) {
  await writeFile(path.join(folder, "a.test.yaml"), cases);
  return runInProcess(folder, ["test", "a.test.yaml", ...argv]);
}

/** The findings as `line:column rule message`. */
async function findings(cases: string): Promise<readonly string[]> {
  const { stdout } = await run(cases, "--format", "json");
  const report = JSON.parse(stdout) as Report;
  return report.cases.flatMap((each) =>
    each.findings.map(({ rule, message, span }) => `${span.start.line}:${span.start.column} ${rule} ${message}`),
  );
}

const one = (request: string, expected: string): string =>
  `cases:\n  - name: it\n    request: ${request}\n    expect:\n      ${expected}\n`;

const jack = "{ path: /orders, as: jack }";

const outcomes: readonly (readonly [what: string, text: string, found: readonly string[]])[] = [
  ["status met", one("GET /orders", "status: 401"), []],
  ["status not met", one("GET /orders", "status: 200"), ["5:15 test/status expected status 200, got 401"]],
  ["consumer met", one(jack, "consumer: jack"), []],
  ["consumer not met", one(jack, "consumer: jill"), ['5:17 test/consumer expected consumer "jill", got "jack"']],
  ["nobody expected", one(jack, "consumer: null"), ['5:17 test/consumer expected consumer none, got "jack"']],
  ["credential", one(jack, "credential: token"), ['5:19 test/credential expected credential "token", got "main"']],
  ["route", one(jack, "route: unused"), ['5:14 test/route expected route "unused", got "orders"']],
  ["no route", one("GET /no", "{ route: null, status: 404 }"), []],
  [
    "plugin",
    one("GET /orders", "plugin: limit-count"),
    ['5:15 test/plugin expected plugin "limit-count", got "key-auth"'],
  ],
  ["reason", one("GET /orders", "reason: Missing API key"), []],
  ["forwarded", one("GET /orders", "forwarded: true"), ["5:18 test/forwarded expected forwarded true, got false"]],
  ["header met", one(jack, "headers: { X-RateLimit-Remaining: 1 }"), []],
  [
    "header not met",
    one(jack, "headers: { X-RateLimit-Remaining: 7 }"),
    ['5:41 test/headers expected header X-RateLimit-Remaining "7", got "1"'],
  ],
  [
    "absent header",
    one(jack, "headers: { X-RateLimit-Limit: null }"),
    ['5:37 test/headers expected header X-RateLimit-Limit none, got "2"'],
  ],
  ["body as JSON", one("GET /orders", "body: { message: Missing API key in request }"), []],
  [
    "body not met",
    one("GET /no", "body: x"),
    ['5:13 test/body expected body "x", got "{"error_msg":"404 Route Not Found"}"'],
  ],
  [
    "upstream met",
    one(jack, "upstream: { path: /orders, method: GET, headers: { apikey: null, X-Consumer-Username: jack } }"),
    [],
  ],
  [
    "upstream path",
    one(jack, "upstream: { path: /x }"),
    ['5:25 test/upstream expected upstream path "/x", got "/orders"'],
  ],
  [
    "no upstream",
    one("GET /orders", "upstream: { path: /x }"),
    ["5:17 test/upstream expected the request to go upstream, but it does not"],
  ],
  ["no such consumer", one("{ path: /orders, as: jim }", "status: 200"), ['3:35 test/as there is no consumer "jim"']],
  [
    "no such credential",
    one("{ path: /orders, as: { consumer: jack, credential: no } }", "status: 200"),
    ['3:35 test/as jack has no credential "no"'],
  ],
  [
    "a credential that the route does not take",
    one("{ path: /orders, as: { consumer: jack, credential: token } }", "status: 200"),
    ["3:35 test/as the route orders asks for key-auth, and jack would present jwt-auth"],
  ],
  [
    "a route that asks for nothing",
    one("{ path: /unused, as: jack }", "status: 200"),
    ["3:35 test/as the route unused asks for no credential"],
  ],
  [
    "a limit over time",
    `cases:
  - name: it
    request: ${jack}
    steps:
      - { repeat: 2, expect: { status: 200 } }
      - { expect: { status: 429, body: { error_msg: slowly } } }
      - { advance: 59s, expect: { status: 429 } }
      - { advance: 2s, expect: { status: 200 } }
`,
    [],
  ],
  [
    "the step and the turn are told",
    `cases:
  - name: it
    request: ${jack}
    steps:
      - { repeat: 3, expect: { status: 200 } }
`,
    ["5:40 test/status step 1, request 3: expected status 200, got 429"],
  ],
  [
    "each case has counters of its own",
    `${one(`${jack}\n    repeat: 2`, "status: 200")}${one(`${jack}\n    repeat: 2`, "status: 200").slice(7).replace("it", "it again")}`,
    [],
  ],
];

test.each(outcomes)("%s", async (_, text, found) => expect(await findings(text)).toEqual(found));

const wrong: readonly (readonly [what: string, text: string, message: RegExp])[] = [
  ["an unknown key", "cases:\n  - { name: a, request: GET /, expect: { status: 200 }, expects: 1 }\n", /expects/],
  ["no expectation", "cases:\n  - { name: a, request: GET / }\n", /this case has no `expect`/],
  [
    "two with one name",
    `${one("GET /", "status: 404")}${one("GET /", "status: 404").slice(7)}`,
    /two cases have this name/,
  ],
  ["a configuration", config, /this is a configuration, not a file of policy tests/],
  ["steps and expect", "cases:\n  - { name: a, expect: { status: 1 }, steps: [] }\n", /status|steps/],
  ["a clock that is no time", `clock: 2026-13-45T08:00:00Z\n${one("GET /", "status: 404")}`, /no such day or time/],
  ["a clock without zone", `clock: 2026-01-01\n${one("GET /", "status: 404")}`, /2026-12-01T08:00:00Z/],
  [
    "a bad duration",
    "cases:\n  - { name: a, request: GET /, steps: [{ advance: soon, expect: { status: 1 } }] }\n",
    /61s/,
  ],
];

test.each(wrong)("a file that is not right: %s", async (_, text, message) => {
  const { code, stdout } = await run(text);
  expect(stdout).toMatch(message);
  expect(code).toBe(1);
});

describe("of the fixture", () => {
  const file = "fixtures/harbourline/access.test.yaml";

  test("all pass", async () => {
    const { code, stdout } = await runInProcess(repository, ["test", "fixtures/harbourline"]);
    expect([code, stdout.split("\n").at(-2)]).toEqual([0, "16 cases: 16 passed"]);
  });

  test("each fails if something else is expected of it", async () => {
    const copy = await mkdtemp(path.join(tmpdir(), "rollcall-fixture-"));
    try {
      await cp(path.join(repository, "fixtures/harbourline"), copy, { recursive: true });
      const text = await readFile(path.join(repository, file), "utf8");
      await writeFile(
        path.join(copy, "access.test.yaml"),
        text
          .replaceAll("expect: {", "expect: { credential: other,")
          .replaceAll(/credential: (?!other)[\w-]+,? ?(?=[^}]*upstream|\})/g, ""),
      );
      const { stdout } = await runInProcess(copy, ["test", "--format", "json"]);
      expect((JSON.parse(stdout) as Report).counts).toEqual({ passed: 0, failed: 16 });
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  });
});

describe("reports", () => {
  const passing = one(jack, "status: 200");
  const failing = one(jack, "status: 418");

  test("JSON has the form of its schema", async () => {
    const ajv = new Ajv({ strict: false });
    ajv.addSchema(JSON.parse(readDoc("schemas/diagnostics.schema.json")) as object);
    const validate = ajv.compile(JSON.parse(readDoc("schemas/test-report.schema.json")) as object);
    for (const text of [passing, failing]) {
      const { stdout } = await run(text, "--format", "json", "--coverage");
      expect([validate(JSON.parse(stdout)), validate.errors]).toEqual([true, null]);
    }
    const explained = new Ajv({ strict: false }).compile(
      JSON.parse(readDoc("schemas/explanation.schema.json")) as object,
    );
    for (const line of ["GET /orders", "GET /no"]) {
      const { stdout } = await runInProcess(folder, ["explain", "api.yaml", "-r", line, "--format", "json"]);
      expect([explained(JSON.parse(stdout)), explained.errors]).toEqual([true, null]);
    }
  });

  test("coverage names what no case exercises, and can be asked for", async () => {
    const { stdout } = await run(passing, "--format", "json", "--coverage");
    const { coverage } = JSON.parse(stdout) as Report;
    expect(coverage?.neverExercised.map(({ name }) => name)).toEqual(["unused", "jack/token"]);
    expect(coverage?.percent).toBe(71);
    expect((await run(passing, "--min-coverage", "71")).code).toBe(0);
    expect((await run(passing, "--min-coverage", "72")).code).toBe(1);
  });

  test.each(["junit", "sarif", "github", "gitlab", "checkstyle", "markdown", "compact"])("%s", async (format) => {
    const passed = await run(passing, "--format", format);
    const failed = await run(failing, "--format", format);
    expect([passed.code, failed.code]).toEqual([0, 1]);
    expect(failed.stdout).toContain("expected status 418, got 200");
    expect(passed.stdout).not.toContain("expected status");
  });

  test("--filter runs what has the text in its name", async () => {
    const text = `${passing}${failing.slice(7).replace("it", "other")}`;
    expect((await run(text, "--filter", "it")).code).toBe(0);
    expect((await run(text, "--filter", "other")).code).toBe(1);
    expect((await run(text, "--filter", "nobody")).code).toBe(2);
  });
});

test("a limit over Redis is counted in memory, anew for each case", async () => {
  const redis = "policy: redis, redis_host: 192.0.2.1";
  const shared = config.replace("limit-count: { count: 2,", `limit-count: { ${redis}, count: 2,`);
  await mkdir(path.join(folder, "redis"), { recursive: true });
  await writeFile(path.join(folder, "redis/shared.yaml"), shared);
  const steps = "steps: [{ repeat: 2, expect: { status: 200 } }, { expect: { status: 429 } }]";
  const each = (name: string): string => `  - { name: ${name}, request: ${jack}, ${steps} }\n`;
  const cases = `given: { files: [redis/shared.yaml] }\ncases:\n${each("first")}${each("second")}`;
  expect(await findings(cases)).toEqual([]);
  expect(await findings(cases.replaceAll("429", "418"))).toHaveLength(2);
  await rm(path.join(folder, "redis"), { recursive: true });
});

test("a test file is no configuration of a folder", async () => {
  await run(one("GET /", "status: 404"));
  expect((await runInProcess(folder, ["lint", "."])).stdout).toContain("1 file checked");
  expect((await runInProcess(folder, ["lint", "a.test.yaml"])).stdout).toContain(
    "Policy tests are for `rollcall test`.",
  );
});

test.each([
  ["61s", 61_000],
  ["500ms", 500],
  ["1m30s", 90_000],
  ["1.5h", 5_400_000],
  ["2d", 172_800_000],
])("%s", (text, milliseconds) => expect(parseDuration(text)).toBe(milliseconds));
