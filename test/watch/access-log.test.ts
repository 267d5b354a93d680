/** The access log: what a line says, and that a log that cannot be written costs neither requests nor memory. */
import { existsSync, statSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { AccessEvent } from "../../src/proxy/contract.ts";
import { openAccessLog } from "../../src/watch/access-log.ts";
import { accessLogEntry, commonLogLine } from "../../src/watch/access-log-line.ts";
import { until } from "../proxy/harness.ts";
import { accessEvent } from "./events.ts";

const at = Date.UTC(2026, 10, 24, 21, 42, 47, 123);
const time = "2026-11-24T21:42:47.123Z";
const common = "[24/Nov/2026:21:42:47 +0000]";

const lines: readonly (readonly [name: string, Partial<AccessEvent>, json: object, common: string])[] = [
  [
    "forwarded",
    { consumer: "jane", route: "r1", upstream: "upstreams/u1", upstreamDuration: 1.23456, duration: 2.5, bytes: 7 },
    { consumer: "jane", route: "r1", upstream: "upstreams/u1", upstreamDuration: 1.235, duration: 2.5, bytes: 7 },
    `192.0.2.7 - jane ${common} "GET /a HTTP/1.1" 200 7\n`,
  ],
  [
    "refused",
    { status: 401, plugin: "key-auth", reason: "Missing API key in request" },
    { status: 401, plugin: "key-auth", reason: "Missing API key in request" },
    `192.0.2.7 - - ${common} "GET /a HTTP/1.1" 401 -\n`,
  ],
  [
    "a path that would end the field and the line",
    { path: '/a"\\\r\n192.0.2.9 - root ü\u2028' },
    { path: '/a"\\\r\n192.0.2.9 - root ü\u2028' },
    `192.0.2.7 - - ${common} "GET /a\\"\\\\\\x0d\\x0a192.0.2.9 - root \\xc3\\xbc\\xe2\\x80\\xa8 HTTP/1.1" 200 -\n`,
  ],
  [
    "a consumer with a space",
    { consumer: "j d" },
    { consumer: "j d" },
    `192.0.2.7 - j\\x20d ${common} "GET /a HTTP/1.1" 200 -\n`,
  ],
  [
    "what the parser refused",
    { method: "", path: "", httpVersion: "", status: 400, reason: "malformed request", remoteAddress: "" },
    { method: "", path: "", httpVersion: "", status: 400, reason: "malformed request", remoteAddress: "" },
    `- - - ${common} "-" 400 -\n`,
  ],
];

test.each(lines)("%s", (_name, event, json, line) => {
  const base = {
    time,
    remoteAddress: "192.0.2.7",
    method: "GET",
    path: "/a",
    httpVersion: "1.1",
    status: 200,
    bytes: 0,
    duration: 0,
  };
  expect(accessLogEntry(accessEvent(event), at)).toEqual({ ...base, ...json });
  expect(commonLogLine(accessEvent(event), at)).toBe(line);
});

test("only named fields are written, whatever an event carries", () => {
  const event = { ...accessEvent({}), authorization: "s3cret", headers: { apikey: "s3cret" } };
  expect(JSON.stringify(accessLogEntry(event, at)) + commonLogLine(event, at)).not.toContain("s3cret");
});

describe("the file", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "rollcall-log-"));
    file = path.join(folder, "access.log");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const faults: string[] = [];
  const open = (destination: string | number, maxWaiting?: number) =>
    openAccessLog({
      destination,
      format: "json",
      onFault: (code) => faults.push(code),
      ...(maxWaiting !== undefined && { maxWaiting }),
    });
  const pathsIn = async (name: string): Promise<readonly string[]> =>
    (await readFile(name, "utf8"))
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).path);

  test("is the owner's alone, holds one line a request, and is complete when the log is closed", async () => {
    const log = open(file);
    for (let index = 0; index < 1_000; index++) log.write(accessEvent({ path: `/${index}` }));
    await log.close();
    expect(await pathsIn(file)).toEqual(Array.from({ length: 1_000 }, (_, index) => `/${index}`));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(log.dropped()).toBe(0);
  });

  test("can be moved away: no line is lost, and the next ones stand in a new file", async () => {
    const log = open(file);
    log.write(accessEvent({ path: "/before" }));
    await until(() => existsSync(file) && statSync(file).size > 0);
    await rename(file, `${file}.1`);
    log.write(accessEvent({ path: "/between" }));
    log.reopen();
    await until(() => existsSync(file));
    log.write(accessEvent({ path: "/after" }));
    await log.close();
    const [old, now] = [await pathsIn(`${file}.1`), await pathsIn(file)];
    expect([...old, ...now]).toEqual(["/before", "/between", "/after"]);
    expect(now).toContain("/after");
  });

  test("on a full disk: told once, lines beyond the limit are counted, and closing ends", async () => {
    faults.length = 0;
    const log = open("/dev/full", 10_000);
    for (let index = 0; index < 1_000; index++) log.write(accessEvent({ path: `/${index}` }));
    await until(() => faults.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(faults).toEqual(["ENOSPC"]);
    expect(log.dropped()).toBeGreaterThan(900);
    const started = performance.now();
    await log.close();
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
