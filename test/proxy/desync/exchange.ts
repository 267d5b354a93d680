/** A client's connection: writes bytes and reads answers until enough have come. */
import { connect } from "node:net";
import { type AnswerReading, readAnswers } from "./answer-reader.ts";

export interface Exchange extends AnswerReading {
  readonly isClosed: boolean;
}

/** After so long without an answer to what was written, the next part follows all the same. */
const silentMs = 15;

/**
 * Writes and reads until `wanted` answers have come, or the connection is closed.
 *
 * @param parts each is written when there is an answer to the one before
 * @param sure parts that get an answer, so that it is waited for
 */
export function exchange(
  port: number,
  parts: readonly string[],
  methods: readonly string[],
  wanted: number,
  isEnded = false,
  sure = 0,
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    let text = "";
    let written = 0;
    let silence: NodeJS.Timeout | undefined;
    const writeNext = (): void => {
      clearTimeout(silence);
      if (written === parts.length || socket.destroyed) return;
      socket.write(parts[written++] ?? "", "latin1");
      if (written <= sure) return;
      if (written < parts.length) silence = setTimeout(writeNext, silentMs);
      else if (isEnded) socket.end();
    };
    const finish = (isClosed: boolean): void => {
      clearTimeout(timer);
      clearTimeout(silence);
      socket.destroy();
      resolve({ ...readAnswers(text, methods, isClosed), isClosed });
    };
    const timer = setTimeout(() => finish(false), 4_000);
    socket.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? finish(true) : reject(error),
    );
    socket.on("end", () => finish(true));
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      const { answers, fault } = readAnswers(text, methods, false);
      // A moment more: what should not come would come now.
      if (answers.length >= wanted || fault !== "") setImmediate(finish, false);
      else if (answers.length >= written) writeNext();
    });
    writeNext();
  });
}
