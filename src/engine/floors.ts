/**
 * What counters had used that had to make room for others, so that nobody has their own limit reset by filling the table: whoever comes anew to a
 * limit starts from the largest share that one of its counters had used, until that counter's window has ended.
 */

export interface Floors {
  /** @param share used part of the limit; @param end ms at which the window ends */
  raise(key: string, share: number, end: number, now: number): void;
  /** From 0 to 1: the part of its limit that a new counter of this key starts with. */
  share(key: string, now: number): number;
}

interface Floor {
  readonly share: number;
  readonly end: number;
}

/** What owns the limit: what stands before the line feed (CounterStore). */
export function ownerOf(key: string): string {
  const end = key.indexOf("\n");
  return end < 0 ? key : key.slice(0, end);
}

/** @param capacity owners with a floor of their own; beyond it they share one */
export function createFloors(capacity = 1000): Floors {
  const floors = new Map<string, Floor>();
  let common: Floor = { share: 0, end: 0 };

  const raised = (floor: Floor | undefined, share: number, end: number, now: number): Floor =>
    floor && floor.end > now ? { share: Math.max(floor.share, share), end: Math.max(floor.end, end) } : { share, end };

  const shareOf = (floor: Floor | undefined, now: number): number => (floor && floor.end > now ? floor.share : 0);

  return {
    raise(key, share, end, now) {
      const owner = ownerOf(key);
      if (floors.size >= capacity && !floors.has(owner)) {
        for (const [each, floor] of floors) if (floor.end <= now) floors.delete(each);
      }
      if (floors.size < capacity || floors.has(owner)) floors.set(owner, raised(floors.get(owner), share, end, now));
      else common = raised(common, share, end, now);
    },
    share(key, now) {
      if (floors.size === 0) return 0;
      return Math.min(1, Math.max(shareOf(common, now), shareOf(floors.get(ownerOf(key)), now)));
    },
  };
}
