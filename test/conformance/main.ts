/** Runs the tables against a gateway; exit code 0: all as in the tables, 1: differences, 2: it could not be told. */
import { readFile } from "node:fs/promises";
import { CommandError } from "../../src/cli/terminal.ts";
import { type AdminClient, adminClient, removalOrder } from "./admin-client.ts";
import type { RowResult } from "./contract.ts";
import { startEcho } from "./echo.ts";
import { type Options, parseOptions, selected, usage } from "./options.ts";
import { readPlacedCases } from "./read-cases.ts";
import { jsonReport, textReport } from "./report.ts";
import { runCases, runPrefix } from "./run-cases.ts";

/** For the workers of APISIX, each of which reads etcd for itself; rollcall has taken a write when it says so. */
const settleMs = { rollcall: 0, apisix: 500 };
export async function main(argv: readonly string[], { cases }: { readonly cases: string }): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(usage);
    return 0;
  }
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  try {
    const options = parseOptions(argv);
    const results = await run(options, cases, interruption.signal);
    process.stdout.write(options.format === "json" ? jsonReport(results) : textReport(results));
    return results.some(({ outcome }) => outcome.kind === "different") ? 1 : 0;
  } catch (error) {
    if (interruption.signal.aborted) process.stderr.write("interrupted; what was loaded has been taken back\n");
    else if (error instanceof CommandError) process.stderr.write(`error: ${error.message}\n`);
    else throw error;
    return 2;
  } finally {
    process.removeListener("SIGINT", interrupt).removeListener("SIGTERM", interrupt);
  }
}

async function run(options: Options, folder: string, signal: AbortSignal): Promise<readonly RowResult[]> {
  const cases = selected(readPlacedCases(folder), options.only);
  const admin = adminClient(options.admin, await readKey(options.keyFile));
  await expectAlone(admin, options);
  const echo = await startEcho(options.listen).catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(
      `the upstream cannot listen on ${options.listen.host}:${options.listen.port} (${error.code})`,
    );
  });
  const results: RowResult[] = [];
  try {
    const context = {
      admin,
      echo,
      signal,
      target: options.target,
      gateway: options.gateway,
      settleMs: settleMs[options.gateway],
      isLocal: /^(127\.|localhost$|::1$)/.test(options.target.host),
      upstream: `${options.upstream.host}:${options.upstream.port || echo.port}`,
    };
    for await (const result of runCases(cases, context)) results.push(result);
  } finally {
    try {
      await admin.removeAll();
    } finally {
      await echo.close();
    }
  }
  return results;
}

async function readKey(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`--key-file ${file} cannot be read (${error.code})`);
  });
  const key = text.trim();
  if (!/^[\x21-\x7e]+$/.test(key)) throw new CommandError(`--key-file ${file}: expected one line with the key`);
  return key;
}

/** The tables have routes such as `/*` and global rules that refuse everything: not for a gateway that serves others. */
async function expectAlone(admin: AdminClient, { clean, besideOthers }: Options): Promise<void> {
  for (const kind of removalOrder) {
    const ids = await admin.list(kind);
    const left = ids.filter((id) => id.startsWith(runPrefix));
    if (left.length > 0 && !clean) {
      throw new CommandError(
        `the gateway has ${kind} of another run of this; if none is going on, --clean removes them first`,
      );
    }
    for (const id of left) await admin.remove(`/${kind}/${id}`);
    if (ids.length > left.length && !besideOthers) {
      const count = ids.length - left.length;
      throw new CommandError(
        `the gateway has ${count} ${kind} that are not of this run. The tables take all its requests and refuse many: ` +
          "use a gateway that serves nobody, or add --beside-others",
      );
    }
  }
}
