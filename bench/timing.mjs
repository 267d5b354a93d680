/**
 * Does the time of a refusal tell whether a key or user exists? Welch's t-test over interleaved decisions in random order,
 * three times in a row for each pair; exits with 1 if one of them tells. First a comparison that leaks on purpose must be
 * found out, so that silence means something, and requests of one kind against each other, where there is nothing to
 * tell: each pair of equal times is taken for different in 3 of 100 runs by chance, a leak in each.
 * `node bench/timing.mjs [--samples N]`.
 */
import { fileURLToPath } from "node:url";
import { importBundled } from "./engine/bundle.mjs";
import { configOf, consumerOf, keyOf, requestOf, upstreams } from "./engine/config.mjs";
import { welch } from "./engine/welch.mjs";
import { numberOption } from "./options.mjs";

const samples = numberOption("--samples", 100_000);
const leastP = 0.01;
/** The rest are interrupts, collections of garbage and other processes. */
const kept = 0.5;
const size = 2048;
const warmUp = 5000;
const parts = await importBundled(fileURLToPath(new URL("engine/parts.ts", import.meta.url)));
const crypto = parts.nodeCrypto;
const masterKey = new Uint8Array(32).fill(7);

const consumers = Array.from({ length: size }, (_, index) => [
  consumerOf(`k${index}`, "key-auth", { key: keyOf(index) }),
  consumerOf(`u${index}`, "basic-auth", {
    username: userOf(index),
    password: `password-${String(index).padStart(8, "0")}`,
  }),
]).flat();
const routes = [
  { id: "key", uri: "/key", upstream_id: "up", plugins: { "key-auth": {} } },
  { id: "basic", uri: "/basic", upstream_id: "up", plugins: { "basic-auth": {} } },
];
const bytes = parts.compile(configOf({ consumers, upstreams, routes }), { crypto, key: masterKey, tool: "timing" });
const artifact = parts.openArtifact(bytes, { crypto, key: masterKey });
const engine = parts.createEngine(artifact, { crypto, now: Date.now, counters: parts.createCounters() });

/**
 * Requests of two kinds, of the same form and length, which are answered alike. A key that is known is answered
 * otherwise than one that is not, whatever the time.
 */
const pairs = [
  [
    "a control: wrong passwords of users, or the same",
    (index) => withPassword(userOf(index), wrongPassword(index)),
    (index) => withPassword(userOf(index), wrongPassword(index)),
  ],
  [
    "key-auth: right first half of a key, or nothing of it",
    (index) => withKey(halfOf(index)),
    () => withKey(halfOf(1_000_000 + anyNumber())),
  ],
  [
    "basic-auth: wrong password of a user, or unknown user",
    (index) => withPassword(userOf(index), wrongPassword(index)),
    (index) => withPassword(unknownUser(index), wrongPassword(index)),
  ],
  [
    "basic-auth: password right but for its end, or wrong at once",
    (index) => withPassword(userOf(index), nearPassword(index)),
    (index) => withPassword(userOf(index), wrongPassword(index)),
  ],
];

const isFound = selfCheck();
let failures = isFound ? 0 : 1;
for (const [name, left, right] of pairs) {
  const results = [1, 2, 3].map(() => compare(left, right, (request) => engine.decide(request)));
  const isSilent = results.every(({ p }) => p > leastP);
  if (!isSilent) failures++;
  console.log(`${name}: ${results.map(shown).join("; ")}: ${isSilent ? "no difference" : "TELLS"}`);
}
process.exitCode = failures === 0 ? 0 : 1;

/** A comparison that stops at the first difference, and does a little for each character. */
function selfCheck() {
  const secret = keyOf(7);
  const leaky = (text) => {
    let sum = 0;
    for (let index = 0; index < secret.length; index++) {
      if (text[index] !== secret[index]) return sum < 0;
      sum += Math.sqrt(index);
    }
    return true;
  };
  const near = (index, from) => flat(secret.slice(0, from) + unknownKey(index).slice(from));
  const result = compare(
    (index) => near(index, 32),
    (index) => near(index, 0),
    leaky,
  );
  const isFoundOut = result.p <= leastP;
  console.log(
    `a comparison that leaks: ${shown(result)}: ${isFoundOut ? "found out, as it must be" : "NOT FOUND OUT"}`,
  );
  return isFoundOut;
}

/** In random order, each input made anew: a thousand that are measured again and again would be a sample of a thousand. */
function compare(leftOf, rightOf, work) {
  const makers = [leftOf, rightOf];
  const times = [new Float64Array(samples), new Float64Array(samples)];
  const counts = [-warmUp, -warmUp];
  while (counts[0] < samples || counts[1] < samples) {
    const side = counts[0] >= samples || (counts[1] < samples && Math.random() < 0.5) ? 1 : 0;
    const index = (Math.random() * size) | 0;
    // Both, in random order, so that what was done just before does not hang on the side.
    const first = Math.random() < 0.5 ? 0 : 1;
    const made = [makers[first](index), makers[1 - first](index)];
    const input = made[side === first ? 0 : 1];
    const start = process.hrtime.bigint();
    work(input);
    const time = Number(process.hrtime.bigint() - start);
    const at = counts[side]++;
    if (at >= 0) times[side][at] = time;
  }
  return welch(times[0], times[1], kept);
}

/** Of its own memory, not joined from pieces. */
function flat(text) {
  return Buffer.from(text).toString("latin1");
}

function shown({ t, p, difference }) {
  return `t ${t.toFixed(2)}, p ${p.toPrecision(2)}, ${difference.toFixed(1)} ns`;
}

function withKey(text) {
  return requestOf("/key", [["apikey", flat(text)]]);
}

function withPassword(name, password) {
  const value = Buffer.from(`${name}:${password}`).toString("base64");
  return requestOf("/basic", [["Authorization", flat(`Basic ${value}`)]]);
}

/** Begins as that key, which may be one that exists, and ends as none; put together alike, because what was just done to make a text lies in caches. */
function halfOf(index) {
  return keyOf(index).slice(0, 20) + unknownKey(anyNumber()).slice(20);
}

/** As long as keys are, made as they are. */
function unknownKey(index) {
  return keyOf(index + 1_000_000);
}

/** Another one each time: of 2048 keys, each asked for fifty times, the walks through the index would differ on average from those of 2048 others. */
function anyNumber() {
  return (Math.random() * 10_000_000) | 0;
}

function userOf(index) {
  return `user-${String(index).padStart(8, "0")}`;
}

/**
 * Another one each time: each unknown user is checked with the record of somebody, and 2048 names would be checked with 1300 of
 * the 2048 records, which then lie nearer in the processor's cache than those of 2048 users.
 */
function unknownUser() {
  return userOf(1_000_000 + anyNumber());
}

function nearPassword(index) {
  return `password-${String(index).padStart(8, "0").slice(0, 7)}x`;
}

function wrongPassword(index) {
  return `drowssap-${String(index).padStart(8, "9")}`;
}
