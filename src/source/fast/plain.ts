/** Plain scalars: where they end, and what they mean in the core schema (YAML 1.2.2, section 10.3.2). */
import { Code } from "./codes.ts";
import { decline } from "./decline.ts";
import { isSpaceOrEnd } from "./lines.ts";
import { checkLongText } from "./long-text.ts";
import { Kind, type Reading } from "./reading.ts";

/** Reads the plain scalar on the rest of this line of a block. */
export function readBlockPlain(reading: Reading): unknown {
  const { text } = reading;
  const start = reading.at;
  checkPlainStart(text, start, false);
  let at = start;
  let hasDollar = false;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code > Code.colon || (code > Code.dollar && code < Code.colon) || code === Code.space) {
      at += 1;
      continue;
    }
    if (code === Code.lineFeed) break;
    if (code === Code.colon) {
      if (isSpaceOrEnd(text.charCodeAt(at + 1))) decline();
    } else if (code === Code.hash) {
      if (text.charCodeAt(at - 1) === Code.space) break;
    } else if (code === Code.dollar) {
      hasDollar = true;
    } else if (isPlainEnd(text, at, code)) {
      break;
    }
    at += 1;
  }
  return finishPlain(reading, start, at, hasDollar);
}

/** The value of a plain scalar on the rest of this line, of which is known that it ends at `end` and names no variable. */
export function readSimplePlain(reading: Reading, start: number, end: number): unknown {
  const { text } = reading;
  reading.start = start;
  reading.end = end;
  reading.kind = Kind.flow;
  checkLongText(text, start, end);
  return mayBeMoreThanText(text.charCodeAt(start))
    ? resolve(reading, start, end)
    : reading.memory.textAt(text, start, end);
}

/** Reads a plain scalar between `{ }` or `[ ]`. */
export function readFlowPlain(reading: Reading): unknown {
  const { text } = reading;
  const start = reading.at;
  let hasDollar = false;
  const end = findFlowPlainEnd(text, start, () => {
    hasDollar = true;
  });
  if (text.charCodeAt(end) === Code.colon) decline();
  return finishPlain(reading, start, end, hasDollar);
}

/** Where the plain scalar that begins at `start` ends in flow; spaces before its end belong to it. */
export function findFlowPlainEnd(text: string, start: number, onDollar?: () => void): number {
  checkPlainStart(text, start, true);
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === Code.lineFeed || isFlowIndicator(code)) return at;
    if (code === Code.colon) {
      const next = text.charCodeAt(at + 1);
      if (isSpaceOrEnd(next) || isFlowIndicator(next)) return at;
    } else if (code === Code.hash) {
      if (text.charCodeAt(at - 1) === Code.space) return at;
    } else if (code === Code.dollar) {
      onDollar?.();
    } else if (!(code >= Code.space) && isPlainEnd(text, at, code)) {
      return at;
    }
    at += 1;
  }
}

/** For codes that are neither printable nor a line feed: whether the line ends here. Tabs and control characters decline. */
function isPlainEnd(text: string, at: number, code: number): boolean {
  if (code >= Code.space) return false;
  if (Number.isNaN(code)) return true;
  if (code === Code.carriageReturn && text.charCodeAt(at + 1) === Code.lineFeed) return true;
  return decline();
}

function finishPlain(reading: Reading, start: number, stop: number, hasDollar: boolean): unknown {
  const { text } = reading;
  let end = stop;
  while (text.charCodeAt(end - 1) === Code.space) end -= 1;
  reading.at = end;
  reading.start = start;
  reading.end = end;
  reading.kind = Kind.flow;
  checkLongText(text, start, end);
  if (hasDollar) return resolveText(reading, start, end);
  return mayBeMoreThanText(text.charCodeAt(start))
    ? resolve(reading, start, end)
    : reading.memory.textAt(text, start, end);
}

function resolveText(reading: Reading, start: number, end: number): string {
  const written = reading.text.slice(start, end);
  return written.includes("${") ? reading.builder.string(written, { start, end }) : written;
}

/** First characters of numbers, booleans and null. */
const startsOfMore = new Uint8Array(128);
for (const character of "~nNtTfF0123456789-+.") startsOfMore[character.charCodeAt(0)] = 1;

function mayBeMoreThanText(code: number): boolean {
  return startsOfMore[code] === 1;
}

const names: ReadonlyMap<string, null | boolean> = new Map<string, null | boolean>([
  ...["~", "null", "Null", "NULL"].map((name) => [name, null] as const),
  ...["true", "True", "TRUE"].map((name) => [name, true] as const),
  ...["false", "False", "FALSE"].map((name) => [name, false] as const),
]);
const longestName = 5;
const longestSafeInteger = 15;

