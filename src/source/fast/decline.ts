/** How the fast reader gives up: at the first construct outside its subset, whether wrong or only rare. */

/** Caught where an item, or else the file, goes to the `yaml` package. */
export class Declined extends Error {}

/** Nobody looks at where it was thrown, and to find that out takes longer than to read an item. */
const declined = new Declined();

export function decline(): never {
  throw declined;
}
