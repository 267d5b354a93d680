/** The front of serve as several threads: each has a listener on the same socket, all have one artifact and one set of counters. */
import { closeSync } from "node:fs";
import type { Worker } from "node:worker_threads";
import type { Artifact } from "../artifact/contract.ts";
import {
  defaultLimits,
  type ListenAddress,
  type NodeReport,
  type ProxyLimits,
  type ProxyStats,
} from "../proxy/contract.ts";
import { type SharedArtifact, shareArtifact } from "./layered.ts";
import { createRestartPause } from "./restart-pause.ts";
import type { Front, FrontOptions } from "./serve-front.ts";
import { startWorker } from "./start-worker.ts";
import { CommandError } from "./terminal.ts";
import type { FromWorker, ToWorker, WorkerTask } from "./worker-contract.ts";
import { createCounterDesk } from "./worker-counters.ts";

export interface WorkersOptions extends Pick<FrontOptions, "authRequest" | "tls"> {
  readonly count: number;
  readonly listen: Omit<ListenAddress, "fd">;
  /** File descriptors of the one socket, one for each worker that is ever started: a worker closes its own when it ends. */
  readonly sockets: readonly number[];
  readonly settings: WorkerTask["settings"];
  readonly tellsRequests: boolean;
  readonly traces: boolean;
  readonly onEvent: NonNullable<FrontOptions["log"]>;
  warn(text: string): void;
  /** Another worker has ended and there is no descriptor left for one in its place. */
  onWorn(): void;
}

interface Member {
  readonly worker: Worker;
  readonly startedAt: number;
  /** Settles when it takes requests, or has ended. */
  readonly settled: Promise<void>;
  readonly ended: Promise<void>;
  isListening: boolean;
  /** What it serves by, or soon will. */
  artifact: SharedArtifact;
  stats: ProxyStats;
  nodes: readonly NodeReport[];
  onUsing: () => void;
  /** Those that wait until it has told of its requests, in the order in which they asked. */
  readonly asked: (() => void)[];
}

/** A worker that has not taken an artifact by then hangs: it is ended, and another one takes its place. */
const useWithin = 30_000;

/** One that takes no requests by then hangs in its start. */
const startWithin = 30_000;

/** Milliseconds that whoever asks for the counts waits for a worker that is busy. */
const toldWithin = 1_000;

/** One that owes so many answers hangs, and is not waited for. */
const mostAsked = 32;

/** Milliseconds beyond the time of grace after which a worker is ended that does not end itself. */
const endWithin = 2_000;

const pauses = { healthyAfter: 5_000, shortest: 100, longest: 5_000 };

const noStats: ProxyStats = {
  openConnections: 0,
  activeRequests: 0,
  requests: 0,
  refused: 0,
  malformed: 0,
  forwarded: 0,
  retries: 0,
  upstreamFailures: 0,
  clientAborts: 0,
  upgrades: 0,
};

