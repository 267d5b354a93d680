/** Whose word on the client's address is taken, and what reaches the upstream of it. */
import { expect, test } from "vitest";
import { createOriginReader, type TrustedProxies } from "../../src/proxy/client-origin.ts";
import { formatForwarded, parseForwarded } from "../../src/proxy/forwarded.ts";
import { echo, rawExchange, type Seen, seenHeader, withProxy } from "./harness.ts";

const lists: TrustedProxies = { addresses: ["10.0.0.0/8", "fd00::/8", "192.0.2.1"], header: "x-forwarded-for" };
const forwarded: TrustedProxies = { ...lists, header: "forwarded" };
type Headers = Readonly<Record<string, string>>;

const cases: [
  name: string,
  trusted: TrustedProxies,
  peer: string,
  headers: Headers,
  address: string,
  scheme: string,
][] = [
  ["nobody is trusted", { ...lists, addresses: [] }, "10.0.0.1", { "X-Forwarded-For": "1.1.1.1" }, "10.0.0.1", "http"],
  [
    "a peer that is not trusted",
    lists,
    "9.9.9.9",
    { "X-Forwarded-For": "1.1.1.1", "X-Forwarded-Proto": "https" },
    "9.9.9.9",
    "http",
  ],
  ["one proxy", lists, "10.0.0.1", { "X-Forwarded-For": "1.1.1.1", "X-Forwarded-Proto": "https" }, "1.1.1.1", "https"],
  [
    "what the client wrote itself stands to the left",
    lists,
    "10.0.0.1",
    { "X-Forwarded-For": "6.6.6.6, 1.1.1.1" },
    "1.1.1.1",
    "http",
  ],
  [
    "a chain of proxies",
    lists,
    "10.0.0.1",
    { "X-Forwarded-For": "6.6.6.6, 1.1.1.1, 192.0.2.1, 10.2.3.4" },
    "1.1.1.1",
    "http",
  ],
  ["all of it trusted", lists, "10.0.0.1", { "X-Forwarded-For": "10.0.0.3, 10.0.0.2" }, "10.0.0.3", "http"],
  ["no header", lists, "10.0.0.1", {}, "10.0.0.1", "http"],
  [
    "nonsense ends the walk",
    lists,
    "10.0.0.1",
    { "X-Forwarded-For": "1.1.1.1, unknown, 10.0.0.2" },
    "10.0.0.2",
    "http",
  ],
  ["a port", lists, "10.0.0.1", { "X-Forwarded-For": "1.1.1.1:4711" }, "1.1.1.1", "http"],
  ["IPv6", lists, "fd00::1", { "X-Forwarded-For": "2001:db8::1" }, "2001:db8::1", "http"],
  ["IPv6 with a port", lists, "fd00::1", { "X-Forwarded-For": "[2001:db8::1]:80" }, "2001:db8::1", "http"],
  ["IPv4 in IPv6", lists, "::ffff:10.0.0.1", { "X-Forwarded-For": "::ffff:1.1.1.1" }, "1.1.1.1", "http"],
  ["a scheme that is none", lists, "10.0.0.1", { "X-Forwarded-Proto": "ftp" }, "10.0.0.1", "http"],
  ["the nearest proxy's scheme", lists, "10.0.0.1", { "X-Forwarded-Proto": "http, https" }, "10.0.0.1", "https"],
  ["Forwarded is not what these proxies write", lists, "10.0.0.1", { Forwarded: "for=1.1.1.1" }, "10.0.0.1", "http"],
  [
    "Forwarded",
    forwarded,
    "10.0.0.1",
    { Forwarded: 'for=6.6.6.6, for="[2001:db8::1]:80";proto=https' },
    "2001:db8::1",
    "https",
  ],
  [
    "X-Forwarded-For is not what these proxies write",
    forwarded,
    "10.0.0.1",
    { "X-Forwarded-For": "1.1.1.1" },
    "10.0.0.1",
    "http",
  ],
  ["an obfuscated name", forwarded, "10.0.0.1", { Forwarded: "for=_hidden, for=10.0.0.2" }, "10.0.0.2", "http"],
];

test.each(cases)("%s", (_name, trusted, remoteAddress, headers, address, scheme) => {
  expect(createOriginReader(trusted)({ remoteAddress, localPort: 80 }, Object.entries(headers))).toMatchObject({
    address,
    scheme,
  });
});

test.each(['for="1.1.1.1', "x, for=1.1.1.1", 'for=", for=1.1.1.1', "for=6.6.6.6;for=7.7.7.7, for=1.1.1.1"])(
  "a client that sends %s does not pass as the proxy",
  (value) => {
    const read = createOriginReader(forwarded)({ remoteAddress: "10.0.0.1", localPort: 80 }, [["Forwarded", value]]);
    expect(read).toMatchObject({ status: 400 });
  },
);

