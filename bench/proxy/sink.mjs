/** An upstream that reads what it is sent to the end, then answers. `node bench/proxy/sink.mjs PORT` */
import { createServer } from "node:http";

const server = createServer((request, response) => {
  let bytes = 0;
  request.on("data", (chunk) => (bytes += chunk.length)).on("end", () => response.end(`${bytes}`));
});
server.requestTimeout = 0;
// A proxy that keeps connections must not meet their end.
server.keepAliveTimeout = 600_000;
server.listen(Number(process.argv[2]), "127.0.0.1");
