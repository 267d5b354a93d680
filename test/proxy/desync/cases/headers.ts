/** Header lines: Host, names and values, folding, Connection, Expect, Upgrade, and headers that only the gateway may set. */
import {
  answered,
  get,
  type Outcome,
  post,
  type RequestCase,
  refused,
  refusedWith,
  served,
  servedAndClosed,
  shown,
  smuggled,
} from "../request-case.ts";

const passes = served("GET /first");

const hosts: readonly (readonly [lines: string, outcome: Outcome])[] = [
  ["", refused],
  ["Host: h\r\nHost: h\r\n", refused],
  ["Host: h\r\nHost: other\r\n", refused],
  ["Host: h\r\nhost: other\r\n", refused],
  ["Host: h\r\nHost:\r\n", refused],
  ["Host: h, other\r\n", refused],
  ["Host: h other\r\n", refused],
  ["Host: h/first\r\n", refused],
  ["Host: h?x\r\n", refused],
  ["Host: h#x\r\n", refused],
  ["Host: u@h\r\n", refused],
  ["Host: http://h\r\n", refused],
  ["Host: h\\x\r\n", refused],
  ["Host: h:80:90\r\n", refused],
  ["Host: h:port\r\n", refused],
  ["Host: h:\r\n", passes],
  ["Host: [::1\r\n", refused],
  ["Host: h\x00\r\n", refused],
  ["Host: h\xe9\r\n", refused],
  ["Host: h\x7f\r\n", refused],
  ["Host: h\t\r\n", passes],
  ["Host:h\r\n", passes],
  ["HOST: h:80\r\n", passes],
  ["Host: [::1]:80\r\n", passes],
  ["Host : h\r\n", refused],
  [" Host: h\r\n", refused],
  ["Host: h\r\n\tother\r\n", refused],
  ["Host\r\n", refused],
  ["Host: h\r\nX_Host: other\r\nForwarded: host=other\r\nX-Forwarded-Host: other\r\n", passes],
];

const lines: readonly (readonly [line: string, outcome: Outcome])[] = [
  ["X: y", passes],
  ["X:", passes],
  ["X: \t y \t", passes],
  ["X : y", refused],
  ["X\t: y", refused],
  ["X y: z", refused],
  ["X", refused],
  [": y", refused],
  ["X\x00: y", refused],
  ["X\xe9: y", refused],
  ["X(a): y", refused],
  ["X@: y", refused],
  ["X[]: y", refused],
  ["X/: y", refused],
  ["X\x7f: y", refused],
  ["X: a\x00b", refused],
  ["X: a\x01b", refused],
  ["X: a\x08b", refused],
  ["X: a\x0bb", refused],
  ["X: a\x1bb", refused],
  ["X: a\x7fb", refused],
  ["X: a\rb", refused],
  ["X: a\nb", refused],
  ["X: a\nY: b", refused],
  ["X: a\rY: b", refused],
  ["X: a\r\r\nY: b", refused],
  ["X: a\r\n b", refused],
  ["X: a\r\n\tb", refused],
  ["X: a\r\n \r\nY: b", refused],
  ["X: \r\n b", refused],
  ["X: a\xe9b", passes],
  [`X: ${"a".repeat(20_000)}`, refusedWith(431)],
  [`X${"a".repeat(20_000)}: y`, refusedWith(431)],
  ["X: y\r\n".repeat(200).trimEnd(), refusedWith(431)],
  // Expect.
  ["Expect: 100-continue", servedAndClosed("GET /first")],
  ["Expect: 200-ok", refusedWith(417)],
  ["Expect:", refusedWith(417)],
  ["Expect: x, 100-continue", refusedWith(417)],
  // A change of protocol.
  ["Upgrade: h2c", passes],
  [
    "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
    servedAndClosed("GET /first"),
  ],
  ["Connection: Upgrade\r\nUpgrade: TLS/1.0", servedAndClosed("GET /first")],
  ["Connection: Upgrade\r\nUpgrade: websocket\r\nContent-Length: 5", refusedWith(501)],
  ["Connection: Upgrade\r\nUpgrade: websocket\r\nTransfer-Encoding: chunked", refusedWith(501)],
  // The connection.
  ["Connection: close", servedAndClosed("GET /first")],
  ["Connection: keep-alive, close", servedAndClosed("GET /first")],
  ["Connection: close\r\nConnection: keep-alive", servedAndClosed("GET /first")],
  ["Proxy-Connection: close", servedAndClosed("GET /first")],
];

