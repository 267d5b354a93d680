/**
 * Reads answers of HTTP/1.1 from the bytes of one connection (RFC 9112), for one request at a time. Whatever could be read
 * in more than one way is refused: the next request of the connection must not get what belongs to this one.
 */
import { fieldName, notInFieldValue } from "./field-names.ts";
import { MalformedAnswer } from "./upstream-fault.ts";

export interface AnswerEvents {
  /** @param headers names and values in turn, latin1 */
  head(status: number, headers: readonly string[]): void;
  /** Good until the call returns. */
  data(chunk: Buffer): void;
  /** The answer is whole, and is told no more. */
  end(): void;
}

/** Bytes of a status line and its header lines together. */
const longestHead = 64 * 1024;

const usualHead = 2 * 1024;

/** Bytes of the line in front of a chunk: a size, and extensions that nobody uses. */
const longestChunkLine = 4 * 1024;

type State = "head" | "length" | "chunk-line" | "chunk" | "chunk-end" | "trailers" | "until-close" | "over";

export class AnswerReader {
  /** The connection may be used again behind this answer. */
  isPersistent = false;
  /** Milliseconds that the server keeps an idle connection, as it says; 0: it does not say. */
  keepAliveMs = 0;
  #state: State = "over";
  #isBodyless = false;
  #left = 0;
  /** The beginning of a head or a line whose end has not come. */
  #kept: Buffer | undefined;
  /** Of a head whose end has not come: where its last line begins, and how far that was looked at. */
  #lineAt = 0;
  #lookedAt = 0;
  #last: ReadHead | undefined;
  readonly #events: AnswerEvents;

  constructor(events: AnswerEvents) {
    this.#events = events;
  }

  /** @param method of the request that the next answer is to */
  expect(method: string): void {
    this.#state = "head";
    this.#isBodyless = method === "HEAD";
    this.#kept = undefined;
    this.#lineAt = 0;
    this.#lookedAt = 0;
  }

  /** The head of the answer has been told. */
  get hasBegun(): boolean {
    return this.#state !== "head";
  }

