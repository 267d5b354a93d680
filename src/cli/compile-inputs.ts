/** Files to artifact bytes, for compile and serve: checks them, and refuses what the proxy would not carry out. */
import { joinPieces, type Pieces } from "../artifact/pieces.ts";
import type { Sign } from "../artifact/signature.ts";
import { compileInPieces } from "../compile/compile.ts";
import { unsupportedByProxy } from "../compile/unsupported.ts";
import { withoutPlugins } from "../compile/without-plugins.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { engineAbilities } from "../engine/abilities.ts";
import type { Config } from "../model/config.ts";
import { version } from "../version.ts";
import { type ReadOptions, readInputs } from "./config-inputs.ts";
import { digestThread } from "./digest-thread.ts";
import { renderDiagnostics } from "./render-diagnostics.ts";
import type { Terminal } from "./terminal.ts";

export interface CompileInputOptions extends ReadOptions {
  /** Plugins to do without in the proxy. */
  readonly ignorePlugin: readonly string[];
}

export interface Compiled {
  readonly pieces: Pieces;
  /** A copy of the pieces. */
  whole(): Uint8Array;
  readonly config: Config;
}

/** Undefined if the files are not right; what is wrong has been noted then. @throws InputError */
export async function compileInputs(
  inputs: readonly string[],
  options: CompileInputOptions,
  key: Uint8Array,
  terminal: Terminal,
  sign?: Sign,
): Promise<Compiled | undefined> {
  const checked = await readInputs(inputs, options, terminal);
  const config = checked.config && withoutPlugins(checked.config, options.ignorePlugin);
  const unsupported = config ? unsupportedByProxy(config, engineAbilities) : [];
  const diagnostics = [...checked.diagnostics, ...unsupported];
  if (diagnostics.length > 0) {
    terminal.note(renderDiagnostics({ ...checked, diagnostics }, "text", terminal.noteStyle));
  }
  if (!config || unsupported.some(({ severity }) => severity === "error")) return undefined;
  const pieces = compileConfig(config, key, sign);
  return { pieces, whole: () => joinPieces(pieces, true), config };
}

export function compileConfig(config: Config, key: Uint8Array, sign?: Sign): Pieces {
  const digests = digestThread(config.consumers.reduce((sum, { credentials }) => sum + credentials.length, 0));
  return compileInPieces(config, {
    crypto: nodeCrypto,
    key,
    tool: `rollcall/${version}`,
    ...(sign && { sign }),
    ...(digests && { digests }),
  });
}
