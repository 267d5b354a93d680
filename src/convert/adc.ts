/** ADC's files (gateway reference, section 5): src/source reads them; here they are written in the native shape. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { isMap } from "../model/json.ts";
import type { RawResource } from "../source/raw.ts";
import { readShapes } from "../source/shapes/index.ts";
import type { Converter } from "./contract.ts";
import { readForeign } from "./documents.ts";
import type { Draft } from "./draft.ts";
import { NativeReader } from "./native-shape.ts";

export const convertAdc: Converter = (source, draft, { environment, sha1Hex }) => {
  const { documents, diagnostics } = readForeign(source, environment);
  if (diagnostics.length > 0) return diagnostics;
  const { resources, declared, diagnostics: found } = readShapes(documents, sha1Hex);
  for (const kind of declared) draft.declare(kind);
  const reader = new NativeReader(draft, sha1Hex);
  const prefixes = prefixesOf(resources);
  for (const { kind, value, place } of resources) {
    if (kind === "services") reader.add(kind, withoutPrefix(value), place);
    else reader.add(kind, kind === "routes" ? withPrefix(value, prefixes) : value, place);
  }
  return found.filter((diagnostic) => !isLeftOut(diagnostic, draft));
};

/** ADC puts `path_prefix` of a service before the paths of its routes; no Admin API has the field. */
function prefixesOf(resources: readonly RawResource[]): ReadonlyMap<unknown, string> {
  const prefixes = new Map<unknown, string>();
  for (const { kind, value } of resources) {
    if (kind !== "services" || !isMap(value) || typeof value["path_prefix"] !== "string") continue;
    prefixes.set(value["id"], value["path_prefix"].replace(/\/+$/, ""));
  }
  return prefixes;
}

function withoutPrefix(value: unknown): unknown {
  if (!isMap(value) || typeof value["path_prefix"] !== "string") return value;
  const { path_prefix: _prefix, ...service } = value;
  return service;
}

function withPrefix(value: unknown, prefixes: ReadonlyMap<unknown, string>): unknown {
  const prefix = isMap(value) ? prefixes.get(value["service_id"]) : undefined;
  if (!isMap(value) || prefix === undefined) return value;
  const { uri, uris } = value;
  const prefixed = (path: unknown): unknown => (typeof path === "string" ? prefix + path : path);
  return {
    ...value,
    ...(uri !== undefined && { uri: prefixed(uri) }),
    ...(Array.isArray(uris) && { uris: uris.map(prefixed) }),
  };
}

/** A section that rollcall does not manage, or does not know, is a loss; whatever else is wrong makes the file unreadable. */
function isLeftOut({ rule, span, message }: Diagnostic, draft: Draft): boolean {
  if (!span || (rule !== "document/unmanaged-section" && rule !== "document/unknown-section")) return false;
  const [name = ""] = /`[^`]+`/.exec(message) ?? [];
  const became = "rollcall does not manage this section, and it is left out";
  const instead = "Keep it in a file that is applied with ADC, or set it up in the gateway.";
  draft.lose({ span, found: `the section ${name}`, outcome: "dropped", became, instead });
  return true;
}
