/** Loads each case, sends its requests in order and compares; what was loaded before is taken back first. */
import { randomBytes } from "node:crypto";
import { type Case, type Row, toRequest } from "../engine/case-file.ts";
import { compareRow, type Wire } from "./compare.ts";
import { nameOf, type Outcome, type PlacedCase, type RowResult } from "./contract.ts";
import type { Echo } from "./echo.ts";
import { type LoadContext, load, type Refused } from "./load.ts";
import { needsOf } from "./needs.ts";
import { expectedMark, type NativeConfig, renamed } from "./rename.ts";
import { type Circumstances, caseSkipped, mentions, rowsSkipped, senderOf } from "./skip.ts";
import { movedTo } from "./today.ts";
import { exchange, wireBytes } from "./wire.ts";

export interface RunContext extends Omit<LoadContext, "echo">, Circumstances {
  readonly echo: Echo;
  /** HOST:PORT of the echo, as the gateway reaches it. */
  readonly upstream: string;
}

/** What the gateway holds at the moment. */
interface Loaded {
  readonly text: string;
  readonly prefix: string;
  /** By the names of the table. */
  readonly refused: Refused;
}

/** Stands before all ids and usernames of all runs. */
export const runPrefix = "rollcall-conf-";

export async function* runCases(cases: readonly PlacedCase[], context: RunContext): AsyncGenerator<RowResult> {
  const run = randomBytes(4).toString("hex");
  let loaded: Loaded | undefined;
  for (const [index, placed] of cases.entries()) {
    const whole = caseSkipped(placed, context);
    const skipped = placed.case.requests.map((_, at) => whole ?? rowsSkipped(placed.case, context)[at]);
    if (skipped.every((reason) => reason !== undefined)) {
      for (const [at, reason] of skipped.entries()) yield result(placed, at, { kind: "skipped", reason });
      continue;
    }
    const marksRoutes = !placed.case.requests.some(looksAtHost);
    const config = placed.case.config ?? {};
    const text = JSON.stringify([marksRoutes, config]);
    // Counters that the case before has used are not this one's.
    if (loaded?.text !== text || mentions(placed.case, '"limit-')) {
      await context.admin.removeAll();
      loaded = await loadCase(text, config, `${runPrefix}${run}-${index}-`, marksRoutes, context);
    }
    const needs = await needsOf(placed);
    for (const [at, row] of placed.case.requests.entries()) {
      context.signal.throwIfAborted();
      const reason = skipped[at];
      const outcome: Outcome =
        reason !== undefined
          ? { kind: "skipped", reason }
          : (refusal(needs[at] ?? [], loaded.refused) ??
            (await ask(row, placed.case, { ...context, prefix: loaded.prefix, marksRoutes })));
      yield result(placed, at, outcome);
    }
  }
}

async function loadCase(
  text: string,
  config: NativeConfig,
  prefix: string,
  marksRoutes: boolean,
  context: RunContext,
): Promise<Loaded> {
  const names = { prefix, upstream: context.upstream, marksRoutes };
  const refused = await load(renamed(config, names), prefix, context);
  return { text, prefix, refused: new Map([...refused].map(([name, why]) => [name.replace(prefix, ""), why])) };
}

async function ask(
  row: Row,
  each: Case,
  context: RunContext & { readonly prefix: string; readonly marksRoutes: boolean },
): Promise<Outcome> {
  const { echo, target, signal, prefix, marksRoutes } = context;
  const moved = movedTo(Date.now(), each, row);
  const request = toRequest(moved.row, moved.case);
  const { localAddress } = senderOf(row, each, context) ?? {};
  const mark = marksRoutes ? expectedMark(each.config ?? {}, row.upstream?.route ?? "") : undefined;
  echo.taken();
  let wire: Wire;
  try {
    const options = { signal, ...(localAddress !== undefined && { localAddress }) };
    const answer = await exchange(target, wireBytes(request, row.body ?? ""), options);
    wire = { answer, seen: echo.taken() };
  } catch (error) {
    signal.throwIfAborted();
    const found = (error as Error).message;
    return { kind: "different", differences: [{ what: "answer", expected: "one", found }] };
  }
  const isServe = row.serve !== undefined && context.gateway === "rollcall";
  const differences = compareRow(isServe ? { send: row.send, ...row.serve } : row, wire, { prefix, mark });
  return differences.length === 0 ? { kind: "same" } : { kind: "different", differences };
}

function looksAtHost({ upstream }: Row): boolean {
  return Object.keys(upstream?.headers ?? {}).some((name) => name.toLowerCase() === "host");
}

function refusal(needs: readonly string[], refused: Refused): Outcome | undefined {
  const name = needs.find((each) => refused.has(each));
  if (name === undefined) return undefined;
  return {
    kind: "skipped",
    reason: "the Admin API refuses its configuration",
    detail: `${name}: ${refused.get(name)}`,
  };
}

function result({ file, lines, case: each }: PlacedCase, at: number, outcome: Outcome): RowResult {
  const row = each.requests[at] as Row;
  return { file, line: lines[at] ?? 0, case: each.name, request: nameOf(row), outcome };
}
