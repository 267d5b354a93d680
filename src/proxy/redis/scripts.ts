/**
 * What Redis runs for one decision: atomically, in one round trip, with the arithmetic of the counters in memory (src/engine/counters.ts).
 *
 * The last of ARGV is the time in ms, or "" for the clock of Redis. Those of windows take limit and length in ms, and answer with requests left
 * (negative: over the limit) and ms until the window ends. A clock set back stands still until it has caught up, so it refills nobody's limit.
 */
import { createHash } from "node:crypto";

export interface Script {
  readonly text: string;
  /** Hex digest by which Redis knows it. */
  readonly sha1: string;
}

const readTime = `
local now = tonumber(ARGV[#ARGV])
if not now then
  local clock = redis.call('TIME')
  now = clock[1] * 1000 + math.floor(clock[2] / 1000)
end
local function keep(ms)
  redis.call('PEXPIRE', KEYS[1], math.max(1, math.min(math.ceil(ms), 315360000000)))
end
`;

export const fixedWindow = script(`
local limit, length = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('HMGET', KEYS[1], 'count', 'ends')
local count, ends = tonumber(kept[1]), tonumber(kept[2])
if not count or not ends or ends <= now then
  count, ends = 0, now + length
end
local left = math.min(ends - now, length)
if count <= limit then
  count = count + 1
  redis.call('HSET', KEYS[1], 'count', count, 'ends', ends)
  keep(left)
end
return {limit - count, left}
`);

export const slidingWindow = script(`
local limit, length = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('HMGET', KEYS[1], 'start', 'count', 'before', 'latest')
local start, count, before = tonumber(kept[1]), tonumber(kept[2]), tonumber(kept[3])
now = math.max(now, tonumber(kept[4]) or now)
local current = math.floor(now / length) * length
if start ~= current then
  before = start == current - length and count or 0
  start, count = current, 0
end
local left = length - (now - start)
local used = before * (left / length) + count
if used + 1 > limit then return {-1, left} end
redis.call('HSET', KEYS[1], 'start', start, 'count', count + 1, 'before', before, 'latest', now)
keep(left + length)
return {math.floor(limit - used - 1), left}
`);

/** ARGV: requests a second, burst. Answers whether the request is admitted, and by how many the bucket is ahead, as text: it is no whole number. */
export const leakyBucket = script(`
local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local kept = redis.call('HMGET', KEYS[1], 'excess', 'latest')
local excess, latest = tonumber(kept[1]), tonumber(kept[2])
if excess and latest then
  now = math.max(now, latest)
  excess = math.max(0, excess - rate * (now - latest) / 1000 + 1)
else
  excess = 0
end
local told = string.format('%.17g', excess)
if excess > burst then return {0, told} end
redis.call('HSET', KEYS[1], 'excess', told, 'latest', now)
keep((excess + 1) / rate * 1000)
return {1, told}
`);

/** KEYS[1] is a sorted set of tickets by the ms at which they lapse. ARGV: limit, ticket, ms of the lease. Answers whether it is admitted, and places taken. */
export const takePlace = script(`
local limit, lease = tonumber(ARGV[1]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
local taken = redis.call('ZCARD', KEYS[1])
if taken >= limit then return {0, taken} end
redis.call('ZADD', KEYS[1], now + lease, ARGV[2])
keep(lease)
return {1, taken + 1}
`);

/** ARGV: ticket, ms of the lease; no lease gives the place back. A place that another has taken since it lapsed is not taken back. */
export const holdPlace = script(`
local lease = tonumber(ARGV[2])
if not lease then return redis.call('ZREM', KEYS[1], ARGV[1]) end
redis.call('ZADD', KEYS[1], 'XX', now + lease, ARGV[1])
keep(lease)
return 1
`);

function script(body: string): Script {
  const text = readTime + body;
  return { text, sha1: createHash("sha1").update(text).digest("hex") };
}
