/** What arrives upstream, and what comes back. */
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { echo, rawExchange, type Seen, seenHeader, until, withProxy } from "./harness.ts";

async function seenOf(url: string, init?: RequestInit): Promise<Seen> {
  return (await (await fetch(url, init)).json()) as Seen;
}

describe("headers to the upstream", () => {
  const cases: [string, string[], string, string[]][] = [
    ["the consumer header of the gateway", [], "x-consumer-username", ["jane"]],
    ["which Connection cannot take away", ["Connection: X-Consumer-Username"], "x-consumer-username", ["jane"]],
    ["nor the underscore alias bring in", ["X_Consumer_Username: admin"], "x_consumer_username", []],
    ["nor one of other signs", ["X.Consumer.Username: admin"], "x.consumer.username", []],
    ["nor one of the credential", ["X~Credential~Identifier: a"], "x~credential~identifier", []],
    ["nor one of the custom id", ["X-Consumer_Custom-ID: a"], "x-consumer_custom-id", []],
    ["Proxy, which CGI would take for its own", ["Proxy: http://evil"], "proxy", []],
    ["a header that Connection names", ["Connection: X-Secret", "X-Secret: 1"], "x-secret", []],
    ["Host cannot be taken away", ["Connection: host, content-length"], "host", ["h.test"]],
    ["Keep-Alive", ["Keep-Alive: timeout=9"], "keep-alive", []],
    ["TE", ["TE: trailers"], "te", []],
    ["Proxy-Authorization", ["Proxy-Authorization: Basic eA=="], "proxy-authorization", []],
    ["Proxy-Connection", ["Proxy-Connection: close"], "proxy-connection", []],
    ["Trailer", ["Trailer: X-Sum"], "trailer", []],
    ["two lines of one name stay two", ["X-A: 1", "X-A: 2"], "x-a", ["1", "2"]],
    [
      "X-Forwarded-For is appended to",
      ["X-Forwarded-For: 10.0.0.1", "X-Forwarded-For: 10.0.0.2"],
      "x-forwarded-for",
      ["10.0.0.1, 10.0.0.2, 127.0.0.1"],
    ],
    ["X-Forwarded-For alone", [], "x-forwarded-for", ["127.0.0.1"]],
    ["X-Forwarded-Proto is not believed", ["X-Forwarded-Proto: https"], "x-forwarded-proto", ["http"]],
    ["X-Forwarded-Host is not believed", ["X-Forwarded-Host: evil"], "x-forwarded-host", ["h.test"]],
    ["X-Real-IP is not believed", ["X-Real-IP: 1.2.3.4"], "x-real-ip", ["127.0.0.1"]],
    ["nor what CGI takes for X-Real-IP", ["X_Real_IP: 1.2.3.4"], "x_real_ip", []],
    ["nor for X-Forwarded-For", ["X_Forwarded_For: 1.2.3.4"], "x_forwarded_for", []],
    ["nor for X-Forwarded-Proto", ["X-Forwarded.Proto: https"], "x-forwarded.proto", []],
    ["nor for X-Forwarded-Host", ["x_forwarded_host: evil"], "x_forwarded_host", []],
    ["nor for X-Forwarded-Port", ["X_FORWARDED_PORT: 1"], "x_forwarded_port", []],
    ["other names with signs go on", ["X_Real_IPs: 1"], "x_real_ips", ["1"]],
    ["Forwarded is not believed", ["Forwarded: for=1.2.3.4"], "forwarded", []],
    ["bytes above ASCII", ["X-Name: J\u00fcrgen"], "x-name", ["J\u00fcrgen"]],
  ];
  test.each(cases)("%s", async (_name, lines, header, expected) => {
    await withProxy(echo, async ({ proxy }) => {
      const head = ["GET /x?y=1 HTTP/1.1", "Host: h.test", ...lines, "", ""].join("\r\n");
      const { text } = await rawExchange(proxy.address.port, head, (all) => all.endsWith("}"));
      const json = Buffer.from(text.slice(text.indexOf("\r\n\r\n") + 4), "latin1").toString();
      const seen = JSON.parse(json) as Seen;
      expect(seen.url).toBe("/x?y=1");
      expect(seenHeader(seen, header)).toEqual(expected);
    });
  });

  test("X-Forwarded-Port is the port that the client reached", async () => {
    await withProxy(echo, async ({ proxy }) => {
      const seen = await seenOf(`${proxy.address.url}/`, { headers: { "X-Forwarded-Port": "1" } });
      expect(seenHeader(seen, "x-forwarded-port")).toEqual([String(proxy.address.port)]);
    });
  });

  test.each([
    ["pass", {}, (proxyPort: number) => `127.0.0.1:${proxyPort}`],
    ["node", {}, (_proxyPort: number, upstreamPort: number) => `127.0.0.1:${upstreamPort}`],
    ["rewrite", { upstreamHost: "backend.internal" }, () => "backend.internal"],
  ] as const)("pass_host %s", async (passHost, more, expected) => {
    await withProxy(
      echo,
      async ({ proxy, upstream }) => {
        const seen = await seenOf(`${proxy.address.url}/`);
        expect(seenHeader(seen, "host")).toEqual([expected(proxy.address.port, upstream.port)]);
      },
      { upstream: { passHost, ...more } },
    );
  });
});

