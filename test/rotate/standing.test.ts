/** Days, names, and what the labels of a credential say on a day. */
import { describe, expect, test } from "vitest";
import { addDays, dayOf, isDay, parseDays } from "../../src/rotate/days.ts";
import { declaredConsumers } from "../../src/rotate/locate.ts";
import { nextName } from "../../src/rotate/names.ts";
import { retireDue } from "../../src/rotate/retire.ts";
import { standingOf } from "../../src/rotate/standing.ts";
import { declaredIn, today } from "./files.ts";

test.each([
  ["2026-11-24", 7, "2026-12-01"],
  ["2026-12-31", 1, "2027-01-01"],
  ["2028-02-28", 1, "2028-02-29"],
  ["2026-02-28", 1, "2026-03-01"],
])("%s and %i days: %s", (day, days, expected) => expect(addDays(day, days)).toBe(expected));

test.each([
  ["7d", 7],
  ["2w", 14],
  ["1d", 1],
  ["0d", undefined],
  ["7", undefined],
  ["1h", undefined],
  ["-1d", undefined],
  ["999w", undefined],
])("an overlap of %s is %s days", (text, days) => expect(parseDays(text)).toBe(days));

test.each([
  ["2026-12-01", true],
  ["2028-02-29", true],
  ["2026-02-29", false],
  ["2026-13-01", false],
  ["2026-1-1", false],
  ["tomorrow", false],
])("%s is a day: %s", (text, expected) => expect(isDay(text)).toBe(expected));

test("a day is one of UTC", () => expect(dayOf(Date.UTC(2026, 10, 24, 23, 59, 59))).toBe("2026-11-24"));

test.each([
  ["main", [], "main-2"],
  ["main", ["main-2", "main-3"], "main-4"],
  ["main-2", [], "main-3"],
  ["main-9", [], "main-10"],
  ["key-2024", [], "key-2024-2"],
  ["key-01", [], "key-01-2"],
  ["-1", [], "-1-2"],
])("behind %s, with %j taken, comes %s", (name, taken: string[], expected) => {
  expect(nextName(name, (text) => taken.includes(text))).toBe(expected);
});

function fileWith(labels: Record<string, string>): string {
  const credentials = [
    { name: "main", labels, plugins: { "key-auth": { key: "a" } } },
    { name: "main-2", plugins: { "key-auth": { key: "b" } } },
    { name: "off", plugins: { "key-auth": { key: "c", _meta: { disable: true } } } },
  ];
  return JSON.stringify({ consumers: [{ username: "acme", credentials }] });
}

describe("standing", () => {
  const after = "rollcall-retire-after";
  const by = "rollcall-replaced-by";
  test.each([
    ["no labels", {}, "current", undefined],
    ["the last day is to come", { [after]: "2026-11-25", [by]: "main-2" }, "kept", undefined],
    ["the last day", { [after]: today, [by]: "main-2" }, "kept", undefined],
    ["the day behind it", { [after]: "2026-11-23", [by]: "main-2" }, "due", undefined],
    ["no day", { [after]: "soon", [by]: "main-2" }, "stuck", "is no day"],
    ["no successor named", { [after]: "2026-11-23" }, "stuck", "no label rollcall-replaced-by"],
    ["no day at all", { [by]: "main-2" }, "stuck", "is no day"],
    ["a successor that is not declared", { [after]: "2026-11-23", [by]: "main-3" }, "stuck", "is not declared"],
    ["a successor that is switched off", { [after]: "2026-11-23", [by]: "off" }, "stuck", "no auth plugin that works"],
    ["itself", { [after]: "2026-11-23", [by]: "main" }, "stuck", "is not declared"],
  ] as const)("%s", (_name, labels, state, reason) => {
    const [consumer] = declaredConsumers(declaredIn("a.json", fileWith(labels)));
    const credential = consumer?.credentials[0];
    const standing = consumer && credential && standingOf(credential, consumer, today);
    expect(standing).toMatchObject({ state, ...(reason && { refused: expect.stringContaining(reason) as string }) });
  });
});

