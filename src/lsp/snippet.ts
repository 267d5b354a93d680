/** What to write for a field: its name, and a value in the style of its surroundings with the spots to fill in (snippet syntax of LSP 3.17). */
import { allowedValues, itemOf, propertiesOf, type SchemaNode, typesOf } from "./schema.ts";

export interface Style {
  readonly form: "block" | "flow" | "json";
  /** The client understands `$1`. */
  readonly hasStops: boolean;
  /** Columns by which the field stands right of where its line begins, such as 2 behind `- `. */
  readonly indent: number;
}

/** Deeper than this only an empty spot is offered. */
const maxDepth = 3;

/** `name: value`, or `"name": value`. */
export function fieldText(name: string, node: SchemaNode | undefined, style: Style): string {
  const key = style.form === "json" ? JSON.stringify(name) : name;
  if (!style.hasStops) return isMapOrList(node) && style.form === "block" ? `${key}:` : `${key}: `;
  const writer = new SnippetWriter();
  const value = style.form === "block" ? writer.block(node, style.indent, 0) : ` ${writer.flow(node, style.form)}`;
  return `${escapeSnippet(key)}:${value}`;
}

function isMapOrList(node: SchemaNode | undefined): boolean {
  const types = node ? typesOf(node) : [];
  return types.length === 1 && (types[0] === "object" || types[0] === "array");
}

function escapeSnippet(text: string): string {
  return text.replaceAll(/[\\$}]/g, "\\$&");
}

class SnippetWriter {
  #stops = 0;

  /** What follows the colon, be it on lines of its own. */
  block(node: SchemaNode | undefined, indent: number, depth: number): string {
    const [type] = node && isMapOrList(node) ? typesOf(node) : [];
    const inner = indent + 2;
    if (node && type === "object") return `\n${" ".repeat(inner)}${this.#fields(node, inner, depth)}`;
    if (node && type === "array") {
      const item = itemOf(node);
      const isMap = item !== undefined && typesOf(item)[0] === "object";
      const first = isMap ? this.#fields(item, inner + 2, depth) : this.#scalar(item, "block");
      return `\n${" ".repeat(inner)}- ${first}`;
    }
    return ` ${this.#scalar(node, "block")}`;
  }

  flow(node: SchemaNode | undefined, form: Style["form"]): string {
    const [type] = node && isMapOrList(node) ? typesOf(node) : [];
    if (type === "object") return form === "json" ? `{${this.#stop()}\\}` : `{ ${this.#stop()} \\}`;
    return type === "array" ? `[${this.#stop()}]` : this.#scalar(node, form);
  }

  /** The fields that a map needs, one a line, without the first line's indentation. */
  #fields(node: SchemaNode, indent: number, depth: number): string {
    const required = depth < maxDepth ? propertiesOf(node).filter(({ isRequired }) => isRequired) : [];
    if (required.length === 0) return this.#stop();
    const lines = required.map((field) => `${escapeSnippet(field.name)}:${this.block(field, indent, depth + 1)}`);
    return lines.join(`\n${" ".repeat(indent)}`);
  }

  #scalar(node: SchemaNode | undefined, form: Style["form"]): string {
    const allowed = node && allowedValues(node);
    const standard = node?.schema["default"];
    const isText = node !== undefined && typesOf(node)[0] === "string";
    const quote = form === "json" && isText ? '"' : "";
    if (allowed && allowed.length > 0) {
      const first = allowed.filter((value) => value === standard);
      const choices = [...first, ...allowed.filter((value) => value !== standard)].map(String);
      return `${quote}\${${this.#next()}|${choices.map(escapeChoice).join(",")}|}${quote}`;
    }
    const isPlain = ["string", "number", "boolean"].includes(typeof standard);
    return `${quote}${isPlain ? `\${${this.#next()}:${escapeSnippet(String(standard))}}` : this.#stop()}${quote}`;
  }

  #stop(): string {
    return `$${this.#next()}`;
  }

  #next(): number {
    this.#stops += 1;
    return this.#stops;
  }
}

function escapeChoice(text: string): string {
  return text.replaceAll(/[\\,|$}]/g, "\\$&");
}
