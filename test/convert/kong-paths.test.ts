/** Paths of Kong: which requests a route takes, and what the service is asked for. Expected values: Kong Gateway 3, `path_handling` v0. */
import { describe, expect, test } from "vitest";
import { routePaths } from "../../src/convert/kong/paths.ts";

test.each<[paths: string[], version: number, uris: string[], pattern: string | undefined]>([
  [[], 3, ["/*"], undefined],
  [["/"], 3, ["/*"], undefined],
  [["/a", "/b/"], 3, ["/a*", "/b/*"], undefined],
  [["/a.b"], 3, ["/a.b*"], undefined],
  [["/a(b)"], 3, ["/a(b)*"], undefined],
  [["/a(b)"], 2, ["/a*"], "^(?:/a(b))"],
  [["~/a/(?<id>[0-9]+)$"], 3, ["/a/*"], "^(?:/a/(?<id>[0-9]+)$)"],
  [["~/ab?c"], 3, ["/a*"], "^(?:/ab?c)"],
  [["~/a|/b"], 3, ["/*"], "^(?:/a|/b)"],
  [["~^/a"], 3, ["/a*"], "^(?:/a)"],
  [["~/v1\\.0/x"], 3, ["/v1*"], "^(?:/v1\\.0/x)"],
  [["/a*b", "/c"], 3, ["/a*", "/c*"], "^(?:/a\\*b|/c)"],
  [["/a/:id"], 3, ["/a/*"], "^(?:/a/:id)"],
])("%j of version %i is taken by %j", (paths, version, uris, pattern) => {
  const result = routePaths(paths, version, true, "");
  expect(result.uris).toEqual(uris);
  expect(result.condition?.[2]).toBe(pattern);
});

describe("what the service is asked for", () => {
  test.each<[service: string, route: string, isStripped: boolean, request: string, asked: string]>([
    ["", "/a", true, "/a", "/"],
    ["", "/a", true, "/a/", "/"],
    ["", "/a", true, "/a/b", "/b"],
    ["", "/a", true, "/ab", "/b"],
    ["", "/a", false, "/a/b", "/a/b"],
    ["/", "/a", true, "/a/b", "/b"],
    ["/s", "/a", true, "/a", "/s"],
    ["/s", "/a", true, "/a/", "/s/"],
    ["/s", "/a", true, "/a/b", "/s/b"],
    ["/s", "/a", true, "/ab", "/s/b"],
    ["/s/", "/a", true, "/a", "/s"],
    ["/s/", "/a", true, "/a/b", "/s/b"],
    ["/s", "/a/", true, "/a/b", "/s/b"],
    ["/s", "/a/", true, "/a/", "/s/"],
    ["/s", "/", true, "/", "/s"],
    ["/s", "/", true, "/b", "/s/b"],
    ["/s", "/a", false, "/a/b", "/s/a/b"],
    ["/s", "~/a/(\\d+)/(x|y)", true, "/a/7/x/rest", "/s/rest"],
    ["", "~/a/(?<id>\\d+)", true, "/a/7", "/"],
    ["/s", "~/a/(?:\\d+)", true, "/a/7/b", "/s/b"],
    ["/s", "/a.b", true, "/a.b/c", "/s/c"],
  ])("%s with %s (%s): %s becomes %s", (service, route, isStripped, request, asked) => {
    const { rewrites } = routePaths([route], 3, isStripped, service);
    expect(rewritten(request, rewrites)).toBe(asked);
  });

  test("the longest path is looked at first", () => {
    const { rewrites } = routePaths(["/a", "/a/b"], 3, true, "/s");
    expect(rewritten("/a/b/c", rewrites)).toBe("/s/c");
    expect(rewritten("/a/c", rewrites)).toBe("/s/c");
  });
});

/** As proxy-rewrite does: the first pair whose pattern matches. */
function rewritten(path: string, rewrites: readonly string[]): string {
  for (let at = 0; at < rewrites.length; at += 2) {
    const pattern = new RegExp(rewrites[at] ?? "");
    if (pattern.test(path)) return path.replace(pattern, rewrites[at + 1] ?? "");
  }
  return path;
}
