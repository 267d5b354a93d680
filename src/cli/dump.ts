/** `rollcall dump`: what a gateway holds, as a file that lint accepts and that diff finds equal. */
import { stringify } from "yaml";
import { sha1Hex } from "../crypto/sha1-hex.ts";
import { kinds } from "../model/config.ts";
import { toDocument } from "../plan/dump.ts";
import { extractSecrets } from "../plan/extract-secrets.ts";
import { type ConnectOptions, withGateway } from "./connect.ts";
import { formatEnvLine } from "./environment.ts";
import { CommandError, exitCodes, type Terminal } from "./terminal.ts";
import { writePrivateFile } from "./write-file.ts";

export interface DumpOptions extends ConnectOptions {
  readonly out?: string;
  readonly secrets?: string;
  readonly reveal?: boolean;
}

export async function runDump(_inputs: readonly string[], options: DumpOptions, terminal: Terminal): Promise<number> {
  if (options.reveal && !options.out) {
    throw new CommandError("--reveal writes secrets in clear and needs a file: add --out FILE.");
  }
  const live = await withGateway(options, terminal, (gateway) => gateway.read(new Set(kinds)));
  const document = toDocument(live, sha1Hex);
  if (options.reveal) {
    await write(options.out, toYaml(document), terminal);
    return exitCodes.fine;
  }
  const extracted = extractSecrets(document);
  const secretsFile = options.secrets ?? (options.out && `${options.out}.env`);
  if (secretsFile) await writeSecrets(secretsFile, extracted.variables, terminal);
  else if (extracted.variables.size > 0) {
    terminal.note(`${extracted.variables.size} secrets were left out; --secrets FILE keeps them in an env file.`);
  }
  await write(options.out, toYaml(extracted.document), terminal);
  return exitCodes.fine;
}

async function writeSecrets(file: string, variables: ReadonlyMap<string, string>, terminal: Terminal): Promise<void> {
  const lines = [...variables].map(([name, value]) => formatEnvLine(name, value));
  await writePrivateFile(file, `${lines.join("\n")}\n`, terminal);
  terminal.note(`wrote ${file} (${variables.size} secrets; use it with --env-file)`);
}

async function write(file: string | undefined, text: string, terminal: Terminal): Promise<void> {
  if (!file) {
    terminal.out(text);
    return;
  }
  await writePrivateFile(file, text, terminal);
  terminal.note(`wrote ${file}`);
}

/** No aliases for equal parts and no folded lines: each resource can be read and edited by itself. */
function toYaml(document: Readonly<Record<string, unknown>>): string {
  return stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 });
}
