/** What serve tells while it runs: the access log, and the status listener with its metrics. */
import { open } from "node:fs/promises";
import path from "node:path";
import type { ListenAddress, ProxyEvent, Trace } from "../proxy/contract.ts";
import { minTokenLength } from "../watch/access.ts";
import { type AccessLog, type AccessLogFormat, openAccessLog } from "../watch/access-log.ts";
import { Recorder } from "../watch/recorder.ts";
import { createSpanExporter, type SpanExporter } from "../watch/span-exporter.ts";
import { type StatusServer, startStatus } from "../watch/start-status.ts";
import { createTrace } from "../watch/trace-context.ts";
import { readTraceSettings } from "../watch/trace-settings.ts";
import { WatchedState } from "../watch/watched-state.ts";
import { isLoopback, listening, parseAddress } from "./address.ts";
import type { Inheritance } from "./generation.ts";
import { readSecretFile } from "./key.ts";
import { isArtifactFile } from "./open-artifact-file.ts";
import { parseRemote, shownAddress } from "./remote-address.ts";
import { isRemote } from "./source-options.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";

export interface WatchOptions {
  readonly admin?: string;
  readonly state?: string;
  /** A file, or `-` for standard output. */
  readonly accessLog?: string;
  readonly accessLogFormat: AccessLogFormat;
  readonly statusListen?: string;
  readonly statusTokenFile?: string;
  /** Consumers that metrics name. */
  readonly metricsConsumers: number;
}

export interface Watch {
  readonly state: WatchedState;
  onEvent(event: ProxyEvent): void;
  /** Whether anything is done with events that are no faults. */
  readonly wantsRequests: boolean;
  /** Undefined: nothing is traced. */
  readonly trace: Trace | undefined;
  /** The access log's file was moved away. */
  reopen(): void;
  /** Opens the status listener, if it is not open yet. */
  listen(): Promise<void>;
  /** Closes the status listener alone. */
  stopListening(): Promise<void>;
  close(): Promise<void>;
}

/** @throws CommandError for addresses and files that cannot be used */
export async function openWatch(
  inputs: readonly string[],
  options: WatchOptions,
  inheritance: Inheritance | undefined,
  terminal: Terminal,
): Promise<Watch> {
  const listen = statusAddress(options, inheritance);
  const token = listen && (await statusToken(listen, options, terminal));
  if (!listen && (options.statusTokenFile !== undefined || options.metricsConsumers > 0)) {
    const option = options.statusTokenFile === undefined ? "--metrics-consumers" : "--status-token-file";
    throw new CommandError(`${option} is for the status listener; add --status-listen HOST:PORT.`);
  }
  const accessLog = await accessLogOf(options, terminal);
  const tracing = tracingOf(terminal);
  const state = new WatchedState(
    sourceOf(inputs, options),
    () => accessLog?.dropped(),
    () => tracing?.exporter.counts,
  );
  const recorder = listen && new Recorder({ consumers: options.metricsConsumers });
  let status: StatusServer | undefined;
  const openStatus = async (): Promise<void> => {
    if (!listen || !recorder || status) return;
    const starting = startStatus({ listen, watched: state, recorder, ...(token && { token }) });
    status = await listening(starting, `--status-listen ${options.statusListen}`);
    terminal.note(`status on ${status.address.url}`);
  };
  const stopListening = async (): Promise<void> => {
    await status?.close();
    status = undefined;
  };
  // Where another process serves until this one does, it answers until then, too.
  if (!inheritance?.isSuccessor) await openStatus();
  return {
    state,
    onEvent(event) {
      if (event.kind === "fault") {
        tellWarning(terminal, event.reason);
        return;
      }
      recorder?.record(event);
      accessLog?.write(event);
      tracing?.exporter.record(event);
    },
    wantsRequests: recorder !== undefined || accessLog !== undefined || tracing !== undefined,
    trace: tracing?.trace,
    listen: openStatus,
    stopListening,
    reopen: () => accessLog?.reopen(),
    async close() {
      await Promise.all([accessLog?.close(), tracing?.exporter.close()]);
      await stopListening();
    },
  };
}

function statusAddress(
  { statusListen }: WatchOptions,
  inheritance: Inheritance | undefined,
): ListenAddress | undefined {
  if (inheritance?.status) return { ...inheritance.status.address, fd: inheritance.status.descriptor };
  return statusListen === undefined ? undefined : parseAddress(statusListen, "--status-listen");
}

/** Undefined unless the environment asks for traces. */
function tracingOf(terminal: Terminal): { readonly trace: Trace; readonly exporter: SpanExporter } | undefined {
  const warn = (text: string): void => tellWarning(terminal, text);
  const { settings, warnings } = readTraceSettings(terminal.environment);
  for (const warning of warnings) warn(warning);
  if (!settings) return undefined;
  const onFault = (reason: string): void => warn(`the collector takes no spans (${reason}); they are dropped`);
  return { trace: createTrace(settings.sampler), exporter: createSpanExporter({ ...settings, onFault }) };
}

/** @throws CommandError if other machines can reach the address and there is no token */
async function statusToken(
  listen: ListenAddress,
  options: WatchOptions,
  terminal: Terminal,
): Promise<string | undefined> {
  const { statusListen, statusTokenFile } = options;
  const token = statusTokenFile
    ? await readSecretFile(statusTokenFile, terminal)
    : terminal.environment["ROLLCALL_STATUS_TOKEN"];
  if (!token) {
    if (isLoopback(listen)) return undefined;
    throw new CommandError(
      `--status-listen ${statusListen}: other machines can reach this address, and the status page tells who calls what. ` +
        "Name a file with a token in --status-token-file, set ROLLCALL_STATUS_TOKEN, or use a loopback address such as 127.0.0.1:9090.",
    );
  }
  if (token.length >= minTokenLength) return token;
  throw new CommandError(
    `the token of the status listener has ${token.length} characters; it must have at least ${minTokenLength}.`,
  );
}

async function accessLogOf(options: WatchOptions, terminal: Terminal): Promise<AccessLog | undefined> {
  const { accessLog: file, accessLogFormat: format } = options;
  if (file === undefined) return undefined;
  return openAccessLog({
    destination: file === "-" ? 1 : await appendable(file, terminal),
    format,
    onFault: (code) =>
      tellWarning(
        terminal,
        `the access log cannot be written (${code}); ` +
          (code === "EPIPE" ? "it ends here" : "lines wait, and are dropped when there are too many"),
      ),
  });
}

/** @throws CommandError if the file cannot be appended to, or is something that nobody wants to append to */
async function appendable(file: string, terminal: Terminal): Promise<string> {
  const absolute = path.resolve(terminal.cwd, file);
  try {
    await (await open(absolute, "a", 0o600)).close();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new CommandError(
      `--access-log ${file}: this file cannot be written (${code}); name one that can, or - for standard output.`,
    );
  }
  if (await isArtifactFile(file, terminal)) {
    throw new CommandError(`--access-log ${file}: this is an artifact; the log would be appended to it.`);
  }
  return absolute;
}

/** For people; the address of a URL without user and query. */
function sourceOf(inputs: readonly string[], { admin, state }: WatchOptions): string {
  if (admin !== undefined) return `Admin API on ${admin}, state ${state ?? "unknown"}`;
  return inputs
    .map((input) => (isRemote(input) ? shownAddress(parseRemote(input, "the address of the artifact")) : input))
    .join(", ");
}
