/** The outer shape of an artifact: header, section directory and sections, sealed together by digests and a MAC. */
import type { Crypto } from "../crypto/contract.ts";
import { viewOf } from "./bytes.ts";
import { ArtifactError, type SectionInfo } from "./contract.ts";
import { type ArtifactKeys, hex } from "./keys.ts";
import {
  aligned,
  directoryEntry,
  formatVersion,
  header,
  magic,
  maximumHeaderLength,
  maximumSectionCount,
  optionalSections,
  overlayHead,
  overlaySection,
  requiredSection,
  type SectionName,
  sections,
} from "./layout.ts";
import type { Pieces } from "./pieces.ts";
import { contentDigest, type DescribedSection, type Sign, signedMessage } from "./signature.ts";

export type SectionBytes = Readonly<Record<SectionName, Uint8Array>>;

export interface Container {
  /** Hex. */
  readonly digest: string;
  /** Hex; the same with and without a signature. */
  readonly content: string;
  /** All that are there, in their order. */
  readonly directory: readonly SectionInfo[];
  /** Empty for an optional section that is absent, and for that of an overlay in what is none. */
  readonly sections: SectionBytes;
}

interface DirectoryEntry {
  readonly id: number;
  readonly flags: number;
  readonly bytes: Uint8Array;
  readonly digest: Uint8Array;
}

const sectionNames = Object.keys(sections) as SectionName[];
const nameOfSection = new Map(sectionNames.map((name) => [sections[name] as number, name]));
const twoTo32 = 0x1_0000_0000;

export interface PackOptions {
  readonly crypto: Crypto;
  readonly keys: ArtifactKeys;
  /** The metadata. @param inputDigest hex: names what all other sections say but for lines of files */
  meta(inputDigest: string): Uint8Array;
  readonly sign?: Sign;
}

/** A signature is put in if there is a way to sign. */
export function packContainer(content: Omit<SectionBytes, "meta" | "signature">, options: PackOptions): Pieces {
  const { crypto, keys, sign } = options;
  const known = sectionNames.flatMap((name): Part[] =>
    name === "meta" || name === "signature" || (name === overlaySection && content[name].length === 0)
      ? []
      : [partOf(name, content[name], crypto)],
  );
  const meta = partOf("meta", options.meta(inputDigest(known, crypto, keys)), crypto);
  const parts = [meta, ...known];
  if (sign) parts.push(partOf("signature", sign(signedMessage(contentDigest(parts, keys.keyId, crypto))), crypto));
  const bodyStart = header.size + parts.length * directoryEntry.size;
  const totalLength = parts.reduce((end, { length }) => aligned(end) + length, bodyStart);
  const bytes = new Uint8Array(bodyStart);
  const pieces: Uint8Array[] = [bytes];
  const view = viewOf(bytes);
  bytes.set(magic, header.magic);
  view.setUint32(header.version, formatVersion, true);
  view.setUint32(header.headerLength, header.size, true);
  view.setBigUint64(header.totalLength, BigInt(totalLength), true);
  view.setUint32(header.sectionCount, parts.length, true);
  bytes.set(keys.keyId, header.keyId);

  let end = bodyStart;
  parts.forEach(({ id, flags, bytes: section, digest }, index) => {
    const entry = header.size + index * directoryEntry.size;
    const offset = aligned(end);
    view.setUint32(entry + directoryEntry.id, id, true);
    view.setUint32(entry + directoryEntry.flags, flags, true);
    view.setBigUint64(entry + directoryEntry.offset, BigInt(offset), true);
    view.setBigUint64(entry + directoryEntry.length, BigInt(section.length), true);
    bytes.set(digest, entry + directoryEntry.digest);
    if (offset > end) pieces.push(new Uint8Array(offset - end));
    pieces.push(section);
    end = offset + section.length;
  });
  authenticate(bytes, crypto, keys);
  return pieces;
}

/** Keyed, because the input holds secrets: a bare digest would let them be guessed. */
function inputDigest(parts: readonly Part[], crypto: Crypto, keys: ArtifactKeys): string {
  const counted = parts.filter(({ id }) => id !== sections.sourceMap);
  return hex(crypto.hmac("sha256", keys.input, ...counted.map(({ digest }) => digest)));
}

