/** Bundles the command line (each command a chunk of its own, loaded when asked for) and the library into dist/. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "rolldown";

const shared = {
  platform: "node",
  // Dependencies are bundled: one file to read at start-up, and what was tested is what runs.
  external: [/^node:/],
  transform: { target: "node20.19" },
};

/** How what others import is written. */
const library = {
  dir: "dist",
  format: "esm",
  entryFileNames: "[name].mjs",
  comments: { legal: true, annotation: true, jsdoc: false },
};

export default defineConfig([
  {
    ...shared,
    input: {
      cli: "src/cli/main.ts",
      "lint-worker": "src/cli/lint-worker.ts",
      "serve-worker": "src/cli/serve-worker.ts",
    },
    // The licences are in THIRD-PARTY.txt; without this file Node would take what stands here for ES modules.
    plugins: [
      thirdPartyNotices("THIRD-PARTY.txt"),
      moduleKind("package.json", "commonjs"),
      moduleKind("types/package.json", "module"),
    ],
    output: {
      dir: "dist",
      cleanDir: true,
      // Node loads CommonJS, and less text, noticeably faster: docs/decisions/0004-rolldown.md.
      format: "cjs",
      minify: true,
      // A worker stands beside the chunk that starts it.
      entryFileNames: ({ name }) => (name.endsWith("-worker") ? "chunks/[name].js" : "[name].js"),
      chunkFileNames: "chunks/[name]-[hash].js",
      postBanner: (chunk) => (chunk.name === "cli" && chunk.isEntry ? "#!/usr/bin/env node\n" : ""),
      comments: false,
    },
  },
  {
    ...shared,
    input: { index: "src/index.ts" },
    plugins: [thirdPartyNotices("THIRD-PARTY-library.txt")],
    output: { ...library, chunkFileNames: "library/[name]-[hash].mjs" },
  },
  {
    platform: "neutral",
    transform: { target: "es2023" },
    input: { engine: "src/engine-library.ts" },
    plugins: [thirdPartyNotices("THIRD-PARTY-engine.txt")],
    output: { ...library, codeSplitting: false },
  },
  ...["express", "fastify", "fetch", "hono", "node-http"].map((name) => ({
    ...shared,
    input: { [name]: `src/adapters/${name}.ts` },
    output: { dir: "dist/adapters", format: "esm", entryFileNames: "[name].mjs", comments: { jsdoc: false } },
  })),
]);

/** A package.json that says what the .js files of its folder are. */
function moduleKind(fileName, type) {
  return {
    name: `module-kind-${type}`,
    generateBundle() {
      this.emitFile({ type: "asset", fileName, source: `${JSON.stringify({ type })}\n` });
    },
  };
}

/** Writes the licence of every package that ended up in a chunk, as their licences ask. */
function thirdPartyNotices(fileName) {
  return {
    name: "third-party-notices",
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
      const folders = modules.flatMap(
        (id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id.replaceAll("\\", "/")) ?? [],
      );
      const source = [...new Set(folders)]
        .sort()
        .map(notice)
        .join(`\n${"-".repeat(80)}\n\n`);
      this.emitFile({ type: "asset", fileName, source });
    },
  };
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licenceFile = readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (licenceFile === undefined) throw new Error(`${name} has no licence file to ship with the bundle`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, licenceFile), "utf8").trim()}\n`;
}
