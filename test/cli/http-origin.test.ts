/** Artifacts over HTTP: a real server that cuts, delays, forgets and lies. */
import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import path from "node:path";
import { rootCertificates } from "node:tls";
import { afterEach, describe, expect, test } from "vitest";
import { magic } from "../../src/artifact/layout.ts";
import type { ArtifactOrigin, Version } from "../../src/cli/artifact-origin.ts";
import { type HttpLimits, openHttpOrigin } from "../../src/cli/http-origin.ts";
import type { RemoteAccess } from "../../src/cli/remote-access.ts";

const artifact = Buffer.concat([Buffer.from(magic), Buffer.alloc(300_000, "old ")]);
const newer = Buffer.concat([Buffer.from(magic), Buffer.alloc(200_000, "new ")]);
const half = artifact.length / 2;
const digest = "ab".repeat(32);
const limits: HttpLimits = { idleMs: 200, totalMs: 1_500, maxBytes: 2 ** 20, attempts: 3, retryDelayMs: 1 };

interface Asked {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}
/** Answers one request; the last of a list answers all that follow. */
type Answer = (response: ServerResponse, asked: Asked) => void;

const opened: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

const listenerOf =
  (answers: readonly Answer[], asked: Asked[]): RequestListener =>
  (request, response) => {
    const one = { url: request.url ?? "", headers: request.headers };
    asked.push(one);
    (answers[asked.length - 1] ?? answers.at(-1))?.(response, one);
  };

async function listen(server: Server & { closeAllConnections(): void }): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function open(
  answers: readonly Answer[],
  { target = "/current.rca", access = {} }: { readonly target?: string; readonly access?: RemoteAccess } = {},
): Promise<{ readonly origin: ArtifactOrigin; readonly asked: readonly Asked[]; readonly port: number }> {
  const asked: Asked[] = [];
  const port = await listen(createServer(listenerOf(answers, asked)));
  const origin = openHttpOrigin(new URL(`http://127.0.0.1:${port}${target}`), access, {}, limits);
  opened.push(() => origin.close());
  return { origin, asked, port };
}

const whole =
  (bytes: Buffer, etag?: string): Answer =>
  (response) => {
    response.writeHead(200, { "content-length": bytes.length, ...(etag && { etag }) }).end(bytes);
  };
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(code, headers).end("<html>secret-of-the-server</html>");
/** Promises all, sends a half and hangs up. */
const cut =
  (bytes: Buffer, etag?: string): Answer =>
  (response) => {
    response.writeHead(200, { "content-length": bytes.length, ...(etag && { etag }) });
    response.write(bytes.subarray(0, bytes.length / 2), () => setTimeout(() => response.destroy(), 20));
  };
/** What a server does that can send parts. */
const rest =
  (bytes: Buffer, etag: string): Answer =>
  (response, { headers }) => {
    const from = Number(/^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1] ?? 0);
    if (headers["if-range"] !== etag || from === 0) return whole(bytes, etag)(response, { url: "", headers });
    const range = `bytes ${from}-${bytes.length - 1}/${bytes.length}`;
    response.writeHead(206, { etag, "content-range": range, "content-length": bytes.length - from });
    response.end(bytes.subarray(from));
  };
const pointing = (fields: unknown, etag?: string): Answer => whole(Buffer.from(JSON.stringify(fields)), etag);
const drip: Answer = (response) => {
  response.writeHead(200);
  const timer = setInterval(() => response.write("."), 100);
  response.on("close", () => clearInterval(timer));
};

