/** Derives the ids of resources that are named but carry none (gateway reference, section 1.3). */

/** Dots alone are no segment of a path (RFC 3986, section 5.2.4). */
const validId = /^(?!\.{1,2}$)[a-zA-Z0-9-_.]{1,64}$/;

/** Hex SHA-1 of a text: 40 digits. Handed in, so that the model needs no crypto library. */
export type Sha1Hex = (text: string) => string;

/** The name itself if it is a valid id, else the SHA-1 of `name`, qualified by `scope` as ADC does (`USERNAME.NAME`). */
export function deriveId(name: string, scope: string | undefined, sha1Hex: Sha1Hex): string {
  if (validId.test(name)) return name;
  return sha1Hex(scope === undefined ? name : `${scope}.${name}`);
}

/** Orders by code unit, the same on every machine and locale. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
