/** What fetching and publishing need beside an address: its token, and whom to trust. */
import { rootCertificates } from "node:tls";
import { readSmallFile } from "./environment.ts";
import { readSecretFile } from "./key.ts";
import { type RemoteOptions, sourceTokenVariable } from "./source-options.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface RemoteAccess {
  /** Never told. */
  readonly token?: string;
  /** PEM: the authorities of Node and the one that was named. Absent: those of Node. */
  readonly ca?: string;
}

/** @throws CommandError if a file cannot be read, or is something else */
export async function readRemoteAccess(options: RemoteOptions, terminal: Terminal): Promise<RemoteAccess> {
  const { sourceTokenFile, sourceCaFile } = options;
  const token = sourceTokenFile
    ? await readSecretFile(sourceTokenFile, terminal)
    : terminal.environment[sourceTokenVariable]?.trim();
  if (token && !/^[\x21-\x7e]+$/.test(token)) {
    throw new CommandError(
      `${sourceTokenFile ?? sourceTokenVariable}: a token has visible ASCII characters, without spaces; this one has others.`,
    );
  }
  const ca = sourceCaFile ? await readAuthorities(sourceCaFile, terminal) : undefined;
  return { ...(token && { token }), ...(ca !== undefined && { ca }) };
}

async function readAuthorities(file: string, terminal: Terminal): Promise<string> {
  const pem = await readSmallFile(file, terminal);
  if (pem.includes("-----BEGIN CERTIFICATE-----")) return [...rootCertificates, pem].join("\n");
  throw new CommandError(`${file}: --source-ca-file takes certificates (PEM); this is something else.`);
}
