/** The status listener: health, readiness, configuration, metrics and the status page, on an address of its own. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { urlHost } from "../model/url-host.ts";
import type { ListenAddress } from "../proxy/contract.ts";
import { type Admit, createAdmission, minTokenLength } from "./access.ts";
import { boundConnections } from "./bound-connections.ts";
import { configReport } from "./config-report.ts";
import type { Watched } from "./contract.ts";
import { explainAnswer } from "./explain-answer.ts";
import { findConsumers } from "./find-consumers.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { lookEvery, Rates } from "./rates.ts";
import type { Recorder } from "./recorder.ts";
import { longestSearch } from "./status-consumer.ts";
import { type Refusals, refreshSeconds, renderStatusPage, statusPagePolicy } from "./status-page.ts";

export interface StatusOptions {
  readonly listen: ListenAddress;
  readonly watched: Watched;
  readonly recorder: Recorder;
  /** Without it only requests for a name of this machine are answered: for loopback addresses. */
  readonly token?: string;
}

export interface StatusServer {
  readonly address: { readonly host: string; readonly port: number; readonly url: string };
  close(): Promise<void>;
}

/** Observes the process from now on; one a process. Resolves when it listens. */
export async function startStatus(options: StatusOptions): Promise<StatusServer> {
  const { listen, watched, recorder, token } = options;
  if (token !== undefined && token.length < minTokenLength) {
    throw new Error(`the token of the status listener must have at least ${minTokenLength} characters`);
  }
  const rates = new Rates(recorder, performance.now());
  const looks = setInterval(() => rates.look(performance.now()), lookEvery);
  looks.unref();
  const context: StatusContext = {
    watched,
    recorder,
    rates,
    metrics: createMetrics(watched, recorder),
    admit: createAdmission(token),
  };
  const server = createServer(
    { headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 15_000, maxHeaderSize: 16 * 1024 },
    (message, response) => void respond(context, message, response),
  );
  boundConnections(server, mostConnections);
  await listening(server, listen);
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  const { host } = listen;
  return {
    address: { host, port, url: `http://${urlHost(host)}:${port}` },
    async close() {
      clearInterval(looks);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Scrapers and people are few; who opens more must not take sockets from the proxy. */
const mostConnections = 64;

interface StatusContext {
  readonly watched: Watched;
  readonly recorder: Recorder;
  readonly rates: Rates;
  readonly metrics: Metrics;
  readonly admit: Admit;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Page = (context: StatusContext, query: URLSearchParams) => Answer | Promise<Answer>;

/** The probes of an orchestrator carry no token, and learn one word. */
const openPages: Readonly<Record<string, Page>> = {
  "/-/health": () => text(200, "ok\n"),
  "/-/ready": ({ watched }) => (watched.isServing() ? text(200, "ready\n") : text(503, notReady(watched))),
};

const guardedPages: Readonly<Record<string, Page>> = {
  "/": statusPage,
  "/-/config": ({ watched }) => ({
    status: 200,
    type: "application/json",
    body: `${JSON.stringify(configReport(watched, Date.now()), null, 2)}\n`,
  }),
  "/-/metrics": async ({ watched, metrics }) => {
    await watched.caughtUp();
    return { status: 200, type: metrics.contentType, body: await metrics.text() };
  },
};

function notReady(watched: Watched): string {
  return watched.isDraining() ? "draining\n" : "no artifact is served yet\n";
}

async function statusPage({ watched, recorder, rates }: StatusContext, query: URLSearchParams): Promise<Answer> {
  const artifact = watched.artifact();
  const text = query.get("consumer")?.slice(0, longestSearch);
  const after = query.get("after")?.slice(0, longestSearch);
  const search = text === undefined ? undefined : { text, ...(after !== undefined && { after }) };
  const found = search && artifact && (await findConsumers(artifact, search));
  const isLive = query.has("live");
  await watched.caughtUp();
  const body = renderStatusPage({
    watched,
    rates: rates.current(performance.now()),
    incidents: recorder.incidents(),
    refusals: refusalsOf(recorder),
    ...(search && found && { search: { ...search, found } }),
    isLive,
    now: Date.now(),
  });
  const headers = {
    "Content-Security-Policy": statusPagePolicy,
    ...(isLive && { Refresh: String(refreshSeconds) }),
  };
  return { status: 200, type: "text/html; charset=utf-8", body, headers };
}

function refusalsOf({ refusals }: Recorder): readonly Refusals[] {
  return [...refusals.entries()]
    .map(([key, { count }]) => {
      const end = key.indexOf("\n");
      // What is beyond the table's limit shares a row without a reason.
      if (end < 0) return { plugin: "", reason: "other reasons", count };
      return { plugin: key.slice(0, end), reason: key.slice(end + 1), count };
    })
    .sort((left, right) => right.count - left.count);
}

async function respond(context: StatusContext, message: IncomingMessage, response: ServerResponse): Promise<void> {
  let answer: Answer;
  try {
    answer = await answerTo(context, message);
  } catch {
    answer = text(500, "internal error\n");
  }
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    "Content-Type": answer.type,
    "Content-Length": bytes.length,
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    ...answer.headers,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    // A body that nobody reads would be taken for the next request.
    ...(message.complete ? {} : { Connection: "close" }),
  });
  response.end(message.method === "HEAD" ? undefined : bytes);
}

function answerTo(context: StatusContext, message: IncomingMessage): Answer | Promise<Answer> {
  const [path = "", query = ""] = (message.url ?? "").split("?", 2);
  const methods = path === explainPath ? ["POST"] : ["GET", "HEAD"];
  if (!methods.includes(message.method ?? "")) {
    return { ...text(405, `only ${methods.join(" and ")}\n`), headers: { Allow: methods.join(", ") } };
  }
  const open = Object.hasOwn(openPages, path) ? openPages[path] : undefined;
  if (open) return open(context, new URLSearchParams());
  const admission = context.admit(message);
  if (admission === "foreign host") return text(403, "only for names of this machine, such as localhost\n");
  if (admission === "no token") {
    const challenge = 'Basic realm="rollcall status", charset="UTF-8"';
    return { ...text(401, "a token is needed\n"), headers: { "WWW-Authenticate": challenge } };
  }
  const asked = new URLSearchParams(query);
  if (path === explainPath) return explainAnswer(context.watched.artifact(), message, asked);
  const page = Object.hasOwn(guardedPages, path) ? guardedPages[path] : undefined;
  return page ? page(context, asked) : text(404, "no such page\n");
}

const explainPath = "/-/explain";

function text(status: number, body: string): Answer {
  return { status, type: "text/plain; charset=utf-8", body };
}

function listening(server: Server, { host, port, fd }: StatusOptions["listen"]): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(fd === undefined ? { host, port } : { fd }, () => {
      server.off("error", reject);
      // Too many open files and the like: the proxy goes on.
      server.on("error", () => {});
      resolve();
    });
  });
}
