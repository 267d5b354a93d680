/**
 * Whatever happens to a sync, to the gateway or to us, its report is true and a plain sync afterwards brings the
 * declared state: nothing lost, nothing twice. FAULT_ROUNDS and FAULT_SEED make the run longer and another.
 */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Failure, type GatewayDouble, startGatewayDouble } from "../gateway-double/server.ts";
import { fixture, openWorkspace, type Result, token, type Workspace } from "./rollcall.ts";

const apisixRounds = Number(process.env["FAULT_ROUNDS"] ?? 11);
const otherRounds = Math.ceil(apisixRounds / 5);
const seed = Number(process.env["FAULT_SEED"] ?? 20261124);

/** What befalls the calls from a certain one on, or our process when it makes that call. */
interface Fault {
  readonly name: string;
  readonly how?: Failure["how"];
  readonly times?: number;
  readonly signal?: NodeJS.Signals;
  /** Reads say what is not so: the plan is made of it, and cannot know better. */
  readonly isLie?: true;
}

const page = "<!doctype html><title>502</title><p>upstream failed</p>";
const faults: readonly Fault[] = [
  { name: "one connection dropped", how: "drop", times: 1 },
  { name: "answers lost", how: "drop-answer", times: 3 },
  { name: "gateway gone", how: "drop" },
  { name: "gateway works, but no answer arrives", how: "drop-answer" },
  { name: "a few 500", how: { status: 500, body: '{"error_msg":"etcd"}' }, times: 6 },
  { name: "500 for ever", how: { status: 500, body: '{"error_msg":"etcd"}' } },
  {
    name: "a proxy's page with status 200",
    how: { status: 200, body: page, headers: { "content-type": "text/html" } },
  },
  { name: "an empty list for everything", how: { status: 200, body: '{"total":0,"list":[]}' }, times: 5, isLie: true },
  { name: "slow", how: { delayMs: 15 } },
  { name: "we are killed", signal: "SIGKILL" },
  { name: "we are interrupted", signal: "SIGINT" },
];

/** The fixture with two credentials that will exchange their keys, and nearly nothing with the keys exchanged. */
const swapped = (first: string, second: string): string =>
  `consumers:
  - { username: swap-a, credentials: [{ name: main, plugins: { key-auth: { key: ${first} } } }] }
  - { username: swap-b, credentials: [{ name: main, plugins: { key-auth: { key: ${second} } } }] }
`;
const keys = ["0b7c9d51f2e83a6640c7d1b95e", "c41f8a02976be35d70fa1c6d84"] as const;
const states = {
  full: { inputs: ["harbourline", "swap.yaml"], resources: 111 },
  bare: { inputs: ["bare.yaml"], resources: 4 },
} as const;

/** What one kind of gateway holds, as keys and values. */
interface Held {
  has(key: string): boolean;
  /** Without times and versions. */
  snapshot(): unknown;
}

interface Mode {
  readonly mode: "apisix" | "api7" | "standalone";
  readonly rounds: number;
  /** About how many calls a sync makes, by the state that it brings. */
  readonly calls: Readonly<Record<keyof typeof states, number>>;
  heldBy(double: GatewayDouble): Held;
}

const storesHeld = (stores: readonly GatewayDouble["store"][]): Held => ({
  has: (key) => stores.some((store) => store.has(key)),
  snapshot: () =>
    stores.map((store) =>
      [...store.keys()].sort().map((key) => {
        const { create_time: _created, update_time: _updated, ...value } = store.get(key)?.value ?? {};
        return [key, value];
      }),
    ),
});

const documentHeld = ({ standalone }: GatewayDouble): Held => {
  const items = () =>
    Object.entries(standalone.document).flatMap(([section, list]) =>
      (Array.isArray(list) ? (list as Record<string, unknown>[]) : []).map(
        (item) => [`/apisix/${section}/${String(item["id"] ?? item["username"])}`, item] as const,
      ),
    );
  return {
    has: (key) => items().some(([known]) => known === key),
    snapshot: () => items().sort(([left], [right]) => (left < right ? -1 : 1)),
  };
};

const modes: readonly Mode[] = [
  { mode: "apisix", rounds: apisixRounds, calls: { full: 130, bare: 150 }, heldBy: ({ store }) => storesHeld([store]) },
  {
    mode: "api7",
    rounds: otherRounds,
    calls: { full: 130, bare: 150 },
    heldBy: (double) => storesHeld([double.store, double.storeOf("default")]),
  },
  { mode: "standalone", rounds: otherRounds, calls: { full: 5, bare: 5 }, heldBy: documentHeld },
];

let workspace: Workspace;
let failures: Failure[];
let onCall: () => void;
let double: GatewayDouble;
let held: Held;

