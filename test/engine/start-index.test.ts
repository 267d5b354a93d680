/** The index of starts against the plain way: every text asked for in turn. */
import { describe, expect, test } from "vitest";
import { StartIndex } from "../../src/engine/start-index.ts";

describe.each([
  ["nothing", []],
  ["the empty text", [""]],
  ["one", ["/a/"]],
  ["some of one length, some within others", ["/a", "/b", "/a/", "/a/b", "/a/b/", "/ab", "/", ""]],
  ["characters beyond ASCII", ["/caf\u00e9", "/caf\u0169", "/\u4e2d/"]],
  ["two of one hash", ["/kqq26jizw1lvm", "/kqq29iqzwdrn2"]],
  ["one, asked for another of its hash", ["/kqq26jizw1lvm"]],
  ["thousands", Array.from({ length: 5000 }, (_, index) => `/things${index}${index % 2 === 0 ? "/" : ""}`)],
] as const)("%s", (_, texts: readonly string[]) => {
  const index = new StartIndex(new Map(texts.map((text) => [text, text])));
  const paths = [
    ...texts.slice(0, 300),
    "",
    "/",
    "/a/b/c",
    "/abc",
    "/things17/x",
    "/things18/x",
    "/things9999",
    "/caf\u00e9s",
    "/x",
    "/kqq29iqzwdrn2",
  ];

  test.each(paths)("%j", (path) => {
    index.setPath(path);
    const starts = Array.from({ length: index.count }, (__, nth) => index.at(nth)).filter((each) => each !== undefined);
    const expected = texts.filter((text) => path.startsWith(text)).sort((left, right) => right.length - left.length);
    expect(starts).toEqual(expected);
    expect(index.whole()).toBe(texts.includes(path) ? path : undefined);
  });
});
