/** Limits whose counters the embedded proxy can keep outside its process (gateway reference, section 3.2). */

/** The plugins with a `policy` other than `local`. */
export const sharedLimits: ReadonlySet<string> = new Set(["limit-count", "limit-req", "limit-conn"]);

/** Fields of them in which `$env://…` and `$secret://…` are resolved. */
export const sharedLimitAccess: ReadonlySet<string> = new Set([
  "redis_username",
  "redis_password",
  "sentinel_username",
  "sentinel_password",
]);