describe.each(modes)("$mode", ({ mode, rounds, calls, heldBy }) => {
  beforeAll(async () => {
    workspace = await openWorkspace();
    failures = [];
    onCall = () => undefined;
    double = await startGatewayDouble({
      apiKey: token,
      mode,
      failures: live(() => failures),
      onCall: () => onCall(),
    });
    held = heldBy(double);
    const sections = ["routes", "services", "upstreams", "consumer_groups"].map((kind) => `${kind}: []\n`);
    await writeFile(path.join(workspace.folder, "swap.yaml"), swapped(...keys));
    await writeFile(path.join(workspace.folder, "bare.yaml"), swapped(keys[1], keys[0]) + sections.join(""));
  });

  afterAll(async () => {
    await double.close();
    await workspace.close();
  });

  test(`${rounds} faulty syncs converge (seed ${seed})`, { timeout: 60_000 + rounds * 10_000 }, async () => {
    const random = randomNumbers(seed);
    const reference = new Map<string, unknown>();
    for (let round = 0; round < rounds; round += 1) {
      const state = round % 2 === 0 ? "full" : "bare";
      const next = round < faults.length && mode === "apisix" ? round : Math.floor(random() * faults.length);
      const fault = faults[next] as Fault;
      const at = Math.floor(random() * calls[state]);
      const situation = `round ${round}: ${fault.name} from call ${at} of a sync to ${state}`;
      const before = double.writes().length;
      const faulty = await syncWith(fault, at, command(mode, state));
      checkReport(faulty, { writes: double.writes().length - before, situation, isLie: fault.isLie === true });
      failures = [];
      const repaired = await workspace.run(command(mode, state));
      expect(repaired, situation).toMatchObject({ code: 0, stderr: "" });
      const again = await workspace.run(command(mode, state));
      expect(again, situation).toMatchObject({ code: 0, stderr: "" });
      expect(JSON.parse(again.stdout), situation).toMatchObject({
        changes: [],
        counts: { unchanged: states[state].resources },
      });
      const found = held.snapshot();
      if (!reference.has(state)) reference.set(state, found);
      expect(found, situation).toEqual(reference.get(state));
    }
  });
});

const command = (mode: Mode["mode"], state: keyof typeof states): readonly string[] => [
  "sync",
  ...states[state].inputs,
  ...["--server", double.url, "--gateway", mode, "--max-deletes", "100%", "--format", "json"],
  ...(mode === "api7" ? ["--gateway-group", "default"] : []),
];

async function syncWith(fault: Fault, at: number, argv: readonly string[]): Promise<Result> {
  failures = fault.how ? [{ how: fault.how, after: at, ...(fault.times ? { times: fault.times } : {}) }] : [];
  const { child, ended } = workspace.start(argv);
  let calls = 0;
  onCall = () => {
    calls += 1;
    if (fault.signal && calls === at + 1) child.kill(fault.signal);
  };
  const result = await ended;
  onCall = () => undefined;
  return result;
}

interface Reported {
  readonly action: string;
  readonly kind: string;
  readonly id: string;
  readonly consumer?: string;
}

interface Circumstances {
  readonly writes: number;
  readonly situation: string;
  readonly isLie: boolean;
}

/** Whatever says that it was applied is so, no secret is told, and the exit code fits. */
function checkReport({ code, stdout, stderr }: Result, { writes, situation, isLie }: Circumstances): void {
  for (const secret of [...fixture.secrets, ...keys]) expect(stdout + stderr, situation).not.toContain(secret);
  if (stdout === "") {
    expect(code, situation).not.toBe(0);
    // Killed while writing, it has no last word; else nothing was begun.
    if (code === 2) expect(writes, situation).toBe(0);
    return;
  }
  const { applied, failed, notTried } = JSON.parse(stdout) as Record<string, readonly Reported[]>;
  const isComplete = failed?.length === 0 && notTried?.length === 0;
  expect(code, situation).toBe(isComplete ? 0 : 2);
  const last = new Map((applied ?? []).map((change) => [keyOf(change), change.action]));
  for (const [key, action] of last) expect([key, held.has(key)], situation).toEqual([key, action !== "delete"]);
  // What was to be made anew is still there if its delete did not come through.
  const kept = new Set([...(failed ?? []), ...(notTried ?? [])].filter(({ action }) => action === "delete").map(keyOf));
  for (const change of notTried ?? []) {
    const key = keyOf(change);
    if (change.action === "create" && !kept.has(key) && !isLie)
      expect([key, held.has(key)], situation).toEqual([key, false]);
  }
}

function keyOf({ kind, id, consumer }: Reported): string {
  return kind === "credentials" ? `/apisix/consumers/${consumer}/credentials/${id}` : `/apisix/${kind}/${id}`;
}

/** The list as it is at each look. */
function live<T>(list: () => readonly T[]): readonly T[] {
  return { [Symbol.iterator]: () => list()[Symbol.iterator]() } as unknown as readonly T[];
}

/** Mulberry32: numbers in [0, 1) that follow from the seed. */
function randomNumbers(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
