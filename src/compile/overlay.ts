/** Compiles the changes since an artifact into an overlay over it: as small as the changes, and the same bytes for the same input. */
import { type ChangedConsumers, changedConsumers } from "../artifact/changed-consumers.ts";
import type { Artifact } from "../artifact/contract.ts";
import { blockedDigests } from "../artifact/credential-index.ts";
import { credentialFlags, indexSection } from "../artifact/layout.ts";
import { joinPieces } from "../artifact/pieces.ts";
import { tableOf } from "../artifact/reader.ts";
import { type OverlayInput, writeArtifact } from "../artifact/writer.ts";
import type { Config } from "../model/config.ts";
import { canonicalJson } from "../model/json.ts";
import type { CompileOptions } from "./compile.ts";
import { compileConsumers } from "./consumers.ts";
import { compileGlobalRules, compileRoutes } from "./routes.ts";

export interface OverlayOptions extends CompileOptions {
  /** Stands alone, and is of the same key. */
  readonly base: Artifact;
  /** Consumers that an overlay may change, add and take away, as a share of the base's. */
  readonly largestShare: number;
}

/**
 * @param whole the artifact that `config` compiles to, opened with the same key
 * @returns undefined if so much has changed that the whole is the better thing to hand out
 * @throws ArtifactError if the base does not stand alone
 */
export function compileOverlay(config: Config, whole: Artifact, options: OverlayOptions): Uint8Array | undefined {
  const { base, largestShare, tool, crypto, key, sign } = options;
  const changed = changedConsumers(base, whole);
  if (Math.max(changed.written.size, changed.hidden.length) > base.consumerCount * largestShare) return undefined;
  const keepsRoutes = canonicalJson(routing(base)) === canonicalJson(routing(whole));
  const overlay: OverlayInput = {
    base: base.meta.digest,
    keepsRoutes,
    hidden: changed.hidden,
    inputDigest: whole.meta.inputDigest,
    conflicts: conflictsOf(whole, changed),
  };
  const pieces = writeArtifact(
    {
      tool,
      holders: compileConsumers(config, (username) => changed.written.has(username)),
      routes: keepsRoutes ? [] : compileRoutes(config),
      globalRules: keepsRoutes ? [] : compileGlobalRules(config),
    },
    { crypto, key, ...(sign && { sign }), overlay },
  );
  return joinPieces(pieces);
}

function routing({ routes, globalRules }: Artifact) {
  return { routes, globalRules };
}

/** The overlay's credentials are those of the changed consumers of the whole, in the same order. */
function conflictsOf(whole: Artifact, { written }: ChangedConsumers): OverlayInput["conflicts"] {
  const { credentials, sections } = tableOf(whole);
  const isConflicting: boolean[] = [];
  for (const username of written) {
    const consumer = whole.findConsumer(username);
    const end = credentials.firstOf(consumer + 1);
    for (let credential = credentials.firstOf(consumer); credential < end; credential++) {
      isConflicting.push(credentials.hasFlag(credential, credentialFlags.conflicting));
    }
  }
  return {
    isConflicting: (credential) => isConflicting[credential] ?? false,
    blocked: (plugin) => blockedDigests(sections[indexSection[plugin]]),
  };
}
