/**
 * What a decision of the engine costs, as ratios to bare node:crypto on the same bytes, measured in turns in one run.
 * `node --expose-gc bench/engine.mjs [--credentials N] [--rounds N] [--part keys|signatures|routes]`: one core, medians of
 * the rounds. A million credentials take about half a minute to compile and 2 GB.
 *
 * Turns are short, less than a time slice of the system, so that most of them are not interrupted and what the
 * neighbours do meets both sides alike. Neither side keeps its results: a server lets go of a decision before it makes
 * the next, and thousands kept at once are copied by the collector, which is no cost of deciding.
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
import { configOf, consumerOf, keyOf, received, requestOf, upstreams } from "./engine/config.mjs";
import { median } from "./median.mjs";
import { numberOption, textOption } from "./options.mjs";

const credentials = numberOption("--credentials", 1_000_000);
const rounds = numberOption("--rounds", 2000);
const warmUp = 200;
const turn = 64;
/** Whose records an engine keeps at hand, and more than that. */
const usualCallers = 4096;
const manyCallers = 65_536;
const mostRoutes = 10_000;
/** Has no factor in common with the number of routes, nor with those by which their kinds change. */
const spreadStep = 101;
const parts = await importBundled(fileURLToPath(new URL("engine/parts.ts", import.meta.url)));
const masterKey = new Uint8Array(32).fill(7);
const crypto = parts.nodeCrypto;
const now = Date.parse("2026-08-01T00:00:00Z");

const measurements = { keys: keyAuthentication, signatures, routes };
const part = textOption("--part", Object.keys(measurements));
for (const [name, measure] of Object.entries(measurements)) if (part === undefined || part === name) measure();

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
    console.log(`${count} credentials`);
    const digest = (key) => createHash("sha256").update(key).digest();
    const callers = spread(count, usualCallers).map(keyOf);
    compareLists("key-auth with limit-count", "/r", callers, 2);
    compareLists("the same counted by consumer", "/c", callers);
    // More than are kept in mind: each decision reads its records from the artifact.
    if (count > manyCallers)
      compareLists(`each from one of ${manyCallers} callers`, "/r", spread(count, manyCallers).map(keyOf));
    const requests = callers.slice(0, 1000).map((key) => requestOf("/r", [["apikey", key]]));
    bytes.push(bytesOf(() => requests.map((request) => engine.decide(request).kind)) / requests.length);
    console.log(`  ${bytes.at(-1).toFixed(0)} bytes a decision`);

    function compareLists(name, target, keys, goal) {
      const batch = freshBatch(keys, (key) => {
        const text = received(key);
        return { text, request: requestOf(target, [["apikey", text]]) };
      });
      const decideNext = overAndOver(batch.items, ({ request }) => check(engine.decide(request)));
      const digestNext = overAndOver(batch.items, ({ text }) => digest(text));
      line(name, inTurns(turn, [decideNext, digestNext], batch.renew), "× createHash(sha256) of the key", goal);
    }
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
  const bareHmac = (bytes) => createHmac("sha256", hmacKey).update(bytes).digest();
  const hmacRequest = () =>
    requestOf("/hmac", [
      ["Date", received(date)],
      ["Authorization", received(authorization)],
    ]);
  compare("hmac-auth", [{ makeRequest: hmacRequest, bytes: signed }], bareHmac, "× the bare HMAC", 1.3, turn);

  const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const tokenOf = (alg, more, signText) => {
    const text = `${encode({ alg, typ: "JWT" })}.${encode({ ...claims, ...more, key: alg })}`;
    const bytes = Buffer.from(text);
    const mac = signText(bytes);
    const header = `Bearer ${text}.${mac.toString("base64url")}`;
    return { bytes, mac, makeRequest: () => requestOf("/jwt", [["Authorization", received(header)]]) };
  };
  compare("jwt HS256", [tokenOf("HS256", {}, bareHmac)], bareHmac, "× the bare HMAC", 1.3, turn);
  // More than are kept in mind: what each says is read anew.
  const tokens = Array.from({ length: manyCallers }, (_, index) => tokenOf("HS256", { jti: keyOf(index) }, bareHmac));
  compare(`each one of ${manyCallers} tokens`, tokens, bareHmac, "× the bare HMAC", undefined, turn);
  for (const [algorithm, [pair, digest, options]] of Object.entries(asymmetric)) {
    const privateKey = createPrivateKey(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
    const publicKey = createPublicKey(pair.publicKey.export({ type: "spki", format: "pem" }));
    const token = tokenOf(algorithm, {}, (text) => sign(digest, text, { key: privateKey, ...options }));
    // The key alone is read sooner than one with settings.
    const key = Object.keys(options).length === 0 ? publicKey : { key: publicKey, ...options };
    const bareVerify = (bytes) => verify(digest, bytes, key, token.mac);
    compare(`jwt ${algorithm}`, [token], bareVerify, "× the bare verify", 1.1, 4);
  }

  function compare(name, sources, baseline, unit, target, times) {
    const batch = freshBatch(sources, ({ makeRequest, bytes }) => ({ request: makeRequest(), bytes }), times);
    const decideNext = overAndOver(batch.items, ({ request }) => check(engine.decide(request)));
    const bareNext = overAndOver(batch.items, ({ bytes }) => baseline(bytes));
    line(name, inTurns(times, [decideNext, bareNext], batch.renew), unit, target);
  }
}

