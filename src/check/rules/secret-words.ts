/** What people write in place of a secret: words that every guesser tries first, and placeholders of documentation. */

// biome-ignore format: a list of words
const words = [
  "password", "passwort", "passwd", "passw", "pass", "pwd", "secret", "changeme", "change", "admin", "administrator",
  "root", "user", "guest", "login", "letmein", "welcome", "default", "master", "super", "qwertyuiop", "qwerty",
  "azerty", "qwertz", "iloveyou", "dragon", "monkey", "football", "baseball", "sunshine", "princess", "shadow",
  "superman", "trustno", "hello", "access", "token", "apikey", "api", "key", "test", "testing", "demo", "dev",
  "example", "sample", "dummy", "placeholder", "your", "here", "replace", "insert", "this", "todo", "foobar", "foo",
  "bar", "baz", "abcdefghijklmnopqrstuvwxyz", "abcdef", "abcd", "abc", "consumer", "client", "jwt", "hmac", "basic",
  "auth", "gateway", "apisix", "my", "the", "me",
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
  if (text.length > longest) return false;
  const plain = text.toLowerCase();
  if (isLittleBeside(plain)) return true;
  const spelt = plain.replace(/[01345@$!]/g, (sign) => letterFor[sign] ?? sign);
  return spelt !== plain && isLittleBeside(spelt);
}

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
    if (isPairOfWord[pairOf(code, text.charCodeAt(at + 1))] === 1) {
      wordHere.lastIndex = at;
      if (wordHere.test(text)) return true;
    }
    const isDigitOrSign = code < 0x61;
    if (!isDigitOrSign) letters += 1;
  }
  return false;
}

/** Which two letters a word begins with: far cheaper to ask than the expression. */
const isPairOfWord = new Uint8Array(1024);
for (const word of words) isPairOfWord[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;

/** Different for each two letters from a to z; the end of the text counts as 0. */
function pairOf(first: number, second: number): number {
  return ((first & 31) << 5) | (second & 31);
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
  let steps = 0;
  for (let index = 1; index < text.length; index += 1) {
    const step = text.charCodeAt(index) - text.charCodeAt(index - 1);
    // From 9 to 0 and back, too.
    if (step === 0 || step === 1 || step === -1 || step === 9 || step === -9) steps += 1;
  }
  return steps >= (text.length - 1) * 0.8;
}

const longestPeriod = 8;

/** Such as `<your-key>`, `xxxxxxxx`, `***`, `{{ key }}`, `changeme`: nobody takes it for a secret. */
export function isPlaceholder(text: string): boolean {
  return /^<.*>$|^\{\{.*\}\}$|^\[.*\]$|^[x*.\-_?#]+$/i.test(text) || isMadeOfWords(text);
}
