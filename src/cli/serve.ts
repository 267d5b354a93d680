/** `rollcall serve`: runs the embedded proxy on an artifact, on files, or on the state that the Admin API keeps. */
import { environmentReferences } from "../artifact/environment.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { createCounters } from "../engine/counters.ts";
import { createEngine, type Engine } from "../engine/decide.ts";
import type { ProxyEvent } from "../proxy/contract.ts";
import { createRemoteCounters } from "../proxy/redis/remote-counters.ts";
import { startProxy } from "../proxy/start-proxy.ts";
import { listening, parseAddress } from "./address.ts";
import type { ArtifactSource } from "./artifact-source.ts";
import { openArtifactSource, type ServeInputOptions } from "./open-artifact-source.ts";
import { followSource } from "./reloads.ts";
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
  const remote = createRemoteCounters({
    resolveReference: environmentReferences(terminal.environment),
    tell: (message) => warn(message, terminal),
  });
  const services = { crypto: nodeCrypto, now: Date.now, counters: createCounters(), remoteCounters: remote.find };
  // The Admin API takes writes before the proxy listens: the artifact that came last is the one to serve.
  let latest: Engine | undefined;
  let replace = (engine: Engine): void => {
    latest = engine;
  };
  const source = await openArtifactSource(inputs, options, terminal, (artifact) =>
    replace(createEngine(artifact, services)),
  );
  if (!source) {
    remote.close();
    return exitCodes.findings;
  }
  try {
    const starting = startProxy({
      listen,
      engine: latest ?? createEngine(source.artifact, services),
      log: (event) => logEvent(event, options, terminal),
    });
    const proxy = await listening(starting, `--listen ${options.listen}`);
    if (latest) proxy.use(latest);
    replace = (engine) => proxy.use(engine);
    terminal.outlastOutput((code) => warn(`the access log cannot be written (${code}); it ends here`, terminal));
    const stopped = untilStopped(source, terminal);
    terminal.note(`serving on ${proxy.address.url} (${source.describe()})`);
    await stopped;
    await proxy.close({ graceMs: drainMs });
  } finally {
    await source.close();
    remote.close();
  }
  return exitCodes.fine;
}

/**
 * SIGHUP and a source that changes load anew; what fails to load leaves the running artifact in place. While requests under way are finished,
 * SIGTERM and SIGHUP, which may come to a process more than once, change nothing; a second SIGINT ends it at once.
 */
async function untilStopped(source: ArtifactSource, terminal: Terminal): Promise<void> {
  const reloads = followSource(source, terminal);
  process.on("SIGHUP", () => reloads.reload());
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    process.on("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  reloads.stop();
  if (signal !== "SIGINT") process.removeAllListeners("SIGINT");
  terminal.note(`stopping (${signal}): requests under way are finished first`);
}

function logEvent(event: ProxyEvent, options: ServeOptions, terminal: Terminal): void {
  if (event.kind === "fault") warn(event.reason, terminal);
  else if (options.accessLog) terminal.out(JSON.stringify(event));
}

function warn(message: string, terminal: Terminal): void {
  terminal.note(`${terminal.noteStyle.yellow("warning:")} ${message}`);
}
