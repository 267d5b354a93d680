/** What serve needs of the place that its artifact comes from; one file a kind of place. */
import type { Artifact } from "../artifact/contract.ts";

export interface ArtifactSource {
  /** The one to begin with. */
  readonly artifact: Artifact;
  /** For the line that says that the proxy serves. */
  describe(): string;
  /** Loads anew and hands the artifact on; returns what to tell. @throws Error if that fails */
  reload(): Promise<string>;
  close(): Promise<void>;
}
