/** `$env://…` and `$secret://…` in credentials: what they stand for is looked up when the artifact is opened. */

import { decodeBase64 } from "./base64.ts";
import type { CredentialTable } from "./credential-table.ts";
import { credentialFlags, secretKind } from "./layout.ts";
import type { Lookups } from "./lookups.ts";

/** The value of a reference, given as it was written; undefined if there is none. */
export type ResolveReference = (reference: string) => string | undefined;

export interface ResolvedSecrets {
  readonly passwordDigests: ReadonlyMap<number, Uint8Array>;
  readonly secrets: ReadonlyMap<number, Uint8Array>;
  readonly publicKeys: ReadonlyMap<number, string>;
  /** Without secrets. */
  readonly warnings: readonly string[];
}

export interface ReferenceOptions {
  readonly resolveReference: ResolveReference | undefined;
  digestPassword(credential: number, password: Uint8Array): Uint8Array;
  /** Begins a sentence about the credential. */
  describe(credential: number): string;
}

const encoder = new TextEncoder();

/** Resolves every reference once, lets credentials answer to what their look-up value stands for, and says what failed. */
export function resolveReferences(
  credentials: CredentialTable,
  lookups: Lookups,
  options: ReferenceOptions,
): ResolvedSecrets {
  const passwordDigests = new Map<number, Uint8Array>();
  const secrets = new Map<number, Uint8Array>();
  const publicKeys = new Map<number, string>();
  const warnings: string[] = [];
  const resolve = (credential: number, reference: string): string | undefined => {
    const value = resolveSafely(options.resolveReference, reference);
    // An empty secret is no secret: nobody may pass with it.
    if (value !== undefined && value !== "") return value;
    warnings.push(`${options.describe(credential)} admits nobody: ${reference} does not resolve.`);
    return undefined;
  };

  for (let credential = 0; credential < credentials.count; credential++) {
    if (credentials.hasFlag(credential, credentialFlags.conflicting)) {
      warnings.push(`${options.describe(credential)} admits nobody: another credential has the same look-up value.`);
    }
    if (credentials.secretKind(credential) !== secretKind.reference) continue;
    if (credentials.hasFlag(credential, credentialFlags.disabled)) continue;
    const value = resolve(credential, credentials.secretText(credential));
    if (value !== undefined) keep(credential, value);
  }
  for (const { credential, reference } of lookups.references) {
    const value = resolve(credential, reference);
    if (value === undefined || lookups.add(credential, value)) continue;
    warnings.push(
      `${options.describe(credential)} and another one have the same look-up value: neither admits anybody.`,
    );
  }
  return { passwordDigests, secrets, publicKeys, warnings };

  function keep(credential: number, value: string): void {
    const bytes = encoder.encode(value);
    if (credentials.plugin(credential) === "basic-auth") {
      passwordDigests.set(credential, options.digestPassword(credential, bytes));
      return;
    }
    if (isPublicKeyAlgorithm(credentials.algorithm(credential))) {
      publicKeys.set(credential, value);
      return;
    }
    const isBase64 = credentials.hasFlag(credential, credentialFlags.base64Reference);
    const secret = isBase64 ? decodeBase64(value) : bytes;
    if (secret !== undefined && secret.length > 0) secrets.set(credential, secret);
    else warnings.push(`${options.describe(credential)} admits nobody: its secret is not base64.`);
  }
}

export function isPublicKeyAlgorithm(algorithm: string): boolean {
  return algorithm !== "" && !algorithm.startsWith("HS");
}

/** A resolver that fails has no value to give; its error may hold one and is not shown. */
function resolveSafely(resolveReference: ResolveReference | undefined, reference: string): string | undefined {
  try {
    return resolveReference?.(reference);
  } catch {
    return undefined;
  }
}