describe("bodies to the upstream", () => {
  const big = "x".repeat(300_000);
  test.each([
    ["small with a length", "/a", "hello", {}],
    ["big with a length", "/a", big, {}],
    ["read by the engine first", "/body-first", "hello", {}],
    ["big and read by the engine first", "/body-first", big, {}],
    ["of a DELETE", "/a", "gone", { method: "DELETE" }],
    ["empty", "/a", "", {}],
  ])("%s", async (_name, path, body, init) => {
    await withProxy(echo, async ({ proxy }) => {
      const seen = await seenOf(proxy.address.url + path, { method: "POST", body, ...init });
      expect(seen.body).toBe(body);
      expect(seenHeader(seen, "content-length")).toEqual([String(body.length)]);
    });
  });

  test.each(["/a", "/body-first"])("chunked, with trailers that are dropped (%s)", async (path) => {
    await withProxy(echo, async ({ proxy }) => {
      const head = `POST ${path} HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n`;
      const parts = [head, "5\r\nhello\r\n", "6\r\n world\r\n", "0\r\nX-Sum: 1\r\n\r\n"];
      const { text } = await rawExchange(proxy.address.port, parts, (all) => all.endsWith("}"));
      const seen = JSON.parse(text.slice(text.indexOf("\r\n\r\n") + 4)) as Seen;
      expect(seen.body).toBe("hello world");
      expect(seenHeader(seen, "x-sum")).toEqual([]);
    });
  });

  test("of more than the limit is refused with 413, declared or not", async () => {
    await withProxy(
      echo,
      async ({ proxy }) => {
        expect((await fetch(`${proxy.address.url}/`, { method: "POST", body: big })).status).toBe(413);
        const head = "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n";
        const chunk = `8000\r\n${"y".repeat(0x8000)}\r\n`;
        const { text } = await rawExchange(proxy.address.port, [head, chunk, chunk, chunk, chunk, chunk], (all) =>
          all.endsWith("}"),
        );
        expect(text).toMatch(/^HTTP\/1\.1 413 /);
      },
      { proxy: { limits: { bodyBytes: 100_000 } } },
    );
  });
});

describe("Expect: 100-continue", () => {
  const head = (path: string): string =>
    `POST ${path} HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n`;

  test("is answered after the decision", async () => {
    await withProxy(echo, async ({ proxy }) => {
      const text = await new Promise<string>((resolve) => {
        const socket = connect(proxy.address.port, "127.0.0.1", () => socket.write(head("/a")));
        let all = "";
        socket.on("data", (chunk) => {
          const isFirst = all === "";
          all += chunk.toString();
          if (isFirst) socket.write("hello");
          if (all.endsWith("}")) {
            socket.destroy();
            resolve(all);
          }
        });
      });
      expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
      expect(text).toContain('"body":"hello"');
    });
  });

  test("is not answered when refused, and the connection is not used again", async () => {
    await withProxy(echo, async ({ proxy }) => {
      const { text, isClosed } = await rawExchange(proxy.address.port, head("/refused"));
      expect(text).toMatch(/^HTTP\/1\.1 401 /);
      expect(text).not.toContain("100 Continue");
      expect(isClosed).toBe(true);
    });
  });
});

