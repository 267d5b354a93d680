/** The same configuration as other people write it: what each reader and each short cut of the check makes of it must be alike. */
import { Document, isPair, LineCounter, parse, parseAllDocuments, stringify, visit } from "yaml";
import { checkFiles } from "../../src/check/check.ts";
import { createFileChecker, type FileCheck } from "../../src/check/check-file.ts";
import { checkSources } from "../../src/check/check-sources.ts";
import { type CheckSourcesOptions, runOptionsOf } from "../../src/check/run-options.ts";
import { explainSchema } from "../../src/check/schema.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { isAuthPlugin } from "../../src/model/auth.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { isMap } from "../../src/model/json.ts";
import type { SourceText } from "../../src/source/document.ts";
import { ReadingMemory } from "../../src/source/fast/reading-memory.ts";
import { parseDeclined, readItemAlone } from "../../src/source/parse.ts";
import { parseQuickly } from "../../src/source/parse-quickly.ts";
import { quiet } from "./findings.ts";
import { right, textOf } from "./reference-rows.ts";

export interface FoundAt {
  readonly rule: string;
  /** What begins at its place, such as `/consumers/0` or `/consumers/0/username#key`. */
  readonly spots: readonly string[];
}

/** undefined for a configuration that cannot be written so. */
type InForm = (native: string) => Promise<readonly FoundAt[] | undefined> | readonly FoundAt[] | undefined;

const options: CheckSourcesOptions = { environment: {}, sha1Hex, severities: quiet };

export const forms: Readonly<Record<string, InForm>> = {
  "blocks, for the fast reader": (native) => foundIn(block(dataOf(native)), readQuickly),
  "braces and brackets": (native) => foundIn(flow(dataOf(native)), readQuickly),
  JSON: (native) => foundIn(JSON.stringify(dataOf(native), undefined, 2), readQuickly, "a.json"),
  "an anchor, for the slow reader": (native) => foundBelow("--- &all\n", block(dataOf(native)), readSlowly),
  "an anchor in one item, which the slow reader reads alone": (native) => {
    const text = block(dataOf(native)).replace("\n  - ", "\n  - &one ");
    // A list may not stand behind an anchor on its line.
    return text.includes("&one - ") ? undefined : foundIn(text, readItemsAlone);
  },
  "the second document of a file": (native) =>
    foundBelow("global_rules: []\n---\n", block(dataOf(native)), readQuickly),
  "lines that end with CR and LF": (native) => {
    const text = block(dataOf(native));
    return located(text, read({ file: "a.yaml", text: text.replaceAll("\n", "\r\n") }));
  },
  "the shape of ADC": (native) => {
    const value = adcOf(dataOf(native));
    return value === undefined ? undefined : foundIn(block(value), read).map(asNative);
  },
  "among known consumers": (native) => amongKnown(native),
};

interface Spots {
  /** @param place line and column, as in `2:13` */
  at(place: string): readonly string[];
}

const knownSpots = new Map<string, Spots>();

/** What begins where, by the `yaml` package. */
export function spotsIn(text: string): Spots {
  const known = knownSpots.get(text) ?? findSpots(text);
  knownSpots.set(text, known);
  return known;
}

function findSpots(text: string): Spots {
  const spots = new Map<string, string[]>();
  const lines = new LineCounter();
  const add = (offset: number | undefined, spot: string): void => {
    if (offset === undefined) return;
    const { line, col } = lines.linePos(offset);
    const place = `${line}:${col}`;
    spots.set(place, [...(spots.get(place) ?? []), spot]);
  };
  for (const document of parseAllDocuments(text, { lineCounter: lines })) {
    visit(document as Document, {
      Pair(_key, pair, above) {
        const path = pathOf([...above, pair]);
        add(offsetOf(pair.key), `${path}#key`);
      },
      Node(_key, node, above) {
        if (_key !== "key") add(offsetOf(node), pathOf([...above, node]));
      },
    });
  }
  return { at: (place) => spots.get(place) ?? [] };
}

function offsetOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] } | null)?.range?.[0];
}

/** Of the last of these, each of which holds the next. */
function pathOf(nodes: readonly unknown[]): string {
  return nodes
    .map((node, index) => {
      if (isPair(node)) return `/${String(node.key)}`;
      const holder = nodes[index - 1] as { readonly items?: readonly unknown[] } | undefined;
      return !isPair(holder) && holder?.items ? `/${holder.items.indexOf(node)}` : "";
    })
    .join("");
}

const values = new Map<string, unknown>();

function dataOf(native: string): unknown {
  if (!values.has(native)) values.set(native, parse(native));
  return values.get(native);
}

function block(value: unknown): string {
  return quoted(stringify(value, { lineWidth: 0 }));
}

/** Plain texts that begin with a colon are left to the slow reader. */
function quoted(text: string): string {
  return text.replace(/ (::[^\s,\]]*)/g, ' "$1"');
}

function flow(value: unknown): string {
  const document = new Document(value);
  visit(document, {
    Collection(_key, node) {
      node.flow = true;
    },
  });
  return quoted(document.toString({ lineWidth: 0 }));
}

type Read = (source: SourceText) => readonly Diagnostic[];

const read: Read = (source) => checkSources([source], options).diagnostics;

const readQuickly: Read = (source) => {
  if (!parseQuickly(source, {})) throw new Error(`the fast reader declines ${source.text}`);
  return read(source);
};

const readSlowly: Read = (source) => {
  if (parseQuickly(source, {})) throw new Error(`the fast reader takes ${source.text}`);
  return checkSources([source], { ...options, parse: parseDeclined }).diagnostics;
};

