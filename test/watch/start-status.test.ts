/** The status listener over a real socket: who is admitted, and that text of clients stays text. */
import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Recorder } from "../../src/watch/recorder.ts";
import { type StatusServer, startStatus } from "../../src/watch/start-status.ts";
import { WatchedState } from "../../src/watch/watched-state.ts";
import { accessEvent } from "./events.ts";

const token = "status-token-0123456789";
const hostile = "<script>alert(1)</script>\"'&";
const recorder = new Recorder({ consumers: 1 });
const servers: StatusServer[] = [];

beforeAll(async () => {
  const watched = new WatchedState("open.yaml", () => 0);
  const listen = { host: "127.0.0.1", port: 0 };
  for (const more of [{}, { token }]) servers.push(await startStatus({ listen, watched, recorder, ...more }));
  const refused = { status: 401, plugin: "key-auth", reason: hostile, route: hostile };
  recorder.record(accessEvent({ ...refused, consumer: hostile, path: `/${hostile}`, method: hostile }));
  recorder.record(accessEvent({ consumer: "second" }));
  for (const status of [200, 499])
    recorder.record(accessEvent({ status, upstream: "u", route: "left", reason: "the client went away" }));
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

function get(server: number, path: string, headers: Record<string, string> = {}): Promise<readonly [number, string]> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port: servers[server]?.address.port, path, headers }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk)).on("end", () => resolve([response.statusCode ?? 0, body]));
    });
    asked.on("error", reject).end();
  });
}

const bearer = { authorization: `Bearer ${token}` };
const admissions: readonly (readonly [string, number, string, Record<string, string>, number])[] = [
  ["health without a token", 1, "/-/health", {}, 200],
  ["ready before an artifact", 1, "/-/ready", {}, 503],
  ["no token", 1, "/-/metrics", {}, 401],
  ["a wrong token", 1, "/", { authorization: "Bearer wrong-token-0123456789" }, 401],
  ["a bearer token", 1, "/-/metrics", bearer, 200],
  ["a browser's prompt", 1, "/", { authorization: `Basic ${btoa(`me:${token}`)}` }, 200],
  ["an unknown page", 1, "/-/other", bearer, 404],
  ["loopback", 0, "/-/config", {}, 200],
  ["loopback under a name of the web", 0, "/-/config", { host: "evil.example" }, 403],
];

test.each(admissions)("%s", async (_name, server, path, headers, expected) => {
  expect((await get(server, path, headers))[0]).toBe(expected);
});

test.each(["/", `/?consumer=${encodeURIComponent(hostile)}`])("%s shows text of clients as text", async (path) => {
  const [status, body] = await get(0, path);
  expect(status).toBe(200);
  expect(body).not.toContain("<script");
  expect(body).toContain("&lt;script&gt;");
});

test("metrics count by route, plugin, reason and consumer, the rest as other", async () => {
  const [, body] = await get(0, "/-/metrics");
  expect(body).toContain('rollcall_http_requests_total{route="",code="200"} 1');
  expect(body).toContain('rollcall_consumer_requests_total{consumer="other",class="2xx"} 1');
  expect(body).toContain("nodejs_eventloop_lag_seconds");
});

test("a client that goes away is counted by its status, and is no failure", async () => {
  const [, metrics] = await get(0, "/-/metrics");
  expect(metrics).toContain('rollcall_http_requests_total{route="left",code="499"} 1');
  expect(metrics).not.toContain('reason="the client went away"');
  expect((await get(0, "/"))[1]).not.toContain("the client went away");
});

test("a probe is answered while others hold more connections than there may be, and say nothing", async () => {
  const port = servers[0]?.address.port ?? 0;
  const silent = Array.from({ length: 100 }, () => connect(port, "127.0.0.1").on("error", () => {}));
  await Promise.all(silent.map((socket) => once(socket, "connect")));
  // Not over a connection that was kept.
  expect(await answers(connect(port, "127.0.0.1"))).toBe(true);
  const isOpen = await Promise.all(silent.map((socket) => answers(socket)));
  // The longest silent ones have made room, for each other and for the probe.
  expect(isOpen.indexOf(true)).toBeGreaterThanOrEqual(36);
  expect(isOpen.filter(Boolean).length).toBeGreaterThanOrEqual(60);
  for (const socket of silent) socket.destroy();
});

function answers(socket: Socket, milliseconds = 10_000): Promise<boolean> {
  if (socket.destroyed) return Promise.resolve(false);
  return new Promise((resolve) => {
    setTimeout(() => resolve(false), milliseconds).unref();
    socket
      .on("error", () => undefined)
      .once("data", () => resolve(true))
      .once("close", () => resolve(false));
    socket.write("GET /-/health HTTP/1.1\r\nHost: localhost\r\n\r\n");
  });
}
