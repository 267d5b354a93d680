/** The long proof of the fast reader: `node test/source/fast/proof.mjs [texts] [mutations a text] [seed]`. Exits with 1 on a difference, a refusal without a place, or a text that takes a second. */
import { mkdtemp, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const [texts = 200_000, mutations = 5, seed = 1] = process.argv.slice(2).map(Number);
const batch = 5000;
const root = fileURLToPath(new URL("../../..", import.meta.url));
const folder = await mkdtemp(`${root}/node_modules/.rollcall-proof-`);
const totals = { texts: emptyTally(), mutations: emptyTally() };
try {
  const bundle = await rolldown({
    input: fileURLToPath(new URL("prove.ts", import.meta.url)),
    platform: "node",
    external: ["yaml"],
  });
  await bundle.write({ file: `${folder}/prove.mjs`, format: "esm" });
  const { prove } = await import(`${folder}/prove.mjs`);
  for (let done = 0; done < texts; done += batch) {
    const result = prove(seed + done, Math.min(batch, texts - done), mutations);
    for (const kind of ["texts", "mutations"]) add(totals[kind], result[kind]);
    if (done % (batch * 8) === 0) print();
  }
} finally {
  await rm(folder, { recursive: true });
}
print();
const { texts: generated, mutations: mutated } = totals;
const hangs = Math.max(generated.slowest, mutated.slowest) >= 1000;
if (hangs) console.log("a text took a second or more");
process.exitCode = generated.different + mutated.different > 0 || hangs ? 1 : 0;

function emptyTally() {
  return { compared: 0, equal: 0, declined: 0, rescued: 0, inParts: 0, refused: 0, json: 0, different: 0, slowest: 0 };
}

function add(total, { compared, equal, declined, rescued, inParts, refused, json, differences, slowestMilliseconds }) {
  total.compared += compared;
  total.equal += equal;
  total.declined += declined;
  total.rescued += rescued;
  total.inParts += inParts;
  total.refused += refused;
  total.json += json;
  total.different += differences.length;
  total.slowest = Math.max(total.slowest, slowestMilliseconds);
  for (const difference of differences.slice(0, 5)) console.log(difference);
}

function print() {
  for (const [
    kind,
    { compared, equal, declined, rescued, inParts, refused, json, different, slowest },
  ] of Object.entries(totals)) {
    const counts = `${compared} compared: ${equal} equal, ${declined} declined (${rescued} of them read with help), ${inParts} read in parts, ${different} different`;
    console.log(
      `${kind.padEnd(10)} ${counts}; ${refused} refused with a place, ${json} are JSON; slowest ${slowest.toFixed(0)} ms`,
    );
  }
}
