/** Header fields that no server may forward, whoever handed them to the engine (RFC 9110 sections 5.1 and 5.5). */
import type { HeaderList } from "./contract.ts";
import { isHeaderName } from "./headers.ts";
import { BadTarget } from "./target.ts";

const controlCharacter = /[\0-\x08\x0a-\x1f\x7f]/;

/** @param longest characters that a value may have @returns why the request is refused; undefined if it is not */
export function headerFault(headers: HeaderList, longest: number): BadTarget | undefined {
  for (const [name, value] of headers) {
    if (!isHeaderName(name)) return new BadTarget("a header name with a character that it may not have");
    if (value.length > longest) return new BadTarget("a header value is too long", 431);
    if (controlCharacter.test(value)) return new BadTarget("a control character in a header value");
  }
  return undefined;
}
