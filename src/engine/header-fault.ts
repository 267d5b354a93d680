/** Header fields that no server may forward, whoever handed them to the engine (RFC 9110 sections 5.1 and 5.5). */
import type { HeaderName } from "./header-names.ts";
import { BadTarget } from "./target.ts";

const controlCharacter = /[\0-\x08\x0a-\x1f\x7f]/;

/** @param longest characters that a value may have @returns why the request is refused; undefined if it is not */
export function fieldFault(name: HeaderName, value: string, longest: number): BadTarget | undefined {
  if (!name.isName) return new BadTarget("a header name with a character that it may not have");
  if (value.length > longest) return new BadTarget("a header value is too long", 431);
  if (controlCharacter.test(value)) return new BadTarget("a control character in a header value");
  return undefined;
}
