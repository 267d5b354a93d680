/**
 * What a decision of the engine costs, as ratios to bare node:crypto on the same bytes, measured in turns in one run.
 * `node --expose-gc bench/engine.mjs [--credentials N] [--rounds N]`: one core, medians of the rounds. A million
 * credentials take about half a minute to compile and 2 GB.
 */
import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
} from "node:crypto";
import { fileURLToPath } from "node:url";
import { importBundled } from "./engine/bundle.mjs";
import { configOf, consumerOf, keyOf, requestOf, upstreams } from "./engine/config.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const credentials = numberOption("--credentials", 1_000_000);
const rounds = numberOption("--rounds", 41);
const parts = await importBundled(fileURLToPath(new URL("engine/parts.ts", import.meta.url)));
const masterKey = new Uint8Array(32).fill(7);
const crypto = parts.nodeCrypto;
const now = Date.parse("2026-08-01T00:00:00Z");

keyAuthentication();
signatures();
routes();

function keyAuthentication() {
  const limited = { "key-auth": {}, "limit-count": { count: 1e9, time_window: 3600 } };
  const perConsumer = { ...limited, "limit-count": { ...limited["limit-count"], key: "consumer_name" } };
  const routeList = [
    { id: "r", uri: "/r", upstream_id: "up", plugins: limited },
    { id: "c", uri: "/c", upstream_id: "up", plugins: perConsumer },
  ];
  const enginesBySize = [1_000, credentials].map((count) => {
    const consumers = Array.from({ length: count }, (_, index) =>
      consumerOf(`c${String(index).padStart(7, "0")}`, "key-auth", { key: keyOf(index) }),
    );
    return [count, engineOf({ consumers, upstreams, routes: routeList })];
  });
  const bytes = [];
  for (const [count, engine] of enginesBySize) {
    const texts = spread(count, 4096).map(keyOf);
    const requests = texts.map((key) => requestOf("/r", [["apikey", key]]));
    const own = texts.map((key) => requestOf("/c", [["apikey", key]]));
    const decideAll = (list) => () => checkAll(list.map((request) => engine.decide(request)));
    const digestAll = () => texts.map((key) => createHash("sha256").update(key).digest());
    console.log(`${count} credentials`);
    line(
      "key-auth with limit-count",
      alternate(decideAll(requests), digestAll),
      "× createHash(sha256) of the key",
      2,
      texts.length,
    );
    line(
      "the same counted by consumer",
      alternate(decideAll(own), digestAll),
      "× createHash(sha256) of the key",
      undefined,
      texts.length,
    );
    bytes.push(bytesOf(() => requests.slice(0, 1000).map((request) => engine.decide(request).kind)) / 1000);
    console.log(`  ${bytes.at(-1).toFixed(0)} bytes a decision`);
  }
  report(`bytes a decision among ${credentials}`, bytes[1] / bytes[0], "× among 1000", 1.05);
}

