/** Consumers that are passed over because they are like known ones must leave what they leave when they are checked in full. `KNOWN_LISTS=200000` for the long proof. */
import { expect, test } from "vitest";
import { compareKnown } from "./compare-known.ts";

const lists = Number(process.env["KNOWN_LISTS"] ?? 400);
const seed = Number(process.env["KNOWN_SEED"] ?? 1);

test("lists of consumers, with accidents in them, are found to hold the same", { timeout: lists * 20 }, async () => {
  const { differences, ...counts } = await compareKnown(seed, lists, lists > 400 ? 500 : 100);
  if (lists !== 400) console.log(JSON.stringify(counts));
  expect(differences.slice(0, 3)).toEqual([]);
  // Else nothing is proven: consumers are passed over, findings are made, and not all is declined.
  expect(counts.inFull).toBeLessThan(counts.consumers * 0.9);
  expect(counts.withFindings).toBeGreaterThan(lists * 0.1);
  expect(counts.declined).toBeLessThan(lists * 0.5);
});
