/** How many requests are under way to each upstream: one that is slow must not hold all memory and all connections. */

export interface UpstreamLoad {
  /** @param owner of an upstream, such as `upstreams/u1` */
  hasRoom(owner: string): boolean;
  began(owner: string): void;
  ended(owner: string): void;
}

export function createUpstreamLoad(limit: number): UpstreamLoad {
  const underWay = new Map<string, number>();
  return {
    hasRoom: (owner) => (underWay.get(owner) ?? 0) < limit,
    began: (owner) => void underWay.set(owner, (underWay.get(owner) ?? 0) + 1),
    ended(owner) {
      const left = (underWay.get(owner) ?? 0) - 1;
      if (left > 0) underWay.set(owner, left);
      else underWay.delete(owner);
    },
  };
}