interface Part extends DescribedSection {
  readonly bytes: Uint8Array;
}

function partOf(name: SectionName, bytes: Uint8Array, crypto: Crypto): Part {
  const flags = optionalSections.has(name) ? 0 : requiredSection;
  return { id: sections[name], flags, length: bytes.length, bytes, digest: crypto.sha256(bytes) };
}

/** Writes the directory digest and its tag into an otherwise finished artifact, of which header and directory are enough. */
export function authenticate(bytes: Uint8Array, crypto: Crypto, keys: ArtifactKeys): void {
  const digest = directoryDigest(bytes, crypto);
  bytes.set(digest, header.digest);
  bytes.set(crypto.hmac("sha256", keys.authenticity, digest), header.tag);
}

/**
 * The digest (hex) of the artifact that an overlay lies over; undefined for an artifact that stands alone. Only header and
 * directory are verified: whoever opens the overlay verifies the rest.
 *
 * @throws ArtifactError as `openContainer` does
 */
export function readBase(bytes: Uint8Array, crypto: Crypto, keys: ArtifactKeys): string | undefined {
  const { entries } = openDirectory(bytes, crypto, keys);
  const overlay = entries.find(({ id }) => id === sections[overlaySection]);
  if (!overlay) return undefined;
  if (overlay.bytes.length < overlayHead.size) refuse("its overlay section is cut off");
  return hex(overlay.bytes.subarray(overlayHead.base, overlayHead.flags));
}

/** The digest (hex) that is signed. Only header and directory are verified. @throws ArtifactError as `openContainer` does */
export function readContent(bytes: Uint8Array, crypto: Crypto, keys: ArtifactKeys): string {
  return contentOfEntries(openDirectory(bytes, crypto, keys).entries, crypto, keys);
}

function contentOfEntries(entries: readonly DirectoryEntry[], crypto: Crypto, keys: ArtifactKeys): string {
  const described = entries
    .filter(({ id }) => id !== sections.signature)
    .map(({ id, flags, bytes: { length }, digest }) => ({ id, flags, length, digest }));
  return contentDigest(described, keys.keyId, crypto);
}

/** @throws ArtifactError for anything but an intact artifact made with these keys */
export function openContainer(bytes: Uint8Array, crypto: Crypto, keys: ArtifactKeys): Container {
  const { entries, digest } = openDirectory(bytes, crypto, keys);
  return {
    digest: hex(digest),
    content: contentOfEntries(entries, crypto, keys),
    directory: entries.map(describe),
    sections: knownSections(entries, crypto),
  };
}

function openDirectory(bytes: Uint8Array, crypto: Crypto, keys: ArtifactKeys) {
  verifyOpening(bytes, keys);
  const { bodyStart, sectionCount, directoryStart } = verifyLengths(bytes);
  const digest = directoryDigest(bytes, crypto);
  if (!crypto.equal(digest, bytes.subarray(header.digest, header.tag)))
    refuse("its directory does not match its digest");
  const tag = crypto.hmac("sha256", keys.authenticity, digest);
  if (!crypto.equal(tag, bytes.subarray(header.tag, header.size))) refuse("its directory was not made with this key");

  const entries: DirectoryEntry[] = [];
  let end = bodyStart;
  for (let index = 0; index < sectionCount; index++) {
    const entry = readEntry(bytes, directoryStart + index * directoryEntry.size, end);
    entries.push(entry);
    end = entry.bytes.byteOffset - bytes.byteOffset + entry.bytes.length;
  }
  if (end !== bytes.length) refuse("there are bytes behind its last section");
  return { entries, digest };
}

function describe({ id, bytes }: DirectoryEntry): SectionInfo {
  const name = nameOfSection.get(id);
  return { id, ...(name !== undefined && { name }), bytes: bytes.length };
}

