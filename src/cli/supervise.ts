/**
 * The process that `rollcall serve --workers` is for its environment: it holds the sockets and serves nothing itself. The one
 * that serves is its child, which can be replaced while it serves, and is when it dies.
 */
import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { isSea } from "node:sea";
import type { BoundSocket } from "./bound-socket.ts";
import { type FromGeneration, type Inheritance, inheritanceVariable, type ToGeneration } from "./generation.ts";
import { createRestartPause } from "./restart-pause.ts";
import { exitCodes, type Terminal, tellWarning } from "./terminal.ts";

export interface SuperviseOptions {
  /** Descriptors of the proxy's socket for each process: so many workers it can ever start. */
  readonly descriptors: number;
  readonly proxy: BoundSocket;
  readonly status: BoundSocket | undefined;
  /** Why a process cannot take over from a running one; undefined if it can. */
  readonly cannotHandOver: string | undefined;
  /** Milliseconds that requests under way may take when a process ends. */
  readonly graceMs: number;
}

interface Generation {
  readonly child: ChildProcess;
  readonly startedAt: number;
  isReady: boolean;
  isRetired: boolean;
}

/** Milliseconds in which a process must be ready. */
const readyWithin = 120_000;

/** Beyond the time of grace. */
const endWithin = 5_000;

const pauses = { healthyAfter: 10_000, shortest: 250, longest: 10_000 };

const firstSocket = 4;

/** Serves until a signal ends it. Resolves with the exit code. */
export function supervise(options: SuperviseOptions, terminal: Terminal): Promise<number> {
  return new Promise((resolve) => {
    const generations = new Set<Generation>();
    let current: Generation | undefined;
    let next: Generation | undefined;
    let hasServed = false;
    let isStopping = false;
    const pauseBehind = createRestartPause(pauses);
    let pausing: NodeJS.Timeout | undefined;

    const start = (): void => {
      const generation = startGeneration(options, current !== undefined, terminal);
      next = generation;
      generations.add(generation);
      const late = setTimeout(() => generation.child.kill("SIGKILL"), readyWithin);
      generation.child.on("message", (message: FromGeneration) => {
        if (message.kind === "worn") replaceWorn(generation);
        else {
          clearTimeout(late);
          becomeCurrent(generation);
        }
      });
      generation.child.once("exit", (code, signal) => {
        clearTimeout(late);
        generations.delete(generation);
        ended(generation, code, signal);
      });
    };

    const becomeCurrent = (generation: Generation): void => {
      const before = current;
      generation.isReady = true;
      current = generation;
      next = undefined;
      hasServed = true;
      if (!before || isStopping) return;
      terminal.note(`process ${generation.child.pid} serves now; ${before.child.pid} finishes its requests and ends`);
      retire(before);
    };

    /** Where there can be no successor beside it, it ends first; who connects meanwhile waits. */
    const replaceWorn = (generation: Generation): void => {
      if (generation !== current || isStopping) return;
      if (options.cannotHandOver === undefined) restart("the serving process has replaced many workers");
      else tell(generation, { kind: "stop", signal: "SIGTERM" });
    };

    const retire = (generation: Generation): void => {
      generation.isRetired = true;
      tell(generation, { kind: "retire" });
      endLate(generation);
    };

    const endLate = ({ child }: Generation): void => {
      const cut = setTimeout(() => child.kill("SIGKILL"), options.graceMs + endWithin);
      child.once("exit", () => clearTimeout(cut));
    };

    const ended = (generation: Generation, code: number | null, signal: NodeJS.Signals | null): void => {
      const how = signal ?? `exit code ${code}`;
      if (generation === next) next = undefined;
      if (generation === current) current = undefined;
      if (isStopping) {
        // One that did not serve yet ends by the signal.
        const isExpected = generation.isRetired || (!generation.isReady && signal !== null);
        if (generations.size === 0) finish(isExpected ? exitCodes.fine : code);
      } else if (generation.isRetired) {
        if (code !== exitCodes.fine) warn(`process ${generation.child.pid} ended before its last requests (${how})`);
      } else if (!hasServed) {
        finish(code);
      } else if (current) {
        warn(`the new process did not begin to serve (${how}); the one before goes on`);
      } else if (!next) {
        warn(`the serving process has ended (${how}); another one takes its place`);
        pausing = setTimeout(() => {
          // A signal may have started one meanwhile.
          if (!next && !current) start();
        }, pauseBehind(generation.startedAt));
      }
    };

    const restart = (reason: string): void => {
      if (isStopping) return;
      if (options.cannotHandOver !== undefined) warn(`no new process: ${options.cannotHandOver}`);
      else if (next) terminal.note("a new process is starting already");
      else {
        terminal.note(`starting a new process: ${reason}`);
        start();
      }
    };

    const warn = (text: string): void => tellWarning(terminal, text);

    const finish = (code: number | null): void => {
      process.removeListener("SIGTERM", stop);
      resolve(code ?? exitCodes.failure);
    };

    const stop = (signal: NodeJS.Signals): void => {
      if (isStopping) return;
      isStopping = true;
      clearTimeout(pausing);
      if (generations.size === 0) finish(exitCodes.fine);
      for (const generation of generations) {
        if (generation.isReady) tell(generation, { kind: "stop", signal });
        // One that does not listen yet ends at once; one that does, though it has not said so, may have requests.
        else generation.child.kill("SIGTERM");
        endLate(generation);
      }
    };

    process.on("SIGTERM", stop);
    // A second one ends this process at once, and with it the others.
    process.once("SIGINT", stop);
    process.on("SIGHUP", () => current && tell(current, { kind: "reload" }));
    process.on("SIGUSR2", () => current && tell(current, { kind: "reopen" }));
    process.on("SIGUSR1", () => restart("SIGUSR1"));
    start();
  });
}

function tell({ child }: Generation, message: ToGeneration): void {
  // One that is gone is told of by its exit.
  if (child.connected) child.send(message, () => {});
}

/** The same command line again: what was put in the place of the program meanwhile is what starts. */
function startGeneration(
  { proxy, status, descriptors }: SuperviseOptions,
  isSuccessor: boolean,
  terminal: Terminal,
): Generation {
  const inheritance: Inheritance = {
    proxy: {
      address: proxy.address,
      descriptors: Array.from({ length: descriptors }, (_, index) => firstSocket + index),
    },
    ...(status && { status: { address: status.address, descriptor: firstSocket + descriptors } }),
    isSuccessor,
  };
  const { LISTEN_FDS, LISTEN_PID, LISTEN_FDNAMES, ...environment } = terminal.environment;
  const sockets = [...Array.from({ length: descriptors }, () => proxy.stdio), ...(status ? [status.stdio] : [])];
  // An executable is its own program: there is no script to name.
  const own = isSea() ? process.argv.slice(2) : [...process.execArgv, ...process.argv.slice(1)];
  const child = spawn(process.execPath, own, {
    cwd: terminal.cwd,
    env: { ...environment, ...inheritanceVariable(inheritance) },
    stdio: ["inherit", "inherit", "inherit", "ipc", ...sockets] as SpawnOptions["stdio"] & object,
  });
  return { child, startedAt: performance.now(), isReady: false, isRetired: false };
}