function signatures() {
  const secret = "0123456789abcdef".repeat(4);
  const claims = { key: "k", sub: "jane@example.com", iss: "https://issuer.example", exp: now / 1000 + 3600 };
  const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const ed = generateKeyPairSync("ed25519");
  const asymmetric = {
    RS256: [rsa, "sha256", {}],
    ES256: [ec, "sha256", { dsaEncoding: "ieee-p1363" }],
    EdDSA: [ed, null, {}],
  };
  const consumers = [
    consumerOf("hmac", "hmac-auth", { key_id: "k", secret_key: secret }),
    consumerOf("hs", "jwt-auth", { key: "HS256", secret }),
    ...Object.entries(asymmetric).map(([algorithm, [{ publicKey }]]) =>
      consumerOf(algorithm, "jwt-auth", {
        key: algorithm,
        algorithm,
        public_key: publicKey.export({ type: "spki", format: "pem" }),
      }),
    ),
  ];
  const engine = engineOf({
    consumers,
    upstreams,
    routes: [
      { id: "hmac", uri: "/hmac", upstream_id: "up", plugins: { "hmac-auth": {} } },
      { id: "jwt", uri: "/jwt", upstream_id: "up", plugins: { "jwt-auth": {} } },
    ],
  });
  console.log("signatures");
  const date = new Date(now).toUTCString();
  const signed = Buffer.from(`k\nGET /hmac\ndate: ${date}\n`);
  const hmacKey = Buffer.from(secret);
  const signature = createHmac("sha256", hmacKey).update(signed).digest("base64");
  const authorization = `Signature keyId="k",algorithm="hmac-sha256",headers="@request-target date",signature="${signature}"`;
  compare(
    "hmac-auth",
    requestOf("/hmac", [
      ["Date", date],
      ["Authorization", authorization],
    ]),
    () => createHmac("sha256", hmacKey).update(signed).digest(),
    "× the bare HMAC",
    1.3,
    2000,
  );

  const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const tokenOf = (alg, signText) => {
    const text = `${encode({ alg, typ: "JWT" })}.${encode({ ...claims, key: alg })}`;
    const bytes = Buffer.from(text);
    const mac = signText(bytes);
    return {
      bytes,
      mac,
      request: requestOf("/jwt", [["Authorization", `Bearer ${text}.${mac.toString("base64url")}`]]),
    };
  };
  const hs = tokenOf("HS256", (bytes) => createHmac("sha256", hmacKey).update(bytes).digest());
  compare(
    "jwt HS256",
    hs.request,
    () => createHmac("sha256", hmacKey).update(hs.bytes).digest(),
    "× the bare HMAC",
    1.3,
    2000,
  );
  for (const [algorithm, [pair, digest, options]] of Object.entries(asymmetric)) {
    const privateKey = createPrivateKey(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
    const publicKey = createPublicKey(pair.publicKey.export({ type: "spki", format: "pem" }));
    const { bytes, mac, request } = tokenOf(algorithm, (text) => sign(digest, text, { key: privateKey, ...options }));
    const key = { key: publicKey, ...options };
    compare(`jwt ${algorithm}`, request, () => verify(digest, bytes, key, mac), "× the bare verify", 1.1, 200);
  }

  function compare(name, request, baseline, unit, target, times) {
    const decideAll = () => {
      for (let index = 0; index < times; index++) check(engine.decide(request));
    };
    const baseAll = () => {
      for (let index = 0; index < times; index++) baseline();
    };
    line(name, alternate(decideAll, baseAll), unit, target, times);
  }
}

function routes() {
  console.log("route match");
  const found = [100, 10_000].map((count) => {
    const list = Array.from({ length: count }, (_, index) => ({
      id: `r${index}`,
      uri: [`/api/v${index % 10}/things${index}`, `/api/v${index % 10}/things${index}/*`, `/t${index}/:id/items`][
        index % 3
      ],
      ...(index % 7 === 0 ? { hosts: ["api.example", `h${index}.example`] } : {}),
      methods: ["GET", "POST"],
      upstream_id: "up",
    }));
    const artifact = openOf({ upstreams, routes: list });
    const match = parts.createRouteMatcher(artifact.routes);
    const services = { crypto, now: () => now, counters: parts.createCounters() };
    const contexts = spread(count, 4096).map((index) => {
      const { uri } = list[index];
      const target = uri.replace("*", "a/b").replace(":id", "12345");
      return [parts.openContext(requestOf(target), artifact, services, parts.defaultEngineLimits), `r${index}`];
    });
    for (const [context, id] of contexts)
      if (match(context)?.id !== id) throw new Error(`${context.path} met another route`);
    const matchAll = () => {
      let matched = 0;
      for (const [context] of contexts) if (match(context) !== undefined) matched++;
      return matched;
    };
    const keys = spread(count, 4096).map(keyOf);
    const times = alternate(matchAll, () => keys.map((key) => createHash("sha256").update(key).digest()));
    line(
      `${count} routes`,
      times,
      "× createHash(sha256) of a key",
      count === 10_000 ? 1.5 : undefined,
      contexts.length,
    );
    return times;
  });
  report("10000 routes", found[1].work / found[0].work / (found[1].baseline / found[0].baseline), "× 100 routes", 1.5);
}

function openOf(native) {
  const bytes = parts.compile(configOf(native), { crypto, key: masterKey, tool: "bench" });
  return parts.openArtifact(bytes, { crypto, key: masterKey });
}

function engineOf(native) {
  return parts.createEngine(openOf(native), { crypto, now: () => now, counters: parts.createCounters() });
}

function check(decision) {
  if (decision.kind !== "forward") throw new Error(`refused: ${decision.reason}`);
}

function checkAll(decisions) {
  for (const decision of decisions) check(decision);
}

/** Numbers below `count`, in an order that has nothing to do with memory. */
function spread(count, length) {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % count;
  });
}

/** Milliseconds of each, medians over the rounds, and the median of the ratios of neighbours. */
function alternate(work, baseline) {
  const times = { work: [], baseline: [], ratio: [] };
  for (let round = 0; round < rounds + 5; round++) {
    const [first, second] = [timed(work), timed(baseline)];
    if (round < 5) continue;
    times.work.push(first);
    times.baseline.push(second);
    times.ratio.push(first / second);
  }
  return { work: median(times.work), baseline: median(times.baseline), ratio: median(times.ratio) };
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Bytes that the work leaves in a heap that is not collected meanwhile. */
function bytesOf(work) {
  const measured = Array.from({ length: 15 }, () => {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    work();
    return process.memoryUsage().heapUsed - before;
  });
  return median(measured);
}

function line(name, { work, baseline, ratio }, unit, target, count) {
  const micro = (milliseconds) => ((milliseconds * 1000) / count).toFixed(2);
  report(name, ratio, unit, target, ` (${micro(work)} µs, ${micro(baseline)} µs)`);
}

function report(name, ratio, unit, target, detail = "") {
  const verdict =
    target === undefined ? "" : ratio <= target ? `, target ${target}: met` : `, target ${target}: MISSED`;
  console.log(`  ${name}: ${ratio.toFixed(2)} ${unit}${detail}${verdict}`);
}
