/** Files to artifact bytes, for compile and serve: checks them, and refuses what the proxy would not carry out. */
import type { Sign } from "../artifact/signature.ts";
import { compile } from "../compile/compile.ts";
import { unsupportedByProxy } from "../compile/unsupported.ts";
import { withoutPlugins } from "../compile/without-plugins.ts";
import { nodeCrypto } from "../crypto/node.ts";
import { engineAbilities } from "../engine/abilities.ts";
import type { Config } from "../model/config.ts";
import { version } from "../version.ts";
import { type ReadOptions, readInputs } from "./config-inputs.ts";
import { renderDiagnostics } from "./render-diagnostics.ts";
import type { Terminal } from "./terminal.ts";

export interface CompileInputOptions extends ReadOptions {
  /** Plugins to do without in the proxy. */
  readonly ignorePlugin: readonly string[];
}

export interface Compiled {
  readonly bytes: Uint8Array;
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
  return { bytes: compileConfig(config, key, sign), config };
}

export function compileConfig(config: Config, key: Uint8Array, sign?: Sign): Uint8Array {
  const tool = `rollcall/${version}`;
  return compile(config, { crypto: nodeCrypto, key, tool, inSharedMemory: true, ...(sign && { sign }) });
}
