/** Verifies everything that a look-up in one artifact file will rely on, once; then uses the records where they lie. */
import type { Crypto } from "../crypto/contract.ts";
import type { AuthPlugin } from "../model/auth.ts";
import { type ConsumerTable, openConsumers } from "./consumer-table.ts";
import { type Container, openContainer, refuse, type SectionBytes } from "./container.ts";
import type { Artifact, ArtifactMeta, ConsumerRecord } from "./contract.ts";
import { credentialHolder } from "./credential-holder.ts";
import { credentialReader, verifyIndex } from "./credential-reader.ts";
import { type CredentialTable, credentialsOf, openCredentials } from "./credential-table.ts";
import { lookupDigest } from "./digest.ts";
import { isText, object, parseJson } from "./json.ts";
import { type ArtifactKeys, deriveKeys, hex } from "./keys.ts";
import { none } from "./layout.ts";
import { type Lookups, openLookups } from "./lookups.ts";
import { credentialMarks } from "./marks.ts";
import { NumberedCache } from "./numbered-cache.ts";
import { mergedNamesFrom, noNames, type OrderedNames } from "./ordered-names.ts";
import { type OverlayHead, openOverlaySection } from "./overlay-section.ts";
import { openPairLists, type PairLists } from "./pair-lists.ts";
import { passwordDigest } from "./password-digest.ts";
import { openPluginTable, type PluginSets } from "./plugin-table.ts";
import { type ResolveReference, resolveReferences } from "./references.ts";
import { openRoutes } from "./route-document.ts";
import { openSealedStream, type SealedStream } from "./sealed-stream.ts";
import { requireSignature } from "./signature.ts";
import { openSourceMap, type SourceMap } from "./source-map.ts";
import { openStringHeap, type StringHeap } from "./string-heap.ts";
import { openUsernameIndex } from "./username-index.ts";

/** The records of one artifact file, verified and ready to be asked. */
export interface Table {
  readonly artifact: Artifact;
  readonly lookups: Lookups;
  readonly credentials: CredentialTable;
  readonly usernames: OrderedNames;
  readonly overlay: OverlayHead | undefined;
  readonly sections: SectionBytes;
  /** Of a credential whose secret is sealed; undefined if it cannot be opened. */
  unsealSecret(credential: number): Uint8Array | undefined;
}

export interface OpenOptions {
  readonly crypto: Crypto;
  /** The 32-byte master key that the artifact was written with. */
  readonly key: Uint8Array;
  /** What `$env://…` or `$secret://…` stands for; undefined, or absent, means that its credential admits nobody. */
  readonly resolveReference?: ResolveReference;
  /** Public keys (PEM, Ed25519): an artifact that none of them has signed is refused. Absent: signatures do not count. */
  readonly trust?: readonly string[];
  /** One that stands beside the artifact, instead of the one inside. */
  readonly signature?: Uint8Array;
}

/**
 * @param isTaken whether somebody outside of this file answers to what has this digest; told what the file is over, if it is an overlay
 * @throws ArtifactError for anything but an intact artifact of this key
 */
export function openTable(
  bytes: Uint8Array,
  options: OpenOptions,
  isTaken?: (head: OverlayHead | undefined) => (plugin: AuthPlugin, digest: Uint8Array) => boolean,
): Table {
  const { crypto, key, resolveReference, trust } = options;
  const keys = deriveKeys(crypto, key);
  const container = openContainer(bytes, crypto, keys);
  const { sections } = container;
  if (trust) requireSignature(container.content, options.signature ?? sections.signature, trust, crypto);
  const overlay = openOverlaySection(sections.overlay);
  const records = openRecords(sections, crypto, keys);
  const { strings, consumers, credentials, pluginSets, source } = records;
  const lookups = openLookups(sections, credentials, strings, lookupDigest(crypto, keys), isTaken?.(overlay));
  const findConsumer = openUsernameIndex(sections.usernameIndex, consumers.count, (consumer, utf8) =>
    strings.equals(consumers.username(consumer), utf8),
  );

  const usernames: OrderedNames = {
    count: consumers.count,
    at: (consumer) => strings.text(consumers.username(consumer)),
  };
  const username = (credential: number) => strings.text(consumers.username(credentials.consumer(credential)));
  const identity = (credential: number) => ({
    username: username(credential),
    id: credentials.id(credential),
    plugin: credentials.plugin(credential),
  });
  const digest = passwordDigest(crypto, keys);
  const digestPassword = (credential: number, password: Uint8Array) => digest(identity(credential), password);
  const unsealSecret = (credential: number) => {
    const { at, length } = credentials.sealedAt(credential);
    return records.secrets.read(at, length);
  };
  const describe = (credential: number) => {
    const id = credentials.id(credential);
    const subject = id === undefined ? "The credential" : `Credential "${id}"`;
    return `${subject} (${credentials.plugin(credential)}) of consumer "${username(credential)}"`;
  };
  const resolved = resolveReferences(credentials, lookups, { resolveReference, digestPassword, describe });
  const equal = crypto.equal.bind(crypto);
  const credentialSource = (credential: number) => source(consumers.count + credential);

  const artifact: Artifact = {
    meta: openMeta(container, hex(keys.keyId)),
    warnings: resolved.warnings,
    byteLength: bytes.length,
    consumerCount: consumers.count,
    credentialCount: credentials.count,
    ...openRoutes(sections.routes, pluginSets),
    findConsumer,
    consumer: consumerReader(records),
    usernamesFrom: (start) => mergedNamesFrom(usernames, new Set(), noNames, start),
    findCredential: (plugin: AuthPlugin, value: string) => lookups.find(plugin, value),
    decoy: (plugin: AuthPlugin, seed: number) => lookups.any(plugin, seed),
    credential: credentialReader({
      credentials,
      resolved,
      source: credentialSource,
      digestPassword,
      unsealSecret,
      equal,
    }),
    holder: credentialHolder(records),
    credentialsOf: (consumer) => credentialsOf(credentials, consumer),
    credentialMarks: credentialMarks(sections, credentials, (credential) =>
      digestPassword(credential, unsealSecret(credential) ?? new Uint8Array()),
    ),
  };
  return { artifact, lookups, credentials, usernames, overlay, sections, unsealSecret };
}

