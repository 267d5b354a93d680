/** The fast reader against `JSON.parse` of the same data and, on a 20th of it, the `yaml` package. `node bench/reader.mjs [--consumers N] [--runs N]` */
import { mkdtemp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { generateConsumers } from "./generate.mjs";
import { median } from "./median.mjs";
import { numberOption } from "./options.mjs";

const consumers = numberOption("--consumers", 100_000);
const runs = numberOption("--runs", 7);
const root = fileURLToPath(new URL("..", import.meta.url));
const { readFast, readItems, parseYaml } = await importReaders();

const source = { file: "consumers.yaml", text: asRead(generateConsumers(consumers)) };
const sample = { file: "sample.yaml", text: asRead(generateConsumers(Math.ceil(consumers / 20))) };
const json = asRead(JSON.stringify(readFast(source, {})?.documents[0].value));
if (json === undefined) throw new Error("the fast reader declined its own benchmark");
console.log(`${consumers} consumers: ${megabytes(source.text)} MB of YAML, ${megabytes(json)} MB of JSON`);

const measured = {
  "JSON.parse": () => JSON.parse(json),
  readFast: () => readFast(source, {}),
  readItems: () => readItems(source, {}, () => {}),
};
const times = new Map(Object.keys(measured).map((name) => [name, []]));
for (let run = 0; run < runs; run++) {
  for (const [name, work] of Object.entries(measured)) times.get(name).push(milliseconds(work));
}
const base = median(times.get("JSON.parse"));
for (const [name, values] of times) {
  console.log(
    `${name.padEnd(28)} ${median(values).toFixed(0).padStart(7)} ms ${ratio(median(values))} × JSON.parse; first run ${values[0].toFixed(0)} ms`,
  );
}
const reference = milliseconds(() => parseYaml(sample, {}));
console.log(
  `yaml package, a 20th         ${reference.toFixed(0).padStart(7)} ms ${ratio(reference * 20)} × JSON.parse, were it all`,
);
printSpanCost();

function printSpanCost() {
  const place = readFast(source, {})?.documents[0].place;
  place.span(["consumers", 0]);
  const spans = 10_000;
  const time = milliseconds(() => {
    for (let index = 0; index < spans; index++) {
      place.span(["consumers", (index * 7919) % consumers, "credentials", 0, "name"]);
    }
  });
  console.log(`${"a span, when asked for".padEnd(28)} ${((time / spans) * 1000).toFixed(1).padStart(7)} µs`);
}

async function importReaders() {
  const folder = await mkdtemp(`${root}/node_modules/.rollcall-bench-`);
  try {
    const input = { fast: `${root}/src/source/fast/read-fast.ts`, yaml: `${root}/src/source/yaml.ts` };
    const bundle = await rolldown({ input, platform: "node", external: ["yaml"] });
    await bundle.write({ dir: folder, format: "esm" });
    return { ...(await import(`${folder}/fast.js`)), ...(await import(`${folder}/yaml.js`)) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** As a file read from disk is kept: one flat string. */
function asRead(text) {
  return Buffer.from(text).toString("utf8");
}

function milliseconds(work) {
  globalThis.gc?.();
  const start = performance.now();
  work();
  return performance.now() - start;
}

function megabytes(text) {
  return (text.length / 1e6).toFixed(1);
}

function ratio(time) {
  return (time / base).toFixed(2).padStart(7);
}
