/** `rollcall inspect`: what an artifact holds, who answers to a value, what tells two apart; never a secret. */
import { compareArtifacts } from "../artifact/compare.ts";
import type { Artifact, OverlayInfo } from "../artifact/contract.ts";
import type { AuthPlugin } from "../model/auth.ts";
import { renderRecordChanges, summariseRecordChanges } from "../report/artifact-text.ts";
import { count } from "../report/count.ts";
import { printable, type Style } from "../report/style.ts";
import { warn } from "./file-source.ts";
import { type KeyOptions, requireKey } from "./key.ts";
import { openArtifactFile } from "./open-artifact-file.ts";
import { readTrusted } from "./signing.ts";
import { isRemote, type RemoteOptions } from "./source-options.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";

export interface InspectOptions extends KeyOptions, RemoteOptions {
  readonly format: "text" | "json";
  readonly consumer?: string;
  readonly find?: AuthPlugin;
  readonly diff?: boolean;
  readonly trust: readonly string[];
}

export async function runInspect(
  inputs: readonly string[],
  options: InspectOptions,
  terminal: Terminal,
): Promise<number> {
  const questions = [options.consumer, options.find, options.diff || undefined].filter((asked) => asked !== undefined);
  if (questions.length > 1) throw new CommandError("--consumer, --find and --diff are three questions: ask one.");
  const wanted = options.diff ? 2 : 1;
  if (inputs.length !== wanted) {
    throw new CommandError(
      options.diff ? "--diff compares two artifacts: name both." : "name one artifact, or two with --diff.",
    );
  }
  const key = await requireKey(options, terminal);
  const trust = options.trust.length > 0 ? await readTrusted(options.trust, terminal) : undefined;
  const [first, second] = await Promise.all(inputs.map((input) => open(input, key, options, terminal, trust)));
  if (!first) throw new CommandError("name an artifact.");
  if (second) return showDifferences(first, second, options, terminal);
  if (options.consumer !== undefined) return showConsumer(first, options.consumer, options, terminal);
  if (options.find) {
    const found = first.findCredential(options.find, withoutLineEnd(await terminal.readStdin()));
    return showCredential(first, found, options, terminal);
  }
  showSummary(first, options, terminal);
  warn(first, terminal);
  return exitCodes.fine;
}

async function open(
  input: string,
  key: Uint8Array,
  options: RemoteOptions,
  terminal: Terminal,
  trust: readonly string[] | undefined,
): Promise<Artifact> {
  if (!isRemote(input)) return openArtifactFile(input, key, terminal, trust);
  return (await import("./open-remote-artifact.ts")).openRemoteArtifact(input, key, options, terminal, trust);
}

function showSummary(artifact: Artifact, { format }: InspectOptions, terminal: Terminal): void {
  const { sections, overlay, ...meta } = artifact.meta;
  const counts = {
    consumers: artifact.consumerCount,
    credentials: artifact.credentialCount,
    routes: artifact.routes.length,
    globalRules: artifact.globalRules.length,
    bytes: artifact.byteLength,
  };
  if (format === "json") {
    print({ ...meta, ...(overlay && { overlay }), ...counts, sections, warnings: artifact.warnings }, terminal);
    return;
  }
  const style = terminal.outStyle;
  const listed = sections.map(
    ({ id, name = "(unknown)", bytes }) =>
      `${String(id).padStart(4)}  ${name.padEnd(18)} ${String(bytes).padStart(12)}`,
  );
  terminal.out(
    [
      rows({ ...meta, ...overlayRows(overlay), ...counts }),
      "",
      style.bold("sections (id, name, bytes)"),
      ...listed,
    ].join("\n"),
  );
}

/** Sections are those of the overlay, counts and bytes of what it makes of its base. */
function overlayRows(overlay: OverlayInfo | undefined): Readonly<Record<string, unknown>> {
  if (!overlay) return {};
  const { base, changedConsumers, hiddenConsumers, keepsRoutes } = overlay;
  return {
    "overlay over": base,
    changes: `${count(changedConsumers, "consumer")} written, ${hiddenConsumers} of the base replaced or removed`,
    "routes of": keepsRoutes ? "the base" : "the overlay",
  };
}

