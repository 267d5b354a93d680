/** request-id: a unique id for each request (gateway reference, section 3.8). */
import { isHeaderName } from "../headers.ts";
import { definePlugin, type PluginConfig, Unusable } from "../plugin.ts";
import { flagSetting, mapSetting, numberSetting, textSetting } from "../settings.ts";

interface RequestId {
  readonly header: string;
  readonly isShown: boolean;
  /** @param now milliseconds since the epoch */
  readonly make: (now: number) => string;
}

const longestId = 1024;
const nanoidAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
const rangeAlphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

export const requestId = definePlugin<RequestId>({
  name: "request-id",
  priority: 12015,
  phase: "rewrite",
  prepare(config) {
    const range = mapSetting(config, "range_id") ?? {};
    const makers: Readonly<Record<string, RequestId["make"]>> = {
      uuid: () => crypto.randomUUID(),
      nanoid: () => randomText(nanoidAlphabet, 21),
      ksuid,
      range_id: () => randomText(textSetting(range, "char_set", rangeAlphabet), numberSetting(range, "length", 16)),
    };
    const algorithm = textSetting(config, "algorithm", "uuid");
    const make = Object.hasOwn(makers, algorithm) ? makers[algorithm] : undefined;
    if (!make) return new Unusable("an unknown algorithm");
    if (!isDrawable(range)) return new Unusable("a range_id that cannot be drawn");
    const header = textSetting(config, "header_name", "X-Request-Id");
    if (!isHeaderName(header)) return new Unusable("a header_name that is none");
    return {
      header,
      isShown: flagSetting(config, "include_in_response", true),
      make,
    };
  },
  run(rule, context) {
    const id = context.headers.get(rule.header.toLowerCase()) || rule.make(context.services.now());
    context.headers.set(rule.header, id);
    if (rule.isShown) context.setResponseHeader(rule.header, id);
    return undefined;
  },
});

/** Seconds between the Unix epoch and that of KSUIDs. */
const ksuidEpoch = 1_400_000_000;
const base62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** 4 bytes of time and 16 random ones as 27 digits (github.com/segmentio/ksuid), so that ids sort by their second. */
function ksuid(now: number): string {
  let value = BigInt(Math.max(0, Math.floor(now / 1000) - ksuidEpoch) % 2 ** 32);
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) value = value * 256n + BigInt(byte);
  let text = "";
  for (; text.length < 27; value /= 62n) text = base62.charAt(Number(value % 62n)) + text;
  return text;
}

/** A byte chooses each character, and the id is to fit into a header. */
function isDrawable(range: PluginConfig): boolean {
  const characters = textSetting(range, "char_set", rangeAlphabet);
  const length = numberSetting(range, "length", 16);
  return /^[\x21-\x7e]{1,256}$/.test(characters) && length >= 1 && length <= longestId;
}

/** Unbiased: bytes beyond the last whole multiple of the alphabet are drawn again. */
function randomText(alphabet: string, length: number): string {
  const limit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      if (byte < limit && text.length < length) text += alphabet.charAt(byte % alphabet.length);
    }
  }
  return text;
}
