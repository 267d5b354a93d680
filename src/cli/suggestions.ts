/** Values that an option is likely to have, for completion; `choices` of commander is for options that take no others. */
import type { Option } from "commander";

const known = new WeakMap<Option, readonly string[]>();

export function suggest(option: Option, values: readonly string[]): Option {
  known.set(option, values);
  return option;
}

export function suggestionsOf(option: Option): readonly string[] {
  return option.argChoices ?? known.get(option) ?? [];
}