function routes() {
  console.log("route match");
  const matchers = [100, mostRoutes].map((count) => {
    // The few are of the many, spread evenly, so that their paths are of the same lengths: what differs is how many there are.
    const list = Array.from({ length: count }, (_, nth) => {
      const index = (nth * spreadStep) % mostRoutes;
      return {
        id: `r${nth}`,
        uri: [`/api/v${index % 10}/things${index}`, `/api/v${index % 10}/things${index}/*`, `/t${index}/:id/items`][
          index % 3
        ],
        ...(index % 7 === 0 ? { hosts: ["api.example", `h${index}.example`] } : {}),
        methods: ["GET", "POST"],
        upstream_id: "up",
      };
    });
    const artifact = openOf({ upstreams, routes: list });
    const match = parts.createRouteMatcher(artifact.routes);
    const services = { crypto, now: () => now, counters: parts.createCounters() };
    const scope = {
      artifact,
      services,
      limits: parts.defaultEngineLimits,
      callers: new parts.Callers(artifact),
      counterKeys: undefined,
    };
    const numbers = spread(count, 4096);
    // As many different targets of few routes as of many, where a route takes more than one.
    const asked = numbers.map((number, nth) => [number, keyOf(nth).slice(0, 5)]);
    const contextOf = ([number, text]) => {
      const target = list[number].uri.replace("*", `a/${text}`).replace(":id", text);
      return parts.openContext(requestOf(target), scope);
    };
    for (const each of asked) {
      if (match(contextOf(each))?.id !== `r${each[0]}`) throw new Error(`route ${each[0]} is not met by its path`);
    }
    const batch = freshBatch(asked, contextOf);
    return { renew: batch.renew, matchNext: overAndOver(batch.items, match) };
  });
  const keys = spread(1_000_000, 4096).map(keyOf);
  const digestNext = overAndOver(keys, (key) => createHash("sha256").update(key).digest());
  const works = [...matchers.map(({ matchNext }) => matchNext), digestNext];
  const [few, many, digest] = inTurns(turn, works, () => {
    for (const { renew } of matchers) renew();
  });
  line("100 routes", [few, digest], "× createHash(sha256) of a key");
  line("10000 routes", [many, digest], "× createHash(sha256) of a key", 1.5);
  report("10000 routes", ratio(many, few), "× 100 routes", 1.5);
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

/** Numbers below `count`, in an order that has nothing to do with memory. */
function spread(count, length) {
  let state = 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % count;
  });
}

/** A function that takes one item after the other, and begins again. */
function overAndOver(items, use) {
  let at = 0;
  return () => {
    const item = items[at];
    at = at + 1 === items.length ? 0 : at + 1;
    return use(item);
  };
}

/**
 * Of a turn, made anew before each, outside of the time, from sources over and over: a server has just read the request
 * that it decides. With thousands that are made once, fetching their texts from memory would count as the engine's.
 */
function freshBatch(sources, make, length = turn) {
  const items = new Array(length);
  const next = overAndOver(sources, make);
  return {
    items,
    renew() {
      for (let index = 0; index < length; index++) items[index] = next();
    },
  };
}

/** For each work the microseconds that one took, a turn of `times` a round. @param prepare done before each round, not timed */
function inTurns(times, works, prepare = () => {}) {
  const taken = works.map(() => []);
  for (let round = 0; round < rounds + warmUp; round++) {
    prepare();
    for (const [index, work] of works.entries()) {
      const time = timed(times, work);
      if (round >= warmUp) taken[index].push(time);
    }
  }
  return taken;
}

function timed(times, work) {
  const start = performance.now();
  for (let index = 0; index < times; index++) work();
  return ((performance.now() - start) * 1000) / times;
}

/** Of turns that are neighbours. */
function ratio(work, baseline) {
  return median(work.map((time, round) => time / baseline[round]));
}

/**
 * Bytes that the work leaves in a heap that is not collected meanwhile. A collection throws optimised code away, and what runs in its place leaves more
 * behind, so the work is done a few times before: fewer than fill the young generation, which would be collected.
 */
function bytesOf(work) {
  const measured = Array.from({ length: 15 }, () => {
    globalThis.gc?.();
    for (let times = 0; times < 3; times++) work();
    const before = process.memoryUsage().heapUsed;
    work();
    return process.memoryUsage().heapUsed - before;
  });
  return median(measured);
}

function line(name, [work, baseline], unit, target) {
  const shown = (times) => `${median(times).toFixed(2)} µs`;
  report(name, ratio(work, baseline), unit, target, ` (${shown(work)}, ${shown(baseline)})`);
}

function report(name, value, unit, target, detail = "") {
  const verdict =
    target === undefined ? "" : value <= target ? `, target ${target}: met` : `, target ${target}: MISSED`;
  console.log(`  ${name}: ${value.toFixed(2)} ${unit}${detail}${verdict}`);
}
