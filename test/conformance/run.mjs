/** `npm run conformance -- --target URL --admin URL --key-file FILE`: the cases of test/engine/cases against a gateway (docs/conformance.md). */
import { fileURLToPath } from "node:url";
import { importBundled } from "../../bench/engine/bundle.mjs";

const { main } = await importBundled(fileURLToPath(new URL("main.ts", import.meta.url)));
const cases = fileURLToPath(new URL("../engine/cases/", import.meta.url));
process.exitCode = await main(process.argv.slice(2), { cases });
