/** A plugin of one's own: `node docs/examples/own-plugin.mjs` (after `npm run build`). */
import {
  abilitiesWith,
  checkSources,
  compile,
  createCounters,
  createEngine,
  definePlugin,
  nodeCrypto,
  openArtifact,
  sha1Hex,
  Unusable,
  unsupportedByProxy,
} from "rollcall";

// Closes a route at night. The configuration is prepared once, and run for each request.
const openingHours = definePlugin({
  name: "opening-hours",
  priority: 2000,
  phase: "access",
  prepare({ from, to }) {
    const isHour = (value) => Number.isInteger(value) && value >= 0 && value <= 24;
    return isHour(from) && isHour(to) ? { from, to } : new Unusable("from and to are hours from 0 to 24");
  },
  run({ from, to }, context) {
    const hour = new Date(context.services.now()).getUTCHours();
    if (hour >= from && hour < to) return undefined;
    return { status: 503, headers: [["Content-Type", "text/plain"]], body: `open from ${from}`, reason: "closed" };
  },
  // Runs over each answer, the upstream's and the gateway's.
  respond: (_hours, _context, response) => response.headers.set("X-Hours", "utc"),
});

const text = `
routes:
  - id: shop
    uri: /shop/*
    plugins: { opening-hours: { from: 8, to: 18 } }
    upstream: { nodes: { "127.0.0.1:8080": 1 } }
`;
const { config, diagnostics } = checkSources([{ file: "shop.yaml", text }], {
  environment: {},
  sha1Hex,
  customPlugins: ["opening-hours"],
});
if (!config) throw new Error(diagnostics.map(({ message }) => message).join("\n"));

// What the engine could not execute is told before any request comes.
const own = { plugins: [openingHours] };
console.log(
  unsupportedByProxy(config, abilitiesWith([]))
    .map(({ message }) => message)
    .join("\n"),
);
console.log(unsupportedByProxy(config, abilitiesWith(own.plugins)).length);

const key = new Uint8Array(32);
const artifact = openArtifact(compile(config, { crypto: nodeCrypto, key, tool: "example" }), {
  crypto: nodeCrypto,
  key,
});
for (const hour of ["07", "12"]) {
  const now = () => Date.parse(`2026-08-03T${hour}:30:00Z`);
  const engine = createEngine(artifact, { crypto: nodeCrypto, now, counters: createCounters() }, own);
  const decision = await engine.decide({
    method: "GET",
    target: "/shop/cart",
    headers: [],
    remoteAddress: "192.0.2.7",
    scheme: "https",
  });
  if (decision.kind === "respond") console.log(decision.status, decision.body);
  else console.log("forward", decision.onResponse({ status: 200, headers: [] }).headers);
}
