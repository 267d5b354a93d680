/** How long to wait before what has ended is started again: not at all at first, then longer each time that it did not live long. */

export interface RestartPauses {
  /** Milliseconds: what lived longer ended for a reason of its own. */
  readonly healthyAfter: number;
  /** Milliseconds. */
  readonly shortest: number;
  readonly longest: number;
}

/** The result is called with when what has just ended was started, by `performance.now()`; it returns milliseconds. */
export function createRestartPause({ healthyAfter, shortest, longest }: RestartPauses): (startedAt: number) => number {
  let shortLives = 0;
  return (startedAt) => {
    shortLives = performance.now() - startedAt < healthyAfter ? shortLives + 1 : 0;
    return shortLives < 2 ? 0 : Math.min(longest, shortest * 2 ** (shortLives - 2));
  };
}