/** What can be told without trusting any length: the kind of file, its version, its key. */
function verifyOpening(bytes: Uint8Array, keys: ArtifactKeys): void {
  if (bytes.length < header.size) refuse("it is shorter than a header");
  if (magic.some((byte, index) => bytes[index] !== byte)) refuse("it does not begin as an artifact does");
  const version = viewOf(bytes).getUint32(header.version, true);
  if (version !== formatVersion)
    refuse(`its format version is ${version}; this program reads version ${formatVersion}`);
  const keyId = bytes.subarray(header.keyId, header.digest);
  if (keys.keyId.some((byte, index) => keyId[index] !== byte)) {
    throw new ArtifactError(
      `The key is another one than the artifact was made with: key id ${hex(keys.keyId)}, the artifact's is ${hex(keyId)}.`,
    );
  }
}

function verifyLengths(bytes: Uint8Array) {
  const view = viewOf(bytes);
  const directoryStart = view.getUint32(header.headerLength, true);
  const sectionCount = view.getUint32(header.sectionCount, true);
  if (directoryStart < header.size || directoryStart > maximumHeaderLength || directoryStart % 8 !== 0) {
    refuse("the length of its header is wrong");
  }
  if (readLength(view, header.totalLength) !== bytes.length) refuse("its length is not the one that it states");
  if (sectionCount > maximumSectionCount) refuse("it states too many sections");
  const bodyStart = directoryStart + sectionCount * directoryEntry.size;
  if (bodyStart > bytes.length) refuse("its directory is cut off");
  if (view.getUint32(header.reserved, true) !== 0) refuse("a reserved field of its header is in use");
  return { directoryStart, sectionCount, bodyStart };
}

function directoryDigest(bytes: Uint8Array, crypto: Crypto): Uint8Array {
  const view = viewOf(bytes);
  const directoryEnd =
    view.getUint32(header.headerLength, true) + view.getUint32(header.sectionCount, true) * directoryEntry.size;
  return crypto.sha256(bytes.subarray(0, header.digest), bytes.subarray(header.size, directoryEnd));
}

/** Sections follow each other without gaps but for alignment, so that no byte of the file goes unchecked. */
function readEntry(bytes: Uint8Array, at: number, previousEnd: number): DirectoryEntry {
  const view = viewOf(bytes);
  const offset = readLength(view, at + directoryEntry.offset);
  const length = readLength(view, at + directoryEntry.length);
  const flags = view.getUint32(at + directoryEntry.flags, true);
  if (offset !== aligned(previousEnd) || length > bytes.length - offset) refuse("a section lies outside its place");
  if (bytes.subarray(previousEnd, offset).some((byte) => byte !== 0)) refuse("the gap before a section is in use");
  if ((flags & ~requiredSection) !== 0) refuse("a section has unknown flags");
  return {
    id: view.getUint32(at + directoryEntry.id, true),
    flags,
    bytes: bytes.subarray(offset, offset + length),
    digest: bytes.subarray(at + directoryEntry.digest, at + directoryEntry.size),
  };
}

function knownSections(entries: readonly DirectoryEntry[], crypto: Crypto): SectionBytes {
  const found = new Map<SectionName, Uint8Array>();
  const seen = new Set<number>();
  for (const { id, flags, bytes, digest } of entries) {
    if (seen.has(id)) refuse(`it holds section ${id} twice`);
    seen.add(id);
    if (!crypto.equal(crypto.sha256(bytes), digest)) refuse(`section ${id} does not match its digest`);
    const name = nameOfSection.get(id);
    if (name !== undefined) found.set(name, bytes);
    else if ((flags & requiredSection) !== 0) refuse(`it needs section ${id}, which this program does not know`);
  }
  const complete: Partial<Record<SectionName, Uint8Array>> = {};
  for (const name of sectionNames) {
    const bytes = found.get(name);
    if (bytes === undefined && !optionalSections.has(name) && name !== overlaySection)
      refuse(`section ${sections[name]} (${name}) is missing`);
    complete[name] = bytes ?? new Uint8Array();
  }
  return complete as SectionBytes;
}

/** A 64-bit number as a double; what does not fit is larger than any file and so fails the comparison that follows. */
function readLength(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * twoTo32;
}

export function refuse(reason: string): never {
  throw new ArtifactError(`The artifact is damaged or not one: ${reason}.`);
}
