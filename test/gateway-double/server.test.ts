/** The double does what the reference says. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { calls, runConformance } from "../admin/conformance.ts";
import { conformanceCases } from "./conformance.ts";
import { api7Cases, type ModeCase, standaloneCases } from "./conformance-modes.ts";
import { type DoubleOptions, type GatewayDouble, startGatewayDouble } from "./server.ts";

let double: GatewayDouble;

beforeAll(async () => {
  double = await startGatewayDouble();
});

afterAll(() => double.close());

// One story: each call finds what the ones before it have left.
test("the Admin API of section 4", async () => {
  for (const { name, call, body, rawBody, key = "test-admin-key", status, answer } of conformanceCases) {
    const [method = "", path = ""] = call.split(" ");
    const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${double.url}/apisix/admin${path}`, {
      method,
      headers: key === null ? {} : { "x-api-key": key },
      ...(content === undefined ? {} : { body: content }),
    });
    const found = (await response.json()) as unknown;
    expect([name, response.status, found]).toEqual([name, status, expect.objectContaining(answer)]);
    if (status < 300) expect([name, response.headers.get("x-api-version")]).toEqual([name, "v3"]);
  }
});

// The table that our own Admin API is held to: where the two disagree, the reference decides.
test.each([false, true])("answers as our own Admin API does (storing defaults: %s)", async (fillDefaults) => {
  const asked = calls.filter(({ isOpen }) => !isOpen);
  const other = await startGatewayDouble({ fillDefaults });
  expect(await runConformance(other.url, "test-admin-key", asked)).toEqual([]);
  await other.close();
});

test.each<[name: string, options: DoubleOptions, cases: readonly ModeCase[]]>([
  ["API7", { mode: "api7", groups: { g1: "one", g2: "two" } }, api7Cases],
  ["standalone", { mode: "standalone" }, standaloneCases],
])("the calls of %s", async (_, options, cases) => {
  const other = await startGatewayDouble(options);
  for (const { name, call, body, rawBody, headers, key = "test-admin-key", status, answer, answerHeaders } of cases) {
    const [method = "", path = ""] = call.split(" ");
    const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${other.url}${path}`, {
      method,
      headers: { ...headers, ...(key === null ? {} : { "x-api-key": key }) },
      ...(content === undefined ? {} : { body: content }),
    });
    const text = await response.text();
    const found = (text === "" ? {} : JSON.parse(text)) as unknown;
    expect([name, response.status, found]).toEqual([name, status, expect.objectContaining(answer)]);
    for (const [field, value] of Object.entries(answerHeaders ?? {})) {
      expect([name, response.headers.get(field)]).toEqual([name, value]);
    }
  }
  await other.close();
});
