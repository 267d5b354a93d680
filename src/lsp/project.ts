/** The files of one project as an editor has them: checks them together, and keeps the last text of each that could be read while one is being typed. */

import { checkSources } from "../check/check-sources.ts";
import { declaredConfig } from "../check/declared-config.ts";
import type { Config } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import type { ParseResult } from "../source/json.ts";
import { parse } from "../source/parse.ts";
import type { LoadedProject } from "./contract.ts";
import { asNote, isAboutUnset, unsetIn, withUnset } from "./unset-variables.ts";

/** A file of which nothing can be used: its other findings have no places any more. */
const unreadable: ReadonlySet<string> = new Set(["source/syntax", "source/binary", "source/empty"]);

export class Project {
  readonly #sha1Hex: Sha1Hex;
  #loaded: LoadedProject;
  #sources: readonly SourceText[] = [];
  #environment: Environment = {};
  /** By file. */
  readonly #lastReadable = new Map<string, SourceText>();
  #parsed = new WeakMap<SourceText, ParseResult>();
  #config: Config | undefined;

  constructor(loaded: LoadedProject, sha1Hex: Sha1Hex) {
    this.#loaded = loaded;
    this.#sha1Hex = sha1Hex;
  }

  get sources(): readonly SourceText[] {
    return this.#sources;
  }

  /** With something in place of each variable that is not set. */
  get environment(): Environment {
    return this.#environment;
  }

  get loaded(): LoadedProject {
    return this.#loaded;
  }

  replace(loaded: LoadedProject): void {
    this.#loaded = loaded;
  }

  has(file: string): boolean {
    return this.#sources.some((source) => source.file === file);
  }

  textOf(file: string): string | undefined {
    return this.#sources.find((source) => source.file === file)?.text;
  }

  /** Takes these texts, and returns what is found in them. A text that is the same object as before is not read again. */
  check(sources: readonly SourceText[]): readonly Diagnostic[] {
    this.#setSources(sources);
    const broken = new Map<SourceText, readonly Diagnostic[]>();
    for (const source of sources) {
      const { diagnostics } = this.#parse(source);
      if (diagnostics.some(({ rule }) => unreadable.has(rule))) broken.set(source, diagnostics);
      else this.#lastReadable.set(source.file, source);
    }
    const { settings } = this.#loaded;
    const { diagnostics } = checkSources(this.#readable(), {
      ...settings,
      environment: this.#environment,
      sha1Hex: this.#sha1Hex,
      parse: (source) => this.#parse(source),
    });
    const brokenFiles = new Set([...broken.keys()].map(({ file }) => file));
    const heard = diagnostics.filter(({ span }) => !span || !brokenFiles.has(span.file));
    return [...this.#withoutUnknown(heard), ...[...broken.values()].flat(), ...this.#missing(brokenFiles)];
  }

  /** What the files declare, right or wrong; of a file that cannot be read now, what it declared before. */
  config(): Config {
    if (!this.#config) {
      const documents = this.#readable().flatMap((source) => this.#parse(source).documents);
      this.#config = declaredConfig(documents, this.#sha1Hex);
    }
    return this.#config;
  }

  #setSources(sources: readonly SourceText[]): void {
    const environment = withUnset(this.#loaded.environment, sources);
    if (JSON.stringify(environment) !== JSON.stringify(this.#environment)) this.#parsed = new WeakMap();
    this.#environment = environment;
    this.#sources = sources;
    this.#config = undefined;
    const files = new Set(sources.map(({ file }) => file));
    for (const file of this.#lastReadable.keys()) if (!files.has(file)) this.#lastReadable.delete(file);
  }

  #parse(source: SourceText): ParseResult {
    const known = this.#parsed.get(source);
    if (known) return known;
    const result = parse(source, this.#environment);
    this.#parsed.set(source, result);
    return result;
  }

  /** The texts to use: a file that is broken while somebody types in it must not make others wrong. */
  #readable(): readonly SourceText[] {
    return this.#sources.flatMap(({ file }) => this.#lastReadable.get(file) ?? []);
  }

  #withoutUnknown(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
    const texts = new Map(this.#sources.map(({ file, text }) => [file, text]));
    return diagnostics.filter((diagnostic) => {
      const { span } = diagnostic;
      const text = span && texts.get(span.file);
      if (!text) return true;
      const written = text.slice(span.start.offset, span.end.offset);
      return !isAboutUnset(diagnostic, written, this.#loaded.environment);
    });
  }

  #missing(brokenFiles: ReadonlySet<string>): readonly Diagnostic[] {
    const { environment } = this.#loaded;
    return this.#sources
      .filter(({ file, text }) => !brokenFiles.has(file) && unsetIn(text, environment).length > 0)
      .flatMap((source) => parse(source, environment).diagnostics)
      .filter(({ rule }) => rule === "source/missing-variable")
      .map(asNote);
  }
}
