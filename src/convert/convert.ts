/** The convert stage: texts in foreign formats in, one configuration and a list of what it could not hold out. */
import type { SourceText } from "../source/document.ts";
import { findBinary } from "../source/parse-quickly.ts";
import { convertAdc } from "./adc.ts";
import type { ConvertContext, Converted, Converter, Format } from "./contract.ts";
import { convertCsv } from "./csv.ts";
import { Draft } from "./draft.ts";
import { finish } from "./finish.ts";
import { convertHtpasswd } from "./htpasswd.ts";
import { convertJwks } from "./jwks.ts";
import { convertKong } from "./kong/read-kong.ts";
import { convertStandalone } from "./standalone.ts";

/** A new format is a file beside this and a line here. */
const converters: Readonly<Record<Format, Converter>> = {
  kong: convertKong,
  adc: convertAdc,
  standalone: convertStandalone,
  htpasswd: convertHtpasswd,
  jwks: convertJwks,
  csv: convertCsv,
};

export interface ConvertInput {
  readonly source: SourceText;
  readonly format: Format;
}

/** Never throws on bad input: what cannot be read comes back as diagnostics. */
export function convert(inputs: readonly ConvertInput[], context: ConvertContext): Converted {
  const draft = new Draft();
  for (const { source, format } of inputs) {
    const binary = findBinary(source, "Save it as UTF-8.");
    draft.diagnostics.push(...(binary ? [binary] : converters[format](source, draft, context)));
  }
  return finish(draft, context.sha1Hex);
}
