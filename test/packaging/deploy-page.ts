/** Runs the shell commands of docs/deploy.md, with stand-ins for what is not here. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

const repository = path.resolve(import.meta.dirname, "../..");
const page = readFileSync(path.join(repository, "docs/deploy.md"), "utf8");

/** The first block of commands below a heading. */
function commandsOf(heading: string): string {
  const [, text] = new RegExp(`^## ${heading}$[^]*?^\`\`\`sh\n([^]*?)^\`\`\`$`, "m").exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/deploy.md has no commands below ${heading}`);
  return text;
}

/** `sudo install` installs below `root/`; every other command of sudo, and kubectl, is written to `calls`. */
const standIns = `
rollcall() { "${process.execPath}" "${path.join(repository, "dist/cli.js")}" "$@"; }
kubectl() { echo "kubectl $*" >> calls; }
sudo() {
  case "$1" in
    install) target=$6; command install -D -m "$4" "$5" "root$target" ;;
    *) echo "$*" >> calls ;;
  esac
}
`;

/** @returns what was asked of systemctl and kubectl */
export async function runPage(folder: string, headings: readonly string[]): Promise<readonly string[]> {
  await mkdir(path.join(folder, "dist"), { recursive: true });
  await writeFile(path.join(folder, "dist/rollcall.cjs"), "");
  await cp(path.join(repository, "deploy"), path.join(folder, "deploy"), { recursive: true });
  await writeFile(path.join(folder, "calls"), "");
  const script = `set -eu\n${standIns}${headings.map(commandsOf).join("\n")}`;
  execFileSync("bash", ["-c", script], { cwd: folder, env: { PATH: process.env["PATH"] }, stdio: "pipe" });
  return readFileSync(path.join(folder, "calls"), "utf8").trimEnd().split("\n");
}