interface Records {
  readonly strings: StringHeap;
  readonly labelSets: PairLists;
  readonly pluginSets: PluginSets;
  readonly consumers: ConsumerTable;
  readonly credentials: CredentialTable;
  readonly secrets: SealedStream;
  /** Of the consumers, then of the credentials. */
  readonly source: SourceMap;
}

function openRecords(sections: SectionBytes, crypto: Crypto, keys: ArtifactKeys): Records {
  const strings = openStringHeap(sections.stringOffsets, sections.stringBytes);
  const labelSets = openPairLists(sections.labelSets, strings.count, strings.count);
  const pluginSets = openPluginTable(sections.pluginConfigs, sections.pluginSets, strings, crypto, keys);
  const consumers = openConsumers(sections.consumers, strings, labelSets, pluginSets);
  const secrets = openSealedStream(sections.secrets, crypto, keys);
  const credentials = openCredentials({
    records: sections.credentials,
    passwordDigests: sections.passwordDigests,
    sealedLength: secrets.length,
    consumerCount: consumers.count,
    strings,
  });
  const source = openSourceMap(sections.sourceMap, consumers.count + credentials.count);
  return { strings, labelSets, pluginSets, consumers, credentials, secrets, source };
}

function openMeta({ sections, digest, content, directory }: Container, keyId: string): ArtifactMeta {
  const meta = parseJson(sections.meta, "metadata");
  const isMeta = object({ tool: isText, inputDigest: isText, keyId: (value) => value === keyId });
  if (!isMeta(meta)) refuse("its metadata are malformed");
  const { tool, inputDigest } = meta as ArtifactMeta;
  return {
    tool,
    inputDigest,
    keyId,
    digest,
    content,
    isSigned: sections.signature.length > 0,
    sections: directory,
  };
}

/** One for all consumers that have none, which are most: it is looked at in each request. */
const noPlugins: ConsumerRecord["plugins"] = [];

function consumerReader({ consumers, strings, labelSets, pluginSets, source }: Records) {
  const cache = new NumberedCache<ConsumerRecord>(consumers.count);
  return (index: number): ConsumerRecord => {
    const known = cache.get(index);
    if (known !== undefined) return known;
    verifyIndex(index, consumers.count);
    const labelSet = consumers.labels(index);
    const labels = labelSet === none ? [] : labelSets.pairs(labelSet);
    const labelTexts = Object.fromEntries(labels.map(([name, value]) => [strings.text(name), strings.text(value)]));
    const customId = Object.hasOwn(labelTexts, "custom_id") ? labelTexts.custom_id : undefined;
    const groupId = strings.optionalText(consumers.group(index));
    const pluginSet = consumers.plugins(index);
    const record: ConsumerRecord = {
      username: strings.text(consumers.username(index)),
      ...(customId !== undefined && { customId }),
      labels: labelTexts,
      ...(groupId !== undefined && { groupId }),
      isGroupMissing: consumers.isGroupMissing(index),
      plugins: pluginSet === none ? noPlugins : pluginSets.plugins(pluginSet),
      source: source(index),
    };
    cache.set(index, record);
    return record;
  };
}
