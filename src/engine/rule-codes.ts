/**
 * What most routes ask of a request, as one number: which route it is, which methods it takes and how its path goes on. Read where the path was
 * found, it spares reading four objects of a route that lie far apart. Few sets of methods and few ends of paths serve thousands of routes.
 */

const [routeBits, methodsBits, patternBits] = [17, 6, 8];

export class RuleCodes {
  /** undefined, in the first place: all. */
  readonly #methods: (ReadonlySet<string> | undefined)[] = [undefined];
  readonly #patterns: (RegExp | undefined)[] = [undefined];

  /** @param route its number @returns a positive number; undefined where there are too many of something */
  encode(route: number, methods: ReadonlySet<string> | undefined, pattern: RegExp | undefined): number | undefined {
    const methodsCode = placeIn(this.#methods, methods, methodsBits);
    const patternCode = placeIn(this.#patterns, pattern, patternBits);
    if (methodsCode === undefined || patternCode === undefined || route + 1 >= 2 ** routeBits) return undefined;
    return ((route + 1) << (methodsBits + patternBits)) | (methodsCode << patternBits) | patternCode;
  }

  /** The number of the route if it takes the request, or -1. @param start where the rest of the path begins */
  route(code: number, method: string, path: string, start: number): number {
    const methods = this.#methods[(code >> patternBits) & (2 ** methodsBits - 1)];
    if (methods && !methods.has(method)) return -1;
    const pattern = this.#patterns[code & (2 ** patternBits - 1)];
    if (pattern) {
      pattern.lastIndex = start;
      if (!pattern.test(path)) return -1;
    }
    return (code >> (methodsBits + patternBits)) - 1;
  }
}

/** Where it stands in the list, to which it is added if it is new. */
function placeIn<T>(list: T[], item: T, bits: number): number | undefined {
  const known = list.indexOf(item);
  if (known >= 0) return known;
  return list.length < 2 ** bits ? list.push(item) - 1 : undefined;
}
