/**
 * Reads what the next consumers hold before they are compiled. A million of them lie all over the memory, and whoever follows one from
 * object to object waits for each; of several at once, one step for all and then the next, the processor waits for many together.
 */
import type { ConsumerEntry } from "../model/config.ts";

/** Consumers that are read together: what they hold stays in the cache until they are compiled. */
export const readAtOnce = 32;

const values: unknown[] = new Array<unknown>(readAtOnce).fill(undefined);
const credentials: unknown[] = new Array<unknown>(readAtOnce).fill(undefined);

/** @returns a number that means nothing: without it, nothing would need to be read */
export function readAhead(entries: readonly ConsumerEntry[], from: number): number {
  const count = Math.min(readAtOnce, entries.length - from);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    const entry = entries[from + index];
    values[index] = entry?.value;
    credentials[index] = entry?.credentials;
    sum += entry?.id.length ?? 0;
  }
  for (let index = 0; index < count; index++) {
    const value = values[index] as ConsumerEntry["value"] | undefined;
    values[index] = value?.labels;
    const [first] = credentials[index] as ConsumerEntry["credentials"];
    credentials[index] = first?.value;
    sum += first?.id.length ?? 0;
  }
  for (let index = 0; index < count; index++) {
    const labels = values[index] as Readonly<Record<string, unknown>> | undefined;
    for (const name in labels) {
      const label = labels[name];
      if (typeof label === "string") sum += label.length;
    }
    credentials[index] = (credentials[index] as { plugins?: unknown } | undefined)?.plugins;
  }
  for (let index = 0; index < count; index++) {
    const plugins = credentials[index] as Readonly<Record<string, unknown>> | undefined;
    for (const name in plugins) {
      credentials[index] = plugins[name];
      break;
    }
  }
  for (let index = 0; index < count; index++) {
    const config = credentials[index] as Readonly<Record<string, unknown>> | undefined;
    for (const name in config) {
      const field = config[name];
      if (typeof field === "string") sum += field.charCodeAt(0);
    }
  }
  return sum;
}
