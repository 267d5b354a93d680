/** The yardstick: a plain node:http reverse proxy with a keep-alive agent and no authentication. `node bench/baseline-proxy.mjs PORT UPSTREAM_PORT` */
import { Agent, createServer, request as sendRequest } from "node:http";

const [port, upstreamPort] = process.argv.slice(2).map(Number);
const agent = new Agent({ keepAlive: true, maxSockets: 256 });

const server = createServer((request, response) => {
  const { method, url: path, headers } = request;
  const forwarded = sendRequest({ agent, host: "127.0.0.1", port: upstreamPort, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode, answer.rawHeaders);
    answer.pipe(response);
  });
  forwarded.on("error", () => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  });
  request.pipe(forwarded);
});
server.keepAliveTimeout = 60_000;
server.listen(port, "127.0.0.1", () => console.log(`listening ${server.address().port}`));
