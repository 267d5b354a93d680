/**
 * What a plan means to callers: the engine decides on requests with their credentials, as the gateway is and as it will
 * be. It never compares text: two spellings of one configuration have no impact.
 */
import type { Live } from "../model/config.ts";
import type { Change } from "../plan/contract.ts";
import { accessChanges } from "./access.ts";
import { applyChanges } from "./apply-changes.ts";
import { assumeSame } from "./assume-same.ts";
import type { Impact, RouteName } from "./contract.ts";
import { openAndClosed } from "./open-routes.ts";
import { probesOf } from "./probes.ts";
import { maxConsumers, restricted, scopeOf } from "./scope.ts";
import { openSide, type SideServices } from "./side.ts";

export interface ImpactOptions extends SideServices {
  /** Consumers judged at most; 20,000 by default. */
  readonly maxConsumers?: number;
  /** Pairs of a consumer and a class of requests at most; 100,000 by default. */
  readonly maxPairs?: number;
}

/** @param live what the gateway holds, of every kind: what is not read counts as not there */
export async function impactOf(live: Live, changes: readonly Change[], options: ImpactOptions): Promise<Impact> {
  const assumed = assumeSame(live, changes);
  const planned = applyChanges(assumed.live, changes);
  const scope = scopeOf(changes, assumed.live, planned, options.maxConsumers ?? maxConsumers);
  const before = openSide(restricted(assumed.live, scope), options);
  const after = openSide(restricted(planned, scope), options);
  const { probes, classes, unreached } = await probesOf(before, after);
  const access = await accessChanges({ ...options, before, after, classes, scope, services: options });
  const judged = scope.direct.size + scope.indirect.size;
  return {
    ...openAndClosed(probes),
    lost: access.lost,
    gained: access.gained,
    limits: access.limits,
    notJudged: [
      ...new Set([
        ...assumed.notJudged,
        ...before.notJudged,
        ...after.notJudged,
        ...(unreached.length > 0 ? [describeUnreached(unreached)] : []),
        ...(scope.left > 0
          ? [`Only ${judged} of ${judged + scope.left} consumers were judged: there are too many.`]
          : []),
        ...access.notJudged,
      ]),
    ],
  };
}

const namedAtMost = 5;

function describeUnreached(routes: readonly RouteName[]): string {
  const names = routes.slice(0, namedAtMost).map(({ id, name }) => name ?? id);
  const rest = routes.length > namedAtMost ? ` and ${routes.length - namedAtMost} more` : "";
  return `No request could be made that reaches ${names.join(", ")}${rest}: who passes there is not judged.`;
}
