/** Malformed and ambiguous answers of upstreams: a client gets one whole answer or none, and nobody gets another's. */
import { createServer, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningProxy } from "../../../src/proxy/contract.ts";
import { startProxy } from "../../../src/proxy/start-proxy.ts";
import { forwardTo, node, until, upstreamTo } from "../harness.ts";
import { type AnswerCase, answerCases } from "./cases/answers.ts";
import { exchange } from "./exchange.ts";

let proxy: RunningProxy;
let current: AnswerCase | undefined;
let speaker: Socket | undefined;
const sockets = new Set<Socket>();

/** Answers /case as the case says, and everything else with its own target. */
const server = createServer((socket) => {
  sockets.add(socket);
  socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  socket.on("data", (chunk) => {
    for (const [, target = ""] of chunk.toString("latin1").matchAll(/^[A-Z]+ (\/\S*) HTTP\/1\.1\r$/gm)) {
      if (target !== "/case" || current === undefined) {
        const body = `answer to ${target}`;
        socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
        continue;
      }
      const { bytes, later, isEnded } = current;
      socket.write(bytes, "latin1");
      if (later !== undefined) {
        speaker = socket;
        setTimeout(() => socket.write(later, "latin1"), 3);
      }
      if (isEnded) socket.end();
    }
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const upstream = upstreamTo([node(port)], { timeout: { connect: 2, send: 2, read: 0.6 } });
  proxy = await startProxy({ listen: { host: "127.0.0.1", port: 0 }, engine: forwardTo(upstream) });
});

afterAll(async () => {
  await proxy.close({ graceMs: 50 });
  server.close();
  for (const socket of sockets) socket.destroy();
});

test.each(answerCases.map((each) => [each.name, each] as const))("%s", async (_name, each) => {
  const { method = "GET", outcome } = each;
  current = each;
  // Large enough to be streamed: the upstream answers before it has come.
  const body = method === "POST" ? "x".repeat(200_000) : "";
  const lengthLine = body === "" ? "" : `Content-Length: ${body.length}\r\n`;
  const first = `${method} /case HTTP/1.1\r\nHost: h\r\n${lengthLine}\r\n${body}`;
  const next = "GET /next HTTP/1.1\r\nHost: h\r\n\r\n";
  // What comes while another request is under way can only be taken for its answer: HTTP/1.1 has no other sign.
  const follows = each.later === undefined;
  const found = await exchange(proxy.address.port, [follows ? first + next : first], [method, "GET"], follows ? 2 : 1);
  const told = found.answers.map(({ status, body: text }) => [status, text]);
  const marked = follows ? [[200, "answer to /next"]] : [];
  expect(found.fault).toBe("");
  expect(JSON.stringify(told.slice(1))).not.toContain("poisoned");
  switch (outcome.kind) {
    case "relayed":
      expect(told).toEqual([[outcome.status, outcome.body], ...marked]);
      break;
    case "failed":
      expect(told).toEqual([
        [outcome.status, expect.stringMatching(/^(?:\{"error_msg":"upstream [a-z ]+"\})?$/)],
        ...marked,
      ]);
      break;
    case "broken":
      expect(told).toEqual([]);
      expect(found.isClosed).toBe(true);
  }
  await until(() => proxy.stats().activeRequests === 0);
  // Who speaks unasked is hung up on.
  if (each.later !== undefined) await until(() => speaker?.destroyed === true);
  for (let index = 0; index < 2; index++) {
    const { answers, rest } = await exchange(
      proxy.address.port,
      [`GET /c${index} HTTP/1.1\r\nHost: h\r\n\r\n`],
      ["GET"],
      1,
    );
    expect([...answers.map(({ body: text }) => text), rest]).toEqual([`answer to /c${index}`, ""]);
  }
});
