/** What a header's value may hold, looked at one way for short and another for long ones. */
import { expect, test } from "vitest";
import { fieldFault, isPrintableAscii } from "../../src/engine/header-fault.ts";
import { headerName } from "../../src/engine/header-names.ts";

const lengths = [1, 47, 48, 49, 50, 51, 52, 53, 200, 4096, 4097];

test.each([
  ["\0", false, true],
  ["\t", false, false],
  ["\x1f", false, true],
  [" ", true, false],
  ["~", true, false],
  ["\x7f", false, true],
  ["\x80", false, false],
  ["\u00ff", false, false],
  ["\u4e2d", false, false],
])("%j within a value", (character, isPrintable, isFault) => {
  for (const length of lengths) {
    for (const at of new Set([0, length >> 1, Math.max(0, length - 2), length - 1])) {
      const value = `${"a".repeat(at)}${character}${"a".repeat(length - at - 1)}`;
      expect(isPrintableAscii(value), `${length}, at ${at}`).toBe(isPrintable);
      const fault = fieldFault(headerName("X-A"), value, 5000, isPrintableAscii(value));
      expect(fault?.reason, `${length}, at ${at}`).toBe(isFault ? "a control character in a header value" : undefined);
      // What was looked at before leaves nothing behind.
      expect(isPrintableAscii("a".repeat(length))).toBe(true);
    }
  }
});
