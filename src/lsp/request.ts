/** What a request about a place in a text is answered from. */
import type { Project } from "./project.ts";
import type { SchemaFile } from "./schema.ts";

export interface TextRequest {
  readonly text: string;
  /** Of the place, in UTF-16 code units. */
  readonly offset: number;
  /** Canonical URI. */
  readonly file: string;
  readonly project: Project;
  /** The text is that of the project's settings. */
  readonly isSettings: boolean;
}

export function isJson({ file }: Pick<TextRequest, "file">): boolean {
  return /\.json$/i.test(file);
}

export function schemaFileOf({ isSettings }: TextRequest): SchemaFile {
  return isSettings ? "rollcall-config.schema.json" : "config.schema.json";
}

/** From the start of the line to the place. */
export function lineBefore({ text, offset }: TextRequest): string {
  return text.slice(lineStart(text, offset), offset);
}

export function lineAround({ text, offset }: TextRequest): { readonly line: string; readonly start: number } {
  const start = lineStart(text, offset);
  const end = text.indexOf("\n", offset);
  return { line: text.slice(start, end < 0 ? text.length : end), start };
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}
