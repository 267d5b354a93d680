/** Carries out writes in groups: those that come while one group is being stored make the next, and share its file write. */
import { ConfigRefused, StateError } from "./contract.ts";
import { Draft, type State } from "./state.ts";

/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Changes the draft, or leaves it alone and says why. */
export type Write = (draft: Draft) => Answer;

export interface CommitQueue {
  /** What is stored. */
  readonly state: State;
  /** Resolves when the write is stored and served, or refused. */
  submit(write: Write): Promise<Answer>;
  /** Resolves when nothing is waiting. */
  idle(): Promise<void>;
}

export interface CommitSteps {
  /** Makes the gateway serve this state. Rejects if it cannot: then it serves as before. */
  serve(state: State): Promise<void>;
  /** Resolves when the draft would survive a power cut; if it rejects, it is not stored. */
  store(draft: Draft): Promise<void>;
  onFault(reason: string): void;
}

export function createCommitQueue(initial: State, steps: CommitSteps): CommitQueue {
  let durable = initial;
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const committed = await commit(durable, group, steps);
      durable = committed.state;
      for (const [index, { resolve }] of group.entries()) resolve(committed.answers[index] ?? internalError);
    }
    running = undefined;
  }

  return {
    get state() {
      return durable;
    },
    submit(write) {
      const answered = new Promise<Answer>((resolve) => waiting.push({ write, resolve }));
      // Later in this turn, so that requests that arrived together make one group.
      running ??= new Promise<void>((resolve) => setImmediate(resolve)).then(run);
      return answered;
    },
    idle: () => running ?? Promise.resolve(),
  };
}

interface Waiting {
  readonly write: Write;
  resolve(answer: Answer): void;
}

interface Committed {
  readonly state: State;
  /** One for each write of the group. */
  readonly answers: readonly Answer[];
}

async function commit(base: State, group: readonly Waiting[], steps: CommitSteps): Promise<Committed> {
  const draft = new Draft(base);
  const answers = group.map(({ write }) => attempt(write, draft, steps));
  if (draft.index === base.index) return { state: base, answers };
  try {
    await steps.serve(draft);
  } catch (error) {
    if (group.length > 1) return oneByOne(base, group, steps);
    return { state: base, answers: [refusalOf(error, steps)] };
  }
  try {
    await steps.store(draft);
  } catch (error) {
    steps.onFault(`the state could not be stored (${reasonOf(error)})`);
    await steps.serve(base).catch(() => steps.onFault("the former configuration could not be served again"));
    return { state: base, answers: group.map(() => notStored) };
  }
  return { state: { index: draft.index, collections: draft.collections }, answers };
}

const internalError: Answer = { status: 500, body: { error_msg: "internal error" } };
const notStored: Answer = { status: 503, body: { error_msg: "the state could not be stored; nothing was changed" } };

/** A write changes the draft as its last step, so one that throws has changed nothing. */
function attempt(write: Write, draft: Draft, steps: CommitSteps): Answer {
  try {
    return write(draft);
  } catch {
    steps.onFault("a write failed unexpectedly");
    return internalError;
  }
}

/** One of the group cannot be served: the others must not suffer for it. */
async function oneByOne(base: State, group: readonly Waiting[], steps: CommitSteps): Promise<Committed> {
  let state = base;
  const answers: Answer[] = [];
  for (const waiting of group) {
    const committed = await commit(state, [waiting], steps);
    state = committed.state;
    answers.push(...committed.answers);
  }
  return { state, answers };
}

/** The text of other errors may name anything. */
function reasonOf(error: unknown): string {
  if (error instanceof StateError) return error.message;
  return error instanceof Error && "code" in error ? String(error.code) : "unexpected error";
}

function refusalOf(error: unknown, steps: CommitSteps): Answer {
  const isKnown = error instanceof ConfigRefused;
  const reason = isKnown
    ? `the gateway cannot serve this configuration: ${error.message}`
    : "the gateway failed to take the configuration";
  steps.onFault(reason);
  return { status: isKnown ? 400 : 500, body: { error_msg: `${reason}; nothing was changed` } };
}
