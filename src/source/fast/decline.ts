/** How the fast reader gives up: at the first construct outside its subset, whether wrong or only rare. */

/** Caught in one place; the file then goes to the `yaml` package as a whole. */
export class Declined extends Error {}

export function decline(): never {
  throw new Declined();
}
