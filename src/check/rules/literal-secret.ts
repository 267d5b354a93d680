import { isSecretReference } from "../../model/auth.ts";
import type { ConsumerEntry, Entry } from "../../model/config.ts";
import { secretFieldsByPlugin } from "../../model/generated/fields.ts";
import { isMap } from "../../model/json.ts";
import type { Path } from "../../model/place.ts";
import { fieldOf } from "./plugins-of.ts";
import type { Rule, RuleContext, Spot } from "./rule.ts";
import { isPlaceholder } from "./secret-words.ts";

/** A secret in a file is in every clone and backup of the repository, and in its history for good. */
export const literalSecret: Rule = {
  id: "credential/literal-secret",
  severity: "off",
  visit: (context) => ({
    other: (_kind, holder) => search(holder, [holder.id], context),
    consumer(consumer) {
      search(consumer, [consumer.id], context);
      for (const credential of consumer.credentials) {
        search(credential, [consumer.id, credential.value.name], context);
      }
    },
  }),
};

function search(holder: Entry<unknown> | ConsumerEntry, names: readonly string[], context: RuleContext): void {
  const look: Look = (text, path, isSecretField) => {
    if (isSecretReference(text) || isPlaceholder(text)) return;
    if (!isSecretField && !isTelling(text, path)) return;
    if (context.allowedSecrets.some((allowed) => allowed.test(text))) return;
    const spot: Spot = { place: holder.place, path };
    if (comesFromEnvironment(spot, context)) return;
    context.report({
      ...spot,
      message: `"${nameOf(path)}" holds a secret in clear`,
      help: `Write \${${variableName([...names, nameOf(path)])}} and set that variable where rollcall runs, or refer to a store with $env:// or $secret://.`,
    });
  };
  const plugins = fieldOf(holder.value, "plugins");
  for (const [name, plugin] of Object.entries(isMap(plugins) ? plugins : {})) {
    const secretFields = Object.hasOwn(secretFieldsByPlugin, name) ? secretFieldsByPlugin[name] : undefined;
    visitTexts(plugin, ["plugins", name], secretFields ?? [], look);
  }
  visitTexts(fieldOf(holder.value, "labels"), ["labels"], [], look);
  visitTexts(fieldOf(holder.value, "desc"), ["desc"], [], look);
}

type Look = (text: string, path: Path, isSecretField: boolean) => void;

function visitTexts(value: unknown, path: Path, secretFields: readonly string[], look: Look): void {
  if (typeof value === "string") {
    // Only directly in the plugin: `key` of a rule of limit-count is no secret.
    look(value, path, path.length === 3 && secretFields.includes(String(path[2])) && value !== "");
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visitTexts(item, [...path, index], secretFields, look);
  } else if (isMap(value)) {
    for (const [field, part] of Object.entries(value)) visitTexts(part, [...path, field], secretFields, look);
  }
}

/** Forms in which well-known services issue secrets, and private keys. */
const knownForms: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bgh[opsur]_[A-Za-z0-9]{36}/,
  /\bglpat-[A-Za-z0-9_-]{20}/,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10}/,
  /\b[rs]k_live_[A-Za-z0-9]{16}/,
  /\bAIza[A-Za-z0-9_-]{35}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
];

const secretName = /authorization|api[-_]?key|token|secret|passw/i;

/** Outside of the fields that hold secrets: a known form, or what looks random under a name that says so. */
function isTelling(text: string, path: Path): boolean {
  if (knownForms.some((form) => form.test(text))) return true;
  const last = text.split(" ").at(-1) ?? "";
  return secretName.test(nameOf(path)) && last.length >= 16 && bitsPerCharacter(last) >= 3;
}

/** Shannon entropy. Words of a language have about 2.5 in so short a text, random letters and digits 3.5 and more. */
function bitsPerCharacter(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function comesFromEnvironment(spot: Spot, context: RuleContext): boolean {
  const written = context.writtenText(spot);
  // What is read from a gateway was never written.
  return written === undefined || /(?<!\\)\$\{[A-Za-z_][A-Za-z0-9_]*\}/.test(written);
}

function nameOf(path: Path): string {
  return String(path.findLast((key) => typeof key === "string") ?? "");
}

/** As `dump --secrets` names it. */
function variableName(names: readonly string[]): string {
  const words = names.join("_").replace(/[^A-Za-z0-9]+/g, "_");
  return words.toUpperCase().replace(/^(?=\d)/, "_");
}
