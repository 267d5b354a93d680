/** Reads the parts of our Markdown files that the tests hold against the program. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const repository = path.resolve(import.meta.dirname, "../..");

export function readDoc(file: string): string {
  return readFileSync(path.join(repository, file), "utf8");
}

/** Every Markdown file of the repository, relative to it. */
export function markdownFiles(): string[] {
  const top = readdirSync(repository, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules" && name !== "dist")
    .flatMap((entry) => {
      if (!entry.isDirectory()) return [entry.name];
      const inside = readdirSync(path.join(repository, entry.name), { recursive: true, encoding: "utf8" });
      return inside.map((name) => path.join(entry.name, name));
    });
  return top.filter((name) => name.endsWith(".md")).sort();
}

/** The contents of the fenced blocks of this language, in order. */
export function codeBlocks(text: string, language: string): string[] {
  const blocks = text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"));
  return [...blocks].map((match) => match[1] ?? "");
}

/** Commands and what they print, from the console blocks. */
export function examplesOf(markdown: string): [command: string, output: string][] {
  const examples = codeBlocks(markdown, "console").flatMap((block) => block.split(/^\$ /m).slice(1));
  return examples.map((example) => {
    const lineEnd = example.indexOf("\n");
    return [example.slice(0, lineEnd), example.slice(lineEnd + 1)];
  });
}

/** `…` stands for anything. */
export function patternOf(expected: string): RegExp {
  const parts = expected.split("…").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]*")}$`);
}
