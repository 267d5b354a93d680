/** Bundles the command line (each command a chunk of its own, loaded when asked for) and the library into dist/. */
import { defineConfig } from "rolldown";
import { insteadOf, startWorker } from "./rolldown.instead-of.mjs";
import { noticesOf } from "./rolldown.notices.mjs";
import { inAscii, withoutPrograms } from "./rolldown.start-up.mjs";
import { loadedWhenUsed, packageGroups } from "./rolldown.when-used.mjs";

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
      "digest-worker": "src/cli/digest-worker.ts",
      "lint-worker": "src/cli/lint-worker.ts",
      "serve-worker": "src/cli/serve-worker.ts",
    },
    // The licences are in THIRD-PARTY.txt; without this file Node would take what stands here for ES modules.
    plugins: [
      withoutPrograms(),
      loadedWhenUsed(),
      inAscii(),
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
      codeSplitting: { groups: packageGroups },
      postBanner: (chunk) => (chunk.name === "cli" && chunk.isEntry ? "#!/usr/bin/env node\n" : ""),
      comments: false,
    },
  },
  {
    ...shared,
    input: { index: "src/index.ts", "digest-worker": "src/cli/digest-worker.ts" },
    plugins: [thirdPartyNotices("THIRD-PARTY-library.txt"), insteadOf(startWorker, "-library")],
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

/** Writes the licence of every package that ended up in a chunk. */
function thirdPartyNotices(fileName) {
  return {
    name: "third-party-notices",
    generateBundle(_options, bundle) {
      this.emitFile({ type: "asset", fileName, source: noticesOf(bundle) });
    },
  };
}
