/** Routes of one path that tell hosts apart, few and many of them, against the order of the reference: hosts first, then any host; by priority, then id. */
import { describe, expect, test } from "vitest";
import { HostRules } from "../../src/engine/host-rules.ts";
import { openCase } from "./case-file.ts";

describe("rules by themselves", () => {
  const rules = new HostRules();
  const first = rules.add([
    { host: "a.example", code: 1 },
    { host: "b.example", code: 2 },
    { host: "a.example", code: 3 },
    { host: undefined, code: 4 },
  ]);
  const second = rules.add([{ host: "b.example", code: 5 }]);
  const tooMany = rules.add(Array.from({ length: 9 }, (_, index) => ({ host: `h${index}.example`, code: 1 })));
  rules.close();
  const find = (start: number | undefined, host: string, taken: readonly number[]) =>
    rules.find(start ?? -1, host, (code) => (taken.includes(code) ? code : -1));

  test.each([
    ["the first of a host", first, "a.example", [1, 2, 3, 4], 1],
    ["the second, where the first does not take it", first, "a.example", [2, 3, 4], 3],
    ["any host, where none of the host's takes it", first, "a.example", [2, 4], 4],
    ["any host for a host that no route names", first, "c.example", [1, 2, 3, 4], 4],
    ["nothing", first, "a.example", [2], -1],
    ["nothing of the path before", second, "a.example", [1, 2, 3, 4, 5], -1],
    ["what stands alone", second, "b.example", [1, 2, 3, 4, 5], 5],
  ])("%s", (_name, start, host, taken, expected) => {
    expect(find(start, host, taken)).toBe(expected);
  });
  test("too many are left to others", () => expect(tooMany).toBeUndefined());
});

describe.each([2, 6, 7, 20])("%d hosts of one path", (count) => {
  const hosts = Array.from({ length: count }, (_, index) => `h${index}.example`);
  const upstream = { nodes: { "127.0.0.1:9": 1 } };
  const routes = [
    ...hosts.map((host, index) => ({ id: `own-${index}`, uri: "/a/*", hosts: [host], methods: ["GET"] })),
    { id: "wild", uri: "/a/*", hosts: ["*.wild.example", "h1.example"], methods: ["POST"] },
    { id: "any", uri: "/a/*", methods: ["GET", "PUT"] },
    { id: "higher", uri: "/a/*", methods: ["PUT"], priority: 1 },
    { id: "exact", uri: "/a/b", hosts: ["h0.example"] },
  ].map((route) => ({ ...route, upstream }));
  // With the wildcard all of the path goes another way than without.
  const engines = [routes, routes.filter(({ id }) => id !== "wild")].map(
    (some) => openCase({ name: "", requests: [], config: { routes: some } }).engine,
  );
  test.each([
    ["GET", "/a/x", "h0.example", "own-0"],
    ["GET", "/a/x", `H${count - 1}.EXAMPLE:80`, `own-${count - 1}`],
    ["GET", "/a/x", "other.example", "any"],
    ["POST", "/a/x", "h1.example", "wild"],
    ["POST", "/a/x", "x.wild.example", "wild"],
    ["POST", "/a/x", "other.example", undefined],
    ["PUT", "/a/x", "h0.example", "higher"],
    ["GET", "/a/b", "h0.example", "exact"],
    ["GET", "/a/b", "h1.example", "own-1"],
  ])("%s %s of %s", async (method, target, host, expected) => {
    for (const engine of expected === "wild" ? engines.slice(0, 1) : engines) {
      const decision = await engine.decide({
        method,
        target,
        headers: [["Host", host]],
        remoteAddress: "192.0.2.7",
        scheme: "http",
      });
      expect(decision.kind === "forward" ? decision.route.id : undefined).toBe(expected);
    }
  });
});
