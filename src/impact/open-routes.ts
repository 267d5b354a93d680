/** Routes that begin to let anyone in, and those that cease to. */
import type { Decision } from "../engine/contract.ts";
import type { ClosedRoute, OpenedRoute } from "./contract.ts";
import { type Landing, type Probe, routeNameOf } from "./probes.ts";
import { refusalReason } from "./reasons.ts";

export interface OpenAndClosed {
  readonly open: readonly OpenedRoute[];
  readonly closed: readonly ClosedRoute[];
}

export function openAndClosed(probes: readonly Probe[]): OpenAndClosed {
  const open = new Map<string, OpenedRoute>();
  const closed = new Map<string, ClosedRoute>();
  for (const probe of probes) {
    const route = routeNameOf(probe);
    if (!route) continue;
    const before = isOpen(probe.before);
    const after = isOpen(probe.after);
    if (after && !before) {
      const anonymousConsumer = anonymousOf(probe.after.decision);
      const isNew = !probe.before.route && (open.get(route.id)?.isNew ?? true);
      open.set(route.id, { route, isNew, ...(anonymousConsumer !== undefined && { anonymousConsumer }) });
    }
    if (before && !after && probe.after.decision.kind === "respond") {
      closed.set(route.id, { route, reason: refusalReason(probe.after.decision) });
    }
  }
  return { open: [...open.values()], closed: [...closed.values()] };
}

/** Whether a request without a credential passes. */
export function isOpen({ decision }: Landing): boolean {
  return decision.kind === "forward";
}

function anonymousOf(decision: Decision): string | undefined {
  return decision.kind === "forward" ? decision.consumer : undefined;
}
