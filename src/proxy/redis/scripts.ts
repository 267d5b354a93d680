/**
 * What Redis runs for one decision: atomically, in one round trip, with the arithmetic of the counters in memory (src/engine/counters.ts).
 *
 * KEYS[1] holds a hash, ARGV: limit, length of the window in ms, and the time in ms or "" for the clock of Redis. Each answers with requests left
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

function script(body: string): Script {
  const text = readTime + body;
  return { text, sha1: createHash("sha1").update(text).digest("hex") };
}
