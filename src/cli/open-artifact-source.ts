/** Chooses where serve takes its artifact from: files, or the state of the Admin API. */
import type { Artifact } from "../artifact/contract.ts";
import { type AdminSourceOptions, openAdminSource } from "./admin-source.ts";
import type { ArtifactSource } from "./artifact-source.ts";
import { type FileSourceOptions, openFileSource } from "./file-source.ts";
import { CommandError, type Terminal } from "./terminal.ts";

export interface ServeInputOptions extends AdminSourceOptions, FileSourceOptions {
  readonly admin?: string;
}

/** Undefined if the files are not right, which has been noted then. @throws CommandError, InputError, ArtifactError, StateError */
export async function openArtifactSource(
  inputs: readonly string[],
  options: ServeInputOptions,
  terminal: Terminal,
  onArtifact: (artifact: Artifact) => void,
): Promise<ArtifactSource | undefined> {
  const { admin } = options;
  if (admin !== undefined) {
    if (options.trust.length > 0) throw new CommandError("--trust is for an artifact; with --admin there is none.");
    if (inputs.length > 0) throw new CommandError("with --admin the state file is what is served; name no inputs.");
    return openAdminSource(admin, options, terminal, onArtifact);
  }
  if (options.state)
    throw new CommandError("--state is where the Admin API keeps its resources; add --admin HOST:PORT.");
  if (inputs.length === 0) {
    throw new CommandError(
      "nothing to serve: name an artifact or files, or offer the Admin API with --admin and --state.",
    );
  }
  return openFileSource(inputs, options, terminal, onArtifact);
}
