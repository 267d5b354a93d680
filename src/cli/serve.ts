/** `rollcall serve`: runs the embedded proxy on an artifact, on files, or on the state that the Admin API keeps. */
import { once } from "node:events";
import { nodeCrypto } from "../crypto/node.ts";
import { createCounters } from "../engine/counters.ts";
import { createEngine, type Engine } from "../engine/decide.ts";
import type { ProxyEvent } from "../proxy/contract.ts";
import { startProxy } from "../proxy/start-proxy.ts";
import { listening, parseAddress } from "./address.ts";
import type { ArtifactSource } from "./artifact-source.ts";
import { openArtifactSource, type ServeInputOptions } from "./open-artifact-source.ts";
import { exitCodes, type Terminal } from "./terminal.ts";

export interface ServeOptions extends ServeInputOptions {
  readonly listen: string;
  readonly accessLog?: boolean;
}

/** Milliseconds that requests under way may take after SIGTERM. */
const drainMs = 10_000;

export async function runServe(inputs: readonly string[], options: ServeOptions, terminal: Terminal): Promise<number> {
  const listen = parseAddress(options.listen, "--listen");
  // Counters outlive a reload: a new artifact must not refill anybody's limit.
  const services = { crypto: nodeCrypto, now: Date.now, counters: createCounters() };
  const toEngine = (artifact: Parameters<typeof createEngine>[0]): Engine => createEngine(artifact, services);
  let replace: ((engine: Engine) => void) | undefined;
  const source = await openArtifactSource(inputs, options, terminal, (artifact) => replace?.(toEngine(artifact)));
  if (!source) return exitCodes.findings;
  try {
    const starting = startProxy({
      listen,
      engine: toEngine(source.artifact),
      log: (event) => logEvent(event, options, terminal),
    });
    const proxy = await listening(starting, `--listen ${options.listen}`);
    replace = (engine) => proxy.use(engine);
    terminal.note(`serving on ${proxy.address.url} (${source.describe()})`);
    await untilStopped(source, terminal);
    await proxy.close({ graceMs: drainMs });
  } finally {
    await source.close();
  }
  return exitCodes.fine;
}

/** SIGHUP loads anew; what fails to load leaves the running artifact in place. */
async function untilStopped(source: ArtifactSource, terminal: Terminal): Promise<void> {
  const reload = (): void => {
    source.reload().then(
      (message) => terminal.note(message),
      (error: unknown) =>
        terminal.note(`not reloaded, the running configuration stays: ${String((error as Error).message)}`),
    );
  };
  process.on("SIGHUP", reload);
  const signal = await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  process.off("SIGHUP", reload);
  terminal.note(
    `stopping (${signal.length === 0 ? "signal" : String(signal[0])}): requests under way are finished first`,
  );
}

function logEvent(event: ProxyEvent, options: ServeOptions, terminal: Terminal): void {
  if (event.kind === "fault") terminal.note(`${terminal.noteStyle.yellow("warning:")} ${event.reason}`);
  else if (options.accessLog) terminal.out(JSON.stringify(event));
}
