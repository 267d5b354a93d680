/** What a semantic rule is: a small object that looks over the whole configuration and reports. */
import type { Config } from "../../model/config.ts";
import type { Severity } from "../../model/diagnostic.ts";
import type { Part, Path, Place } from "../../model/place.ts";

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
}

export interface RuleContext {
  /** May hold resources that the schema check found wrong: look at fields with care. */
  readonly config: Config;
  readonly customPlugins: ReadonlySet<string>;
  report(finding: Finding): void;
}

export interface Rule {
  /** `group/name`; never changes once released. */
  readonly id: string;
  readonly severity: Severity;
  check(context: RuleContext): void;
}
