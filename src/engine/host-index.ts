/** Things filed under host patterns: found by exact host, then by the longest wildcard suffix, then those for any host. */

export class HostIndex<T> {
  /** Made when they are needed: mostly all is for any host. */
  #exact: Map<string, T[]> | undefined;
  #suffixes: Map<string, T[]> | undefined;
  #suffixLengths: number[] | undefined;
  #anyHost: T[] | undefined;
  /** In place of a list of one, which is what there mostly is. */
  #only: T | undefined;
  readonly #order: (left: T, right: T) => number;

  /** @param order of things under the same host */
  constructor(order: (left: T, right: T) => number) {
    this.#order = order;
  }

  /** @param hosts names or `*.suffix`; empty for any host */
  add(hosts: readonly string[], item: T): void {
    if (hosts.length === 0) {
      this.#anyHost ??= [];
      this.#anyHost.push(item);
    }
    for (const host of hosts.map((each) => each.toLowerCase())) {
      if (host.startsWith("*")) {
        this.#suffixes ??= new Map();
        append(this.#suffixes, host.slice(1), item);
      } else {
        this.#exact ??= new Map();
        append(this.#exact, host, item);
      }
    }
  }

  /** Puts everything in order; call once after the last `add`. */
  close(): void {
    if (this.#suffixes) {
      const lengths = new Set([...this.#suffixes.keys()].map((suffix) => suffix.length));
      this.#suffixLengths = [...lengths].sort((left, right) => right - left);
    }
    const lists = [...(this.#exact?.values() ?? []), ...(this.#suffixes?.values() ?? []), this.#anyHost ?? []];
    for (const list of lists) list.sort(this.#order);
    if (this.#anyHost?.length !== 1) return;
    this.#only = this.#anyHost[0];
    this.#anyHost = undefined;
  }

  /** Everything in the order in which it is tried, the host undefined for any; undefined if suffixes are among them. Known after `close`. */
  get entries(): readonly { readonly host: string | undefined; readonly item: T }[] | undefined {
    if (this.#suffixes) return undefined;
    const ofHosts = [...(this.#exact ?? [])].flatMap(([host, items]) => items.map((item) => ({ host, item })));
    const others = this.#only === undefined ? (this.#anyHost ?? []) : [this.#only];
    return [...ofHosts, ...others.map((item) => ({ host: undefined, item }))];
  }

  /** The first thing that is filed under this host and accepted. */
  find<Context>(host: string, accepts: (item: T, context: Context) => boolean, context: Context): T | undefined {
    const exact = this.#exact && firstOf(this.#exact.get(host), accepts, context);
    if (exact !== undefined) return exact;
    if (this.#suffixLengths) {
      for (const length of this.#suffixLengths) {
        // Something must stand before the suffix.
        if (length >= host.length) continue;
        const found = firstOf(this.#suffixes?.get(host.slice(-length)), accepts, context);
        if (found !== undefined) return found;
      }
    }
    if (this.#only !== undefined) return accepts(this.#only, context) ? this.#only : undefined;
    return firstOf(this.#anyHost, accepts, context);
  }
}

function firstOf<T, Context>(
  list: readonly T[] | undefined,
  accepts: (item: T, context: Context) => boolean,
  context: Context,
): T | undefined {
  if (list) for (const item of list) if (accepts(item, context)) return item;
  return undefined;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
