/** Chooses where serve takes its artifact from: files, a URL, or the state of the Admin API. */
import { type AdminSourceOptions, openAdminSource } from "./admin-source.ts";
import type { ArtifactSource, OnArtifact } from "./artifact-source.ts";
import { type FileSourceOptions, openFileSource } from "./file-source.ts";
import { openOrigin } from "./open-origin.ts";
import { openOriginSource } from "./origin-source.ts";
import { type FollowOptions, isRemote } from "./source-options.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface ServeInputOptions extends AdminSourceOptions, FileSourceOptions, FollowOptions {
  readonly admin?: string;
}

/** Undefined if the files are not right, which has been noted then. @throws CommandError, InputError, ArtifactError, StateError */
export async function openArtifactSource(
  inputs: readonly string[],
  options: ServeInputOptions,
  terminal: Terminal,
  onArtifact: OnArtifact,
): Promise<ArtifactSource | undefined> {
  const { admin } = options;
  if (admin !== undefined) {
    if (options.trust.length > 0) throw new CommandError("--trust is for an artifact; with --admin there is none.");
    if (inputs.length > 0) throw new CommandError("with --admin the state file is what is served; name no inputs.");
    requireFollowed([], options);
    return openAdminSource(admin, options, terminal, onArtifact);
  }
  if (options.state)
    throw new CommandError("--state is where the Admin API keeps its resources; add --admin HOST:PORT.");
  const { adminTlsCert, adminTlsKey, adminClientCa, adminRate } = options;
  if ((adminTlsCert ?? adminTlsKey ?? adminClientCa ?? adminRate) !== undefined)
    throw new CommandError("--admin-tls-cert, --admin-client-ca and --admin-rate are for the Admin API; add --admin.");
  if (inputs.length === 0) {
    throw new CommandError(
      "nothing to serve: name an artifact or files, or offer the Admin API with --admin and --state.",
    );
  }
  requireFollowed(inputs, options);
  const [first] = inputs;
  if (first === undefined || !isRemote(first)) return openFileSource(inputs, options, terminal, onArtifact);
  return openOriginSource(await openOrigin(first, options, terminal), options, terminal, onArtifact);
}

/** @throws CommandError for options that the place cannot follow */
function requireFollowed(inputs: readonly string[], { admin, watch, keep }: ServeInputOptions): void {
  const isAway = inputs.some(isRemote);
  if (isAway && inputs.length > 1) throw new CommandError("serve takes one URL alone, or files, not both.");
  if (isAway && watch) throw new CommandError("--watch is for files; a URL is followed anyway, every --poll seconds.");
  if (!isAway && keep) throw new CommandError("--keep is for an artifact that a URL gives; a file is kept already.");
  if (admin !== undefined && watch)
    throw new CommandError("--watch is for files; with --admin each write is in force.");
}
