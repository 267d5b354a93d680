/** `rollcall dump`: what a gateway holds, as a file that lint accepts and that diff finds equal. */
import { sha1Hex } from "../crypto/sha1-hex.ts";
import { kinds, type Live } from "../model/config.ts";
import { withMasks } from "../plan/concealed.ts";
import { toDocument } from "../plan/dump.ts";
import { type Labels, selectedPart } from "../plan/scope.ts";
import { withGateway } from "./connect.ts";
import type { ConnectOptions } from "./connection-options.ts";
import { exitCodes, type Terminal } from "./terminal.ts";
import { type OutputOptions, requireOutput, writeDocument } from "./write-document.ts";

export interface DumpOptions extends ConnectOptions, OutputOptions {
  readonly select?: Labels;
}

export async function runDump(_inputs: readonly string[], options: DumpOptions, terminal: Terminal): Promise<number> {
  await requireOutput(options, terminal);
  const live = await withGateway(options, terminal, (gateway) => gateway.read(new Set(kinds)));
  noteMissingKinds(live, terminal);
  const document = withMasks(toDocument(selectedPart(live, options.select ?? {}), sha1Hex));
  await writeDocument(document, options, terminal);
  return exitCodes.fine;
}

/** Whoever keeps the dump as the whole truth should know what it could not hold. */
function noteMissingKinds({ declared }: Live, terminal: Terminal): void {
  const missing = kinds.filter((kind) => !declared.has(kind));
  if (missing.length > 0) terminal.note(`this gateway has no ${missing.join(", ")}; the dump has none either`);
}
