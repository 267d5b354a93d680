/** What makes the command line start faster, in both of its builds. */

/** commander can start programs as subcommands, which rollcall has none of; for them it loads node:child_process at each start, which takes 4 ms. */
export function withoutPrograms() {
  const loads = "require('node:child_process')";
  return {
    name: "without-programs",
    transform(code, id) {
      if (!id.endsWith("/commander/lib/command.js")) return null;
      if (!code.includes(loads)) throw new Error(`${id} no longer has ${loads}: see rolldown.start-up.mjs`);
      return code.replace(loads, "{ spawn() { throw new Error('rollcall has no programs as subcommands'); } }");
    },
  };
}

/** One character above U+00FF lets V8 keep, and scan, two bytes for each character of a chunk: they are written as escapes. */
export function inAscii() {
  return {
    name: "in-ascii",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        if (chunk.code.includes("String.raw"))
          throw new Error(`${chunk.fileName} has raw text, which takes no escapes`);
        chunk.code = chunk.code.replaceAll(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
        );
      }
    },
  };
}
