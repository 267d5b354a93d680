/** Holds a request back. */
import type { EngineServices } from "./contract.ts";

/** Milliseconds; timers of longer ones fire at once. */
const longestTimer = 2 ** 31 - 1;

export function wait(services: EngineServices, milliseconds: number): Promise<void> {
  const length = Math.min(milliseconds, longestTimer);
  return services.sleep ? services.sleep(length) : new Promise((resolve) => setTimeout(resolve, length));
}
