/** Makes one executable, dist/rollcall, of the Node that runs this and dist/rollcall.cjs: docs/decisions/0041-one-file.md. */
import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.join(import.meta.dirname, "..");
const program = path.join(repository, "dist/rollcall.cjs");
const executable = path.join(repository, "dist/rollcall");

/** Of Node's documentation; not in package.json: docs/decisions/0041-one-file.md. */
const postject = "postject@1.0.0-alpha.6";
const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

if (process.platform !== "linux") {
  throw new Error(
    "npm run sea is for Linux. Elsewhere the executable must be signed too: follow " +
      "https://nodejs.org/api/single-executable-applications.html with dist/rollcall.cjs as main and as asset rollcall.cjs.",
  );
}
if (!existsSync(program)) throw new Error("dist/rollcall.cjs is not there: npm run bundle");

const folder = mkdtempSync(path.join(tmpdir(), "rollcall-sea-"));
try {
  build(path.join(folder, "sea.json"), path.join(folder, "blob"));
} finally {
  rmSync(folder, { recursive: true });
}

function build(config, blob) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  const canBuild = major > 25 || (major === 25 && minor >= 5);
  // Threads are started with the text of the program, which they find as an asset.
  const assets = { "rollcall.cjs": program };
  const output = canBuild ? executable : blob;
  writeFileSync(config, JSON.stringify({ main: program, output, assets, disableExperimentalSEAWarning: true }));
  if (canBuild) return run(process.execPath, "--build-sea", config);
  run(process.execPath, "--experimental-sea-config", config);
  copyFileSync(process.execPath, executable);
  chmodSync(executable, 0o755);
  run("npx", "--yes", postject, executable, "NODE_SEA_BLOB", blob, "--sentinel-fuse", fuse);
}

function run(command, ...argv) {
  execFileSync(command, argv, { stdio: ["ignore", "ignore", "inherit"] });
}
