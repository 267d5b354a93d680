/** Real sockets for the proxy's tests: an upstream, a small engine, and a client that writes bytes. */
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { CompiledNode, CompiledRoute, CompiledUpstream } from "../../src/artifact/contract.ts";
import type { Decision, Forward, GatewayRequest } from "../../src/engine/contract.ts";
import type { DecisionMaker, ProxyEvent, ProxyOptions, RunningProxy } from "../../src/proxy/contract.ts";
import { startProxy } from "../../src/proxy/start-proxy.ts";

export interface Upstream {
  readonly port: number;
  readonly sockets: ReadonlySet<Socket>;
  connections(): number;
  onUpgrade(answer: (socket: Duplex) => void): void;
  close(): Promise<void>;
}

export async function startUpstream(listener: RequestListener): Promise<Upstream> {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ keepAliveTimeout: 30_000 }, listener);
  server.on("connection", (socket) => {
    connections++;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    sockets,
    connections: () => connections,
    onUpgrade: (answer) => void server.on("upgrade", (_request, socket) => answer(socket)),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export function node(port: number, more: Partial<CompiledNode> = {}): CompiledNode {
  return { host: "127.0.0.1", port, weight: 1, priority: 0, ...more };
}

export function upstreamTo(nodes: readonly CompiledNode[], more: Partial<CompiledUpstream> = {}): CompiledUpstream {
  return {
    owner: "upstreams/test",
    nodes,
    type: "roundrobin",
    scheme: "http",
    passHost: "pass",
    timeout: { connect: 2, send: 2, read: 2 },
    keepalive: { size: 320, idleTimeout: 60, requests: 1000 },
    ...more,
  };
}

const route: CompiledRoute = {
  id: "r1",
  uris: ["/*"],
  hosts: [],
  methods: [],
  priority: 0,
  remoteAddrs: [],
  plugins: [],
  enableWebsocket: true,
};

/** Forwards everything but /refused, and reads the body first for /body-first. */
export function forwardTo(upstream: CompiledUpstream, more: Partial<Forward> = {}): DecisionMaker {
  const forward = (request: GatewayRequest): Decision => ({
    kind: "forward",
    route,
    upstream,
    method: request.method,
    target: request.target,
    headers: [...request.headers, ["X-Consumer-Username", "jane"]],
    responseHeaders: [],
    consumer: "jane",
    ...more,
  });
  return {
    decide(request) {
      if (request.target.startsWith("/refused")) return refusal;
      if (!request.target.startsWith("/body-first")) return forward(request);
      return (request.readBody?.(1024 * 1024) ?? Promise.resolve(undefined)).then(() => forward(request));
    },
  };
}

const refusal: Decision = {
  kind: "respond",
  status: 401,
  headers: [
    ["Content-Type", "application/json"],
    ["WWW-Authenticate", 'apikey realm="key"'],
  ],
  body: '{"message":"Missing API key in request"}',
  reason: "missing key",
  plugin: "key-auth",
  routeId: "r1",
};

export interface Stage {
  readonly proxy: RunningProxy;
  readonly upstream: Upstream;
  readonly events: ProxyEvent[];
}

/** Runs `body` with a proxy in front of an upstream, and ends both. */
export async function withProxy(
  listener: RequestListener,
  body: (stage: Stage) => Promise<void>,
  more: {
    readonly upstream?: Partial<CompiledUpstream>;
    readonly forward?: Partial<Forward>;
    readonly proxy?: Partial<ProxyOptions>;
  } = {},
): Promise<void> {
  const upstream = await startUpstream(listener);
  const events: ProxyEvent[] = [];
  const proxy = await startProxy({
    listen: { host: "127.0.0.1", port: 0 },
    engine: forwardTo(upstreamTo([node(upstream.port)], more.upstream), more.forward),
    log: (event) => events.push(event),
    ...more.proxy,
  });
  try {
    await body({ proxy, upstream, events });
  } finally {
    await proxy.close({ graceMs: 50 });
    await upstream.close();
  }
}

/** Answers with the request as the upstream saw it. */
export function echo(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const seen = {
      method: request.method,
      url: request.url,
      headers: request.rawHeaders,
      body: Buffer.concat(chunks).toString(),
    };
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(seen));
  });
}

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: string;
}

/** The values of a header in what `echo` saw. */
export function seenHeader(seen: Seen, name: string): string[] {
  return seen.headers.flatMap((each, index) =>
    index % 2 === 0 && each.toLowerCase() === name.toLowerCase() ? [seen.headers[index + 1] ?? ""] : [],
  );
}

/** Writes bytes on a new connection and returns all that comes until it is closed, or until `isEnough`. */
export function rawExchange(
  port: number,
  bytes: string | readonly string[],
  isEnough: (text: string) => boolean = () => false,
): Promise<{ readonly text: string; readonly isClosed: boolean }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let text = "";
    const finish = (isClosed: boolean): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, isClosed });
    };
    const timer = setTimeout(() => finish(false), 10_000);
    socket.on("error", (error: NodeJS.ErrnoException) => (error.code === "ECONNRESET" ? finish(true) : reject(error)));
    socket.on("close", () => finish(true));
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      timer.refresh();
      if (isEnough(text)) finish(false);
    });
    for (const part of typeof bytes === "string" ? [bytes] : bytes) socket.write(part, "latin1");
  });
}

export async function until(isTrue: () => boolean, milliseconds = 10_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error("waited in vain");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
