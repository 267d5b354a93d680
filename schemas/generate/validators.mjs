/** Validators: ajv's standalone code, bundled with our formats into one module that imports nothing. */
import path from "node:path";
import { Ajv } from "ajv";
import { _ } from "ajv/dist/compile/codegen/index.js";
import standaloneCode from "ajv/dist/standalone/index.js";
import { rolldown } from "rolldown";
import { base } from "./load.mjs";

const root = path.resolve(import.meta.dirname, "../..");

const resources = {
  consumer: "consumer.schema.json",
  credential: "credential.schema.json",
  consumer_group: "consumer-group.schema.json",
  route: "route.schema.json",
  service: "service.schema.json",
  upstream: "upstream.schema.json",
  global_rule: "global-rule.schema.json",
  plugin_config: "plugin-config.schema.json",
};

/**
 * Module to its exported names to schemas. What is not always needed is a module of its own. Nearly every value is
 * right: `quick` says only whether it is, in a fraction of the code; all that is wrong, and why, is then said by `validators`.
 */
const modules = {
  quick: {
    schemas: resources,
    options: { allErrors: false, verbose: false, messages: false },
    isBare: true,
  },
  validators: { schemas: resources, options: { allErrors: true, verbose: true } },
  "project-config": {
    schemas: { project_config: "rollcall-config.schema.json" },
    options: { allErrors: true, verbose: true },
  },
  "policy-test": {
    schemas: { policy_test: "policy-test.schema.json" },
    options: { allErrors: true, verbose: true },
  },
};

/** What ajv's code takes from ajv at run time, written out so that ajv stays a build tool. */
const runtime = {
  "ajv/dist/runtime/ucs2length": function codePointCount(text) {
    // Such an expression is decided at once for a text that V8 keeps in one byte a character.
    if (!/[\ud800-\udbff]/.test(text)) return text.length;
    let count = 0;
    for (const _character of text) count++;
    return count;
  },
  "ajv/dist/runtime/equal": function isDeepEqual(left, right) {
    if (left === right) return true;
    if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
    const keys = Object.keys(left);
    return (
      Array.isArray(left) === Array.isArray(right) &&
      keys.length === Object.keys(right).length &&
      keys.every((key) => Object.hasOwn(right, key) && isDeepEqual(left[key], right[key]))
    );
  },
};

export async function generateValidators(schemas, folder) {
  const formatsFile = path.join(folder, "formats.ts");
  const formats = await importBundled(formatsFile);
  const files = {};
  for (const [module, { schemas: validators, options, isBare = false }] of Object.entries(modules)) {
    const ajv = new Ajv({
      ...options,
      strict: true,
      // Conditions name fields that the schema around them defines.
      strictRequired: false,
      allowUnionTypes: true,
      inlineRefs: false,
      formats: formats.formats,
      schemas: [...schemas.byId.values()].map((schema) => (isBare ? withoutAnnotations(schema) : schema)),
      code: { source: true, esm: true, formats: _`formats` },
      keywords: ["x-secret", "x-message"],
    });
    const names = Object.fromEntries(Object.entries(validators).map(([name, file]) => [name, base + file]));
    const code = [
      `import { formats } from ${JSON.stringify(formatsFile)};`,
      ...Object.values(runtime).map(String),
      withoutRequire(isBare ? withoutErrors(standaloneCode(ajv, names)) : standaloneCode(ajv, names)),
    ].join("\n");
    files[`src/check/generated/${module}.js`] = `// @ts-nocheck\n${await bundle(code, isBare)}`;
    files[`src/check/generated/${module}.d.ts`] = declarations(module);
  }
  return files;
}

/** Keywords that do not decide whether a value is right. */
const annotations = new Set(["title", "description", "default", "examples", "$comment", "x-message", "x-secret"]);

function withoutAnnotations(schema, isNamed = false) {
  if (Array.isArray(schema)) return schema.map((item) => withoutAnnotations(item));
  if (typeof schema !== "object" || schema === null) return schema;
  const kept = Object.entries(schema).filter(([key]) => isNamed || !annotations.has(key));
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === "enum" || key === "const" ? value : withoutAnnotations(value, !isNamed && namesItsKeys.has(key)),
    ]),
  );
}

/** Keywords whose keys are names of the user's, not keywords. */
const namesItsKeys = new Set(["properties", "patternProperties", "definitions", "dependencies"]);

const text = String.raw`(?:"(?:[^"\\]|\\.)*"|[^"{}])*`;
const errorObject = new RegExp(String.raw`\{instancePath[:,]${text}params:\{${text}\}\}`, "g");
const whereArgument = new RegExp(String.raw`(validate\d+\((?:"[^"]*"|[^,"{}()])+), \{instancePath:${text}\}`, "g");
const whereParameter = /(function validate\d+\(data), \{instancePath="".*?\}=\{\}\)/g;

/** ajv's code with nothing left of what and where a mistake is. */
function withoutErrors(code) {
  const bare = code.replaceAll(errorObject, "0").replaceAll(whereArgument, "$1").replaceAll(whereParameter, "$1)");
  if (/instancePath|parentData/.test(bare)) throw new Error("ajv's code has a form that is not known here");
  return bare;
}

function withoutRequire(code) {
  const replaced = code.replaceAll(/require\("([^"]+)"\)\.default/g, (_whole, module) => {
    if (runtime[module] === undefined) throw new Error(`ajv's code needs ${module}`);
    return runtime[module].name;
  });
  if (/\brequire\(/.test(replaced)) throw new Error("ajv's code needs a module that is not replaced");
  return replaced;
}

async function importBundled(file) {
  const code = await bundle(`export * from ${JSON.stringify(file)};`);
  return import(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** One ES module without imports. */
async function bundle(code, isBare = false) {
  const minify = isBare && { compress: true, mangle: true, codegen: { removeWhitespace: false } };
  const entry = "validators.js";
  const build = await rolldown({
    input: entry,
    // What is written must not depend on where the command is run.
    cwd: root,
    platform: "node",
    plugins: [
      {
        name: "from-memory",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm", minify });
  await build.close();
  return output[0].code;
}

function declarations(module) {
  const exported = Object.keys(modules[module].schemas).map((name) => `export const ${name}: Validator;\n`);
  if (module !== "validators") return `import type { Validator } from "./validators.js";\n\n${exported.join("")}`;
  return `/** What a schema found: ajv's error object with \`verbose\`. */
export interface SchemaError {
  /** JSON Pointer to the value at fault. */
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string;
  /** The schema that holds the keyword; its \`x-message\`, if any, says better what was expected. */
  readonly parentSchema?: Readonly<Record<string, unknown>>;
  readonly data?: unknown;
}

export interface Validator {
  (value: unknown): boolean;
  /** Of the last call. */
  errors?: readonly SchemaError[] | null;
}

${exported.join("")}`;
}
