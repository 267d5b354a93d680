/** A gate for Fastify: a server that decides before Fastify routes, so that both read the same path. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { Gate } from "./contract.ts";
import { nodeHttp } from "./node-http.ts";

/**
 * `app.inject` does not pass through the server, so not through the gate either.
 *
 * @example
 * const app = fastify({ serverFactory: fastifyGate({ engine }) });
 * app.get("/orders/:id", (request) => `hello ${request.raw.rollcall.consumer}`);
 */
export function fastifyGate(options: Gate) {
  const gate = nodeHttp(options);
  return (handler: RequestListener): Server =>
    createServer((request, response) =>
      gate(request, response, (error) => {
        if (error === undefined) handler(request, response);
        else response.writeHead(500).end();
      }),
    );
}
