/** What is told by a look at bytes must be what the long way tells, which takes texts. */
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { isSurelyStrong } from "../../../src/check/rules/secret-words.ts";
import { shortestSecrets, weaknessOf } from "../../../src/check/rules/weak-secret.ts";
import { hashBytes, hashed, hashText } from "../../../src/check/survey/text-hash.ts";
import { authPlugins } from "../../../src/model/auth.ts";
import { isSurelyText } from "../../../src/source/fast/plain.ts";
import { readFast } from "../../../src/source/fast/read-fast.ts";
import { pick, type Random, randomFrom } from "../../source/fast/random.ts";

const pieces = [
  ..."0123456789abcdefxoeE.+-_/@ACMPS$!".split(""),
  ..."pass word passwd secret key change me my 4dm1n 5ecret te5t abc qwerty 1e3 0x1f 0o7 null true no".split(" "),
];

const random = randomFrom(11);
const texts = Array.from({ length: 20_000 }, () => textOf(random));

/** Pieces that words, numbers and patterns are made of, short and long. */
function textOf(chance: Random): string {
  const few = Array.from({ length: 1 + Math.floor(chance() * 3) }, () => pick(chance, pieces));
  const from = chance() < 0.3 ? few : pieces;
  return Array.from({ length: 1 + Math.floor(chance() * 30) }, () => pick(chance, from)).join("");
}

describe("20,000 texts of the pieces of words, numbers and patterns", () => {
  test("a secret that is surely strong has no weakness, whatever its plugin", () => {
    const strong = texts.filter((text) => isSurelyStrong(Buffer.from(text), 0, text.length));
    const weak = strong.filter((text) =>
      authPlugins.some((plugin) => text.length >= shortestSecrets[plugin] && weaknessOf(text, plugin) !== undefined),
    );
    expect(weak).toEqual([]);
    expect(strong.length).toBeGreaterThan(1000);
  });

  test("a scalar that is surely text is read as text", () => {
    const plain = texts.filter((text) => /^[A-Za-z0-9][\w./@+-]*$/.test(text));
    const surely = plain.filter((text) => isSurelyText(Buffer.from(`${text}\n`), 0, text.length));
    const readValue = (text: string): unknown =>
      readFast({ file: "a.yaml", text: `- ${text}` }, {})?.documents[0]?.value;
    const others = surely.filter((text) => !isDeepStrictEqual(readValue(text), [text]));
    expect(others).toEqual([]);
    expect(surely.length).toBeGreaterThan(1000);
    expect(surely.length).toBeLessThan(plain.length);
  });

  test("bytes have the hash of their text", () => {
    const different = texts.filter((text) => {
      hashText(text);
      const { low, high } = hashed;
      hashBytes(Buffer.from(`x${text}y`), 1, text.length + 1);
      return low !== hashed.low || high !== hashed.high;
    });
    expect(different).toEqual([]);
  });
});
