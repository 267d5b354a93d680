/** Literal and folded block scalars (YAML 1.2.2, section 8.1) without an indentation indicator. */
import { Code } from "./codes.ts";
import { decline } from "./decline.ts";
import { skipEmptyLines } from "./lines.ts";
import { checkLongText } from "./long-text.ts";
import { Kind, type Reading } from "./reading.ts";

/** Its header may say what becomes of the line feeds at the end: `-` drops all, `+` keeps all, else one is left. */
const header = /[|>]([-+]?) *\r?\n/y;

/** Reads the block scalar whose header stands at `at`, under a collection at column `parent`, and goes on to the next line. */
export function readBlockScalar(reading: Reading, parent: number): string {
  const { text } = reading;
  const start = reading.at;
  header.lastIndex = start;
  const chomping = header.exec(text)?.[1] ?? decline();
  const contentStart = header.lastIndex;
  const indent = countSpaces(text, contentStart);
  const first = text.charCodeAt(contentStart + indent);
  if (indent <= parent || first === Code.lineFeed || first === Code.carriageReturn || Number.isNaN(first)) decline();
  const { lines, end } = readLines(text, contentStart, indent, chomping === "+");
  checkLongText(text, contentStart, end);
  let last = lines.length;
  while (lines[last - 1] === "") last -= 1;
  const content = lines.slice(0, last);
  const value = text.charCodeAt(start) === Code.bar ? content.join("\n") : fold(content);
  const isEnded = text.charCodeAt(end - 1) === Code.lineFeed;
  const ending = { "-": "", "+": "\n".repeat(Math.max(1, lines.length - last + (isEnded ? 1 : 0))), "": "\n" }[
    chomping
  ];
  reading.start = start;
  reading.end = end;
  reading.kind = Kind.blockScalar;
  reading.gapStart = end;
  skipEmptyLines(reading, end);
  const written = value + ending;
  return written.includes("${") ? reading.builder.string(written, { start, end }) : written;
}

/** The lines without their indentation, and where the scalar ends: empty lines at its end count only if they are kept. */
function readLines(text: string, start: number, indent: number, isKept: boolean): { lines: string[]; end: number } {
  const lines: string[] = [];
  let kept = 0;
  let end = start;
  let at = start;
  while (at < text.length) {
    const spaces = countSpaces(text, at);
    const lineFeed = text.indexOf("\n", at);
    const lineEnd = lineFeed < 0 ? text.length : lineFeed;
    const contentEnd = lineFeed > at && text.charCodeAt(lineFeed - 1) === Code.carriageReturn ? lineFeed - 1 : lineEnd;
    const isBlank = at + spaces === contentEnd;
    if (isBlank && (spaces > indent || lineFeed < 0)) decline();
    if (!isBlank && spaces < indent) break;
    lines.push(isBlank ? "" : text.slice(at + indent, contentEnd));
    at = Math.min(lineEnd + 1, text.length);
    if (isBlank && !isKept) continue;
    kept = lines.length;
    end = at;
  }
  if (text.charCodeAt(at + countSpaces(text, at)) === Code.tab) decline();
  if (/[\t\r]/.test(lines.join(""))) decline();
  lines.length = kept;
  return { lines, end };
}

/** One line feed becomes a space, more become one fewer. Lines that are indented more keep theirs: not our business. */
function fold(lines: readonly string[]): string {
  let value = lines[0] ?? "";
  let empty = 0;
  for (const line of lines.slice(1)) {
    if (line === "") {
      empty += 1;
      continue;
    }
    if (line.startsWith(" ")) decline();
    value += (empty === 0 ? " " : "\n".repeat(empty)) + line;
    empty = 0;
  }
  return value;
}

function countSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === Code.space) at += 1;
  return at - start;
}
