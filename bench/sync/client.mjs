/**
 * One measurement of a client in a process of its own: `node client.mjs read|write bare|rollcall PORT BUNDLE CHANGES`.
 * Prints milliseconds and the number of resources that came or went, as JSON.
 */
import { Pool } from "undici";
import { consumersInPieces } from "./data.mjs";

const [, , what, who, port, bundle, changes] = process.argv;
const concurrency = 8;
const origin = `http://127.0.0.1:${port}`;
const headers = { "x-api-key": "bench", accept: "application/json" };

const work = { read: { bare: bareRead, rollcall: ourRead }, write: { bare: bareWrite, rollcall: ourWrite } }[what][who];
console.log(JSON.stringify(await work()));
process.exit(0);

async function bareRead() {
  const pool = new Pool(origin, { connections: concurrency });
  return timed(async () => {
    const consumers = [];
    for (let page = 1, total = 1; consumers.length < total; page++) {
      const body = await get(pool, `/apisix/admin/consumers?page=${page}&page_size=500`);
      total = body.total;
      consumers.push(...body.list.map(({ value }) => value));
    }
    let count = consumers.length;
    await each(consumers, async ({ username }) => {
      const body = await get(pool, `/apisix/admin/consumers/${username}/credentials?page=1&page_size=500`);
      count += body.list.length;
    });
    return count;
  });
}

async function ourRead() {
  const gateway = await openGateway();
  return timed(async () => {
    const { consumers } = await gateway.read(new Set(["consumers", "credentials"]));
    return consumers.reduce((sum, { credentials }) => sum + 1 + credentials.length, 0);
  });
}

async function bareWrite() {
  const pool = new Pool(origin, { connections: concurrency });
  const { first, second } = puts();
  return timed(async () => {
    for (const step of [first, second]) await each(step, ({ path, body }) => put(pool, path, body));
    return first.length + second.length;
  });
}

async function ourWrite() {
  const { applyPlan } = await import(bundle);
  const gateway = await openGateway();
  const { first, second } = puts();
  const all = [...first, ...second].map(({ change }) => change);
  return timed(async () => {
    const report = await applyPlan(
      gateway,
      { changes: all, unchanged: 0, managed: 0, liveDigest: "" },
      { concurrency },
    );
    return report.applied.length;
  });
}

/** Creates of consumers, then of their credentials, as many as asked for in all. */
function puts() {
  const first = [];
  const second = [];
  for (const { credentials, ...value } of [...consumersInPieces(Number(changes))].flat()) {
    if (first.length + second.length + 1 + credentials.length > Number(changes)) break;
    const { username } = value;
    const identity = { action: "create", fields: [] };
    first.push({
      path: "/apisix/admin/consumers",
      body: value,
      change: { ...identity, kind: "consumers", id: username, name: username, after: value },
    });
    for (const credential of credentials) {
      const { name } = credential;
      second.push({
        path: `/apisix/admin/consumers/${username}/credentials/${name}`,
        body: credential,
        change: {
          ...identity,
          kind: "credentials",
          id: name,
          name,
          consumer: username,
          after: { ...credential, id: name },
        },
      });
    }
  }
  return { first, second };
}

async function openGateway() {
  const { backends } = await import(bundle);
  return backends.apisix({ server: origin, token: "bench", concurrency });
}

async function get(pool, path) {
  const { body } = await pool.request({ method: "GET", path, headers });
  return body.json();
}

async function put(pool, path, value) {
  const { body } = await pool.request({
    method: "PUT",
    path,
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify(value),
  });
  return body.json();
}

async function each(items, use) {
  const remaining = items.values();
  const worker = async () => {
    for (const item of remaining) await use(item);
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
}

async function timed(use) {
  const start = performance.now();
  const count = await use();
  return { milliseconds: performance.now() - start, count };
}
