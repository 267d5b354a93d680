/** TLS towards clients and upstreams: names, versions, renewal, client certificates; HTTP/2 without TLS. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect as connectHttp2 } from "node:http2";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, connect as connectTcp } from "node:net";
import path from "node:path";
import { type ConnectionOptions, connect, type TLSSocket } from "node:tls";
import { expect, test } from "vitest";
import { createCertificates, namesOf } from "../../src/proxy/certificates.ts";
import type { CertificatePair, ListenTls } from "../../src/proxy/contract.ts";
import { echo, rawExchange, type Seen, seenHeader, until, withProxy } from "./harness.ts";
import { data, headers, speakFrames, types } from "./http2-frames.ts";

const pem = (name: string): string => readFileSync(path.join(import.meta.dirname, "tls", `${name}.pem`), "utf8");
const pair = (name: string): CertificatePair => ({ cert: pem(`${name}.cert`), key: pem(`${name}.key`) });
const ca = ["first", "second", "renewed"].map((name) => pem(`${name}.cert`));
const tls: ListenTls = { certificates: [pair("first"), pair("second")] };

async function shake(port: number, options: ConnectionOptions = {}): Promise<TLSSocket> {
  const socket = connect({ port, host: "127.0.0.1", ca, checkServerIdentity: () => undefined, ...options });
  await Promise.race([
    once(socket, "secureConnect"),
    once(socket, "close").then(() => Promise.reject(new Error("closed"))),
  ]);
  socket.on("error", () => undefined);
  return socket;
}

/** One request over HTTP/1.1 on a connection that is there. */
async function ask(socket: TLSSocket, head = "GET / HTTP/1.1\r\nHost: h\r\n\r\n"): Promise<string> {
  let text = "";
  socket.setEncoding("latin1").on("data", (chunk: string) => {
    text += chunk;
  });
  socket.write(head);
  await until(() => text.includes("}") || socket.destroyed);
  return text;
}

test.each([
  ["first.example", "first.example"],
  ["second.example", "second.example"],
  ["a.second.example", "second.example"],
  ["A.Second.Example", "second.example"],
  ["a.b.second.example", "first.example"],
  ["unknown.example", "first.example"],
  ["", "first.example"],
])("the certificate for '%s' is that of %s", async (servername, expected) => {
  await withProxy(
    echo,
    async ({ proxy }) => {
      const socket = await shake(proxy.address.port, servername === "" ? {} : { servername });
      expect(socket.getPeerCertificate().subject.CN).toBe(expected);
      socket.destroy();
    },
    { proxy: { tls } },
  );
});

