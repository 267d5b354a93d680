/** Writes an artifact: the same input gives the same bytes. */

import type { Crypto } from "../crypto/contract.ts";
import { canonicalJson } from "../model/json.ts";
import { ConsumerTableWriter } from "./consumer-table.ts";
import { packContainer } from "./container.ts";
import { ArtifactError } from "./contract.ts";
import { CredentialTableWriter } from "./credential-table.ts";
import { lookupDigestWriter } from "./digest.ts";
import type { ArtifactInput } from "./input.ts";
import { deriveKeys, hex } from "./keys.ts";
import { none } from "./layout.ts";
import { type ConflictsElsewhere, LookupWriter } from "./lookups.ts";
import { type OverlayHead, writeOverlaySection } from "./overlay-section.ts";
import { PairListWriter } from "./pair-lists.ts";
import { passwordDigestWriter } from "./password-digest.ts";
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
}

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
  const { crypto, key, sign, overlay } = options;
  const keys = deriveKeys(crypto, key);
  const expected = input.expectedHolders ?? 0;
  const expectedCredentials = Math.ceil(expected * credentialsAHolder);
  const strings = new StringHeapWriter(Math.ceil(expected * stringsAHolder));
  const labelSets = new PairListWriter();
  const pluginTable = new PluginTableWriter(strings);
  const consumers = new ConsumerTableWriter(strings, labelSets, pluginTable, expected);
  const credentials = new CredentialTableWriter(strings, passwordDigestWriter(keys), expectedCredentials);
  const lookups = new LookupWriter(lookupDigestWriter(keys), strings, expectedCredentials, overlay?.conflicts);
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
  const { indexes, references, conflicting } = lookups.sections();
  const written = credentials.sections(conflicting);
  const sourceMap = writeSourceMap([consumerSources, credentialSources], fileNumbers);
  const meta = (inputDigest: string): Uint8Array =>
    new TextEncoder().encode(
      canonicalJson({ tool: input.tool, inputDigest: overlay?.inputDigest ?? inputDigest, keyId: hex(keys.keyId) }),
    );

  const sections = {
    consumers: consumers.toBytes(),
    credentials: written.records,
    usernameIndex: writeUsernameIndex(consumers.usernameHashes()),
    keyAuthIndex: indexes["key-auth"],
    basicAuthIndex: indexes["basic-auth"],
    hmacAuthIndex: indexes["hmac-auth"],
    jwtAuthIndex: indexes["jwt-auth"],
    lookupReferences: references,
    labelSets: labelSets.toBytes(),
    pluginConfigs: pluginTable.sealedConfigs(crypto, keys),
    pluginSets: pluginTable.sets(),
    routes,
    secrets: sealStream(written.secrets, crypto, keys),
    passwordDigests: written.passwordDigests,
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
