/** The changes of a plan by resource: one that is written in two steps is one resource. */
import type { Change } from "../contract.ts";
import { identityOf } from "../dependencies.ts";
import type { Contested } from "./contract.ts";

/** By identity, in the order of the changes. */
export function contestedOf(changes: readonly Change[]): ReadonlyMap<string, Contested> {
  const steps = new Map<string, [Change, ...Change[]]>();
  for (const change of changes) {
    const identity = identityOf(change);
    const known = steps.get(identity);
    if (known) known.push(change);
    else steps.set(identity, [change]);
  }
  return new Map([...steps].map(([identity, changesOf]) => [identity, join(changesOf)]));
}

function join(steps: readonly [Change, ...Change[]]): Contested {
  const live = steps[0].before;
  const desired = steps.at(-1)?.after;
  return { steps, ...(live && { live }), ...(desired && { desired }) };
}
