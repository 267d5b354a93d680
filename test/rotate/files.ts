/** A file with credentials, rotated: what the tests of this folder share. */
import { type BeginRequest, begin } from "../../src/rotate/begin.ts";
import type { Declared, Refusal } from "../../src/rotate/contract.ts";
import { declaredConsumers } from "../../src/rotate/locate.ts";
import { sha1Hex } from "../plan/configs.ts";

export const today = "2026-11-24";

export function declaredIn(file: string, text: string, environment: Record<string, string> = {}): Declared {
  return { sources: [{ file, text }], environment, sha1Hex };
}

export interface Outcome {
  readonly text: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly presents: string | undefined;
}

/** Rotates a credential of the given or the first consumer, with secrets that tell how they were asked for. */
export function rotate(declared: Declared, name: string, options: Partial<BeginRequest> = {}): Outcome | Refusal {
  const consumers = declaredConsumers(declared);
  const consumer = options.consumer ?? consumers[0];
  const current = consumer?.credentials.find((credential) => credential.name === name);
  if (!consumer || !current) throw new Error(`no credential ${name}`);
  const begun = begin(declared, {
    consumers,
    consumer,
    current,
    retireAfter: "2026-12-01",
    reveal: false,
    knownVariables: new Set(Object.keys(declared.environment)),
    makeSecret: (bytes, encoding) => `random-${bytes}-${encoding}`,
    ...options,
  });
  if ("refused" in begun) return begun;
  const { change, variables, presents } = begun;
  return { text: change.after, variables: Object.fromEntries(variables), presents };
}
