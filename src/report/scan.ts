/** Reads YAML or JSON text line by line, as far as is needed to tell values from keys (YAML 1.2, chapters 6 to 8), and finds the values to hide. In doubt it hides. */

/** Offsets of one line. */
export type HiddenRange = readonly [from: number, to: number];

/** The keys that lead to a value; undefined for a key that cannot be told. */
export type NamePath = readonly (string | undefined)[];

/** What of the entry to which a path leads may be shown. */
export interface Shown {
  value(names: NamePath): boolean;
  /** Of a value that may be shown by its names; undefined for one over several lines. */
  text(names: NamePath, text: string | undefined): boolean;
  key(names: NamePath): boolean;
}

/** For each line the ranges to hide: comments, and all keys and values but those that are `shown`. */
export function scanLines(lines: readonly string[], shown: Shown): readonly (readonly HiddenRange[])[] {
  const scanner = new Scanner(shown);
  return lines.map((line) => scanner.scan(line));
}

/** A key of a block map that is open, by its column. */
interface Entry {
  readonly indent: number;
  readonly name: string | undefined;
}

/** A `{` or `[` that is open. */
interface Flow {
  readonly isMap: boolean;
  /** Opened where no value should stand: nothing below it can be trusted. */
  readonly isStray: boolean;
  key: string | undefined;
  /** What may come: a key (or item), the value of `key`, or only a comma. */
  expects: "key" | "value" | "comma";
  /** The value before was closed by a quote or bracket, so a key on the next line means that a comma was forgotten. */
  isClosed: boolean;
}

/** A text that may go on over lines with more indentation. */
interface OpenText {
  readonly indent: number;
  readonly isShown: boolean;
}

