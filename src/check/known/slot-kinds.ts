/**
 * Which values may stand in place of others without a change of what any check finds: kinds that are within all limits of
 * the schemas, whatever the value. What a rule weighs besides (how strong a secret is) is asked for each value.
 */
import { bytesOf, digits, lettersAndDigits, type SlotKind } from "../../source/fast/stencil.ts";

const usernames = bytesOf(`${lettersAndDigits}_-`);
/** None of these ends a plain scalar, in a block or between brackets, wherever in it they stand but at its beginning. */
const words = `${lettersAndDigits}_./@+=-`;
const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join("");
/** Without what ends a quoted text, stands for more than itself in it, or begins a variable. */
const quotable = printable.replace(/["'\\$]/g, "");

/** 256 is the least that the schemas allow of texts; Apache APISIX takes usernames of as many. */
const longest = 250;

const plain = (allowed: string | Uint8Array): SlotKind => kind("plain", allowed);
const quoted = (allowed: string | Uint8Array): SlotKind => kind("quoted", allowed);

/** By what stands there: kinds of which the first that fits is taken. */
export const slotKinds = {
  username: [plain(usernames), quoted(usernames)],
  /** Names and descriptions. */
  text: [plain(`${words} ()`), quoted(quotable)],
  /** Without white space. */
  word: [plain(words), quoted(quotable.replace(" ", ""))],
  /** Lookup values and secrets. No reference to a secret is one: it has a $. */
  key: [plain(words), quoted(quotable)],
  /** From 1 to what every reader takes for a whole number. */
  count: [{ ...kind("digits", digits), longest: 9 }],
} as const satisfies Record<string, readonly SlotKind[]>;

function kind(form: SlotKind["form"], allowed: string | Uint8Array): SlotKind {
  return { form, longest, allowed: typeof allowed === "string" ? bytesOf(allowed) : allowed };
}
