/** Compiles a checked configuration into an artifact: pure, and the same bytes for the same input, key and tool. */
import { joinPieces } from "../artifact/pieces.ts";
import type { Sign } from "../artifact/signature.ts";
import { type MakeDigestTables, writeArtifact } from "../artifact/writer.ts";
import type { Crypto } from "../crypto/contract.ts";
import type { Config } from "../model/config.ts";
import { compileConsumers } from "./consumers.ts";
import { compileGlobalRules, compileRoutes } from "./routes.ts";

export interface CompileOptions {
  readonly crypto: Crypto;
  /** The 32-byte master key. */
  readonly key: Uint8Array;
  /** Name and version of what compiles, such as `rollcall/0.1.0`. */
  readonly tool: string;
  /** Makes an Ed25519 signature of a message; unsigned by default. */
  readonly sign?: Sign;
  /** Who makes digests and indexes, such as a thread that has nothing else to do; this one by default. */
  readonly digests?: MakeDigestTables;
}

export interface CompileToBytesOptions extends CompileOptions {
  /**
   * Whether the artifact is to lie in a `SharedArrayBuffer`, where threads open it without a copy and the collector does not
   * count it; plain memory by default, which more of the web's interfaces take.
   */
  readonly inSharedMemory?: boolean;
}

/**
 * The configuration must have passed the checks. What they would refuse compiles to something that admits nobody or
 * forwards nothing; what the proxy cannot execute is for `unsupportedByProxy` to report first.
 *
 * @throws ArtifactError if the key has a wrong length
 */
export function compile(config: Config, options: CompileToBytesOptions): Uint8Array {
  return joinPieces(compileInPieces(config, options), options.inSharedMemory);
}

/**
 * The same in pieces, which one after the other are the bytes: for who writes them to a file, sooner by the time that it takes to put them into one.
 *
 * @throws ArtifactError if the key has a wrong length
 */
export function compileInPieces(
  config: Config,
  { crypto, key, tool, sign, digests }: CompileOptions,
): readonly Uint8Array[] {
  return writeArtifact(
    {
      tool,
      holders: compileConsumers(config),
      expectedHolders: config.consumers.length,
      routes: compileRoutes(config),
      globalRules: compileGlobalRules(config),
    },
    { crypto, key, ...(sign && { sign }), ...(digests && { digests }) },
  );
}
