/**
 * One connection to a Redis, or to the nodes of a cluster: made when somebody asks, dropped when an answer is late or cannot be read. There is no
 * reconnecting in the background; the breaker spaces the attempts.
 */
import { createBreaker } from "./breaker.ts";
import type { Client } from "./client.ts";
import { StoreFault, storeFault } from "./fault.ts";
import { createOutageLog } from "./outage-log.ts";
import type { Script } from "./scripts.ts";
import { type RedisTarget, shownTarget } from "./settings.ts";

/** Milliseconds for which a store that failed is left alone, on average. */
const pauseMs = 500;

export interface Connection {
  /**
   * Runs the script once, on one key.
   *
   * @throws StoreFault in time, whatever the server does
   */
  run(script: Script, key: string, values: readonly (string | number)[], timeoutMs: number): Promise<unknown>;
  /** Disconnects if nothing was asked for so long. */
  rest(idleMs: number): void;
  close(): void;
}

/** @param tell hears when the store goes away and when it is back; no secrets */
export function createConnection(target: RedisTarget, tell: (message: string) => void): Connection {
  const now = (): number => performance.now();
  const breaker = createBreaker({ pauseMs, now, random: Math.random });
  const log = createOutageLog(shownTarget(target), tell, now);
  let current: Link | undefined;
  let lastAsked = now();
  let isClosed = false;

  function drop(link: Link): void {
    if (current === link) current = undefined;
    link.abort();
  }

  function connected(): Link {
    if (current) return current;
    const link = openLink(target, () => drop(link));
    current = link;
    return link;
  }

  return {
    async run(script, key, values, timeoutMs) {
      if (isClosed) throw new StoreFault("the store is closed");
      if (!breaker.admits()) throw new StoreFault("Redis has just failed and is left alone for a moment");
      lastAsked = now();
      const link = connected();
      const askedAt = lastAsked;
      try {
        const answer = await within(timeoutMs, evaluate(link, script, key, values));
        link.answeredAt = now();
        breaker.succeeded();
        log.back();
        return answer;
      } catch (error) {
        const fault = storeFault(error);
        if (fault.isAnswer) {
          link.answeredAt = now();
          breaker.succeeded();
          log.away(fault.message);
        } else if (current === undefined || current === link) {
          // Slow, but not dead: what others wait for may still come.
          if (link.answeredAt <= askedAt) drop(link);
          breaker.failed();
          log.away(fault.message);
        }
        // Else another connection has taken its place: nothing is known of that one.
        throw fault;
      }
    },
    rest(idleMs) {
      if (current && now() - lastAsked > idleMs) drop(current);
    },
    close() {
      isClosed = true;
      if (current) drop(current);
    },
  };
}

/** One attempt to connect, and what came of it. */
interface Link {
  readonly client: Promise<Client>;
  /** Of the latest answer. */
  answeredAt: number;
  /** Ends it, connected or not. */
  abort(): void;
}

/** @param ended hears when the connection can no longer be used */
function openLink(target: RedisTarget, ended: () => void): Link {
  let made: Client | undefined;
  let isAborted = false;
  return {
    client: connect(),
    answeredAt: Number.NEGATIVE_INFINITY,
    abort() {
      isAborted = true;
      made?.disconnect();
    },
  };

  async function connect(): Promise<Client> {
    // Most who serve have no Redis: they need not load it.
    const { createClient } = await import("./client.ts");
    if (isAborted) throw new StoreFault("Redis did not answer in time");
    const client = createClient(target);
    made = client;
    let problem: unknown;
    client.on("error", (error: unknown) => {
      problem = error;
    });
    client.once("end", ended);
    await client.connect().catch((error: unknown) => {
      problem ??= error;
    });
    if (problem === undefined) return client;
    // Also where it goes on in spite of it: without its database it would count in another one.
    client.disconnect();
    throw new StoreFault(storeFault(problem).message);
  }
}

async function evaluate(
  link: Link,
  { text, sha1 }: Script,
  key: string,
  values: readonly (string | number)[],
): Promise<unknown> {
  const client = await link.client;
  try {
    return await client.evalsha(sha1, 1, key, ...values);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith("NOSCRIPT")) throw error;
    return client.eval(text, 1, key, ...values);
  }
}

function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(new StoreFault("Redis did not answer in time"));
    // Where the proxy itself was busy, the answer may lie there unread: the sockets come before the verdict.
    const timer = setTimeout(() => setImmediate(late), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
