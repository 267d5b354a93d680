/** The convert stage: texts in foreign formats in, one configuration and a list of what it could not hold out. */
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceText } from "../source/document.ts";
import { isBinary } from "../source/parse-quickly.ts";
import { spanBetween } from "../source/positions.ts";
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
    const problems = isBinary(source.text) ? [notText(source)] : converters[format](source, draft, context);
    draft.diagnostics.push(...problems);
  }
  return finish(draft, context.sha1Hex);
}

function notText(source: SourceText): Diagnostic {
  const offset = source.text.search(/[\u0000\uFFFD]/);
  return {
    rule: "source/binary",
    severity: "error",
    message: "this is not a text file in UTF-8",
    span: spanBetween(source, offset, offset + 1),
    help: "Save it as UTF-8.",
  };
}
