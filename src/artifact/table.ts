/** Verifies everything that a look-up in one artifact file will rely on, once; then uses the records where they lie. */
import { BoundedCache } from "../crypto/bounded-cache.ts";
import type { Crypto } from "../crypto/contract.ts";
import type { AuthPlugin } from "../model/auth.ts";
import { type ConsumerTable, openConsumers } from "./consumer-table.ts";
import { type Container, openContainer, refuse, type SectionBytes } from "./container.ts";
import type { Artifact, ArtifactMeta, ConsumerRecord, CredentialRecord } from "./contract.ts";
import { type CredentialTable, credentialsOf, openCredentials } from "./credential-table.ts";
import { lookupDigest } from "./digest.ts";
import { isText, object, parseJson } from "./json.ts";
import { type ArtifactKeys, deriveKeys, hex } from "./keys.ts";
import { none, passwordDigestLength, secretKind } from "./layout.ts";
import { type Lookups, openLookups } from "./lookups.ts";
import { credentialMarks } from "./marks.ts";
import { mergedNamesFrom, noNames, type OrderedNames } from "./ordered-names.ts";
import { type OverlayHead, openOverlaySection } from "./overlay-section.ts";
import { openPairLists, type PairLists } from "./pair-lists.ts";
import { passwordDigest } from "./password-digest.ts";
import { openPluginTable, type PluginSets } from "./plugin-table.ts";
import { type ResolvedSecrets, type ResolveReference, resolveReferences } from "./references.ts";
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
    credential: credentialReader({
      credentials,
      resolved,
      source: credentialSource,
      digestPassword,
      unsealSecret,
      equal,
    }),
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

const cachedConsumers = 4096;
const cachedSecrets = 4096;
const cachedCredentials = 4096;

function consumerReader({ consumers, strings, labelSets, pluginSets, source }: Records) {
  const cache = new BoundedCache<number, ConsumerRecord>(cachedConsumers);
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
      plugins: pluginSet === none ? [] : pluginSets.plugins(pluginSet),
      source: source(index),
    };
    cache.set(index, record);
    return record;
  };
}

const noDigest = new Uint8Array(passwordDigestLength);

interface CredentialParts {
  readonly credentials: CredentialTable;
  readonly resolved: ResolvedSecrets;
  readonly source: SourceMap;
  digestPassword(credential: number, password: Uint8Array): Uint8Array;
  unsealSecret(credential: number): Uint8Array | undefined;
  equal(left: Uint8Array, right: Uint8Array): boolean;
}

function credentialReader(parts: CredentialParts) {
  const { credentials, resolved } = parts;
  const unsealed = new BoundedCache<number, Uint8Array>(cachedSecrets);

  const storedPassword = (index: number) =>
    credentials.secretKind(index) === secretKind.passwordDigest
      ? credentials.passwordDigest(index)
      : resolved.passwordDigests.get(index);

  const secret = (index: number): Uint8Array | undefined => {
    if (credentials.secretKind(index) !== secretKind.sealed) return resolved.secrets.get(index);
    const known = unsealed.get(index);
    if (known !== undefined) return known;
    const opened = parts.unsealSecret(index);
    if (opened !== undefined) unsealed.set(index, opened);
    return opened;
  };

  const jwt = (index: number) => {
    const isStored = credentials.secretKind(index) === secretKind.publicKey;
    const publicKey = isStored ? credentials.secretText(index) : resolved.publicKeys.get(index);
    return {
      algorithm: credentials.algorithm(index),
      ...(publicKey !== undefined && { publicKey }),
      lifetimeGracePeriod: credentials.gracePeriod(index),
    };
  };

  const records = new BoundedCache<number, CredentialRecord>(cachedCredentials);

  return (index: number): CredentialRecord => {
    const known = records.get(index);
    if (known !== undefined) return known;
    const record = read(index);
    // A password must not be told wrong sooner for a user who was here lately: those are read anew each time.
    if (record.plugin !== "basic-auth") records.set(index, record);
    return record;
  };

  function read(index: number): CredentialRecord {
    verifyIndex(index, credentials.count);
    const plugin = credentials.plugin(index);
    const id = credentials.id(index);
    return {
      consumer: credentials.consumer(index),
      plugin,
      ...(id !== undefined && { id }),
      source: parts.source(index),
      passwordEquals(password) {
        // The same work where there is no password, so that the time does not tell.
        const expected = storedPassword(index);
        const isEqual = parts.equal(expected ?? noDigest, parts.digestPassword(index, password));
        return expected !== undefined && isEqual;
      },
      secret: () => secret(index),
      ...(plugin === "jwt-auth" && { jwt: jwt(index) }),
    };
  }
}

function verifyIndex(index: number, count: number): void {
  if (!Number.isInteger(index) || index < 0 || index >= count) throw new RangeError(`no record ${index} of ${count}`);
}
