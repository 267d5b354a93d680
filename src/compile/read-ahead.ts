/**
 * Reads what the next consumers hold before they are compiled. A million of them lie all over the memory, and whoever follows one from
 * object to object waits for each; of several at once, one step for all and then the next, the processor waits for many together.
 */
import type { ConsumerEntry } from "../model/config.ts";
import { fieldsOf } from "./fields.ts";

/** Consumers that are read together: what they hold stays in the processor's cache until they are compiled. */
export const readAtOnce = 32;

/**
 * Reads `readAtOnce` consumers from one on: labels, and of the first credential the plugin's fields, which is what most of them have.
 * Returns a number that means nothing but is used, as otherwise nothing would need to be read.
 */
export type ReadAhead = (from: number) => number;

export function createReadAhead(entries: readonly ConsumerEntry[]): ReadAhead {
  const ofConsumers = new Array<unknown>(readAtOnce).fill(undefined);
  const ofCredentials = new Array<unknown>(readAtOnce).fill(undefined);
  return (from) => {
    const count = Math.min(readAtOnce, entries.length - from);
    let sum = 0;
    for (let index = 0; index < count; index++) {
      const entry = entries[from + index];
      ofConsumers[index] = entry?.value;
      ofCredentials[index] = entry?.credentials;
      sum += entry?.id.length ?? 0;
    }
    for (let index = 0; index < count; index++) {
      ofConsumers[index] = (ofConsumers[index] as ConsumerEntry["value"] | undefined)?.labels;
      const [first] = ofCredentials[index] as ConsumerEntry["credentials"];
      ofCredentials[index] = first?.value;
      sum += first?.id.length ?? 0;
    }
    for (let index = 0; index < count; index++) {
      const labels = fieldsOf(ofConsumers[index]);
      for (const name in labels) sum += lengthOf(labels[name]);
      ofCredentials[index] = fieldsOf(ofCredentials[index])?.plugins;
    }
    for (let index = 0; index < count; index++) {
      const plugins = fieldsOf(ofCredentials[index]);
      for (const name in plugins) ofCredentials[index] = plugins[name];
    }
    for (let index = 0; index < count; index++) {
      const config = fieldsOf(ofCredentials[index]);
      for (const name in config) sum += lengthOf(config[name]);
    }
    return sum;
  };
}

function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}