function showDifferences(first: Artifact, second: Artifact, { format }: InspectOptions, terminal: Terminal): number {
  const changes = compareArtifacts(first, second);
  if (format === "json") print({ changes }, terminal);
  else {
    const lines = renderRecordChanges(changes, terminal.outStyle);
    terminal.out([lines, summariseRecordChanges(changes)].filter((block) => block !== "").join("\n\n"));
  }
  return changes.length > 0 ? exitCodes.findings : exitCodes.fine;
}

function showConsumer(artifact: Artifact, username: string, { format }: InspectOptions, terminal: Terminal): number {
  const index = artifact.findConsumer(username);
  if (index < 0) {
    terminal.note(`there is no consumer ${printable(username)} in this artifact`);
    return exitCodes.findings;
  }
  const { plugins, ...consumer } = artifact.consumer(index);
  const credentials = credentialsOf(artifact, index);
  // The configuration of a plugin can hold secrets, such as the password of a Redis.
  const shown = {
    ...consumer,
    plugins: plugins.map(({ name, owner }) => ({ name, owner: owner || `consumers/${username}` })),
  };
  if (format === "json") print({ ...shown, credentials }, terminal);
  else terminal.out(consumerText(shown, credentials, terminal.outStyle));
  return exitCodes.fine;
}

function showCredential(artifact: Artifact, found: number, options: InspectOptions, terminal: Terminal): number {
  if (found < 0) {
    terminal.note("no credential in this artifact answers to this value");
    return exitCodes.findings;
  }
  const { consumer } = artifact.credential(found);
  const { username, source } = artifact.consumer(consumer);
  const credential = describeCredential(artifact, found);
  if (options.format === "json") print({ consumer: { username, source }, credential }, terminal);
  else terminal.out(rows({ consumer: username, declared: source, ...credential }));
  return exitCodes.fine;
}

interface CredentialSummary {
  readonly credential: string;
  readonly plugin: AuthPlugin;
  /** Keyed, short: tells secrets apart. */
  readonly lookup: string;
  readonly secret: string;
  readonly algorithm?: string;
  readonly source: string;
}

function credentialsOf(artifact: Artifact, consumer: number): readonly CredentialSummary[] {
  const own: CredentialSummary[] = [];
  for (let index = 0; index < artifact.credentialCount; index += 1) {
    if (artifact.credential(index).consumer === consumer) own.push(describeCredential(artifact, index));
  }
  return own;
}

function describeCredential(artifact: Artifact, index: number): CredentialSummary {
  const { id = "(inline)", plugin, source, jwt } = artifact.credential(index);
  const { lookup, secret } = artifact.credentialMarks(index);
  return {
    credential: id,
    plugin,
    lookup: short(lookup),
    secret: short(secret),
    ...(jwt && { algorithm: jwt.algorithm }),
    source,
  };
}

/** A reference is no secret, and the text of a public key says less than its first digits. */
function short(mark: string): string {
  if (mark === "") return "none";
  return mark.startsWith("$") ? mark : mark.startsWith("-----") ? "public key" : `#${mark.slice(0, 8)}`;
}

function consumerText(
  {
    plugins,
    labels,
    ...consumer
  }: Readonly<Record<string, unknown>> & {
    readonly plugins: readonly { readonly name: string; readonly owner: string }[];
    readonly labels: Readonly<Record<string, string>>;
  },
  credentials: readonly CredentialSummary[],
  style: Style,
): string {
  const labelled = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const facts = { ...consumer, labels: labelled.join(" ") || "none" };
  const lists = [
    [`plugins (${plugins.length})`, plugins.map(({ name, owner }) => `  ${name} of ${owner}`)],
    [
      `credentials (${credentials.length})`,
      credentials.map(
        ({ credential, plugin, lookup, secret, source }) =>
          `  ${credential} (${plugin}) look-up ${lookup}, secret ${secret}${source === "" ? "" : `  ${source}`}`,
      ),
    ],
  ] as const;
  return [rows(facts), ...lists.flatMap(([heading, lines]) => ["", style.bold(heading), ...lines.map(printable)])].join(
    "\n",
  );
}

function rows(facts: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name.padEnd(14)} ${printable(String(value))}`)
    .join("\n");
}

function print(value: object, terminal: Terminal): void {
  terminal.out(JSON.stringify({ version: 1, ...value }, null, 2));
}

function withoutLineEnd(text: string): string {
  return text.replace(/\r?\n$/, "");
}
