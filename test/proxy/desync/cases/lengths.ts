/** Content-Length and Transfer-Encoding: each spelling alone, each pair, and the same line twice. */
import { cut, post, type RequestCase, refused, served, shown, smuggled } from "../request-case.ts";

/** Read by one server as framing and by another as something else. */
const lengths = [
  "Content-Length: 5",
  "Content-Length: 0",
  "content-length: 5",
  "CONTENT-LENGTH: 5",
  "Content-Length:5",
  "Content-Length: 5 ",
  "Content-Length:\t5",
  "Content-Length: 05",
  "Content-Length: 5, 5",
  "Content-Length: +5",
  "Content-Length : 5",
] as const;

const codings = [
  "Transfer-Encoding: chunked",
  "transfer-encoding: chunked",
  "TRANSFER-ENCODING: CHUNKED",
  "Transfer-Encoding:chunked",
  "Transfer-Encoding: \tchunked",
  "Transfer-Encoding: chunked ",
  "Transfer-Encoding: identity",
  "Transfer-Encoding: gzip, chunked",
  "Transfer-Encoding: chunked, identity",
  "Transfer-Encoding: x",
  "Transfer-Encoding:",
  "Transfer-Encoding : chunked",
] as const;

const body = `0\r\n\r\n${smuggled}`;

const pairs: RequestCase[] = lengths.flatMap((length) =>
  codings.flatMap((coding): RequestCase[] => [
    { name: `${shown(length)} before ${shown(coding)}`, bytes: post([length, coding], body), outcome: refused },
    { name: `${shown(coding)} before ${shown(length)}`, bytes: post([coding, length], body), outcome: refused },
  ]),
);

/** A tab behind a value is no part of it (RFC 9110, section 5.5), but Node 20 refuses it behind a length. */
const readsTab = Number.parseInt(process.versions.node, 10) > 20;

/** The value, and what the upstream must read as the body of `hello`; undefined: refused. */
const lengthValues: readonly (readonly [value: string, read: string | undefined])[] = [
  ["5", "hello"],
  ["5 ", "hello"],
  ["\t5", "hello"],
  ["  5", "hello"],
  ["05", "hello"],
  ["000000000000005", "hello"],
  ["0000000000000000000000000000005", undefined],
  ["5\t", readsTab ? "hello" : undefined],
  ["", undefined],
  [" ", undefined],
  ["-5", undefined],
  ["+5", undefined],
  ["-0", undefined],
  ["0x5", undefined],
  ["5h", undefined],
  ["5.0", undefined],
  ["5e0", undefined],
  ["5;", undefined],
  ["5 5", undefined],
  ["5,5", undefined],
  ["5, 6", undefined],
  [",5", undefined],
  ["5,", undefined],
  ['"5"', undefined],
  ["\u00b2", undefined],
  ["five", undefined],
  ["5\x00", undefined],
  ["5\x0b", undefined],
  ["5\x0c", undefined],
  ["5\xa0", undefined],
  ["\x855", undefined],
  ["5\r", undefined],
  ["5\n 0", undefined],
  ["5\r\n 0", undefined],
  ["9999999999999999", undefined],
  ["9007199254740993", undefined],
  ["18446744073709551621", undefined],
  ["4294967301000000", undefined],
];

const alone: RequestCase[] = lengthValues.map(([value, read]) => ({
  name: `Content-Length:${shown(value)}`,
  bytes: post([`Content-Length:${value}`], read ?? `hello${smuggled}`),
  outcome: read === undefined ? refused : served(`POST /first ${read}`),
}));

const lengthNames = [
  "Content-Length ",
  "Content-Length\t",
  " Content-Length",
  "\tContent-Length",
  "Content-Length\x00",
  "Content-Length\x0b",
  "Content-Length\r",
  "Content-Length\n",
  "Content Length",
  "Content-Length,",
  "(Content-Length)",
  "\u00c7ontent-Length",
  "Content_Length",
  "content_length",
  "Content.Length",
] as const;

