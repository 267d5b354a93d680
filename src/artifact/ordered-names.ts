/** Usernames in their order, from any place on: consumer records lie in that order, so none before it is read. */

export interface OrderedNames {
  readonly count: number;
  at(index: number): string;
}

export const noNames: OrderedNames = { count: 0, at: () => "" };

/** Those that are not before `start`, by UTF-16 code unit, with their numbers. */
function* namesFrom({ count, at }: OrderedNames, start: string): Generator<readonly [name: string, index: number]> {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(middle) < start) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < count; index++) yield [at(index), index];
}

/** Of two lists in order without a name in common, the numbers of `hidden` left out of the first. */
export function* mergedNamesFrom(
  under: OrderedNames,
  hidden: ReadonlySet<number>,
  upper: OrderedNames,
  start: string,
): Generator<string> {
  const below = namesFrom(under, start);
  const above = namesFrom(upper, start);
  const nextBelow = (): string | undefined => {
    let next = below.next();
    while (next.done !== true && hidden.has(next.value[1])) next = below.next();
    return next.done === true ? undefined : next.value[0];
  };
  const nextAbove = (): string | undefined => {
    const next = above.next();
    return next.done === true ? undefined : next.value[0];
  };
  let low = nextBelow();
  let high = nextAbove();
  while (low !== undefined || high !== undefined) {
    if (low !== undefined && (high === undefined || low < high)) {
      yield low;
      low = nextBelow();
    } else if (high !== undefined) {
      yield high;
      high = nextAbove();
    }
  }
}
