/** Who tells serve to load again, to open its log again and to end: signals, or the supervisor that has started it. */
import { type FromGeneration, inheritanceOf, type ToGeneration } from "./generation.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface Steering {
  /** Resolves when serve is to end. */
  stopped(wishes: Wishes): Promise<Stop>;
  /** It serves. */
  ready(): void;
  /** It cannot replace its workers any more. */
  worn(): void;
  /** Nothing is heard any more. */
  close(): void;
}

export interface Wishes {
  reload(): void;
  /** The access log's file was moved away. */
  reopen(): void;
}

export interface Stop {
  /** For people. */
  readonly reason: string;
  /** Another process takes the requests that come from now on. */
  readonly hasSuccessor: boolean;
}

export function createSteering(terminal: Terminal): Steering {
  return inheritanceOf(terminal.environment) ? bySupervisor() : bySignals(terminal);
}

/**
 * SIGHUP loads anew, SIGHUP and SIGUSR2 open the access log again. While requests under way are finished, SIGTERM and SIGHUP,
 * which may come to a process more than once, change nothing; a second SIGINT ends it at once.
 */
function bySignals(terminal: Terminal): Steering {
  return {
    async stopped({ reload, reopen }) {
      process.on("SIGHUP", () => {
        reopen();
        reload();
      });
      // Windows has no such signals. Without a listener, Node opens its debugger at SIGUSR1.
      if (process.platform !== "win32") {
        process.on("SIGUSR2", reopen);
        process.on("SIGUSR1", () => terminal.note("SIGUSR1: a new process can take over only with --workers"));
      }
      const signal = await new Promise<NodeJS.Signals>((resolve) => {
        process.on("SIGTERM", resolve);
        process.once("SIGINT", resolve);
      });
      if (signal !== "SIGINT") process.removeAllListeners("SIGINT");
      return { reason: signal, hasSuccessor: false };
    },
    ready() {},
    worn() {},
    close() {},
  };
}

/** Signals of a terminal come to the supervisor too, which says what they mean. */
function bySupervisor(): Steering {
  const ignored = ["SIGINT", "SIGHUP", "SIGUSR1", "SIGUSR2"] as const;
  for (const signal of ignored) process.on(signal, () => {});
  const endAtOnce = (): never => process.exit(exitCodes.failure);
  process.on("disconnect", endAtOnce);
  const tell = (message: FromGeneration): void => void process.send?.(message, undefined, undefined, () => {});
  return {
    stopped: ({ reload, reopen }) =>
      new Promise((resolve) => {
        process.on("message", (message: ToGeneration) => {
          if (message.kind === "reopen") reopen();
          else if (message.kind === "stop") resolve({ reason: message.signal, hasSuccessor: false });
          else if (message.kind === "retire") resolve({ reason: "another process serves", hasSuccessor: true });
          else {
            reopen();
            reload();
          }
        });
        process.on("SIGTERM", (signal) => resolve({ reason: signal, hasSuccessor: false }));
        process.removeListener("disconnect", endAtOnce);
        process.on("disconnect", () => resolve({ reason: "the supervisor is gone", hasSuccessor: false }));
      }),
    ready: () => tell({ kind: "ready" }),
    worn: () => tell({ kind: "worn" }),
    close() {
      if (process.connected) process.disconnect();
    },
  };
}
