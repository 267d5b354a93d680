/**
 * Lets a module be loaded when something of it is first used, not where it is imported: each worker of `serve` has memory of its own
 * for all that it loads, and most never speak TLS or HTTP/2, stream a body or match a regular expression.
 */

/** Of Node, whose exports are used where they are needed, not while the program starts. */
const builtIns = ["node:http2", "node:https", "node:tls"];

const packages = /\/node_modules\/(?:re2js|undici)\//;

/** For `output.codeSplitting`: undici gets chunks of its own without, because more than one of ours has it. */
export const packageGroups = [{ name: "re2js", test: /\/node_modules\/re2js\// }];

export function loadedWhenUsed() {
  return {
    name: "loaded-when-used",
    transform: (code, id) => (id.includes("/node_modules/") ? null : requiringWhereUsed(code)),
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter(({ type }) => type === "chunk");
      const ofPackages = chunks.filter(
        ({ moduleIds }) => moduleIds.length > 0 && moduleIds.every((id) => packages.test(id)),
      );
      const late = new Set([
        ...builtIns,
        ...ofPackages.map(({ fileName }) => `./${fileName.replace(/^chunks\//, "")}`),
      ]);
      for (const chunk of chunks) if (!ofPackages.includes(chunk)) chunk.code = loadingWhenUsed(chunk.code, late);
    },
  };
}

const commonJsImport = /^import (\w+) from ("undici\/[^"]+");$/gm;

/** The default import of a part of undici, which is CommonJS, is what Node's `require` gives. */
function requiringWhereUsed(code) {
  const imports = [...code.matchAll(commonJsImport)];
  if (imports.length === 0) return null;
  return imports.reduce(
    (text, [, name, module]) =>
      text.replaceAll(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, "g"), `(require(${module}))`),
    code.replaceAll(commonJsImport, ""),
  );
}

/** What a chunk begins with: what it imports. */
const imports = /^\s*(?:(?:(?:const |let |,)[\w$]+=)?require\("[^"]+"\);?)*/;

/** Makes `name=require("…")` an object that loads it when a property is read: Rolldown writes each use of an import as one. */
function loadingWhenUsed(code, late) {
  const [head] = imports.exec(code) ?? [""];
  const lateHead = head.replaceAll(/([\w$]+)=(require\("([^"]+)"\))/g, (whole, name, call, module) =>
    late.has(module) ? `${name}=new Proxy({},{get:(_,property)=>${call}[property]})` : whole,
  );
  return lateHead + code.slice(head.length);
}
