/** Checks one file by itself: schemas, the rules that look at one resource at a time, and the facts that the comparing rules need. */
import type { ConsumerEntry, Kind } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Place } from "../model/place.ts";
import type { SourceText } from "../source/document.ts";
import type { Continuation, KnownItemsOf, PartText } from "../source/fast/read-fast.ts";
import type { ReadItemAlone } from "../source/fast/rescue.ts";
import type { ParseResult } from "../source/json.ts";
import { withoutMark } from "../source/parse-quickly.ts";
import type { RawKind, RawResource } from "../source/raw.ts";
import type { OtherResource } from "./build-config.ts";
import { diagnosticOf } from "./findings.ts";
import type { KnownConsumers } from "./known/known-consumers.ts";
import { isRightBySchema } from "./quick-schema.ts";
import type { OtherKind, Spot, Visitor } from "./rules/index.ts";
import { pluginsOf, visitCredentialsOf } from "./rules/plugins-of.ts";
import type { RunOptions } from "./run-options.ts";
import { type FileSuppressions, mayHoldSuppressions, readSuppressions } from "./suppressions.ts";
import { FactsGatherer, type FileFacts } from "./survey/file-facts.ts";
import { type FileVisitor, walkDocuments, walkFile, walkPart } from "./walk-file.ts";

/** What is found in one file. */
export interface FileCheck {
  readonly file: string;
  /** What the parser found: no severity changes that. */
  readonly parsed: readonly Diagnostic[];
  /** Whether the `yaml` package had to read it. */
  readonly isDeclined: boolean;
  /** Whether it had to read single items. */
  readonly isRescued: boolean;
  /** With the severity that each has by itself. */
  readonly found: readonly Diagnostic[];
  /** By the rules, with the severities that were chosen. */
  readonly byRules: readonly Diagnostic[];
  /** Not right by their schemas, for reasons that are still to be told. */
  readonly unexplained: readonly RawResource[];
  /** Resources without a usable identity, in case nothing else is an error. */
  readonly leftOut: readonly Diagnostic[];
  readonly suppressions: FileSuppressions | undefined;
  /** Names of the environment variables on which all this depends. */
  readonly variables: ReadonlySet<string>;
  readonly facts: FileFacts;
  readonly declared: ReadonlySet<Kind>;
  readonly others: readonly OtherResource[];
  /** Only if they are kept; else empty. */
  readonly consumers: readonly ConsumerEntry[];
}

export interface FileChecker {
  /** undefined if the `yaml` package is needed: for single items as `readAlone`, else for all of the file, which `checkParsed` checks then. */
  check(source: SourceText, readAlone?: ReadItemAlone): FileCheck | undefined;
  checkParsed(source: SourceText, parsed: ParseResult): FileCheck;
  /** To be awaited before parts are checked: loads what only long lists need. */
  prepareParts(): Promise<void>;
  /** Takes texts that follow each other in a file as one; undefined if the file must be read as a whole. */
  checkParts(file: string, parts: Iterable<PartText>, continuation?: Continuation): PartsCheck | undefined;
}

export interface PartsCheck {
  readonly check: FileCheck;
  /** How the file goes on behind them. */
  readonly continuation: Continuation;
}

export function createFileChecker(
  options: RunOptions,
  { keepsConsumers }: { readonly keepsConsumers: boolean },
): FileChecker {
  let current = new FileCheckBuilder("", false, undefined);
  const visitors = createVisitors(options, () => current);
  const start = (file: string): FileCheckBuilder => {
    current = new FileCheckBuilder(file, keepsConsumers, visitors);
    return current;
  };
  let known: KnownConsumers | undefined;
  const knownOf = (part: PartText, builder: FileCheckBuilder): KnownItemsOf | undefined => {
    // Where comments may silence findings, all of them must be read.
    if (!known || !part.bytes || part.readAlone || builder.mayBeSilenced) return undefined;
    const { gatherer, countFindings } = builder;
    const items = known.at({ text: part.source.text, bytes: part.bytes, gatherer, countFindings });
    return (section) => (section === "consumers" ? items : undefined);
  };
  return {
    check(given, readAlone) {
      const source = withoutMark(given);
      const builder = start(source.file);
      builder.begin(source);
      const parsed = walkFile(given, builder, { ...options, readAlone });
      if (!parsed) return undefined;
      builder.end(source, parsed);
      return builder.finish({ isRescued: readAlone !== undefined });
    },
    async prepareParts() {
      if (keepsConsumers) return;
      known ??= (await import("./known/known-consumers.ts")).KnownConsumers.for(options);
    },
    checkParts(file, parts, given) {
      const builder = start(file);
      let continuation = given;
      let isRescued = false;
      for (const part of parts) {
        isRescued ||= part.readAlone !== undefined;
        builder.begin(part.source);
        const walked = walkPart(part, continuation, builder, options, knownOf(part, builder));
        if (!walked) return undefined;
        builder.end(part.source, walked, { isPart: true });
        continuation = walked.continuation;
      }
      return continuation && { check: builder.finish({ isRescued }), continuation };
    },
    checkParsed(given, parsed) {
      const source = withoutMark(given);
      const builder = start(source.file);
      builder.begin(source);
      walkDocuments(parsed, builder, options);
      builder.end(source, parsed);
      return builder.finish({ isDeclined: true });
    },
  };
}

/** The hooks of all rules, by what they want to be shown. */
interface Visitors {
  readonly consumer: readonly NonNullable<Visitor["consumer"]>[];
  readonly credential: readonly NonNullable<Visitor["credential"]>[];
  readonly plugin: readonly NonNullable<Visitor["plugin"]>[];
  readonly other: readonly NonNullable<Visitor["other"]>[];
}

