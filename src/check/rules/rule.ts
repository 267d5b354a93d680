/** What a semantic rule is: a small object that looks at the resources as they come by, or at all of them together, and reports. */
import type { AuthPlugin } from "../../model/auth.ts";
import type { ConsumerEntry, Entry } from "../../model/config.ts";
import type { Severity } from "../../model/diagnostic.ts";
import type { Credential } from "../../model/generated/types.ts";
import type { Part, Path, Place } from "../../model/place.ts";
import type { RawKind } from "../../source/raw.ts";
import type { Survey } from "../survey/survey.ts";

/** `off`: the rule does not run unless it is given another severity. */
export type RuleSeverity = Severity | "off";

/** What the files are meant for. */
export type Target = "apisix" | "api7" | "standalone" | "rollcall";

/** A spot in a resource. */
export interface Spot {
  readonly place: Place | undefined;
  readonly path?: Path;
  readonly part?: Part;
}

export interface Finding extends Spot {
  readonly message: string;
  readonly related?: readonly (Spot & { readonly message: string })[];
  readonly help?: string;
  /** What to write there instead, where one text is probably meant. */
  readonly replacement?: string;
}

export type Report = (finding: Finding) => void;

/** What the engine of the embedded proxy could not do with what is right by the schemas. */
export interface EngineFaults {
  /** Why it could not execute this configuration of one of its plugins. */
  pluginFault(name: string, config: Readonly<Record<string, unknown>>): string | undefined;
  /** Why it could not match this route. */
  routeFault(route: {
    readonly uris: readonly string[];
    readonly remoteAddrs: readonly string[];
    readonly vars?: readonly unknown[];
  }): string | undefined;
}

export interface RuleContext {
  readonly customPlugins: ReadonlySet<string>;
  /** A text that one of them matches is known to be no secret. */
  readonly allowedSecrets: readonly RegExp[];
  readonly targets: ReadonlySet<Target>;
  /** What the embedded proxy runs; absent if nobody said. */
  readonly executablePlugins: ReadonlySet<string> | undefined;
  /** Absent if nobody said. */
  readonly engineFaults: EngineFaults | undefined;
  /** The text of the file at a spot, before `${VAR}` was replaced; undefined for what stands in no file. */
  writtenText(spot: Spot): string | undefined;
  readonly report: Report;
}

/** Kinds of resources that are not consumers. */
export type OtherKind = Exclude<RawKind, "consumers">;

/**
 * Is shown one resource after the other, in no order that means anything, and may keep nothing of one for the next:
 * there may be a million, read by several threads. What it is shown may be wrong by the schemas: look at fields with care.
 */
export interface Visitor {
  consumer?(consumer: ConsumerEntry): void;
  /** Every auth plugin of a consumer; `credential` is absent for one that stands in the consumer itself. */
  credential?(
    plugin: AuthPlugin,
    settings: unknown,
    consumer: ConsumerEntry,
    credential: Entry<Credential> | undefined,
  ): void;
  /** Every plugin of every resource but credentials. */
  plugin?(name: string, settings: unknown, holder: Entry<unknown>, kind: RawKind): void;
  other?(kind: OtherKind, entry: Entry<unknown>): void;
}

/** For the rules that compare: the survey tells which consumers are worth a second look. */
export interface ConcludeContext extends RuleContext {
  /** Shows the consumers of these rows of the survey again, in their order, when all rules have asked. One that is gone is left out. */
  lookAgain(rows: readonly number[], see: (consumers: readonly ConsumerEntry[]) => void): void;
}

export interface Rule {
  /** `group/name`; never changes once released. */
  readonly id: string;
  readonly severity: RuleSeverity;
  visit?(context: RuleContext): Visitor;
  /** Called once, behind all visits. */
  conclude?(survey: Survey, context: ConcludeContext): void;
}
