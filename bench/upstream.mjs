/** A trivial upstream: answers every request with a small JSON body. `node bench/upstream.mjs PORT` */
import { createServer } from "node:http";

const port = Number(process.argv[2] ?? 19080);
const body = Buffer.from(JSON.stringify({ ok: true, from: "upstream", items: [1, 2, 3] }));

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { "content-type": "application/json", "content-length": body.length });
  response.end(body);
});
server.keepAliveTimeout = 60_000;
server.listen(port, "127.0.0.1", () => console.log(`listening ${server.address().port}`));
