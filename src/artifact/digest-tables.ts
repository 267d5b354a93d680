/**
 * Digests of what credentials answer to, with an index over them for each auth plugin, and of passwords. Half of the work of writing a large
 * artifact is here, and nothing of it needs the configuration, so whoever has a thread to spare may have it done there: `DigestTables` is all
 * that the writer knows.
 */
import { BatchedSha256 } from "../crypto/batched-sha256.ts";
import { type AuthPlugin, authPlugins } from "../model/auth.ts";
import { ByteSink, NumberSink } from "./bytes.ts";
import { writeCredentialIndex } from "./credential-index.ts";
import type { ArtifactKeys } from "./keys.ts";
import { credentialSlot, none, passwordDigestLength } from "./layout.ts";

/** Look-up values of the credentials of a plugin, or passwords. */
export type DigestTable = AuthPlugin | "password";

/** Blocks of SHA-256 that stand before all messages. */
export type DigestKeys = Pick<ArtifactKeys, "lookup" | "password">;

export interface DigestTables {
  /** Where a message may be written, from `roomStart` on. @param length bytes that it may take */
  room(table: DigestTable, length: number): Uint8Array;
  readonly roomStart: number;
  /** Takes what was written into the room. @param length of it. @param credential whose it is, by its number */
  add(table: DigestTable, length: number, credential: number): void;
  /** Digests, 16 bytes each, to which nobody may answer. */
  block(plugin: AuthPlugin, digests: Uint8Array): void;
  /** Says that nothing more will come; the sections may be asked for later, when they are needed. */
  end(): void;
  sections(): DigestSections;
}

export interface DigestSections {
  readonly indexes: Readonly<Record<AuthPlugin, Uint8Array>>;
  /** In the order in which the passwords came. */
  readonly passwordDigests: Uint8Array;
  /** Credentials whose look-up value another one has. */
  readonly shared: readonly number[];
}

const digestLength = credentialSlot.credential;

/** Digests, and whose each is. */
interface Held {
  readonly digests: ByteSink;
  readonly owners: NumberSink;
}

/** Makes them here. @param expected credentials that there will be, about; memory that is not used costs nothing */
export function digestTables(keys: DigestKeys, expected = 0): DigestTables {
  const lookup = new BatchedSha256(keys.lookup);
  const password = new BatchedSha256(keys.password);
  const held = {} as Record<AuthPlugin, Held>;
  for (const plugin of authPlugins) {
    held[plugin] = { digests: new ByteSink(expected * digestLength), owners: new NumberSink(expected) };
  }
  const passwords = new ByteSink(expected * passwordDigestLength);
  let room: Uint8Array = new Uint8Array();
  const digest = (sum: BatchedSha256, length: number, into: ByteSink): void => {
    const at = into.length;
    into.reserve(digestLength);
    into.advance(digestLength);
    sum.writeHalf(room, length, into, at);
  };
  return {
    roomStart: 0,
    room(table, length) {
      room = (table === "password" ? password : lookup).room(length);
      return room;
    },
    add(table, length, credential) {
      if (table === "password") {
        digest(password, length, passwords);
        return;
      }
      const { digests, owners } = held[table];
      digest(lookup, length, digests);
      owners.push(credential);
    },
    block(plugin, digests) {
      held[plugin].digests.add(digests);
      for (let at = 0; at < digests.length; at += digestLength) held[plugin].owners.push(none);
    },
    end() {},
    sections() {
      lookup.finish();
      password.finish();
      const shared: number[] = [];
      const indexes = {} as Record<AuthPlugin, Uint8Array>;
      for (const plugin of authPlugins) {
        const entries = { digests: held[plugin].digests.toBytes(), credentials: held[plugin].owners.toNumbers() };
        indexes[plugin] = writeCredentialIndex(entries, (credential) => shared.push(credential));
      }
      return { indexes, passwordDigests: passwords.toBytes(), shared };
    },
  };
}
