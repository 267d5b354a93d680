/**
 * Reads the regular part of YAML 1.2 that such files are written in, many times faster than the `yaml` package,
 * and declines all else. What it accepts it reads as `../yaml.ts` does: the same values at the same places.
 */
import type { Place } from "../../model/place.ts";
import type { Document, SourceText } from "../document.ts";
import type { Environment } from "../environment.ts";
import type { ParseResult } from "../json.ts";
import { ValueBuilder } from "../values.ts";
import { type ItemListener, readEntryValue, readKey, readNested, readSequence } from "./block.ts";
import { Code } from "./codes.ts";
import { Declined, decline } from "./decline.ts";
import type { ExpectedKey } from "./expected-key.ts";
import type { KnownItems } from "./known-items.ts";
import { DocumentPlace, type Section } from "./layout.ts";
import { isItemAt, nextLine, skipEmptyLines } from "./lines.ts";
import { documentEnd, Kind, Reading } from "./reading.ts";
import { ReadingMemory } from "./reading-memory.ts";
import type { ReadItemAlone } from "./rescue.ts";

/** One part of a document: an item of a sequence under a key of the root, else the whole value of that key, else all. */
export interface Item {
  /** Absent if the root is no map. */
  readonly section?: string;
  /** Absent if the section is no block sequence. */
  readonly index?: number;
  readonly value: unknown;
  /** Its root is `value`. */
  readonly place: Place;
}

export type Visit = (item: Item) => void;

/** Told of a document when all of it is read, or all up to where the text is cut off. */
export type Ended = (document: Document) => void;

/**
 * All documents of the text, or undefined if something in it is outside the subset or wrong, other than in an item that
 * `readAlone`, if given, can read.
 */
export function readFast(
  source: SourceText,
  environment: Environment,
  readAlone?: ReadItemAlone,
): ParseResult | undefined {
  return read(source, environment, undefined, readAlone);
}

/**
 * Hands out the parts of each document as they are read and keeps none of them, so that a file may be larger than
 * memory holds as values. Returns what `readFast` does, but with sequences that were handed out empty.
 * If it returns undefined, the file was declined: what `visit` was given until then is to be forgotten.
 */
export function readItems(
  source: SourceText,
  environment: Environment,
  visit: Visit,
  readAlone?: ReadItemAlone,
  ended?: Ended,
): ParseResult | undefined {
  return read(source, environment, visit, readAlone, ended);
}

/** A text that stands for a part of a longer one. */
export interface PartText {
  readonly source: SourceText;
  /** The dash of an item at which the part ends; the text goes on up to behind it. Undefined at the end of the longer text. */
  readonly stop: number | undefined;
  /** Of the parts around it. */
  readonly memory: ReadingMemory;
  /** For the items that the fast reader declines. */
  readonly readAlone?: ReadItemAlone | undefined;
  /** Its text in bytes, one a character; absent if it is not all ASCII. */
  readonly bytes?: Uint8Array | undefined;
}

/** What is known of the items of a section, if anything. */
export type KnownItemsOf = (section: string) => KnownItems | undefined;

/** How a text goes on that is cut off: with an item of a block sequence under a key of the root, and nothing else. */
export interface Continuation {
  readonly section: string;
  /** Of the sequence's dashes. */
  readonly column: number;
}

/** Reads the first part of a text. Also tells how it goes on; undefined for one that is declined or cut off anywhere but in a section. */
export function readBeginning(
  { source, stop, memory, readAlone }: PartText,
  environment: Environment,
  visit: Visit,
  knownOf?: KnownItemsOf,
  ended?: Ended,
): (ParseResult & { readonly continuation: Continuation }) | undefined {
  if (stop === undefined) return undefined;
  return unlessDeclined(source, environment, memory, (reading) => {
    let continuation: Continuation | undefined;
    const documents = readStream(
      source,
      reading,
      { visit, readAlone: bind(readAlone, source, environment), knownOf, ended },
      {
        at: stop,
        reached: ({ key, items }) => {
          continuation = { section: key, column: items.column };
        },
      },
    );
    return { documents, continuation: continuation ?? decline() };
  });
}

/**
 * Reads a part that follows. That the text before was read up to exactly here, as a part of the same sequence, makes
 * sure that this means the same as it would in one reading: all that is inside an item is indented more than its dash.
 */
export function readContinuation(
  { source, stop, memory, readAlone }: PartText,
  environment: Environment,
  visit: Visit,
  { section: key, column }: Continuation,
  knownOf?: KnownItemsOf,
): ParseResult | undefined {
  return unlessDeclined(source, environment, memory, (reading) => {
    const sections = new Map<string, Section>();
    const place = new DocumentPlace({ source, start: 0, column: 0, sections, memory });
    const take = (value: unknown): void => visitItem(visit, place, section, value);
    const rescue = { readAlone: bind(readAlone, source, environment), rescued: new Map() };
    const section: Section = {
      key,
      keyStart: 0,
      keyEnd: 0,
      items: { starts: [], column, take, stop, known: knownOf?.(key), ...rescue },
    };
    sections.set(key, section);
    skipEmptyLines(reading, 0);
    if (reading.indent !== column || !isItemAt(source.text, reading.at)) decline();
    readSequence(reading, column, memory.itemKeys, section.items);
    if (stop === undefined ? reading.indent !== documentEnd || reading.at < source.text.length : reading.at !== stop) {
      decline();
    }
    return { documents: [] };
  });
}

