/**
 * An Admin API that costs as little as can be, so that the client is what is measured: `node server.mjs CONSUMERS`.
 * Lists are made into text beforehand; writes are answered and forgotten. Tells its port to the parent process.
 */
import { createServer } from "node:http";
import { consumersInPieces } from "./data.mjs";

const pageSize = 500;
const consumers = [...consumersInPieces(Number(process.argv[2]))].flat().slice(0, Number(process.argv[2]));
const pages = new Map();
for (let page = 0; page * pageSize < consumers.length; page++) {
  const list = consumers
    .slice(page * pageSize, (page + 1) * pageSize)
    .map(({ credentials: _, ...value }) => node(value.username, value));
  pages.set(String(page + 1), JSON.stringify({ total: consumers.length, list }));
}
const credentials = new Map(
  consumers.map(({ username, credentials: own }) => [
    `/apisix/admin/consumers/${username}/credentials`,
    JSON.stringify({
      total: own.length,
      list: own.map((value) => node(`${username}/credentials/${value.name}`, { id: value.name, ...value })),
    }),
  ]),
);
const notFound = JSON.stringify({ message: "Key not found" });
const nothing = JSON.stringify({ total: 0, list: [] });
const written = JSON.stringify(node("any", {}));

const server = createServer((request, response) => {
  if (request.method !== "GET") {
    request.on("data", () => undefined).on("end", () => answer(response, 201, written));
    return;
  }
  const [path, query] = request.url.split("?");
  if (path.endsWith("/credentials")) {
    const found = credentials.get(path);
    answer(response, found ? 200 : 404, found ?? notFound);
  } else if (path.endsWith("/consumers")) {
    const page = new URLSearchParams(query).get("page");
    answer(response, 200, pages.get(page) ?? nothing);
  } else {
    answer(response, 200, nothing);
  }
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send(server.address().port));

function node(key, value) {
  return {
    key: `/apisix/consumers/${key}`,
    value: { ...value, create_time: 1764000000, update_time: 1764000001 },
    createdIndex: 1,
    modifiedIndex: 1,
  };
}

function answer(response, status, text) {
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(text) });
  response.end(text);
}
