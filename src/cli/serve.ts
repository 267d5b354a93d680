/** `rollcall serve`: runs the embedded proxy on an artifact, on files, or on the state that the Admin API keeps. */

import { availableParallelism } from "node:os";
import type { Artifact } from "../artifact/contract.ts";
import { environmentReferences } from "../artifact/environment.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { createCounters } from "../engine/counters.ts";
import type { AuthRequestOptions } from "../proxy/auth-request.ts";
import type { ListenAddress } from "../proxy/contract.ts";
import { createRemoteCounters } from "../proxy/redis/remote-counters.ts";
import { listening, parseAddress } from "./address.ts";
import type { ArtifactSource, OnArtifact } from "./artifact-source.ts";
import { type BoundSocket, bindSocket, systemdSocket } from "./bound-socket.ts";
import { type Inheritance, inheritanceOf } from "./generation.ts";
import { keepFreedMemory } from "./keep-memory.ts";
import type { ListenOptions } from "./listen-options.ts";
import { type Believed, believed } from "./listen-settings.ts";
import { openArtifactSource, type ServeInputOptions } from "./open-artifact-source.ts";
import { followSource } from "./reloads.ts";
import { type Front, startFront } from "./serve-front.ts";
import { openWatch, type Watch, type WatchOptions } from "./serve-watch.ts";
import { startWorkers } from "./serve-workers.ts";
import { createSteering, type Steering, type Stop } from "./steering.ts";
import { supervise } from "./supervise.ts";
import { CommandError, exitCodes, type Terminal, tellWarning } from "./terminal.ts";
import { openTlsFiles, type TlsFiles } from "./tls-files.ts";
import { writeNginx } from "./write-nginx.ts";

export interface ServeOptions extends ServeInputOptions, ListenOptions, Omit<WatchOptions, keyof ServeInputOptions> {
  /** HOST:PORT or `systemd`. */
  readonly listen: string;
  /** Undefined: this one process serves. */
  readonly workers?: number | "auto";
  readonly mode: "gateway" | "auth-request";
  readonly authRequestStyle?: AuthRequestOptions["style"];
  readonly authRequestPrefix?: string;
  readonly writeNginx?: string;
}

/** Milliseconds that requests under way may take after SIGTERM. */
const drainMs = 10_000;

/** Milliseconds in which clients may send what they have begun to send on idle connections, when another process serves. */
const idleMs = 2_000;

/** Workers that a process can start in the place of others before a new process is started. */
const replacements = 32;

export async function runServe(inputs: readonly string[], options: ServeOptions, terminal: Terminal): Promise<number> {
  const inheritance = inheritanceOf(terminal.environment);
  const isWriting = options.writeNginx !== undefined;
  if (options.workers !== undefined && !inheritance && !isWriting) return runSupervisor(options, terminal);
  const steering = createSteering(terminal);
  try {
    return await runServing(inputs, options, inheritance, steering, { ...terminal, sharesArtifacts: !!inheritance });
  } finally {
    steering.close();
  }
}

/** Whether the rest is as it must be, is for the process that serves to find. */
async function runSupervisor(options: ServeOptions, terminal: Terminal): Promise<number> {
  const bind = (text: string, option: string): Promise<BoundSocket> =>
    listening(bindSocket(parseAddress(text, option)), `${option} ${text}`);
  const proxy =
    options.listen === systemd
      ? { stdio: systemdSocket(terminal.environment), address: { host: systemd, port: 0 } }
      : await bind(options.listen, "--listen");
  const status = options.statusListen === undefined ? undefined : await bind(options.statusListen, "--status-listen");
  const cannotHandOver =
    options.admin === undefined
      ? undefined
      : "with --admin the state belongs to one process at a time; stop this one, and start another";
  const workers = workersOf(options);
  return supervise(
    { descriptors: workers + replacements, workers, proxy, status, cannotHandOver, graceMs: drainMs },
    terminal,
  );
}

const systemd = "systemd";

function workersOf({ workers }: ServeOptions): number {
  return workers === undefined || workers === "auto" ? availableParallelism() : workers;
}

async function runServing(
  inputs: readonly string[],
  options: ServeOptions,
  inheritance: Inheritance | undefined,
  steering: Steering,
  terminal: Terminal,
): Promise<number> {
  const listen = listenAddress(options, inheritance, terminal);
  const authRequest = authRequestOf(options);
  if (options.writeNginx !== undefined) return writeNginx(options.writeNginx, inputs, options, terminal);
  const settings = await believed(options, terminal);
  const tls = await openTlsFiles(options, terminal);
  try {
    const watch = await openWatch(inputs, options, inheritance, terminal);
    try {
      return await serve(
        inputs,
        options,
        { listen, watch, authRequest, settings, tls, inheritance, steering },
        terminal,
      );
    } finally {
      await watch.close();
    }
  } finally {
    tls?.close();
  }
}

function listenAddress(
  { listen }: ServeOptions,
  inheritance: Inheritance | undefined,
  terminal: Terminal,
): ListenAddress {
  if (inheritance) return inheritance.proxy.address;
  if (listen !== systemd) return parseAddress(listen, "--listen");
  return { host: systemd, port: 0, fd: systemdSocket(terminal.environment) };
}