const expects: readonly RequestCase[] = [
  {
    name: "Expect: 100-continue with a body that follows at once",
    bytes: post(["Expect: 100-continue", "Content-Length: 5"], "hello"),
    outcome: served("POST /first hello"),
    headers: { expect: null },
  },
  {
    name: "Expect: 100-continue with chunks",
    bytes: post(["Expect: 100-continue", "Transfer-Encoding: chunked"], "5\r\nhello\r\n0\r\n\r\n"),
    outcome: served("POST /first hello"),
  },
  {
    name: "another Expect with a request as its body",
    bytes: post(["Expect: 200-ok", `Content-Length: ${smuggled.length}`], smuggled),
    outcome: refusedWith(417),
  },
  {
    name: "Expect: 100-continue, refused before its body",
    bytes: `POST /auth HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: ${smuggled.length}\r\n\r\n${smuggled}`,
    outcome: refusedWith(401),
  },
  {
    name: "Expect twice",
    bytes: post(["Expect: 100-continue", "Expect: x", "Content-Length: 5"], "hello"),
    outcome: refusedWith(417),
  },
];

/** Names which the client wants the gateway to take away from what it sends on. */
const named = [
  "X-Consumer-Username",
  "X-Credential-Identifier",
  "x-consumer-username, close",
  "X-Forwarded-For",
  "X-Real-IP",
  "Host",
  "Content-Length",
  "Transfer-Encoding",
  "X-Forwarded-Proto, X-Forwarded-Host, X-Forwarded-Port",
] as const;

const keepers = { "x-consumer-username": "jane", "x-real-ip": "127.0.0.1", "x-forwarded-proto": "http", host: "h" };

const connectionNamed: RequestCase[] = named.map((names) => ({
  name: `Connection: ${names}`,
  bytes: `POST /auth HTTP/1.1\r\nHost: h\r\napikey: jane-key\r\nConnection: ${names}\r\nContent-Length: 5\r\n\r\nhello`,
  outcome: names.endsWith("close") ? servedAndClosed("POST /auth hello") : served("POST /auth hello"),
  headers: keepers,
}));

/** A client that is nobody says that it is somebody. */
const posing = [
  "X-Consumer-Username: root",
  "x-consumer-username: root",
  "X_Consumer_Username: root",
  "X-Consumer_Username: root",
  "X_CONSUMER-USERNAME: root",
  "X.Consumer.Username: root",
  "X-Credential-Identifier: root",
  "X_Credential_Identifier: root",
  "X-Consumer-Custom-ID: root",
  "X-Consumer-Custom_ID: root",
] as const;

const poses: RequestCase[] = posing.map((line) => ({
  name: `a client that sends ${line}`,
  bytes: get(line),
  outcome: passes,
  headers: { [line.split(":")[0]?.toLowerCase() ?? ""]: null },
}));

const credentials: readonly RequestCase[] = [
  {
    name: "Connection: apikey takes the credential away, so nobody is let in",
    bytes: "GET /auth HTTP/1.1\r\nHost: h\r\napikey: jane-key\r\nConnection: apikey\r\n\r\n",
    outcome: answered(401),
  },
  {
    name: "Connection: apikey before the key",
    bytes: "GET /auth HTTP/1.1\r\nHost: h\r\nConnection: keep-alive, apikey\r\napikey: jane-key\r\n\r\n",
    outcome: answered(401),
  },
  {
    name: "two keys",
    bytes: "GET /auth HTTP/1.1\r\nHost: h\r\napikey: jane-key\r\napikey: other\r\n\r\n",
    outcome: answered(400),
  },
  {
    name: "a key in a trailer",
    bytes:
      "POST /auth HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTrailer: apikey\r\n\r\n0\r\napikey: jane-key\r\n\r\n",
    outcome: answered(401),
  },
  {
    name: "a key in the request of an earlier client",
    bytes: "GET /auth HTTP/1.1\r\nHost: h\r\n\r\n",
    outcome: answered(401),
  },
];

export const headerCases: readonly RequestCase[] = [
  ...hosts.map(([text, outcome]) => ({
    name: `the lines ${shown(text)} for Host`,
    bytes: `GET /first HTTP/1.1\r\n${text}\r\n`,
    outcome,
  })),
  ...lines.map(([line, outcome]) => ({ name: `the line ${shown(line)}`, bytes: get(line), outcome })),
  ...expects,
  ...connectionNamed,
  ...poses,
  ...credentials,
];
