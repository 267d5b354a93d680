/** The configuration under test, compiled in memory and ready to be asked. */
import type { Artifact } from "../artifact/contract.ts";
import { openArtifact } from "../artifact/reader.ts";
import { compile } from "../compile/compile.ts";
import { type HeldCredential, heldCredentials, withStandIns } from "../impact/stand-in.ts";
import { isSecretReference } from "../model/auth.ts";
import type { Config } from "../model/config.ts";
import type { TestFile, TestServices } from "./contract.ts";

export interface Subject {
  /** As declared. */
  readonly artifact: Artifact;
  /** With stand-ins for what no declaration holds: private keys, and what references stand for. */
  standIn(): Artifact;
  /** Of a consumer, as its holder presents them; undefined if there is no such consumer. */
  credentialsOf(username: string): readonly Presentable[] | undefined;
}

export interface Presentable {
  readonly credential: HeldCredential;
  /** It can be presented only where a stand-in takes the place of what is declared. */
  readonly needsStandIn: boolean;
}

/** Of an artifact that never leaves this process: the configuration in clear lies beside it. */
const passingKey = new Uint8Array(32);

export function openSubject({ config, resolveReference }: TestFile, { crypto }: TestServices): Subject {
  const open = (compiled: Config): Artifact => {
    const bytes = compile(compiled, { crypto, key: passingKey, tool: "rollcall test" });
    return openArtifact(bytes, { crypto, key: passingKey, resolveReference });
  };
  let standIn: Artifact | undefined;
  const consumers = new Map(config.consumers.map((entry) => [entry.id, entry]));
  return {
    artifact: open(config),
    standIn() {
      standIn ??= open({ ...config, consumers: config.consumers.map(withStandIns) });
      return standIn;
    },
    credentialsOf(username) {
      const entry = consumers.get(username);
      if (!entry) return undefined;
      const declared = heldCredentials(entry, entry);
      return heldCredentials(withStandIns(entry), entry).map((credential, index) => {
        const own = declared[index];
        const needsStandIn = own === undefined || !isPresentable(own);
        return { credential: needsStandIn ? credential : own, needsStandIn };
      });
    },
  };
}

function isPresentable({ plugin, config }: HeldCredential): boolean {
  if (Object.values(config).some((part) => typeof part === "string" && isSecretReference(part))) return false;
  const algorithm = config["algorithm"];
  return plugin !== "jwt-auth" || typeof algorithm !== "string" || algorithm.startsWith("HS");
}
