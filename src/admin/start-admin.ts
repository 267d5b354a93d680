/** Starts the Admin API: the surface of APISIX (gateway reference, section 4) over a state that is kept in one file. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pluginNames } from "../model/generated/fields.ts";
import { version } from "../version.ts";
import { createAuthenticator } from "./authenticate.ts";
import { type Answer, createCommitQueue } from "./commit-queue.ts";
import { configOf } from "./config-of.ts";
import type { AdminOptions, AdminServer } from "./contract.ts";
import { type AdminContext, handle } from "./handle.ts";
import { openStateFile } from "./state-file.ts";
import { validateResource } from "./validate.ts";

/** How long calls under way may take when the server closes. */
const graceMs = 5_000;

/**
 * Resolves when it listens and the stored configuration is served.
 *
 * @throws StateError if the state file is damaged, sealed with another key, or of another version
 * @example
 * const admin = await startAdmin({ keys: [{ key, role: "admin" }], stateFile: "state.json", onChange: serveBy });
 */
export async function startAdmin(options: AdminOptions): Promise<AdminServer> {
  const host = options.listen?.host ?? "127.0.0.1";
  const log = options.log?.bind(options);
  const authenticate = createAuthenticator(options.keys);
  const file = openStateFile(options.stateFile, options.stateKey);
  const initial = await file.read();
  await options.onChange?.(configOf(initial));
  const queue = createCommitQueue(initial, {
    serve: async (state) => options.onChange?.(configOf(state)),
    store: (state) => file.write(state),
    onFault: (reason) => log?.({ kind: "fault", reason }),
  });
  const context: AdminContext = {
    queue,
    authenticate,
    validate: options.validate ?? validateResource,
    plugins: new Set(options.plugins ?? [...pluginNames.request, ...pluginNames.credential]),
    now: () => Math.floor(Date.now() / 1000),
  };
  const server = createServer((message, response) => {
    handle(context, message).then(
      (answer) => {
        if (message.method !== "GET" && message.method !== "HEAD") {
          const path = (message.url ?? "").split("?", 1)[0] ?? "";
          log?.({ kind: "write", method: message.method ?? "", path, status: answer.status });
        }
        send(message, response, answer);
      },
      () => {
        log?.({ kind: "fault", reason: "a call failed unexpectedly" });
        send(message, response, { status: 500, body: { error_msg: "internal error" } });
      },
    );
  });
  await listen(server, host, options.listen?.port ?? 9180);
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return {
    address: { host, port, url: `http://${host.includes(":") ? `[${host}]` : host}:${port}` },
    config: () => configOf(queue.state),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const closeIdle = setInterval(() => server.closeIdleConnections(), 25);
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearInterval(closeIdle);
      clearTimeout(cut);
      await queue.idle();
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function send(message: IncomingMessage, response: ServerResponse, { status, body }: Answer): void {
  const bytes = Buffer.from(body === undefined ? "" : `${JSON.stringify(body)}\n`);
  // A body that was not read to its end would be taken for the next request.
  if (!message.complete) response.setHeader("Connection", "close");
  response.writeHead(status, {
    "Content-Type": "application/json",
    "Content-Length": bytes.length,
    "Cache-Control": "no-store",
    "X-API-VERSION": "v3",
    Server: `rollcall/${version}`,
  });
  response.end(message.method === "HEAD" ? undefined : bytes);
}
