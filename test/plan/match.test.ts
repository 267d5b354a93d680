/** Which declared resource is found to be which of the gateway's, whatever the order on either side. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Entry } from "../../src/model/config.ts";
import { type MatchBy, matchEntries } from "../../src/plan/match.ts";
import "../property-seed.ts";

type Item = readonly [id: string, name?: string | undefined, hasOwnId?: boolean];

const entry = ([id, name, hasOwnId]: Item): Entry<unknown> => ({
  id,
  value: name === undefined ? {} : { name },
  ...(hasOwnId === undefined ? {} : { hasOwnId }),
});

/** `id:position of the declared<->position of the live`, `-` where there is none. */
const pairs = (desired: readonly Item[], live: readonly Item[], by: MatchBy): readonly string[] => {
  const declared = desired.map(entry);
  const held = live.map(entry);
  return matchEntries(declared, held, by).map((pair) => {
    const left = pair.desired ? declared.indexOf(pair.desired) : "-";
    const right = pair.live ? held.indexOf(pair.live) : "-";
    return `${pair.id}:${left}<->${right}`;
  });
};

describe("pairs", () => {
  test.each<[name: string, desired: Item[], live: Item[], by: MatchBy, expected: string[]]>([
    ["nothing", [], [], "id", []],
    ["the same on both sides", [["a"], ["b"]], [["a"], ["b"]], "id", ["a:0<->0", "b:1<->1"]],
    ["one more here, one more there", [["a"], ["c"]], [["b"], ["c"]], "id", ["a:0<->-", "c:1<->1", "b:-<->0"]],
    ["in another order", [["b"], ["a"]], [["a"], ["b"]], "id", ["b:0<->1", "a:1<->0"]],
    ["names say nothing of consumers", [["a", "x"]], [["b", "x"]], "id", ["a:0<->-", "b:-<->0"]],
    ["by name under another id", [["a", "x"]], [["b", "x"]], "name", ["b:0<->0"]],
    ["by name only without an id of its own", [["a", "x", true]], [["b", "x"]], "derived-name", ["a:0<->-", "b:-<->0"]],
    ["by name with a derived id", [["a", "x", false]], [["b", "x"]], "derived-name", ["b:0<->0"]],
    [
      "an id is stronger than a name",
      [
        ["a", "x"],
        ["b", "y"],
      ],
      [["b", "x"]],
      "name",
      ["a:0<->-", "b:1<->0"],
    ],
    [
      "a name is given out once",
      [
        ["a", "x"],
        ["c", "x"],
      ],
      [["b", "x"]],
      "name",
      ["b:0<->0", "c:1<->-"],
    ],
  ])("%s", (_, desired, live, by, expected) => {
    expect(pairs(desired, live, by)).toEqual(expected);
  });
});

/** As `matchEntries` says, by looking at everything each time. A name stands for the first of the gateway's that is free by then. */
function slowly(desired: readonly Item[], live: readonly Item[], by: MatchBy): readonly string[] {
  const found = new Map<number, number>();
  const taken = new Set<number>();
  const match = (position: number, other: number): void => {
    if (other < 0 || taken.has(other)) return;
    taken.add(other);
    found.set(position, other);
  };
  for (const [position, [id]] of desired.entries())
    match(
      position,
      live.findIndex((item) => item[0] === id),
    );
  const free = live.map((_, index) => index).filter((index) => !taken.has(index));
  for (const [position, [, name, hasOwnId]] of desired.entries()) {
    const isByName = by === "name" || (by === "derived-name" && hasOwnId === false);
    if (!isByName || name === undefined || found.has(position)) continue;
    match(position, free.find((index) => live[index]?.[1] === name) ?? -1);
  }
  return [
    ...desired.map(([id], position) => {
      const other = found.get(position);
      return other === undefined ? `${id}:${position}<->-` : `${live[other]?.[0]}:${position}<->${other}`;
    }),
    ...live.flatMap(([id], index) => (taken.has(index) ? [] : [`${id}:-<->${index}`])),
  ];
}

test("the same pairs as looking at everything each time, in any order", () => {
  const letter = fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h");
  const item = fc.tuple(letter, fc.option(fc.constantFrom("x", "y", "z"), { nil: undefined }), fc.boolean());
  const items = fc.uniqueArray(item, { selector: ([id]) => id, maxLength: 8 });
  const by = fc.constantFrom<MatchBy>("id", "name", "derived-name");
  fc.assert(
    fc.property(items, items, by, (desired, live, how) => {
      expect(pairs(desired, live, how)).toEqual(slowly(desired, live, how));
    }),
    { numRuns: 2000 },
  );
});