describe("answers to the client", () => {
  test("a refusal of the engine", async () => {
    await withProxy(echo, async ({ proxy, upstream }) => {
      const response = await fetch(`${proxy.address.url}/refused`);
      expect([
        response.status,
        response.headers.get("www-authenticate"),
        response.headers.get("content-length"),
      ]).toEqual([401, 'apikey realm="key"', "40"]);
      expect(await response.text()).toBe('{"message":"Missing API key in request"}');
      expect(upstream.connections()).toBe(0);
    });
  });

  test("a refusal of HEAD has no body, and the next request on the connection is served", async () => {
    await withProxy(echo, async ({ proxy }) => {
      const two = "HEAD /refused HTTP/1.1\r\nHost: h\r\n\r\nGET /next HTTP/1.1\r\nHost: h\r\n\r\n";
      const { text } = await rawExchange(proxy.address.port, two, (all) => all.endsWith("}"));
      expect(text).toMatch(/^HTTP\/1\.1 401 [\s\S]*?Content-Length: 40\r\n[\s\S]*?\r\n\r\nHTTP\/1\.1 200 OK/);
    });
  });

  test.each([
    [204, "GET", "", undefined],
    [304, "GET", "", undefined],
    [200, "HEAD", "", "5"],
    [200, "GET", "hello", "5"],
    [404, "GET", "hello", "5"],
    [599, "GET", "hello", "5"],
  ])("%i to %s", async (status, method, body, length) => {
    await withProxy(
      (_request, response) => {
        if (status === 204 || status === 304) response.writeHead(status).end();
        else response.writeHead(status, { "content-length": "5" }).end("hello");
      },
      async ({ proxy }) => {
        for (let round = 0; round < 2; round++) {
          const response = await fetch(proxy.address.url, { method });
          expect(response.status).toBe(status);
          expect(await response.text()).toBe(body);
          expect(response.headers.get("content-length") ?? undefined).toBe(length);
        }
      },
    );
  });

  test.each([
    ["304 with the length that a 200 would have", "304 Not Modified", "Content-Length: 3\r\nETag: x\r\n", 304],
    ["204 with a length", "204 No Content", "Content-Length: 3\r\n", 204],
  ])("%s", async (_name, line, headers, status) => {
    await withProxy(
      (_request, response) => void response.socket?.end(`HTTP/1.1 ${line}\r\n${headers}\r\n`),
      async ({ proxy, events }) => {
        for (let round = 0; round < 2; round++) {
          const response = await fetch(proxy.address.url);
          expect([response.status, await response.text()]).toEqual([status, ""]);
        }
        await until(() => events.length === 2);
        expect(events).toMatchObject([
          { status, reason: "" },
          { status, reason: "" },
        ]);
      },
    );
  });

  test("hop-by-hop headers stay behind, the gateway's are added in place of the upstream's, cookies stay apart", async () => {
    await withProxy(
      (_request, response) => {
        response.writeHead(200, [
          ["Connection", "X-Hop"],
          ["X-Hop", "1"],
          ["Proxy-Authenticate", "Basic"],
          ["X-RateLimit-Limit", "upstream"],
          ["Set-Cookie", "a=1"],
          ["Set-Cookie", "b=2"],
        ]);
        response.end("chunked");
      },
      async ({ proxy }) => {
        const response = await fetch(proxy.address.url);
        expect(await response.text()).toBe("chunked");
        expect(response.headers.get("x-hop")).toBeNull();
        expect(response.headers.get("proxy-authenticate")).toBeNull();
        expect(response.headers.get("x-ratelimit-limit")).toBe("10");
        expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
      },
      { forward: { responseHeaders: [["X-RateLimit-Limit", "10"]] } },
    );
  });

  test("connections are kept on both sides", async () => {
    await withProxy(echo, async ({ proxy, upstream }) => {
      const three = "GET /1 HTTP/1.1\r\nHost: h\r\n\r\n".repeat(3);
      const { text } = await rawExchange(
        proxy.address.port,
        three,
        (all) => all.split("HTTP/1.1 200").length === 4 && all.endsWith("}"),
      );
      expect(text.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
      for (let index = 0; index < 5; index++) await (await fetch(proxy.address.url)).text();
      expect(upstream.connections()).toBeLessThanOrEqual(3);
    });
  });

  test("an HTTP/1.0 client gets an unchunked answer", async () => {
    await withProxy(
      (_request, response) => {
        response.write("part ");
        response.end("two");
      },
      async ({ proxy }) => {
        const { text, isClosed } = await rawExchange(proxy.address.port, "GET / HTTP/1.0\r\n\r\n");
        expect(text).toMatch(/\r\n\r\npart two$/);
        expect(isClosed).toBe(true);
      },
    );
  });

  test("a small answer is written at once", async () => {
    await withProxy(
      (_request, response) => response.end("hello"),
      async ({ proxy }) => {
        const pieces = await new Promise<number>((resolve) => {
          let count = 0;
          const sent = httpRequest(`${proxy.address.url}/`, (response) =>
            response.resume().on("end", () => resolve(count)),
          );
          sent.on("socket", (socket) => socket.on("data", () => count++));
          sent.end();
        });
        expect(pieces).toBe(1);
      },
    );
  });
});

test("events tell path, status, route, consumer and reason, never query or headers", async () => {
  await withProxy(echo, async ({ proxy, events }) => {
    const sent = await fetch(`${proxy.address.url}/a?apikey=s3cret`, { headers: { apikey: "s3cret" } });
    const body = await sent.text();
    const refused = await (await fetch(`${proxy.address.url}/refused?jwt=s3cret`)).text();
    const told = events.map((event) =>
      event.kind === "access" ? { ...event, duration: 0, upstreamDuration: 0 } : event,
    );
    const times = { duration: 0, upstreamDuration: 0 };
    const common = {
      kind: "access",
      method: "GET",
      remoteAddress: "127.0.0.1",
      route: "r1",
      httpVersion: "1.1",
      ...times,
    };
    const forwarded = { path: "/a", status: 200, consumer: "jane", plugin: "", reason: "", upstream: "upstreams/test" };
    expect(told).toEqual([
      { ...common, ...forwarded, bytes: body.length },
      { ...common, path: "/refused", status: 401, plugin: "key-auth", reason: "missing key", bytes: refused.length },
    ]);
    expect(events.map((event) => event.kind === "access" && event.upstreamDuration !== undefined)).toEqual([
      true,
      false,
    ]);
    expect(JSON.stringify(events)).not.toContain("s3cret");
  });
});
