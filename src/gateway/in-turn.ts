/** The same work, one call after the other: each starts from what the one before has left, even if that failed. */
export function inTurn<T>(work: (input: T) => Promise<void>): (input: T) => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return (input) => {
    last = last.catch(() => undefined).then(() => work(input));
    return last;
  };
}
