/** The entry of the command line: small, so that Node (22.8 and newer) can take all the rest from its compile cache. */
import module from "node:module";

// The typings are those of Node 20, which has no such cache.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

void run();

async function run(): Promise<void> {
  const [{ runCommandLine }, { processTerminal }] = await Promise.all([import("./run.ts"), import("./terminal.ts")]);
  // Setting the code instead of calling exit() lets standard output drain into a slow pipe.
  process.exitCode = await runCommandLine(process.argv, processTerminal());
}
