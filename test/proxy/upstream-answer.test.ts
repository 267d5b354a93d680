/** The reader of answers: however the bytes are cut into pieces, it finds the same in them. */
import { describe, expect, test } from "vitest";
import { AnswerReader } from "../../src/proxy/upstream-answer.ts";
import { answerCases } from "./desync/cases/answers.ts";

/** What is told of an answer, and "refused" where it ends in doubt. */
function readIn(pieces: readonly Buffer[], method: string, isEnded: boolean): string[] {
  const told: string[] = [];
  let body = "";
  const reader = new AnswerReader({
    head: (status, headers) => told.push(`${status} ${headers.join("|")}`),
    data: (chunk) => {
      body += chunk.toString("latin1");
    },
    end: () => told.push(`whole: ${body}`),
  });
  reader.expect(method);
  try {
    for (const piece of pieces) reader.read(piece);
    if (isEnded && !reader.close()) told.push("cut");
  } catch {
    told.push("refused");
  }
  return told;
}

describe("byte by byte as in one piece", () => {
  test.each(answerCases.map((each) => [each.name, each] as const))("%s", (_name, { bytes, method, isEnded }) => {
    const whole = Buffer.from(bytes, "latin1");
    const single = Array.from(whole, (_, index) => whole.subarray(index, index + 1));
    const inOne = readIn([whole], method ?? "GET", isEnded === true);
    expect(readIn(single, method ?? "GET", isEnded === true)).toEqual(inOne);
  });
});

test.each([
  ["Content-Length: 2", "", true, 0],
  ["Content-Length: 2", "Connection: close", false, 0],
  ["Content-Length: 2", "Connection: Keep-Alive", true, 0],
  ["Content-Length: 2", "Keep-Alive: timeout=5, max=9", true, 5000],
  ["Transfer-Encoding: chunked", "", true, 0],
  ["X: no length", "", false, 0],
])("whether the connection may be used again: %s, %s", (framing, more, isPersistent, keepAliveMs) => {
  const reader = new AnswerReader({ head: () => undefined, data: () => undefined, end: () => undefined });
  reader.expect("GET");
  const lines = ["HTTP/1.1 200 OK", framing, ...(more === "" ? [] : [more]), "", ""].join("\r\n");
  reader.read(Buffer.from(`${lines}${framing.includes("chunked") ? "2\r\nok\r\n0\r\n\r\n" : "ok"}`));
  expect([reader.isPersistent, reader.keepAliveMs]).toEqual([isPersistent, keepAliveMs]);
  // Nobody asked for more.
  reader.read(Buffer.from("HTTP/1.1 200 OK\r\n\r\n"));
  if (framing !== "X: no length") expect(reader.isPersistent).toBe(false);
});