/** Resolves when all workers take requests; rejects if one of them cannot. */
export async function startWorkers(artifact: Artifact, options: WorkersOptions): Promise<Front> {
  const desk = createCounterDesk();
  const spare = [...options.sockets];
  const members = new Set<Member>();
  let current = shareArtifact(artifact);
  let { tls } = options;
  let url = "";
  let lastNumber = 0;
  const pauseBehind = createRestartPause(pauses);
  let past = noStats;
  let isClosing = false;
  let lastUse = Promise.resolve();

  const hear = (member: Member, number: number, message: FromWorker): void => {
    if (message.kind === "listening") url = message.url;
    else if (message.kind === "using") member.onUsing();
    else if (message.kind === "told") member.asked.shift()?.();
    else if (message.kind === "warning") options.warn(message.text);
    else if (message.kind === "leave") desk.leave(number, message.key);
    else if (message.kind === "count") {
      const { call } = message;
      void desk.answer(number, message.what).then((answer) => send(member.worker, { kind: "counted", call, answer }));
    } else {
      send(member.worker, { kind: "heard" });
      member.stats = message.stats ?? member.stats;
      member.nodes = message.nodes ?? member.nodes;
      for (const event of message.events) options.onEvent(event);
      if (message.lost > 0) options.warn(`${message.lost} requests were too many at once to be told of or counted`);
    }
  };

  const replaceLater = ({ startedAt }: Member): void => {
    setTimeout(() => {
      if (isClosing) return;
      if (spare.length === 0) options.onWorn();
      else start();
    }, pauseBehind(startedAt));
  };

  const start = (onFailure?: (error: Error) => void): Member => {
    const number = ++lastNumber;
    const task: WorkerTask = {
      number,
      listen: { ...options.listen, fd: spare.shift() ?? -1 },
      artifact: current,
      counters: desk.windows,
      settings: { ...options.settings, limits: sharesOf(options) },
      tls,
      authRequest: options.authRequest,
      tellsRequests: options.tellsRequests,
      traces: options.traces,
    };
    const worker = startWorker("serve-worker", { workerData: task });
    let settle = (): void => {};
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    let cause = "";
    const ended = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
    const startedAt = performance.now();
    const member: Member = {
      worker,
      startedAt,
      settled,
      ended,
      isListening: false,
      artifact: current,
      stats: noStats,
      nodes: [],
      onUsing() {},
      asked: [],
    };
    members.add(member);
    const hung = setTimeout(() => {
      cause = ` (it took no requests within ${startWithin / 1000} s of its start)`;
      onFailure?.(new CommandError(`worker ${number} took no requests within ${startWithin / 1000} s of its start.`));
      void worker.terminate();
    }, startWithin);
    worker.on("message", (message: FromWorker) => {
      if (message.kind === "listening") {
        member.isListening = true;
        clearTimeout(hung);
        settle();
      }
      hear(member, number, message);
    });
    worker.on("error", (error) => {
      cause = ` (${causeOf(error)})`;
      onFailure?.(error instanceof Error ? error : new Error("a worker failed"));
    });
    worker.once("exit", () => {
      clearTimeout(hung);
      settle();
      members.delete(member);
      desk.gone(number);
      past = sum([past, { ...member.stats, openConnections: 0, activeRequests: 0 }]);
      // Before all have begun to listen, the start as a whole fails.
      if (isClosing || (onFailure && url === "")) return;
      options.warn(`worker ${number} has ended${cause}; another one takes its place`);
      replaceLater(member);
    });
    return member;
  };

  /** One worker after the other, so that the others take requests while one opens it. */
  const use = async (next: SharedArtifact): Promise<void> => {
    current = next;
    for (const member of members) {
      await member.settled;
      if (member.artifact === next || !members.has(member)) continue;
      member.artifact = next;
      const using = new Promise<void>((resolve) => {
        member.onUsing = resolve;
      });
      const hung = setTimeout(() => void member.worker.terminate(), useWithin);
      send(member.worker, { kind: "use", artifact: next });
      await Promise.race([using, member.ended]);
      clearTimeout(hung);
    }
  };

  await new Promise<void>((resolve, reject) => {
    const first = Array.from({ length: options.count }, () => start(reject));
    void Promise.all(first.map(({ settled }) => settled)).then(() => resolve());
  }).catch(async (error: unknown) => {
    isClosing = true;
    await Promise.all([...members].map(({ worker }) => worker.terminate()));
    throw error;
  });
  return {
    url,
    use(next) {
      const shared = shareArtifact(next);
      const using = lastUse.then(() => use(shared));
      lastUse = using;
      return using;
    },
    useCertificates(next) {
      tls = next;
      for (const { worker } of members) send(worker, { kind: "certificates", tls: next });
    },
    stats: () => sum([past, ...[...members].map(({ stats }) => stats)]),
    nodes: () => worstOf([...members].flatMap(({ nodes }) => nodes)),
    async caughtUp() {
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<void>((resolve) => {
        late = setTimeout(resolve, toldWithin);
      });
      const able = [...members].filter(({ isListening, asked }) => isListening && asked.length < mostAsked);
      await Promise.race([Promise.all(able.map(tellOf)), tooLate]);
      clearTimeout(late);
    },
    async close(closing) {
      isClosing = true;
      for (const fd of spare.splice(0)) closeSync(fd);
      const left = [...members];
      for (const { worker } of left) send(worker, { kind: "close", closing });
      const cut = setTimeout(() => left.map(({ worker }) => worker.terminate()), closing.graceMs + endWithin);
      await Promise.all(left.map(({ ended }) => ended));
      clearTimeout(cut);
    },
  };
}

/** Settles when it has told of what it knew, or has ended. */
function tellOf({ worker, asked, ended }: Member): Promise<void> {
  const told = new Promise<void>((resolve) => asked.push(resolve));
  send(worker, { kind: "tell" });
  return Promise.race([told, ended]);
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

/** Each worker allows its part of what all are to allow. */
function sharesOf({ settings, count }: WorkersOptions): Partial<ProxyLimits> {
  const { connections, upstreamRequests } = { ...defaultLimits, ...settings.limits };
  return {
    ...settings.limits,
    connections: Math.ceil(connections / count),
    upstreamRequests: Math.ceil(upstreamRequests / count),
  };
}

/** Each worker checks the nodes itself: one is healthy if all find it so. */
function worstOf(nodes: readonly NodeReport[]): readonly NodeReport[] {
  const found = new Map<string, NodeReport>();
  for (const report of nodes) {
    const name = `${report.upstream} ${report.node}`;
    const other = found.get(name);
    if (!other || other.isHealthy) found.set(name, report);
  }
  return [...found.values()];
}

function sum(all: readonly ProxyStats[]): ProxyStats {
  const total: Record<keyof ProxyStats, number> = { ...noStats };
  const names = Object.keys(noStats) as (keyof ProxyStats)[];
  for (const stats of all) for (const name of names) total[name] += stats[name];
  return total;
}

/** The message of an unexpected error may quote what it failed on; its code, and where it was thrown, cannot. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return "something was thrown that is no error";
  if ("code" in error && typeof error.code === "string") return error.code;
  const place = error.stack?.split("\n").find((line) => /^\s+at /.test(line));
  return `${error.name}${place ? ` ${place.trim()}` : ""}`;
}
