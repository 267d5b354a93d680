/** An Admin API in a process of its own, that can be killed. The oldest Node that is supported cannot run TypeScript, so it is bundled first. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rolldown } from "rolldown";

export interface AdminChild {
  readonly url: string;
  /** What it told of faults. */
  faults(): string;
  /** Resolves when it has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface ChildOptions {
  readonly stateFile: string;
  readonly key: string;
  readonly journalLimit?: number;
  /** A line of the shell before it starts, such as `ulimit -f 64`. */
  readonly before?: string;
}

/** @returns starts one */
export async function bundleAdmin(folder: string): Promise<(options: ChildOptions) => Promise<AdminChild>> {
  const source = join(folder, "child.ts");
  await writeFile(
    source,
    `import { startAdmin } from ${JSON.stringify(join(import.meta.dirname, "../../src/admin/start-admin.ts"))};
    const [stateFile, key, limit] = process.argv.slice(2);
    const admin = await startAdmin({
      listen: { port: 0 }, keys: [{ key, role: "admin" }], stateFile, journalLimit: Number(limit), validate: () => [],
      plugins: [], log: (event) => event.kind === "fault" && console.error(event.reason),
    });
    process.on("SIGTERM", () => admin.close().then(() => process.exit()));
    console.log(admin.address.url);`,
  );
  const bundle = await rolldown({ input: source, platform: "node" });
  const file = join(folder, "child.mjs");
  await bundle.write({ file, format: "esm" });
  await bundle.close();
  return ({ stateFile, key, journalLimit = 1024 * 1024, before = ":" }) =>
    started(
      spawn("sh", ["-c", `${before}; exec "$@"`, "sh", process.execPath, file, stateFile, key, `${journalLimit}`]),
    );
}

async function started(child: ChildProcess): Promise<AdminChild> {
  let faults = "";
  child.stderr?.on("data", (chunk: Buffer) => (faults += chunk.toString()));
  const ended = once(child, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once("exit", (code) => reject(new Error(`the child ended with ${code}: ${faults}`)));
  });
  return {
    url,
    faults: () => faults,
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
