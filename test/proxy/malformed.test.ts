/** Requests that two parsers could read in two ways: refused, never forwarded, and the connection is not used again. */
import { expect, test } from "vitest";
import { echo, rawExchange, withProxy } from "./harness.ts";

const next = "GET /poisoned HTTP/1.1\r\nHost: h\r\n\r\n";

const cases: [name: string, bytes: string, status: number][] = [
  [
    "content-length and transfer-encoding",
    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  [
    "transfer-encoding and content-length",
    "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
    400,
  ],
  [
    "two different content-lengths",
    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcd",
    400,
  ],
  [
    "two equal content-lengths",
    "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nContent-Length: 4\r\n\r\nabcd",
    400,
  ],
  ["a list of content-lengths", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4, 4\r\n\r\nabcd", 400],
  ["a signed content-length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: +4\r\n\r\nabcd", 400],
  ["a hexadecimal content-length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 0x4\r\n\r\nabcd", 400],
  ["an empty content-length", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length:\r\n\r\n", 400],
  ["an unknown transfer coding", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n", 400],
  ["a coding before chunked", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 400],
  ["chunked not last", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400],
  [
    "chunked twice",
    "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
  ["transfer-encoding in HTTP/1.0", "POST / HTTP/1.0\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400],
  ["a space before the colon", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400],
  ["a bad chunk size", "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 0],
  [
    "a chunk longer than its size",
    "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabcd\r\n0\r\n\r\n",
    0,
  ],
  ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
  ["two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400],
  ["two equal hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400],
  ["a host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400],
  ["a host with user information", "GET / HTTP/1.1\r\nHost: a@b\r\n\r\n", 400],
  ["a list of hosts", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", 400],
  ["bare line feeds", "GET / HTTP/1.1\nHost: h\n\n", 400],
  ["a bare line feed in the headers", "GET / HTTP/1.1\r\nHost: h\nX-A: 1\r\n\r\n", 400],
  ["a bare carriage return", "GET / HTTP/1.1\r\nHost: h\rX-A: 1\r\n\r\n", 400],
  ["obs-fold", "GET / HTTP/1.1\r\nHost: h\r\nX-A: 1\r\n 2\r\n\r\n", 400],
  ["a space before the first header", "GET / HTTP/1.1\r\n Host: h\r\n\r\n", 400],
  ["a NUL in a value", "GET / HTTP/1.1\r\nHost: h\r\nX-A: a\0b\r\n\r\n", 400],
  ["a name that is no token", "GET / HTTP/1.1\r\nHost: h\r\nX(A): 1\r\n\r\n", 400],
  ["absolute form", "GET http://other/ HTTP/1.1\r\nHost: h\r\n\r\n", 400],
  ["authority form", "CONNECT other:443 HTTP/1.1\r\nHost: other:443\r\n\r\n", 405],
  ["asterisk form", "OPTIONS * HTTP/1.1\r\nHost: h\r\n\r\n", 400],
  ["a fragment in the target", "GET /a#b HTTP/1.1\r\nHost: h\r\n\r\n", 400],
  ["HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
  ["HTTP/3.0", "GET / HTTP/3.0\r\nHost: h\r\n\r\n", 400],
  ["no version", "GET /\r\n\r\n", 505],
  ["a method that is none", "GE\x01T / HTTP/1.1\r\nHost: h\r\n\r\n", 400],
  ["too many headers", `GET / HTTP/1.1\r\nHost: h\r\n${"X-A: 1\r\n".repeat(100)}\r\n`, 431],
  ["too large headers", `GET / HTTP/1.1\r\nHost: h\r\nX-A: ${"a".repeat(17_000)}\r\n\r\n`, 431],
  [
    "a body with a change of protocol",
    "POST / HTTP/1.1\r\nHost: h\r\nConnection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 1\r\n\r\nx",
    501,
  ],
];

/** Status 0: the body breaks after the request was sent on, so the connection is just cut. */
test.each(cases)("%s", async (_name, bytes, status) => {
  const seen: string[] = [];
  await withProxy(
    (request, response) => {
      seen.push(request.url ?? "");
      echo(request, response);
    },
    async ({ proxy }) => {
      const { text, isClosed } = await rawExchange(proxy.address.port, bytes + next);
      expect(isClosed).toBe(true);
      expect(text).toMatch(status === 0 ? /^(?:HTTP\/1\.1 400 [\s\S]*)?$/ : new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(text.match(/HTTP\/1\.1/g) ?? []).toHaveLength(text === "" ? 0 : 1);
      expect(seen).not.toContain("/poisoned");
      if (status !== 0) expect(seen).toEqual([]);
    },
  );
});
