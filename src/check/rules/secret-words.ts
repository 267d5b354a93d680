/** What people write in place of a secret: words that every guesser tries first, and placeholders of documentation. */

// biome-ignore format: a list of words
const words = [
  "password", "passwort", "passwd", "passw", "pass", "pwd", "secret", "changeme", "change", "admin", "administrator",
  "root", "user", "guest", "login", "letmein", "welcome", "default", "master", "super", "qwertyuiop", "qwerty",
  "azerty", "qwertz", "iloveyou", "dragon", "monkey", "football", "baseball", "sunshine", "princess", "shadow",
  "superman", "trustno", "hello", "access", "token", "apikey", "api", "key", "test", "testing", "demo", "dev",
  "example", "sample", "dummy", "placeholder", "your", "here", "replace", "insert", "this", "todo", "foobar", "foo",
  "bar", "baz", "abcdefghijklmnopqrstuvwxyz", "abcdef", "abcd", "abc", "consumer", "client", "jwt", "hmac", "basic",
  "auth", "gateway", "apisix", "my", "the", "me", "asdfghjkl", "asdf", "zxcvbnm", "zxcvbn", "qazwsxedc", "qazwsx",
].sort((left, right) => right.length - left.length);

const anyWord = new RegExp(words.join("|"), "g");
const wordHere = new RegExp(words.join("|"), "y");

/** Digits and signs that stand for letters. */
const letterFor: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s",
  "!": "i",
};

/** Longer than any text of words that people put in place of a secret. */
const longest = 80;
const lettersBeside = 2;
const digitsBeside = 8;

/** Known words and at most a few characters besides: `My-Secret-Passw0rd-2024`. */
export function isMadeOfWords(text: string): boolean {
  if (text.length > longest || !mayBeginWithWord(text)) return false;
  const plain = text.toLowerCase();
  if (isLittleBeside(plain)) return true;
  const spelt = plain.replace(/[01345@$!]/g, (sign) => letterFor[sign] ?? sign);
  return spelt !== plain && isLittleBeside(spelt);
}

/** Says no to nearly every random text after a few characters and without a copy of it, for the spelling as it is and the one with letters for digits. */
function mayBeginWithWord(text: string): boolean {
  return hasStartOfWord(text, lowered) || hasStartOfWord(text, speltOut);
}

/** As `beginsWithWord`, which is told the letters by `fold`, as far as three letters tell. */
function hasStartOfWord(text: string, fold: Uint8Array): boolean {
  let letters = 0;
  for (let at = 0; at < text.length && letters <= lettersBeside; at += 1) {
    const written = text.charCodeAt(at);
    // A few signs beyond ASCII become letters in lower case.
    if (written >= 0x80) return true;
    const code = fold[written] ?? 0;
    const next = fold[text.charCodeAt(at + 1) & 0x7f] ?? 0;
    if (isStartOfWord[startOf(code, next, fold[text.charCodeAt(at + 2) & 0x7f] ?? 0)] === 1) return true;
    if (code >= 0x61) letters += 1;
  }
  return false;
}

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code).toLowerCase());
const lowered = Uint8Array.from(ascii, (character) => character.charCodeAt(0));
const speltOut = Uint8Array.from(ascii, (character) => (letterFor[character] ?? character).charCodeAt(0));

function isLittleBeside(text: string): boolean {
  if (!beginsWithWord(text)) return false;
  const rest = text.replace(anyWord, "");
  return countOf(rest, /\p{L}/gu) <= lettersBeside && countOf(rest, /\d/g) <= digitsBeside;
}

/** Decides for nearly every random text after a few characters: behind more letters than may stand beside the words there must be a word. */
function beginsWithWord(text: string): boolean {
  let letters = 0;
  for (let at = 0; at < text.length && letters <= lettersBeside; at += 1) {
    const code = text.charCodeAt(at);
    if (isStartOfWord[startOf(code, text.charCodeAt(at + 1), text.charCodeAt(at + 2))] === 1) {
      wordHere.lastIndex = at;
      if (wordHere.test(text)) return true;
    }
    const isDigitOrSign = code < 0x61;
    if (!isDigitOrSign) letters += 1;
  }
  return false;
}

