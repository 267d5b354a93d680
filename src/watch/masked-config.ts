/** A plugin's configuration as text in which only what is known to be no secret is shown. */
import type { CompiledPlugin } from "../artifact/contract.ts";
import { maskLine } from "../report/mask.ts";

/** JSON without its outer braces, a field a line; empty for an empty configuration. */
export function maskedConfig(name: string, config: CompiledPlugin["config"]): string {
  const lines = JSON.stringify({ plugins: { [name]: config } }, null, 2).split("\n");
  // What stands around the fields only says whose they are, which the mask has to know.
  const own = lines.slice(around, -around).map((_, index) => maskLine(lines, index + around).text);
  return own.map((line) => line.replace(/^ {6}/, "")).join("\n");
}

const around = 3;
