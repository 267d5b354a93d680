/** What the writer is given: everything decided, secrets still in clear. Order and content determine the bytes. */
import type { AuthPlugin } from "../model/auth.ts";
import type { CompiledPlugin, CompiledRoute } from "./contract.ts";

export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

export interface ConsumerInput {
  readonly username: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly groupId: string | undefined;
  readonly isGroupMissing: boolean;
  readonly plugins: readonly CompiledPlugin[];
  readonly source: SourceLine | undefined;
}

/** A value, or one that stands for it and is resolved when the artifact is opened. */
export interface LookupInput {
  readonly text: string;
  readonly isReference: boolean;
}

export type SecretInput =
  | { readonly kind: "password"; readonly password: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "publicKey"; readonly pem: string }
  | { readonly kind: "reference"; readonly reference: string; readonly isBase64: boolean };

export interface CredentialInput {
  /** Index of its consumer. */
  readonly consumer: number;
  readonly plugin: AuthPlugin;
  /** Undefined for an auth plugin that stands in the consumer itself. */
  readonly id: string | undefined;
  readonly isDisabled: boolean;
  /** Undefined: answers to nothing. */
  readonly lookup: LookupInput | undefined;
  readonly secret: SecretInput | undefined;
  readonly jwt: { readonly algorithm: string; readonly lifetimeGracePeriod: number } | undefined;
  readonly source: SourceLine | undefined;
}

/** A consumer with its credentials, in the order of ids (none first), then plugins. */
export interface HolderInput {
  readonly consumer: ConsumerInput;
  readonly credentials: readonly CredentialInput[];
}

export interface ArtifactInput {
  readonly tool: string;
  /** In the order of usernames. Gone through once: what was made for one consumer need not outlive it. */
  readonly holders: Iterable<HolderInput>;
  /** How many there are, about: with it memory for them is taken once. */
  readonly expectedHolders?: number;
  readonly routes: readonly CompiledRoute[];
  readonly globalRules: readonly CompiledPlugin[];
}
