/**
 * A reader of artifacts that was written from docs/artifact-format.md alone and shares nothing with `src/`: what it
 * cannot read, nobody could who has only the document.
 */
import { createDecipheriv, createHash, createHmac, createPublicKey, verify } from "node:crypto";

const none = 0xffff_ffff;
const plugins = ["", "key-auth", "basic-auth", "hmac-auth", "jwt-auth"];
const algorithms = [
  ...["", "HS256", "HS384", "HS512", "RS256", "RS384", "RS512", "ES256", "ES384", "ES512"],
  ...["PS256", "PS384", "PS512", "EdDSA"],
];
const magic = "895243410d0a1a0a";

export interface SecondCredential {
  readonly consumer: string;
  readonly plugin: string;
  readonly id: string | undefined;
  readonly source: string;
  readonly isDisabled: boolean;
  readonly isConflicting: boolean;
  readonly algorithm: string;
  readonly gracePeriod: number;
  readonly kind: number;
  /** In clear; a reference or public key as its text. */
  readonly secret: string | undefined;
  isPassword(password: string): boolean;
}

export interface SecondConsumer {
  readonly username: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly groupId: string | undefined;
  readonly isGroupMissing: boolean;
  readonly plugins: readonly SecondPlugin[];
  readonly source: string;
}

export interface SecondPlugin {
  readonly name: string;
  readonly config: unknown;
  readonly owner: string;
}

