/** Tells names of fields, and plain values, from secrets that stand where one belongs: `key-auth: {THE-KEY}`, `algorithm: THE-KEY`. */
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

/**
 * Whether a value of a plain field may be shown. Below an authentication plugin, where an algorithm, a number or a truth
 * value belongs, only what looks like one.
 *
 * @param path the fields that lead to it, and its own
 */
export function isValueShown(text: string, path: readonly unknown[]): boolean {
  return !isNarrow(path) || narrowValue.test(text);
}

/** Whether it depends on its value if a plain field's may be shown. */
export function isNarrow(path: readonly unknown[]): boolean {
  return (
    narrowFields.has(path.findLast((key) => typeof key === "string")) && path.some((field) => authNames.has(field))
  );
}

const narrowFields: ReadonlySet<unknown> = new Set([
  "algorithm",
  "allowed_algorithms",
  "base64_secret",
  "claims_to_verify",
  "clock_skew",
  "exp",
  "hide_credentials",
  "lifetime_grace_period",
  "max_req_body_size",
  "store_in_ctx",
  "validate_request_body",
]);

/** As `HS256`, `hmac-sha512`, `false` or `-1.5`. */
const narrowValue = /^(?:[a-z]{1,6}[-_ ]?[a-z]{0,4}[-_ ]?\d{0,3}|[-+]?[\d._]{1,12})$/i;

/** ADC has the settings of a credential's plugin in `config`. */
const authNames: ReadonlySet<unknown> = new Set([...authPlugins, "config"]);