function createVisitors({ rules, facilities }: RunOptions, current: () => FileCheckBuilder): Visitors {
  const visitors = rules.flatMap((active) => {
    const visitor = active.rule.visit?.({
      ...facilities,
      writtenText: (spot) => current().writtenText(spot),
      report: (finding) => current().addFinding(diagnosticOf(finding, active)),
    });
    return visitor ? [visitor] : [];
  });
  return {
    consumer: visitors.flatMap(({ consumer }) => consumer ?? []),
    credential: visitors.flatMap(({ credential }) => credential ?? []),
    plugin: visitors.flatMap(({ plugin }) => plugin ?? []),
    other: visitors.flatMap(({ other }) => other ?? []),
  };
}

class FileCheckBuilder implements FileVisitor {
  readonly #file: string;
  /** Of the part that is looked at. */
  #source: SourceText = { file: "", text: "" };
  readonly #keepsConsumers: boolean;
  readonly #visitors: Visitors | undefined;
  readonly gatherer = new FactsGatherer();
  readonly #parsed: Diagnostic[] = [];
  readonly #found: Diagnostic[] = [];
  readonly #byRules: Diagnostic[] = [];
  readonly #unexplained: RawResource[] = [];
  readonly #leftOut: Diagnostic[] = [];
  readonly #declared = new Set<Kind>();
  readonly #others: OtherResource[] = [];
  readonly #consumers: ConsumerEntry[] = [];
  readonly #variables = new Set<string>();
  #suppressions: FileSuppressions | undefined;
  #mayBeSilenced: boolean | undefined;

  constructor(file: string, keepsConsumers: boolean, visitors: Visitors | undefined) {
    this.#file = file;
    this.#keepsConsumers = keepsConsumers;
    this.#visitors = visitors;
  }

  /** Before anything is found in a text of the file. */
  begin(source: SourceText): void {
    this.#source = source;
    this.#mayBeSilenced = undefined;
  }

  /** Whether the text may hold comments that silence findings. */
  get mayBeSilenced(): boolean {
    this.#mayBeSilenced ??= mayHoldSuppressions(this.#source);
    return this.#mayBeSilenced;
  }

  resource(resource: RawResource): void {
    if (!isRightBySchema(resource.kind, resource.value)) this.#unexplained.push(resource);
  }

  consumer(consumer: ConsumerEntry): void {
    this.gatherer.add(consumer);
    if (this.#keepsConsumers) this.#consumers.push(consumer);
    if (!this.#visitors) return;
    for (const visit of this.#visitors.consumer) visit(consumer);
    visitCredentialsOf(consumer, this.#visitCredential);
    this.#visitPlugins(consumer, "consumers");
  }

  other(kind: OtherKind, entry: OtherResource["entry"]): void {
    this.#others.push({ kind, entry });
    for (const visit of this.#visitors?.other ?? []) visit(kind, entry);
    this.#visitPlugins(entry, kind);
  }

  leftOut(place: Place): void {
    this.#leftOut.push({
      rule: "resource/identity",
      severity: "error",
      message: "this has no usable name or id, by which the gateway would know it",
      span: place.span(),
      help: "Give it one, as the schema rules say.",
    });
  }

  declare(kind: Kind): void {
    this.#declared.add(kind);
  }

  report(diagnostic: Diagnostic): void {
    this.#found.push(diagnostic);
  }

  /** By rules and schemas, so far. */
  readonly countFindings = (): number =>
    this.#found.length + this.#byRules.length + this.#unexplained.length + this.#leftOut.length;

  addFinding(diagnostic: Diagnostic): void {
    this.#byRules.push(diagnostic);
  }

  writtenText({ place, path, part }: Spot): string | undefined {
    const span = place?.span(path, part);
    if (!span) return undefined;
    const { text, origin } = this.#source;
    const before = origin?.offset ?? 0;
    return text.slice(span.start.offset - before, span.end.offset - before);
  }

  /** When all is found in it. */
  end(source: SourceText, { documents, diagnostics, comments, variables }: ParseResult, { isPart = false } = {}): void {
    for (const diagnostic of diagnostics) this.#parsed.push(diagnostic);
    for (const name of variables) this.#variables.add(name);
    // Where nothing could be read, nobody can say what a comment silences. A part of a file has no document of its own.
    const isReadable = comments !== undefined && (documents.length > 0 || isPart);
    const own = isReadable && this.mayBeSilenced ? readSuppressions(source, comments) : undefined;
    this.#suppressions = this.#suppressions && own ? joined(this.#suppressions, own) : (this.#suppressions ?? own);
  }

  finish({ isDeclined = false, isRescued = false } = {}): FileCheck {
    return {
      file: this.#file,
      parsed: this.#parsed,
      isDeclined,
      isRescued,
      found: this.#found,
      byRules: this.#byRules,
      unexplained: this.#unexplained,
      leftOut: this.#leftOut,
      suppressions: this.#suppressions,
      variables: this.#variables,
      facts: this.gatherer.facts,
      declared: this.#declared,
      others: this.#others,
      consumers: this.#consumers,
    };
  }

  readonly #visitCredential: NonNullable<Visitor["credential"]> = (plugin, settings, consumer, credential) => {
    for (const visit of this.#visitors?.credential ?? []) visit(plugin, settings, consumer, credential);
  };

  #visitPlugins(holder: OtherResource["entry"], kind: RawKind): void {
    const plugins = pluginsOf(holder);
    for (const name in plugins) {
      for (const visit of this.#visitors?.plugin ?? []) visit(name, plugins[name], holder, kind);
    }
  }
}

function joined(before: FileSuppressions, behind: FileSuppressions): FileSuppressions {
  return {
    suppressions: [...before.suppressions, ...behind.suppressions],
    diagnostics: [...before.diagnostics, ...behind.diagnostics],
  };
}
