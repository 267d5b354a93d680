/** Writes base.rca, a.rca and b.rca (overlays, each with CHANGES changed credentials) and a key: `node make.mjs FOLDER CONSUMERS CHANGES PORT` */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, compileOverlay, nodeCrypto, openArtifact } from "../../dist/index.mjs";
import { consumersInPieces } from "../sync/data.mjs";

const [, , folder, count, changes, port] = process.argv;
const key = new Uint8Array(32).fill(7);
const options = { crypto: nodeCrypto, key, tool: "rollcall/bench" };

const consumers = [...consumersInPieces(Number(count))].flat().map(({ credentials, ...value }) => ({
  id: value.username,
  value,
  credentials: credentials.map((credential) => ({ id: credential.name, value: credential })),
}));
const keyed = consumers.filter(({ credentials }) => credentials[0]?.value.plugins["key-auth"]);
const caller = keyed[0];
const route = {
  id: "r",
  value: {
    id: "r",
    uri: "/bench",
    plugins: { "key-auth": {} },
    upstream: { nodes: { [`127.0.0.1:${port}`]: 1 } },
  },
};
const rest = { consumer_groups: [], upstreams: [], services: [], plugin_configs: [], global_rules: [] };
const configWith = (list) => ({
  ...rest,
  routes: [route],
  consumers: list,
  declared: new Set(["consumers", "credentials", "routes"]),
});

const bytes = compile(configWith(consumers), options);
writeFileSync(join(folder, "base.rca"), bytes, { mode: 0o600 });
const base = openArtifact(bytes, options);
for (const name of ["a", "b"]) {
  const step = Math.floor((keyed.length - 1) / Number(changes));
  const chosen = new Set(Array.from({ length: Number(changes) }, (_, index) => keyed[1 + index * step]));
  const changed = consumers.map((consumer) => {
    if (!chosen.has(consumer)) return consumer;
    const [first, ...others] = consumer.credentials;
    const plugins = { "key-auth": { key: `${name}-${first.value.plugins["key-auth"].key}` } };
    return { ...consumer, credentials: [{ ...first, value: { ...first.value, plugins } }, ...others] };
  });
  const config = configWith(changed);
  const whole = openArtifact(compile(config, options), options);
  const overlay = compileOverlay(config, whole, { ...options, base, largestShare: 0.1 });
  writeFileSync(join(folder, `${name}.rca`), overlay, { mode: 0o600 });
  console.error(`${name}: ${overlay.length} bytes`);
}
console.log(
  JSON.stringify({
    digest: base.meta.digest,
    bytes: bytes.length,
    credentials: base.credentialCount,
    apiKey: caller.credentials[0].value.plugins["key-auth"].key,
  }),
);
