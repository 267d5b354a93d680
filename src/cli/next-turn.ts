/** Lets the requests that wait be answered before work goes on: what is done between two of these is all that they wait for. */

export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
