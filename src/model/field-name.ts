/** Tells the names of fields from secrets that stand where one belongs: `key-auth: {THE-KEY}`. */
import { authPlugins } from "./auth.ts";
import { closest } from "./closest.ts";
import { plainFieldNames, secretFieldNames } from "./generated/fields.ts";

/**
 * Whether a field's name may be shown. Below an authentication plugin only one that some schema knows, or that is
 * near to one and so probably misspelt.
 *
 * @param path the fields that lead to it
 */
export function isNameShown(name: string, path: readonly unknown[]): boolean {
  if (plainFieldNames.has(name) || secretFieldNames.has(name)) return true;
  if (!path.some((field) => authNames.has(field))) return true;
  return closest(name, [...secretFieldNames, ...plainFieldNames]) !== undefined;
}

/** ADC has the settings of a credential's plugin in `config`. */
const authNames: ReadonlySet<unknown> = new Set([...authPlugins, "config"]);
