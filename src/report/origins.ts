/** The words for whose a difference is: drift first, since it is what a sync would overwrite. */
import type { Change, FieldChange } from "../plan/contract.ts";
import type { Cause, ChangeOrigin, FieldOrigin, Origin, ThreeWay } from "../plan/three-way/contract.ts";
import { clip } from "./field-lines.ts";
import type { ImpactLevel } from "./impact-lines.ts";

export interface OriginSection {
  readonly origin: Origin;
  readonly level: ImpactLevel;
  readonly heading: string;
  readonly changes: readonly Change[];
}

const headings: readonly (readonly [Origin, ImpactLevel, string])[] = [
  ["drifted", "warning", "Drifted: changed by hand since the base, which a sync would overwrite"],
  ["conflict", "danger", "In conflict: changed by hand and in the files, which a sync would overwrite"],
  ["unknown", "warning", "Unknown: the base does not tell who changed it"],
  ["intended", "note", "Intended: changed in the files since the base"],
];

/** Those that hold something. */
export function originSections(changes: readonly Change[], { origins }: ThreeWay): readonly OriginSection[] {
  return headings.flatMap(([origin, level, heading]) => {
    const own = changes.filter((change) => origins.get(change)?.origin === origin);
    return own.length === 0 ? [] : [{ origin, level, heading, changes: own }];
  });
}

/** Such as `2 intended, 1 drifted, 1 in conflict`. */
export function summariseOrigins({ counts }: ThreeWay): string {
  const { intended, drifted, conflict, unknown } = counts;
  const untold = unknown > 0 ? [`${unknown} unknown to the base`] : [];
  return [`${intended} intended`, `${drifted} drifted`, `${conflict} in conflict`, ...untold].join(", ");
}

const causes: Readonly<Record<Cause, string>> = {
  "added-by-hand": "added by hand",
  "removed-by-hand": "removed by hand",
  "removed-by-hand-and-changed": "removed by hand, and changed in the files",
  "changed-by-hand-and-removed": "changed by hand, and removed from the files",
  "added-twice": "added by hand and in the files, with different values",
  "as-before-plan": "as before the plan: changed back by hand, or never written",
  "not-in-base": "the base does not know it",
};

export function causeOf({ cause }: ChangeOrigin): string | undefined {
  return cause && causes[cause];
}

export interface ShownField {
  readonly field: FieldChange;
  readonly remark?: string;
}

/**
 * The fields of a change that a reviewer is shown. What is new or gone whole is told by its name and plugins; JSON has
 * every field. But where one side made it go and the other changed it, that change is shown.
 */
export function shownFields({ action, fields }: Change, origin: ChangeOrigin | undefined): readonly ShownField[] {
  if (!origin || (action === "update" && origin.fields.length === 0)) {
    return action === "update" ? fields.map((field) => ({ field })) : [];
  }
  return origin.fields.map((field) => {
    const remark = action === "update" ? remarkOn(field, origin) : missingText(field);
    const shown = action === "update" ? field : sinceBase(field);
    return { field: shown, ...(remark !== undefined && { remark }) };
  });
}

/** What its section has not said already. */
function remarkOn(field: FieldOrigin, { origin, cause }: ChangeOrigin): string | undefined {
  if (field.missing) return missingText(field);
  if (field.origin === "conflict" && cause !== "added-twice") {
    return field.base === undefined ? "not in the base" : `in the base: ${clip(field.base)}`;
  }
  if (field.origin === origin) return undefined;
  return field.origin === "drifted" ? "changed by hand" : "changed in the files";
}

function missingText({ missing }: FieldOrigin): string | undefined {
  return missing && `the base's ${missing.map((name) => `\${${name}}`).join(", ")} is not set`;
}

/** From the base to the side that changed it. */
function sinceBase({ base, ...field }: FieldOrigin): FieldChange {
  return base === undefined ? field : { ...field, before: base };
}
