/** What a semantic rule is: a small object that looks over the whole configuration and reports. */
import type { Config } from "../../model/config.ts";
import type { Severity } from "../../model/diagnostic.ts";
import type { Part, Path, Place } from "../../model/place.ts";

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

export interface RuleContext {
  /** May hold resources that the schema check found wrong: look at fields with care. */
  readonly config: Config;
  readonly customPlugins: ReadonlySet<string>;
  readonly targets: ReadonlySet<Target>;
  /** What the embedded proxy runs; absent if nobody said. */
  readonly executablePlugins: ReadonlySet<string> | undefined;
  /** The text of the file at a spot, before `${VAR}` was replaced; undefined for what stands in no file. */
  writtenText(spot: Spot): string | undefined;
  report(finding: Finding): void;
}

export interface Rule {
  /** `group/name`; never changes once released. */
  readonly id: string;
  readonly severity: RuleSeverity;
  check(context: RuleContext): void;
}
