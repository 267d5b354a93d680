/** Serves the resources that are written over the Admin API; each acknowledged write is in force. */
import { createHmac, randomBytes } from "node:crypto";
import path from "node:path";
import { minKeyLength } from "../admin/authenticate.ts";
import { type AdminEvent, type AdminKey, type AdminServer, ConfigRefused } from "../admin/contract.ts";
import { startAdmin } from "../admin/start-admin.ts";
import type { Artifact } from "../artifact/contract.ts";
import { unsupportedByProxy } from "../compile/unsupported.ts";
import { withoutPlugins } from "../compile/without-plugins.ts";
import { engineAbilities } from "../engine/abilities.ts";
import type { Config } from "../model/config.ts";
import { isLoopback, listening, parseAddress } from "./address.ts";
import type { ArtifactSource, OnArtifact } from "./artifact-source.ts";
import { compileConfig } from "./compile-inputs.ts";
import { describeArtifact, warn } from "./file-source.ts";
import { findKey, type KeyOptions, readSecretFile } from "./key.ts";
import { openArtifactBytes } from "./layered.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface AdminSourceOptions extends KeyOptions {
  readonly state?: string;
  readonly adminKeyFile?: string;
  readonly viewerKeyFile?: string;
  /** The Admin API hands out secrets without encryption on the way: beyond this machine only if asked for. */
  readonly adminRemote?: boolean;
  readonly ignorePlugin: readonly string[];
}

/** @throws CommandError without a state file or a key, StateError for a state file that cannot be used */
export async function openAdminSource(
  admin: string,
  options: AdminSourceOptions,
  terminal: Terminal,
  onArtifact: OnArtifact,
): Promise<ArtifactSource> {
  if (!options.state) throw new CommandError("--admin needs --state FILE, where it keeps its resources.");
  const listen = parseAddress(admin, "--admin");
  if (!options.adminRemote && !isLoopback(listen)) {
    throw new CommandError(
      `--admin ${admin}: other machines can reach this address, and the Admin API hands out secrets without TLS. ` +
        "Use a loopback address such as 127.0.0.1:9180, or add --admin-remote if the network is yours alone.",
    );
  }
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
    stateFile: path.resolve(terminal.cwd, options.state),
    ...(key && { stateKey: stateKeyOf(key) }),
    onChange,
    log: (event) => logEvent(event, terminal),
  });
  const server = await listening(starting, `--admin ${admin}`);
  if (!artifact) throw new Error("the Admin API started without handing over its configuration");
  terminal.note(`Admin API on ${server.address.url}`);
  return sourceOf(server, artifact, () => artifact);
}

function sourceOf(server: AdminServer, artifact: Artifact, current: () => Artifact | undefined): ArtifactSource {
  return {
    artifact,
    describe: () => describeArtifact(current() ?? artifact),
    reload: async () => "the Admin API's writes are in force already; there is nothing to load again",
    close: () => server.close(),
  };
}

/** @throws ConfigRefused for what the proxy would not carry out: accepted, it would be open where its writer thinks it is shut */
function compileForProxy(config: Config, ignored: readonly string[], key: Uint8Array, terminal: Terminal): Artifact {
  const served = withoutPlugins(config, ignored);
  const unsupported = unsupportedByProxy(served, engineAbilities).find(({ severity }) => severity === "error");
  if (unsupported) throw new ConfigRefused(unsupported.message);
  const artifact = openArtifactBytes(compileConfig(served, key), key, terminal);
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
  if (event.kind === "fault") terminal.note(`${terminal.noteStyle.yellow("warning:")} ${event.reason}`);
}
