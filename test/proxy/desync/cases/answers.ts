/** Answers of an upstream that are malformed, ambiguous, early or too long, and what the client may see of each. */
import { shown } from "../request-case.ts";

export interface AnswerCase {
  readonly name: string;
  /** Latin1; what the upstream writes when it has read the head of a request for /case. */
  readonly bytes: string;
  /** Written some milliseconds later. */
  readonly later?: string;
  /** The upstream closes its side behind the bytes. */
  readonly isEnded?: boolean;
  /** GET if left out. */
  readonly method?: "GET" | "HEAD" | "POST";
  readonly outcome: AnswerOutcome;
}

/** relayed: this answer, whole. failed: an answer of the gateway. broken: the connection ends before the answer does. */
export type AnswerOutcome =
  | { readonly kind: "relayed"; readonly status: number; readonly body: string }
  | { readonly kind: "failed"; readonly status: number }
  | { readonly kind: "broken" };

const relayed = (body: string, status = 200): AnswerOutcome => ({ kind: "relayed", status, body });
const failed: AnswerOutcome = { kind: "failed", status: 502 };
const timedOut: AnswerOutcome = { kind: "failed", status: 504 };
const broken: AnswerOutcome = { kind: "broken" };

/** An answer that nobody asked for: whoever gets it, the case has failed. */
const poison = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\npoisoned";

const ok = (lines: readonly string[], rest: string): string =>
  `HTTP/1.1 200 OK\r\n${lines.map((line) => `${line}\r\n`).join("")}\r\n${rest}`;

const statusLines: readonly (readonly [line: string, outcome: AnswerOutcome])[] = [
  ["HTTP/1.1 200 OK", relayed("hello")],
  ["HTTP/1.1 200 ", relayed("hello")],
  ["HTTP/1.1 200", relayed("hello")],
  ["HTTP/1.0 200 OK", relayed("hello")],
  ["HTTP/1.1 299 a b c", relayed("hello", 299)],
  // Reason and version are not handed on.
  ["HTTP/1.1 200 \xe9", relayed("hello")],
  ["HTTP/1.1 200 a\x00b", relayed("hello")],
  ["HTTP/1.1 200 a\rb", failed],
  ["HTTP/1.1 200 a\nX: y", failed],
  ["HTTP/1.1  200 OK", failed],
  ["HTTP/1.1\t200 OK", failed],
  [" HTTP/1.1 200 OK", failed],
  ["HTTP/1.1 20 OK", failed],
  ["HTTP/1.1 2000 OK", failed],
  ["HTTP/1.1 2x0 OK", failed],
  ["HTTP/1.1 -20 OK", failed],
  ["HTTP/1.1 000 OK", failed],
  ["HTTP/1.1 099 OK", failed],
  ["HTTP/1.1 600 OK", relayed("hello", 600)],
  ["HTTP/1.1 999 OK", relayed("hello", 999)],
  ["HTTP/2.0 200 OK", failed],
  ["HTTP/0.9 200 OK", failed],
  ["HTTP/1.2 200 OK", failed],
  ["ICY 200 OK", failed],
  ["RTSP/1.0 200 OK", failed],
  ["http/1.1 200 OK", failed],
  ["GET / HTTP/1.1", failed],
];

