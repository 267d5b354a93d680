/** Checks the same lists of consumers twice: as `lint` does, which passes over consumers that are like known ones, and each consumer in full. */
import { createFileChecker, type FileCheck, type FileChecker, type PartsCheck } from "../../../src/check/check-file.ts";
import { legacyAuth } from "../../../src/check/rules/legacy-auth.ts";
import { type CheckSourcesOptions, runOptionsOf } from "../../../src/check/run-options.ts";
import { sha1Hex } from "../../../src/crypto/sha1-hex.ts";
import type { PartText } from "../../../src/source/fast/read-fast.ts";
import { ReadingMemory } from "../../../src/source/fast/reading-memory.ts";
import { randomFrom } from "../../source/fast/random.ts";
import { damage, generateItem, type Layout, pickLayout } from "./consumer-texts.ts";

export interface Comparison {
  readonly lists: number;
  /** Lists that the fast reader declines: nothing is compared. */
  declined: number;
  consumers: number;
  /** Consumers that were checked in full although others might be passed over. */
  inFull: number;
  withFindings: number;
  readonly differences: string[];
}

const environment = { SET: "from-the-environment" };
const choices: readonly Omit<CheckSourcesOptions, "environment" | "sha1Hex">[] = [
  {},
  {},
  { targets: ["apisix", "rollcall"], customPlugins: ["unknown-plugin"] },
  {
    severities: {
      "credential/weak-secret": "off",
      "consumer/inline-auth": "off",
      "credential/short-jwt-secret": "off",
    },
  },
  { severities: { "credential/literal-secret": "error" } },
];
const itemsInList = 12;

/** `lists` lists of generated consumers, two of three with an accident in one item; every `listsForEach` share one checker, layout and options. */
export async function compareKnown(seed: number, lists: number, listsForEach: number): Promise<Comparison> {
  const total: Comparison = { lists, declined: 0, consumers: 0, inFull: 0, withFindings: 0, differences: [] };
  for (let done = 0; done < lists; done += listsForEach) {
    const random = randomFrom(seed + done);
    const layout = pickLayout(random);
    const pair = new Pair({ ...choices[(done / listsForEach) % choices.length], environment, sha1Hex });
    await pair.prepare();
    for (let list = done; list < Math.min(lists, done + listsForEach); list += 1) {
      const items = Array.from({ length: itemsInList }, () => generateItem(random, layout));
      pair.compare(list % 3 === 0 ? items : damage(items, random), layout, total);
    }
  }
  return total;
}

class Pair {
  readonly #knowing: FileChecker;
  readonly #unknowing: FileChecker;
  /** As a segment's bytes: other bytes come where they stood. */
  readonly #memory = Buffer.alloc(1 << 16);
  #seen = 0;

  constructor(options: CheckSourcesOptions) {
    const { rules, ...others } = runOptionsOf(options);
    const counting = {
      rule: {
        ...legacyAuth,
        visit: () => ({
          consumer: () => {
            this.#seen += 1;
          },
        }),
      },
      severity: "warning",
    } as const;
    this.#knowing = createFileChecker({ rules: [...rules, counting], ...others }, { keepsConsumers: false });
    this.#unknowing = createFileChecker({ rules, ...others }, { keepsConsumers: false });
  }

  async prepare(): Promise<void> {
    await this.#knowing.prepareParts();
  }

  compare(items: readonly string[], { column }: Layout, total: Comparison): void {
    const expected = this.#check(this.#unknowing, items, column, false);
    const before = this.#seen;
    const found = this.#check(this.#knowing, items, column, true);
    if (!expected) total.declined += 1;
    else {
      total.inFull += this.#seen - before;
      total.consumers += expected.check.facts.rows;
      if (expected.check.byRules.length + expected.check.unexplained.length > 0) total.withFindings += 1;
    }
    if (describe(expected) === describe(found)) return;
    total.differences.push(`${JSON.stringify(items.join(""))}\n${describe(expected)}\n${describe(found)}`);
  }

  #check(checker: FileChecker, items: readonly string[], column: number, hasBytes: boolean): PartsCheck | undefined {
    return checker.checkParts("a.yaml", this.#partsOf(items, column, hasBytes), { section: "consumers", column });
  }

  /** Two parts, as windows are cut. */
  *#partsOf(items: readonly string[], column: number, hasBytes: boolean): Generator<PartText> {
    const memory = new ReadingMemory();
    const ahead = `${" ".repeat(column)}- `;
    const half = Math.floor(items.length / 2);
    const first = items.slice(0, half).join("");
    const rest = items.slice(half).join("");
    const isCut = rest.startsWith(ahead) && (first === "" || first.endsWith("\n"));
    const texts = isCut ? [first + ahead, rest] : [first + rest];
    let origin = { lines: 0, offset: 0 };
    for (const [index, text] of texts.entries()) {
      const stop = index + 1 < texts.length ? text.length - 2 : undefined;
      yield { source: { file: "a.yaml", text, origin }, stop, memory, ...(hasBytes && this.#bytesOf(text)) };
      const own = stop === undefined ? text : text.slice(0, -ahead.length);
      origin = { lines: origin.lines + own.split("\n").length - 1, offset: origin.offset + own.length };
    }
  }

  #bytesOf(text: string): { readonly bytes?: Uint8Array } {
    this.#memory.fill("-");
    const length = this.#memory.write(text, "utf8");
    return length === text.length ? { bytes: this.#memory.subarray(0, length) } : {};
  }
}

/** All that the check of a file hands on, as text. */
function describe(checked: PartsCheck | undefined): string {
  if (!checked) return "declined";
  const { facts, unexplained, variables, declared, ...check }: FileCheck = checked.check;
  return JSON.stringify({
    ...check,
    unexplained: unexplained.map(({ value, place }) => [value, place.span()]),
    variables: [...variables],
    declared: [...declared],
    facts: {
      ...facts,
      labels: [...facts.labels],
      groups: [...facts.groups],
      references: [...facts.references].map(([key, rows]) => [key, rows.toArray()]),
      usernames: hashes(facts.usernames),
      lookups: hashes(facts.lookups),
      secrets: hashes(facts.secrets),
      plugins: facts.plugins.toArray(),
      auths: facts.auths.toArray(),
      owners: facts.owners.toArray(),
    },
  });
}

function hashes({ halves, length }: FileCheck["facts"]["usernames"]): readonly number[] {
  return [...halves.subarray(0, 2 * length)];
}
