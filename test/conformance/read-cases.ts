/** The cases with the line of each request, so that a difference can be looked up. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { readCaseFiles } from "../engine/case-file.ts";
import type { PlacedCase } from "./contract.ts";

/** @param folder the folder of the tables, with a slash at its end */
export function readPlacedCases(folder: string): readonly PlacedCase[] {
  return readCaseFiles(folder).flatMap(({ topic, cases }) => {
    const lines = linesOf(readFileSync(path.join(folder, `${topic}.yaml`), "utf8"));
    const file = `test/engine/cases/${topic}.yaml`;
    return cases.map((each, index) => ({ file, topic, case: each, lines: lines[index] ?? [] }));
  });
}

/** Of the requests of each case in a table's text. */
export function linesOf(text: string): readonly (readonly number[])[] {
  const counter = new LineCounter();
  const cases = parseDocument(text, { lineCounter: counter, merge: true }).get("cases");
  if (!isSeq(cases)) return [];
  return cases.items.map((item) => {
    const requests = isMap(item) ? item.get("requests") : undefined;
    if (!isSeq(requests)) return [];
    return requests.items.map((request) => counter.linePos((isMap(request) && request.range?.[0]) || 0).line);
  });
}