const readItemsAlone: Read = (source) =>
  checkFiles(options, (checker) => {
    const checked = checker.check(source, readItemAlone);
    if (!checked?.isRescued) throw new Error(`no item is read alone: ${source.text}`);
    return [checked];
  }).diagnostics;

function foundIn(text: string, reader: Read, file = "a.yaml"): readonly FoundAt[] {
  return located(text, reader({ file, text }));
}

function foundBelow(lines: string, text: string, reader: Read): readonly FoundAt[] {
  return located(text, reader({ file: "a.yaml", text: lines + text }), lines.split("\n").length - 1);
}

/** @param above lines that stand before the text */
function located(text: string, diagnostics: readonly Diagnostic[], above = 0): readonly FoundAt[] {
  if (diagnostics.length === 0) return [];
  const spots = spotsIn(text);
  return diagnostics.map(({ rule, span }) => ({
    rule,
    spots: spots.at(`${(span?.start.line ?? 0) - above}:${span?.start.column}`),
  }));
}

/** undefined if a credential is not of the form that ADC has: one plugin that authenticates. */
function adcOf(value: unknown): unknown {
  const consumers = isMap(value) ? value["consumers"] : undefined;
  if (!Array.isArray(consumers)) return undefined;
  const written = consumers.map((consumer: unknown) => {
    if (!isMap(consumer) || !Array.isArray(consumer["credentials"])) return undefined;
    const credentials = consumer["credentials"].map(adcCredentialOf);
    return credentials.includes(undefined) ? undefined : { ...described(consumer), credentials };
  });
  return written.includes(undefined) ? undefined : { consumers: written };
}

function adcCredentialOf(credential: unknown): unknown {
  if (!isMap(credential) || !isMap(credential["plugins"])) return undefined;
  const { plugins, ...others } = credential;
  const [entry, ...more] = Object.entries(plugins as Readonly<Record<string, unknown>>);
  if (!entry || more.length > 0 || !isAuthPlugin(entry[0])) return undefined;
  return { ...described(others), type: entry[0], config: entry[1] };
}

function described({ desc, ...others }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return desc === undefined ? others : { ...others, description: desc };
}

function asNative({ rule, spots }: FoundAt): FoundAt {
  const plugin = /\/config(?=\/|$)/;
  const names = ["key-auth", "basic-auth", "hmac-auth", "jwt-auth"];
  return {
    rule,
    spots: spots
      .flatMap((spot) => (plugin.test(spot) ? names.map((name) => spot.replace(plugin, `/plugins/${name}`)) : [spot]))
      .map((spot) => spot.replace("/description", "/desc")),
  };
}

const head = "consumers:\n";
const strong = "3fXq8Lz1Vt5Rm9Kw2Yb7Nd4Pc6Hg0Js3fXq8Lz1Vt5Rm9Kw2Yb7Nd4Pc6Hg0Js";

/** The consumers of the table that are right, as items of one list. */
const rightItems = right.flatMap(([, holder, text]) => itemOf(textOf(holder, text)) ?? []);

/** With strong secrets: what has weak ones is never passed over. */
function itemOf(native: string): string | undefined {
  const value = dataOf(native);
  const consumers = isMap(value) ? value["consumers"] : undefined;
  if (!Array.isArray(consumers)) return undefined;
  return block({ consumers })
    .slice(head.length)
    .replace(/: ([ikpsu])$/gm, `: $1${strong}`);
}

/** How many of the right consumers are passed over as like others, in a list that has each of them twice. */
export async function knownConsumersOf(): Promise<number> {
  const { checkItems, countSeen } = await knowingChecker();
  checkItems([...rightItems, ...rightItems]);
  return 2 * rightItems.length - countSeen();
}

let knowing: ReturnType<typeof knowingChecker> | undefined;

/** With right ones around it. Only what is found in single consumers is told, not what is missing: the list has many of one name. */
async function amongKnown(native: string): Promise<readonly FoundAt[] | undefined> {
  const item = itemOf(native);
  if (!item?.startsWith("  - ") || native.includes("[missing]")) return undefined;
  knowing ??= knowingChecker().then((checker) => {
    checker.checkItems([...rightItems, ...rightItems]);
    return checker;
  });
  const [before, behind] = [rightItems[0] ?? "", rightItems.at(-1) ?? ""];
  const { byRules, unexplained, found } = (await knowing).checkItems([before, item, behind]);
  const diagnostics = [...byRules, ...found, ...unexplained.flatMap(explainSchema)];
  return located(`${head}${before}${item}${behind}`, diagnostics).map(({ rule, spots }) => ({
    rule,
    spots: spots.map((spot) => spot.replace("/consumers/1", "/consumers/0")),
  }));
}

async function knowingChecker() {
  const { rules, ...others } = runOptionsOf(options);
  let seen = 0;
  const first = rules.find(({ rule }) => rule.id === "consumer/inline-auth");
  if (!first) throw new Error("the rule that sees consumers is gone");
  const counting = {
    ...first,
    rule: {
      ...first.rule,
      visit: () => ({
        consumer: () => {
          seen += 1;
        },
      }),
    },
  };
  const checker = createFileChecker({ rules: [...rules, counting], ...others }, { keepsConsumers: false });
  await checker.prepareParts();
  return {
    countSeen: () => seen,
    checkItems(items: readonly string[]): FileCheck {
      const text = items.join("");
      const source = { file: "a.yaml", text, origin: { lines: 1, offset: head.length } };
      const bytes = /^[\u0000-\u007f]*$/.test(text) ? Buffer.from(text) : undefined;
      const part = { source, stop: undefined, memory: new ReadingMemory(), bytes };
      const checked = checker.checkParts("a.yaml", [part], { section: "consumers", column: 2 });
      if (!checked) throw new Error(`the fast reader declines ${text}`);
      return checked.check;
    },
  };
}