const documentMark = /(?:---|\.\.\.)(?=\s|$)/y;
const space = /[ \t\r\uFEFF]+/y;
const dash = /-(?=\s|$)/y;
const explicit = /[?:](?=\s|$)/y;
const property = /[&*!][^\s,[\]{}]*(?=[\s,[\]{}]|$)/y;
const blockHeader = /[|>][-+0-9]{0,2}(?=[ \t\r]*(?:$|[ \t]#))/y;
const blockKey = /[^\s"'#&*!|>%@`,[\]{}](?:[^\s:]|:(?!\s|$)|[ \t]+(?![#:\s]))*(?=[ \t]*:(?:\s|$))/y;
const blockColon = /[ \t]*:(?=\s|$)/y;
const flowColon = /[ \t]*:/y;
const ownComment = /#+[ \t]*rollcall-disable(?:-[a-z-]{1,20})?(?:[ \t,]+[a-z-]{1,30}\/[a-z0-9-]{1,30})*(?=[ \t]|$)/y;
const flowText = /(?:[^\s,[\]{}:]|:(?![\s,[\]{}]|$)|[ \t]+(?!#))+/y;
const flowMark = /[?:](?=[\s,[\]{}]|$)/y;
const keyLikePart = /:(?:\s|$)/;

class Scanner {
  readonly #isShown: (names: NamePath, text?: string) => boolean;
  readonly #isKeyShown: (names: NamePath) => boolean;
  #entries: Entry[] = [];
  #flows: Flow[] = [];
  #quote: string | undefined;
  #blockText: OpenText | undefined;
  #plainText: OpenText | undefined;
  #line = "";
  #at = 0;
  #hidden: HiddenRange[] = [];

  constructor({ value, text: isTextShown, key }: Shown) {
    this.#isShown = (names, text) => value(names) && isTextShown(names, text);
    this.#isKeyShown = key;
  }

  scan(line: string): readonly HiddenRange[] {
    this.#line = line;
    this.#at = 0;
    this.#hidden = [];
    // Inside quotes the `yaml` package takes it for text.
    if (!this.#quote && this.#skip(documentMark)) this.#startDocument();
    if (this.#blockText && this.#isBlockTextLine(this.#blockText)) {
      if (!this.#blockText.isShown) this.#hideRest();
      return this.#hidden;
    }
    this.#blockText = undefined;
    if (this.#quote) this.#scanQuoteEnd(this.#quote);
    else if (this.#flows.length > 0) this.#scanFlow();
    else this.#scanBlock();
    return this.#hidden;
  }

  #startDocument(): void {
    this.#entries = [];
    this.#flows = [];
    this.#blockText = undefined;
    this.#plainText = undefined;
  }

  #isBlockTextLine({ indent, isShown }: OpenText): boolean {
    const content = this.#line.search(/\S/);
    const spaces = this.#line.search(/[^ ]/);
    return this.#at === 0 && (content < 0 || spaces > indent || (!isShown && content > indent));
  }

  /** All of a text over several lines is hidden: a quote that is never closed would show what follows it. */
  #scanQuoteEnd(quote: string): void {
    const end = quoteEnd(this.#line, 0, quote);
    if (end < 0) {
      this.#hideRest();
      return;
    }
    this.#hide(this.#line.length - this.#line.trimStart().length, end);
    this.#quote = undefined;
    this.#at = end;
    if (this.#flows.length > 0) this.#scanFlow(false);
    else this.#hideRest();
  }

  #scanBlock(): void {
    if (this.#skipToText()) return;
    const column = this.#at;
    if (this.#plainText && column <= this.#plainText.indent) this.#plainText = undefined;
    if (this.#plainText && !this.#plainText.isShown) {
      this.#hideRest();
      return;
    }
    let holder = this.#entries.findLast(({ indent }) => indent < column)?.indent ?? -1;
    for (let item = this.#at; this.#skip(dash); item = this.#at) {
      this.#entries = this.#entries.filter(({ indent }) => indent <= item);
      holder = item;
      if (this.#skipToText()) return;
    }
    for (let mark = this.#at; this.#skip(explicit); mark = this.#at) {
      this.#openEntry(mark, undefined);
      holder = mark;
      if (this.#skipToText()) return;
    }
    const start = this.#at;
    const outer = this.#entries.filter(({ indent }) => indent < start);
    if (this.#skipProperties(() => this.#isShown(outer.map(({ name }) => name)))) return;
    const key = this.#readBlockKey();
    if (key !== undefined) {
      this.#openEntry(start, key.name);
      if (!this.#isKeyShown(this.#names())) this.#hide(start, key.end);
      holder = start;
      if (this.#skipToText() || this.#skipProperties(() => this.#isShown(this.#names()))) return;
    } else if (this.#matches(explicit)) {
      this.#hideRest();
      return;
    }
    const names = (key === undefined ? outer : this.#entries).map(({ name }) => name);
    this.#scanBlockValue(holder, (text) => this.#isShown(names, text));
  }

  #openEntry(column: number, name: string | undefined): void {
    this.#entries = this.#entries.filter(({ indent }) => indent < column);
    this.#entries.push({ indent: column, name });
    this.#plainText = undefined;
  }

  #readBlockKey(): { readonly name: string; readonly end: number } | undefined {
    const start = this.#at;
    const character = this.#line[start] ?? "";
    const quotedEnd = isQuote(character) ? quoteEnd(this.#line, start + 1, character) : -1;
    const end = quotedEnd < 0 ? this.#endOf(blockKey) : quotedEnd;
    if (end <= start) return undefined;
    this.#at = end;
    if (this.#skip(blockColon)) return { name: nameOf(this.#line.slice(start, end)), end };
    this.#at = start;
    return undefined;
  }

  #scanBlockValue(holder: number, isShown: (text?: string) => boolean): void {
    const start = this.#at;
    const character = this.#line[start] ?? "";
    if (this.#skip(blockHeader)) {
      this.#blockText = { indent: holder, isShown: isShown() };
      this.#hideRest();
    } else if (character === "{" || character === "[") {
      this.#scanFlow();
    } else if (isQuote(character)) {
      const end = quoteEnd(this.#line, start + 1, character);
      if (end < 0) this.#quote = character;
      else if (isShown(this.#line.slice(start + 1, end - 1))) this.#at = end;
      this.#hideComment();
    } else {
      const comment = this.#line.slice(start).search(/\s#/);
      const end = comment < 0 ? this.#line.length : start + comment;
      // A colon inside means that this is no value of one field.
      const isOne = !keyLikePart.test(this.#line.slice(start, end));
      this.#plainText = { indent: holder, isShown: isOne && isShown() };
      if (isOne && isShown(this.#line.slice(start, end).trimEnd())) this.#at = end;
      this.#hideComment();
    }
  }

  #scanFlow(mayStartKey = true): void {
    let isFirst = mayStartKey;
    while (!this.#skipToText()) {
      const flow = this.#flows.at(-1);
      const character = this.#line[this.#at] ?? "";
      if (character === "{" || character === "[") {
        const isStray = flow !== undefined && (flow.isStray || flow.expects === "comma");
        this.#flows.push({ isMap: character === "{", isStray, key: undefined, expects: "key", isClosed: false });
        this.#at += 1;
      } else if (!flow) {
        this.#hideRest();
      } else if (character === "}" || character === "]") {
        this.#flows.pop();
        this.#close(true);
        this.#at += 1;
      } else if (character === ",") {
        flow.key = undefined;
        flow.expects = "key";
        this.#at += 1;
      } else if (this.#skip(flowMark)) {
        if (flow.expects === "key") flow.expects = character === ":" ? "value" : "key";
      } else if (!this.#skipProperty(() => this.#isFlowShown(flow))) {
        this.#scanFlowText(flow, isFirst);
      }
      isFirst = false;
    }
  }

  #scanFlowText(flow: Flow, isFirst: boolean): void {
    const start = this.#at;
    const character = this.#line[start] ?? "";
    const isQuoted = isQuote(character);
    const quotedEnd = isQuoted ? quoteEnd(this.#line, start + 1, character) : -1;
    if (isQuoted && quotedEnd < 0) {
      this.#quote = character;
      this.#close(false);
      this.#hideRest();
      return;
    }
    const end = isQuoted ? quotedEnd : Math.max(this.#endOf(flowText), start + 1);
    this.#at = end;
    const isCommaForgotten = isFirst && isQuoted && flow.expects === "comma" && flow.isClosed;
    if ((flow.expects === "key" || isCommaForgotten) && this.#skip(isQuoted ? flowColon : flowMark)) {
      const key = this.#line.slice(start, end).trimEnd();
      flow.key = nameOf(key);
      if (!this.#isKeyShown(this.#names())) this.#hide(start, start + key.length);
      flow.expects = "value";
      return;
    }
    const text = this.#line.slice(start, end).trimEnd();
    if (!this.#isFlowShown(flow, isQuoted ? text.slice(1, -1) : text)) this.#hide(start, start + text.length);
    this.#close(isQuoted);
  }

  /** A value of the innermost open bracket has ended. */
  #close(isClosed: boolean): void {
    const flow = this.#flows.at(-1);
    if (!flow) return;
    flow.isClosed = isClosed && (flow.expects !== "comma" || flow.isClosed);
    flow.expects = "comma";
  }

  #isFlowShown(flow: Flow, text?: string): boolean {
    return !flow.isStray && flow.expects !== "comma" && this.#isShown(this.#names(), text);
  }

  #names(): NamePath {
    const inFlow = this.#flows.filter(({ isMap, key }) => isMap || key !== undefined).map(({ key }) => key);
    return [...this.#entries.map(({ name }) => name), ...inFlow];
  }

  /** Anchors, tags and aliases: what begins like one may also be a secret without its quotes. */
  #skipProperty(isShown: () => boolean): boolean {
    const start = this.#at;
    if (!this.#skip(property)) return false;
    if (!isShown()) this.#hide(start, this.#at);
    return true;
  }

  /** Returns whether the line ends behind them. */
  #skipProperties(isShown: () => boolean): boolean {
    while (this.#skipProperty(isShown)) if (this.#skipToText()) return true;
    return false;
  }

  /** Moves to the next text and returns false, or hides a comment and returns true at the end of the line. */
  #skipToText(): boolean {
    const isApart = this.#at === 0 || this.#skip(space) || /\s/.test(this.#line[this.#at - 1] ?? "");
    this.#skip(space);
    if (this.#line[this.#at] === "#" && isApart) this.#hideComment();
    return this.#at >= this.#line.length;
  }

  /** All but what a comment for rollcall silences: findings about such a comment could not be understood. */
  #hideComment(): void {
    this.#skip(space);
    this.#skip(ownComment);
    this.#hideRest();
  }

  #hideRest(): void {
    this.#skip(space);
    this.#hide(this.#at, this.#line.trimEnd().length);
    this.#at = this.#line.length;
  }

  #hide(from: number, to: number): void {
    const last = this.#hidden.at(-1);
    if (from >= to) return;
    if (last && last[1] >= from) this.#hidden.splice(-1, 1, [last[0], to]);
    else this.#hidden.push([from, to]);
  }

  #skip(pattern: RegExp): boolean {
    const end = this.#endOf(pattern);
    const hasMoved = end > this.#at;
    this.#at = end;
    return hasMoved;
  }

  #matches(pattern: RegExp): boolean {
    return this.#endOf(pattern) > this.#at;
  }

  #endOf(pattern: RegExp): number {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#line) ? pattern.lastIndex : this.#at;
  }
}

function isQuote(character: string): boolean {
  return character === '"' || character === "'";
}

/** The offset behind the closing quote, or -1 if it is not on this line. */
function quoteEnd(line: string, from: number, quote: string): number {
  for (let at = from; at < line.length; at += 1) {
    if (quote === '"' && line[at] === "\\") at += 1;
    else if (line[at] !== quote) continue;
    else if (quote === "'" && line[at + 1] === "'") at += 1;
    else return at + 1;
  }
  return -1;
}

/** A key as it is meant; escapes are not resolved, since no known field needs them. */
function nameOf(text: string): string {
  return isQuote(text[0] ?? "") ? text.slice(1, -1) : text;
}
