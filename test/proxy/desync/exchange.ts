/** A client's connection: writes bytes and reads answers until enough have come. */
import { connect } from "node:net";
import { type AnswerReading, readAnswers } from "./answer-reader.ts";

export interface Exchange extends AnswerReading {
  readonly isClosed: boolean;
}

/** Writes and reads until `wanted` answers have come, or the connection is closed. */
export function exchange(
  port: number,
  bytes: string,
  methods: readonly string[],
  wanted: number,
  isEnded = false,
): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    let text = "";
    const finish = (isClosed: boolean): void => {
      clearTimeout(timer);
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
    });
    socket.write(bytes, "latin1");
    if (isEnded) socket.end();
  });
}
