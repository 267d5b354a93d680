/** Gives back what a thread's heap has grown by while its program was loaded: most of it is not used again. */

/** Milliseconds; never reached where Node works as documented. */
const waitAtMost = 5_000;

/**
 * Collects all garbage and makes the heap as small as what lives in it, which V8 does by itself only for a thread that has been idle for minutes.
 * The protocol of debuggers has the one call for that which Node offers without a flag at its start; where Node was built without, nothing is done.
 */
export async function shrinkHeap(): Promise<void> {
  const inspector = await import("node:inspector").catch(() => undefined);
  if (!inspector) return;
  const session = new inspector.Session();
  session.connect();
  await new Promise<void>((resolve) => {
    const late = setTimeout(resolve, waitAtMost);
    session.post("HeapProfiler.collectGarbage", () => {
      clearTimeout(late);
      resolve();
    });
  });
  session.disconnect();
}
