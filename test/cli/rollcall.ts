/** Runs the built command line as a user does: a process of its own, real files, real sockets. */
import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.resolve(import.meta.dirname, "../..");

/** The built command line, or the packaged one that a proof puts in its place. */
const program = process.env["ROLLCALL_PROGRAM"] ?? path.join(repository, "dist/cli.js");
/** How it is started: an executable by itself, a script by Node. */
const commandOf = (file: string): readonly [string, ...string[]] =>
  /\.c?js$/.test(file) ? [process.execPath, file] : [file];

export const programCommand = commandOf(program);

interface FixtureSecrets {
  /** Variables that the fixture's files use. */
  readonly env: Readonly<Record<string, string>>;
  /** Every secret value of the fixture. */
  readonly secrets: readonly string[];
}

export const fixture = JSON.parse(
  await readFile(path.join(repository, "fixtures/demo/secrets.json"), "utf8"),
) as FixtureSecrets;

export const key = "5c".repeat(32);
export const token = "integration-token-1f0e";

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Workspace {
  readonly folder: string;
  /** Runs `rollcall ARGUMENTS…`. */
  run(argv: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Result>;
  /** The same, with the process at hand while it runs. */
  start(argv: readonly string[], environment?: Readonly<Record<string, string>>): Running;
  /** Starts `rollcall serve ARGUMENTS…` and resolves when it serves. */
  serve(argv: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Server>;
  /** Stops the servers and removes the folder. */
  close(): Promise<void>;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Result>;
}

export interface Server {
  /** Of the proxy. */
  readonly url: string;
  /** Of the Admin API, if it was asked for. */
  readonly admin: string;
  readonly child: ChildProcess;
  /** All that it has printed. */
  output(): string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A temporary folder with a copy of the Harbourline fixture in `harbourline/`. */
export async function openWorkspace([command, ...given] = programCommand): Promise<Workspace> {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-test-"));
  await cp(path.join(repository, "fixtures/harbourline"), path.join(folder, "harbourline"), { recursive: true });
  const servers: Server[] = [];
  const start = (argv: readonly string[], environment: Readonly<Record<string, string>> = {}): ChildProcess =>
    spawn(command, [...given, ...argv], {
      cwd: folder,
      // What sync tells of each change has tests of its own.
      env: {
        PATH: process.env["PATH"],
        ROLLCALL_PROGRESS: "none",
        ROLLCALL_KEY: key,
        ROLLCALL_TOKEN: token,
        ...fixture.env,
        ...environment,
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
  return {
    folder,
    run: (argv, environment) => collect(start(argv, environment)),
    start(argv, environment) {
      const child = start(argv, environment);
      return { child, ended: collect(child) };
    },
    async serve(argv, environment) {
      const server = await untilServing(start(["serve", ...argv, "--listen", "127.0.0.1:0"], environment));
      servers.push(server);
      return server;
    },
    async close() {
      await Promise.all(servers.map((server) => server.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function collect(child: ChildProcess): Promise<Result> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk) => (stdout += chunk));
  child.stderr?.on("data", (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, stdout, stderr };
}

async function untilServing(child: ChildProcess): Promise<Server> {
  let output = "";
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.stdout?.on("data", (chunk) => (output += chunk));
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on("data", (chunk) => {
      output += chunk;
      if (/serving on \S+ \(/.test(output)) resolve();
    });
    child.on("close", () => reject(new Error(`serve ended:\n${output}`)));
  });
  return {
    url: /serving on (\S+)/.exec(output)?.[1] ?? "",
    admin: /Admin API on (\S+)/.exec(output)?.[1] ?? "",
    child,
    output: () => output,
    async stop(signal = "SIGTERM") {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      return ended;
    },
  };
}
