/** `rollcall serve --admin` over TLS, spoken to by the commands that write to a gateway; its journal. */
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, token, type Workspace } from "./rollcall.ts";

const certificates = path.resolve(import.meta.dirname, "../proxy/tls");
let workspace: Workspace;
const file = (name: string): string => path.join(workspace.folder, name);

beforeAll(async () => {
  workspace = await openWorkspace();
  await writeFile(file("admin.key"), `${token}\n`, { mode: 0o600 });
  for (const name of ["first.cert", "first.key", "client.cert", "client.key"]) {
    const text = await readFile(path.join(certificates, `${name}.pem`));
    await writeFile(file(`${name}.pem`), text, { mode: 0o600 });
  }
  await writeFile(file("jane.yaml"), "consumers: [{ username: jane }]\n");
});
afterAll(() => workspace.close());

const tls = ["--admin-tls-cert", "first.cert.pem", "--admin-tls-key", "first.key.pem"];

test("sync writes over mutual TLS; a kill loses nothing, and the next start takes up what the journal holds", async () => {
  const serve = ["--admin", "127.0.0.1:0", "--admin-key-file", "admin.key", "--state", "state.json", ...tls];
  const server = await workspace.serve([...serve, "--admin-client-ca", "client.cert.pem"]);
  expect(server.output()).toContain(
    "Admin API: TLS with 1 certificate (first.example); clients must show one of theirs",
  );
  const reach = ["--server", server.admin, "--ca-file", "first.cert.pem"];
  const mine = ["--client-cert-file", "client.cert.pem", "--client-key-file", "client.key.pem"];
  expect((await workspace.run(["ping", ...reach, "--retries", "0"])).code).toBe(2);
  const synced = await workspace.run(["sync", "jane.yaml", ...reach, ...mine]);
  expect([synced.code, synced.stderr]).toEqual([0, expect.not.stringContaining("error")]);
  await server.stop("SIGKILL");
  expect((await readdir(workspace.folder)).filter((name) => name.startsWith("state"))).toContain("state.json.journal");

  const again = await workspace.serve(serve);
  again.child.kill("SIGHUP");
  const told = "Admin API: certificates loaded again: 1 certificate (first.example)";
  while (!again.output().includes(told)) await new Promise((resolve) => setTimeout(resolve, 20));
  const dumped = await workspace.run(["dump", "--server", again.admin, "--ca-file", "first.cert.pem"]);
  expect(dumped.stdout).toContain("username: jane");
  expect(await again.stop()).toBe(0);
  expect((await readdir(workspace.folder)).filter((name) => name.startsWith("state"))).toEqual(["state.json"]);
});
