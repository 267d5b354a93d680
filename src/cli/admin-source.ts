/** Serves the resources that are written over the Admin API; each acknowledged write is in force. */
import { createHmac, randomBytes } from "node:crypto";
import path from "node:path";
import { minKeyLength } from "../admin/authenticate.ts";
import { type AdminEvent, type AdminKey, type AdminServer, type AdminTls, ConfigRefused } from "../admin/contract.ts";
import { startAdmin } from "../admin/start-admin.ts";
import type { Artifact } from "../artifact/contract.ts";
import { joinPieces } from "../artifact/pieces.ts";
import { unsupportedByProxy } from "../compile/unsupported.ts";
import { withoutPlugins } from "../compile/without-plugins.ts";
import { engineAbilities } from "../engine/abilities.ts";
import type { Config } from "../model/config.ts";
import type { ListenTls } from "../proxy/contract.ts";
import { type Address, isLoopback, listening, parseAddress } from "./address.ts";
import type { ArtifactSource, OnArtifact } from "./artifact-source.ts";
import { compileConfig } from "./compile-inputs.ts";
import { describeArtifact, warn } from "./file-source.ts";
import { findKey, type KeyOptions, readSecretFile } from "./key.ts";
import { openArtifactBytes } from "./layered.ts";
import { CommandError, type Terminal, tellWarning } from "./terminal.ts";
import { openTlsFiles, type TlsFiles, type TlsOptions } from "./tls-files.ts";

export interface AdminSourceOptions extends KeyOptions {
  readonly state?: string;
  readonly adminKeyFile?: string;
  readonly viewerKeyFile?: string;
  /** Without TLS the Admin API hands out secrets in clear: beyond this machine only if asked for. */
  readonly adminRemote?: boolean;
  readonly adminTlsCert?: string;
  readonly adminTlsKey?: string;
  readonly adminClientCa?: string;
  /** Requests a second with one key. */
  readonly adminRate?: number;
  readonly ignorePlugin: readonly string[];
}

/** @throws CommandError without a state file or a key, StateError for a state file that cannot be used */
export async function openAdminSource(
  admin: string,
  options: AdminSourceOptions,
  terminal: Terminal,
  onArtifact: OnArtifact,
): Promise<ArtifactSource> {
  const { state } = options;
  if (!state) throw new CommandError("--admin needs --state FILE, where it keeps its resources.");
  const listen = parseAddress(admin, "--admin");
  const tlsOptions = adminTlsOptions(options);
  if (!options.adminRemote && !tlsOptions && !isLoopback(listen)) {
    throw new CommandError(
      `--admin ${admin}: other machines can reach this address, and the Admin API hands out secrets without TLS. ` +
        "Give it --admin-tls-cert and --admin-tls-key, use a loopback address such as 127.0.0.1:9180, " +
        "or add --admin-remote if the network is yours alone.",
    );
  }
  const tls = tlsOptions && (await openTlsFiles(tlsOptions, terminal, "Admin API: "));
  try {
    return await openServed(listen, admin, state, options, tls, terminal, onArtifact);
  } catch (error) {
    tls?.close();
    throw error;
  }
}

async function openServed(
  listen: Address,
  admin: string,
  state: string,
  options: AdminSourceOptions,
  tls: TlsFiles | undefined,
  terminal: Terminal,
  onArtifact: OnArtifact,
): Promise<ArtifactSource> {
  const key = await findKey(options, terminal);
  const artifactKey = key ?? new Uint8Array(randomBytes(32));
  let artifact: Artifact | undefined;
  const onChange = async (config: Config): Promise<void> => {
    artifact = compileForProxy(config, options.ignorePlugin, artifactKey, terminal);
    await onArtifact(artifact);
  };
  const starting = startAdmin({
    listen,
    keys: await readAdminKeys(options, terminal),
    stateFile: path.resolve(terminal.cwd, state),
    ...(tls && { tls: adminTls(tls.tls) }),
    ...(options.adminRate !== undefined && { rate: options.adminRate }),
    ...(key && { stateKey: stateKeyOf(key) }),
    onChange,
    log: (event) => logEvent(event, terminal),
  });
  const server = await listening(starting, `--admin ${admin}`);
  if (!artifact) throw new Error("the Admin API started without handing over its configuration");
  terminal.note(`Admin API on ${server.address.url}`);
  tls?.follow((next) => server.useCertificates(adminTls(next)));
  return sourceOf(server, tls, artifact, () => artifact);
}

