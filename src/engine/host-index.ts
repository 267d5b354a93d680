/** Things filed under host patterns: found by exact host, then by the longest wildcard suffix, then those for any host. */

export class HostIndex<T> {
  readonly #exact = new Map<string, T[]>();
  readonly #suffixes = new Map<string, T[]>();
  #suffixLengths: number[] = [];
  readonly #anyHost: T[] = [];
  readonly #order: (left: T, right: T) => number;

  /** @param order of things under the same host */
  constructor(order: (left: T, right: T) => number) {
    this.#order = order;
  }

  /** @param hosts names or `*.suffix`; empty for any host */
  add(hosts: readonly string[], item: T): void {
    if (hosts.length === 0) this.#anyHost.push(item);
    for (const host of hosts.map((each) => each.toLowerCase())) {
      if (host.startsWith("*")) append(this.#suffixes, host.slice(1), item);
      else append(this.#exact, host, item);
    }
  }

  /** Puts everything in order; call once after the last `add`. */
  close(): void {
    const lengths = new Set([...this.#suffixes.keys()].map((suffix) => suffix.length));
    this.#suffixLengths = [...lengths].sort((left, right) => right - left);
    for (const list of [...this.#exact.values(), ...this.#suffixes.values(), this.#anyHost]) list.sort(this.#order);
  }

  /** The first thing that is filed under this host and accepted. */
  find(host: string, accepts: (item: T) => boolean): T | undefined {
    const exact = this.#exact.size > 0 ? this.#exact.get(host)?.find(accepts) : undefined;
    if (exact) return exact;
    for (const length of this.#suffixLengths) {
      // Something must stand before the suffix.
      if (length >= host.length) continue;
      const found = this.#suffixes.get(host.slice(-length))?.find(accepts);
      if (found) return found;
    }
    return this.#anyHost.find(accepts);
  }
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
