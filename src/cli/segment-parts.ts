/** The texts of a segment one by one, with places that count from its beginning. */
import type { Origin } from "../source/document.ts";
import type { PartText } from "../source/fast/read-fast.ts";
import { ReadingMemory } from "../source/fast/reading-memory.ts";
import type { ReadItemAlone } from "../source/fast/rescue.ts";
import { countLines, type SegmentBytes } from "../source/segments.ts";
import { cutWindows } from "../source/windows.ts";

export class SegmentParts implements Iterable<PartText> {
  /** UTF-16 code units of the texts so far. */
  length = 0;
  readonly #file: string;
  readonly #path: string;
  readonly #bytes: SegmentBytes;
  readonly #readAlone: ReadItemAlone | undefined;
  readonly #counted: { byte: number; lines: number };

  constructor(file: string, path: string, bytes: SegmentBytes, readAlone?: ReadItemAlone) {
    this.#readAlone = readAlone;
    this.#file = file;
    this.#path = path;
    this.#bytes = bytes;
    this.#counted = { byte: bytes.firstByte, lines: 0 };
  }

  *[Symbol.iterator](): Generator<PartText> {
    const memory = new ReadingMemory();
    for (const { text, bytes, stop, length, firstByte } of cutWindows(this.#bytes)) {
      const source = new PlacedText(this.#file, text, this.length, () => this.#linesBefore(firstByte));
      yield { source, bytes, stop, memory, readAlone: this.#readAlone };
      this.length += length;
    }
  }

  /** Counted in the file, for the bytes may be gone when somebody asks, from where it was counted last. */
  #linesBefore(firstByte: number): number {
    const byte = this.#bytes.firstByte + firstByte;
    const counted = this.#counted;
    if (byte < counted.byte) return countLines(this.#path, this.#bytes.firstByte, byte);
    counted.lines += countLines(this.#path, counted.byte, byte);
    counted.byte = byte;
    return counted.lines;
  }
}

/** Its lines are counted only if somebody asks where it stands. */
class PlacedText {
  readonly file: string;
  readonly text: string;
  readonly #offset: number;
  readonly #countLines: () => number;
  #origin: Origin | undefined;

  constructor(file: string, text: string, offset: number, lines: () => number) {
    this.file = file;
    this.text = text;
    this.#offset = offset;
    this.#countLines = lines;
  }

  get origin(): Origin {
    this.#origin ??= { lines: this.#countLines(), offset: this.#offset };
    return this.#origin;
  }
}