function unlessDeclined<T extends Pick<ParseResult, "documents">>(
  source: SourceText,
  environment: Environment,
  memory: ReadingMemory,
  readAll: (reading: Reading) => T,
): (T & ParseResult) | undefined {
  const builder = new ValueBuilder(source, environment);
  const reading = new Reading(source.text, builder, memory);
  try {
    return {
      ...readAll(reading),
      diagnostics: builder.diagnostics,
      comments: () => reading.allComments(),
      variables: builder.variables,
    };
  } catch (error) {
    if (error instanceof Declined) return undefined;
    throw error;
  }
}

function read(
  source: SourceText,
  environment: Environment,
  visit: Visit | undefined,
  readAlone: ReadItemAlone | undefined,
  ended?: Ended,
): ParseResult | undefined {
  return unlessDeclined(source, environment, new ReadingMemory(), (reading) => ({
    documents: readStream(source, reading, { visit, readAlone: bind(readAlone, source, environment), ended }),
  }));
}

/** Who is told of items, and who reads those that are declined. */
interface Takers {
  readonly visit: Visit | undefined;
  readonly readAlone: ItemListener["readAlone"];
  readonly knownOf?: KnownItemsOf | undefined;
  readonly ended?: Ended | undefined;
}

function bind(
  readAlone: ReadItemAlone | undefined,
  source: SourceText,
  environment: Environment,
): ItemListener["readAlone"] {
  return readAlone && ((bounds) => readAlone(source, bounds, environment));
}

/** Where the text is cut off, and who is told in which section that was. */
interface Cut {
  readonly at: number;
  reached(section: Section): void;
}

const markerLength = 3;

function readStream(source: SourceText, reading: Reading, takers: Takers, cut?: Cut): Document[] {
  const { text } = source;
  const documents: Document[] = [];
  skipEmptyLines(reading, 0);
  let isInside = false;
  while (reading.at < text.length) {
    if (reading.indent !== documentEnd) {
      // The document before has ended at less than its first column.
      if (isInside) decline();
      const document = readDocument(source, reading, takers, cut);
      documents.push(document);
      takers.ended?.(document);
      if (reading.at === cut?.at) return documents;
      isInside = true;
      continue;
    }
    const isEnd = text.charCodeAt(reading.at) === Code.dot;
    if (isEnd && !isInside) decline();
    // The `yaml` package loses comments here that would count as part of the empty value.
    if (!isEnd && isInside && reading.kind === Kind.empty && hasCommentBefore(reading)) decline();
    reading.at += markerLength;
    isInside = false;
    nextLine(reading);
  }
  return documents;
}

function readDocument(source: SourceText, reading: Reading, takers: Takers, cut: Cut | undefined): Document {
  const start = reading.at;
  const column = reading.indent;
  const sections = new Map<string, Section>();
  const place = new DocumentPlace({ source, start, column, sections, memory: reading.memory });
  const first = isItemAt(source.text, start) ? undefined : readFirstKey(reading);
  if (first) return { source, value: readSections(reading, first, sections, place, takers, cut), place };
  const value = readNested(reading, reading.memory.keys, -1);
  takers.visit?.({ value, place });
  return { source, value, place };
}

function readFirstKey(reading: Reading): ExpectedKey | undefined {
  const code = reading.text.charCodeAt(reading.at);
  if (code === Code.openBrace || code === Code.openBracket) return undefined;
  return readKey(reading, reading.memory.keys, {}) ?? decline();
}

/** Reads the map at the root, of which the first key is read, and notes where its entries and their items begin. */
function readSections(
  reading: Reading,
  first: ExpectedKey,
  sections: Map<string, Section>,
  place: DocumentPlace,
  { visit, readAlone, knownOf }: Takers,
  cut: Cut | undefined,
): unknown {
  const column = reading.indent;
  const map: Record<string, unknown> = {};
  let expected = first;
  for (;;) {
    const { key } = expected;
    const section: Section = {
      key,
      keyStart: reading.start,
      keyEnd: reading.end,
      items: {
        starts: [],
        column,
        take: visit && ((value) => visitItem(visit, place, section, value)),
        readAlone,
        known: knownOf?.(key),
        rescued: new Map(),
        stop: cut?.at,
      },
    };
    sections.set(key, section);
    map[key] = readEntryValue(reading, column, expected, section.items);
    if (visit && section.items.starts.length === 0) {
      visit({ section: key, value: map[key], place: { span: (path = [], part) => place.span([key, ...path], part) } });
    }
    if (reading.at === cut?.at) {
      if (section.items.starts.length === 0 || reading.indent !== section.items.column) decline();
      cut.reached(section);
      return map;
    }
    if (reading.indent !== column) break;
    expected = readKey(reading, expected, map) ?? decline();
  }
  if (reading.indent !== documentEnd) decline();
  return map;
}

function visitItem(visit: Visit, place: DocumentPlace, section: Section, value: unknown): void {
  const index = section.items.starts.length - 1;
  const at: Place = {
    span: (path = [], part) => place.span([section.key, index, ...path], part),
  };
  visit({ section: section.key, index, value, place: at });
}

function hasCommentBefore({ text, gapStart, at }: Reading): boolean {
  return text.slice(gapStart, at).includes("#");
}
