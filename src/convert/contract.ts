/** What convert promises: the formats, what is handed in, and what a loss tells. */
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { JsonMap } from "../model/json.ts";
import type { Span } from "../model/place.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import type { Draft } from "./draft.ts";

export const formats = ["kong", "adc", "standalone", "htpasswd", "jwks", "csv"] as const;

export type Format = (typeof formats)[number];

/**
 * - `dropped`: it is not in the result
 * - `approximated`: something near it is
 * - `renamed`: it is, under another name
 * - `noted`: it is as it was, and there is something to know
 */
export type Outcome = "dropped" | "approximated" | "renamed" | "noted";

/** One thing that the result does not hold as it was; no text of it is a secret. */
export interface Loss {
  readonly span: Span;
  /** What stands there. */
  readonly found: string;
  readonly outcome: Outcome;
  /** What became of it. */
  readonly became: string;
  /** What to do instead. */
  readonly instead: string;
}

export interface ConvertContext {
  readonly sha1Hex: Sha1Hex;
  /** For the formats that name variables: ADC, standalone and decK. */
  readonly environment: Environment;
  /** Whose the keys of a JWKS are. */
  readonly consumer?: string;
  /** A public key in PEM of a JSON Web Key without private members; undefined if it is none. */
  publicKeyPem(jwk: JsonMap): string | undefined;
}

/** Adds what a text declares to the draft; what it returns are errors for which the text cannot be read. */
export type Converter = (source: SourceText, draft: Draft, context: ConvertContext) => readonly Diagnostic[];

export interface Converted {
  /** Of all inputs; `declared` has the kinds that stand in them. */
  readonly config: Config;
  /** By file, in the order of their places. */
  readonly losses: readonly Loss[];
  /** Errors: with one, the config is not to be used. */
  readonly diagnostics: readonly Diagnostic[];
}
