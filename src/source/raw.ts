/** A resource as the shapes hand it on: its value in the native form, and a place that still points into the file as it was written. */
import type { Kind } from "../model/config.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { Part, Path, Place } from "../model/place.ts";

/** Credentials stay inside their consumers here. */
export type RawKind = Exclude<Kind, "credentials">;

export interface RawResource {
  readonly kind: RawKind;
  readonly value: unknown;
  readonly place: Place;
}

export interface RawConfig {
  readonly resources: readonly RawResource[];
  /** Sections that stand in a document, be it empty. */
  readonly declared: ReadonlySet<Kind>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Says that what stands at `from` in the native form was written at `to`. */
export interface Rewrite {
  readonly from: Path;
  readonly to: Path;
  /** The part at `to`, where it is another one than was asked for. */
  readonly part?: Part;
  /** Holds only when this part of exactly `from` is asked for. */
  readonly onlyFor?: Part;
}

/** The part of `place` below `path`. */
export function placeBelow(place: Place, path: Path): Place {
  return { span: (below = [], part = "value") => place.span([...path, ...below], part) };
}

/** A place whose native paths are first translated by the longest rewrite that fits. */
export function rewritten(place: Place, rewrites: readonly Rewrite[]): Place {
  if (rewrites.length === 0) return place;
  return {
    span(path = [], part = "value") {
      const fitting = rewrites
        .filter((rewrite) => fits(rewrite, path, part))
        .sort((left, right) => right.from.length - left.from.length)[0];
      if (!fitting) return place.span(path, part);
      const rest = path.slice(fitting.from.length);
      return place.span([...fitting.to, ...rest], rest.length === 0 && fitting.part ? fitting.part : part);
    },
  };
}

function fits({ from, onlyFor }: Rewrite, path: Path, part: Part): boolean {
  if (onlyFor && (onlyFor !== part || path.length !== from.length)) return false;
  return from.every((key, index) => path[index] === key);
}
