/** A large file that is cut into segments must be found to hold what it holds when it is read as a whole. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkSources } from "../../src/check/check-sources.ts";
import { lintFiles } from "../../src/cli/lint-files.ts";
import { smallestToCut } from "../../src/cli/plan-units.ts";
import { renderDiagnostics } from "../../src/cli/render-diagnostics.ts";
import { processTerminal } from "../../src/cli/terminal.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { createStyle } from "../../src/report/style.ts";
import { segmentSize } from "../../src/source/segments.ts";
import { windowSize } from "../../src/source/windows.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-segments-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const items = 23_500;
const options = { environment: { SET: "from-the-environment-1" }, sha1Hex, targets: ["apisix"] as const };

/** Item `index` of the large list; now and then one with something to find in it. */
function consumer(index: number, indent = "  "): string {
  const key = index % 4001 === 7 ? "the-same-key-in-several-consumers" : `key-of-${index}-${(index * 7919) % 100_003}`;
  const lines = [`- username: caller-${index % 5003 === 11 ? 5 : index}`];
  if (index % 3000 === 2) lines.push("  surname: none");
  if (index % 2500 === 3)
    lines.push("  # rollcall-disable-next-line schema/unknown-field -- tried out", "  nickname: n");
  if (index % 2600 === 3) lines.push("  # rollcall-disable-next-line schema/type -- silences nothing", "  desc: fine");
  if (index % 1900 === 4) lines.push("  group_id: missing", "  # a comment behind the field");
  if (index % 2900 === 5) lines.push("  desc: |", "    - not an item: of any list", "    more text");
  if (index % 3100 === 6) lines.push("  labels: { team: übung, note: '${SET}' }");
  if (index % 6007 === 9) lines.push("  labels: { note: '${UNSET}' }");
  lines.push("  credentials:", "    - name: main", "      plugins:", "        key-auth:", `          key: ${key}`);
  const padding =
    index % 5 === 0
      ? ["", "  # padding, so that the file is large enough to be cut into several segments, as large files are"]
      : [];
  return [...lines, ...padding].map((line) => (line === "" ? "" : indent + line)).join("\n");
}

function list(from: number, to: number, indent = "  "): string {
  const texts: string[] = [];
  for (let index = from; index < to; index += 1) texts.push(consumer(index, indent));
  return `${texts.join("\n")}\n`;
}

const groups = "consumer_groups:\n  - id: gold\n    plugins: {}\n";
const consumers = list(0, items);
const routes =
  "routes:\n  - { id: r, uri: /a, plugins: { basic-auth: { anonymous_consumer: caller-20500 } }, upstream_id: nowhere }\nupstreams: []\n";

test.each<[name: string, isCut: boolean, text: string]>([
  ["a list and nothing else", true, `consumers:\n${consumers}`],
  ["other sections before it", true, `${groups}${routes}consumers:\n${consumers}`],
  ["other sections behind it", false, `consumers:\n${consumers}${groups}${routes}`],
  ["items at the first column", true, `consumers:\n${list(0, items, "")}`],
  ["a byte order mark", true, `\uFEFFconsumers:\n${consumers}`],
  ["CRLF", true, `consumers:\n${consumers}`.replaceAll("\n", "\r\n")],
  ["no line feed at the end", true, `consumers:\n${consumers}`.trimEnd()],
  ["comments and blank lines at the end", true, `consumers:\n${consumers}\n\n# the end\n`],
  ["a second document", false, `consumers:\n${consumers}---\n${groups}`],
  ["a syntax error far behind", false, `consumers:\n${consumers}  - username: "never closed\n`],
  ["items of another shape", true, `consumers:\n${consumers}  - just text\n  - { username: in-flow, colour: red }\n`],
  ["a section that is not known", true, `callers:\n${consumers}`],
  ["dashes that are no items", true, `consumers:\n  - username: a\n    desc: |\n      x\n${consumers}`],
  [
    "an item larger than a segment",
    true,
    `consumers:\n  - username: large\n    desc: fine\n${"    # nothing\n".repeat(segmentSize / 8)}${consumers}`,
  ],
])("%s", { timeout: 60_000 }, async (name, isCut, text) => {
  const file = `${name}.yaml`;
  const absolute = path.join(folder, file);
  await writeFile(absolute, text);
  expect(Buffer.byteLength(text)).toBeGreaterThan(smallestToCut);
  const whole = checkSources([{ file, text }], options);
  const cut = await lintFiles([{ file, path: absolute }], options, { ...processTerminal(), cwd: folder });
  expect(cut.diagnostics).toEqual(whole.diagnostics);
  expect(whole.diagnostics.length).toBeGreaterThan(0);
  expect(typeof cut.sources.get(file) !== "string").toBe(isCut);
  // The frames of excerpts are those of the whole text.
  const some = whole.diagnostics.filter((_, index) => index % 9 === 0);
  const shown = (sources: typeof cut.sources) =>
    renderDiagnostics({ diagnostics: some, files: [file], sources }, "text", createStyle(false));
  expect(shown(cut.sources)).toBe(shown(new Map([[file, text]])));
});

