/**
 * One measurement in a process of its own: `node plan.mjs plan|parse CONSUMERS CHANGES stored|filled`.
 * Prints milliseconds and, for `plan`, what the plan holds, as JSON.
 */
import { nodeCrypto, plan } from "../../dist/index.mjs";
import { changedLive, consumersInPieces } from "./data.mjs";

const [, , what, count, changes, stored] = process.argv;
const pieces = consumersInPieces(Number(count));

if (what === "parse") {
  const texts = [...pieces].flatMap((piece, index) => [
    JSON.stringify(piece),
    JSON.stringify(changedLive(piece, index, { count, changes, stored })),
  ]);
  // Kept, as whoever compares the two sides has to.
  const kept = [];
  print(() => {
    for (const text of texts) kept.push(JSON.parse(text));
    return { bytes: texts.reduce((sum, text) => sum + text.length, 0) };
  });
} else {
  const desired = emptyConfig();
  const live = emptyConfig();
  for (const [index, piece] of [...pieces].entries()) {
    // Through text, so that both sides look in memory as what was read does, and share nothing.
    desired.consumers.push(...entries(JSON.parse(JSON.stringify(piece))));
    live.consumers.push(...entries(JSON.parse(JSON.stringify(changedLive(piece, index, { count, changes, stored })))));
  }
  print(() => {
    const result = plan(desired, live, { crypto: nodeCrypto, fingerprint: () => "sha256:00000000" });
    return { changes: result.changes.length, unchanged: result.unchanged };
  });
}

function print(work) {
  globalThis.gc?.();
  const start = performance.now();
  const result = work();
  const milliseconds = performance.now() - start;
  console.log(JSON.stringify({ milliseconds, ...result }));
}

function emptyConfig() {
  return {
    consumer_groups: [],
    consumers: [],
    upstreams: [],
    services: [],
    plugin_configs: [],
    routes: [],
    global_rules: [],
    declared: new Set(["consumers", "credentials"]),
  };
}

function entries(consumers) {
  return consumers.map(({ credentials, ...value }) => ({
    id: value.username,
    value,
    credentials: credentials.map((credential) => ({ id: credential.id ?? credential.name, value: credential })),
  }));
}
