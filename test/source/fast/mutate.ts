/** Accidents that happen to a text: characters lost, added or exchanged, lines swapped, doubled or moved. */
import { pick, type Random } from "./random.ts";

/** The text with one to four small accidents. */
export function mutate(text: string, random: Random): string {
  let mutated = text;
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1)
    mutated = pick(random, accidents)(mutated, random);
  return mutated;
}

const noise = [
  ..." \n\t:-#'\"{}[],|>&*!%?@~$\\.0ax\r",
  "  ",
  ": ",
  " #",
  "\n- ",
  "\n---\n",
  "\n...\n",
  "\n\n",
  "\r\n",
  "\ufeff",
  "é",
  "\u0000",
  "${X}",
];

type Accident = (text: string, random: Random) => string;

const accidents: readonly Accident[] = [
  (text, random) => replaceAt(text, random, 1, ""),
  (text, random) => replaceAt(text, random, 0, pick(random, noise)),
  (text, random) => replaceAt(text, random, 1, pick(random, noise)),
  (text, random) => replaceAt(text, random, Math.floor(random() * 12), ""),
  (text, random) => swapLines(text, random),
  (text, random) => copyLine(text, random),
  (text, random) => text.slice(0, Math.floor(random() * text.length)),
  (text, random) => indentLine(text, random),
];

function replaceAt(text: string, random: Random, length: number, by: string): string {
  const at = Math.floor(random() * (text.length + 1));
  return text.slice(0, at) + by + text.slice(at + length);
}

function swapLines(text: string, random: Random): string {
  const lines = text.split("\n");
  const one = Math.floor(random() * lines.length);
  const other = Math.floor(random() * lines.length);
  return lines.map((line, index) => (index === one ? lines[other] : index === other ? lines[one] : line)).join("\n");
}

function copyLine(text: string, random: Random): string {
  const lines = text.split("\n");
  lines.splice(Math.floor(random() * lines.length), 0, pick(random, lines));
  return lines.join("\n");
}

function indentLine(text: string, random: Random): string {
  const lines = text.split("\n");
  const at = Math.floor(random() * lines.length);
  const line = lines[at] ?? "";
  lines[at] = random() < 0.5 ? ` ${line}` : line.replace(/^ /, "");
  return lines.join("\n");
}
