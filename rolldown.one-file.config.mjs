/** Bundles the command line into one file that needs nothing beside it, dist/rollcall.cjs: docs/decisions/0041-one-file.md. */
import { createHash } from "node:crypto";
import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { defineConfig } from "rolldown";
import { insteadOf, startWorker } from "./rolldown.instead-of.mjs";
import { noticesOf } from "./rolldown.notices.mjs";
import { inAscii, withoutPrograms } from "./rolldown.start-up.mjs";
import { loadedWhenUsed, packageGroups } from "./rolldown.when-used.mjs";

const sources = join(import.meta.dirname, "src");

/** Where a file asks for its own name: to tell this build from others. */
const asksForBuild = join(sources, "cli/lint-cache.ts");
/** Stands there for the digest of the build until it is known. */
const buildMark = "rollcall-build-digest";

export default defineConfig({
  platform: "node",
  external: [/^node:/],
  input: { rollcall: "src/cli/one-file.ts" },
  transform: { target: "node20.19" },
  plugins: [
    withoutPrograms(),
    loadedWhenUsed(),
    inAscii(),
    insteadOf(startWorker, "-one-file"),
    withoutFilesBeside(),
    packed(),
  ],
  output: {
    dir: "dist",
    format: "cjs",
    minify: true,
    comments: false,
    entryFileNames: "[name].cjs",
    chunkFileNames: "[name]-[hash].js",
    codeSplitting: { groups: packageGroups },
  },
});

/** Refuses what would look for a file beside the one. */
function withoutFilesBeside() {
  return {
    name: "without-files-beside",
    transform(code, id) {
      if (!id.startsWith(sources) || !code.includes("import.meta")) return null;
      if (id === asksForBuild) return code.replace("import.meta.url", JSON.stringify(`file:///${buildMark}`));
      throw new Error(
        `${id} uses import.meta, but the one-file build has no files beside it: see src/cli/start-worker.ts`,
      );
    },
  };
}

/**
 * Makes one file of the chunks: each is a compressed text in it, and is compiled when it is asked for. To parse all code
 * at each start takes longer than most commands do.
 */
function packed() {
  return {
    name: "packed",
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle);
      const entry = chunks.find(({ isEntry }) => isEntry);
      const digest = createHash("sha256")
        .update(JSON.stringify(chunks.map(({ code }) => code)))
        .digest("hex");
      const texts = chunks.map(({ fileName, code }) => [
        `./${fileName}`,
        // Only Node's own loader gives an import() that works, which the settings of a project need: the file hands its own in.
        compress(code.replaceAll(buildMark, digest).replaceAll(/(?<![\w$.])import\(/g, "importFile(")),
      ]);
      const ours = readFileSync(join(import.meta.dirname, "LICENSE"), "utf8");
      const licences = `rollcall\n\n${ours}\n${noticesOf(bundle)}`;
      for (const { fileName } of chunks) if (fileName !== entry.fileName) delete bundle[fileName];
      entry.code = [
        "#!/usr/bin/env node",
        `const chunks = ${JSON.stringify(Object.fromEntries(texts), null, 1)};`,
        `(${load.toString()})("./${entry.fileName}", chunks, require, __filename);`,
        `/*\n${licences.replaceAll("*/", "* /")}*/\n`,
      ].join("\n");
    },
    writeBundle: ({ dir }) => chmodSync(join(dir, "rollcall.cjs"), 0o755),
  };
}

function compress(code) {
  return deflateRawSync(code, { level: 9 }).toString("base64");
}

/** Runs in the file: what Node's loader does for files, for texts. */
function load(entry, chunks, require, filename) {
  const { compileFunction } = require("node:vm");
  const { inflateRawSync } = require("node:zlib");
  const names = ["exports", "require", "module", "__filename", "__dirname", "importFile"];
  const folder = require("node:path").dirname(filename);
  // Inside an executable import() finds built-in modules only, but for Node 20; require takes ES modules too.
  const importFile = (url) =>
    import(url).catch((error) => {
      if (error.code !== "ERR_UNKNOWN_BUILTIN_MODULE") throw error;
      return require("node:module").createRequire(filename)(require("node:url").fileURLToPath(url));
    });
  const modules = new Map();
  const requireChunk = (name) => {
    if (!Object.hasOwn(chunks, name)) return require(name);
    const known = modules.get(name);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const code = inflateRawSync(Buffer.from(chunks[name], "base64")).toString();
    const run = compileFunction(code, names, { filename: `${filename}/${name}` });
    run(module.exports, requireChunk, module, filename, folder, importFile);
    return module.exports;
  };
  requireChunk(entry);
}
