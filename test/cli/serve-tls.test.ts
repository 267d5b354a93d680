/** `rollcall serve` with certificates from files: renewal by watching and by SIGHUP, and what is refused at the start. */
import { copyFile, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { connect } from "node:tls";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./rollcall.ts";

const certificates = path.resolve(import.meta.dirname, "../proxy/tls");
let workspace: Workspace;
const file = (name: string): string => path.join(workspace.folder, name);

beforeAll(async () => {
  workspace = await openWorkspace();
  await writeFile(file("open.yaml"), `routes: [{ id: a, uri: /a, upstream: { nodes: { "127.0.0.1:9": 1 } } }]\n`);
  await install("first");
});
afterAll(() => workspace.close());

async function install(name: string): Promise<void> {
  await copyFile(path.join(certificates, `${name}.cert.pem`), file("api.crt"));
  await writeFile(file("api.key"), await readFile(path.join(certificates, `${name}.key.pem`)), { mode: 0o600 });
}

function shown(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.on("error", reject);
  });
}

/** Waits until something has been noted since the last call. */
function notesOf({ child }: Awaited<ReturnType<Workspace["serve"]>>): (text: string) => Promise<void> {
  let notes = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    notes += chunk.toString();
  });
  return async (text) => {
    const end = Date.now() + 15_000;
    while (!notes.includes(text)) {
      if (Date.now() > end) throw new Error(`waited in vain for "${text}" in: ${notes}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    notes = "";
  };
}

test("a renewed certificate is taken by itself, a broken one is not, SIGHUP asks again", async () => {
  const server = await workspace.serve(["open.yaml", "--tls-cert", "api.crt", "--tls-key", "api.key"]);
  const noted = notesOf(server);
  expect(server.url).toMatch(/^https:/);
  const port = Number(new URL(server.url).port);
  const first = await shown(port);
  await install("renewed");
  await noted("certificates loaded again: 1 certificate (first.example)");
  const renewed = await shown(port);
  expect(renewed).not.toBe(first);
  await writeFile(file("api.crt"), "broken");
  await noted("certificates not loaded again, the running ones stay: api.crt: no certificate in PEM form");
  expect(await shown(port)).toBe(renewed);
  server.child.kill("SIGHUP");
  await noted("certificates not loaded again");
  await install("first");
  await noted("certificates loaded again");
  expect(await shown(port)).toBe(first);
});

/** What becomes of a request of the client to whom client.cert.pem belongs. */
async function asked(port: number): Promise<"answered" | "refused"> {
  const read = (name: string): Promise<Buffer> => readFile(path.join(certificates, `client.${name}.pem`));
  const [cert, key] = [await read("cert"), await read("key")];
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1", rejectUnauthorized: false, cert, key });
    socket.on("data", () => {
      resolve("answered");
      socket.destroy();
    });
    socket.on("error", () => undefined).on("close", () => resolve("refused"));
    socket.write("GET /none HTTP/1.1\r\nHost: a\r\n\r\n");
  });
}

test("an authority that is taken out of the file of --tls-client-ca admits nobody any more", async () => {
  await copyFile(path.join(certificates, "client.cert.pem"), file("ca.pem"));
  const tls = ["--tls-cert", "api.crt", "--tls-key", "api.key", "--tls-client-ca", "ca.pem"];
  const server = await workspace.serve(["open.yaml", ...tls]);
  const noted = notesOf(server);
  const port = Number(new URL(server.url).port);
  expect(await asked(port)).toBe("answered");
  await copyFile(path.join(certificates, "second.cert.pem"), file("ca.pem"));
  await noted("certificates loaded again");
  expect(await asked(port)).toBe("refused");
});

test.each<[string, string[], RegExp]>([
  ["a certificate without key", ["--tls-cert", "api.crt"], /1 --tls-cert, but 0 --tls-key/],
  [
    "a key of another certificate",
    ["--tls-cert", "api.crt", "--tls-key", "other.key"],
    /other\.key: this is not the private key/,
  ],
  ["a folder that is not there", ["--tls", "empty.d"], /--tls empty\.d: cannot be read/],
  ["no CIDR block", ["--trusted-proxy", "10.0.0.0/99"], /--trusted-proxy 10\.0\.0\.0\/99: an address or a CIDR block/],
])("%s is refused at the start", async (_name, options, message) => {
  await copyFile(path.join(certificates, "second.key.pem"), file("other.key"));
  const { code, stderr } = await workspace.run(["serve", "open.yaml", ...options]);
  expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
});