test.each<[string, ConnectionOptions, string]>([
  ["TLS 1.1", { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" }, "refused"],
  ["TLS 1.2", { maxVersion: "TLSv1.2" }, "TLSv1.2"],
  ["TLS 1.3", {}, "TLSv1.3"],
  ["CBC in TLS 1.2", { maxVersion: "TLSv1.2", ciphers: "ECDHE-ECDSA-AES128-SHA" }, "refused"],
  ["a protocol that is not spoken", { ALPNProtocols: ["smtp"] }, "refused"],
])("%s: %s", async (_name, options, expected) => {
  await withProxy(
    echo,
    async ({ proxy }) => {
      const spoken = await shake(proxy.address.port, options).then(
        (socket) => socket.getProtocol(),
        () => "refused",
      );
      expect(spoken).toBe(expected);
      await until(() => expected !== "refused" || proxy.stats().malformed === 1);
    },
    { proxy: { tls } },
  );
});

test("HTTP/1.1 over TLS: scheme, keep-alive, malformed requests, plain bytes, websockets", async () => {
  await withProxy(
    (request, response) => {
      request.socket.setTimeout(0);
      echo(request, response);
    },
    async ({ proxy }) => {
      const { port, url } = proxy.address;
      expect(url).toBe(`https://127.0.0.1:${port}`);
      const socket = await shake(port, { ALPNProtocols: ["http/1.1"] });
      for (let round = 0; round < 2; round++) {
        const text = await ask(socket);
        const seen = JSON.parse(text.slice(text.lastIndexOf("\r\n\r\n"))) as Seen;
        expect(seenHeader(seen, "x-forwarded-proto")).toEqual(["https"]);
        expect(seenHeader(seen, "x-forwarded-for")).toEqual(["127.0.0.1"]);
      }
      socket.destroy();
      const bad = await ask(await shake(port), "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
      expect(bad).toMatch(/^HTTP\/1\.1 400 /);
      expect((await rawExchange(port, "GET / HTTP/1.1\r\nHost: h\r\n\r\n")).text).not.toContain("200");
      await until(() => proxy.stats().openConnections === 0);
    },
    { proxy: { tls } },
  );
});

test("a renewed certificate is shown from then on; a broken one changes nothing", async () => {
  await withProxy(
    echo,
    async ({ proxy }) => {
      const { port } = proxy.address;
      const fingerprint = async (servername: string): Promise<string> => {
        const socket = await shake(port, { servername });
        socket.end();
        return socket.getPeerCertificate().fingerprint256;
      };
      const old = await fingerprint("first.example");
      const kept = await shake(port);
      expect(() =>
        proxy.useCertificates({ certificates: [{ cert: pem("renewed.cert"), key: pem("first.key") }] }),
      ).toThrow();
      expect(() => proxy.useCertificates({ certificates: [] })).toThrow();
      expect(await fingerprint("first.example")).toBe(old);
      proxy.useCertificates({ certificates: [pair("renewed"), pair("second")] });
      expect(await fingerprint("first.example")).not.toBe(old);
      expect(await fingerprint("other.example")).not.toBe(old);
      // Connections that are open stay.
      expect(await ask(kept)).toMatch(/^HTTP\/1\.1 200 /);
      kept.destroy();
    },
    { proxy: { tls } },
  );
});

test("only clients with a certificate of the authority are served", async () => {
  await withProxy(
    echo,
    async ({ proxy }) => {
      const { port } = proxy.address;
      for (const servername of ["first.example", "second.example"]) {
        const without = await shake(port, { servername, maxVersion: "TLSv1.2" }).catch(() => undefined);
        expect(without).toBeUndefined();
        const other = await shake(port, { servername, maxVersion: "TLSv1.2", ...pair("second") }).catch(
          () => undefined,
        );
        expect(other).toBeUndefined();
        expect(await ask(await shake(port, { servername, ...pair("client") }))).toMatch(/^HTTP\/1\.1 200 /);
      }
      expect(proxy.stats().requests).toBe(2);
    },
    { proxy: { tls: { ...tls, clientCa: pem("client.cert") } } },
  );
});

test("names of certificates, and what OpenSSL refuses", () => {
  expect(namesOf(pair("second"))).toEqual(["second.example", "*.second.example"]);
  expect(createCertificates(tls).contextOf("x.second.example.")).toBeDefined();
  expect(createCertificates(tls).contextOf("second.example.evil")).toBeUndefined();
  expect(() => createCertificates({ certificates: [{ cert: "none", key: "none" }] })).toThrow();
});

test("h2c: HTTP/2 and HTTP/1.1 on one port, the preface in pieces", async () => {
  await withProxy(
    echo,
    async ({ proxy }) => {
      const { port, url } = proxy.address;
      const session = connectHttp2(url);
      const stream = session.request({ ":path": "/h2" });
      const [fields] = (await once(stream, "response")) as [Record<string, unknown>];
      expect(fields[":status"]).toBe(200);
      session.destroy();
      expect((await fetch(`${url}/h1`, { method: "POST", body: "abc" })).status).toBe(200);
      expect(
        (await rawExchange(port, ["G", "ET / HTTP/1.1\r\nHost: h\r\n\r\n"], (text) => text.includes("}"))).text,
      ).toContain("200 OK");
      const slow = connectTcp(port, "127.0.0.1");
      slow.write("PRI * HT");
      await new Promise((resolve) => setTimeout(resolve, 30));
      const client = speakFrames(slow, "PRI * HT".length);
      client.write(
        headers(
          1,
          [
            [":method", "POST"],
            [":path", "/"],
            [":scheme", "http"],
            [":authority", "h"],
          ],
          false,
        ),
        data(1, "abc", true),
      );
      await until(() => client.frames.some(({ type, stream: id }) => type === types.data && id === 1));
      slow.destroy();
      // That of fetch is kept.
      await until(() => proxy.stats().openConnections === 1);
    },
    { proxy: { h2c: true } },
  );
});

test("without --h2c the preface is no request", async () => {
  await withProxy(echo, async ({ proxy }) => {
    const { text } = await rawExchange(proxy.address.port, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    expect(text).toMatch(/^HTTP\/1\.1 400 /);
  });
});

test.each([
  ["verified by its authority, node's address", { ca: pem("first.cert") }, {}, 200, undefined],
  ["an authority that is not trusted", {}, {}, 502, undefined],
  ["not verified", { isVerified: false }, {}, 200, undefined],
  [
    "rewrite: the name that is sent is the name that is checked",
    { ca: pem("first.cert") },
    { passHost: "rewrite", upstreamHost: "first.example" },
    200,
    "first.example",
  ],
  [
    "rewrite to a name that the certificate lacks",
    { ca: pem("first.cert") },
    { passHost: "rewrite", upstreamHost: "other.example" },
    502,
    undefined,
  ],
  [
    "rewrite, not verified",
    { isVerified: false },
    { passHost: "rewrite", upstreamHost: "other.example" },
    200,
    "other.example",
  ],
] as const)("https upstream: %s", async (_name, upstreamTls, more, status, sni) => {
  const names: unknown[] = [];
  const server = createHttpsServer({ ...pair("first") }, (request, response) => {
    names.push((request.socket as TLSSocket & { servername?: unknown }).servername);
    response.end("ok");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    await withProxy(
      echo,
      async ({ proxy }) => {
        const response = await fetch(proxy.address.url);
        expect(response.status).toBe(status);
        if (status === 200) expect(names).toEqual([sni ?? false]);
        else expect(names).toEqual([]);
      },
      {
        upstream: {
          scheme: "https",
          nodes: [{ host: "127.0.0.1", port, weight: 1, priority: 0 }],
          passHost: "node",
          ...more,
        },
        proxy: { upstreamTls },
      },
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
