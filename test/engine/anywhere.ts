/** A part of the case tables in a form that any JavaScript runtime can decide: plain values and artifact bytes. */
import type * as library from "../../src/engine-library.ts";
import { caseKey, compileCase, readCaseFiles, toRequest } from "./case-file.ts";

export interface PortableCase {
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly requests: readonly library.GatewayRequest[];
}

/** Nothing in them is random, nor waits for time. */
const topics = new Set(["basic-auth", "hmac-auth", "jwt-auth", "key-auth", "multi-auth", "routes"]);

const chosen = readCaseFiles()
  .filter(({ topic }) => topics.has(topic))
  .flatMap(({ cases }) => cases)
  .filter((each) => each.store === undefined && each.requests.every(({ at, body }) => at === undefined && !body));

export const cases: readonly PortableCase[] = chosen.map((each) => ({
  name: each.name,
  now: Date.parse(each.start ?? "2026-08-01T00:00:00Z"),
  requests: each.requests.map((row) => {
    const { readBody: _, ...request } = toRequest(row, each);
    return request;
  }),
}));

export const artifacts: readonly Uint8Array[] = chosen.map(compileCase);
export const key = [...caseKey];

/** Runs in the other runtime, as text: it may use nothing but its parameters. */
export async function decideAll(
  {
    openArtifact,
    createEngine,
    createCounters,
  }: Pick<typeof library, "openArtifact" | "createEngine" | "createCounters">,
  crypto: library.Crypto,
  keyBytes: readonly number[],
  all: readonly PortableCase[],
  artifactOf: (index: number) => Promise<Uint8Array> | Uint8Array,
): Promise<string[]> {
  const decisions: string[] = [];
  for (let index = 0; index < all.length; index++) {
    const each = all[index] as PortableCase;
    const artifact = openArtifact(await artifactOf(index), { crypto, key: new Uint8Array(keyBytes) });
    const engine = createEngine(artifact, { crypto, now: () => each.now, counters: createCounters() });
    for (const request of each.requests) {
      const decision = await engine.decide(request);
      const told = decision.kind === "forward" ? { ...decision, route: decision.route.id, upstream: "" } : decision;
      decisions.push(JSON.stringify(told));
    }
  }
  return decisions;
}
