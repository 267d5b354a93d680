/** Writes the access log in the background: a slow or full disk costs lines, which are counted, never requests or memory. */
import pino from "pino";
import type { AccessEvent } from "../proxy/contract.ts";
import { accessLogEntry, commonLogLine } from "./access-log-line.ts";

export type AccessLogFormat = "json" | "common";

export interface AccessLogOptions {
  /** A file that can be opened for appending, or a file descriptor. */
  readonly destination: string | number;
  readonly format: AccessLogFormat;
  /** Bytes of lines that wait to be written; further ones are dropped. */
  readonly maxWaiting?: number;
  /** Told when writing fails, and again after it went well in between. */
  readonly onFault: (code: string) => void;
}

export interface AccessLog {
  write(event: AccessEvent): void;
  /** Opens the file again by its name, after it was moved away. */
  reopen(): void;
  /** Lines that were not written. */
  dropped(): number;
  /** Writes what waits, for two seconds at most. */
  close(): Promise<void>;
}

const defaultMaxWaiting = 8 * 1024 * 1024;

/** Bytes from which lines are written at once; fewer wait for a quarter of a second. */
const batch = 4096;
const flushEvery = 250;
const closeWithin = 2_000;

export function openAccessLog({ destination, format, maxWaiting, onFault }: AccessLogOptions): AccessLog {
  let dropped = 0;
  let isWell = true;
  let isOver = false;
  const stream = pino.destination({
    dest: destination,
    // Only the owner may read who called what.
    mode: 0o600,
    sync: false,
    minLength: batch,
    periodicFlush: flushEvery,
    maxLength: maxWaiting ?? defaultMaxWaiting,
    retryEAGAIN: () => !isOver,
  });
  stream.on("drop", () => dropped++);
  stream.on("write", () => {
    isWell = true;
  });
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (isOver) return;
    // Nobody will ever read what is written from now on.
    if (error.code === "EPIPE") isOver = true;
    if (isWell) onFault(error.code ?? "unknown error");
    isWell = false;
  });
  const logger = pino(
    // A line begins with its kind instead of a level; nothing else is added, and no object is looked into.
    { base: null, timestamp: false, serializers: {}, formatters: { level: () => ({ kind: "access" }) } },
    stream as pino.DestinationStream,
  );
  return {
    write(event) {
      if (isOver) dropped++;
      else if (format === "json") logger.info(accessLogEntry(event, Date.now()));
      else stream.write(commonLogLine(event, Date.now()));
    },
    reopen() {
      if (!isOver && typeof destination === "string") stream.reopen();
    },
    dropped: () => dropped,
    async close() {
      if (isOver) return;
      await ended(stream);
      isOver = true;
      stream.destroy();
    },
  };
}

function ended(stream: ReturnType<typeof pino.destination>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, closeWithin);
    const settle = (): void => {
      clearTimeout(timer);
      resolve();
    };
    stream.once("close", settle).once("error", settle);
    stream.end();
  });
}
