/** What `serve` is measured with: many consumers with a key each, some of whom can sign, and a route for each kind of credential. */
import { spawnSync } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Callers whose requests are sent in turn; spread over all consumers. */
const callerCount = 1000;

/** The kinds of credentials, and `off`: none is asked for. */
export const kinds = ["off", "key", "hmac", "jwt"];

/** Writes a configuration and lets the CLI compile it. */
export function compileConfiguration({ cli, folder, consumers, upstreamPort, sinkPort }) {
  const secrets = Array.from({ length: consumers }, () => randomBytes(24).toString("base64url"));
  const step = Math.max(1, Math.floor(consumers / callerCount));
  const limit = { count: 1_000_000_000, time_window: 3600, key: "consumer_name", key_type: "var" };
  const upstream = { nodes: [{ host: "127.0.0.1", port: upstreamPort, weight: 1 }] };
  const route = (id, uri, plugins, more = {}) => ({ id, uri, plugins, upstream, ...more });
  const config = {
    consumer_groups: [{ id: "bench", plugins: { "limit-count": limit } }],
    consumers: secrets.map((secret, index) => ({
      username: `consumer-${index}`,
      group_id: "bench",
      credentials: credentialsOf(secret, index % step === 0),
    })),
    routes: [
      route("off", "/off", { "limit-count": { ...limit, key: "remote_addr" } }),
      route("key", "/key", { "key-auth": {} }),
      route("hmac", "/hmac", { "hmac-auth": {} }),
      route("jwt", "/jwt", { "jwt-auth": {} }),
      route("download", "/download", { "key-auth": {} }),
      route("upload", "/upload", { "key-auth": {} }, { upstream: { nodes: { [`127.0.0.1:${sinkPort}`]: 1 } } }),
    ],
  };
  const [source, artifact, keyFile] = ["config.json", "config.rollcall", "key"].map((name) => join(folder, name));
  writeFileSync(source, JSON.stringify(config));
  writeFileSync(keyFile, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600 });
  const parameters = [cli, "compile", source, "--out", artifact, "--key-file", keyFile];
  const { status, stdout, stderr } = spawnSync(process.execPath, parameters, { encoding: "utf8" });
  if (status !== 0) throw new Error(`rollcall compile ended with ${status}\n${stdout}${stderr}`);
  return { artifact, keyFile, callers: secrets.filter((_, index) => index % step === 0) };
}

function credentialsOf(secret, canSign) {
  const key = { name: "key", plugins: { "key-auth": { key: secret } } };
  if (!canSign) return [key];
  return [
    key,
    { name: "hmac", plugins: { "hmac-auth": { key_id: `id-${secret}`, secret_key: secret } } },
    { name: "jwt", plugins: { "jwt-auth": { key: `id-${secret}`, secret, algorithm: "HS256" } } },
  ];
}

/** Writes a request of each caller for requests.lua and paced.mjs. Signed anew, since signatures are good for minutes only. */
export function writeRequests(file, kind, callers) {
  const lines = callers.map((secret) => {
    const headers = headersOf[kind](secret);
    return [`/${kind}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)].join("\t");
  });
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return file;
}

const headersOf = {
  off: (secret) => ({ apikey: secret }),
  key: (secret) => ({ apikey: secret }),
  hmac(secret) {
    const keyId = `id-${secret}`;
    const date = new Date().toUTCString();
    const signature = createHmac("sha256", secret).update(`${keyId}\nGET /hmac\ndate: ${date}\n`).digest("base64");
    const fields = { keyId, algorithm: "hmac-sha256", headers: "@request-target date", signature };
    const parameters = Object.entries(fields).map(([name, value]) => `${name}="${value}"`);
    return { date, authorization: `Signature ${parameters.join(",")}` };
  },
  jwt(secret) {
    const part = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { key: `id-${secret}`, exp: Math.floor(Date.now() / 1000) + 600 };
    const text = `${part({ alg: "HS256", typ: "JWT" })}.${part(claims)}`;
    return { authorization: `Bearer ${text}.${createHmac("sha256", secret).update(text).digest("base64url")}` };
  },
};
