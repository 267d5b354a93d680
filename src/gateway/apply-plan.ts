/** Carries out a plan: steps in its order, bounded concurrency inside a step; a failure stops only what depends on it. */
import type { Change, Plan } from "../plan/contract.ts";
import { type Dependency, type DependencyReason, dependenciesOf } from "../plan/dependencies.ts";
import { mapBounded } from "./concurrency.ts";
import { type Gateway, GatewayError } from "./contract.ts";

export interface FailedChange {
  readonly change: Change;
  /** The gateway's message, safe to show. */
  readonly message: string;
  /** HTTP status; 0 if there was no answer. */
  readonly status: number;
}

export interface UntriedChange {
  readonly change: Change;
  readonly reason: string;
}

export interface ApplyReport {
  readonly applied: readonly Change[];
  readonly failed: readonly FailedChange[];
  readonly notTried: readonly UntriedChange[];
}

export type ApplyEvent =
  | { readonly type: "started" | "applied"; readonly change: Change; readonly done: number; readonly total: number }
  | ({ readonly type: "failed"; readonly done: number; readonly total: number } & FailedChange)
  | ({ readonly type: "not-tried"; readonly done: number; readonly total: number } & UntriedChange);

export interface ApplyOptions {
  /** Changes at the same time; 8 by default. */
  readonly concurrency?: number;
  readonly onEvent?: (event: ApplyEvent) => void;
  /** Aborted: what runs is finished, the rest is reported as not tried. */
  readonly signal?: AbortSignal;
}

interface Step {
  readonly change: Change;
  readonly dependencies: readonly Dependency[];
}

/** After as many changes in a row without any answer the gateway counts as gone. */
const unansweredLimit = 5;

/** After as many in a row that it answered with a failure of its own it counts as broken: each has cost several attempts. */
const brokenLimit = 25;

const waitReasons: Readonly<Record<DependencyReason, string>> = {
  consumer: "its consumer",
  reference: "a resource that it refers to",
  "still-referenced": "a resource that still refers to it",
  "lookup-key": "the credential that holds its key",
  "same-resource": "an earlier change of the same resource",
};

/** Never rejects for what a gateway does: the report says what became of every change. */
export async function applyPlan(gateway: Gateway, plan: Plan, options: ApplyOptions = {}): Promise<ApplyReport> {
  const progress = new Progress(plan.changes.length, options);
  if (gateway.applyAll) {
    await applyTogether((changes) => gateway.applyAll?.(changes), plan.changes, progress);
    return progress.report();
  }
  for (const step of stepsOf(plan.changes)) {
    await mapBounded(step, options.concurrency ?? 8, async ({ change, dependencies }) => {
      const obstacle = progress.obstacleFor(dependencies);
      if (obstacle !== undefined) return progress.notTried(change, obstacle);
      progress.started(change);
      try {
        await gateway.apply(change);
        progress.applied(change);
      } catch (error) {
        progress.failed(change, error);
      }
    });
  }
  return progress.report();
}

/** Where a gateway takes all changes or none, all of them fare alike. */
async function applyTogether(
  applyAll: (changes: readonly Change[]) => Promise<void> | undefined,
  changes: readonly Change[],
  progress: Progress,
): Promise<void> {
  const obstacle = progress.obstacleFor([]);
  if (obstacle !== undefined) {
    for (const change of changes) progress.notTried(change, obstacle);
    return;
  }
  for (const change of changes) progress.started(change);
  try {
    await applyAll(changes);
    for (const change of changes) progress.applied(change);
  } catch (error) {
    for (const change of changes) progress.failed(change, error);
  }
}

/** Neighbours of one kind and direction that do not wait for one another. */
function stepsOf(changes: readonly Change[]): readonly (readonly Step[])[] {
  const dependencies = dependenciesOf(changes);
  const steps: Step[][] = [];
  let members = new Set<Change>();
  for (const [position, change] of changes.entries()) {
    const own = dependencies[position] ?? [];
    const step = steps.at(-1);
    const previous = step?.at(-1)?.change;
    const belongs = previous && isSamePhase(previous, change) && !own.some(({ on }) => members.has(on));
    if (step && belongs) {
      step.push({ change, dependencies: own });
      members.add(change);
    } else {
      steps.push([{ change, dependencies: own }]);
      members = new Set([change]);
    }
  }
  return steps;
}

function isSamePhase(left: Change, right: Change): boolean {
  return left.kind === right.kind && (left.action === "delete") === (right.action === "delete");
}

/** What has become of the changes so far. */
class Progress {
  readonly #total: number;
  readonly #options: ApplyOptions;
  readonly #applied: Change[] = [];
  readonly #failed: FailedChange[] = [];
  readonly #notTried: UntriedChange[] = [];
  readonly #stopped = new Set<Change>();
  #unanswered = 0;
  #broken = 0;
  #giveUpReason: string | undefined;

  constructor(total: number, options: ApplyOptions) {
    this.#total = total;
    this.#options = options;
  }

  /** Why a change with these dependencies must not be tried; undefined if it may. */
  obstacleFor(dependencies: readonly Dependency[]): string | undefined {
    if (this.#options.signal?.aborted) return "interrupted";
    if (this.#giveUpReason !== undefined) return this.#giveUpReason;
    const stopped = dependencies.find(({ on }) => this.#stopped.has(on));
    if (!stopped) return undefined;
    const { kind, name } = stopped.on;
    return `${waitReasons[stopped.reason]}, ${kind}/${name}, could not be changed`;
  }

  started(change: Change): void {
    this.#options.onEvent?.({ type: "started", change, ...this.#count() });
  }

  applied(change: Change): void {
    this.#unanswered = 0;
    this.#broken = 0;
    this.#applied.push(change);
    this.#options.onEvent?.({ type: "applied", change, ...this.#count() });
  }

  failed(change: Change, error: unknown): void {
    const { message, status } = messageOf(error);
    this.#stopped.add(change);
    this.#failed.push({ change, message, status });
    this.#noteFailure(status);
    this.#options.onEvent?.({ type: "failed", change, message, status, ...this.#count() });
  }

  notTried(change: Change, reason: string): void {
    this.#stopped.add(change);
    this.#notTried.push({ change, reason });
    this.#options.onEvent?.({ type: "not-tried", change, reason, ...this.#count() });
  }

  report(): ApplyReport {
    return { applied: this.#applied, failed: this.#failed, notTried: this.#notTried };
  }

  /** Where every further call would fail too, none is made. */
  #noteFailure(status: number): void {
    this.#unanswered = status === 0 ? this.#unanswered + 1 : 0;
    this.#broken = status >= 500 || status === 429 ? this.#broken + 1 : 0;
    if (status === 401 || status === 403) this.#giveUpReason = "the gateway refuses the API key";
    else if (this.#unanswered >= unansweredLimit) this.#giveUpReason = "the gateway does not answer";
    else if (this.#broken >= brokenLimit) this.#giveUpReason = `the gateway answers ${status} to everything`;
  }

  #count(): { readonly done: number; readonly total: number } {
    const done = this.#applied.length + this.#failed.length + this.#notTried.length;
    return { done, total: this.#total };
  }
}

/** The text of any other error is not shown: it may hold what was sent. */
function messageOf(error: unknown): { readonly message: string; readonly status: number } {
  if (error instanceof GatewayError) return { message: error.message, status: error.status };
  return { message: `unexpected ${error instanceof Error ? error.name : "error"} (please report it)`, status: 0 };
}