const framings: readonly (readonly [lines: readonly string[], rest: string, outcome: AnswerOutcome])[] = [
  [["Content-Length: 5"], "hello", relayed("hello")],
  [["Content-Length: 05"], "hello", relayed("hello")],
  [["Content-Length: 0"], "", relayed("")],
  [["Content-Length: 5", "Content-Length: 5"], "hello", failed],
  [["Content-Length: 5", "Content-Length: 6"], "hello!", failed],
  [["Content-Length: 0", "Content-Length: 0"], "", failed],
  [["Content-Length: 0", "Content-Length: 5"], "hello", failed],
  [["Content-Length: 5", "content-length: 0"], "hello", failed],
  [["Content-Length:", "Content-Length: 5"], "hello", failed],
  [["Content-Length: 1", "Content-Length: 0"], "hello worl", failed],
  [["Content-Length: 5, 5"], "hello", failed],
  [["Content-Length: +5"], "hello", failed],
  [["Content-Length: -5"], "hello", failed],
  [["Content-Length: 0x5"], "hello", failed],
  [["Content-Length: 5x"], "hello", failed],
  [["Content-Length:"], "hello", failed],
  [["Content-Length: 18446744073709551621"], "hello", failed],
  [["Content-Length : 5"], "hello", failed],
  [["Content-Length: 5", "Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n", failed],
  [["Transfer-Encoding: chunked", "Content-Length: 5"], "5\r\nhello\r\n0\r\n\r\n", failed],
  [["Content-Length: 5", "Transfer-Encoding: identity"], "hello", failed],
  [["Transfer-Encoding: x", "Content-Length: 5"], "hello", failed],
  [["Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n", relayed("hello")],
  [["Transfer-Encoding: CHUNKED"], "5\r\nhello\r\n0\r\n\r\n", relayed("hello")],
  [["Transfer-Encoding: chunked"], "5;a=b\r\nhello\r\n0\r\nX-T: 1\r\n\r\n", relayed("hello")],
  [["Transfer-Encoding: gzip, chunked"], "5\r\nhello\r\n0\r\n\r\n", failed],
  [["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n", failed],
  [["Transfer-Encoding: chunked, identity"], "5\r\nhello\r\n0\r\n\r\n", failed],
  [["Transfer-Encoding: gzip"], "hello", failed],
  [["Transfer-Encoding: xchunked"], "hello", failed],
  [["Transfer-Encoding : chunked"], "5\r\nhello\r\n0\r\n\r\n", failed],
  [["Transfer-Encoding: chunked"], "zz\r\nhello\r\n0\r\n\r\n", broken],
  [["Transfer-Encoding: chunked"], "0x5\r\nhello\r\n0\r\n\r\n", broken],
  [["Transfer-Encoding: chunked"], "5\r\nhelloX\r\n0\r\n\r\n", broken],
  [["Transfer-Encoding: chunked"], "5\nhello\n0\n\n", broken],
  [["Transfer-Encoding: chunked"], "fffffffffffffffff\r\nhello", broken],
  [["Connection: content-length", "Content-Length: 5"], "hello", relayed("hello")],
  [["Connection: transfer-encoding", "Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n", relayed("hello")],
];

const headerLines: readonly (readonly [line: string, outcome: AnswerOutcome])[] = [
  ["X: y", relayed("hello")],
  ["X: \xe9", relayed("hello")],
  ["X: a\x00b", failed],
  ["X: a\x01b", failed],
  ["X: a\rb", failed],
  ["X: a\nY: b", failed],
  ["X : y", failed],
  ["X y: z", failed],
  ["X\xe9: y", failed],
  ["X", failed],
  [": y", failed],
  ["X: a\r\n b", failed],
  [" X: y", failed],
  [`X: ${"a".repeat(70_000)}`, failed],
  ["X: y\nContent-Length: 50", failed],
];

const others: readonly AnswerCase[] = [
  // More than asked for.
  {
    name: "another answer behind the body",
    bytes: ok(["Content-Length: 5"], `hello${poison}`),
    outcome: relayed("hello"),
  },
  { name: "another answer behind an empty body", bytes: ok(["Content-Length: 0"], poison), outcome: relayed("") },
  {
    name: "another answer behind the chunks",
    bytes: ok(["Transfer-Encoding: chunked"], `5\r\nhello\r\n0\r\n\r\n${poison}`),
    outcome: relayed("hello"),
  },
  { name: "bytes behind the body", bytes: ok(["Content-Length: 5"], "hello world"), outcome: relayed("hello") },
  { name: "line ends behind the body", bytes: ok(["Content-Length: 5"], "hello\r\n\r\n"), outcome: relayed("hello") },
  {
    name: "another answer a moment later",
    bytes: ok(["Content-Length: 5"], "hello"),
    later: poison,
    outcome: relayed("hello"),
  },
  {
    name: "bytes a moment later",
    bytes: ok(["Content-Length: 5"], "hello"),
    later: "world",
    outcome: relayed("hello"),
  },
  {
    name: "another answer behind Connection: close",
    bytes: ok(["Connection: close", "Content-Length: 5"], `hello${poison}`),
    outcome: relayed("hello"),
  },
  // No body where the head tells of one, and the other way round.
  {
    name: "204 with a body",
    bytes: `HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello`,
    outcome: relayed("", 204),
  },
  {
    name: "204 with chunks",
    bytes: `HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`,
    outcome: relayed("", 204),
  },
  { name: "204 and another answer", bytes: `HTTP/1.1 204 No Content\r\n\r\n${poison}`, outcome: relayed("", 204) },
  {
    name: "304 with a length",
    bytes: "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n",
    outcome: relayed("", 304),
  },
  {
    name: "304 with a body",
    bytes: "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nhello",
    outcome: relayed("", 304),
  },
  {
    name: "304 with chunks",
    bytes: "HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    outcome: relayed("", 304),
  },
  { name: "304 and another answer", bytes: `HTTP/1.1 304 Not Modified\r\n\r\n${poison}`, outcome: relayed("", 304) },
  {
    name: "205 with a body",
    bytes: "HTTP/1.1 205 Reset Content\r\nContent-Length: 5\r\n\r\nhello",
    outcome: relayed("hello", 205),
  },
  { name: "HEAD with a length", method: "HEAD", bytes: ok(["Content-Length: 5"], ""), outcome: relayed("") },
  { name: "HEAD with a body", method: "HEAD", bytes: ok(["Content-Length: 5"], "hello"), outcome: relayed("") },
  {
    name: "HEAD with chunks",
    method: "HEAD",
    bytes: ok(["Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n"),
    outcome: relayed(""),
  },
  { name: "HEAD and another answer", method: "HEAD", bytes: ok(["Content-Length: 70"], poison), outcome: relayed("") },
  {
    name: "HEAD, and another answer a moment later",
    method: "HEAD",
    bytes: ok(["Content-Length: 70"], ""),
    later: poison,
    outcome: relayed(""),
  },
  // Less than told.
  { name: "a body that ends too early", bytes: ok(["Content-Length: 9"], "hello"), isEnded: true, outcome: broken },
  {
    name: "chunks that end too early",
    bytes: ok(["Transfer-Encoding: chunked"], "5\r\nhello\r\n"),
    isEnded: true,
    outcome: broken,
  },
  { name: "a head that ends too early", bytes: "HTTP/1.1 200 OK\r\nX: y\r\n", isEnded: true, outcome: failed },
  { name: "nothing, and the end", bytes: "", isEnded: true, outcome: failed },
  { name: "no length, and the end", bytes: ok([], "hello"), isEnded: true, outcome: relayed("hello") },
  {
    name: "HTTP/1.0 without a length, and the end",
    bytes: "HTTP/1.0 200 OK\r\n\r\nhello",
    isEnded: true,
    outcome: relayed("hello"),
  },
  {
    name: "no length, and what looks like an answer in the body",
    bytes: ok([], poison),
    isEnded: true,
    outcome: relayed(poison),
  },
  { name: "a head that never ends", bytes: "HTTP/1.1 200 OK\r\nX: y\r\n", outcome: timedOut },
  { name: "a body that never ends", bytes: ok(["Content-Length: 9"], "hello"), outcome: broken },
  // Answers on the way.
  {
    name: "100 before the answer",
    bytes: `HTTP/1.1 100 Continue\r\n\r\n${ok(["Content-Length: 5"], "hello")}`,
    // RFC 9110 section 15.2: also where nobody asked for it.
    outcome: relayed("hello"),
  },
  {
    name: "102 and 103 before the answer",
    bytes: `HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n${ok(["Content-Length: 5"], "hello")}`,
    outcome: relayed("hello"),
  },
  {
    name: "a flood of 103 before the answer",
    bytes: "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(5_000) + ok(["Content-Length: 5"], "hello"),
    outcome: failed,
  },
  { name: "103 and nothing else", bytes: "HTTP/1.1 103 Early Hints\r\n\r\n", outcome: timedOut },
  {
    name: "103 with a body",
    bytes: `HTTP/1.1 103 Early Hints\r\nContent-Length: 5\r\n\r\nhello${ok(["Content-Length: 5"], "hello")}`,
    outcome: failed,
  },
  {
    name: "101 that nobody asked for",
    bytes: "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\n",
    outcome: failed,
  },
  // Line ends.
  { name: "bare line feeds", bytes: "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", outcome: failed },
  {
    name: "a bare line feed at the end of the head",
    bytes: "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\nhello",
    outcome: failed,
  },
  { name: "bare carriage returns", bytes: "HTTP/1.1 200 OK\rContent-Length: 5\r\rhello", outcome: failed },
  {
    name: "an empty line before the answer",
    bytes: `\r\n${ok(["Content-Length: 5"], "hello")}`,
    outcome: failed,
  },
  { name: "HTTP/0.9", bytes: "hello", isEnded: true, outcome: failed },
  { name: "a TLS alert", bytes: "\x15\x03\x01\x00\x02\x02\x46", isEnded: true, outcome: failed },
  // Before the body of the request has come.
  { name: "an early answer", method: "POST", bytes: ok(["Content-Length: 5"], "hello"), outcome: relayed("hello") },
  {
    name: "an early answer, and the end",
    method: "POST",
    bytes: ok(["Connection: close", "Content-Length: 5"], "hello"),
    isEnded: true,
    outcome: relayed("hello"),
  },
  {
    name: "an early answer, and another",
    method: "POST",
    bytes: ok(["Content-Length: 5"], `hello${poison}`),
    outcome: relayed("hello"),
  },
  {
    name: "an early 413",
    method: "POST",
    bytes: "HTTP/1.1 413 Content Too Large\r\nContent-Length: 5\r\n\r\nhello",
    outcome: relayed("hello", 413),
  },
];

export const answerCases: readonly AnswerCase[] = [
  ...statusLines.map(([line, outcome]) => ({
    name: `the status line ${shown(line)}`,
    bytes: `${line}\r\nContent-Length: 5\r\n\r\nhello`,
    outcome,
  })),
  ...framings.map(([lines, rest, outcome]) => ({
    name: `${lines.map(shown).join(" and ")} with ${shown(rest)}`,
    bytes: ok(lines, rest),
    outcome,
  })),
  ...headerLines.map(([line, outcome]) => ({
    name: `the line ${shown(line)}`,
    bytes: ok([line, "Content-Length: 5"], "hello"),
    outcome,
  })),
  ...others,
];