const misspelled: RequestCase[] = lengthNames.map((name) => ({
  name: `a name ${shown(name)}`,
  bytes: post([`${name}: ${smuggled.length}`], smuggled),
  outcome: refused,
}));

/** The value, and whether the body is read as chunks; undefined: found out only behind the head. */
const codingValues: readonly (readonly [value: string, isRead: boolean | undefined])[] = [
  ["chunked", true],
  ["Chunked", true],
  ["CHUNKED", true],
  [" chunked", true],
  ["chunked ", true],
  ["\tchunked", true],
  ["", false],
  ["chunked\t", undefined],
  ["identity", false],
  ["gzip", false],
  ["deflate", false],
  ["compress", false],
  ["xchunked", false],
  ["x chunked", false],
  ["chunkedx", false],
  ["chunke", false],
  ["chunk", false],
  ["gzip, chunked", false],
  ["chunked, gzip", false],
  ["chunked, chunked", false],
  ["chunked,", false],
  [",chunked", false],
  ["chunked;q=1", false],
  ["chunked; a=b", false],
  ['"chunked"', false],
  ["'chunked'", false],
  ["identity, chunked", false],
  ["chunked identity", false],
  ["\x0bchunked", false],
  ["\x0cchunked", false],
  ["chunked\x00", false],
  ["chunked\x0b", false],
  ["\xa0chunked", false],
  ["chunked\xa0", false],
  ["chun\u00e7ked", false],
  ["\x85chunked", false],
  ["chunked\r", false],
  ["\r\n chunked", false],
  ["\n chunked", false],
  ["chunked\n", false],
  ["x\r\n chunked", false],
];

const codedAlone: RequestCase[] = codingValues.map(([value, isRead]) => ({
  name: `Transfer-Encoding:${shown(value)}`,
  bytes: post([`Transfer-Encoding:${value}`], isRead ? "5\r\nhello\r\n0\r\n\r\n" : body),
  outcome: isRead === undefined ? cut() : isRead ? served("POST /first hello") : refused,
}));

const codingNames = [
  "Transfer-Encoding ",
  "Transfer-Encoding\t",
  " Transfer-Encoding",
  "Transfer-Encoding\x00",
  "Transfer-Encoding\x0b",
  "Transfer-Encoding\r",
  "Transfer-Encoding\n",
  "Transfer Encoding",
  "X: y\nTransfer-Encoding",
  "X: y\rTransfer-Encoding",
  "Transfer_Encoding",
  "transfer_encoding",
  "Transfer.Encoding",
] as const;

const misspelledCodings: RequestCase[] = codingNames.map((name) => ({
  name: `a name ${shown(name)}`,
  bytes: post([`${name}: chunked`, "Content-Length: 5"], body),
  outcome: refused,
}));

const twice: RequestCase[] = [
  ["Content-Length: 5", "Content-Length: 5"],
  ["Content-Length: 5", "Content-Length: 6"],
  ["Content-Length: 5", "Content-Length: 0"],
  ["Content-Length: 0", "Content-Length: 5"],
  ["Content-Length: 5", "X: y", "content-length: 5"],
  ["Content-Length: 5", "Content-Length:"],
  ["Content-Length:", "Content-Length: 5"],
  ["Transfer-Encoding: chunked", "Transfer-Encoding: chunked"],
  ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
  ["Transfer-Encoding: identity", "Transfer-Encoding: chunked"],
  ["Transfer-Encoding: gzip", "Transfer-Encoding: chunked"],
  ["Transfer-Encoding: chunked", "Transfer-Encoding: x"],
  ["Transfer-Encoding:", "Transfer-Encoding: chunked"],
  ["Transfer-Encoding: chunked", "Transfer-Encoding:"],
].map((lines) => ({ name: lines.map(shown).join(" and "), bytes: post(lines, body), outcome: refused }));

export const lengthCases: readonly RequestCase[] = [
  ...pairs,
  ...alone,
  ...misspelled,
  ...codedAlone,
  ...misspelledCodings,
  ...twice,
];
