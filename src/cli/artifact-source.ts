/** What serve needs of the place that its artifact comes from; one file a kind of place. */
import type { Artifact } from "../artifact/contract.ts";

/** Settles when all who serve have the artifact. */
export type OnArtifact = (artifact: Artifact) => Promise<void> | void;

export interface ArtifactSource {
  /** The one to begin with. */
  readonly artifact: Artifact;
  /** For the line that says that the proxy serves. */
  describe(): string;
  /** Loads anew and hands the artifact on; returns what to tell. @throws Error if that fails */
  reload(): Promise<string>;
  /** Absent where nothing but `reload` loads anything. */
  readonly changes?: Changes;
  close(): Promise<void>;
}

/** A place that tells, or is asked, whether it has something new. */
export interface Changes {
  /** From now on `changed` is called whenever a look may find something. */
  follow(changed: () => void): void;
  /** Hands a new artifact on and returns what to tell; undefined if there is none. @throws Error as `reload` does */
  look(): Promise<string | undefined>;
}