/** Which three letters a word begins with: far cheaper to ask than the expression. */
const isStartOfWord = new Uint8Array(1 << 15);
for (const word of words) {
  const [first = 0, second = 0, third] = Array.from(word, (letter) => letter.charCodeAt(0));
  if (third !== undefined) isStartOfWord[startOf(first, second, third)] = 1;
  // Anything may follow a word of two letters.
  else for (let any = 0; any < 32; any += 1) isStartOfWord[startOf(first, second, any)] = 1;
}

/** Different for each three letters from a to z; the end of the text counts as 0. */
function startOf(first: number, second: number, third: number): number {
  return ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** One short piece again and again, or neighbours in the alphabet or among the digits. */
export function isRegular(text: string): boolean {
  for (let period = 1; period <= longestPeriod && period < text.length; period += 1) {
    let at = period;
    while (at < text.length && text.charCodeAt(at) === text.charCodeAt(at - period)) at += 1;
    if (at === text.length) return true;
  }
  let jumpsLeft = (text.length - 1) * mostJumps;
  for (let index = 1; index < text.length && jumpsLeft >= 0; index += 1) {
    const step = Math.abs(text.charCodeAt(index) - text.charCodeAt(index - 1));
    // From 9 to 0 and back, too.
    if (step > 1 && step !== 9) jumpsLeft -= 1;
  }
  return jumpsLeft >= 0;
}

/** Characters; a secret of fewer different ones is a pattern, too. */
export const fewestDifferent = 5;
const longestPeriod = 8;
/** Of all steps from one character to the next. */
const mostJumps = 0.2;

/**
 * Whether these bytes of ASCII, as a text, are neither made of words nor regular, and of five different characters or more:
 * says yes to nearly every random text after a look at a part of it, and never to another.
 */
export function isSurelyStrong(bytes: Uint8Array, start: number, end: number): boolean {
  return !mayBeRegularAt(bytes, start, end) && !hasStartOfWordAt(bytes, start, end);
}

function mayBeRegularAt(bytes: Uint8Array, start: number, end: number): boolean {
  for (let period = 1; period <= longestPeriod; period += 1) {
    let at = start + period;
    while (at < end && bytes[at] === bytes[at - period]) at += 1;
    if (at >= end) return true;
  }
  let jumpsLeft = (end - start - 1) * mostJumps;
  // Characters that differ in these bits are different.
  let seen = 0;
  let different = 0;
  for (let at = start + 1; at < end; at += 1) {
    const code = bytes[at] ?? 0;
    const step = Math.abs(code - (bytes[at - 1] ?? 0));
    if (step > 1 && step !== 9) jumpsLeft -= 1;
    const bit = 1 << (code & 31);
    if ((seen & bit) === 0) different += 1;
    seen |= bit;
    if (jumpsLeft < 0 && different >= fewestDifferent) return false;
  }
  return true;
}

/** As `mayBeginWithWord`, for both spellings at once: a word without digits is a word where digits stand for letters, too. */
function hasStartOfWordAt(bytes: Uint8Array, start: number, end: number): boolean {
  let letters = 0;
  let first = letterAt(bytes, start, end);
  let second = letterAt(bytes, start + 1, end);
  for (let at = start; at < end && letters <= lettersBeside; at += 1) {
    const third = letterAt(bytes, at + 2, end);
    if (isStartOfWord[(first << 10) | (second << 5) | third] === 1) return true;
    if (isLetter[bytes[at] ?? 0] === 1) letters += 1;
    first = second;
    second = third;
  }
  return false;
}

function letterAt(bytes: Uint8Array, at: number, end: number): number {
  return at < end ? (letterNumbers[bytes[at] ?? 0] ?? 0) : 0;
}

/** The letters of the alphabet by number from 1, in either case or spelt with digits and signs; all else is one behind them. */
const letterNumbers = Uint8Array.from(speltOut, (code) => (code >= 0x61 && code <= 0x7a ? code - 0x60 : 27));
const isLetter = Uint8Array.from(lowered, (code) => (code >= 0x61 && code <= 0x7a ? 1 : 0));

/** Such as `<your-key>`, `xxxxxxxx`, `***`, `{{ key }}`, `changeme`: nobody takes it for a secret. */
export function isPlaceholder(text: string): boolean {
  return /^<.*>$|^\{\{.*\}\}$|^\[.*\]$|^[x*.\-_?#]+$/i.test(text) || isMadeOfWords(text);
}
