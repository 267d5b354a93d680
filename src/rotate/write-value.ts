/** Writes a value as the text around it is laid out: as lines of YAML, or in brackets. */
import { stringify } from "yaml";
import { shiftLines } from "../fix/lines.ts";
import { isMap } from "../model/json.ts";

/** Lines of block YAML, the first without indentation, the others `column` further right; with a line end. */
export function blockText(value: unknown, column: number, step: number, newline: string): string {
  const text = stringify(value, { indent: Math.max(2, step), lineWidth: 0, aliasDuplicateObjects: false });
  return shiftLines(text, column).slice(column).replaceAll("\n", newline);
}

export interface BracketLayout {
  /** White space in front of the line on which the text begins. */
  readonly indentation: string;
  /** One step deeper; undefined to stay on one line. */
  readonly step: string | undefined;
  readonly newline: string;
  /** Keys as in JSON. */
  readonly quotesKeys: boolean;
}

/** JSON, or flow YAML with bare keys. */
export function bracketText(value: unknown, layout: BracketLayout): string {
  const inner = { ...layout, indentation: layout.indentation + (layout.step ?? "") };
  if (Array.isArray(value))
    return bracket(
      ["[", "]"],
      value.map((item) => bracketText(item, inner)),
      layout,
    );
  if (!isMap(value)) return JSON.stringify(value);
  const parts = Object.entries(value).map(([key, part]) => `${keyText(key, layout)}: ${bracketText(part, inner)}`);
  return bracket(["{", "}"], parts, layout);
}

function bracket([open, close]: [string, string], parts: readonly string[], layout: BracketLayout): string {
  const { indentation, step, newline } = layout;
  if (parts.length === 0) return open + close;
  if (step === undefined) {
    const padding = open === "{" ? " " : "";
    return `${open}${padding}${parts.join(", ")}${padding}${close}`;
  }
  const lines = parts.map((part) => `${newline}${indentation}${step}${part}`);
  return `${open}${lines.join(",")}${newline}${indentation}${close}`;
}

function keyText(key: string, { quotesKeys }: BracketLayout): string {
  const isPlain = /^[A-Za-z][A-Za-z0-9_-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key);
  return isPlain && !quotesKeys ? key : JSON.stringify(key);
}
