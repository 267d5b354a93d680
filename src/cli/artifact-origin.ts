/** A place away from this machine that artifacts are fetched from; one file a protocol. */

/** What was fetched, told apart from what was there before without fetching it again. */
export interface Version {
  /** As the server names it: an ETag. */
  readonly tag?: string;
  /** Of the artifact, as the place that points to it promises; hex. */
  readonly digest?: string;
}

export interface Candidate {
  /** Not verified yet; they do not change any more. */
  readonly bytes: Uint8Array;
  readonly version: Version;
}

export interface ArtifactOrigin {
  /** The address without anything that may be secret. */
  readonly name: string;
  /**
   * What is there now; undefined if it is `known`.
   * @throws CommandError if the place does not answer, or not with an artifact
   */
  take(known?: Version): Promise<Candidate | undefined>;
  /**
   * The artifact that an overlay lies over.
   * @param digest hex; whether it is the one is for the caller to verify
   * @throws CommandError if it is not to be had
   */
  base(digest: string): Promise<Uint8Array>;
  /** Where the place can tell that something is new; the answer is not sure to come. */
  listen?(changed: () => void): void;
  close(): Promise<void>;
}
