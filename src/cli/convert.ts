/** `rollcall convert`: files of other formats as a native one, with a report of what it cannot hold. */
import path from "node:path";
import { checkSources } from "../check/check-sources.ts";
import type { Format, Loss, Outcome } from "../convert/contract.ts";
import { type ConvertInput, convert } from "../convert/convert.ts";
import { detectFormat } from "../convert/detect.ts";
import { declaredSections } from "../convert/finish.ts";
import { publicKeyPem } from "../crypto/jwk-pem.ts";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import { toDocument } from "../plan/dump.ts";
import { lossesJson, lossesText } from "../report/losses.ts";
import type { SourceText } from "../source/document.ts";
import { readSources } from "../source/read.ts";

import { renderDiagnostics } from "./render-diagnostics.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { readEnvironment } from "./vars-file.ts";
import { type OutputOptions, requireOutput, secretsFileOf, type Written, writeDocument } from "./write-document.ts";

export interface ConvertOptions extends OutputOptions {
  readonly from?: Format;
  readonly consumer?: string;
  readonly varsFile: readonly string[];
  readonly strict?: boolean;
  readonly format: "text" | "json";
}

/** A note is no loss. */
const lossy: ReadonlySet<Outcome> = new Set(["dropped", "approximated", "renamed"]);

export async function runConvert(
  inputs: readonly string[],
  options: ConvertOptions,
  terminal: Terminal,
): Promise<number> {
  if (inputs.length === 0) throw new CommandError("nothing to read: name a file, or - for standard input.");
  if (options.format === "json" && !options.out) {
    throw new CommandError("--format json prints the report on standard output: add --out FILE for the result.");
  }
  await requireOutput(options, terminal);
  const sources = await readSources(inputs, terminal);
  requireOthers(sources, options, terminal);
  const environment = await readEnvironment(options.varsFile, options, terminal);
  const { config, losses, diagnostics } = convert(formatsOf(sources, options.from), {
    sha1Hex,
    publicKeyPem,
    environment,
    ...(options.consumer !== undefined && { consumer: options.consumer }),
  });
  if (diagnostics.length > 0) {
    const files = sources.map(({ file }) => file);
    // Without the texts: the frames of lint do not know which fields of other formats are secret.
    terminal.note(renderDiagnostics({ diagnostics, files, sources: new Map() }, "text", terminal.noteStyle));
    return exitCodes.failure;
  }
  const document = declaredSections(toDocument(config, sha1Hex), config.declared);
  const written = await writeDocument(document, options, terminal);
  report(losses, options, terminal);
  if (hasErrors(written, options, terminal)) return exitCodes.findings;
  return options.strict && losses.some(({ outcome }) => lossy.has(outcome)) ? exitCodes.findings : exitCodes.fine;
}

function formatsOf(sources: readonly SourceText[], from: Format | undefined): readonly ConvertInput[] {
  return sources.map((source) => {
    const format = from ?? detectFormat(source);
    if (format) return { source, format };
    throw new CommandError(
      `${source.file}: it is unclear what format this is. ` +
        "Say so: --from kong, adc, standalone, htpasswd, jwks or csv.",
    );
  });
}

/** An input that is written over could not be converted again. */
function requireOthers(sources: readonly SourceText[], options: OutputOptions, { cwd }: Terminal): void {
  const written = [options.out, secretsFileOf(options)].map((file) => file && path.resolve(cwd, file));
  for (const { file } of sources) {
    if (written.includes(path.resolve(cwd, file)))
      throw new CommandError(`${file} would be written over: choose another file.`);
  }
}

/** What was wrong in the inputs and means the same here, such as a plugin that no gateway knows: shown as lint shows it. */
function hasErrors({ text, variables }: Written, { out = "<stdout>" }: ConvertOptions, terminal: Terminal): boolean {
  const environment = Object.fromEntries(variables);
  const { diagnostics } = checkSources([{ file: out, text }], { environment, sha1Hex, customPlugins: [] });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return false;
  const sources = new Map([[out, text]]);
  terminal.note(renderDiagnostics({ diagnostics: errors, files: [out], sources }, "text", terminal.noteStyle));
  terminal.note("The result has errors that the inputs had, too: mend them before it is used.");
  return true;
}

function report(losses: readonly Loss[], options: ConvertOptions, terminal: Terminal): void {
  if (options.format === "json" && options.out) {
    const secrets = secretsFileOf(options);
    terminal.out(lossesJson(losses, { out: options.out, ...(secrets && { secrets }) }));
  } else terminal.note(lossesText(losses, terminal.noteStyle));
}
