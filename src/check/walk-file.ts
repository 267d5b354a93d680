/** Goes through one file once and hands out its resources, each with its identity decided; keeps none of them. */

import type { ConsumerEntry, Entry, Kind } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { Place } from "../model/place.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import {
  type Continuation,
  type Ended,
  type KnownItemsOf,
  type PartText,
  readBeginning,
  readContinuation,
  type Visit,
} from "../source/fast/read-fast.ts";
import type { ReadItemAlone } from "../source/fast/rescue.ts";
import type { ParseResult } from "../source/json.ts";
import { isBinary, parseQuickly } from "../source/parse-quickly.ts";
import type { RawResource } from "../source/raw.ts";
import { isForeign, ShapeReader } from "../source/shapes/index.ts";
import { consumerEntry, otherEntry } from "./entries.ts";
import type { OtherKind } from "./rules/index.ts";

export interface FileVisitor {
  /** Every resource, before one of the next two if it has a usable identity. */
  resource?(resource: RawResource): void;
  /** `value` still has the credentials. */
  consumer?(consumer: ConsumerEntry): void;
  other?(kind: OtherKind, entry: Entry<unknown>): void;
  /** A resource, or credential, without a usable identity. */
  leftOut?(place: Place): void;
  declare?(kind: Kind): void;
  report?(diagnostic: Diagnostic): void;
}

export interface WalkOptions {
  readonly environment: Environment;
  readonly sha1Hex: Sha1Hex;
  /** For the items that the fast reader declines. */
  readonly readAlone?: ReadItemAlone | undefined;
}

/**
 * undefined if the `yaml` package is needed (`walkDocuments` does the rest then): what the visitor was given is to be forgotten.
 * @returns what the parser found; the documents' sections are empty where their items were handed out
 */
export function walkFile(source: SourceText, visitor: FileVisitor, options: WalkOptions): ParseResult | undefined {
  const { visit, ended } = listenerOf(createReader(visitor, options));
  const result = parseQuickly(source, options.environment, visit, options.readAlone, ended);
  return result?.documents.some(({ value }) => isForeign(value)) ? undefined : result;
}

/** undefined if the file cannot be read in parts: what the visitor was given is to be forgotten. `continuation` says how the part before ended. */
export function walkPart(
  part: PartText,
  continuation: Continuation | undefined,
  visitor: FileVisitor,
  options: WalkOptions,
  knownOf?: KnownItemsOf,
): WalkedPart | undefined {
  if (isBinary(part.source.text)) return undefined;
  const { visit, ended } = listenerOf(createReader(visitor, options));
  const { environment } = options;
  if (continuation) {
    const result = readContinuation(part, environment, visit, continuation, knownOf);
    return result && { ...result, continuation };
  }
  const result = readBeginning(part, environment, visit, knownOf, ended);
  return result?.documents.some(({ value }) => isForeign(value)) ? undefined : result;
}

/** Reads all in the order of the file: of two resources that collide, the one that stands first was there first. */
function listenerOf(reader: ShapeReader): { readonly visit: Visit; readonly ended: Ended } {
  const readSections = new Set<string>();
  return {
    visit({ section, index, value, place }) {
      if (section === undefined) return;
      if (index !== undefined) {
        reader.readItem(section, value, place);
      } else {
        reader.readSection(section, value, place);
        readSections.add(section);
      }
    },
    ended(document) {
      reader.readDocument(document, readSections);
      readSections.clear();
    },
  };
}

export interface WalkedPart extends ParseResult {
  readonly continuation: Continuation;
}

export function walkDocuments(
  { documents }: Pick<ParseResult, "documents">,
  visitor: FileVisitor,
  options: Pick<WalkOptions, "sha1Hex">,
): void {
  const reader = createReader(visitor, options);
  for (const document of documents) reader.readDocument(document);
}

function createReader(visitor: FileVisitor, { sha1Hex }: Pick<WalkOptions, "sha1Hex">): ShapeReader {
  const leftOut = (place: Place): void => visitor.leftOut?.(place);
  const report = (diagnostic: Diagnostic): void => visitor.report?.(diagnostic);
  return new ShapeReader(sha1Hex, {
    add(resource) {
      visitor.resource?.(resource);
      const { kind } = resource;
      if (kind === "consumers") {
        const entry = consumerEntry(resource, sha1Hex, leftOut);
        if (entry) visitor.consumer?.(entry);
        else leftOut(resource.place);
      } else {
        const entry = otherEntry(resource, sha1Hex, report);
        if (entry) visitor.other?.(kind, entry);
        else leftOut(resource.place);
      }
    },
    declare: (kind) => visitor.declare?.(kind),
    report,
  });
}
