/** base64 and base64url as Node and `atob` read them, strictly. */
import { expect, test } from "vitest";
import { base64Bytes, passingBase64Url } from "../../src/engine/encoding.ts";

const bytesOf = (length: number) => Buffer.from(Array.from({ length }, (_, index) => (index * 151 + length) & 0xff));

test.each([0, 1, 2, 3, 4, 5, 31, 32, 33, 64, 255, 256, 257, 1535, 1536, 1537, 4000])(
  "%d octets come back",
  (length) => {
    const bytes = bytesOf(length);
    expect(Buffer.from(base64Bytes(bytes.toString("base64")) ?? [-1])).toEqual(bytes);
    expect(Buffer.from(passingBase64Url(bytes.toString("base64url")) ?? [-1])).toEqual(bytes);
  },
);

test.each([
  ["not whole fours", "QUI", undefined],
  ["three signs of padding", "Q===", undefined],
  ["padding alone", "====", undefined],
  ["padding within", "QQ==QUJD", undefined],
  ["digits of base64url", "--__", undefined],
  ["a space", "QUJ ", undefined],
  ["a character whose low bits are a digit", "QUJ\u00c4", undefined],
  ["one far beyond", "QUJ\u0141", undefined],
  ["bits beyond the last octet", "QR==", "A"],
  ["nothing", "", ""],
])("base64: %s", (_, text, expected) => {
  const bytes = base64Bytes(text);
  expect(bytes && Buffer.from(bytes).toString("latin1")).toBe(expected);
});

test("bytes of one's own stay as they are", () => {
  const own = base64Bytes("QUJD");
  expect(Buffer.from(base64Bytes("REVG") ?? []).toString()).toBe("DEF");
  expect(Buffer.from(own ?? []).toString()).toBe("ABC");
});

test.each([
  ["one character over", "QUJDR", undefined],
  ["padding", "QQ==", undefined],
  ["digits of base64", "++//", undefined],
  ["bits beyond the last octet of one", "QR", undefined],
  ["bits beyond the last octet of two", "QUJ", undefined],
  ["a dot", "QU.D", undefined],
  ["a character whose low bits are a digit", "QUJ\u00c4", undefined],
  ["one", "QQ", "A"],
  ["two", "QUI", "AB"],
  ["its own digits", "-_-_", "\u00fb\u00ff\u00bf"],
  ["nothing", "", ""],
])("base64url: %s", (_, text, expected) => {
  const bytes = passingBase64Url(text);
  expect(bytes && Buffer.from(bytes).toString("latin1")).toBe(expected);
});
