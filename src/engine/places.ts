/** Places that requests under way hold, in memory (limit-conn). There are never more counters than requests under way, so none has to make room. */
import type { CounterStore } from "./contract.ts";

export function createPlaces(): Required<Pick<CounterStore, "enter" | "leave">> {
  const takenByKey = new Map<string, number>();
  return {
    enter(key, limit) {
      const taken = (takenByKey.get(key) ?? 0) + 1;
      if (taken > limit) return { isAdmitted: false, taken, ticket: "" };
      takenByKey.set(key, taken);
      return { isAdmitted: true, taken, ticket: "" };
    },
    leave(key) {
      const taken = (takenByKey.get(key) ?? 0) - 1;
      if (taken > 0) takenByKey.set(key, taken);
      else takenByKey.delete(key);
    },
  };
}