interface Parts {
  readonly listen: ListenAddress;
  readonly watch: Watch;
  readonly authRequest: AuthRequestOptions | undefined;
  readonly settings: Believed;
  readonly tls: TlsFiles | undefined;
  readonly inheritance: Inheritance | undefined;
  readonly steering: Steering;
}

async function serve(
  inputs: readonly string[],
  options: ServeOptions,
  parts: Parts,
  terminal: Terminal,
): Promise<number> {
  const { watch, tls, steering } = parts;
  // The Admin API takes writes before the proxy listens: the artifact that came last is the one to serve.
  let latest: Artifact | undefined;
  let replace: OnArtifact = (artifact) => {
    latest = artifact;
  };
  const source = await openArtifactSource(inputs, options, terminal, async (artifact) => {
    await replace(artifact);
    watch.state.use(artifact);
  });
  if (!source) return exitCodes.findings;
  const first = latest ?? source.artifact;
  let front: Front | undefined;
  try {
    if (!latest) watch.state.use(first);
    steering.listens();
    const starting = startFrontOf(first, options, parts, terminal);
    front = await listening(starting, `--listen ${options.listen}`);
    const serving = front;
    keepFreedMemory();
    if (latest && latest !== first) await serving.use(latest);
    replace = async (artifact) => {
      await serving.use(artifact);
      if (options.admin !== undefined) watch.state.reloaded(true, "written over the Admin API");
    };
    watch.state.serving(serving);
    await watch.listen();
    tls?.follow((next) => serving.useCertificates(next));
    const stopped = untilStopped(source, parts, terminal);
    terminal.note(`serving on ${serving.url} (${source.describe()})`);
    steering.ready();
    const { hasSuccessor } = await stopped;
    await serving.close({ graceMs: drainMs, ...(hasSuccessor && { idleMs }) });
  } finally {
    await source.close();
  }
  return exitCodes.fine;
}

/** Counters outlive a reload: a new artifact must not refill anybody's limit. */
async function startFrontOf(
  artifact: Artifact,
  options: ServeOptions,
  { listen, watch, authRequest, settings, tls, inheritance, steering }: Parts,
  terminal: Terminal,
): Promise<Front> {
  const shared = { authRequest, ...(tls && { tls: tls.tls }) };
  if (inheritance) {
    const { descriptors } = inheritance.proxy;
    return startWorkers(artifact, {
      ...shared,
      listen,
      settings,
      count: workersOf(options),
      sockets: descriptors,
      tellsRequests: watch.wantsRequests,
      traces: watch.trace !== undefined,
      onEvent: watch.onEvent,
      warn: (text) => tellWarning(terminal, text),
      onWorn: () => steering.worn(),
    });
  }
  const remote = createRemoteCounters({
    resolveReference: environmentReferences(terminal.environment),
    tell: (message) => tellWarning(terminal, message),
  });
  const services = { crypto: nodeCrypto, now: Date.now, counters: createCounters(), remoteCounters: remote.find };
  const proxyOptions = { ...settings, ...shared, listen, log: watch.onEvent, logsAccess: watch.wantsRequests };
  try {
    const front = await startFront(artifact, { ...proxyOptions, ...(watch.trace && { trace: watch.trace }) }, services);
    return { ...front, close: (closing) => front.close(closing).finally(remote.close) };
  } catch (error) {
    remote.close();
    throw error;
  }
}

/** Undefined in the mode of a gateway. */
function authRequestOf(options: ServeOptions): AuthRequestOptions | undefined {
  const { mode, authRequestStyle, authRequestPrefix, writeNginx } = options;
  if (mode === "auth-request") {
    const style = authRequestStyle ?? "nginx";
    if (writeNginx !== undefined && style !== "nginx") {
      throw new CommandError("--write-nginx is for --auth-request-style nginx only");
    }
    if (authRequestPrefix !== undefined && style !== "envoy") {
      throw new CommandError("--auth-request-prefix is for --auth-request-style envoy only");
    }
    return { style, prefix: authRequestPrefix ?? "" };
  }
  if (writeNginx !== undefined) throw new CommandError("--write-nginx needs --mode auth-request");
  if (authRequestStyle === undefined && authRequestPrefix === undefined) return undefined;
  throw new CommandError("--auth-request-style and --auth-request-prefix need --mode auth-request");
}

/** A wish and a source that changes load anew; what fails to load leaves the running artifact in place. */
async function untilStopped(
  source: ArtifactSource,
  { watch, tls, steering }: Parts,
  terminal: Terminal,
): Promise<Stop> {
  const reloads = followSource(source, terminal, (isGood, text) => watch.state.reloaded(isGood, text));
  const stop = await steering.stopped({
    reload() {
      tls?.reload();
      reloads.reload();
    },
    reopen: () => watch.reopen(),
  });
  watch.state.draining();
  tls?.close();
  reloads.stop();
  // Else probes would be answered by the one and by the other.
  if (stop.hasSuccessor) await watch.stopListening();
  terminal.note(`stopping (${stop.reason}): requests under way are finished first`);
  return stop;
}