/** Which credentials of a chain are left, each with its last day and its successor. */
describe("chains", () => {
  const declared = declaredIn("a.yaml", "");
  const chain = (...links: [name: string, retireAfter: string, replacedBy: string][]): string =>
    [
      "consumers:",
      "  - username: acme",
      "    credentials:",
      ...links.flatMap(([name, retireAfter, replacedBy]) => [
        `      - name: ${name}`,
        ...(retireAfter === ""
          ? []
          : [
              "        labels:",
              `          rollcall-retire-after: "${retireAfter}"`,
              `          rollcall-replaced-by: ${replacedBy}`,
            ]),
        `        plugins: { key-auth: { key: ${name} } }`,
      ]),
      "",
    ].join("\n");

  test.each([
    ["one", chain(["a", "2026-11-01", "b"], ["b", "", ""]), ["b"], 0],
    ["both are due", chain(["a", "2026-11-01", "b"], ["b", "2026-11-02", "c"], ["c", "", ""]), ["c"], 0],
    ["the second is kept", chain(["a", "2026-11-01", "b"], ["b", "2026-12-02", "c"], ["c", "", ""]), ["b", "c"], 0],
    ["the other way round", chain(["c", "", ""], ["b", "2026-11-02", "c"], ["a", "2026-11-01", "b"]), ["c"], 0],
    ["the first is kept", chain(["a", "2026-12-01", "b"], ["b", "2026-11-02", "c"], ["c", "", ""]), ["a", "c"], 0],
    ["a circle keeps one", chain(["a", "2026-11-01", "b"], ["b", "2026-11-01", "a"]), ["b"], 1],
    ["without successors all stay", chain(["a", "2026-11-01", "x"], ["b", "2026-11-01", "y"]), ["a", "b"], 2],
  ] as const)("%s", (_name, text, left, refused) => {
    const result = retireDue(
      declared,
      { file: "a.yaml", text },
      { today, isChosen: () => true, refusalOf: () => undefined },
    );
    const [consumer] = declaredConsumers(declaredIn("a.yaml", result.text));
    expect(consumer?.credentials.map(({ name }) => name)).toEqual(left);
    expect(result.refused).toHaveLength(refused);
    // The proof that what is left has a successor that is there, but for what was refused.
    const standings = consumer?.credentials.map((credential) => standingOf(credential, consumer, today).state);
    expect(standings?.filter((state) => state === "stuck")).toHaveLength(refused);
  });

  test("one that stays gets the successor of the one that goes", () => {
    const text = chain(["a", "2026-12-01", "b"], ["b", "2026-11-02", "c"], ["c", "", ""]);
    const request = { today, isChosen: () => true, refusalOf: () => undefined };
    expect(retireDue(declared, { file: "a.yaml", text }, request).text).toBe(
      chain(["a", "2026-12-01", '"c"'], ["c", "", ""]),
    );
  });

  test("where the text of one consumer cannot be edited, the others go", () => {
    const marked = (username: string, anchor: string): string => `  - username: ${username}
    credentials:
      - name: a
        labels: { rollcall-retire-after: "2026-11-01", rollcall-replaced-by: b }
        plugins: ${anchor}{ key-auth: { key: ${username}-a } }
      - name: b
        plugins: { key-auth: { key: ${username}-b } }
`;
    const text = `consumers:\n${marked("x", "&p ")}${marked("y", "")}`;
    const request = { today, isChosen: () => true, refusalOf: () => undefined };
    const result = retireDue(declared, { file: "a.yaml", text }, request);
    expect(result.retired.map(({ username }) => username)).toEqual(["y"]);
    expect(result.refused).toEqual([expect.stringContaining('credential "a" of consumer "x" is not retired')]);
  });
});
