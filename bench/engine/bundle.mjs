/** Bundles TypeScript of ours into a module of its own and imports it: what is measured is what is shipped, not sources through a loader. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rolldown } from "rolldown";

export async function importBundled(input) {
  const folder = await mkdtemp(join(tmpdir(), "rollcall-bench-"));
  try {
    const bundle = await rolldown({ input, platform: "node", external: [/^node:/] });
    await bundle.write({ file: join(folder, "parts.mjs"), format: "esm" });
    return await import(join(folder, "parts.mjs"));
  } finally {
    await rm(folder, { recursive: true });
  }
}