  /** @throws MalformedAnswer */
  read(bytes: Buffer): void {
    let rest = bytes;
    if (this.#kept !== undefined) {
      rest = Buffer.concat([this.#kept, bytes]);
      this.#kept = undefined;
    }
    while (rest.length > 0 && this.#state !== "over") {
      const used = this.#step(rest);
      if (used === 0) {
        // It may lie in a buffer that is read into again.
        this.#kept = Buffer.from(rest);
        return;
      }
      // Nearly always all of it is used, and a view of nothing costs as much as one of something.
      if (used === rest.length) return;
      rest = rest.subarray(used);
    }
    // Bytes that nobody asked for.
    if (rest.length > 0) this.isPersistent = false;
  }

  /** The server has closed its side. @returns whether that is the end of a whole answer */
  close(): boolean {
    if (this.#state !== "until-close") return false;
    this.#finish();
    return true;
  }

  /** @returns how many bytes were used; 0: more must come first */
  #step(bytes: Buffer): number {
    switch (this.#state) {
      case "head":
        return this.#readHead(bytes);
      case "length":
        return this.#readBody(bytes, "over");
      case "chunk":
        return this.#readBody(bytes, "chunk-end");
      case "chunk-line":
        return this.#readChunkLine(bytes);
      case "chunk-end":
        return this.#readChunkEnd(bytes);
      case "trailers":
        return this.#readTrailer(bytes);
      default:
        this.#events.data(bytes);
        return bytes.length;
    }
  }

  #readHead(bytes: Buffer): number {
    const last = this.#last;
    // Texts of one length are compared eight bytes at a time; startsWith takes one after the other.
    if (last !== undefined && this.#lookedAt === 0 && bytes.toString("latin1", 0, last.text.length) === last.text) {
      this.#begin(last.status, last.headers, last.framing);
      return last.text.length;
    }
    // Nearly all heads are short and come whole, and text is searched faster than bytes.
    const beginning = this.#lookedAt === 0 ? bytes.toString("latin1", 0, Math.min(bytes.length, usualHead)) : "";
    const early = beginning.indexOf("\r\n\r\n");
    const end = early >= 0 ? early : bytes.indexOf("\r\n\r\n", Math.max(0, this.#lineAt - 2), "latin1");
    if (end < 0 || end > longestHead) {
      if (bytes.length > longestHead) throw new MalformedAnswer("the head is too long");
      this.#refuseEarly(bytes);
      return 0;
    }
    this.#lineAt = 0;
    this.#lookedAt = 0;
    const text = early >= 0 ? beginning.slice(0, end) : bytes.toString("latin1", 0, end);
    const firstEnd = text.indexOf("\r\n");
    const [, minor, code] = statusLine.exec(firstEnd < 0 ? text : text.slice(0, firstEnd)) ?? [];
    if (code === undefined) throw new MalformedAnswer("no status line");
    const headers: string[] = [];
    const framing: Framing = { length: -1, isChunked: false, isClosing: minor === "0", isKept: false, keepAliveMs: 0 };
    for (let start = firstEnd < 0 ? end + 2 : firstEnd + 2; start <= end; ) {
      const found = text.indexOf("\r\n", start);
      const lineEnd = found < 0 ? end : found;
      readLine(text, start, lineEnd, headers, framing);
      start = lineEnd + 2;
    }
    if (framing.isChunked && (framing.length >= 0 || minor === "0")) {
      throw new MalformedAnswer("a transfer-encoding that is in doubt");
    }
    const status = Number(code);
    if (early >= 0) this.#last = { text: beginning.slice(0, end + 4), status, headers, framing };
    this.#begin(status, headers, framing);
    return end + 4;
  }

  /** What can no longer become a head: waiting for more would only make a timeout of it. No byte is looked at twice. */
  #refuseEarly(bytes: Buffer): void {
    if (!"HTTP/1.".startsWith(bytes.toString("latin1", 0, 7))) throw new MalformedAnswer("no HTTP/1.1");
    for (let at = bytes.indexOf(lineFeed, this.#lookedAt); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
      const line = bytes.toString("latin1", this.#lineAt, at);
      if (!line.endsWith("\r")) throw new MalformedAnswer("no HTTP/1.1");
      const isFirst = this.#lineAt === 0;
      if (!(isFirst ? statusLine : headerLine).test(line.slice(0, -1)))
        throw new MalformedAnswer(isFirst ? "no status line" : "a header that is none");
      this.#lineAt = at + 1;
    }
    const unpaired = bytes.indexOf(carriageReturn, Math.max(this.#lineAt, this.#lookedAt));
    if (unpaired >= 0 && unpaired < bytes.length - 1) throw new MalformedAnswer("no HTTP/1.1");
    this.#lookedAt = unpaired >= 0 ? unpaired : bytes.length;
  }

  #begin(status: number, headers: readonly string[], framing: Framing): void {
    if (status === 101) throw new MalformedAnswer("a change of protocol that nobody asked for");
    if (status < 200) {
      this.#events.head(status, headers);
      return;
    }
    this.isPersistent = framing.isKept || !framing.isClosing;
    this.keepAliveMs = framing.keepAliveMs;
    const hasNoBody = this.#isBodyless || status === 204 || status === 304 || framing.length === 0;
    this.#left = framing.length;
    this.#state = hasNoBody ? "over" : framing.isChunked ? "chunk-line" : framing.length > 0 ? "length" : "until-close";
    // Some servers send the body that they tell of where none may be: coming late, it would be the next answer.
    const isInDoubt = hasNoBody && !this.#isBodyless && (framing.isChunked || framing.length > 0);
    if (this.#state === "until-close" || isInDoubt) this.isPersistent = false;
    this.#events.head(status, headers);
    if (hasNoBody) this.#events.end();
  }

  #readBody(bytes: Buffer, next: "over" | "chunk-end"): number {
    const used = Math.min(bytes.length, this.#left);
    this.#left -= used;
    const isEnd = this.#left === 0;
    if (isEnd) this.#state = next;
    this.#events.data(used === bytes.length ? bytes : bytes.subarray(0, used));
    if (isEnd && next === "over") this.#finish();
    return used;
  }

  #readChunkLine(bytes: Buffer): number {
    const end = bytes.indexOf("\r\n", 0, "latin1");
    if (end < 0 || end > longestChunkLine) {
      if (bytes.length > longestChunkLine || bytes.includes(10)) throw new MalformedAnswer("no size of a chunk");
      return 0;
    }
    const [, size] = chunkLine.exec(bytes.toString("latin1", 0, end)) ?? [];
    if (size === undefined) throw new MalformedAnswer("no size of a chunk");
    this.#left = Number.parseInt(size, 16);
    this.#state = this.#left === 0 ? "trailers" : "chunk";
    return end + 2;
  }

  #readChunkEnd(bytes: Buffer): number {
    if (bytes[0] !== 13 || (bytes.length > 1 && bytes[1] !== 10)) throw new MalformedAnswer("a chunk of another size");
    if (bytes.length < 2) return 0;
    this.#state = "chunk-line";
    return 2;
  }

  /** Trailers of HTTP/1.1 are not handed on; they must be well formed all the same. */
  #readTrailer(bytes: Buffer): number {
    const end = bytes.indexOf("\r\n", 0, "latin1");
    if (end < 0 || end > longestHead) {
      if (bytes.length > longestHead || bytes.includes(10)) throw new MalformedAnswer("a trailer that is none");
      return 0;
    }
    if (end === 0) this.#finish();
    else if (!headerLine.test(bytes.toString("latin1", 0, end))) throw new MalformedAnswer("a trailer that is none");
    return end + 2;
  }

  #finish(): void {
    this.#state = "over";
    this.#events.end();
  }
}

/** A server says the same again and again, and what is so byte for byte needs not be read twice. */
interface ReadHead {
  /** With the empty line. */
  readonly text: string;
  readonly status: number;
  readonly headers: readonly string[];
  readonly framing: Framing;
}

interface Framing {
  /** -1: not told. */
  length: number;
  isChunked: boolean;
  isClosing: boolean;
  /** `Connection: keep-alive`. */
  isKept: boolean;
  keepAliveMs: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/** RFC 9112 section 4. What stands behind the code is not handed on. */
const statusLine = /^HTTP\/1\.([01]) ([1-9][0-9][0-9])(?: [^\r\n]*)?$/;

/** RFC 9112 section 5: no line is folded, and no blank stands before the colon. */
const headerLine =
  /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*((?:[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?)[ \t]*$/;

/** RFC 9112 section 7.1. */
const chunkLine = /^([0-9A-Fa-f]{1,12})(?:;[\t\x20-\x7e\x80-\xff]*)?$/;

function readLine(text: string, start: number, end: number, headers: string[], framing: Framing): void {
  const colon = text.indexOf(":", start);
  if (colon < 0 || colon >= end) throw new MalformedAnswer("a header that is none");
  let from = colon + 1;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  let to = end;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
  const value = text.slice(from, to);
  const { name, lower, isName, isHopByHop } = fieldName(text.slice(start, colon));
  if (!isName || notInFieldValue.test(value)) throw new MalformedAnswer("a header that is none");
  headers.push(name, value);
  if (!isHopByHop && lower !== "content-length") return;
  if (lower === "content-length") {
    if (framing.length >= 0 || !/^[0-9]{1,15}$/.test(value)) throw new MalformedAnswer("a content-length in doubt");
    framing.length = Number(value);
  } else if (lower === "transfer-encoding") {
    if (framing.isChunked || value.toLowerCase() !== "chunked") {
      throw new MalformedAnswer("a transfer-encoding other than chunked");
    }
    framing.isChunked = true;
  } else if (lower === "connection") {
    const told = value.toLowerCase();
    if (/(?:^|[\s,])close(?:$|[\s,])/.test(told)) framing.isClosing = true;
    else if (/(?:^|[\s,])keep-alive(?:$|[\s,])/.test(told)) framing.isKept = true;
  } else if (lower === "keep-alive") {
    framing.keepAliveMs = Number(/(?:^|[\s,])timeout=(\d{1,6})/i.exec(value)?.[1] ?? 0) * 1000;
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
