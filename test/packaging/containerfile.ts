/** Reads deploy/Containerfile, and carries out its build stage in a folder instead of an image. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, symlink } from "node:fs/promises";
import path from "node:path";

const repository = path.resolve(import.meta.dirname, "../..");

export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** The instructions of each stage. */
export function readContainerfile(): readonly (readonly Instruction[])[] {
  const lines = readFileSync(path.join(repository, "deploy/Containerfile"), "utf8").split("\n");
  const stages: Instruction[][] = [];
  for (const line of lines.filter((text) => text !== "" && !text.startsWith("#"))) {
    const [, name = "", text = ""] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (name === "FROM") stages.push([]);
    stages.at(-1)?.push({ name, text });
  }
  return stages;
}

/** The text of an instruction that stands once. */
export function instruction(stage: readonly Instruction[] | undefined, name: string): string {
  const [found, ...others] = stage?.filter((each) => each.name === name) ?? [];
  if (found === undefined || others.length > 0) throw new Error(`${name} should stand once`);
  return found.text;
}

/** `npm ci` is not run: the packages of this repository stand in, which were installed from the same lock file. */
export async function carryOutBuildStage(folder: string): Promise<void> {
  for (const { name, text } of readContainerfile()[0] ?? []) {
    if (name === "COPY") {
      const names = text.split(" ");
      const target = names.pop() ?? "";
      for (const each of names) {
        const to = each.endsWith("/") ? target : path.join(target, path.basename(each));
        await cp(path.join(repository, each), path.join(folder, to), { recursive: true });
      }
    } else if (name === "RUN" && text.startsWith("npm ci ")) {
      await symlink(path.join(repository, "node_modules"), path.join(folder, "node_modules"));
    } else if (name === "RUN") {
      execFileSync("sh", ["-c", text], { cwd: folder, stdio: "ignore" });
    } else if (name !== "FROM" && name !== "WORKDIR") {
      throw new Error(`${name} is not carried out here`);
    }
  }
}