function resolve(reading: Reading, start: number, end: number): unknown {
  const digits = digitsAt(reading.text, start, end);
  if (digits >= 0) return digits;
  const written = reading.memory.textAt(reading.text, start, end);
  if (written.length <= longestName) {
    const named = names.get(written);
    if (named !== undefined) return named;
  }
  return digits === notANumber ? written : toNumber(written);
}

const mayBeNumber = -1;
const notANumber = -2;

/** The number that a few digits stand for, or whether a text that is not only a few digits may be a number yet. */
function digitsAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < Code.zero || code > Code.nine) {
      const isSign = at === start && (code === Code.plus || code === Code.dash);
      return isSign || afterDigits[code] === 1 ? mayBeNumber : notANumber;
    }
    value = value * 10 + (code - Code.zero);
  }
  return end - start > longestSafeInteger ? mayBeNumber : value;
}

/** What may follow the first digits of a number. */
const afterDigits = new Uint8Array(128);
for (const character of ".eExo") afterDigits[character.charCodeAt(0)] = 1;

const numbers: readonly (readonly [RegExp, (written: string) => number])[] = [
  [/^0o[0-7]+$/, (written) => Number.parseInt(written.slice(2), 8)],
  [/^[-+]?[0-9]+$/, (written) => Number.parseInt(written, 10)],
  [/^0x[0-9a-fA-F]+$/, (written) => Number.parseInt(written.slice(2), 16)],
  [/^[-+]?\.(?:inf|Inf|INF)$/, (written) => (written.startsWith("-") ? -Infinity : Infinity)],
  [/^\.(?:nan|NaN|NAN)$/, () => Number.NaN],
  [/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/, Number.parseFloat],
];

function toNumber(written: string): number | string {
  for (const [pattern, toValue] of numbers) if (pattern.test(written)) return toValue(written);
  return written;
}

/** Whether a plain scalar of ASCII, which begins with a letter or digit, means text; false if it takes more than a look to tell. */
export function isSurelyText(bytes: Uint8Array, start: number, end: number): boolean {
  const first = bytes[start] ?? 0;
  if (!mayBeMoreThanText(first)) return true;
  if (!isDigit(first)) return end - start > longestName || !isSecondOfName[bytes[start + 1] ?? 0];
  let at = endOfDigits(bytes, start, end);
  if (afterDigits[bytes[at] ?? 0] !== 1) return at < end;
  // A fraction, an exponent, or digits to another base than 10: text if there is more behind it.
  if (bytes[at] === Code.dot) at = endOfDigits(bytes, at + 1, end);
  if (((bytes[at] ?? 0) | caseBit) !== letterE) return at < end && afterDigits[bytes[at] ?? 0] !== 1;
  at += 1;
  if (bytes[at] === Code.plus || bytes[at] === Code.dash) at += 1;
  return endOfDigits(bytes, at, end) < end;
}

/** As in true, null and false. */
const isSecondOfName = new Uint8Array(256);
for (const character of "rRuUaA") isSecondOfName[character.charCodeAt(0)] = 1;

const caseBit = 0x20;
const letterE = 0x65;

function endOfDigits(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && isDigit(bytes[at] ?? 0)) at += 1;
  return at;
}

function isDigit(code: number): boolean {
  return code >= Code.zero && code <= Code.nine;
}

/** Whether a plain key means null, which is no key. */
export function isNull(written: string): boolean {
  return names.get(written) === null;
}

/** Characters that cannot begin a plain scalar, and those that can but mean more than that. */
const refusedStarts = new Uint8Array(128);
for (const character of "\t\n\r !\"#%&'*,:>?@[]`{|}") refusedStarts[character.charCodeAt(0)] = 1;

export function checkPlainStart(text: string, at: number, isFlow: boolean): void {
  const code = text.charCodeAt(at);
  if (refusedStarts[code] === 1 || code === Code.byteOrderMark || Number.isNaN(code)) decline();
  if (code !== Code.dash) return;
  const next = text.charCodeAt(at + 1);
  if (isSpaceOrEnd(next) || (isFlow && isFlowIndicator(next))) decline();
}

function isFlowIndicator(code: number): boolean {
  return (
    code === Code.comma ||
    code === Code.openBracket ||
    code === Code.closeBracket ||
    code === Code.openBrace ||
    code === Code.closeBrace
  );
}
