/**
 * Below what a decision cannot fall: what waiting for memory costs beside a SHA-256 of the key, and what the parts of hmac-auth cost, each in a loop of its own.
 * `node bench/engine-floor.mjs [--rounds N]`: nanoseconds, the quickest twentieth and the median of the rounds, works in turns.
 */
import { createHash, createHmac } from "node:crypto";
import { fileURLToPath } from "node:url";
import { importBundled } from "./engine/bundle.mjs";
import { configOf, consumerOf, keyOf, received, requestOf, upstreams } from "./engine/config.mjs";
import { numberOption } from "./options.mjs";

const rounds = numberOption("--rounds", 1500);
const warmUp = 300;
const turn = 64;
const parts = await importBundled(fileURLToPath(new URL("engine/parts.ts", import.meta.url)));
const crypto = parts.nodeCrypto;

memory();
signatures();

/** Tables as large as the index of a million and more; each line is known only when the one before has come. */
function memory() {
  const lines = 2 ** 19;
  const wordsOfLine = 16;
  const tables = Array.from({ length: 4 }, () => new Int32Array(lines * wordsOfLine).fill(1));
  const read = (count, number) => {
    let found = 0;
    for (let table = 0; table < count; table++) {
      const line = Math.imul(number + found + table, 0x9e3779b1) >>> 13;
      found += tables[table][line * wordsOfLine];
    }
    return found;
  };
  const digest = (key) => createHash("sha256").update(key).digest()[0];
  let caller = 0;
  const makeItem = () => {
    // As many callers as bench/engine.mjs has, far apart.
    caller = (caller + 1) % 4096;
    return { key: received(keyOf(caller * 241)), number: caller * 241 };
  };
  measure("SHA-256 of the key, and lines of memory", makeItem, {
    alone: ({ key }) => digest(key),
    "one line": ({ key, number }) => digest(key) + read(1, number),
    "two lines": ({ key, number }) => digest(key) + read(2, number),
    "four lines": ({ key, number }) => digest(key) + read(4, number),
  });
}

function signatures() {
  const now = Date.parse("2026-08-01T00:00:00Z");
  const secret = "0123456789abcdef".repeat(4);
  const date = new Date(now).toUTCString();
  const signed = `k\nGET /hmac\ndate: ${date}\n`;
  const sum = createHmac("sha256", secret).update(signed).digest();
  const header = `Signature keyId="k",algorithm="hmac-sha256",headers="@request-target date",signature="${sum.toString("base64")}"`;
  const consumers = [consumerOf("hmac", "hmac-auth", { key_id: "k", secret_key: secret })];
  const routes = [
    { id: "hmac", uri: "/hmac", upstream_id: "up", plugins: { "hmac-auth": {} } },
    { id: "none", uri: "/none", upstream_id: "up" },
  ];
  const key = new Uint8Array(32).fill(7);
  const bytes = parts.compile(configOf({ consumers, upstreams, routes }), { crypto, key, tool: "bench" });
  const artifact = parts.openArtifact(bytes, { crypto, key });
  const engine = parts.createEngine(artifact, { crypto, now: () => now, counters: parts.createCounters() });
  const secretBytes = artifact.credential(0).secret();
  const decide = (request) => {
    if (engine.decide(request).kind !== "forward") throw new Error("refused");
    return 1;
  };
  const makeItem = () => {
    const authorization = received(header);
    const headers = [
      ["Date", received(date)],
      ["Authorization", authorization],
    ];
    const signature = authorization.slice(-45, -1);
    return { authorization, signature, date: headers[0][1], request: requestOf("/hmac", headers) };
  };
  measure("hmac-auth", makeItem, {
    "the whole decision": ({ request }) => decide(request),
    "without authentication": ({ request }) => decide({ ...request, target: "/none" }),
    "bare HMAC": () => createHmac("sha256", secretBytes).update(signed).digest()[0],
    "headers of the request": ({ request }) => parts.readRequestHeaders(request.headers, 8192).count("date"),
    "parameters of the signature": ({ authorization }) => parts.signatureParameters(authorization, 9).keyId.length,
    "look-up of the key id": () => artifact.findCredential("hmac-auth", "k"),
    "signature from base64": ({ signature }) => parts.passingBase64(signature).length,
    "HMAC and comparison": (item) => {
      const pieces = ["k", "\n", "GET", " ", "/hmac", "\n", "date: ", item.date, "\n"];
      return crypto.isHmac("sha256", secretBytes, pieces, sum) ? 1 : 0;
    },
  });
}

/** @param works each gives a number, so that none is left out */
function measure(title, makeItem, works) {
  const names = Object.keys(works);
  const taken = new Map(names.map((name) => [name, []]));
  let used = 0;
  for (let round = 0; round < rounds + warmUp; round++) {
    for (const name of names) {
      const work = works[name];
      const items = Array.from({ length: turn }, makeItem);
      const start = performance.now();
      for (let index = 0; index < turn; index++) used += work(items[index]);
      if (round >= warmUp) taken.get(name).push(((performance.now() - start) * 1e6) / turn);
    }
  }
  console.log(Number.isNaN(used) ? `${title}: no result` : title);
  for (const [name, times] of taken) {
    times.sort((left, right) => left - right);
    const at = (share) => times[Math.floor(times.length * share)].toFixed(0);
    console.log(`  ${name}: ${at(0.05)} ns, median ${at(0.5)}`);
  }
}
