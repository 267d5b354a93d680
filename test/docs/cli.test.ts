/** docs/cli.md names every option of every command and no other, and its examples print what they say. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { processTerminal } from "../../src/cli/terminal.ts";
import { codeBlocks, examplesOf, patternOf, readDoc, repository } from "./markdown.ts";

const text = readDoc("docs/cli.md");
const { commands } = createProgram(processTerminal(), () => {});
const ofGateways = ["ping", "diff", "sync", "dump", "rotate"];

describe("options", () => {
  test("every command has its section", () => {
    expect(commands.map((command) => command.name()).filter((name) => !sectionOf(name))).toEqual([]);
  });

  test.each(commands.map((command) => [command.name(), command] as const))("%s", (name, command) => {
    const shared = ofGateways.includes(name) && name !== "ping" ? flagsOf(sectionOf("ping")) : [];
    const described = [...shared, ...flagsOf(sectionOf(name))].sort();
    expect(described).toEqual(command.options.map(({ flags }) => flags).sort());
  });
});

describe("examples", () => {
  let folder: string;
  let adminPort = "";
  const servers: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "rollcall-docs-"));
    await writeFile(path.join(folder, "api.yaml"), codeBlocks(readDoc("README.md"), "yaml")[0] ?? "");
    const cli = path.join(repository, "dist/cli.js");
    await writeFile(path.join(folder, "rollcall"), `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`, {
      mode: 0o755,
    });
  });
  afterAll(async () => {
    await Promise.all(servers.map(stop));
    await rm(folder, { recursive: true, force: true });
  });

  test.each(examplesOf(text))("%s", async (command, expected) => {
    const isServer = command.endsWith(" &");
    const actual = isServer ? await serve(command) : await output(start(command));
    expect(withoutPorts(actual)).toMatch(patternOf(withoutPorts(expected)));
  });

  function start(command: string): ChildProcess {
    const key = "key-of-the-documentation";
    const env = {
      PATH: `${folder}:${process.env["PATH"]}`,
      ACME_KEY: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
      ROLLCALL_KEY: "5c".repeat(32),
      ROLLCALL_ADMIN_KEY: key,
      ROLLCALL_TOKEN: key,
      ROLLCALL_SERVER: `http://127.0.0.1:${adminPort}`,
    };
    // One pipe for both, as a terminal has them: of two, a busy parent may read the later text first.
    return spawn("sh", ["-c", `exec 2>&1; ${command}`], { cwd: folder, env, stdio: ["ignore", "pipe", "ignore"] });
  }

  async function serve(command: string): Promise<string> {
    const freePorts = command.replace(" &", " --listen 127.0.0.1:0").replace(/:9180\b/, ":0");
    const child = start(`exec ${freePorts}`);
    servers.push(child);
    const printed = await output(child, /^serving on .*\n/m);
    adminPort = /Admin API on \S+:(\d+)/.exec(printed)?.[1] ?? "";
    return printed;
  }
});

/** What is printed up to the end of the process, or until it matches. */
function output(child: ChildProcess, until?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    let printed = "";
    const take = (chunk: Buffer): void => {
      printed += chunk;
      if (until?.test(printed)) resolve(printed);
    };
    child.stdout?.on("data", take);
    child.on("close", () => resolve(printed));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.on("close", resolve));
  child.kill("SIGTERM");
  await ended;
}

function withoutPorts(printed: string): string {
  return printed.replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT");
}

/** The section of a command, or the one that it shares; undefined if there is none. */
function sectionOf(name: string): string | undefined {
  const sections = text.split(/^## /m).slice(1);
  return sections.find((section) => section.startsWith(`${name}\n`) || section.startsWith(`${name}, `));
}

/** Flags in the first column of the section's table. */
function flagsOf(section = ""): string[] {
  const cells = [...section.matchAll(/^\| (`-.*?`) \|/gm)].map((match) => match[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => (match[1] ?? "").replace("\\|", "|")));
}
