/** Chunks: sizes, extensions, line ends and trailers. */
import {
  cut,
  type Outcome,
  post,
  type RequestCase,
  served,
  servedAndClosed,
  shown,
  smuggled,
} from "../request-case.ts";

const chunked = (rest: string): string => post(["Transfer-Encoding: chunked"], rest);
const whole = served("POST /first hello");

const sizes: readonly (readonly [line: string, outcome: Outcome])[] = [
  ["5", whole],
  ["05", whole],
  ["0000000000000005", whole],
  ["00000000000000000000000000000005", whole],
  ["0x5", cut()],
  ["0X5", cut()],
  ["x5", cut()],
  ["5h", cut()],
  ["+5", cut()],
  ["-5", cut()],
  [" 5", cut()],
  ["\t5", cut()],
  ["5 ", cut()],
  ["5\t", cut()],
  ["5\x00", cut()],
  ["5\x0b", cut()],
  ["\x005", cut()],
  ["5.0", cut()],
  ["5,", cut()],
  ["5_0", cut()],
  ["", cut()],
  ["five", cut()],
  ["10000000000000005", cut()],
  ["fffffffffffffffff", cut()],
  ["100000000000000000000000000000005", cut()],
  ["-1", cut()],
  ["5\r", cut()],
  ["5\n", cut()],
  ["5\r\r", cut()],
];

const extensions: readonly (readonly [extension: string, outcome: Outcome])[] = [
  [";a", whole],
  [";a=b", whole],
  [';a="b c"', whole],
  [';a="b;c"', whole],
  [";a=b;c=d", whole],
  [";", cut()],
  [";;", cut()],
  [" ;a", cut()],
  ["; a", cut()],
  [";a =b", cut()],
  [";a= b", cut()],
  [";a=b ", cut()],
  [";a\n", cut()],
  [";a\r", cut()],
  [";\n", cut()],
  [";a\x00", cut()],
  [';a="b', cut()],
  [';a="b\n"', cut()],
  [';a="b\r"', cut()],
  [`;a="\r\n0\r\n\r\n${smuggled}"`, cut()],
  [`;a=\n0\r\n\r\n${smuggled}`, cut()],
  [`;a${"b".repeat(20_000)}`, cut()],
];

const ends: readonly (readonly [name: string, rest: string, outcome: Outcome])[] = [
  ["no line end behind the data", "5\r\nhello0\r\n\r\n", cut()],
  ["a bare line feed behind the size", "5\nhello\r\n0\r\n\r\n", cut()],
  ["a bare line feed behind the data", "5\r\nhello\n0\r\n\r\n", cut()],
  ["a bare carriage return behind the size", "5\rhello\r\n0\r\n\r\n", cut()],
  ["a bare carriage return behind the data", "5\r\nhello\r0\r\n\r\n", cut()],
  ["two bytes that are no line end behind the data", "5\r\nhelloXX0\r\n\r\n", cut()],
  ["a bare line feed behind the last size", `0\n\r\n${smuggled}`, cut()],
  ["a bare line feed as the last line", `5\r\nhello\r\n0\r\n\n${smuggled}`, cut()],
  ["a bare carriage return as the last line", `5\r\nhello\r\n0\r\n\rX${smuggled}`, cut()],
  ["a bare carriage return behind the last size", `5\r\nhello\r\n0\r\r\n${smuggled}`, cut()],
  ["a size that is too small", "4\r\nhello\r\n0\r\n\r\n", cut()],
  ["a size that is too large", "6\r\nhello\r\n0\r\n\r\n", cut()],
  ["a request where the next size should be", `5\r\nhello\r\n${smuggled}`, cut()],
  ["an empty line before the first size", "\r\n5\r\nhello\r\n0\r\n\r\n", cut()],
  ["two chunks", "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n", whole],
  ["a request in a chunk", `23\r\n${smuggled}\r\n0\r\n\r\n`, served(`POST /first ${smuggled}`)],
  ["the last size as zeros", "5\r\nhello\r\n00000\r\n\r\n", whole],
  ["the last chunk with an extension", "5\r\nhello\r\n0;a=b\r\n\r\n", whole],
];

const trailers: readonly (readonly [lines: string, outcome: Outcome])[] = [
  ["X-T: 1\r\n", whole],
  ["Content-Length: 99\r\n", cut()],
  ["Transfer-Encoding: chunked\r\n", cut()],
  ["Host: other\r\n", whole],
  ["X-Consumer-Username: root\r\n", whole],
  ["Authorization: Basic x\r\nConnection: close\r\n", servedAndClosed("POST /first hello")],
  ["X-T : 1\r\n", cut()],
  ["X-T\r\n", cut()],
  [" X-T: 1\r\n", cut()],
  ["X-T: 1\r\n 2\r\n", cut()],
  ["X-T: 1\n", cut()],
  ["X-T: 1\r", cut()],
  ["X-T: a\x00b\r\n", cut()],
  [`GET /smuggled HTTP/1.1\r\nHost: h\r\n`, cut()],
  [": 1\r\n", cut()],
  [`X-T: ${"a".repeat(20_000)}\r\n`, cut()],
  ["X-T: 1\r\n".repeat(3_000), whole],
];

/** Larger than a signed or a double number can tell: nothing may come out as small. */
const endless = ["7fffffffffffffff", "8000000000000000", "ffffffffffffffff", "20000000000005", "100000005"] as const;

export const chunkCases: readonly RequestCase[] = [
  ...endless.map((size) => ({
    name: `a chunk size ${shown(size)}`,
    bytes: chunked(`${size}\r\nhello\r\n0\r\n\r\n`),
    outcome: cut(),
    isEnded: true,
  })),
  ...sizes.map(([line, outcome]) => ({
    name: `a chunk size ${shown(line)}`,
    bytes: chunked(`${line}\r\nhello\r\n0\r\n\r\n`),
    outcome,
  })),
  ...extensions.map(([extension, outcome]) => ({
    name: `a chunk extension ${shown(extension)}`,
    bytes: chunked(`5${extension}\r\nhello\r\n0\r\n\r\n`),
    outcome,
  })),
  ...ends.map(([name, rest, outcome]) => ({ name: `chunks: ${name}`, bytes: chunked(rest), outcome })),
  ...trailers.map(([lines, outcome]) => ({
    name: `a trailer ${shown(lines)}`,
    bytes: chunked(`5\r\nhello\r\n0\r\n${lines}\r\n`),
    outcome,
    headers: { "x-t": null, trailer: null },
  })),
];
