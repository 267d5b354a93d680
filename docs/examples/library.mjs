/** From text to decision with the library: `node docs/examples/library.mjs` (after `npm run build`). */
import { randomBytes } from "node:crypto";
import {
  checkSources,
  compile,
  createCounters,
  createEngine,
  createFingerprint,
  nodeCrypto,
  openArtifact,
  plan,
  sha1Hex,
} from "rollcall";

const text = `
consumers:
  - username: acme
    labels: { custom_id: A-17 }
    credentials:
      - name: main
        plugins: { key-auth: { key: "\${ACME_KEY}" } }
    plugins:
      limit-count: { count: 2, time_window: 60, rejected_code: 429 }
routes:
  - id: orders
    uri: /orders/*
    plugins: { key-auth: { hide_credentials: true } }
    upstream: { nodes: { "127.0.0.1:8080": 1 } }
`;

// Text to a checked configuration. What is wrong comes back as diagnostics with file, line and column.
const environment = { ACME_KEY: "an-example-key" };
const { config, diagnostics } = checkSources([{ file: "config.yaml", text }], { environment, sha1Hex });
if (!config) throw new Error(diagnostics.map(({ message }) => message).join("\n"));

// The changes that make a gateway hold it: here against one that holds nothing yet.
const empty = checkSources([{ file: "live.yaml", text: "consumers: []\nroutes: []" }], { environment, sha1Hex }).config;
const key = new Uint8Array(randomBytes(32));
const changes = plan(config, empty, { crypto: nodeCrypto, fingerprint: createFingerprint(nodeCrypto, key) }).changes;
console.log(changes.map(({ action, kind, id }) => `${action} ${kind} ${id}`).join(", "));

// Configuration to artifact to decisions.
const bytes = compile(config, { crypto: nodeCrypto, key, tool: "example" });
const artifact = openArtifact(bytes, { crypto: nodeCrypto, key });
const engine = createEngine(artifact, { crypto: nodeCrypto, now: Date.now, counters: createCounters() });
const request = {
  method: "GET",
  target: "/orders/7",
  headers: [["apikey", "an-example-key"]],
  remoteAddress: "192.0.2.7",
  scheme: "https",
};
for (const headers of [[], request.headers, request.headers, request.headers]) {
  const decision = await engine.decide({ ...request, headers });
  console.log(decision.kind === "forward" ? `forward ${decision.consumer}` : `${decision.status} ${decision.body}`);
}
