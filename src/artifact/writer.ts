/** Writes an artifact: the same input gives the same bytes. */

import type { Crypto } from "../crypto/contract.ts";
import { canonicalJson } from "../model/json.ts";
import { ConsumerTableWriter } from "./consumer-table.ts";
import { packContainer } from "./container.ts";
import { ArtifactError } from "./contract.ts";
import { CredentialTableWriter } from "./credential-table.ts";
import { type DigestKeys, type DigestTables, digestTables } from "./digest-tables.ts";
import type { ArtifactInput } from "./input.ts";
import { deriveKeys, hex } from "./keys.ts";
import { none } from "./layout.ts";
import { type ConflictsElsewhere, LookupWriter } from "./lookups.ts";
import { type OverlayHead, writeOverlaySection } from "./overlay-section.ts";
import { PairListWriter } from "./pair-lists.ts";
import type { Pieces } from "./pieces.ts";
import { PluginTableWriter } from "./plugin-table.ts";
import { writeRoutes } from "./route-document.ts";
import { sealStream } from "./sealed-stream.ts";
import type { Sign } from "./signature.ts";
import { SourceList, writeSourceMap } from "./source-map.ts";
import { StringHeapWriter } from "./string-heap.ts";
import { writeUsernameIndex } from "./username-index.ts";

export interface WriteOptions {
  readonly crypto: Crypto;
  /** The 32-byte master key. */
  readonly key: Uint8Array;
  /** Signs it; unsigned by default. */
  readonly sign?: Sign;
  /** Makes it an overlay, of which the input holds the changed consumers only. */
  readonly overlay?: OverlayInput;
  /** `digestTables` by default. */
  readonly digests?: MakeDigestTables;
}

/** Makes what makes digests and indexes. @param credentials that there will be, about */
export type MakeDigestTables = (keys: DigestKeys, credentials: number) => DigestTables;

export interface OverlayInput extends OverlayHead {
  /** Hex: of the whole that overlay and base stand for. */
  readonly inputDigest: string;
  readonly conflicts: ConflictsElsewhere;
}

/** As large installations have them; for taking memory, no more. */
const stringsAHolder = 1.1;
const credentialsAHolder = 1.25;

/** @throws ArtifactError if the key has a wrong length or the input is too large for 32-bit offsets */
export function writeArtifact(input: ArtifactInput, options: WriteOptions): Pieces {
  const { crypto, key, sign, overlay, digests: makeDigests = digestTables } = options;
  const keys = deriveKeys(crypto, key);
  const expected = input.expectedHolders ?? 0;
  const expectedCredentials = Math.ceil(expected * credentialsAHolder);
  const digests = makeDigests({ lookup: keys.lookup, password: keys.password }, expectedCredentials);
  const strings = new StringHeapWriter(Math.ceil(expected * stringsAHolder));
  const labelSets = new PairListWriter();
  const pluginTable = new PluginTableWriter(strings);
  const consumers = new ConsumerTableWriter(strings, labelSets, pluginTable, expected);
  const credentials = new CredentialTableWriter(strings, digests, expectedCredentials);
  const lookups = new LookupWriter(digests, strings, overlay?.conflicts);
  const fileNumbers = new Map<string, number>();
  const consumerSources = new SourceList(fileNumbers, expected);
  const credentialSources = new SourceList(fileNumbers, expectedCredentials);

  const routes = writeRoutes(input, pluginTable);
  for (const { consumer, credentials: held } of input.holders) {
    consumers.add(consumer);
    consumerSources.add(consumer.source);
    for (const credential of held) {
      lookups.add(credential, credentials.add(credential, consumer.username));
      credentialSources.add(credential.source);
    }
  }
  lookups.end();
  // What the digests are not needed for comes first: they may be under way in another thread.
  const secrets = sealStream(credentials.secrets(), crypto, keys);
  const usernameIndex = writeUsernameIndex(consumers.usernameHashes());
  const pluginConfigs = pluginTable.sealedConfigs(crypto, keys);
  const sourceMap = writeSourceMap([consumerSources, credentialSources], fileNumbers);
  const { indexes, passwordDigests, shared } = digests.sections();
  const meta = (inputDigest: string): Uint8Array =>
    new TextEncoder().encode(
      canonicalJson({ tool: input.tool, inputDigest: overlay?.inputDigest ?? inputDigest, keyId: hex(keys.keyId) }),
    );

  const sections = {
    consumers: consumers.toBytes(),
    credentials: credentials.records([...lookups.conflicting, ...shared]),
    usernameIndex,
    keyAuthIndex: indexes["key-auth"],
    basicAuthIndex: indexes["basic-auth"],
    hmacAuthIndex: indexes["hmac-auth"],
    jwtAuthIndex: indexes["jwt-auth"],
    lookupReferences: lookups.references(),
    labelSets: labelSets.toBytes(),
    pluginConfigs,
    pluginSets: pluginTable.sets(),
    routes,
    secrets,
    passwordDigests,
    sourceMap,
    overlay: overlay ? writeOverlaySection(overlay) : new Uint8Array(),
    // Last, for everything above adds to the strings.
    stringOffsets: strings.offsets(),
    stringBytes: strings.bytes(),
  };
  if (Object.values(sections).some((bytes) => bytes.length >= none)) {
    throw new ArtifactError("The input is too large for one artifact: a section would pass 4 GiB.");
  }
  return packContainer(sections, { crypto, keys, meta, ...(sign && { sign }) });
}
