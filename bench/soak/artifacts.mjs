/** What the soak's proxy loads in turn: two whole artifacts and an overlay of each; who calls is in all of them. */
import { copyFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compile, compileOverlay, nodeCrypto, openArtifact } from "../../dist/index.mjs";

export const sealKey = "07".repeat(32);
const options = { crypto: nodeCrypto, key: Buffer.from(sealKey, "hex"), tool: "rollcall/soak" };

/** Consumers that call, one a type; the others are only there. */
export const callers = {
  key: { plugin: "key-auth", secret: { key: "caller-key" } },
  basic: { plugin: "basic-auth", secret: { username: "caller-basic", password: "caller:password" } },
  hmac: { plugin: "hmac-auth", secret: { key_id: "caller-hmac", secret_key: "caller-hmac-secret" } },
  jwt: { plugin: "jwt-auth", secret: { key: "caller-jwt", secret: "caller-jwt-secret-of-more-than-32-bytes" } },
};

/** Never reached: it is there to be counted. */
const limitCount = { count: 1_000_000_000, time_window: 60, key: "remote_addr", key_type: "var" };

/** Writes them into the folder, and returns a function that puts the next one in the place of current.rca. */
export function makeArtifacts(folder, port) {
  const names = [];
  for (const whole of ["a", "b"]) {
    const base = openArtifact(written(folder, whole, compile(configOf(whole, 0, port), options)), options);
    copyFileSync(join(folder, `${whole}.rca`), join(folder, `${base.meta.digest}.rca`));
    names.push(whole);
    for (const edit of [1, 2]) {
      const config = configOf(whole, edit, port);
      const changed = openArtifact(compile(config, options), options);
      const overlay = compileOverlay(config, changed, { ...options, base, largestShare: 0.5 });
      if (!overlay) throw new Error("no overlay");
      written(folder, `${whole}${edit}`, overlay);
      names.push(`${whole}${edit}`);
    }
  }
  let turn = 0;
  return () => {
    copyFileSync(join(folder, `${names[turn++ % names.length]}.rca`), join(folder, "new"));
    renameSync(join(folder, "new"), join(folder, "current.rca"));
  };
}

function written(folder, name, bytes) {
  writeFileSync(join(folder, `${name}.rca`), bytes, { mode: 0o600 });
  return bytes;
}

function configOf(whole, edit, port) {
  const upstream = { nodes: { [`127.0.0.1:${port}`]: 1 }, timeout: { connect: 20, send: 20, read: 20 } };
  const routes = Object.entries(callers).map(([type, { plugin }]) => ({
    id: type,
    uri: `/${type}/*`,
    enable_websocket: true,
    plugins: { [plugin]: {}, "limit-count": limitCount },
    upstream,
  }));
  const others = Array.from({ length: 500 }, (_, index) => [
    `${whole}-${index}`,
    "key-auth",
    { key: `${whole}-${index}-${index < 5 ? edit : 0}` },
  ]);
  const known = Object.entries(callers).map(([type, { plugin, secret }]) => [`caller-${type}`, plugin, secret]);
  return {
    ...{ consumer_groups: [], upstreams: [], services: [], plugin_configs: [], global_rules: [] },
    routes: routes.map((value) => ({ id: value.id, value })),
    consumers: [...known, ...others].map(([username, plugin, secret]) => ({
      id: username,
      value: { username },
      credentials: [{ id: "k", value: { name: "k", plugins: { [plugin]: secret } } }],
    })),
    declared: new Set(["consumers", "credentials", "routes"]),
  };
}