/** Undefined without TLS. @throws CommandError for options that do not go together */
function adminTlsOptions({ adminTlsCert, adminTlsKey, adminClientCa }: AdminSourceOptions): TlsOptions | undefined {
  if ((adminTlsCert === undefined) !== (adminTlsKey === undefined))
    throw new CommandError("--admin-tls-cert and --admin-tls-key belong together; give both.");
  if (adminTlsCert === undefined || adminTlsKey === undefined) {
    if (adminClientCa === undefined) return undefined;
    throw new CommandError("--admin-client-ca needs --admin-tls-cert and --admin-tls-key.");
  }
  return {
    tlsCert: [adminTlsCert],
    tlsKey: [adminTlsKey],
    ...(adminClientCa !== undefined && { tlsClientCa: adminClientCa }),
  };
}

function adminTls({ certificates: [pair], clientCa }: ListenTls): AdminTls {
  if (pair === undefined) throw new Error("no certificate");
  return { ...pair, ...(clientCa !== undefined && { clientCa }) };
}

function sourceOf(
  server: AdminServer,
  tls: TlsFiles | undefined,
  artifact: Artifact,
  current: () => Artifact | undefined,
): ArtifactSource {
  return {
    artifact,
    describe: () => describeArtifact(current() ?? artifact),
    async reload() {
      tls?.reload();
      return "the Admin API's writes are in force already; there is nothing to load again";
    },
    async close() {
      tls?.close();
      await server.close();
    },
  };
}

/** @throws ConfigRefused for what the proxy would not carry out: accepted, it would be open where its writer thinks it is shut */
function compileForProxy(config: Config, ignored: readonly string[], key: Uint8Array, terminal: Terminal): Artifact {
  const served = withoutPlugins(config, ignored);
  const unsupported = unsupportedByProxy(served, engineAbilities).find(({ severity }) => severity === "error");
  if (unsupported) throw new ConfigRefused(unsupported.message);
  const artifact = openArtifactBytes(joinPieces(compileConfig(served, key), true), key, terminal);
  warn(artifact, terminal);
  return artifact;
}

/** The state is sealed under a key of its own, so that the user's key has one use only. */
function stateKeyOf(key: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac("sha256", key).update("rollcall admin state").digest());
}

async function readAdminKeys(options: AdminSourceOptions, terminal: Terminal): Promise<readonly AdminKey[]> {
  const admin = await readKey(options.adminKeyFile, "ROLLCALL_ADMIN_KEY", terminal);
  if (!admin) {
    throw new CommandError("the Admin API needs a key: set ROLLCALL_ADMIN_KEY, or name a file with --admin-key-file.");
  }
  const viewer = await readKey(options.viewerKeyFile, "ROLLCALL_VIEWER_KEY", terminal);
  if (viewer === admin) throw new CommandError("the viewer's key is the admin's too; give each a key of its own.");
  return [{ key: admin, role: "admin" }, ...(viewer ? [{ key: viewer, role: "viewer" } as const] : [])];
}

async function readKey(file: string | undefined, variable: string, terminal: Terminal): Promise<string | undefined> {
  const key = file ? await readSecretFile(file, terminal) : terminal.environment[variable]?.trim();
  if (!key || (key.length >= minKeyLength && /^[!-~]+$/.test(key))) return key;
  throw new CommandError(
    `${file ?? variable}: a key of the Admin API has at least ${minKeyLength} visible ASCII characters, without spaces; ` +
      "this one has not. `openssl rand -hex 16` makes one.",
  );
}

function logEvent(event: AdminEvent, terminal: Terminal): void {
  if (event.kind === "fault") tellWarning(terminal, event.reason);
}
