/** What is wrong by sections 1 to 3 of the gateway reference is found in every form in which people write it, and what is right in none. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { formats } from "../../src/check/formats.ts";
import { findings, quiet } from "./findings.ts";
import { forms, knownConsumersOf, spotsIn } from "./reference-forms.ts";
import { type Holder, right, textOf, wrong } from "./reference-rows.ts";

describe("wrong input is found at its place", () => {
  test.each(wrong)("%s, %s: %s", (_section, holder, text, expected) => {
    expect(rulesAndPlaces(holder, text)).toEqual(expected);
  });
});

describe("right input is left alone", () => {
  test.each(right)("%s, %s: %s", (_section, holder, text) => {
    expect(rulesAndPlaces(holder, text)).toEqual([]);
  });
});

/** Places differ from form to form; what stands there does not. */
describe.each(Object.entries(forms))("in another form: %s", (_name, inForm) => {
  test("what is wrong is found at the same spot", async () => {
    const differences: unknown[] = [];
    for (const [, holder, text, expected] of wrong) {
      const native = textOf(holder, text);
      const found = await inForm(native);
      if (found === undefined) continue;
      const spots = spotsIn(native);
      const isFound = expected.map((line, index) => {
        const [rule, place = ""] = line.split(" ");
        const finding = found[index];
        return finding?.rule === rule && spots.at(place).some((spot) => finding?.spots.includes(spot));
      });
      if (found.length !== expected.length || isFound.includes(false)) differences.push({ native, expected, found });
    }
    expect(differences).toEqual([]);
  });

  test("what is right is left alone", async () => {
    const differences: unknown[] = [];
    for (const [, holder, text] of right) {
      const native = textOf(holder, text);
      const found = (await inForm(native)) ?? [];
      if (found.length > 0) differences.push({ native, found });
    }
    expect(differences).toEqual([]);
  });
});

test("consumers like those of the table are passed over, so that the form among them means something", async () => {
  expect(await knownConsumersOf()).toBeGreaterThan(30);
});

/** Editors have nothing else to judge by. */
describe("the published schemas say the same", () => {
  const validate = publishedSchema();

  test("of what a rule of theirs finds", () => {
    const passed = wrong.filter(
      ([, holder, text, expected]) =>
        expected.some((line) => line.startsWith("schema/")) && validate(parse(textOf(holder, text))),
    );
    expect(passed).toEqual([]);
  });

  test("of what is right", () => {
    expect(right.filter(([, holder, text]) => !validate(parse(textOf(holder, text))))).toEqual([]);
  });
});

function publishedSchema(): (value: unknown) => boolean {
  const folder = path.resolve(import.meta.dirname, "../../schemas");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const schemas = files
    .filter((file) => file.endsWith(".schema.json"))
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), "utf8")) as object);
  const ajv = new Ajv({ strict: false, formats, schemas });
  return ajv.getSchema("https://schemas.rollcall.invalid/v1/config.schema.json") as (value: unknown) => boolean;
}

function rulesAndPlaces(holder: Holder, text: string): readonly string[] {
  return findings(textOf(holder, text), { severities: quiet }).map((line) => {
    const [rule, place] = line.replace(/^warning /, "").split(" ");
    return `${rule} ${place}`;
  });
}
