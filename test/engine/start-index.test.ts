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
  ["longer than a slot, and just as long", [`/${"a".repeat(39)}`, `/${"a".repeat(40)}`, `/${"a".repeat(90)}`, "/b"]],
  ["thousands", Array.from({ length: 5000 }, (_, index) => `/things${index}${index % 2 === 0 ? "/" : ""}`)],
] as const)("%s", (_, texts: readonly string[]) => {
  const indexed = texts.map((text, number) => ({
    text,
    isStart: number % 5 !== 4,
    notes: [number, -1 - number, 7],
  }));
  const index = new StartIndex(indexed);
  /** What the notes at a place say that it is. */
  const textAt = (place: number): string | undefined => {
    const text = texts[index.note(place, 0)] ?? "";
    expect([index.note(place, 1), index.note(place, 2)]).toEqual([-1 - index.note(place, 0), 7]);
    expect(index.lengthAt(place)).toBe(text.length);
    return text;
  };
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
    `/${"a".repeat(95)}`,
    "/x",
    "/kqq29iqzwdrn2",
  ];

  test.each(paths)("%j", (path) => {
    index.setPath(path);
    const places = Array.from({ length: index.count }, (__, nth) => index.at(nth)).filter((place) => place >= 0);
    const isOnlyWhole = (text: string) => indexed.some((each) => each.text === text && !each.isStart);
    const starts = places.map(textAt).filter((text) => !isOnlyWhole(text ?? ""));
    const expected = texts.filter((text) => path.startsWith(text) && !isOnlyWhole(text));
    expect(starts).toEqual(expected.sort((left, right) => right.length - left.length));
    const whole = index.whole();
    expect(whole < 0 ? undefined : textAt(whole)).toBe(texts.includes(path) ? path : undefined);
  });
});
