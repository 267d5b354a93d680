/** How long serve lets requests under way go on after SIGTERM, from where it is written: nothing that it prints tells. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../../src/cli");

export function drainSeconds(): number {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith(".ts"))
    .map((name) => readFileSync(path.join(folder, name), "utf8"));
  const [found, ...others] = texts.flatMap((text) => /\bdrainMs = ([\d_]+);/.exec(text)?.[1] ?? []);
  if (found === undefined || others.length > 0) throw new Error("drainMs should be set once in src/cli");
  return Number(found.replaceAll("_", "")) / 1000;
}
