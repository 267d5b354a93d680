/** The licences of the packages in a bundle, which ask to go where the code goes. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @param bundle as Rolldown's hooks get it */
export function noticesOf(bundle) {
  const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll("\\", "/")) ?? []);
  return [...new Set(folders)]
    .sort()
    .map(notice)
    .join(`\n${"-".repeat(80)}\n\n`);
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licenceFile = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licenceFile === undefined) throw new Error(`${name} has no licence file to ship with the bundle`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, licenceFile), "utf8").trim()}\n`;
}
