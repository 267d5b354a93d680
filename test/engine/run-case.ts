/** Runs one case of the tables against an engine: request after request, with the clock, chance and upstream that the rows tell. */
import { expect } from "vitest";
import type { Decision, EngineServices, Forward, HeaderList, Refusal } from "../../src/engine/contract.ts";
import { type Case, openCase, type Row, toRequest } from "./case-file.ts";

export async function runCase(each: Case, services: Partial<EngineServices> = {}): Promise<void> {
  const { engine, clock } = openCase(each, services);
  const start = clock.now;
  const kept = new Map<string, Decision>();
  for (const [index, row] of each.requests.entries()) {
    if (row.at !== undefined) clock.now = start + row.at * 1000;
    for (const name of row.ends ?? []) release(kept.get(name));
    clock.random = row.random ?? 0.5;
    clock.slept = 0;
    const decision = await engine.decide(toRequest(row, each));
    const label = `request ${index + 1}: ${row.name ?? row.send}`;
    expectRow(decision, row, label);
    expect(clock.slept, `${label}: delay`).toBeCloseTo(row.delay ?? 0, 3);
    if (row.keep === undefined) release(decision);
    else kept.set(row.keep, decision);
  }
}

function release(decision: Decision | undefined): void {
  if (decision?.kind === "forward") decision.release?.();
}

/** The upstream's answer as the client gets it. */
function answerTo(decision: Forward, { answers = {} }: Row): { status: number; headers: HeaderList; body: string } {
  const headers: [string, string][] = [...valueList(answers.headers ?? {}), ...decision.responseHeaders].map(
    ([name, value]) => [name, value],
  );
  const head = { status: answers.status ?? 200, headers };
  const body = answers.body ?? "";
  const change = decision.onResponse?.(head);
  if (!change) return { ...head, body };
  const changed = change.rewriteBody ? change.rewriteBody(Buffer.from(body)) : (change.body ?? Buffer.from(body));
  return { ...change, body: changed ? Buffer.from(changed).toString() : "(cannot be rewritten)" };
}

function valueList(headers: NonNullable<NonNullable<Row["answers"]>["headers"]>): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((item): [string, string] => [name, item]),
  );
}

function expectRow(decision: Decision, row: Row, label: string): void {
  const told = decision.kind === "respond" ? `${label} (answered ${decision.status}: ${decision.reason})` : label;
  const status = decision.kind === "respond" ? decision.status : undefined;
  expect(status, told).toBe(row.status);
  const answer = decision.kind === "respond" ? decision : answerTo(decision, row);
  const { headers } = answer;
  if (row.gets?.status !== undefined) expect(answer.status, `${told}: status for the client`).toBe(row.gets.status);
  if (row.gets?.body !== undefined) expect(answer.body, `${told}: body for the client`).toBe(row.gets.body);
  for (const [name, value] of Object.entries(row.response ?? {})) {
    const expected = value === null ? [] : [value].flat();
    const found = valuesOf(headers, name);
    expect(found, `${told}: response ${name}`).toEqual(
      expected.map((item) => (isPattern(item) ? expect.stringMatching(pattern(item)) : item)),
    );
  }
  if (decision.kind === "respond") expectAnswer(decision, row, told);
  else expectUpstream(decision, row, told);
}

function expectAnswer(decision: Refusal, row: Row, label: string): void {
  if (row.answer !== undefined) {
    const isText = typeof row.answer === "string";
    const bytes = decision.bytes && Buffer.from(decision.bytes).toString("base64");
    expect(isText ? (bytes ?? decision.body) : JSON.parse(decision.body), `${label}: body`).toEqual(row.answer);
    if (!isText) expect(valuesOf(decision.headers, "content-type"), label).toEqual(["application/json"]);
  }
  if (row.plugin !== undefined) expect(decision.plugin, label).toBe(row.plugin);
  if (row.reason !== undefined) expect(decision.reason, label).toContain(row.reason);
}

function expectUpstream(decision: Forward, row: Row, label: string): void {
  const { method, target, host, scheme, route, consumer, credential, headers = {} } = row.upstream ?? {};
  if (host !== undefined) expect(decision.host, `${label}: host`).toBe(host);
  if (scheme !== undefined) expect(decision.upstream.scheme, `${label}: scheme`).toBe(scheme);
  if (method !== undefined) expect(decision.method, `${label}: method`).toBe(method);
  if (target !== undefined) expect(decision.target, `${label}: target`).toBe(target);
  if (route !== undefined) expect(decision.route.id, `${label}: route`).toBe(route);
  if (consumer !== undefined) expect(decision.consumer ?? null, `${label}: consumer`).toBe(consumer);
  if (credential !== undefined) expect(decision.credentialId ?? null, `${label}: credential`).toBe(credential);
  if (consumer !== undefined) {
    expect(valuesOf(decision.headers, "x-consumer-username"), label).toEqual(consumer === null ? [] : [consumer]);
  }
  for (const [name, value] of Object.entries(headers)) {
    const expected = value === null ? [] : [isPattern(value) ? expect.stringMatching(pattern(value)) : value];
    expect(valuesOf(decision.headers, name), `${label}: upstream ${name}`).toEqual(expected);
  }
}

function valuesOf(headers: HeaderList, name: string): readonly string[] {
  return headers.filter(([each]) => each.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
}

/** `~…` in a table is a regular expression. */
export function isPattern(value: string): boolean {
  return value.startsWith("~");
}

export function pattern(value: string): RegExp {
  return new RegExp(value.slice(1));
}
