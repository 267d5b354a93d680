/** Hides what may be a secret in source text before it is shown. Works on the text alone, so it also serves files that do not parse. */
import { authPlugins } from "../model/auth.ts";
import { isNameShown, isNarrow, isValueShown } from "../model/field-name.ts";
import { plainFieldNames, secretFieldNames } from "../model/generated/fields.ts";
import { type HiddenRange, type NamePath, scanLines } from "./scan.ts";

/** Stands for hidden text; of fixed length, so that not even the length of a secret is told. */
export const mask = "••••••";

export interface MaskedLine {
  readonly text: string;
  /** Where an offset of the original line stands in the masked one; one inside hidden text at that edge of the mask. */
  column(original: number, edge?: "start" | "end"): number;
}

/** The line at `index` with every value hidden that does not belong to a field known to be no secret; comments too, but for the names of rules that one silences. */
export function maskLine(lines: readonly string[], index: number): MaskedLine {
  const line = lines[index] ?? "";
  const shifts: Shift[] = [];
  let text = "";
  let at = 0;
  for (const [from, to] of hiddenRanges(lines)[index] ?? []) {
    text += line.slice(at, from);
    shifts.push({ from, to, shown: text.length });
    text += mask;
    at = to;
  }
  text += line.slice(at);
  return { text, column: (original, edge = "start") => shiftedColumn(original, shifts, edge) };
}

interface Shift {
  readonly from: number;
  readonly to: number;
  readonly shown: number;
}

function shiftedColumn(original: number, shifts: readonly Shift[], edge: "start" | "end"): number {
  let offset = 0;
  for (const { from, to, shown } of shifts) {
    if (original <= from) break;
    if (original < to) return edge === "start" ? shown : shown + mask.length;
    offset = shown + mask.length - to;
  }
  return original + offset;
}

/** Many frames are made of one file. */
const rangesByLines = new WeakMap<readonly string[], readonly (readonly HiddenRange[])[]>();

function hiddenRanges(lines: readonly string[]): readonly (readonly HiddenRange[])[] {
  const known = rangesByLines.get(lines);
  if (known) return known;
  const ranges = scanLines(lines, { value: isShown, text: isTextShown, key: isKeyShown });
  rangesByLines.set(lines, ranges);
  return ranges;
}

/** Fields whose entries have names of the user's choice and hold no secrets. */
const plainContainers: ReadonlySet<string> = new Set(["labels", "allow_labels", "deny_labels"]);

/** Fields below which anything may stand, such as an Authorization header for the upstream. */
const hiddenContainers: ReadonlySet<string> = new Set([
  "_meta",
  "add",
  "body",
  "error_response",
  "extra_headers",
  "filter",
  "filters",
  "headers",
  "replace",
  "response_example",
  "response_headers",
  "set",
  "vars",
]);

/** Fields that are no secret when right, but where people put one by mistake: `key-auth: THE-KEY`, a private key as public_key. */
const easilyMistaken: ReadonlySet<string> = new Set([...authPlugins, "credentials", "plugins", "public_key", "value"]);

function isKeyShown(names: NamePath): boolean {
  const name = names.at(-1);
  return name === undefined || isNameShown(name, names.slice(0, -1));
}

function isShown(names: NamePath): boolean {
  const field = names.at(-1);
  if (field === undefined || names.some((name) => name !== undefined && hiddenContainers.has(name))) return false;
  const container = names.at(-2);
  if (container !== undefined && plainContainers.has(container)) return !secretFieldNames.has(field);
  if (field === "key" && isOfLimit(names)) return true;
  // Severities of rules, in the settings of a project.
  if (container === "rules" && field.includes("/")) return true;
  return plainFieldNames.has(field) && !easilyMistaken.has(field);
}

function isTextShown(names: NamePath, text: string | undefined): boolean {
  return text === undefined ? !isNarrow(names) : isValueShown(text, names);
}

const limits: ReadonlySet<string> = new Set(["limit-count", "limit-req", "limit-conn"]);

/** What requests are counted by; elsewhere a `key` is a secret. */
function isOfLimit(names: NamePath): boolean {
  const container = names.at(-2) === "rules" ? names.at(-3) : names.at(-2);
  return container !== undefined && limits.has(container);
}
