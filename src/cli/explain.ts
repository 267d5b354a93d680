/** `rollcall explain`: what the gateway would do with a request, and why. */
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { isIP } from "node:net";
import path from "node:path";
import type { Artifact } from "../artifact/contract.ts";
import { environmentReferences } from "../artifact/environment.ts";
import { joinPieces } from "../artifact/pieces.ts";
import { openArtifact } from "../artifact/reader.ts";
import { nodeCrypto } from "../crypto/node.ts";
import type { GatewayRequest } from "../engine/contract.ts";
import { createCounters } from "../engine/counters.ts";
import { RequestError } from "../explain/contract.ts";
import { curlRequest } from "../explain/curl/curl-request.ts";
import { explain } from "../explain/explain.ts";
import { noPlaces, type Places, placesOf } from "../explain/places.ts";
import { requestOfLine } from "../explain/request-line.ts";
import { renderExplanationText } from "../report/explanation-text.ts";
import { safeJson } from "../report/safe-json.ts";
import { fileProblem } from "../source/file-problem.ts";
import { compileConfig } from "./compile-inputs.ts";
import { requireInputs } from "./input-options.ts";
import { requireKey } from "./key.ts";
import { isArtifactFile, openArtifactFile } from "./open-artifact-file.ts";
import { renderDiagnostics } from "./render-diagnostics.ts";
import { type RunnableOptions, readRunnable } from "./runnable-config.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

export interface ExplainCommandOptions extends RunnableOptions {
  readonly format: "text" | "json";
  readonly request?: string;
  readonly header: readonly string[];
  readonly curl?: string;
  readonly from: string;
  readonly body?: string;
  readonly at?: string;
}

export async function runExplain(
  inputs: readonly string[],
  options: ExplainCommandOptions,
  terminal: Terminal,
): Promise<number> {
  requireInputs(inputs);
  const now = parseTime(options.at);
  const request = await readRequest(options, terminal);
  const asked = await openAsked(inputs, options, terminal);
  // Nothing can be said of files that are not right.
  if (!asked) return exitCodes.failure;
  const counters = createCounters();
  // Those of Redis are empty too: nothing is asked or counted there.
  const services = { crypto: nodeCrypto, now: () => now, counters, remoteCounters: () => counters };
  const explanation = await explain(request, asked.artifact, { ...services, places: asked.places });
  terminal.out(
    options.format === "json" ? safeJson(explanation) : renderExplanationText(explanation, terminal.outStyle),
  );
  return explanation.verdict === "forwarded" ? exitCodes.fine : exitCodes.findings;
}

interface Asked {
  readonly artifact: Artifact;
  readonly places: Places;
}

/** An artifact, or files compiled in memory; undefined if they have errors, which have been noted then. */
async function openAsked(
  inputs: readonly string[],
  options: ExplainCommandOptions,
  terminal: Terminal,
): Promise<Asked | undefined> {
  const [first = ""] = inputs;
  if (inputs.length === 1 && (await isArtifactFile(first, terminal))) {
    return { artifact: await openArtifactFile(first, await requireKey(options, terminal), terminal), places: noPlaces };
  }
  const { config, diagnostics, sources, environment } = await readRunnable(inputs, {}, options, terminal);
  if (!config) {
    const texts = new Map(sources.map(({ file, text }) => [file, text]));
    terminal.note(
      renderDiagnostics({ diagnostics, files: [...texts.keys()], sources: texts }, "text", terminal.noteStyle),
    );
    return undefined;
  }
  // It never leaves this process.
  const key = new Uint8Array(randomBytes(32));
  const resolveReference = environmentReferences(environment);
  const artifact = openArtifact(joinPieces(compileConfig(config, key), true), {
    crypto: nodeCrypto,
    key,
    resolveReference,
  });
  return { artifact, places: placesOf(config) };
}

async function readRequest(options: ExplainCommandOptions, terminal: Terminal): Promise<GatewayRequest> {
  const { request: line, curl, header, from, body: bodyFile } = options;
  if ((line === undefined) === (curl === undefined)) {
    throw new CommandError("which request? Give either --request 'GET /path', or --curl 'curl …'.");
  }
  if (curl !== undefined && header.length > 0) {
    throw new CommandError("-H belongs to --request: write the header into the curl command.");
  }
  if (curl === "-" && bodyFile === "-") throw new CommandError("--curl - and --body - both read standard input.");
  if (isIP(from) === 0) throw new CommandError("--from must be an IPv4 or IPv6 address.");
  try {
    const command = curl === "-" ? await terminal.readStdin() : curl;
    const read =
      command === undefined
        ? { request: requestOfLine(line ?? "", header), body: new Uint8Array(0), notes: [] }
        : curlRequest(command);
    for (const note of read.notes) terminal.note(`${terminal.noteStyle.yellow("note:")} ${note}.`);
    const body = bodyFile === undefined ? read.body : await readBody(bodyFile, terminal);
    const readLimited = (limit: number) => Promise.resolve(body.length > limit ? undefined : body);
    return { ...read.request, remoteAddress: from, readBody: readLimited };
  } catch (error) {
    if (error instanceof RequestError) throw new CommandError(error.message);
    throw error;
  }
}

async function readBody(file: string, { cwd, readStdin }: Terminal): Promise<Uint8Array> {
  if (file === "-") return new TextEncoder().encode(await readStdin());
  return readFile(path.resolve(cwd, file)).then(
    (bytes) => new Uint8Array(bytes),
    (error: unknown) => {
      throw new CommandError(`${file}: cannot be read: ${fileProblem(error)}.`);
    },
  );
}

/** Milliseconds since the epoch. */
function parseTime(text: string | undefined): number {
  if (text === undefined) return Date.now();
  if (/^\d{1,11}$/.test(text)) return Number(text) * 1000;
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (Number.isFinite(time)) return time;
  throw new CommandError("--at must be a time with its zone, such as 2026-12-01T08:00:00Z, or seconds since 1970.");
}
