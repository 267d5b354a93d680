/** What tells whether two artifacts of one key hold the same secret, without telling the secret. */
import { authPlugins } from "../model/auth.ts";
import { viewOf } from "./bytes.ts";
import type { SectionBytes } from "./container.ts";
import type { CredentialTable } from "./credential-table.ts";
import { hex } from "./keys.ts";
import { credentialSlot, indexSection, none, secretKind } from "./layout.ts";

/** Hex, keyed by the artifact's key; empty where there is none. */
export interface CredentialMarks {
  /** Of the value that it answers to. */
  readonly lookup: string;
  readonly secret: string;
}

/** The look-up values are found by walking through the indexes, once and only if somebody asks. */
export function credentialMarks(
  sections: SectionBytes,
  credentials: CredentialTable,
  sealedMark: (credential: number) => Uint8Array,
): (credential: number) => CredentialMarks {
  let lookups: ReadonlyMap<number, string> | undefined;
  return (credential) => {
    lookups ??= readLookups(sections);
    return { lookup: lookups.get(credential) ?? "", secret: secretMark(credentials, credential, sealedMark) };
  };
}

function readLookups(sections: SectionBytes): ReadonlyMap<number, string> {
  const lookups = new Map<number, string>();
  for (const plugin of authPlugins) {
    const bytes = sections[indexSection[plugin]];
    const view = viewOf(bytes);
    for (let at = 0; at < bytes.length; at += credentialSlot.size) {
      const stored = view.getUint32(at + credentialSlot.credential, true);
      if (stored !== 0 && stored !== none)
        lookups.set(stored - 1, hex(bytes.subarray(at, at + credentialSlot.credential)));
    }
  }
  return lookups;
}

/** A password's digest follows from the password and the key; so does what is made of a sealed secret. */
function secretMark(
  credentials: CredentialTable,
  credential: number,
  sealedMark: (credential: number) => Uint8Array,
): string {
  switch (credentials.secretKind(credential)) {
    case secretKind.passwordDigest:
      return hex(credentials.passwordDigest(credential));
    case secretKind.sealed:
      return hex(sealedMark(credential));
    case secretKind.reference:
    case secretKind.publicKey:
      return credentials.secretText(credential);
    default:
      return "";
  }
}
