/** Signatures: whose artifact is taken, and that a signature changes nothing else. */
import { generateKeyPairSync, type KeyObject, sign as signWith, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { header } from "../../src/artifact/layout.ts";
import { openArtifact } from "../../src/artifact/reader.ts";
import { signedMessage } from "../../src/artifact/signature.ts";
import { compile } from "../../src/compile/compile.ts";
import { configuration } from "../compile/configuration.ts";
import { acme, compileAcme, options } from "./acme.ts";

const pem = (publicKey: KeyObject) => publicKey.export({ type: "spki", format: "pem" }).toString();
const ours = generateKeyPairSync("ed25519");
const theirs = generateKeyPairSync("ed25519");
const other = generateKeyPairSync("ed448");
const signer = (privateKey: KeyObject) => (message: Uint8Array) => new Uint8Array(signWith(null, message, privateKey));
const signedBy = (privateKey: KeyObject) => compile(configuration(acme), { ...options, sign: signer(privateKey) });

const unsigned = compileAcme();
const signed = signedBy(ours.privateKey);
const content = openArtifact(signed, options).meta.content;
const beside = signer(ours.privateKey)(signedMessage(content));

test("the content has one name, signed or not, and the same bytes come of the same input", () => {
  expect(openArtifact(unsigned, options).meta).toMatchObject({ content, isSigned: false });
  expect(openArtifact(signed, options).meta).toMatchObject({ content, isSigned: true });
  expect(signedBy(ours.privateKey)).toEqual(signed);
  expect(openArtifact(signed, options).meta.digest).not.toBe(openArtifact(unsigned, options).meta.digest);
});

test("another tool can check it", () => {
  const message = Buffer.from(`rollcall artifact v1 signature ${content}`, "ascii");
  expect(verify(null, message, ours.publicKey, beside)).toBe(true);
  expect(Buffer.from(signed).includes(Buffer.from(beside))).toBe(true);
});

const trustOurs = [pem(ours.publicKey)];
const notSigned = /not signed/;
const notTrusted = /by none of the keys that are trusted/;

describe("who is trusted", () => {
  test.each<
    [
      name: string,
      bytes: Uint8Array,
      trust: readonly string[] | undefined,
      signature: Uint8Array | undefined,
      refused?: RegExp,
    ]
  >([
    ["unsigned, nobody is asked for", unsigned, undefined, undefined],
    ["signed, nobody is asked for", signed, undefined, undefined],
    ["signed by whom we trust", signed, trustOurs, undefined],
    ["by one of two", signed, [pem(theirs.publicKey), ...trustOurs], undefined],
    ["beside it", unsigned, trustOurs, beside],
    ["unsigned", unsigned, trustOurs, undefined, notSigned],
    ["by another", signedBy(theirs.privateKey), trustOurs, undefined, notTrusted],
    ["nobody is trusted", signed, [], undefined, notTrusted],
    [
      "beside it, of another artifact",
      unsigned,
      trustOurs,
      signer(ours.privateKey)(signedMessage("0".repeat(64))),
      notTrusted,
    ],
    ["beside it, cut", unsigned, trustOurs, beside.subarray(1), notTrusted],
    ["beside it, empty", unsigned, trustOurs, new Uint8Array(), notSigned],
    [
      "the one beside it counts, not the one inside",
      signed,
      trustOurs,
      signer(theirs.privateKey)(signedMessage(content)),
      notTrusted,
    ],
    ["by a key of another kind", signedBy(other.privateKey), [pem(other.publicKey)], undefined, notTrusted],
    ["a trusted key that is none", signed, ["nonsense"], undefined, notTrusted],
  ])("%s", (_name, bytes, trust, signature, refused) => {
    const open = () => openArtifact(bytes, { ...options, ...(trust && { trust }), ...(signature && { signature }) });
    if (refused) expect(open).toThrow(refused);
    else expect(open().consumerCount).toBe(5);
  });
});

test("whoever has the key of the secrets can make an artifact, but not its signature", () => {
  const forged = compile(configuration({ ...acme, consumers: acme.consumers?.slice(1) ?? [] }), {
    ...options,
    sign: () => beside,
  });
  expect(openArtifact(forged, options).consumerCount).toBe(4);
  expect(() => openArtifact(forged, { ...options, trust: trustOurs })).toThrow(notTrusted);
});

test("a signed artifact is one more section", () => {
  const count = (bytes: Uint8Array) =>
    new DataView(bytes.buffer, bytes.byteOffset).getUint32(header.sectionCount, true);
  expect([count(unsigned), count(signed)]).toEqual([18, 19]);
});
