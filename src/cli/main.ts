/** The entry of the command line: small, so that Node (22.8 and newer) can take all the rest from its compile cache. */
import module from "node:module";

// The typings are those of Node 20, which has no such cache.
(module as { enableCompileCache?: () => unknown }).enableCompileCache?.();

void run();

async function run(): Promise<void> {
  const [{ runCommandLine }, { processTerminal }] = await Promise.all([import("./run.ts"), import("./terminal.ts")]);
  process.exitCode = await runCommandLine(process.argv, processTerminal());
  // That the last of it could not be written (a full disk) is told in the next turn.
  await new Promise((resolve) => setImmediate(resolve));
  // To end by exit() saves the 5 ms in which Node would take everything down, but would cut off what a slow pipe has not taken yet.
  const isDrained = [process.stdout, process.stderr].every(({ writableLength }) => writableLength === 0);
  if (isDrained) process.exit();
}