test.each(["10.0.0.0/33", "fd00::/129", "10.0.0.0/", "host", "10.0.0.0/8/8x", ""])("'%s' is no block", (block) => {
  expect(() => createOriginReader({ addresses: [block], header: "forwarded" })).toThrow(RangeError);
});

test.each([
  ['for=1.1.1.1;proto=http;host="a:80", for=b', [{ for: "1.1.1.1", proto: "http", host: "a:80" }, { for: "b" }]],
  ['For="a\\"b"', [{ for: 'a"b' }]],
  ["for=a,", undefined],
  ["for=a;for=b", undefined],
  ["for", undefined],
  ["for=a b", undefined],
])("Forwarded: %s", (value, elements) => {
  expect(parseForwarded(value)).toEqual(elements);
});

test("an element that is written can be read", () => {
  const written = formatForwarded("2001:db8::1", "https", 'a"b');
  expect(parseForwarded(written)).toEqual([{ for: "[2001:db8::1]", proto: "https", host: 'a"b' }]);
});

test.each<[string, TrustedProxies | undefined, string, Readonly<Record<string, string[]>>, string]>([
  [
    "trusted",
    { addresses: ["127.0.0.0/8"], header: "x-forwarded-for" },
    "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: shop.example\r\nX-Forwarded-Port: 443\r\n",
    {
      "x-forwarded-for": ["1.1.1.1, 127.0.0.1"],
      "x-forwarded-proto": ["https"],
      "x-forwarded-host": ["shop.example"],
      "x-forwarded-port": ["443"],
      "x-real-ip": ["1.1.1.1"],
      forwarded: [],
    },
    "1.1.1.1",
  ],
  [
    "trusted, and the client wants it taken away",
    { addresses: ["127.0.0.0/8"], header: "x-forwarded-for" },
    "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-Proto: https\r\nConnection: X-Forwarded-For, x-forwarded-proto\r\n",
    { "x-forwarded-for": ["1.1.1.1, 127.0.0.1"], "x-forwarded-proto": ["https"], "x-real-ip": ["1.1.1.1"] },
    "1.1.1.1",
  ],
  [
    "trusted, Forwarded, and the client wants it taken away",
    { addresses: ["127.0.0.1"], header: "forwarded" },
    "Forwarded: for=1.1.1.1\r\nConnection: forwarded\r\n",
    { "x-real-ip": ["1.1.1.1"] },
    "1.1.1.1",
  ],
  [
    "not trusted",
    undefined,
    "X-Forwarded-For: 1.1.1.1\r\nX-Forwarded-Proto: https\r\nX-Forwarded-Host: shop.example\r\nForwarded: for=1.1.1.1\r\n",
    {
      "x-forwarded-for": ["1.1.1.1, 127.0.0.1"],
      "x-forwarded-proto": ["http"],
      "x-forwarded-host": ["h"],
      "x-real-ip": ["127.0.0.1"],
      forwarded: [],
    },
    "127.0.0.1",
  ],
  [
    "trusted, Forwarded",
    { addresses: ["127.0.0.1"], header: "forwarded" },
    "Forwarded: for=1.1.1.1;proto=https\r\n",
    { "x-real-ip": ["1.1.1.1"], forwarded: ['for=1.1.1.1;proto=https, for=127.0.0.1;host="h";proto=https'] },
    "1.1.1.1",
  ],
])("what the upstream and the log are told: %s", async (_name, trustedProxies, lines, expected, address) => {
  await withProxy(
    echo,
    async ({ proxy, events }) => {
      const bytes = `GET / HTTP/1.1\r\nHost: h\r\n${lines}\r\n`;
      const { text } = await rawExchange(proxy.address.port, bytes, (all) => all.endsWith("}"));
      const seen = JSON.parse(text.slice(text.indexOf("\r\n\r\n"))) as Seen;
      for (const [name, values] of Object.entries(expected))
        expect([name, seenHeader(seen, name)]).toEqual([name, values]);
      expect(events).toMatchObject([{ remoteAddress: address }]);
    },
    { proxy: trustedProxies ? { trustedProxies } : {} },
  );
});

test("a Forwarded that cannot be read is answered with 400", async () => {
  await withProxy(
    echo,
    async ({ proxy, events, upstream }) => {
      const bytes = "GET / HTTP/1.1\r\nHost: h\r\nForwarded: x, for=1.1.1.1\r\n\r\n";
      expect((await rawExchange(proxy.address.port, bytes)).text).toMatch(/^HTTP\/1\.1 400 /);
      expect(events).toMatchObject([{ status: 400, reason: "a Forwarded that cannot be read" }]);
      expect(upstream.connections()).toBe(0);
    },
    { proxy: { trustedProxies: { addresses: ["127.0.0.1"], header: "forwarded" } } },
  );
});
