/** Runs the cases below cases/FORMAT/NAME: `input.*`, and `context.json` for what is handed in. */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Converted, Format } from "../../src/convert/contract.ts";
import { convert } from "../../src/convert/convert.ts";
import { declaredSections } from "../../src/convert/finish.ts";
import { publicKeyPem } from "../../src/crypto/jwk-pem.ts";
import { sha1Hex } from "../../src/crypto/sha1-hex.ts";
import { toDocument } from "../../src/plan/dump.ts";
import type { SourceText } from "../../src/source/document.ts";

const folder = path.join(import.meta.dirname, "cases");

export interface Case {
  readonly name: string;
  readonly folder: string;
  readonly format: Format;
  readonly source: SourceText;
  readonly given: { readonly consumer?: string; readonly environment?: Readonly<Record<string, string>> };
}

export const cases: readonly Case[] = readdirSync(folder).flatMap((format) =>
  readdirSync(path.join(folder, format)).map((name) => caseIn(format as Format, name)),
);

export function run({ format, given }: Case, source: SourceText): Converted {
  return convert([{ source, format }], { sha1Hex, publicKeyPem, environment: {}, ...given });
}

/** Secrets in clear. */
export function documentOf({ config }: Converted): Record<string, unknown> {
  return declaredSections(toDocument(config, sha1Hex), config.declared);
}

function caseIn(format: Format, name: string): Case {
  const own = path.join(folder, format, name);
  const file = readdirSync(own).find((entry) => entry.startsWith("input.")) ?? "";
  const context = readdirSync(own).includes("context.json")
    ? readFileSync(path.join(own, "context.json"), "utf8")
    : "{}";
  return {
    name: `${format}/${name}`,
    folder: own,
    format,
    source: { file, text: readFileSync(path.join(own, file), "utf8") },
    given: JSON.parse(context) as Case["given"],
  };
}
