/** Reads where a limit's counters are kept out of the plugin's `redis_…` fields (gateway reference, section 3.2). */

import { isSecretReference } from "../../model/auth.ts";
import { isMap } from "../../model/json.ts";
import { urlHost } from "../../model/url-host.ts";

export interface RedisAddress {
  readonly host: string;
  readonly port: number;
}

interface Access {
  readonly username?: string;
  readonly password?: string;
  /** undefined: no TLS. */
  readonly tls?: { readonly isVerified: boolean };
}

export type RedisTarget = Access &
  (
    | { readonly kind: "single"; readonly address: RedisAddress; readonly database: number }
    | { readonly kind: "cluster"; readonly nodes: readonly RedisAddress[] }
    | {
        readonly kind: "sentinel";
        readonly sentinels: readonly RedisAddress[];
        readonly group: string;
        readonly role: "master" | "slave";
        readonly database: number;
        readonly sentinelUsername?: string;
        readonly sentinelPassword?: string;
      }
  );

export interface RedisSettings {
  readonly target: RedisTarget;
  /** Milliseconds that a request may wait, connecting included. */
  readonly timeoutMs: number;
}

/** Why the settings name no Redis; never a secret. */
export class UnusableSettings {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

export type Resolve = (reference: string) => string | undefined;
type Fields = Readonly<Record<string, unknown>>;

const defaultPort = 6379;
const defaultTimeoutMs = 1000;

const readers: Readonly<Record<string, (fields: Fields, access: AccessReader) => RedisTarget | UnusableSettings>> = {
  redis: (fields, access) => {
    const host = text(fields.redis_host);
    if (host === undefined) return new UnusableSettings("redis_host is missing");
    return {
      kind: "single",
      address: { host, port: number(fields.redis_port, defaultPort) },
      database: number(fields.redis_database, 0),
      ...access("redis", fields.redis_ssl, fields.redis_ssl_verify),
    };
  },
  "redis-cluster": (fields, access) => {
    const nodes = list(fields.redis_cluster_nodes).flatMap((node) => parseNode(text(node)) ?? []);
    if (nodes.length === 0) return new UnusableSettings("redis_cluster_nodes is missing");
    return {
      kind: "cluster",
      nodes,
      ...access("redis", fields.redis_cluster_ssl, fields.redis_cluster_ssl_verify),
    };
  },
  "redis-sentinel": (fields, access) => {
    const sentinels = list(fields.redis_sentinels)
      .filter(isMap)
      .flatMap(({ host, port }) => (typeof host === "string" ? [{ host, port: number(port, 26_379) }] : []));
    const group = text(fields.redis_master_name);
    if (sentinels.length === 0 || group === undefined) return new UnusableSettings("redis_sentinels is missing");
    const { username, password } = access("sentinel");
    return {
      kind: "sentinel",
      sentinels,
      group,
      role: fields.redis_role === "slave" ? "slave" : "master",
      database: number(fields.redis_database, 0),
      ...access("redis"),
      ...(username !== undefined && { sentinelUsername: username }),
      ...(password !== undefined && { sentinelPassword: password }),
    };
  },
};

type AccessReader = (prefix: "redis" | "sentinel", ssl?: unknown, verify?: unknown) => Access;

/** @param resolve what `$env://…` and `$secret://…` stand for */
export function redisSettings(fields: Fields, resolve: Resolve): RedisSettings | UnusableSettings {
  const policy = text(fields.policy) ?? "";
  const reader = Object.hasOwn(readers, policy) ? readers[policy] : undefined;
  if (!reader) return new UnusableSettings("the policy is not known");
  let unresolved: string | undefined;
  const secret = (name: string): string | undefined => {
    const value = text(fields[name]);
    if (value === undefined || !isSecretReference(value)) return value;
    const resolved = resolveSafely(resolve, value);
    // With an empty password it would try its luck as somebody else.
    if (resolved === undefined || resolved === "") unresolved = `${name}: ${value} does not resolve`;
    return resolved;
  };
  const target = reader(fields, (prefix, ssl, verify) => {
    const username = secret(`${prefix}_username`);
    const password = secret(`${prefix}_password`);
    return {
      ...(username !== undefined && { username }),
      ...(password !== undefined && { password }),
      // Verified unless the configuration says no: else anybody in between is the store.
      ...(ssl === true && { tls: { isVerified: verify !== false } }),
    };
  });
  if (unresolved !== undefined) return new UnusableSettings(unresolved);
  if (target instanceof UnusableSettings) return target;
  const timeout = target.kind === "sentinel" ? fields.redis_read_timeout : fields.redis_timeout;
  return { target, timeoutMs: Math.max(1, number(timeout, defaultTimeoutMs)) };
}

/** For messages: no user, no password. */
export function shownTarget(target: RedisTarget): string {
  if (target.kind === "single") return `redis ${shownAddress(target.address)}/${target.database}`;
  if (target.kind === "cluster") return `redis-cluster ${target.nodes.map(shownAddress).join(",")}`;
  return `redis-sentinel ${target.group} at ${target.sentinels.map(shownAddress).join(",")}`;
}

function shownAddress({ host, port }: RedisAddress): string {
  return `${urlHost(host)}:${port}`;
}

/** `host:port`, `[::1]:port` or `host`. */
function parseNode(node: string | undefined): RedisAddress | undefined {
  const [, bracketed, plain, port] = /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(node ?? "") ?? [];
  const host = bracketed ?? plain;
  return host === undefined ? undefined : { host, port: Number(port ?? defaultPort) };
}

/** The error of a resolver may hold a secret and is not shown. */
function resolveSafely(resolve: Resolve, reference: string): string | undefined {
  try {
    return resolve(reference);
  } catch {
    return undefined;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function number(value: unknown, whenMissing: number): number {
  return typeof value === "number" ? value : whenMissing;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
