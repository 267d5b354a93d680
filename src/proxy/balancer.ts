/** Chooses the node that takes a request: smooth weighted round robin, fewest connections, or a consistent hash. */
import type { CompiledNode, CompiledUpstream } from "../artifact/contract.ts";
import { textHash } from "../engine/text-hash.ts";
import type { CheckedNode } from "./health/checker.ts";

/** What the choice depends on; shared by all upstreams that name the same server, and kept when the configuration is replaced. */
export interface NodeState {
  /** Requests under way. */
  active: number;
  /** Milliseconds of the monotonic clock until which the node is passed over; 0: it is well. */
  downUntil: number;
}

/** A node of one upstream. */
export interface Candidate<S extends NodeState> {
  readonly node: CompiledNode;
  readonly state: S;
  /** undefined: it is not checked. */
  readonly checked: CheckedNode | undefined;
}

export interface Balancer<S extends NodeState> {
  /**
   * The node for the next attempt: of the highest priority that has one that is well and not tried; if all of them are
   * down, one that is down. Nodes that health checks have found unhealthy are left out, unless all of them are. Undefined
   * if every node was tried.
   */
  pick(now: number, tried: ReadonlySet<S>, hashKey: string): Candidate<S> | undefined;
}

export function createBalancer<S extends NodeState>(
  upstream: CompiledUpstream,
  stateOf: (node: CompiledNode) => S,
  checkedOf: (node: CompiledNode) => CheckedNode | undefined = () => undefined,
): Balancer<S> {
  const tiers = groupByPriority(upstream.nodes, stateOf, checkedOf);
  const choose = algorithms[upstream.type] ?? smoothRoundRobin;
  const isChecked = upstream.checks !== undefined;
  const [[first] = [], ...otherTiers] = tiers;
  const only = otherTiers.length === 0 && tiers[0]?.length === 1 ? first : undefined;
  return {
    pick(now, tried, hashKey) {
      // However ill it is, there is no other.
      if (only !== undefined) return tried.has(only.state) ? undefined : only;
      const mayServe = isChecked && tiers.some((tier) => tier.some(isHealthy)) ? isHealthy : isAny;
      for (const isUsable of [isWell, isAny]) {
        for (const tier of tiers) {
          const member = choose(
            tier,
            (one) => mayServe(one) && isUsable(one, now) && !tried.has(one.state as S),
            hashKey,
          );
          if (member !== undefined) return member as Member<S>;
        }
      }
      return undefined;
    },
  };
}

interface Member<S extends NodeState> extends Candidate<S> {
  /** Running weight of smooth round robin. */
  current: number;
  readonly hashSeed: number;
}

type AnyMember = Member<NodeState>;
type Usable = (member: AnyMember) => boolean;
type Algorithm = (tier: readonly AnyMember[], isUsable: Usable, hashKey: string) => AnyMember | undefined;

/** ewma needs latencies that are not kept; the number of requests under way tells much the same. */
const algorithms: Readonly<Record<string, Algorithm>> = {
  roundrobin: smoothRoundRobin,
  least_conn: fewestConnections,
  ewma: fewestConnections,
  chash: rendezvousHash,
};

const isHealthy: Usable = ({ checked }) => checked?.isHealthy !== false;
const isWell = ({ state }: AnyMember, now: number): boolean => state.downUntil <= now;
const isAny = (): boolean => true;

function groupByPriority<S extends NodeState>(
  nodes: readonly CompiledNode[],
  stateOf: (node: CompiledNode) => S,
  checkedOf: (node: CompiledNode) => CheckedNode | undefined,
): Member<S>[][] {
  const tiers = new Map<number, Member<S>[]>();
  for (const node of nodes) {
    if (node.weight <= 0) continue;
    const tier = tiers.get(node.priority) ?? [];
    tier.push({
      node,
      state: stateOf(node),
      checked: checkedOf(node),
      current: 0,
      hashSeed: textHash(`${node.host}:${node.port}`),
    });
    tiers.set(node.priority, tier);
  }
  return [...tiers].sort(([left], [right]) => right - left).map(([, tier]) => tier);
}

/** Nginx's algorithm: everyone gains its weight, the richest serves and pays the total. */
function smoothRoundRobin(tier: readonly AnyMember[], isUsable: Usable): AnyMember | undefined {
  let total = 0;
  let best: AnyMember | undefined;
  for (const member of tier) {
    if (!isUsable(member)) continue;
    total += member.node.weight;
    member.current += member.node.weight;
    if (best === undefined || member.current > best.current) best = member;
  }
  if (best !== undefined) best.current -= total;
  return best;
}

/** Fewest requests under way per weight; round robin among equals. */
function fewestConnections(tier: readonly AnyMember[], isUsable: Usable): AnyMember | undefined {
  let fewest = Number.POSITIVE_INFINITY;
  for (const member of tier) {
    if (isUsable(member)) fewest = Math.min(fewest, member.state.active / member.node.weight);
  }
  return smoothRoundRobin(tier, (member) => isUsable(member) && member.state.active / member.node.weight <= fewest);
}

/** Weighted rendezvous hashing: a node that leaves moves only its own keys. */
function rendezvousHash(tier: readonly AnyMember[], isUsable: Usable, hashKey: string): AnyMember | undefined {
  let best: AnyMember | undefined;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const member of tier) {
    if (!isUsable(member)) continue;
    const uniform = (mix(textHash(hashKey, member.hashSeed)) + 0.5) / 0x1_0000_0000;
    const score = -member.node.weight / Math.log(uniform);
    if (score > bestScore) {
      bestScore = score;
      best = member;
    }
  }
  return best;
}

/** Murmur3's last step: FNV's low bits alone are not even enough. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
