/** Where a document's top-level parts begin. All else is found by reading the part that is asked for once more. */
import type { Part, Path, Place, Span } from "../../model/place.ts";
import type { SourceText } from "../document.ts";
import { Positions, placeOf, spanBetween } from "../positions.ts";
import { ValueBuilder } from "../values.ts";
import { type ItemListener, readEntryValue, readItem, readKey, readNested } from "./block.ts";
import { closeCollection } from "./collection-end.ts";
import { decline } from "./decline.ts";
import { Reading } from "./reading.ts";
import type { ReadingMemory } from "./reading-memory.ts";
import type { RescuedItem } from "./rescue.ts";

/** An entry of the map at the root. */
export interface Section {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  /** Of a block sequence: where its items begin. Any other value has no `starts`. */
  readonly items: ItemListener;
}

/** What a document's root is: a block map of sections, or anything else, which is read again as a whole. */
export interface Layout {
  readonly source: SourceText;
  readonly start: number;
  readonly column: number;
  readonly sections: ReadonlyMap<string, Section>;
  readonly memory: ReadingMemory;
}

/** Places read again that are kept: findings come close together. */
const maxKept = 1000;
type Offsets = readonly [start: number, end: number];

export class DocumentPlace implements Place {
  readonly #layout: Layout;
  readonly #kept = new Map<number, Place>();

  constructor(layout: Layout) {
    this.#layout = layout;
  }

  span(path: Path = [], part: Part = "value"): Span {
    const { sections, source } = this.#layout;
    if (sections.size === 0) return this.#keep(this.#layout.start, () => this.#readRoot()).span(path, part);
    const section = path.length > 0 ? sections.get(String(path[0])) : undefined;
    if (!section) return spanBetween(source, ...this.#rootOffsets());
    if (section.items.starts.length === 0) {
      return this.#keep(section.keyStart, () => this.#readSection(section)).span(path, part);
    }
    if (path.length === 1 && part === "key") return spanBetween(source, section.keyStart, section.keyEnd);
    const item = path.length > 1 ? this.item(section, Number(path[1])) : undefined;
    return item ? item.span(path.slice(2), part) : spanBetween(source, ...this.#sequenceOffsets(section));
  }

  /** The place of one item of a section, if it has so many. */
  item(section: Section, index: number): Place | undefined {
    const start = section.items.starts[index];
    const rescued = start === undefined ? undefined : section.items.rescued?.get(start);
    if (rescued) return rescued.place;
    return start === undefined ? undefined : this.#keep(start, () => this.#readItem(section, start));
  }

  #keep(start: number, read: () => Place): Place {
    const known = this.#kept.get(start);
    if (known) return known;
    if (this.#kept.size >= maxKept) this.#kept.clear();
    const place = read();
    this.#kept.set(start, place);
    return place;
  }

  #readItem(section: Section, start: number): Place {
    const reading = this.#readingAt(start);
    const value = readItem(reading, section.items.column, reading.memory.itemKeys);
    return this.#placeOf(reading, value);
  }

  #readSection(section: Section): Place {
    const reading = this.#readingAt(section.keyStart);
    const root = { [section.key]: this.#readEntry(reading) };
    reading.positions?.addMap(root, [section.key], [section.keyStart, section.keyEnd, reading.start, reading.end]);
    return this.#placeOf(reading, root);
  }

  #readEntry(reading: Reading): unknown {
    const expected = readKey(reading, reading.memory.keys, {}) ?? decline();
    return readEntryValue(reading, this.#layout.column, expected);
  }

  #readRoot(): Place {
    const reading = this.#readingAt(this.#layout.start);
    reading.indent = this.#layout.column;
    return this.#placeOf(reading, readNested(reading, reading.memory.keys, -1));
  }

  #rootOffsets(): Offsets {
    const { start, column, sections } = this.#layout;
    const last = [...sections.values()].at(-1);
    if (!last) return [start, start];
    const rescued = rescuedEnd(last);
    if (rescued) return [start, rescued.rootEnd];
    const reading = this.#readEnd(last);
    closeCollection(reading, column, start);
    return [reading.start, reading.end];
  }

  #sequenceOffsets(section: Section): Offsets {
    const rescued = rescuedEnd(section);
    if (rescued) return [section.items.starts[0] ?? section.keyStart, rescued.sequenceEnd];
    const reading = this.#readEnd(section);
    return [reading.start, reading.end];
  }

  /** Reads no more of a section than is needed to know its end. */
  #readEnd({ keyStart, items }: Section): Reading {
    const first = items.starts[0];
    const last = items.starts.at(-1);
    const reading = this.#readingAt(last ?? keyStart);
    if (first === undefined) {
      this.#readEntry(reading);
      return reading;
    }
    readItem(reading, items.column, reading.memory.itemKeys);
    closeCollection(reading, items.column, first);
    return reading;
  }

  #placeOf(reading: Reading, value: unknown): Place {
    return placeOf(this.#layout.source, value, [reading.start, reading.end], reading.positions ?? new Positions());
  }

  #readingAt(start: number): Reading {
    const { source, memory } = this.#layout;
    // Variables do not matter here: what they stand for has no place in the text.
    const reading = new Reading(source.text, new ValueBuilder(source, {}), memory, new Positions());
    reading.at = start;
    return reading;
  }
}

/** The last item of a section, if another reader has read it. */
function rescuedEnd({ items }: Section): RescuedItem | undefined {
  return items.rescued?.get(items.starts.at(-1) ?? -1);
}
