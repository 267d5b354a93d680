/** Writes the code that is made from the schemas; with --check, tells which of it is stale and changes nothing. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { generateDefaults } from "./generate/defaults.mjs";
import { generateFields } from "./generate/fields.mjs";
import { generateHelp } from "./generate/help.mjs";
import { loadSchemas } from "./generate/load.mjs";
import { generateRules } from "./generate/rules.mjs";
import { generateTypes } from "./generate/types.mjs";
import { generateValidators } from "./generate/validators.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const banner = "// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.\n";

const schemas = loadSchemas(path.join(root, "schemas"));
const files = {
  "src/model/generated/types.ts": await generateTypes(schemas, "config.schema.json"),
  "src/model/generated/project-config.ts": await generateTypes(schemas, "rollcall-config.schema.json"),
  "src/model/generated/policy-test.ts": await generateTypes(schemas, "policy-test.schema.json"),
  "src/model/generated/defaults.ts": generateDefaults(schemas),
  "src/model/generated/fields.ts": generateFields(schemas),
  "src/model/generated/rule-texts.ts": generateRules(path.join(root, "docs/rules")),
  "src/lsp/generated/schemas.ts": generateHelp(schemas),
  ...(await generateValidators(schemas, path.join(root, "src/check"))),
};

if (process.argv.includes("--check")) reportStale();
else writeAll();

function reportStale() {
  const stale = Object.entries(files).filter(([file, text]) => readIfPresent(file) !== banner + text);
  for (const [file] of stale) console.error(`stale: ${file}`);
  if (stale.length === 0) return;
  console.error("run `node schemas/generate.mjs` and commit what it writes");
  process.exitCode = 1;
}

function writeAll() {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    if (readIfPresent(file) !== banner + text) writeFileSync(path.join(root, file), banner + text);
  }
}

function readIfPresent(file) {
  try {
    return readFileSync(path.join(root, file), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}
