/** A yardstick: `@fastify/http-proxy` without authentication. `node bench/proxy/fastify-proxy.mjs PORT UPSTREAM_PORT` */
import httpProxy from "@fastify/http-proxy";
import fastify from "fastify";

const [port, upstreamPort] = process.argv.slice(2).map(Number);
const server = fastify({ logger: false, keepAliveTimeout: 60_000 });
await server.register(httpProxy, { upstream: `http://127.0.0.1:${upstreamPort}` });
await server.listen({ port, host: "127.0.0.1" });
