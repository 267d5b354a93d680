/** Generates consumer files in the style that people write, always the same for the same seed. `node bench/generate.mjs [COUNT] > consumers.yaml` */
import { createHash } from "node:crypto";
import { pathToFileURL } from "node:url";

const teams = ["payments", "search", "logistics", "web", "mobile", "data-platform", "identity", "support"];
const environments = ["production", "staging", "development"];
const algorithms = ["HS256", "HS384", "HS512"];
const regions = ["eu-west-1", "us-east-1", "ap-south-1"];

/** YAML text that declares `count` consumers with one or two credentials each, labels, and plugins on every fourth. */
export function generateConsumers(count, seed = 1) {
  const random = randomFrom(seed);
  const pick = (from) => from[Math.floor(random() * from.length)];
  const parts = ["# Consumers of the public APIs. One entry a team and environment.\nconsumers:\n"];
  for (let index = 0; index < count; index++) {
    const team = pick(teams);
    const name = `${team}-${String(index).padStart(6, "0")}`;
    if (random() < 0.05) parts.push(`\n  # ${name}: owned by ${team}, ask before a change\n`);
    parts.push(`  - username: ${name}\n`);
    if (random() < 0.5) parts.push(`    desc: "Calls from ${team}, ticket #${index}"\n`);
    parts.push(`    labels:\n      team: ${team}\n      env: ${pick(environments)}\n`);
    if (random() < 0.3) parts.push(`      region: ${pick(regions)} # where it runs\n`);
    if (random() < 0.25) parts.push(plugins(random));
    parts.push("    credentials:\n", credential(name, "main", index % 4, random, pick));
    if (random() < 0.2) parts.push(credential(name, "next", (index + 1) % 4, random, pick));
  }
  return parts.join("");
}

function credential(owner, name, kind, random, pick) {
  const secret = createHash("sha256").update(`${owner}.${name}`).digest("hex");
  const bodies = [
    `key-auth:\n            key: ${secret.slice(0, 40)}\n`,
    `basic-auth:\n            username: ${owner}.${name}\n            password: pw-${secret.slice(0, 24)}\n`,
    `hmac-auth:\n            key_id: ${owner}.${name}\n            secret_key: "${secret}"\n`,
    `jwt-auth:\n            key: ${owner}.${name}\n            secret: ${secret}\n            algorithm: ${pick(algorithms)}\n            exp: ${3600 * (1 + Math.floor(random() * 24))}\n`,
  ];
  return `      - name: ${name}\n        plugins:\n          ${bodies[kind]}`;
}

function plugins(random) {
  const count = 100 * (1 + Math.floor(random() * 50));
  const limit = `      limit-count:\n        count: ${count}\n        time_window: 60\n        rejected_code: 429\n`;
  const restriction = `      ip-restriction:\n        whitelist: [10.${Math.floor(random() * 256)}.0.0/16, 192.168.0.0/16]\n`;
  return `    plugins:\n${limit}${random() < 0.4 ? restriction : ""}`;
}

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(generateConsumers(Number(process.argv[2] ?? 1000)));
}
