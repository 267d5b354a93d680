/** Who tells serve to load again, to open its log again and to end: signals, or the supervisor that has started it. */
import { type FromGeneration, inheritanceOf, type ToGeneration } from "./generation.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface Steering {
  /** From now on there may be requests under way: what would end the process is kept until `stopped` asks for it. */
  listens(): void;
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
  const wishes = createWishes();
  const stopping = createStopping();
  process.on("SIGHUP", () => {
    wishes.reopen();
    wishes.reload();
  });
  // Windows has no such signals. Without a listener, Node opens its debugger at SIGUSR1.
  if (process.platform !== "win32") {
    process.on("SIGUSR2", () => wishes.reopen());
    process.on("SIGUSR1", () => terminal.note("SIGUSR1: a new process can take over only with --workers"));
  }
  return {
    listens() {
      process.on("SIGTERM", (signal) => {
        process.removeAllListeners("SIGINT");
        stopping.stop({ reason: signal, hasSuccessor: false });
      });
      process.once("SIGINT", (signal) => stopping.stop({ reason: signal, hasSuccessor: false }));
    },
    stopped(given) {
      wishes.grant(given);
      return stopping.stopped;
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
  const wishes = createWishes();
  const stopping = createStopping();
  process.on("message", (message: ToGeneration) => {
    if (message.kind === "reopen") wishes.reopen();
    else if (message.kind === "stop") stopping.stop({ reason: message.signal, hasSuccessor: false });
    else if (message.kind === "retire") stopping.stop({ reason: "another process serves", hasSuccessor: true });
    else {
      wishes.reopen();
      wishes.reload();
    }
  });
  const tell = (message: FromGeneration): void => void process.send?.(message, undefined, undefined, () => {});
  return {
    listens() {
      process.on("SIGTERM", (signal) => stopping.stop({ reason: signal, hasSuccessor: false }));
      process.removeListener("disconnect", endAtOnce);
      process.on("disconnect", () => stopping.stop({ reason: "the supervisor is gone", hasSuccessor: false }));
    },
    stopped(given) {
      wishes.grant(given);
      return stopping.stopped;
    },
    ready: () => tell({ kind: "ready" }),
    worn: () => tell({ kind: "worn" }),
    close() {
      process.removeListener("disconnect", endAtOnce);
      if (process.connected) process.disconnect();
    },
  };
}

/** What is wished for before anybody can grant it is granted then: the artifact may have been read before it was changed. */
function createWishes(): Wishes & { grant(granted: Wishes): void } {
  let granted: Wishes | undefined;
  const due = new Set<keyof Wishes>();
  const wish = (what: keyof Wishes) => (): void => {
    if (granted) granted[what]();
    else due.add(what);
  };
  return {
    reload: wish("reload"),
    reopen: wish("reopen"),
    grant(given) {
      granted = given;
      for (const what of due) given[what]();
      due.clear();
    },
  };
}

/** The first reason counts. */
function createStopping(): { readonly stopped: Promise<Stop>; stop(stop: Stop): void } {
  let stop = (_stop: Stop): void => {};
  const stopped = new Promise<Stop>((resolve) => {
    stop = resolve;
  });
  return { stopped, stop: (reason) => stop(reason) };
}
