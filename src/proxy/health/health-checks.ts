/** Health checks of all upstreams that have some; what is known of a node outlives a reload that changes nothing for it. */
import type { CompiledNode, CompiledUpstream } from "../../artifact/contract.ts";
import type { NodeReport, UpstreamTls } from "../contract.ts";
import { nodeAuthority } from "../upstream-headers.ts";
import { type CheckedNode, type Checker, createChecker } from "./checker.ts";

export interface HealthChecks {
  /** These are checked from now on, and no others. */
  use(upstreams: readonly CompiledUpstream[]): void;
  /** undefined for an upstream without checks. */
  find(upstream: CompiledUpstream, node: CompiledNode): CheckedNode | undefined;
  report(): readonly NodeReport[];
  close(): void;
}

/** @param tell a node was taken out, or is back */
export function createHealthChecks(tls: UpstreamTls, tell: (text: string) => void): HealthChecks {
  let checkers: ReadonlyMap<string, Checker> = new Map();
  const replace = (next: ReadonlyMap<string, Checker>): void => {
    for (const [key, checker] of checkers) if (!next.has(key)) checker.close();
    checkers = next;
  };
  return {
    use(upstreams) {
      const next = new Map<string, Checker>();
      for (const upstream of upstreams) {
        if (upstream.checks === undefined) continue;
        const key = keyOf(upstream);
        const checker = next.get(key) ?? checkers.get(key) ?? createChecker(upstream, upstream.checks, tls, tell);
        checker.use(upstream.nodes);
        next.set(key, checker);
      }
      replace(next);
    },
    find(upstream, node) {
      if (upstream.checks === undefined) return undefined;
      return checkers.get(keyOf(upstream))?.nodes.get(nodeAuthority(node));
    },
    report: () =>
      [...checkers.values()].flatMap(({ owner, nodes }) =>
        [...nodes].map(([node, { isHealthy, change }]) => ({
          upstream: owner,
          node,
          isHealthy,
          ...(change && { change }),
        })),
      ),
    close: () => replace(new Map()),
  };
}

/** What is found out of a node holds as long as it is asked for in the same way. */
function keyOf({ owner, passHost, upstreamHost, checks }: CompiledUpstream): string {
  return JSON.stringify([owner, passHost, upstreamHost, checks]);
}