describe("what is fetched", () => {
  test.each<[name: string, answers: readonly Answer[], known: Version | undefined, found: unknown, ranges: unknown[]]>([
    ["an artifact with its tag", [whole(artifact, '"1"')], undefined, [artifact, { tag: '"1"' }], [undefined]],
    ["an artifact without a tag", [whole(artifact)], undefined, [artifact, {}], [undefined]],
    ["nothing where the tag is known", [status(304)], { tag: '"1"' }, undefined, [undefined]],
    [
      "the rest of a broken download",
      [cut(artifact, '"1"'), rest(artifact, '"1"')],
      undefined,
      [artifact, { tag: '"1"' }],
      [undefined, "bytes=N-"],
    ],
    [
      "the new one whole, if it changed meanwhile",
      [cut(artifact, '"1"'), rest(newer, '"2"')],
      undefined,
      [newer, { tag: '"2"' }],
      [undefined, "bytes=N-"],
    ],
    [
      "all of it again where the tag is weak",
      [cut(artifact, 'W/"1"'), whole(artifact, 'W/"1"')],
      undefined,
      [artifact, { tag: 'W/"1"' }],
      [undefined, undefined],
    ],
    [
      "all of it again where the server has no such part",
      [cut(artifact, '"1"'), status(416), whole(newer, '"2"')],
      undefined,
      [newer, { tag: '"2"' }],
      [undefined, "bytes=N-", undefined],
    ],
    [
      "what a document points to",
      [pointing({ digest, url: "objects/1.rca" }, '"p"'), whole(artifact, '"1"')],
      undefined,
      [artifact, { tag: '"p"', digest }],
      [undefined, undefined],
    ],
    ["nothing where the digest is known", [pointing({ digest, url: "1.rca" })], { digest }, undefined, [undefined]],
  ])("%s", async (_, answers, known, found, ranges) => {
    const { origin, asked } = await open(answers);
    const candidate = await origin.take(known);
    const equal = Buffer.isBuffer(candidate?.bytes) && Array.isArray(found) && candidate.bytes.equals(found[0]);
    expect(candidate && [equal, candidate.version]).toEqual(found && [true, (found as unknown[])[1]]);
    const askedRanges = asked.map(({ headers }) => headers.range);
    expect(askedRanges.map((range) => range?.replace(/\d+/, "N"))).toEqual(ranges);
    expect(asked[0]?.headers["if-none-match"]).toBe(known?.tag);
    // What was cut was half: less came if the system did not hand it on in time, never more.
    for (const range of askedRanges) if (range) expect(Number(/\d+/.exec(range)?.[0])).toBeLessThanOrEqual(half);
  });

  test("the object beside its document", async () => {
    const { origin, asked } = await open([pointing({ digest, url: "objects/1.rca?v=2" }), whole(artifact)], {
      target: "/gateways/eu.json?sig=s3cret",
    });
    await origin.take();
    expect(asked.map(({ url }) => url)).toEqual(["/gateways/eu.json?sig=s3cret", "/gateways/objects/1.rca?v=2"]);
  });
});

