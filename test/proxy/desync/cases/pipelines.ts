/** Several requests in one write, bodies that are or hold requests, and what is left of a connection after a refusal. */
import {
  answered,
  cut,
  get,
  next,
  post,
  type RequestCase,
  refused,
  served,
  servedAndClosed,
  smuggled,
} from "../request-case.ts";

const first = get();
const refusal = (more: string): string => `POST /auth HTTP/1.1\r\nHost: h\r\n${more}`;

/** A method that most often has no body. */
const withBody = (method: string): string =>
  `${method} /first HTTP/1.1\r\nHost: h\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`;

export const pipelineCases: readonly RequestCase[] = [
  { name: "two requests", bytes: first + first, outcome: served("GET /first", "GET /first") },
  {
    name: "an empty line between two requests",
    bytes: `${first}\r\n${first}`,
    outcome: served("GET /first", "GET /first"),
  },
  { name: "twenty requests", bytes: first.repeat(20), outcome: served(...Array<string>(20).fill("GET /first")) },
  {
    name: "a request as the body of another",
    bytes: post([`Content-Length: ${smuggled.length}`], smuggled),
    outcome: served(`POST /first ${smuggled}`),
  },
  ...["GET", "DELETE", "OPTIONS", "PUT", "PATCH", "PROPFIND"].map((method) => ({
    name: `a request as the body of ${method}`,
    bytes: withBody(method),
    outcome: served(`${method} /first ${smuggled}`),
  })),
  { name: "a request as the body of HEAD", bytes: withBody("HEAD"), outcome: served(`HEAD /first ${smuggled}`) },
  { name: "a request as the body of TRACE", bytes: withBody("TRACE"), outcome: refused },
  {
    name: "a request as the chunk of GET",
    bytes: `GET /first HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`,
    outcome: served(`GET /first ${smuggled}`),
  },
  { name: "GET with Content-Length: 0", bytes: get("Content-Length: 0"), outcome: served("GET /first") },
  { name: "POST without a length", bytes: post([]), outcome: served("POST /first") },
  { name: "POST without a length, with bytes behind it", bytes: post([], "hello"), outcome: cut("POST /first") },
  {
    name: "more bytes than Content-Length says",
    bytes: post(["Content-Length: 3"], "hello\r\n"),
    outcome: cut("POST /first hel"),
  },
  {
    name: "a request refused by its route, with a request as its body",
    bytes: refusal(`Content-Length: ${smuggled.length}\r\n\r\n${smuggled}`),
    outcome: answered(401),
  },
  {
    name: "a request refused by its route, with a request as its chunk",
    bytes: refusal(`Transfer-Encoding: chunked\r\n\r\n${smuggled.length.toString(16)}\r\n${smuggled}\r\n0\r\n\r\n`),
    outcome: answered(401),
  },
  {
    name: "a request refused by its route, with a broken chunk",
    bytes: refusal(`Transfer-Encoding: chunked\r\n\r\nzz\r\n${smuggled}`),
    outcome: cut(),
  },
  {
    name: "a good request before two lengths",
    bytes: first + post(["Content-Length: 5", "Content-Length: 6"], "hello"),
    outcome: cut("GET /first"),
  },
  {
    name: "a good request before length and coding",
    bytes: first + post(["Content-Length: 5", "Transfer-Encoding: chunked"], "0\r\n\r\n"),
    outcome: cut("GET /first"),
  },
  {
    name: "a good request before two hosts",
    bytes: `${first}GET /x HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n`,
    outcome: cut("GET /first"),
  },
  {
    name: "a good request before one without Host",
    bytes: `${first}GET /x HTTP/1.1\r\n\r\n`,
    outcome: cut("GET /first"),
  },
  { name: "a good request before garbage", bytes: `${first}\x00\x01\x02`, outcome: cut("GET /first") },
  {
    name: "a good request before CONNECT",
    bytes: `${first}CONNECT h:80 HTTP/1.1\r\nHost: h\r\n\r\n`,
    outcome: cut("GET /first"),
  },
  {
    name: "a good request before a change of protocol",
    bytes: `${first}GET /ws HTTP/1.1\r\nHost: h\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    outcome: cut("GET /first"),
  },
  {
    name: "a request behind Connection: close",
    bytes: get("Connection: close") + smuggled,
    outcome: servedAndClosed("GET /first"),
  },
  {
    name: "a request behind HTTP/1.0",
    bytes: `GET /first HTTP/1.0\r\n\r\n${smuggled}`,
    outcome: servedAndClosed("GET /first"),
  },
  {
    name: "HTTP/1.0 that keeps the connection",
    bytes: "GET /first HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    outcome: served("GET /first"),
  },
  {
    name: "HTTP/1.0 with a length",
    bytes: "POST /first HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: 5\r\n\r\nhello",
    outcome: served("POST /first hello"),
  },
  {
    name: "HTTP/1.0 with chunks",
    bytes: `POST /first HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    outcome: refused,
  },
  {
    name: "HTTP/1.0 with chunks and a length",
    bytes: `POST /first HTTP/1.0\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    outcome: refused,
  },
  {
    name: "a small body that ends too early",
    bytes: post([`Content-Length: ${next.length + 10}`], "hello"),
    outcome: cut(),
    isEnded: true,
  },
  {
    name: "a large body that ends too early",
    bytes: post(["Content-Length: 100000"], "x".repeat(30_000)),
    outcome: cut(),
    isEnded: true,
  },
  {
    name: "chunks that end too early",
    bytes: post(["Transfer-Encoding: chunked"], "ffff\r\nhello"),
    outcome: cut(),
    isEnded: true,
  },
  {
    name: "a chunk size that ends too early",
    bytes: post(["Transfer-Encoding: chunked"], "5\r\nhello\r\n0000000"),
    outcome: cut(),
    isEnded: true,
  },
];
