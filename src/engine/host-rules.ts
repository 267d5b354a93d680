/**
 * What the few routes of one path ask that tell hosts apart, as numbers that lie side by side: where there are thousands of routes, time goes into
 * waiting for the memory of the objects that say the same.
 */

/** A route under one host, or under any. */
export interface HostRule {
  readonly host: string | undefined;
  /** Of the route's other rules, above 0. */
  readonly code: number;
}

/** More of one path are sooner found by a map of their hosts. */
const mostOfPath = 8;
/** Of a rule: its host's number, its code. A code of 0 ends those of a path. */
const numbersOfRule = 2;

export class HostRules {
  readonly #hosts = new Map<string, number>();
  readonly #rules: number[] = [];
  #closed = new Int32Array(0);

  /** @param rules of one path, in the order in which they are tried @returns where they begin; undefined if they are too many */
  add(rules: readonly HostRule[]): number | undefined {
    if (rules.length > mostOfPath) return undefined;
    const start = this.#rules.length;
    for (const { host, code } of rules) this.#rules.push(host === undefined ? anyHost : this.#numberOf(host), code);
    this.#rules.push(anyHost, 0);
    return start;
  }

  /** Call once after the last `add`. */
  close(): void {
    this.#closed = Int32Array.from(this.#rules);
    this.#rules.length = 0;
  }

  /** The first route that the host leads to and that takes the request, or -1. @param take a code's route, or -1 if that does not take it */
  find(start: number, host: string, take: (code: number) => number): number {
    const number = this.#hosts.get(host) ?? unknownHost;
    const rules = this.#closed;
    for (let at = start; ; at += numbersOfRule) {
      const code = rules[at + 1] ?? 0;
      if (code === 0) return -1;
      if (rules[at] !== anyHost && rules[at] !== number) continue;
      const route = take(code);
      if (route >= 0) return route;
    }
  }

  #numberOf(host: string): number {
    const known = this.#hosts.get(host) ?? this.#hosts.size + 1;
    this.#hosts.set(host, known);
    return known;
  }
}

const anyHost = 0;
const unknownHost = -1;
