/** Finds consumers by a part of their names without keeping requests waiting: a slice at a time. */
import type { Artifact } from "../artifact/contract.ts";

export interface Found {
  readonly usernames: readonly string[];
  /** More consumers match than are listed, or not all were looked at. */
  readonly isPartial: boolean;
}

/** Of a search: consumers looked at, and found. A whole name is always found. */
const mostLooked = 50_000;
const mostFound = 25;
const slice = 250;

export async function findConsumers(artifact: Artifact, text: string): Promise<Found> {
  const wanted = text.toLowerCase();
  const exact = artifact.findConsumer(text);
  const usernames: string[] = exact < 0 ? [] : [artifact.consumer(exact).username];
  const end = Math.min(artifact.consumerCount, mostLooked);
  for (let index = 0; index < end; index++) {
    if (index % slice === slice - 1) await new Promise((resolve) => setImmediate(resolve));
    const { username } = artifact.consumer(index);
    if (index === exact || !username.toLowerCase().includes(wanted)) continue;
    if (usernames.length >= mostFound) return { usernames, isPartial: true };
    usernames.push(username);
  }
  return { usernames, isPartial: end < artifact.consumerCount };
}
