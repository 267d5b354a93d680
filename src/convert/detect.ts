/** Tells the format of a file by what stands in it; undefined where two are possible, as a wrong guess could open a gateway. */
import { isMap } from "../model/json.ts";
import type { SourceText } from "../source/document.ts";
import { withoutMark } from "../source/parse-quickly.ts";
import type { Format } from "./contract.ts";
import { readForeign } from "./documents.ts";
import { hashKind } from "./htpasswd.ts";
import { linesOf } from "./lines.ts";

export function detectFormat(source: SourceText): Format | undefined {
  const text = withoutMark(source).text;
  if (/(?:^|[/\\.])htpasswd$/i.test(source.file) || isHashedEntries(text)) return "htpasswd";
  if (/\.csv$/i.test(source.file) || hasUsernameColumn(text)) return "csv";
  const [document] = readForeign(source).documents;
  return isMap(document?.value) ? formatOfMap(document.value, text) : undefined;
}

function formatOfMap(value: Readonly<Record<string, unknown>>, text: string): Format | undefined {
  if ("_format_version" in value) return "kong";
  if (isKeySet(value)) return "jwks";
  const isStandalone =
    Object.keys(value).some((name) => /_conf_version$/.test(name)) ||
    /^#END\s*$/m.test(text) ||
    itemsOf(value, "consumers").some((item) => /\/credentials\//.test(String(item["id"])));
  const isAdc =
    isMap(value["global_rules"]) ||
    itemsOf(value, "services").some((item) => "routes" in item) ||
    itemsOf(value, "consumer_groups").some((item) => "consumers" in item) ||
    itemsOf(value, "consumers").some((item) => itemsOf(item, "credentials").some((inner) => "type" in inner));
  if (isStandalone === isAdc) return undefined;
  return isAdc ? "adc" : "standalone";
}

function isKeySet(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value["kty"] === "string" || itemsOf(value, "keys").some((key) => typeof key["kty"] === "string");
}

function itemsOf(value: Readonly<Record<string, unknown>>, name: string): readonly Readonly<Record<string, unknown>>[] {
  const list = value[name];
  return Array.isArray(list) ? list.filter(isMap) : [];
}

/** The first line is a header row. */
function hasUsernameColumn(text: string): boolean {
  const cells = (linesOf(text)[0]?.text ?? "").split(",");
  return cells.length > 1 && cells.every((cell) => /^"?[\w :-]+"?$/.test(cell)) && cells.includes("username");
}

/** Every line is USER:HASH, and at least one is there. */
function isHashedEntries(text: string): boolean {
  const lines = linesOf(text).filter((line) => !/^\s*(?:#|$)/.test(line.text));
  return lines.length > 0 && lines.every((line) => hashKind(line.text.replace(/^[^:]+:/, "")) !== undefined);
}
