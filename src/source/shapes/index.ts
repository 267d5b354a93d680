/** Takes the resources out of documents; a section is one entry of a table, and each resource may be in the native or in ADC's shape. */

import { closest } from "../../model/closest.ts";
import type { Kind } from "../../model/config.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Sha1Hex } from "../../model/identity.ts";
import { isMap } from "../../model/json.ts";
import type { Path, Place } from "../../model/place.ts";
import type { Document } from "../document.ts";
import { placeBelow, type RawConfig, type RawKind, type RawResource } from "../raw.ts";
import { type AdcContext, readAdcItem, readGlobalRuleMap } from "./adc.ts";

const sections: readonly RawKind[] = [
  "consumers",
  "consumer_groups",
  "routes",
  "services",
  "upstreams",
  "global_rules",
  "plugin_configs",
];

const kindBySection: ReadonlyMap<string, RawKind> = new Map(sections.map((section) => [section, section]));

/** Sections of APISIX and ADC that rollcall does not manage. */
const unmanagedSections: ReadonlySet<string> = new Set([
  "plugin_metadata",
  "plugins",
  "protos",
  "secrets",
  "ssls",
  "stream_routes",
]);

/** Says that a file is Kong's. */
const kongMark = "_format_version";

/** Where the resources go that are found. */
export interface ShapeSink {
  add(resource: RawResource): void;
  /** That a section of this kind stands in a document, be it empty. */
  declare(kind: Kind): void;
  report(diagnostic: Diagnostic): void;
}

/** Reads every section of every document. */
export function readShapes(documents: readonly Document[], sha1Hex: Sha1Hex): RawConfig {
  const resources: RawResource[] = [];
  const declared = new Set<Kind>();
  const diagnostics: Diagnostic[] = [];
  const reader = new ShapeReader(sha1Hex, {
    add: (resource) => resources.push(resource),
    declare: (kind) => declared.add(kind),
    report: (diagnostic) => diagnostics.push(diagnostic),
  });
  for (const document of documents) reader.readDocument(document);
  return { resources, declared, diagnostics };
}

/** Whether what was found in a document of this value must be forgotten: it means something else. */
export function isForeign(value: unknown): boolean {
  return isMap(value) && kongMark in value;
}

export class ShapeReader implements AdcContext {
  readonly sha1Hex: Sha1Hex;
  readonly #sink: ShapeSink;

  constructor(sha1Hex: Sha1Hex, sink: ShapeSink) {
    this.sha1Hex = sha1Hex;
    this.#sink = sink;
  }

  /** Reads a document, or, where its sections or their items were read one by one, what is left of it. */
  readDocument(document: Document, readSections: ReadonlySet<string> = new Set()): void {
    if (!isMap(document.value)) {
      this.#report(document.place, [], "a map with sections such as `consumers:` should stand here");
    } else if (isForeign(document.value)) {
      this.#report(document.place, [kongMark], "this is a Kong declarative file, which rollcall does not lint");
    } else {
      for (const [name, value] of Object.entries(document.value)) {
        if (!readSections.has(name)) this.readSection(name, value, placeBelow(document.place, [name]));
      }
    }
  }

  /** Reads one item of a section; what is wrong with the section is found when the document is read. */
  readItem(section: string, value: unknown, place: Place): void {
    const kind = kindBySection.get(section);
    if (kind) readAdcItem({ kind, value, place }, this);
  }

  readSection(name: string, value: unknown, place: Place): void {
    // For editors, as JSON has no comments in which it could stand.
    if (name === "$schema" && typeof value === "string") return;
    const kind = kindBySection.get(name);
    if (!kind) {
      this.#reportUnknown(name, place);
      return;
    }
    if (kind === "global_rules" && isMap(value)) {
      this.declare(kind);
      readGlobalRuleMap(value, place, this);
    } else if (Array.isArray(value)) {
      this.declare(kind);
      for (const [index, item] of value.entries()) {
        readAdcItem({ kind, value: item, place: placeBelow(place, [index]) }, this);
      }
    } else {
      const help = "Begin each entry with `- `; an empty list is `[]`.";
      this.#report(place, [], `\`${name}\` must be a list`, help);
    }
  }

  add(resource: RawResource): void {
    this.#sink.add(resource);
  }

  declare(kind: RawKind): void {
    this.#sink.declare(kind);
    if (kind === "consumers") this.#sink.declare("credentials");
  }

  #reportUnknown(name: string, place: Place): void {
    const span = place.span([], "key");
    if (unmanagedSections.has(name)) {
      const message = `\`${name}\` is not managed by rollcall and is left out`;
      const help = "Keep it in a file that rollcall does not read.";
      this.#sink.report({ rule: "document/unmanaged-section", severity: "warning", message, span, help });
      return;
    }
    const likely = name === "cases" ? undefined : closest(name, sections);
    const isOfTests = name === "cases" ? "Policy tests are for `rollcall test`." : undefined;
    const help = isOfTests ?? (likely ? `Did you mean \`${likely}\`?` : `Known sections: ${sections.join(", ")}.`);
    const message = `unknown section \`${name}\``;
    this.#sink.report({
      rule: "document/unknown-section",
      severity: "error",
      message,
      span,
      help,
      ...(likely && { replacement: likely }),
    });
  }

  #report(place: Place, path: Path, message: string, help?: string): void {
    const span = place.span(path);
    this.#sink.report({ rule: "document/shape", severity: "error", message, span, ...(help && { help }) });
  }
}