const few = list(0, 3100);

test.each<[name: string, text: string]>([
  ["a list and nothing else", `consumers:\n${few}`],
  ["other sections before it", `${groups}${routes}consumers:\n${few}`],
  ["other sections behind it", `consumers:\n${few}${groups}${routes}`],
  ["items at the first column", `consumers:\n${list(0, 3100, "")}`],
  ["a byte order mark", `\uFEFFconsumers:\n${few}`],
  ["CRLF", `consumers:\n${few}`.replaceAll("\n", "\r\n")],
  ["no line feed at the end", `consumers:\n${few}`.trimEnd()],
  ["a second document", `consumers:\n${few}---\n${groups}`],
  ["a syntax error far behind", `consumers:\n${few.slice(0, 200_000)}\n  - username: "never closed\n`],
  ["a byte of no text far behind", `consumers:\n${few}  - username: \u0000\n`],
  ["items of another shape", `consumers:\n${few}  - just text\n  - { username: in-flow, colour: red }\n`],
  ["text of many bytes", `consumers:\n${few.replaceAll("desc: fine", "desc: 日本語 😀 'ü'")}`],
  ["a list that is a section's value in a document of another tool", `_format_version: "3.0"\nconsumers:\n${few}`],
  [
    "an item larger than a window",
    `consumers:\n  - username: large\n${"    # nothing\n".repeat(windowSize / 6)}${few}`,
  ],
])("in windows: %s", { timeout: 60_000 }, async (name, text) => {
  const file = `${name} in windows.yaml`;
  const absolute = path.join(folder, file);
  await writeFile(absolute, text);
  expect(Buffer.byteLength(text)).toBeGreaterThan(4 * windowSize);
  const whole = checkSources([{ file, text }], options);
  const read = await lintFiles([{ file, path: absolute }], options, { ...processTerminal(), cwd: folder });
  expect(read.diagnostics).toEqual(whole.diagnostics);
  expect(whole.diagnostics.length).toBeGreaterThan(0);
});

test("resources that are no consumers are found where they stand in the file", async () => {
  const route = (index: number): string => `  - id: r${index}\n    uri: /r${index}\n    upstream_id: nowhere\n`;
  const comment = `  # ${"-".repeat(100)}\n`.repeat(400);
  const text = `upstreams: []\nroutes:\n${Array.from({ length: 100 }, (_, index) => route(index) + comment).join("")}`;
  const file = "routes.yaml";
  await writeFile(path.join(folder, file), text);
  expect(text.length).toBeGreaterThan(smallestToCut);
  const whole = checkSources([{ file, text }], options);
  const cut = await lintFiles([{ file, path: path.join(folder, file) }], options, {
    ...processTerminal(),
    cwd: folder,
  });
  expect(whole.diagnostics.length).toBeGreaterThanOrEqual(100);
  expect(cut.diagnostics).toEqual(whole.diagnostics);
});
