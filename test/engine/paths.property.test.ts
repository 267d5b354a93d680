/** The path that routes were matched on is the path that is sent, and there is but one form of it. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Decision } from "../../src/engine/contract.ts";
import { BadTarget, canonical, parseTarget } from "../../src/engine/target.ts";
import "../property-seed.ts";
import { openCase, toRequest } from "./case-file.ts";

const pieces = [
  ...["/", "//", ".", "..", "...", "a", "pub", "admin", "B", "~", "-", "+", "*", ":", "@", "&", "=", "'", '"', "|"],
  ...["%2e", "%2E%2e", "%61", "%41", "%7e", "%20", "%22", "%3f", "%23", "%25", "%2561", "%252e%252e", "%25zz"],
  ...["%C3%A9", "%c3%a9", "%e9", "%c0%af", "%2f", "%5C", "\\", "%00", "%0a", "%7f", "%", "%2", "é", " ", "\t"],
  ...[";", ";v=1", "%3b", "..;", "?", "?q=/../%2f;", "#"],
];
const rawPath = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 12 })
  .map((parts) => `/${parts.join("")}`);

const each = {
  name: "",
  requests: [],
  config: {
    upstreams: [{ id: "up", nodes: { "127.0.0.1:1": 1 } }],
    routes: ["/*", "/pub/*", "/pub/a", "/admin/*", "/:name/a", "/é", "/a/*/b"].map((uri, index) => ({
      id: `r${index}`,
      uri,
      upstream_id: "up",
    })),
  },
};
const { engine } = openCase(each);
const decide = (target: string) => engine.decide({ ...toRequest({ send: "GET /" }, each), target }) as Decision;
const runs = { numRuns: 20_000 };

test("a target that goes on is the same when it comes back, and meets the same route", () => {
  let forwarded = 0;
  fc.assert(
    fc.property(rawPath, (target) => {
      const first = decide(target);
      if (first.kind === "respond") return;
      forwarded++;
      const second = decide(first.target);
      expect(second).toMatchObject({ kind: "forward", target: first.target, route: { id: first.route.id } });
    }),
    runs,
  );
  // The pieces are not all refused.
  expect(forwarded).toBeGreaterThan(runs.numRuns / 10);
});

test("normalising twice changes nothing", () => {
  fc.assert(
    fc.property(rawPath, (target) => {
      const parsed = parseTarget(target, 8192);
      if (!(parsed instanceof BadTarget)) expect(canonical(parsed.path)).toBe(parsed.path);
    }),
    runs,
  );
});

/** An independent second reader: the URL parser of the WHATWG resolves dot segments, escaped ones too. */
test("another reader finds nothing left to resolve in it", () => {
  fc.assert(
    fc.property(rawPath, (target) => {
      const parsed = parseTarget(target, 8192);
      if (parsed instanceof BadTarget) return;
      const url = new URL(`http://h${parsed.path}`);
      expect(decodeURIComponent(url.pathname)).toBe(decodeURIComponent(parsed.path));
      expect(url.pathname.split("/").length).toBe(parsed.path.split("/").length);
      expect(parsed.path).not.toMatch(/\/\/|\\|\/\.{1,2}(?:\/|;|$)/);
    }),
    runs,
  );
});

/** What a server serves that decodes once more and cuts parameters: it is behind the same route. */
test("a careless upstream sees no path of another route", () => {
  const careless = (path: string) => {
    const decoded = decodeURIComponent(path).replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    const resolved: string[] = [];
    for (const segment of decoded.split("/").map((part) => part.split(";")[0] ?? "")) {
      if (segment === "..") resolved.pop();
      else if (segment !== "." && segment !== "") resolved.push(segment);
    }
    return `/${resolved.join("/")}`;
  };
  fc.assert(
    fc.property(rawPath, (target) => {
      const decision = decide(target);
      if (decision.kind === "respond") return;
      const isAdmin = (path: string) => /^\/admin\//.test(path);
      const seen = careless(decision.target.split("?")[0] ?? "");
      if (isAdmin(seen)) expect(decision.route.id).toBe("r3");
    }),
    runs,
  );
});