/** @throws Error with what does not fit */
export function readAsWritten(bytes: Buffer, masterKey: Uint8Array, publicKeyPem?: string) {
  const demand = (isRight: boolean, what: string): void => {
    if (!isRight) throw new Error(what);
  };
  const derive = (label: string, hash = "sha256"): Buffer =>
    createHmac(hash, masterKey).update(`rollcall artifact v1 ${label}`).digest();
  const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => {
    const hash = createHash("sha256");
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  const u32 = (from: Buffer, at: number): number => from.readUInt32LE(at);

  // Header
  demand(bytes.subarray(0, 8).toString("hex") === magic, "magic");
  demand(u32(bytes, 8) === 1, "version");
  const keyId = bytes.subarray(32, 40);
  demand(derive("key id").subarray(0, 8).equals(keyId), "key id");
  const headerLength = u32(bytes, 12);
  demand(headerLength >= 104 && headerLength <= 4096 && headerLength % 8 === 0, "header length");
  demand(bytes.readBigUInt64LE(16) === BigInt(bytes.length), "total length");
  const count = u32(bytes, 24);
  demand(count <= 1024 && u32(bytes, 28) === 0, "section count");
  const directoryEnd = headerLength + 56 * count;
  const directoryDigest = bytes.subarray(40, 72);
  demand(sha256(bytes.subarray(0, 40), bytes.subarray(104, directoryEnd)).equals(directoryDigest), "directory digest");
  const tag = createHmac("sha256", derive("authenticity")).update(directoryDigest).digest();
  demand(tag.equals(bytes.subarray(72, 104)), "tag");

  // Section directory
  const sections = new Map<number, Buffer>();
  const content = createHash("sha256").update("rollcall artifact content").update(bytes.subarray(8, 12)).update(keyId);
  const inputDigest = createHmac("sha256", derive("input"));
  let end = directoryEnd;
  for (let index = 0; index < count; index += 1) {
    const entry = bytes.subarray(headerLength + 56 * index, headerLength + 56 * (index + 1));
    const [id, flags, from, length] = [
      u32(entry, 0),
      u32(entry, 4),
      Number(entry.readBigUInt64LE(8)),
      Number(entry.readBigUInt64LE(16)),
    ];
    demand(from === Math.ceil(end / 8) * 8, `begin of section ${id}`);
    demand(
      bytes.subarray(end, from).every((byte) => byte === 0),
      "gap",
    );
    const section = bytes.subarray(from, from + length);
    demand(sha256(section).equals(entry.subarray(24)), `digest of section ${id}`);
    demand(!sections.has(id) && (id <= 20 || (flags & 1) === 0), `section ${id}`);
    sections.set(id, section);
    if (id !== 19) content.update(entry.subarray(0, 8)).update(entry.subarray(16));
    if (![1, 17, 19].includes(id)) inputDigest.update(entry.subarray(24));
    end = from + length;
  }
  demand(end === bytes.length, "end of the last section");
  const section = (id: number): Buffer => {
    const found = sections.get(id);
    if (!found) throw new Error(`section ${id} is not there`);
    return found;
  };
  const numbers = (of: Buffer): number[] => Array.from({ length: of.length / 4 }, (_, index) => u32(of, 4 * index));
  const records = (id: number, size: number): Buffer[] => {
    const table = section(id);
    demand(table.length % size === 0, `records of section ${id}`);
    return Array.from({ length: table.length / size }, (_, index) => table.subarray(index * size, (index + 1) * size));
  };

  // 1
  const metadata = JSON.parse(section(1).toString()) as { tool: string; inputDigest: string; keyId: string };
  demand(metadata.keyId === keyId.toString("hex"), "key id of the metadata");
  demand(metadata.inputDigest === inputDigest.digest("hex"), "input digest");

  // 2, 3
  const offsets = numbers(section(2));
  const strings = offsets.slice(1).map((to, index) => section(3).subarray(offsets[index], to).toString());
  const text = (number: number): string => {
    const found = strings[number];
    if (found === undefined) throw new Error(`string ${number}`);
    return found;
  };
  const optionalText = (number: number): string | undefined => (number === none ? undefined : text(number));

  // 12, 14
  const pairLists = (id: number): (readonly [number, number])[][] => {
    const all = numbers(section(id));
    const lists = all[0] ?? 0;
    const starts = all.slice(2, 2 + lists + 1);
    const pairs = all.slice(2 + lists + 1);
    demand(starts.at(-1) === all[1] && pairs.length === 2 * (all[1] ?? 0), `pairs of section ${id}`);
    return starts.slice(0, -1).map((from, list) =>
      Array.from({ length: (starts[list + 1] ?? 0) - from }, (_, index) => {
        const [left = 0, right = 0] = pairs.slice(2 * (from + index), 2 * (from + index) + 2);
        return [left, right] as const;
      }),
    );
  };

  // 13, 16
  const contextOf = (...texts: readonly string[]): Buffer =>
    Buffer.concat(
      texts.flatMap((each) => {
        const length = Buffer.alloc(4);
        length.writeUInt32LE(Buffer.byteLength(each));
        return [length, Buffer.from(each)];
      }),
    );
  const unseal = (sealed: Buffer, context: Buffer): Buffer => {
    const nonce = sealed.subarray(0, 12);
    const decipher = createDecipheriv("aes-256-gcm", derive("seal"), nonce).setAAD(context);
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
    const expected = createHmac("sha256", derive("nonce")).update(context).update(plain).digest().subarray(0, 12);
    demand(expected.equals(nonce), "nonce");
    return plain;
  };
  const configurations = JSON.parse(unseal(section(13), contextOf("plugin configurations")).toString()) as [
    string,
    unknown,
  ][];
  const blocks: Buffer[] = [];
  for (let at = 0; at < section(16).length; at += 4096 + 28) {
    blocks.push(unseal(section(16).subarray(at, at + 4096 + 28), contextOf("secrets", String(blocks.length))));
  }
  const secrets = Buffer.concat(blocks);

  const labelSets = pairLists(12).map((pairs) =>
    Object.fromEntries(pairs.map(([name, value]) => [text(name), text(value)])),
  );
  const pluginSets = pairLists(14).map((pairs) =>
    pairs.map(([configuration, owner]): SecondPlugin => {
      const [name = "", config] = configurations[configuration] ?? [];
      return { name, config, owner: text(owner) };
    }),
  );

  // 17
  const sources = ((): readonly string[] => {
    const map = sections.get(17);
    if (!map) return [];
    const [fileBytes, lineBytes, files] = [u32(map, 0), u32(map, 4), u32(map, 8)];
    const ends = Array.from({ length: files }, (_, index) => u32(map, 12 + 4 * index));
    const namesAt = 12 + 4 * files;
    const names = ends.map((to, index) => map.subarray(namesAt + (ends[index - 1] ?? 0), namesAt + to).toString());
    const rows = map.subarray(namesAt + (ends.at(-1) ?? 0));
    const wide = (at: number, size: number): number => (size === 0 ? 0 : rows.readUIntLE(at, size));
    const found: string[] = [];
    for (let at = 0; at < rows.length && fileBytes + lineBytes > 0; at += fileBytes + lineBytes) {
      const line = wide(at + fileBytes, lineBytes);
      found.push(line === 0 ? "" : `${names[wide(at, fileBytes)]}:${line}`);
    }
    return found;
  })();

  // 4
  const consumerRecords = records(4, 20).map((record) => numbers(record));
  const consumers = consumerRecords.map(
    ([username = 0, labels = none, group = none, set = none, flags = 0], index): SecondConsumer => ({
      username: text(username),
      labels: labelSets[labels] ?? {},
      groupId: optionalText(group),
      isGroupMissing: (flags & 1) === 1,
      plugins: pluginSets[set] ?? [],
      source: sources[index] ?? "",
    }),
  );

  // 5, 18
  const credentials = records(5, 24).map((record, index): SecondCredential => {
    const [kind, flags] = [record[5] ?? 0, record[7] ?? 0];
    const [at, length] = [u32(record, 12), u32(record, 16)];
    const consumer = consumers[u32(record, 0)]?.username ?? "";
    const plugin = plugins[record[4] ?? 0] ?? "";
    const id = optionalText(u32(record, 8));
    const sealed = kind === 2 ? secrets.subarray(at, at + length).toString() : undefined;
    return {
      consumer,
      plugin,
      id,
      source: sources[consumers.length + index] ?? "",
      isDisabled: (flags & 1) !== 0,
      isConflicting: (flags & 2) !== 0,
      algorithm: algorithms[record[6] ?? 0] ?? "",
      gracePeriod: u32(record, 20),
      kind,
      secret: kind === 3 || kind === 4 ? text(at) : sealed,
      isPassword(password) {
        const digest = sha256(
          derive("password", "sha512"),
          contextOf("credential", consumer, id ?? "", plugin),
          password,
        );
        return kind === 1 && digest.subarray(0, 16).equals(section(18).subarray(at, at + 16));
      },
    };
  });

  // 6
  const findConsumer = (username: string): SecondConsumer | undefined => {
    const slots = numbers(section(6));
    let hash = 0x811c_9dc5;
    for (const byte of Buffer.from(username)) hash = Math.imul(hash ^ byte, 0x0100_0193) >>> 0;
    for (let slot = hash % slots.length; slots.length > 0; slot = (slot + 1) % slots.length) {
      const number = slots[slot] ?? 0;
      if (number === 0) return undefined;
      if (consumers[number - 1]?.username === username) return consumers[number - 1];
    }
    return undefined;
  };

  // 7 to 10
  const findCredential = (plugin: string, value: string): SecondCredential | undefined => {
    const code = plugins.indexOf(plugin);
    const slots = records(6 + code, 20);
    const digest = sha256(derive("lookup", "sha512"), Buffer.of(code), value).subarray(0, 16);
    for (let slot = u32(digest, 0) % slots.length; slots.length > 0; slot = (slot + 1) % slots.length) {
      const entry = slots[slot];
      const number = entry ? u32(entry, 16) : 0;
      if (number === 0) return undefined;
      if (entry?.subarray(0, 16).equals(digest)) return number === none ? undefined : credentials[number - 1];
    }
    return undefined;
  };

  // 11
  const references = numbers(section(11));
  const lookupReferences = Array.from({ length: references.length / 2 }, (_, index) => ({
    credential: credentials[references[2 * index] ?? none],
    reference: text(references[2 * index + 1] ?? none),
  }));

  // 15
  const written = JSON.parse(section(15).toString()) as {
    globalRules: number;
    routes: readonly { id: string; plugins: number; upstream?: number }[];
    upstreams: readonly unknown[];
  };
  const routes = written.routes.map(({ plugins: set, upstream, ...route }) => ({
    ...route,
    plugins: pluginSets[set] ?? [],
    ...(upstream !== undefined && { upstream: written.upstreams[upstream] }),
  }));

  // 19
  const contentDigest = content.digest("hex");
  const signature = sections.get(19);
  const isSigned =
    signature !== undefined &&
    publicKeyPem !== undefined &&
    verify(
      null,
      Buffer.from(`rollcall artifact v1 signature ${contentDigest}`),
      createPublicKey(publicKeyPem),
      signature,
    );

  return {
    digest: directoryDigest.toString("hex"),
    contentDigest,
    metadata,
    consumers,
    credentials,
    lookupReferences,
    routes,
    globalRules: pluginSets[written.globalRules] ?? [],
    isSigned,
    findConsumer,
    findCredential,
  };
}
