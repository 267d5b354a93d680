/** Tells from its text, be it broken, whether a file is probably one of ours: a repository is full of other YAML and JSON. */
import type { SourceText } from "../source/document.ts";

/** Sections whose names no other tool is known to use at the top. */
const ownSections = "consumers|consumer_groups|plugin_configs|global_rules";
/** Sections that other tools have too; ours are lists of maps with fields such as these. */
const sharedSections = "routes|services|upstreams";
const ownFields = "uris?|upstream|upstream_id|service_id|plugin_config_id|nodes|plugins";

const modeline = /^#\s*yaml-language-server:\s*\$schema=\S*rollcall\S*\bconfig\.schema\.json\s*$/m;
const ownSection = new RegExp(`^["']?(?:${ownSections})["']?[ \\t]*:`, "m");
const sharedList = new RegExp(
  `^["']?(?:${sharedSections})["']?[ \\t]*:[ \\t]*(?:#.*)?(?:\\[|\\r?\\n(?:[ \\t]*(?:#.*)?\\r?\\n)*[ \\t]*-[ \\t])`,
  "m",
);
const ownField = new RegExp(`^[ \\t-]+["']?(?:${ownFields})["']?[ \\t]*:`, "m");
const ofOthers = /^["']?(?:openapi|swagger|apiVersion|_format_version|kind|version)["']?[ \t]*:/m;
const ownJson = new RegExp(`"(?:${ownSections})"\\s*:\\s*[[{]|"\\$schema"\\s*:\\s*"[^"]*rollcall[^"]*config\\.schema`);
const sharedJson = new RegExp(`"(?:${sharedSections})"\\s*:\\s*\\[`);
const ownJsonField = new RegExp(`"(?:${ownFields})"\\s*:`);

export function looksOurs({ file, text }: SourceText): boolean {
  if (/\brollcall\.config\.\w+$|\.test\.(?:ya?ml|json)$/.test(file)) return false;
  if (/\.json$/i.test(file) || text.trimStart().startsWith("{")) {
    return ownJson.test(text) || (sharedJson.test(text) && ownJsonField.test(text));
  }
  if (modeline.test(text)) return true;
  if (ofOthers.test(text)) return false;
  return ownSection.test(text) || (sharedList.test(text) && ownField.test(text));
}

/** For what is asked about a place in it: a list of routes without fields yet may become ours. */
export function maybeOurs({ text }: SourceText): boolean {
  return sharedList.test(text) && !ofOthers.test(text);
}

/** A file in which nothing stands yet that could tell. */
export function isBlank({ text }: SourceText): boolean {
  return /^(?:\s|#.*)*[\w$-]*\s*$/.test(text);
}
