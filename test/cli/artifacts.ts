/** What the tests of distribution share: artifacts to tell apart, and callers who never stop calling. */
import { generateKeyPairSync } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, vi } from "vitest";
import { runInProcess } from "./in-process.ts";
import { key, type Server as Served } from "./rollcall.ts";

export interface Artifacts {
  readonly bytes: Readonly<Record<ArtifactName, Buffer>>;
  /** As `inspect` tells it. */
  readonly digest: Readonly<Record<ArtifactName, string>>;
}

/** `foreign` is of another key, `signed` of the key in ours.pub, `forged` of another signer. */
export type ArtifactName = "a" | "b" | "signed" | "forged" | "foreign";

/** Writes NAME.rca and ours.pub into the folder. Each has some hundred consumers: half of one is soon to be had. */
export async function makeArtifacts(folder: string, upstreamPort: number): Promise<Artifacts> {
  for (const name of ["ours", "theirs"]) {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const pem = privateKey.export({ type: "pkcs8", format: "pem" });
    await writeFile(path.join(folder, `${name}.pem`), pem, { mode: 0o600 });
    await writeFile(path.join(folder, `${name}.pub`), publicKey.export({ type: "spki", format: "pem" }));
  }
  const made = async (name: ArtifactName, prefix: string, options: readonly string[], withKey = key) => {
    await writeFile(path.join(folder, `${name}.yaml`), configText(prefix, upstreamPort));
    const compile = ["compile", `${name}.yaml`, "--out", `${name}.rca`, ...options];
    expect(await runInProcess(folder, compile, { ROLLCALL_KEY: withKey })).toMatchObject({ code: 0 });
    const inspect = ["inspect", `${name}.rca`, "--format", "json"];
    const { stdout } = await runInProcess(folder, inspect, { ROLLCALL_KEY: withKey });
    const { digest } = JSON.parse(stdout) as { readonly digest: string };
    return [name, await readFile(path.join(folder, `${name}.rca`)), digest] as const;
  };
  const all = [
    await made("a", "anna", []),
    await made("b", "berta", []),
    await made("signed", "carla", ["--sign", "ours.pem"]),
    await made("forged", "dora", ["--sign", "theirs.pem"]),
    await made("foreign", "emma", [], "6d".repeat(32)),
  ];
  return {
    bytes: Object.fromEntries(all.map(([name, bytes]) => [name, bytes])) as Artifacts["bytes"],
    digest: Object.fromEntries(all.map(([name, , digest]) => [name, digest])) as Artifacts["digest"],
  };
}

function configText(prefix: string, port: number): string {
  const consumer = (index: number): string =>
    `  - { username: ${prefix}-${index}, credentials: [{ name: k, plugins: { key-auth: { key: ${prefix}-${index}-7c1d02ab } } }] }\n`;
  const nodes = `{ nodes: { "127.0.0.1:${port}": 1 } }`;
  return `consumers:\n${Array.from({ length: 300 }, (_, index) => consumer(index)).join("")}routes:\n  - { id: r, uri: /*, upstream: ${nodes} }\n`;
}

export async function startUpstream(): Promise<{ readonly port: number; close(): void }> {
  const server: Server = createServer((_, response) => response.end("fine"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Calls until `stop`, which tells what else than 200 came, and how many calls were made. */
export function keepCalling({ url }: Served): {
  stop(): Promise<{ readonly failed: readonly string[]; calls: number }>;
} {
  let isStopped = false;
  let calls = 0;
  const failed: string[] = [];
  const call = async (): Promise<void> => {
    while (!isStopped) {
      calls += 1;
      const outcome = await fetch(`${url}/x`).then(
        async (answer) => `${answer.status} ${await answer.text()}`,
        (error: Error) => error.message,
      );
      if (outcome !== "200 fine") failed.push(outcome);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  };
  const running = Promise.all([call(), call()]);
  return {
    async stop() {
      isStopped = true;
      await running;
      return { failed, calls };
    },
  };
}

/** Waits for a line in what a server printed. */
export async function printed(server: Served, text: string, times = 1): Promise<void> {
  await vi.waitFor(() => expect(server.output().split(text).length - 1).toBe(times), { timeout: 30_000, interval: 20 });
}
