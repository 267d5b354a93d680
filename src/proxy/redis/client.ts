/** Makes the ioredis client of a target. It neither reconnects nor repeats by itself: who asks decides that (connection.ts). */
import { Cluster, Redis, type RedisOptions } from "ioredis";
import type { RedisTarget } from "./settings.ts";

export type Client = Redis | Cluster;

type Options = Omit<RedisOptions, "replyMapping">;

export function createClient(target: RedisTarget): Client {
  const access: Options = {
    lazyConnect: true,
    // Older servers, and those that speak like Redis, know this one.
    protocol: 2,
    enableReadyCheck: false,
    disableClientInfo: true,
    // A hit that was repeated after a broken connection would count twice.
    maxRetriesPerRequest: 0,
    autoResendUnfulfilledCommands: false,
    ...(target.username !== undefined && { username: target.username }),
    ...(target.password !== undefined && { password: target.password }),
    ...(target.tls && { tls: { rejectUnauthorized: target.tls.isVerified } }),
  };
  if (target.kind === "cluster") return createCluster(target, access);
  const alone: Options = { ...access, db: target.database, retryStrategy: () => null };
  if (target.kind === "single") return new Redis({ ...alone, ...target.address });
  return new Redis({
    ...alone,
    sentinels: target.sentinels.map((address) => ({ ...address })),
    name: target.group,
    role: target.role,
    sentinelRetryStrategy: () => null,
    ...(target.sentinelUsername !== undefined && { sentinelUsername: target.sentinelUsername }),
    ...(target.sentinelPassword !== undefined && { sentinelPassword: target.sentinelPassword }),
  });
}

function createCluster({ nodes }: RedisTarget & { readonly kind: "cluster" }, redisOptions: Options): Cluster {
  return new Cluster(
    nodes.map((node) => ({ ...node })),
    { lazyConnect: true, clusterRetryStrategy: () => null, redisOptions },
  );
}
