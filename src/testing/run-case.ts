/** Runs one case: its requests in order, over counters and a clock of its own. */

import type { EngineServices } from "../engine/contract.ts";
import { createCounters } from "../engine/counters.ts";
import { createEngine } from "../engine/decide.ts";
import { shownOf } from "../explain/shown.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { PolicyTestCase, PolicyTestStep } from "../model/generated/policy-test.ts";
import type { Path } from "../model/place.ts";
import { compare, summary } from "./compare.ts";
import type { CaseResult, TestFile, TestServices } from "./contract.ts";
import { parseDuration } from "./duration.ts";
import { gatewayRequest } from "./gateway-request.ts";
import { type Observed, observe } from "./observed.ts";
import { presentCaller } from "./present-caller.ts";
import type { Subject } from "./subject.ts";

/** A step with what its case says for all of them. */
interface Send {
  readonly step: PolicyTestStep;
  readonly request: NonNullable<PolicyTestStep["request"]>;
  readonly path: Path;
  readonly requestPath: Path;
  /** Counts from 1; undefined for a case without steps. */
  readonly number?: number;
}

const defaultClock = "2026-01-01T00:00:00Z";

/** @param exercised is told what each request did */
export async function runCase(
  file: TestFile,
  index: number,
  subject: Subject,
  services: TestServices,
  exercised: (observed: Observed) => void,
): Promise<CaseResult> {
  const written = file.test.cases[index] as PolicyTestCase;
  const clock = { now: Date.parse(written.clock ?? file.test.clock ?? defaultClock) };
  const engineServices = { crypto: services.crypto, now: () => clock.now, ...countersOfTheirOwn() };
  const result = { file: file.file, name: written.name, span: file.place.span(["cases", index, "name"]) };
  const sends = sendsOf(written, index);
  const artifact = needsStandIn(sends, subject) ? subject.standIn() : subject.artifact;
  const engine = createEngine(artifact, engineServices);
  // Over counters that nobody looks at: only the route is asked of it.
  const scout = createEngine(artifact, { ...engineServices, ...countersOfTheirOwn() });
  const finding = (topic: string, message: string, path: Path, help?: string): Diagnostic => ({
    rule: `test/${topic}`,
    severity: "error",
    message,
    span: file.place.span(path),
    related: [{ span: result.span, message: `in the case "${written.name}"` }],
    ...(help && { help }),
  });
  for (const { step, request, path, requestPath, number } of sends) {
    if (step.advance !== undefined) clock.now += parseDuration(step.advance);
    for (let turn = 1; turn <= (step.repeat ?? 1); turn++) {
      const sent = gatewayRequest(request);
      let presented = sent.request;
      if (sent.caller) {
        const { route } = await observe(scout, presented);
        const signed = presentCaller(sent, sent.caller, route, subject, engineServices);
        if ("fault" in signed) {
          return { ...result, findings: [finding("as", signed.fault, [...requestPath, "as"])] };
        }
        presented = signed.request;
      }
      const observed = await observe(engine, presented);
      exercised(observed);
      const shown = shownOf(presented, artifact);
      const mismatches = compare(step.expect, observed, shown);
      if (mismatches.length === 0) continue;
      const which = whichOf(number, step.repeat === undefined ? undefined : turn);
      const findings = mismatches.map((mismatch) =>
        finding(
          mismatch.topic,
          `${which}${mismatch.message}`,
          [...path, "expect", ...mismatch.path],
          `What came of it: ${summary(observed, shown)}.`,
        ),
      );
      // What comes after a step that went wrong tells nothing new.
      return { ...result, findings };
    }
  }
  return { ...result, findings: [] };
}

function sendsOf(written: PolicyTestCase, index: number): readonly Send[] {
  const path = ["cases", index];
  const { request, expect, repeat, steps } = written;
  if (!steps) {
    if (request === undefined || !expect) return [];
    return [
      { step: { expect, ...(repeat !== undefined && { repeat }) }, request, path, requestPath: [...path, "request"] },
    ];
  }
  return steps.flatMap((step, position) => {
    const own = step.request ?? request;
    const at = [...path, "steps", position];
    const requestPath = [...(step.request === undefined ? path : at), "request"];
    return own === undefined ? [] : [{ step, request: own, path: at, requestPath, number: position + 1 }];
  });
}

/** Whether a caller of the case can be played only with a stand-in. */
function needsStandIn(sends: readonly Send[], subject: Subject): boolean {
  return sends.some(({ request }) => {
    const { caller } = gatewayRequest(request);
    const held = caller && subject.credentialsOf(caller.consumer);
    const named = caller?.credential;
    return held?.some(
      ({ credential: { id, name }, needsStandIn: needs }) =>
        needs && (named === undefined || id === named || name === named),
    );
  });
}

function whichOf(step: number | undefined, turn: number | undefined): string {
  const parts = [step === undefined ? "" : `step ${step}`, turn === undefined ? "" : `request ${turn}`];
  const told = parts.filter((part) => part !== "").join(", ");
  return told === "" ? "" : `${told}: `;
}

/** A limit over Redis counts here too, as if nobody else used that Redis. */
function countersOfTheirOwn(): Pick<EngineServices, "counters" | "remoteCounters"> {
  const counters = createCounters();
  return { counters, remoteCounters: () => counters };
}
