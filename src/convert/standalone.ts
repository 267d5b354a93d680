/** The document of a standalone APISIX (gateway reference, section 4.2), by file or from its API: credentials are items of `consumers`. */
import { kinds } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { isMap } from "../model/json.ts";
import type { Document } from "../source/document.ts";
import { placeBelow, type RawKind } from "../source/raw.ts";
import type { ConvertContext, Converter } from "./contract.ts";
import { readForeign } from "./documents.ts";
import type { Draft } from "./draft.ts";
import { NativeReader } from "./native-shape.ts";
import { replaceTexts } from "./replace-texts.ts";

const sections: ReadonlySet<string> = new Set(kinds.filter((kind) => kind !== "credentials"));

/** APISIX replaces `${{NAME}}` and `${{NAME:=default}}` by its environment. */
const variable = /\$\{\{\s*([A-Za-z_]\w*)\s*(?::=([^}]*))?\}\}/g;

export const convertStandalone: Converter = (source, draft, context) => {
  const { documents, diagnostics } = readForeign(source);
  const problems = [...diagnostics];
  for (const document of documents) {
    problems.push(...replaceVariables(document, context));
    addDocument(document, new NativeReader(draft, context.sha1Hex), draft, problems);
  }
  return problems;
};

function replaceVariables(document: Document, { environment }: ConvertContext): readonly Diagnostic[] {
  return replaceTexts(document, variable, ([, name = "", fallback]) => environment[name] ?? fallback?.trim());
}

function addDocument({ value, place }: Document, reader: NativeReader, draft: Draft, problems: Diagnostic[]): void {
  for (const [name, section] of Object.entries(value as Record<string, unknown>)) {
    // Numbers by which APISIX tells that a section is new.
    if (/_conf_version$/.test(name)) continue;
    if (!sections.has(name)) {
      const instead = "Keep it in the file of the gateway.";
      reader.lose(
        place,
        [name],
        "dropped",
        `the section \`${name}\``,
        "rollcall does not manage it, and it is left out",
        instead,
      );
      continue;
    }
    const kind = name as RawKind;
    draft.declare(kind);
    // Lua has one kind of table: an empty list may be written as an empty map.
    if (section === null || (isMap(section) && Object.keys(section).length === 0)) continue;
    if (!Array.isArray(section)) {
      problems.push({
        rule: "document/shape",
        severity: "error",
        message: `\`${name}\` must be a list`,
        span: place.span([name]),
      });
      continue;
    }
    const items = section.map((item: unknown, index) => ({ item, index, place: placeBelow(place, [name, index]) }));
    const own = items.filter(({ item }) => kind !== "consumers" || !credentialOf(item));
    for (const { item, index, place: at } of own) reader.add(kind, withoutOwnId(kind, item), at, `arr_${index + 1}`);
    for (const { item, place: at } of items) {
      const [consumer, id] = (kind === "consumers" && credentialOf(item)) || [];
      if (consumer === undefined) continue;
      const owner = draft.consumers.get(consumer);
      if (owner) reader.addCredential(owner, item, at, id);
      else
        reader.lose(
          at,
          [],
          "dropped",
          `a credential of "${consumer}"`,
          "there is no such consumer",
          "Add the consumer, or delete the credential.",
        );
    }
  }
}

function credentialOf(item: unknown): readonly [consumer: string, id: string] | undefined {
  const [, consumer, id] = /^([^/]+)\/credentials\/([^/]+)$/.exec(String((isMap(item) && item["id"]) ?? "")) ?? [];
  return consumer !== undefined && id !== undefined ? [consumer, id] : undefined;
}

/** A consumer's id is its username. */
function withoutOwnId(kind: RawKind, item: unknown): unknown {
  if (kind !== "consumers" || !isMap(item) || item["id"] !== item["username"]) return item;
  const { id: _id, ...rest } = item;
  return rest;
}
