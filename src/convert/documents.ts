/** Reads a foreign YAML or JSON text: its documents with every text as it is written, or the errors for which it cannot be read. */
import type { Diagnostic } from "../model/diagnostic.ts";
import { isMap } from "../model/json.ts";
import type { Document, SourceText } from "../source/document.ts";
import { asWritten, type Environment } from "../source/environment.ts";
import { parse } from "../source/parse.ts";
import type { Draft } from "./draft.ts";
import { Foreign } from "./foreign.ts";

interface ForeignDocuments {
  /** Maps all of them; none if there is an error. */
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

export function readForeign(source: SourceText, environment: Environment = asWritten): ForeignDocuments {
  const { documents, diagnostics } = parse(source, environment);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const document of documents) {
    if (isMap(document.value)) continue;
    errors.push({
      rule: "document/shape",
      severity: "error",
      message: "a map should stand here",
      span: document.place.span(),
    });
  }
  return { documents: errors.length > 0 ? [] : documents, diagnostics: errors };
}

export function foreignOf(document: Document, draft: Draft): Foreign {
  return Foreign.of(document, (loss) => draft.lose(loss));
}
