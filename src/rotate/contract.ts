/** What a rotation asks of the files and makes of them. Labels of the old credential carry its state, so that the files alone say what comes next. */
import type { AuthPlugin } from "../model/auth.ts";
import type { Sha1Hex } from "../model/identity.ts";
import type { SourceText } from "../source/document.ts";
import type { Environment } from "../source/environment.ts";
import type { Day } from "./days.ts";

/** On a credential that has a successor. Their values pass the schema's rule for labels (gateway reference, section 1.1). */
export const rotationLabels = {
  /** The last day on which the credential is kept, such as `2026-12-01`. */
  retireAfter: "rollcall-retire-after",
  /** The id of its successor, which any name has; a name may hold white space, which a label may not. */
  replacedBy: "rollcall-replaced-by",
} as const;

/** The declared files, and what their variables stand for. */
export interface Declared {
  readonly sources: readonly SourceText[];
  readonly environment: Environment;
  readonly sha1Hex: Sha1Hex;
}

/** A file with its new text. */
export interface FileChange {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Why nothing was changed, for the user and without secrets. */
export interface Refusal {
  readonly refused: string;
}

/** A credential and the day on which it stops being kept. */
export interface Retirement {
  readonly username: string;
  readonly credential: string;
  readonly retireAfter: Day;
  readonly successor: Successor;
}

export interface Successor {
  readonly id: string;
  readonly name: string;
  readonly plugin: AuthPlugin;
  /** By which the gateway finds it, if every variable in it is known. */
  readonly lookup: string | undefined;
}
