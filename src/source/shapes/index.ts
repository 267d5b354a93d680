/** Takes the resources out of documents; a section is one entry of a table, and each resource may be in the native or in ADC's shape. */

import { closest } from "../../model/closest.ts";
import type { Kind } from "../../model/config.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Sha1Hex } from "../../model/identity.ts";
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
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

/** Sections of APISIX and ADC that rollcall does not manage. */
const unmanagedSections: ReadonlySet<string> = new Set([
  "plugin_metadata",
  "plugins",
  "protos",
  "secrets",
  "ssls",
  "stream_routes",
]);

/** Reads every section of every document. */
export function readShapes(documents: readonly Document[], sha1Hex: Sha1Hex): RawConfig {
  const reader = new ShapeReader(sha1Hex);
  for (const document of documents) reader.read(document);
  return reader;
}

class ShapeReader implements RawConfig, AdcContext {
  readonly resources: RawResource[] = [];
  readonly declared = new Set<Kind>();
  readonly diagnostics: Diagnostic[] = [];
  readonly sha1Hex: Sha1Hex;

  constructor(sha1Hex: Sha1Hex) {
    this.sha1Hex = sha1Hex;
  }

  read(document: Document): void {
    if (!isMap(document.value)) {
      this.#report(document, [], "a map with sections such as `consumers:` should stand here");
      return;
    }
    if ("_format_version" in document.value) {
      this.#report(document, ["_format_version"], "this is a Kong declarative file, which rollcall does not lint");
      return;
    }
    for (const [name, value] of Object.entries(document.value)) this.#readSection(document, name, value);
  }

  add(resource: RawResource): void {
    this.resources.push(resource);
    this.declare(resource.kind);
  }

  declare(kind: RawKind): void {
    this.declared.add(kind);
    if (kind === "consumers") this.declared.add("credentials");
  }

  #readSection(document: Document, name: string, value: unknown): void {
    // For editors, as JSON has no comments in which it could stand.
    if (name === "$schema" && typeof value === "string") return;
    const kind = sections.find((section) => section === name);
    if (!kind) {
      this.#reportUnknown(document, name);
      return;
    }
    if (kind === "global_rules" && isMap(value)) {
      this.declare(kind);
      readGlobalRuleMap(value, placeBelow(document.place, [name]), this);
    } else if (Array.isArray(value)) {
      this.declare(kind);
      for (const [index, item] of value.entries()) {
        readAdcItem({ kind, value: item, place: placeBelow(document.place, [name, index]) }, this);
      }
    } else {
      this.#report(document, [name], `\`${name}\` must be a list`, "Write `[]` for an empty list.");
    }
  }

  #reportUnknown(document: Document, name: string): void {
    const span = document.place.span([name], "key");
    if (unmanagedSections.has(name)) {
      const message = `\`${name}\` is not managed by rollcall and is left out`;
      this.diagnostics.push({ rule: "document/unmanaged-section", severity: "warning", message, span });
      return;
    }
    const likely = closest(name, sections);
    const help = likely ? `Did you mean \`${likely}\`?` : `Known sections: ${sections.join(", ")}.`;
    const message = `unknown section \`${name}\``;
    const replacement = likely && { replacement: likely };
    this.diagnostics.push({ rule: "document/unknown-section", severity: "error", message, span, help, ...replacement });
  }

  #report(document: Document, path: Path, message: string, help?: string): void {
    const span = document.place.span(path);
    this.diagnostics.push({ rule: "document/shape", severity: "error", message, span, ...(help && { help }) });
  }
}