describe("what is refused", () => {
  const pointer = 'neither an artifact nor a document { "digest": 64 hex digits, "url": where it is }.';
  test.each<[name: string, answers: readonly Answer[], problem: string, times: number]>([
    ["not there", [status(404)], "the server answers 404: there is nothing at this address.", 1],
    [
      "not without a token",
      [status(401)],
      "the server answers 401: the server wants a token, or another one: ROLLCALL_SOURCE_TOKEN or --source-token-file.",
      1,
    ],
    ["the server's own failure", [status(500)], "the server answers 500: it has no artifact to give.", 1],
    ["304 that was not asked for", [status(304)], "the server answers 304: it has no artifact to give.", 1],
    [
      "elsewhere",
      [status(302, { location: "http://192.0.2.1/a?token=s3cret" })],
      "the server redirects (302) to http://192.0.2.1; redirects are not followed, give the artifact's own address.",
      1,
    ],
    [
      "too large, as it says",
      [(response) => response.writeHead(200, { "content-length": 2 ** 30 }).flushHeaders()],
      "it is larger than 1 MiB.",
      1,
    ],
    [
      "too large, as it turns out",
      [(response) => response.writeHead(200).end(Buffer.alloc(2 ** 21))],
      "it is larger than 1 MiB.",
      1,
    ],
    ["never complete", [drip], "it was not complete within 1.5 s.", 1],
    ["cut each time", [cut(artifact, '"1"'), cut(newer, '"2"')], "it cannot be fetched: ", 3],
    [
      "another part",
      [cut(artifact, '"1"'), (response) => response.writeHead(206, { "content-range": "bytes 5-9/10" }).end("12345")],
      "the server sends another part than was asked for.",
      2,
    ],
    ["encoded", [status(200, { "content-encoding": "gzip" })], "it comes encoded, which was not asked for.", 1],
    ["a page", [status(200)], pointer, 1],
    ["a document without a digest", [pointing({ url: "1.rca" })], pointer, 1],
    ["a document with half a digest", [pointing({ digest: "ab", url: "1.rca" })], pointer, 1],
    ["a document without an address", [pointing({ digest })], pointer, 1],
    ["a list", [pointing([digest])], pointer, 1],
    [
      "a document that points to another server",
      [pointing({ digest, url: "//192.0.2.1/1.rca" })],
      "it points to another server, which is not followed; name a path of http://127.0.0.1:PORT.",
      1,
    ],
  ])("%s", async (_, answers, problem, times) => {
    const { origin, asked, port } = await open(answers, { target: "/current.rca?sig=s3cret" });
    const message = await origin.take().then(
      () => "taken",
      (error: Error) => error.message.replaceAll(String(port), "PORT"),
    );
    expect(message.slice(0, 35 + problem.length)).toBe(`http://127.0.0.1:PORT/current.rca: ${problem}`);
    expect(message).not.toContain("s3cret");
    expect(asked).toHaveLength(times);
  });

  test("silent in the middle", async () => {
    const port = await listen(createServer((_, response) => response.writeHead(200).write(artifact.subarray(0, 9))));
    const url = new URL(`http://127.0.0.1:${port}/a`);
    const origin = openHttpOrigin(url, {}, {}, { ...limits, totalMs: 9_000, attempts: 1 });
    opened.push(() => origin.close());
    await expect(origin.take()).rejects.toThrow(`http://127.0.0.1:${port}/a: nothing came for 0.2 s.`);
  });

  test("nobody there", async () => {
    const { origin, port } = await open([], { target: "/a?sig=s3cret" });
    await (opened.shift() as () => unknown)();
    await expect(origin.take()).rejects.toThrow(
      `http://127.0.0.1:${port}/a: it cannot be fetched: connection refused (ECONNREFUSED).`,
    );
  });

  test("given up while it comes", async () => {
    const { origin } = await open([drip]);
    const taking = origin.take();
    await new Promise((resolve) => setTimeout(resolve, 150));
    await Promise.all([expect(taking).rejects.toThrow("it is no longer wanted"), origin.close()]);
  });
});

test.each([
  ["http://HOST/a", undefined, undefined],
  ["http://HOST/a", "t0ken", "Bearer t0ken"],
  ["http://jo%20e@HOST/a", "t0ken", `Basic ${Buffer.from("jo e:t0ken").toString("base64")}`],
])("%s with token %s", async (address, token, sent) => {
  const { port, asked } = await open([whole(artifact)]);
  const url = new URL(address.replace("HOST", `127.0.0.1:${port}`));
  const origin = openHttpOrigin(url, token === undefined ? {} : { token }, {}, limits);
  opened.push(() => origin.close());
  await origin.take();
  expect(asked[0]?.headers.authorization).toBe(sent);
  expect(origin.name).toBe(`http://127.0.0.1:${port}/a`);
});

test.each([
  ["its authority named", true, "taken"],
  ["only the usual authorities", false, "it cannot be fetched: its certificate is "],
])("TLS with %s", async (_, isNamed, outcome) => {
  const pem = (name: string) => readFileSync(path.join(import.meta.dirname, "../gateway/tls", name), "utf8");
  const identity = { cert: pem("server.cert.pem"), key: pem("server.key.pem") };
  const port = await listen(createTlsServer(identity, listenerOf([whole(artifact)], [])));
  const access = isNamed ? { ca: [...rootCertificates, identity.cert].join("\n") } : {};
  const origin = openHttpOrigin(new URL(`https://127.0.0.1:${port}/a`), access, {}, limits);
  opened.push(() => origin.close());
  expect(
    await origin.take().then(
      () => "taken",
      (error: Error) => error.message,
    ),
  ).toContain(outcome);
});
