/** `rollcall serve`: runs the embedded proxy on an artifact, on files, or on the state that the Admin API keeps. */
import type { Artifact } from "../artifact/contract.ts";
import { environmentReferences } from "../artifact/environment.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { createCounters } from "../engine/counters.ts";
import { createEngine } from "../engine/decide.ts";
import { type AuthRequestOptions, createAuthRequest, withoutUpstreams } from "../proxy/auth-request.ts";
import type { DecisionMaker } from "../proxy/contract.ts";
import { createRemoteCounters } from "../proxy/redis/remote-counters.ts";
import { startProxy } from "../proxy/start-proxy.ts";
import { type Address, listening, parseAddress } from "./address.ts";
import type { ArtifactSource } from "./artifact-source.ts";
import type { ListenOptions } from "./listen-options.ts";
import { type Believed, believed } from "./listen-settings.ts";
import { openArtifactSource, type ServeInputOptions } from "./open-artifact-source.ts";
import { followSource } from "./reloads.ts";
import { openWatch, type Watch, type WatchOptions } from "./serve-watch.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { openTlsFiles, type TlsFiles } from "./tls-files.ts";

export interface ServeOptions extends ServeInputOptions, ListenOptions, Omit<WatchOptions, keyof ServeInputOptions> {
  readonly listen: string;
  readonly mode: "gateway" | "auth-request";
  readonly authRequestStyle?: AuthRequestOptions["style"];
  readonly authRequestPrefix?: string;
}

/** Milliseconds that requests under way may take after SIGTERM. */
const drainMs = 10_000;

export async function runServe(inputs: readonly string[], options: ServeOptions, terminal: Terminal): Promise<number> {
  const listen = parseAddress(options.listen, "--listen");
  const authRequest = authRequestOf(options);
  const settings = await believed(options, terminal);
  const tls = await openTlsFiles(options, terminal);
  try {
    const watch = await openWatch(inputs, options, terminal);
    try {
      return await serve(inputs, options, { listen, watch, authRequest, settings, tls }, terminal);
    } finally {
      await watch.close();
    }
  } finally {
    tls?.close();
  }
}

interface Parts {
  readonly listen: Address;
  readonly watch: Watch;
  readonly authRequest: AuthRequestOptions | undefined;
  readonly settings: Believed;
  readonly tls: TlsFiles | undefined;
}

async function serve(
  inputs: readonly string[],
  options: ServeOptions,
  { listen, watch, authRequest, settings, tls }: Parts,
  terminal: Terminal,
): Promise<number> {
  const remote = createRemoteCounters({
    resolveReference: environmentReferences(terminal.environment),
    tell: (message) => warn(message, terminal),
  });
  // Counters outlive a reload: a new artifact must not refill anybody's limit.
  const services = { crypto: nodeCrypto, now: Date.now, counters: createCounters(), remoteCounters: remote.find };
  // The Admin API takes writes before the proxy listens: the artifact that came last is the one to serve.
  const engineOf = (artifact: Artifact): DecisionMaker =>
    authRequest
      ? createAuthRequest(createEngine(withoutUpstreams(artifact), services), authRequest)
      : createEngine(artifact, services);
  let latest: DecisionMaker | undefined;
  let replace = (engine: DecisionMaker): void => {
    latest = engine;
  };
  const source = await openArtifactSource(inputs, options, terminal, (artifact) => {
    replace(engineOf(artifact));
    watch.state.use(artifact);
  });
  if (!source) {
    remote.close();
    return exitCodes.findings;
  }
  try {
    if (!latest) watch.state.use(source.artifact);
    const starting = startProxy({
      listen,
      engine: latest ?? engineOf(source.artifact),
      log: watch.onEvent,
      ...(watch.trace && { trace: watch.trace }),
      ...settings,
      ...(tls && { tls: tls.tls }),
    });
    const proxy = await listening(starting, `--listen ${options.listen}`);
    if (latest) proxy.use(latest);
    replace = (engine) => {
      proxy.use(engine);
      if (options.admin !== undefined) watch.state.reloaded(true, "written over the Admin API");
    };
    watch.state.serving(proxy);
    tls?.follow((next) => proxy.useCertificates(next));
    const stopped = untilStopped(source, watch, tls, terminal);
    terminal.note(`serving on ${proxy.address.url} (${source.describe()})`);
    await stopped;
    await proxy.close({ graceMs: drainMs });
  } finally {
    await source.close();
    remote.close();
  }
  return exitCodes.fine;
}

/** Undefined in the mode of a gateway. */
function authRequestOf({ mode, authRequestStyle, authRequestPrefix }: ServeOptions): AuthRequestOptions | undefined {
  if (mode === "auth-request") {
    const style = authRequestStyle ?? "nginx";
    if (authRequestPrefix !== undefined && style !== "envoy") {
      throw new CommandError("--auth-request-prefix is for --auth-request-style envoy only");
    }
    return { style, prefix: authRequestPrefix ?? "" };
  }
  if (authRequestStyle === undefined && authRequestPrefix === undefined) return undefined;
  throw new CommandError("--auth-request-style and --auth-request-prefix need --mode auth-request");
}

/**
 * SIGHUP and a source that changes load anew; what fails to load leaves the running artifact in place. SIGHUP and SIGUSR2 open the
 * access log again. While requests under way are finished, SIGTERM and SIGHUP, which may come to a process more than
 * once, change nothing; a second SIGINT ends it at once.
 */
async function untilStopped(
  source: ArtifactSource,
  watch: Watch,
  tls: TlsFiles | undefined,
  terminal: Terminal,
): Promise<void> {
  const reloads = followSource(source, terminal, (isGood, text) => watch.state.reloaded(isGood, text));
  process.on("SIGHUP", () => {
    watch.reopen();
    tls?.reload();
    reloads.reload();
  });
  // Windows has no such signal.
  if (process.platform !== "win32") process.on("SIGUSR2", () => watch.reopen());
  const signal = await new Promise<NodeJS.Signals>((resolve) => {
    process.on("SIGTERM", resolve);
    process.once("SIGINT", resolve);
  });
  watch.state.draining();
  tls?.close();
  reloads.stop();
  if (signal !== "SIGINT") process.removeAllListeners("SIGINT");
  terminal.note(`stopping (${signal}): requests under way are finished first`);
}

function warn(message: string, terminal: Terminal): void {
  terminal.note(`${terminal.noteStyle.yellow("warning:")} ${message}`);
}
