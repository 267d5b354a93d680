/**
 * Places for requests under way, kept in a Redis. Each is a lease that the proxy renews for as long as the request lasts: those of a proxy that was
 * killed lapse by themselves.
 */
import { randomBytes } from "node:crypto";
import type { CounterStore } from "../../engine/contract.ts";
import type { RedisCounterOptions } from "./counters.ts";
import { StoreFault } from "./fault.ts";
import { keyName } from "./key-name.ts";
import { holdPlace, takePlace } from "./scripts.ts";

/** Milliseconds after which a place lapses that nobody renews. */
const defaultLeaseMs = 30_000;

export function redisPlaces(
  { connection, timeoutMs, clock }: RedisCounterOptions,
  leaseMs = defaultLeaseMs,
): Required<Pick<CounterStore, "enter" | "leave">> {
  /** The keys of the places that are held here, by ticket. */
  const held = new Map<string, string>();
  let renewing: NodeJS.Timeout | undefined;
  const hold = (key: string, ticket: string, lease: number | ""): Promise<unknown> =>
    connection.run(holdPlace, key, [ticket, lease, clock === "redis" ? "" : Date.now()], timeoutMs);

  function renew(): void {
    // One that fails is tried again with the next round; the lease outlasts two of them.
    for (const [ticket, key] of held) hold(key, ticket, leaseMs).catch(() => {});
  }

  return {
    async enter(key, limit, now) {
      const ticket = randomBytes(12).toString("base64url");
      const name = keyName("places", key);
      const values = [limit, ticket, leaseMs, clock === "redis" ? "" : now];
      const answer = await connection.run(takePlace, name, values, timeoutMs);
      const [isAdmitted, taken] = Array.isArray(answer) ? (answer as readonly unknown[]) : [];
      if (typeof taken !== "number" || (isAdmitted === 1 ? taken < 1 || taken > limit : taken < limit)) {
        throw new StoreFault("Redis gave an answer that cannot be right", true);
      }
      if (isAdmitted === 1) {
        held.set(ticket, name);
        renewing ??= setInterval(renew, leaseMs / 3).unref();
      }
      return { isAdmitted: isAdmitted === 1, taken, ticket };
    },
    async leave(_key, ticket) {
      const name = held.get(ticket);
      if (name === undefined) return;
      held.delete(ticket);
      if (held.size === 0) {
        clearInterval(renewing);
        renewing = undefined;
      }
      await hold(name, ticket, "");
    },
  };
}
